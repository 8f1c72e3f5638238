"""`Presence`: whether the machine is awake and somebody can be at the window; `SleepWatch`."""

import time
from collections.abc import Callable
from enum import StrEnum

SILENCE_SECONDS = 0.5
"""A window that has not been painted for so long is frozen."""

STEADY_SECONDS = 0.5
"""A window that was frozen counts again after so long, when the presses that queued are spent."""

ASLEEP_SECONDS = 2.0


class Interruption(StrEnum):
    """Why nobody can be relied on to stand at the window."""

    SLEEP = "sleep"
    SCREEN_LOCKED = "screen_locked"
    SIGNED_OUT = "signed_out"
    WINDOW_INACTIVE = "window_inactive"
    WINDOW_FROZEN = "window_frozen"


class Presence:
    """Keeps the interruptions that last, and listens to the window's heartbeat.

    A station that never had a window is driven by code and needs none; from the first heartbeat on
    it does. Not thread-safe: the station serialises every call.
    """

    def __init__(self) -> None:
        self._lasting: set[Interruption] = set()
        self._beat_at: float | None = None
        self._steady_at = float("-inf")

    def begin(self, interruption: Interruption) -> None:
        """It lasts until `end`."""
        self._lasting.add(interruption)

    def end(self, interruption: Interruption) -> None:
        """It is over; harmless if it never began."""
        self._lasting.discard(interruption)

    def beat(self, now: float) -> None:
        """The window was painted at `now` (monotonic seconds)."""
        if self._silent(now):
            self._steady_at = now + STEADY_SECONDS
        self._beat_at = now

    def interruptions(self, now: float) -> frozenset[Interruption]:
        """All that hold at `now`."""
        frozen = self._silent(now) or now < self._steady_at
        return frozenset(self._lasting | ({Interruption.WINDOW_FROZEN} if frozen else set()))

    def _silent(self, now: float) -> bool:
        return self._beat_at is not None and not 0.0 <= now - self._beat_at <= SILENCE_SECONDS


class SleepWatch:
    """Notices that the machine slept or the program was stopped, from its own missed ticks.

    Some systems' monotonic clock stands still during sleep, so the wall clock is looked at too. A
    wall clock that is set anew is taken for a sleep, which costs no more than a fresh look.
    """

    def __init__(
        self,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        """Start awake.

        Args:
            monotonic: seconds that never go back.
            wall: seconds of the calendar.
        """
        self._clocks = (monotonic, wall)
        self._last = tuple(clock() for clock in self._clocks)

    def slept(self) -> bool:
        """Whether more than `ASLEEP_SECONDS` went by since the last call, or time went back."""
        now = tuple(clock() for clock in self._clocks)
        gaps = [later - before for later, before in zip(now, self._last, strict=True)]
        self._last = now
        return any(not -ASLEEP_SECONDS <= gap <= ASLEEP_SECONDS for gap in gaps)
