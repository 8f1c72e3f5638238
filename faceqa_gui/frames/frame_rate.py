"""`RateWatch`: a camera that delivers far slower than it began has stalled."""

import statistics
from collections import deque

WARM_UP_FRAMES = 30
LEAST_SHARE = 0.25
_WATCHED_FRAMES = 5


class RateWatch:
    """Compares the pace of the last frames with the pace of the first ones.

    The fastest warm-up counts: a camera that was opened again while it crawls is measured against
    what it once could.
    """

    def __init__(self) -> None:
        self._first: list[float] = []
        self._last: deque[float] = deque(maxlen=_WATCHED_FRAMES)
        self._usual = float("inf")

    @property
    def usual(self) -> float:
        """Frames per second after the warm-up; 0.0 before it is over."""
        return 1.0 / self._usual

    @property
    def present(self) -> float:
        """Frames per second over the last frames; 0.0 before it is known."""
        span = self._last[-1] - self._last[0] if len(self._last) > 1 else 0.0
        return (len(self._last) - 1) / span if span > 0.0 else 0.0

    def reopen(self) -> None:
        """Frames start anew after a pause, which is no slow frame."""
        self._first.clear()
        self._last.clear()

    def see(self, captured_at: float) -> bool:
        """Take a frame of monotonic second `captured_at`.

        Returns:
            Whether the source has stalled: the last 4 intervals were on average more than 4 times
            the median interval of the warm-up (30 frames).
        """
        self._last.append(captured_at)
        if len(self._first) < WARM_UP_FRAMES:
            self._first.append(captured_at)
            if len(self._first) == WARM_UP_FRAMES:
                gaps = [b - a for a, b in zip(self._first, self._first[1:], strict=False)]
                median = statistics.median(gaps)
                self._usual = min(self._usual, median) if median > 0.0 else self._usual
        full = len(self._last) == _WATCHED_FRAMES
        return full and self.present < LEAST_SHARE * self.usual
