"""A lamp that keeps the protocol in no time and lets a test act while it is lit."""

from collections.abc import Callable

from faceqa_gui.uv.device import Exposure, UvError, UvInfo, UvStatus, check_duration


class RecordingLamp:
    """Keeps `UvDevice`; `while_lit` runs in the middle of every exposure, on the same thread."""

    def __init__(self) -> None:
        self.info = UvInfo("UV lamp of a test", simulated=False)
        self.while_lit: Callable[[], None] = lambda: None
        self.refuses = False
        self.exposures: list[Exposure] = []
        self._status = UvStatus.OFF
        self._aborted = False

    @property
    def is_lit(self) -> bool:
        """Whether light would be on the face now."""
        return self._status is UvStatus.EXPOSING

    def status(self) -> UvStatus:
        return self._status

    def arm(self) -> None:
        if self.refuses or self._status is not UvStatus.OFF:
            self._status = UvStatus.OFF
            raise UvError("The lamp of the test was not off and sound. Start again.")
        self._status, self._aborted = UvStatus.ARMED, False

    def expose(self, duration_seconds: float) -> Exposure:
        check_duration(duration_seconds)
        if self._status is not UvStatus.ARMED and not self._aborted:
            raise UvError("The lamp of the test was not armed. Start again.")
        if not self._aborted:
            self._status = UvStatus.EXPOSING
            self.while_lit()
        completed, self._status = not self._aborted, UvStatus.OFF
        lit_seconds = duration_seconds if completed else 0.0
        exposure = Exposure(
            0.0, lit_seconds, completed=completed, simulated=False, reason="the test ended it"
        )
        self.exposures.append(exposure)
        return exposure

    def abort(self) -> None:
        self._aborted = True
        self._status = UvStatus.OFF

    def close(self) -> None:
        self.abort()
