"""`Turns`: live frames and a running explanation compute one after the other.

Both want every core. Left to fight over them, a frame took 200 ms and more while an explanation ran
on two cores, so the gate closed again and again. In turns a frame waits for one batch at most, and
a batch for one frame. A turn that hangs is not waited for: the other kind then goes beside it.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LIVE_PATIENCE_SECONDS = 0.2
"""A live frame waits so long for a batch at most: less than the gate's usual silence."""

BACKGROUND_PATIENCE_SECONDS = 3.0
"""A batch waits so long for a live frame at most."""


class Turns:
    """One turn at a time; where both kinds wait, they alternate."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._holder: object | None = None
        self._held_since = 0.0
        self._live_was_last = False
        self._live_waiting = 0
        self._background_waiting = 0

    @contextmanager
    def live(self) -> Iterator[None]:
        """A turn for a live frame."""
        with self._changed:
            self._live_waiting += 1
            self._wait_for(
                lambda: not (self._background_waiting and self._live_was_last),
                LIVE_PATIENCE_SECONDS,
            )
            self._live_waiting -= 1
            turn = self._take(live=True)
        try:
            yield
        finally:
            self._give_back(turn)

    @contextmanager
    def background(self) -> Iterator[None]:
        """A turn for one batch of an explanation."""
        with self._changed:
            self._background_waiting += 1
            self._wait_for(
                lambda: not self._live_waiting or self._live_was_last, BACKGROUND_PATIENCE_SECONDS
            )
            self._background_waiting -= 1
            turn = self._take(live=False)
        try:
            yield
        finally:
            self._give_back(turn)

    def _wait_for(self, is_next: Callable[[], bool], patience_seconds: float) -> None:
        """Wait until nobody holds a turn and `is_next`, or a turn was held for too long."""
        while not (self._holder is None and is_next()):
            if self._holder is None:
                self._changed.wait()
                continue
            left = self._held_since + patience_seconds - time.monotonic()
            if left <= 0.0:
                return
            self._changed.wait(left)

    def _take(self, *, live: bool) -> object:
        self._holder, self._held_since, self._live_was_last = object(), time.monotonic(), live
        return self._holder

    def _give_back(self, turn: object) -> None:
        with self._changed:
            if self._holder is turn:
                self._holder = None
                self._changed.notify_all()
