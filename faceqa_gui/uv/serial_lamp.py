"""`SerialLamp`: a UV lamp on a serial line, which switches off by itself if the station is silent.

Closed beats open: whatever is not answered rightly and in time ends with the light off. An order
that could light the lamp is never given twice; a heartbeat and OFF may be.
"""

import errno
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
from faceqa_gui.uv.lamp_line import Heard, LampLine, Port
from faceqa_gui.uv.lamp_protocol import HEARTBEAT_SECONDS, LAMP_VERSION, Command, LampState
from faceqa_gui.wording import said

BAUD = 115200
BEAT_SECONDS = 0.03
"""So often the station speaks while the lamp is armed or lit."""

HEARING_SECONDS = 0.25
"""Unheard for so long, a lamp that is armed or lit is lost; it went dark before."""

_READ_SECONDS = 0.05
# pyserial counts a write as blocked, and the line as lost, also where only this thread had to wait.
_WRITE_SECONDS = 0.25
_ATTEMPTS = 3
_GREETING_PAUSE_SECONDS = 0.1
CHECK_IT = said("Check its cable and power.")
_LOOK_SECONDS = 0.01
# The lamp's own clock ends an exposure; the station does, this much later, if it did not.
_GRACE_SECONDS = 0.2


class SerialLamp:
    """A lamp behind a serial line; see `UvDevice` for the protocol."""

    def __init__(
        self,
        port: Port,
        name: str,
        *,
        patience_seconds: float = 0.0,
        given_up: threading.Event | None = None,
    ) -> None:
        """Switch the lamp off and ask what it is.

        Args:
            port: an open port; it is closed if this fails.
            name: of the port, for people.
            patience_seconds: how long a board that starts anew is waited for.
            given_up: ends the waiting.

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
        self._heartbeat: threading.Thread | None = None
        try:
            self._most_seconds = self._greet(patience_seconds, given_up or threading.Event())
        except UvError:
            self._line.close()
            raise

    @classmethod
    def open(
        cls,
        port: str,
        *,
        patience_seconds: float = 0.0,
        given_up: threading.Event | None = None,
    ) -> "SerialLamp":
        """Open a port such as `/dev/ttyUSB0` or `COM3`, and greet the lamp on it.

        Raises:
            UvError: the port cannot be opened, or no lamp answers.
        """
        import serial

        try:
            opened = serial.Serial(
                port, BAUD, timeout=_READ_SECONDS, write_timeout=_WRITE_SECONDS, exclusive=True
            )
        except (OSError, ValueError) as error:
            raise UvError(_cannot_open(port, error)) from error
        return cls(opened, port, patience_seconds=patience_seconds, given_up=given_up)

    @property
    def info(self) -> UvInfo:
        """The port; real light."""
        return UvInfo(said("UV lamp on {name}", name=self._name), simulated=False)

    def status(self) -> UvStatus:
        """The present state; FAULT once the line is lost or closed."""
        with self._lock:
            return self._status if self._line.is_open else UvStatus.FAULT

    def answers(self) -> bool:
        """Whether the lamp, which is off, still answers; asked so often that a lost line does."""
        return any(self._answer_to(Command.STATUS) is not None for _ in range(_ATTEMPTS))

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
            raise UvError(
                said("{name} was not off; it is now. Start the capture again.", name=self.info.name)
            )
        ordered = self._line.tell(Command.ARM)
        heartbeat = threading.Thread(
            target=self._beat, args=(silent,), name="lamp heartbeat", daemon=True
        )
        heartbeat.start()
        self._heartbeat = heartbeat
        heard = self._line.heard_since(ordered, HEARING_SECONDS)
        if self._aborted.is_set():
            self._say_off()
        elif heard is None or heard.answer.state is not LampState.ARMED:
            raise self._failure(said("it did not get ready"))

    def expose(self, duration_seconds: float) -> Exposure:
        """Light the lamp; see `UvDevice.expose`.

        Raises:
            UvError: it was not armed, the time is out of range, or its line is lost; it is off.
        """
        with self._lock:
            armed, self._arm_unused = self._arm_unused, False
            aborted = self._aborted.is_set()
            if armed and not aborted:
                self._status = UvStatus.EXPOSING
        started_at = time.monotonic()
        try:
            if not armed:
                raise UvError(
                    said("{name} was not armed; it is off. Start again.", name=self.info.name)
                )
            check_duration(duration_seconds)
            if duration_seconds > self._most_seconds:
                raise UvError(
                    said(
                        "{name} lights for at most {most:g} s. Set a shorter time in the settings.",
                        name=self.info.name,
                        most=self._most_seconds,
                    )
                )
            if not self._line.is_open:
                raise UvError(
                    said(
                        "{name} was lost before it was lit. {hint}",
                        name=self.info.name,
                        hint=CHECK_IT,
                    )
                )
            if aborted:
                return Exposure(
                    started_at, 0.0, completed=False, simulated=False, reason=said("aborted")
                )
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
        if self._heartbeat is not None:
            self._heartbeat.join()

    def _answer_to(self, command: Command) -> Heard | None:
        return self._line.heard_since(self._line.tell(command), HEARING_SECONDS)

    def _greet(self, patience_seconds: float, given_up: threading.Event) -> float:
        """Greet until the lamp answers; its longest time in seconds."""
        deadline = time.monotonic() + patience_seconds
        self._say_off()
        greetings = 0
        while greetings < _ATTEMPTS or time.monotonic() < deadline:
            heard = self._answer_to(Command.HELLO)
            if heard is not None and heard.answer.most_milliseconds is not None:
                return self._allowed(heard.answer.most_milliseconds / 1000)
            greetings += 1
            if not self._line.is_open or given_up.wait(_GREETING_PAUSE_SECONDS):
                break
        if self._line.heard_other:
            raise UvError(
                said(
                    "What answers on {name} does not speak protocol {lamp_version} of the UV "
                    "lamp. Check the port in the settings, or load the lamp's firmware anew.",
                    name=self._name,
                    lamp_version=LAMP_VERSION,
                )
            )
        raise UvError(
            said(
                "No UV lamp answers on {name}. Check its power and cable, and the port in "
                "the settings.",
                name=self._name,
            )
        )

    def _allowed(self, seconds: float) -> float:
        if seconds > LONGEST_EXPOSURE_SECONDS:
            raise UvError(
                said(
                    "The UV lamp on {name} would stay lit for {seconds:g} s by itself; at "
                    "most {most:g} s are allowed. Mend its firmware.",
                    name=self._name,
                    seconds=seconds,
                    most=LONGEST_EXPOSURE_SECONDS,
                )
            )
        return seconds

    def _light(self, duration_seconds: float) -> Exposure:
        started_at = time.monotonic()
        ordered = self._line.tell(Command.EXPOSE, round(1000 * duration_seconds))
        ends_at = started_at + duration_seconds + _GRACE_SECONDS
        heard = self._line.heard_since(ordered, HEARING_SECONDS)
        was_lit = heard is not None and heard.answer.state in (LampState.LIT, LampState.DONE)
        while (
            heard is not None
            and heard.answer.state is LampState.LIT
            and not self._aborted.wait(_LOOK_SECONDS)
            and time.monotonic() <= min(ends_at, heard.at + HEARING_SECONDS)
        ):
            heard = self._line.heard_since(ordered, 0.0)
        if self._aborted.is_set():
            return self._ended(started_at, duration_seconds)
        if not was_lit:
            return self._failed(
                started_at, duration_seconds, said("it did not say that it was lit")
            )
        if heard is not None and heard.answer.state is LampState.DONE:
            lit_seconds = time.monotonic() - started_at
            return Exposure(
                started_at,
                lit_seconds,
                completed=True,
                simulated=False,
                reason=said("the set time was reached"),
            )
        return self._failed(started_at, duration_seconds, said("it was lost while it was lit"))

    def _ended(self, started_at: float, duration_seconds: float) -> Exposure:
        lit_seconds = self._put_out(started_at, duration_seconds)
        return Exposure(
            started_at, lit_seconds, completed=False, simulated=False, reason=said("aborted")
        )

    def _failed(self, started_at: float, duration_seconds: float, what: str) -> Exposure:
        self._silent.set()
        return Exposure(
            started_at,
            self._put_out(started_at, duration_seconds),
            completed=False,
            simulated=False,
            reason=what,
            failure=said(
                "{name}: {what}. It goes dark by itself. {hint}",
                name=self.info.name,
                what=what,
                hint=CHECK_IT,
            ),
        )

    def _put_out(self, started_at: float, duration_seconds: float) -> float:
        """Say OFF; the longest time in seconds that the light can have been on."""
        heard = self._say_off()
        longest = time.monotonic() - started_at
        # A lamp that did not hear it misses the heartbeat.
        return min(duration_seconds, longest if heard else longest + HEARTBEAT_SECONDS)

    def _beat(self, silent: threading.Event) -> None:
        """Keep the lamp alive until it is off; a lost answer does not hold up the next beat."""
        while not silent.wait(BEAT_SECONDS):
            self._line.tell(Command.BEAT)

    def _say_off(self) -> bool:
        """So often that a lost line does no harm; whether the lamp has confirmed it."""
        for _ in range(_ATTEMPTS):
            answer = self._line.ask(Command.OFF)
            if answer is not None and answer.accepted:
                return True
        return False

    def _switch_off(self) -> None:
        self._silent.set()
        self._say_off()
        with self._lock:
            self._arm_unused = False
            if self._status is not UvStatus.FAULT:
                self._status = UvStatus.OFF

    def _failure(self, what: str) -> UvError:
        self._switch_off()
        return UvError(
            said(
                "{name}: {what}. Its light is off. {hint}",
                name=self.info.name,
                what=what,
                hint=CHECK_IT,
            )
        )


def _cannot_open(port: str, error: OSError | ValueError) -> str:
    number = getattr(error, "errno", None)
    if number == errno.EACCES:
        return said(
            "The port {port} of the UV lamp may not be used by this account. Allow it "
            "(on Linux: the group dialout), then log in again.",
            port=port,
        )
    if number in (errno.EBUSY, errno.EAGAIN):
        return said("The port {port} of the UV lamp is in use. Close the other program.", port=port)
    return said(
        "The port {port} of the UV lamp cannot be opened. Check the cable, and the port "
        "in the settings.",
        port=port,
    )
