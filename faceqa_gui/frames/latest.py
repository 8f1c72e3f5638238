"""`LatestFrame`: hands the newest frame from one thread to another and never queues."""

import threading

from faceqa_gui.frames.frame import Frame


class LatestFrame:
    """A slot for one frame. A newer frame replaces one that nobody took."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: Frame | None = None
        self._closed = False
        self._dropped = 0

    @property
    def dropped(self) -> int:
        """How many frames were replaced before anybody took them."""
        with self._changed:
            return self._dropped

    def put(self, frame: Frame) -> None:
        """Leave `frame` for the taker; after `close` it is ignored."""
        with self._changed:
            if self._closed:
                return
            if self._waiting is not None:
                self._dropped += 1
            self._waiting = frame
            self._changed.notify()

    def take(self, timeout: float | None = None) -> Frame | None:
        """The newest frame not yet taken; waits for one up to `timeout` seconds (None: for ever).

        Returns:
            The frame, or None when the time is over or the slot was closed.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._waiting is not None or self._closed, timeout)
            frame, self._waiting = self._waiting, None
            return frame

    def close(self) -> None:
        """Wake everyone who waits, forget the waiting frame and accept no more."""
        with self._changed:
            self._closed = True
            self._waiting = None
            self._changed.notify_all()
