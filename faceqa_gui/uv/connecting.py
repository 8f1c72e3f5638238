"""`ConnectingUv`: a serial lamp that may come late, go and come back."""

import threading

from faceqa_gui.uv.device import Exposure, UvError, UvInfo, UvStatus
from faceqa_gui.uv.serial_lamp import CHECK_IT, SerialLamp
from faceqa_gui.wording import said

PATIENCE_SECONDS = 4.0
"""A board that starts anew when its port is opened is greeted for so long; an Arduino needs 2 s."""

_LOOK_SECONDS = 0.1
_LOOKS_PER_QUESTION = 10
_FIRST_PAUSE_SECONDS = 0.5
_LONGEST_PAUSE_SECONDS = 5.0
_JOIN_SECONDS = 2.0


class ConnectingUv:
    """Connects to a serial lamp in a thread of its own; see `UvDevice` for the protocol.

    The thread opens the port, greets the lamp, notices when it is lost, and tries again. It never
    arms anything: it only hands over the lamp. An exposure ends on the lamp on which it began.
    """

    def __init__(self, port: str) -> None:
        """Begin to look for the lamp on `port`, such as `/dev/ttyUSB0` or `COM3`; "" has none."""
        self._port = port
        self._changed = threading.Condition()
        self._lamp: SerialLamp | None = None
        self._exposing = False
        self._closing = threading.Event()
        self._problem: str = (
            said("Connecting to the UV lamp on {port}. This takes a few seconds.", port=port)
            if port
            else said(
                "No port is set for the UV lamp. Set one in the settings, then start FaceQA again."
            )
        )
        self._connector = threading.Thread(target=self._connect, name="lamp connector", daemon=True)
        if port:
            self._connector.start()

    @property
    def info(self) -> UvInfo:
        """The port, real light, and why the lamp is not there if it is not."""
        with self._changed:
            lost = self._lamp is not None and self._lamp.status() is UvStatus.FAULT
            problem = self._lost if lost else self._problem
        return UvInfo(
            said("UV lamp on {name}", name=self._port or said("no port")),
            simulated=False,
            problem=problem,
        )

    def status(self) -> UvStatus:
        """The lamp's state; FAULT while there is none."""
        lamp = self._lamp
        return UvStatus.FAULT if lamp is None else lamp.status()

    def arm(self) -> None:
        """Get the lamp ready for one exposure.

        Raises:
            UvError: there is no lamp, or it does not get ready.
        """
        lamp = self._lamp
        if lamp is None:
            raise UvError(self._problem)
        lamp.arm()

    def expose(self, duration_seconds: float) -> Exposure:
        """Light the lamp; see `UvDevice.expose`.

        Raises:
            UvError: there is no lamp, or it refused; see `SerialLamp.expose`.
        """
        with self._changed:
            lamp = self._lamp
            if lamp is None:
                raise UvError(said("{problem} The exposure was not begun.", problem=self._problem))
            # One that came back meanwhile was not armed, and refuses.
            self._exposing = True
        try:
            return lamp.expose(duration_seconds)
        finally:
            with self._changed:
                self._exposing = False
                self._changed.notify_all()

    def abort(self) -> None:
        """Switch the light off now, or take an arm back; harmless at any other time."""
        lamp = self._lamp
        if lamp is not None:
            lamp.abort()

    def close(self) -> None:
        """Switch off for good and end the thread; may be called more than once."""
        self._closing.set()
        self.abort()
        # A port that hangs inside its driver is left to the daemon thread.
        if self._connector.ident is not None:
            self._connector.join(_JOIN_SECONDS)

    @property
    def _lost(self) -> str:
        return said(
            "The UV lamp on {port} is lost. {hint} FaceQA keeps looking for it.",
            port=self._port,
            hint=CHECK_IT,
        )

    def _connect(self) -> None:
        pause = _FIRST_PAUSE_SECONDS
        while not self._closing.is_set():
            try:
                lamp = SerialLamp.open(
                    self._port, patience_seconds=PATIENCE_SECONDS, given_up=self._closing
                )
            except UvError as error:
                self._hand_over(None, said("{error} FaceQA keeps trying.", error=error))
            else:
                self._hand_over(lamp, "")
                self._stay(lamp)
                self._take_back(lamp)
                pause = _FIRST_PAUSE_SECONDS
            self._closing.wait(pause)
            pause = min(2 * pause, _LONGEST_PAUSE_SECONDS)

    def _hand_over(self, lamp: SerialLamp | None, problem: str) -> None:
        with self._changed:
            self._lamp, self._problem = lamp, problem

    def _stay(self, lamp: SerialLamp) -> None:
        """Until the lamp is lost or this is closed; an idle lamp is asked once a second."""
        looks = 0
        while not self._closing.wait(_LOOK_SECONDS) and lamp.status() is not UvStatus.FAULT:
            looks += 1
            if looks % _LOOKS_PER_QUESTION == 0 and lamp.status() is UvStatus.OFF:
                if lamp.answers():
                    continue
                # Armed meanwhile, its own questions tell how it is.
                if lamp.status() is UvStatus.OFF:
                    return

    def _take_back(self, lamp: SerialLamp) -> None:
        with self._changed:
            self._changed.wait_for(lambda: not self._exposing)
            closed = said("The UV lamp on {port} is closed.", port=self._port)
            self._lamp, self._problem = None, closed if self._closing.is_set() else self._lost
        lamp.close()
