"""`LatestFrame`: hands the newest frame from one thread to another and never queues."""

import threading

from faceqa_gui.frames.frame import Frame


class LatestFrame:
    """A slot for one frame. A newer frame replaces one that nobody took."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: Frame | None = None
        self._closed = False
        self._arrived = 0
        self._taken = 0
        self._dropped = 0
        self._most_waiting = 0

    @property
    def most_waiting(self) -> int:
        """Largest number of frames that waited at once, counted from arrivals and departures."""
        with self._changed:
            return self._most_waiting

    @property
    def dropped(self) -> int:
        """How many frames were replaced before anybody took them."""
        with self._changed:
            return self._dropped

    def put(self, frame: Frame) -> bool:
        """Leave `frame` for the taker; after `close` it is ignored.

        Returns:
            Whether it is the first that waits; False where it replaced another or was ignored.
        """
        with self._changed:
            if self._closed:
                return False
            first = self._waiting is None
            self._arrived += 1
            self._dropped += not first
            self._waiting = frame
            waiting = self._arrived - self._taken - self._dropped
            self._most_waiting = max(self._most_waiting, waiting)
            self._changed.notify()
            return first

    def take(self, timeout: float | None = None) -> Frame | None:
        """The newest frame not yet taken; waits for one up to `timeout` seconds (None: for ever).

        Returns:
            The frame, or None when the time is over or the slot was closed.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._waiting is not None or self._closed, timeout)
            frame, self._waiting = self._waiting, None
            self._taken += frame is not None
            return frame

    def close(self) -> None:
        """Wake everyone who waits, forget the waiting frame and accept no more."""
        with self._changed:
            self._closed = True
            self._waiting = None
            self._changed.notify_all()
