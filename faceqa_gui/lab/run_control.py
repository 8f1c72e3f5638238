"""`Control`: pause, resume and cancel for a run, from any thread."""

import threading


class Control:
    """What somebody wants of a run that goes on in another thread; obeyed between shards."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._paused = False
        self._cancelled = False

    @property
    def paused(self) -> bool:
        """Whether no further shard may begin for now."""
        return self._paused

    @property
    def cancelled(self) -> bool:
        """Whether the run is to end; what was finished stays in its folder."""
        return self._cancelled

    def pause(self) -> None:
        """Begin no further shard; those under way are finished."""
        with self._changed:
            self._paused = True
            self._changed.notify_all()

    def resume(self) -> None:
        """Go on."""
        with self._changed:
            self._paused = False
            self._changed.notify_all()

    def cancel(self) -> None:
        """End the run after the shards under way, also a paused one."""
        with self._changed:
            self._cancelled = True
            self._changed.notify_all()

    def wait(self) -> None:
        """Return when the run may go on or is to end."""
        with self._changed:
            self._changed.wait_for(lambda: self._cancelled or not self._paused)
