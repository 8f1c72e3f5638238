"""Row P3 by idleness, and ways around signing in: a safe start, a first start that is left."""

import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot
from support.clinic_accounts import (
    OPERATOR,
    OPERATOR_PIN,
    clinic_accounts,
    new_accounts,
)
from support.scripted_app import ScriptedApp
from support.signed_app import signed_app
from support.station_bench import SETTINGS

from faceqa_gui.app import run_station
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.operators.accounts import Accounts, Mode
from faceqa_gui.operators.session import IDLE_SECONDS, Door
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import SETTINGS_FILE, UvSettings
from faceqa_gui.settings_file import load_settings
from faceqa_gui.start_record import StartRecord
from faceqa_gui.station_state import WaitsFor
from faceqa_gui.uv.device import UvStatus
from faceqa_gui.windows.start_assistant import StartAssistant
from faceqa_gui.windows.station_window import StationWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
WAIT_MS = 20_000


class SignedIn:
    """The real program with an operator at it, and a clock of the session that can jump."""

    def __init__(self, qtbot: QtBot, folder: Path, *, local: bool = False) -> None:
        self._qtbot = qtbot
        self._passed = 0.0
        uv = UvSettings(exposure_seconds=5.0)
        accounts = Accounts(folder, local_unless_chosen=True) if local else None
        self.app, self.camera = signed_app(folder, SETTINGS.model_copy(update={"uv": uv}), accounts)
        self.app.session._clock = lambda: time.monotonic() + self._passed
        qtbot.addWidget(self.app.window)
        self.app.start()

    def sign_in(self) -> None:
        self.app.session.sign_in(OPERATOR.name, OPERATOR_PIN)
        self.app.operators.follow()

    def make_ready(self) -> None:
        self.camera.light = Light.AMBER
        state = self.app.station.state
        self._qtbot.waitUntil(lambda: state().explanation_valid, timeout=WAIT_MS)
        self.camera.light = Light.GREEN
        self._qtbot.waitUntil(self.app.window.uv_button.isEnabled, timeout=WAIT_MS)

    def wait_idle(self) -> None:
        self._passed += IDLE_SECONDS
        self._qtbot.waitUntil(self.app.window.cover.isVisible, timeout=WAIT_MS)


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[SignedIn]:
    made = SignedIn(qtbot, tmp_path)
    yield made
    made.app.window.close()


def test_p3_an_idle_station_shows_nobody_revokes_and_asks_again(
    program: SignedIn, qtbot: QtBot
) -> None:
    program.sign_in()
    program.make_ready()
    app, view = program.app, program.app.window.live_view
    assert app.station.state().permitted
    program.wait_idle()
    assert not app.station.press()
    qtbot.wait(200)  # frames keep coming
    assert view.shown_sequence is None
    state = app.station.state()
    assert state.signed_out
    assert WaitsFor.SIGNED_IN in state.waits_for
    assert (state.explanation, state.captures, state.history) == (None, (), ())
    assert (state.probabilities, state.region, state.face, state.progress) == ({}, None, None, None)
    for key in (Qt.Key.Key_F9, Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(app.window, key)
    assert not app.station.is_capturing
    program.sign_in()
    assert not app.station.state().permitted  # green is earned anew
    qtbot.waitUntil(lambda: app.station.state().permitted, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: view.shown_sequence is not None, timeout=WAIT_MS)


def test_p3_a_lit_lamp_goes_off_when_its_operator_is_gone(program: SignedIn, qtbot: QtBot) -> None:
    program.sign_in()
    program.make_ready()
    app = program.app
    app.window.fire_requested.emit()
    device = app.station._device
    qtbot.waitUntil(lambda: device.status() is UvStatus.EXPOSING, timeout=WAIT_MS)
    program.wait_idle()
    qtbot.waitUntil(lambda: not app.station.is_capturing, timeout=WAIT_MS)
    (stored,) = app.store.captures()
    record = app.store.load(stored.identifier)
    assert record.exposure is not None
    assert not record.exposure.completed
    assert record.exposure.duration_seconds < 5.0
    assert (record.operator, record.operator_role) == (OPERATOR.name, "operator")


def test_p3_the_local_operators_station_is_covered_too_and_goes_on_at_a_key(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = SignedIn(qtbot, tmp_path, local=True)
    program.make_ready()
    program.wait_idle()
    assert not program.app.station.press()
    assert program.app.window.live_view.shown_sequence is None
    QTest.keyClick(program.app.window.cover.button, Qt.Key.Key_Space)
    assert not program.app.window.cover.isVisible()
    program.app.window.close()


@pytest.mark.parametrize("kind", ["key", "pedal", "press", "move", "wheel"])
def test_p3_every_touch_counts(program: SignedIn, qtbot: QtBot, kind: str) -> None:
    program.sign_in()
    window = program.app.window
    handle = window.windowHandle()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    program._passed = IDLE_SECONDS - 30.0
    middle = QPoint(200, 300)
    touches: dict[str, Callable[[], object]] = {
        "key": lambda: QTest.keyClick(handle, Qt.Key.Key_A),
        "pedal": lambda: QTest.keyClick(handle, Qt.Key.Key_F9),
        "press": lambda: QTest.mouseClick(
            handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle
        ),
        "move": lambda: [QTest.mouseMove(handle, middle * part) for part in (1, 2)],
        "wheel": lambda: QTest.wheelEvent(handle, middle, QPoint(0, 120)),
    }
    touches[kind]()
    qtbot.wait(20)
    program._passed = 2 * IDLE_SECONDS - 60.0
    assert program.app.session.view().door is Door.OPEN
    program._passed += 61.0
    touches[kind]()  # too late
    qtbot.waitUntil(window.cover.isVisible)


# Ways around


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Path]:
    assert qtbot is not None
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path))
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield tmp_path
    for number, handler in handlers.items():
        signal.signal(number, handler)


def run_and_look(look: Callable[[StationWindow], None]) -> None:
    seen: list[StationWindow] = []

    def visit() -> None:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, StationWindow)]
        if not windows:
            QTimer.singleShot(50, visit)
            return
        try:
            look(windows[0])
            seen.append(windows[0])
        finally:
            windows[0].close()

    QTimer.singleShot(300, visit)
    assert run_station("demo", "") == 0
    assert seen, "the look at the window failed"
    seen[0].deleteLater()


@pytest.fixture
def without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading the model is of no use here and takes long."""
    monkeypatch.setattr("faceqa_gui.app.StationApp", ScriptedApp)


@pytest.mark.usefixtures("without_a_model")
def test_a_safe_start_asks_who_works_here_too(home: Path) -> None:
    clinic_accounts(home)
    for _ in range(2):
        StartRecord(home).begin()

    def look(window: StationWindow) -> None:
        assert window.cover.isVisible()
        assert not window.live_view.isVisible()

    run_and_look(look)


@pytest.mark.usefixtures("without_a_model")
def test_a_damaged_file_starts_the_program_closed_and_stays(home: Path) -> None:
    path = clinic_accounts(home).path
    path.write_bytes(b"{")

    def look(window: StationWindow) -> None:
        assert window.cover.headline.text() == "Closed"
        assert str(path) in window.cover.about.text()

    run_and_look(look)
    assert path.read_bytes() == b"{"


def answer_first_start(answer: Callable[[StartAssistant], None]) -> None:
    """Answer once the assistant is there; one that another test left does not count."""

    def visit() -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, StartAssistant) and dialog.isVisible():
                answer(dialog)
                return
        QTimer.singleShot(100, visit)

    QTimer.singleShot(100, visit)


@pytest.mark.usefixtures("without_a_model")
def test_the_first_start_asks_and_goes_on(home: Path) -> None:
    def choose(dialog: StartAssistant) -> None:
        dialog.demo_button.click()
        forward = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
        forward.click()
        forward.click()
        dialog.choice.single.setChecked(True)
        # The self-test is the last page.
        dialog.tested.connect(forward.click)
        forward.click()

    answer_first_start(choose)
    run_and_look(lambda window: window.show())
    assert new_accounts(home).standing().mode is Mode.SINGLE
    assert load_settings(home / SETTINGS_FILE)[0].source == "demo"
    noted = [one for one in CaptureStore(home / "captures").audit() if "change" in one.facts]
    assert [(one.who, one.facts["change"]) for one in noted] == [("(nobody)", "one local operator")]


def test_a_first_start_that_is_left_starts_nothing(home: Path) -> None:
    answer_first_start(StartAssistant.reject)
    assert run_station("demo", "") == 0
    assert new_accounts(home).standing().mode is Mode.NOT_CHOSEN
    assert not (home / "captures").exists()
