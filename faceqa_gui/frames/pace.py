"""`Pace`: lets recorded pictures out at their own frame rate."""

import threading
import time


class Pace:
    """Waits between frames by the monotonic clock; a stop event ends every wait at once.

    A frame that comes late moves the whole timetable, so a slow reader never causes a burst.
    """

    def __init__(self, frames_per_second: float) -> None:
        """Start the timetable at the first wait. `frames_per_second`: rate in Hz, > 0."""
        self._period = 1.0 / frames_per_second
        self._due: float | None = None

    def wait(self, stop: threading.Event) -> bool:
        """Wait until the next frame is due. Returns False if `stop` was set meanwhile."""
        now = time.monotonic()
        due = now if self._due is None else max(self._due, now - self._period)
        self._due = due + self._period
        return not stop.wait(max(0.0, due - now))
