"""Progress with time left, on standard error, so that results on standard output stay clean."""

import sys
import time


class ProgressLine:
    """One line that is rewritten on a terminal, and a line now and then in a log."""

    _LOG_SECONDS = 10.0
    _TERMINAL_SECONDS = 0.1

    def __init__(self, what: str) -> None:
        """Report on `what`, such as `pictures`."""
        self._what = what
        self._started = time.monotonic()
        self._shown = self._started
        self._earlier: int | None = None
        # A windowed program has no standard error.
        self._rewrites = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        """Tell that `done` of `total` are done; the first call may tell of an earlier run."""
        now = time.monotonic()
        if self._earlier is None:
            self._earlier = done if done < total else 0
            self._started = now if self._earlier else self._started
        pause = self._TERMINAL_SECONDS if self._rewrites else self._LOG_SECONDS
        finished = done >= total
        if sys.stderr is None or (now - self._shown < pause and not finished):
            return
        self._shown = now
        elapsed = now - self._started
        fresh = done - self._earlier
        left = elapsed * (total - done) / max(fresh, 1)
        rate = fresh / elapsed if elapsed > 0 else 0.0
        text = f"{done}/{total} {self._what}, {rate:.0f} a second, {left:.0f} s left"
        if self._rewrites:
            print(f"\r{text:<70}", end="\n" if finished else "", file=sys.stderr, flush=True)
        else:
            print(text, file=sys.stderr, flush=True)
