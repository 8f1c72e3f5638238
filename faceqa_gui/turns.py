"""`Turns`: live frames and a running explanation compute one after the other.

Both want every core. Left to fight over them, a frame took 200 ms and more while an explanation ran
on two cores, so the gate closed again and again. In turns a frame waits for one batch at most, and
a batch for one frame.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """One turn at a time; where both kinds wait, they alternate."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._taken = False
        self._live_was_last = False
        self._live_waiting = 0
        self._background_waiting = 0

    @contextmanager
    def live(self) -> Iterator[None]:
        """A turn for a live frame."""
        with self._changed:
            self._live_waiting += 1
            self._changed.wait_for(
                lambda: not self._taken and not (self._background_waiting and self._live_was_last)
            )
            self._live_waiting -= 1
            self._taken = self._live_was_last = True
        try:
            yield
        finally:
            self._give_back()

    @contextmanager
    def background(self) -> Iterator[None]:
        """A turn for one batch of an explanation."""
        with self._changed:
            self._background_waiting += 1
            self._changed.wait_for(
                lambda: not self._taken and (not self._live_waiting or self._live_was_last)
            )
            self._background_waiting -= 1
            self._taken, self._live_was_last = True, False
        try:
            yield
        finally:
            self._give_back()

    def _give_back(self) -> None:
        with self._changed:
            self._taken = False
            self._changed.notify_all()
