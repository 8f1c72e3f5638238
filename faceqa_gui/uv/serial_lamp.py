"""`SerialLamp`: a UV lamp on a serial line, which switches off by itself if the station is silent.

Closed beats open: whatever is not answered rightly and in time ends with the light off. An order
that could light the lamp is never given twice; a heartbeat and OFF may be.
"""

import threading
import time

from faceqa_gui.uv.device import (
    LONGEST_EXPOSURE_SECONDS,
    Exposure,
    UvError,
    UvInfo,
    UvStatus,
    check_duration,
)
from faceqa_gui.uv.lamp_line import LampLine, Port
from faceqa_gui.uv.lamp_protocol import HEARTBEAT_SECONDS, Command, LampState

BAUD = 115200
BEAT_SECONDS = 0.03
"""So often the station speaks while the lamp is armed or lit."""

_READ_SECONDS = 0.05
_ATTEMPTS = 3
# The lamp's own clock ends an exposure; the station does, this much later, if it did not.
_GRACE_SECONDS = 0.1


class SerialLamp:
    """A lamp behind a serial line; see `UvDevice` for the protocol."""

    def __init__(self, port: Port, name: str) -> None:
        """Switch the lamp off and ask what it is.

        Args:
            port: an open port.
            name: of the port, for people.

        Raises:
            UvError: no lamp of this protocol answers, or it would stay lit too long.
        """
        self._name = name
        self._line = LampLine(port)
        self._lock = threading.Lock()
        self._status = UvStatus.OFF
        self._arm_unused = False
        self._aborted = threading.Event()
        self._silent = threading.Event()
        self._heard: LampState | None = None
        self._most_seconds = self._greet()

    @classmethod
    def open(cls, port: str) -> "SerialLamp":
        """Open a port such as `/dev/ttyUSB0` or `COM3`, and greet the lamp on it.

        Raises:
            UvError: the port cannot be opened, or no lamp answers.
        """
        import serial

        try:
            opened = serial.Serial(port, BAUD, timeout=_READ_SECONDS, write_timeout=_READ_SECONDS)
        except (OSError, ValueError) as error:
            raise UvError(
                f"The port {port} of the UV lamp cannot be opened. Check the cable, and the port "
                "in the settings."
            ) from error
        return cls(opened, port)

    @property
    def info(self) -> UvInfo:
        """The port; real light."""
        return UvInfo(f"UV lamp on {self._name}", simulated=False)

    def status(self) -> UvStatus:
        """The present state; FAULT once the line is lost or closed."""
        with self._lock:
            return self._status if self._line.is_open else UvStatus.FAULT

    def arm(self) -> None:
        """Get ready for one exposure; from now on the lamp hears a heartbeat.

        Raises:
            UvError: it is not off and sound, or does not answer; it is off.
        """
        with self._lock:
            was_off = self._status is UvStatus.OFF
            if was_off:
                self._aborted.clear()
                self._status = UvStatus.ARMED
                self._arm_unused = True
                # A new one each time: a heartbeat that is just ending must not go on.
                silent = self._silent = threading.Event()
        if not was_off:
            self.abort()
            raise UvError(f"{self.info.name} was not off; it is now. Start the capture again.")
        answer = self._line.ask(Command.ARM)
        if answer is None or not answer.accepted or answer.state is not LampState.ARMED:
            raise self._failure("it did not get ready")
        if self._aborted.is_set():
            self._say_off()
            return
        self._heard = LampState.ARMED
        threading.Thread(
            target=self._beat, args=(silent,), name="lamp heartbeat", daemon=True
        ).start()

    def expose(self, duration_seconds: float) -> Exposure:
        """Light the lamp; see `UvDevice.expose`.

        Raises:
            UvError: it was not armed, the time is out of range, or it does not answer; it is off.
        """
        with self._lock:
            armed, self._arm_unused = self._arm_unused, False
            aborted = self._aborted.is_set()
            if armed and not aborted:
                self._status = UvStatus.EXPOSING
        started_at = time.monotonic()
        try:
            if not armed:
                raise UvError(f"{self.info.name} was not armed; it is off. Start again.")
            check_duration(duration_seconds)
            if duration_seconds > self._most_seconds:
                raise UvError(
                    f"{self.info.name} lights for at most {self._most_seconds:g} s. Set a shorter "
                    "time in the settings."
                )
            if aborted:
                return Exposure(started_at, 0.0, completed=False, simulated=False, reason="aborted")
            return self._light(duration_seconds)
        finally:
            self._switch_off()

    def abort(self) -> None:
        """Switch the light off now, or take an arm back.

        It does not wait for the lamp, for whoever doubts holds others up. `expose` says OFF again
        until it is answered, and a lamp that hears neither misses the heartbeat.
        """
        self._aborted.set()
        self._silent.set()
        self._line.tell(Command.OFF)
        with self._lock:
            if self._status is UvStatus.ARMED:
                self._status = UvStatus.OFF

    def close(self) -> None:
        """Switch off for good; may be called more than once."""
        self.abort()
        self._say_off()
        with self._lock:
            self._status = UvStatus.FAULT
        self._line.close()

    def _greet(self) -> float:
        self._say_off()
        for _ in range(_ATTEMPTS):
            answer = self._line.ask(Command.HELLO)
            if answer is not None and answer.accepted and answer.most_milliseconds is not None:
                break
        else:
            self._line.close()
            raise UvError(
                f"No UV lamp answers on {self._name}. Check its power and cable, and the port in "
                "the settings."
            )
        seconds = answer.most_milliseconds / 1000
        if seconds > LONGEST_EXPOSURE_SECONDS:
            self._line.close()
            raise UvError(
                f"The UV lamp on {self._name} would stay lit for {seconds:g} s by itself; at most "
                f"{LONGEST_EXPOSURE_SECONDS:g} s are allowed. Mend its firmware."
            )
        return seconds

    def _light(self, duration_seconds: float) -> Exposure:
        started_at = time.monotonic()
        answer = self._line.ask(Command.EXPOSE, round(1000 * duration_seconds))
        if self._aborted.is_set():
            return self._ended(started_at)
        if answer is None or not answer.accepted or answer.state is not LampState.LIT:
            raise self._failure("it did not light")
        self._heard = LampState.LIT
        ends_at = started_at + duration_seconds + _GRACE_SECONDS
        while not self._aborted.wait(BEAT_SECONDS / 2):
            if self._heard is not LampState.LIT or time.monotonic() > ends_at:
                break
        if self._aborted.is_set():
            return self._ended(started_at)
        if self._heard is LampState.DONE:
            lit_seconds = time.monotonic() - started_at
            return Exposure(
                started_at,
                lit_seconds,
                completed=True,
                simulated=False,
                reason="the set time was reached",
            )
        raise self._failure("it was no longer heard while it was lit")

    def _ended(self, started_at: float) -> Exposure:
        self._say_off()
        lit_seconds = time.monotonic() - started_at
        return Exposure(started_at, lit_seconds, completed=False, simulated=False, reason="aborted")

    def _beat(self, silent: threading.Event) -> None:
        """Keep the lamp alive and note its state, until it is off or the station falls silent."""
        last_heard = time.monotonic()
        while not silent.wait(BEAT_SECONDS):
            answer = self._line.ask(Command.BEAT)
            if silent.is_set():
                return
            if answer is not None:
                last_heard = time.monotonic()
                # An answer from before EXPOSE may be read after it; no lamp goes back to armed.
                if answer.state is not LampState.ARMED:
                    self._heard = answer.state
            elif time.monotonic() - last_heard > HEARTBEAT_SECONDS:
                self._heard = None
                return

    def _say_off(self) -> None:
        """So often that a lost line does no harm; a lamp that hears none of it misses the beat."""
        for _ in range(_ATTEMPTS):
            answer = self._line.ask(Command.OFF)
            if answer is not None and answer.accepted:
                return

    def _switch_off(self) -> None:
        self._silent.set()
        self._say_off()
        with self._lock:
            self._arm_unused = False
            if self._status is not UvStatus.FAULT:
                self._status = UvStatus.OFF

    def _failure(self, what: str) -> UvError:
        self._switch_off()
        return UvError(f"{self.info.name}: {what}. Its light is off; check its cable and power.")
