"""`SimulatedUv`: the shipped default. It keeps the protocol and its times and emits no light."""

import threading
import time

from faceqa_gui.uv.device import Exposure, UvError, UvInfo, UvStatus, check_duration
from faceqa_gui.wording import said

_INFO = UvInfo(said("Simulated UV lamp (emits no light)"), simulated=True)


class SimulatedUv:
    """A UV device without a lamp; see `UvDevice` for the protocol."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._status = UvStatus.OFF
        self._arm_unused = False
        self._aborted = threading.Event()

    @property
    def info(self) -> UvInfo:
        """Says that it is simulated."""
        return _INFO

    def status(self) -> UvStatus:
        """The present state; FAULT once it is closed."""
        with self._lock:
            return self._status

    def arm(self) -> None:
        """Get ready for one exposure.

        Raises:
            UvError: it is armed, exposing or closed; an arm is taken back, an exposure aborted.
        """
        with self._lock:
            if self._status is not UvStatus.OFF:
                state = self._status
                self._switch_off()
                self._arm_unused = False
                raise UvError(
                    said(
                        "The simulated UV lamp could not be armed: its state was “{state}”. "
                        "It is off; start the capture again.",
                        state=state,
                    )
                )
            self._aborted.clear()
            self._status = UvStatus.ARMED
            self._arm_unused = True

    def expose(self, duration_seconds: float) -> Exposure:
        """Wait for as long as a lamp would be lit.

        Args:
            duration_seconds: in (0, `LONGEST_EXPOSURE_SECONDS`].

        Raises:
            UvError: it was not armed, or the time is out of range; it is off.
        """
        with self._lock:
            armed, self._arm_unused = self._arm_unused, False
            if not armed:
                self._switch_off()
                raise UvError(said("The simulated UV lamp was not armed; it is off. Start again."))
            if self._status is UvStatus.ARMED:
                self._status = UvStatus.OFF
                check_duration(duration_seconds)
                self._status = UvStatus.EXPOSING
        started_at = time.monotonic()
        try:
            aborted = self._aborted.wait(duration_seconds)
        finally:
            lit_seconds = time.monotonic() - started_at
            with self._lock:
                if self._status is UvStatus.EXPOSING:
                    self._status = UvStatus.OFF
        return Exposure(
            started_at,
            lit_seconds,
            completed=not aborted,
            simulated=True,
            reason=said("aborted") if aborted else said("the set time was reached"),
        )

    def abort(self) -> None:
        """End an exposure now, or take an arm back."""
        with self._lock:
            self._switch_off()

    def close(self) -> None:
        """End an exposure now; the device cannot be armed again."""
        with self._lock:
            self._switch_off()
            self._status = UvStatus.FAULT

    def _switch_off(self) -> None:
        self._aborted.set()
        if self._status is UvStatus.ARMED:
            self._status = UvStatus.OFF
