"""Preparing the next lesson while the network learns this one."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Ready = TypeVar("Ready")


def one_ahead(items: Sequence[Item], prepare: Callable[[Item], Ready]) -> Iterator[Ready]:
    """`prepare` of every item in order; one thread works on the next while this one is used."""
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(prepare, items[0])
        for following in items[1:]:
            ready = coming.result()
            coming = pool.submit(prepare, following)
            yield ready
        yield coming.result()
