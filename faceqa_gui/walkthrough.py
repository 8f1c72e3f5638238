"""`play`: the station's whole flow, usually without a screen, with a picture of each step."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from faceqa_gui.app import StationApp, hold_single_instance, qt_application
from faceqa_gui.assessment.actions import SENTENCES, Action
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.errors import FaceQAError, OperatorError, StoreError
from faceqa_gui.explanation.explanation import Stage
from faceqa_gui.frames.open_source import source_from
from faceqa_gui.operators.accounts import Accounts, Mode
from faceqa_gui.program_log import kept_log, watched_failures
from faceqa_gui.quality.model_list import ModelList
from faceqa_gui.settings import UNATTENDED, Settings, home
from faceqa_gui.station_state import StationState, Step, StepState

DEMO = "demo"
_PICTURE_QUALITY = 60
WINDOW_SIZE = (1440, 900)
_LOOK_MS = 40
_STEADY_LOOKS = 3
_DEMO_LIMIT_SECONDS = 240.0
_LIVE_LIMIT_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Moment:
    """A state of the flow that must be seen in the window."""

    name: str
    is_shown: Callable[[StationState], bool]


def _red(action: Action) -> Callable[[StationState], bool]:
    return lambda state: state.light is Light.RED and state.action is action


def _explaining(state: StationState) -> bool:
    progress = state.progress
    return (
        progress is not None
        and progress.stage is Stage.SAMPLES
        and 0.3 * progress.total <= progress.done < progress.total
    )


MOMENTS = (
    Moment("loading-the-model", lambda state: state.action is Action.WAIT_FOR_MODEL),
    Moment("red-no-face", _red(Action.SHOW_FACE)),
    Moment("red-blurred", _red(Action.HOLD_STILL)),
    Moment("red-glasses", _red(Action.TAKE_OFF_GLASSES)),
    Moment("red-covered", _red(Action.UNCOVER_FACE)),
    Moment("amber-eyes-open", lambda state: state.action is Action.CLOSE_BOTH_EYES),
    Moment("explaining", _explaining),
    Moment("green-permitted", lambda state: state.permitted and state.action is Action.READY),
    Moment("captured", lambda state: state.steps[Step.UV_CAPTURE] is StepState.DONE),
)


class Walkthrough(QObject):
    """Watches the window's state, takes a picture of each new step, and presses the UV button."""

    def __init__(self, station_app: StationApp, out: Path, *, demo: bool) -> None:
        super().__init__()
        self._app = station_app
        self._out = out
        self._demo = demo
        self._started = time.monotonic()
        self._missing = list(MOMENTS)
        self._steady: dict[str, int] = {}
        self._seen: set[tuple[Light, Action]] = set()
        self._pictures = 0
        self._judged = 0
        self.problem = ""
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._observe)
        station_app.loader.refused.connect(self._refuse)

    @property
    def complete(self) -> bool:
        """Whether everything that had to be seen was seen."""
        return not self._missing if self._demo else self._judged > 0

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the states that were not reached."""
        return tuple(moment.name for moment in self._missing)

    def start(self) -> None:
        """Start the station and watch it."""
        self._app.start()
        # On a screen without a window manager nobody else puts it in front.
        self._app.window.activateWindow()
        self._look.start()

    def _refuse(self, reason: str) -> None:
        self.problem = reason
        self._finish()

    def _finish(self) -> None:
        self._look.stop()
        QApplication.exit(0)

    def _observe(self) -> None:
        state = self._app.station.state()
        elapsed = time.monotonic() - self._started
        self._judged += bool(state.probabilities)
        if self._demo:
            self._look_for_moments(state, elapsed)
            if not self._missing or elapsed > _DEMO_LIMIT_SECONDS:
                self._finish()
        else:
            self._follow(state, elapsed)
            if self._app.reader.isFinished() or elapsed > _LIVE_LIMIT_SECONDS:
                self.problem = "" if self._judged else state.notice
                self._finish()

    def _look_for_moments(self, state: StationState, elapsed: float) -> None:
        for moment in tuple(self._missing):
            looks = self._steady.get(moment.name, 0) + 1 if moment.is_shown(state) else 0
            self._steady[moment.name] = looks
            if looks >= _STEADY_LOOKS:
                self._missing.remove(moment)
                self._keep(moment.name, state, elapsed)
        # A capture that a slow computer cut short is tried again; one that is done is not.
        done = state.steps[Step.UV_CAPTURE] is StepState.DONE
        if state.permitted and self.missing == ("captured",) and not done:
            QTest.mouseClick(self._app.window.uv_button, Qt.MouseButton.LeftButton)

    def _follow(self, state: StationState, elapsed: float) -> None:
        key = (state.light, state.action)
        looks = self._steady.get(state.action, 0) + 1
        self._steady = {state.action: looks}
        if looks >= _STEADY_LOOKS and key not in self._seen:
            self._seen.add(key)
            self._keep(f"{state.light}-{state.action.replace('_', '-')}", state, elapsed)

    def _keep(self, name: str, state: StationState, elapsed: float) -> None:
        self._app.refresh()
        self._pictures += 1
        path = self._out / f"{self._pictures:02d}-{name}.png"
        # Packed lightly: packing takes a processor from the judging for as long as it lasts.
        if not self._app.window.grab().save(str(path), "PNG", _PICTURE_QUALITY):
            raise StoreError(f"{path} could not be written. Check the folder and the disk.")
        headline = SENTENCES[state.action].headline
        print(f"{elapsed:6.1f} s  {state.light.upper():5}  {headline}  → {path}", flush=True)


def play(source_text: str, model: str, out: Path, *, on_screen: bool = False) -> int:
    """Play the flow once and leave pictures and the capture in `out`.

    Args:
        source_text: the demo, whose every state must be reached, or any other source, which is
            followed to its end (at most a minute for a camera or a stream).
        model: the model to judge with, of this computer's list; "" for the shipped one.
        out: folder for the pictures and the capture record.
        on_screen: show the window instead of painting it into memory.

    Returns:
        0 when every state was really reached, else 1.

    Raises:
        FaceQAError: source, model or folder cannot be used.
    """
    demo = source_text == DEMO
    source = source_from(source_text, loop=demo)
    accounts = Accounts(out, local_unless_chosen=True)
    if accounts.standing().mode is not Mode.SINGLE:
        raise OperatorError(
            f"Operators sign in in {out}, where nobody can be asked. Name another folder."
        )
    application = qt_application(offscreen=not on_screen)
    lock = hold_single_instance(out)
    for old in out.glob("[0-9][0-9]-*.png"):
        old.unlink()
    place = (
        "The flow runs on the screen"
        if on_screen
        else "There is no screen: the flow runs offscreen"
    )
    print(f"{place} and leaves its pictures in {out}/.")
    print("Nobody is asked who works here: it is the local operator.")
    station_app = StationApp(
        Settings(operators=UNATTENDED),
        source,
        folder=out,
        model=model,
        models=ModelList(home()),
        accounts=accounts,
    )
    station_app.window.resize(*WINDOW_SIZE)
    walkthrough = Walkthrough(station_app, out, demo=demo)
    try:
        with kept_log(out), watched_failures(station_app.station.fail):
            walkthrough.start()
            application.exec()
    finally:
        station_app.stop()
        lock.unlock()
    if walkthrough.problem:
        raise FaceQAError(walkthrough.problem)
    for capture in station_app.station.state().captures:
        print(f"Capture {capture.identifier} lies in {capture.folder}.")
    if not walkthrough.complete:
        print(f"Not reached: {', '.join(walkthrough.missing)}." if demo else "No frame was judged.")
        return 1
    print("Every state was reached." if demo else "The source was followed to its end.")
    return 0
