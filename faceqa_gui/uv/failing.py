"""`FailingUv`: the simulated lamp, which can be broken and mended, for trials."""

import threading

from faceqa_gui.uv.device import Exposure, UvError, UvInfo, UvStatus
from faceqa_gui.uv.simulated import SimulatedUv
from faceqa_gui.wording import said


class FailingUv:
    """Keeps the protocol of `UvDevice`; while it is broken it lights nothing."""

    def __init__(self) -> None:
        self._lamp = SimulatedUv()
        self._broken = threading.Event()

    def fail(self) -> None:
        """Break, in the middle of an exposure too."""
        self._broken.set()
        self._lamp.abort()

    def mend(self) -> None:
        """Work again."""
        self._broken.clear()

    @property
    def info(self) -> UvInfo:
        """Says that it is simulated, and whether it is broken."""
        sound = self._lamp.info
        problem = said("The lamp has failed. Call for help.") if self._broken.is_set() else ""
        return UvInfo(sound.name, sound.simulated, problem)

    def status(self) -> UvStatus:
        """FAULT while it is broken."""
        return UvStatus.FAULT if self._broken.is_set() else self._lamp.status()

    def arm(self) -> None:
        """Get ready for one exposure.

        Raises:
            UvError: it is broken, armed, exposing or closed.
        """
        self._refuse_broken()
        self._lamp.arm()

    def expose(self, duration_seconds: float) -> Exposure:
        """Wait for as long as a lamp would be lit; broken meanwhile, it ends early.

        Raises:
            UvError: it is broken or was not armed, or the time is out of range.
        """
        self._refuse_broken()
        return self._lamp.expose(duration_seconds)

    def abort(self) -> None:
        """End an exposure now, or take an arm back."""
        self._lamp.abort()

    def close(self) -> None:
        """End an exposure now; the device cannot be armed again."""
        self._lamp.close()

    def _refuse_broken(self) -> None:
        if self._broken.is_set():
            raise UvError(said("The lamp has failed and was not lit. Call for help."))
