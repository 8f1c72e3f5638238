"""Every window and dialog of the program, filled so that most of its texts are seen."""

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from gui import gui_states
from gui.deletions import flush_deletions
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from support.clinic_accounts import clinic_accounts
from support.lab_results import FACTS, invented
from support.labelled_pictures import write_picture
from support.station_bench import SETTINGS
from support.stored_captures import NOON, full_record, store_of

from faceqa_gui.app import SAFE_START_NOTICE, qt_application
from faceqa_gui.errors import FaceQAError, OperatorError
from faceqa_gui.frames.camera_trouble import Trouble
from faceqa_gui.instruction import Instruction
from faceqa_gui.lab.window_jobs import LabResult, RunWish
from faceqa_gui.operators.accounts import Mode
from faceqa_gui.operators.operator import Operator, Right, Role
from faceqa_gui.operators.session import Door, OperatorSession, SessionView
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model_list import ListedModel
from faceqa_gui.records.verification import Fault, Problem
from faceqa_gui.self_test import Finding, Part, Result, SelfTest
from faceqa_gui.settings import GateSettings, Settings
from faceqa_gui.settings_changes import changes
from faceqa_gui.station_state import DoseState
from faceqa_gui.widgets.language import Retranslated
from faceqa_gui.widgets.sign_in_cover import SignInCover
from faceqa_gui.widgets.theme import colours_in_use
from faceqa_gui.windows.about_dialog import AboutDialog
from faceqa_gui.windows.action_table import ActionTable
from faceqa_gui.windows.captures_window import CapturesWindow
from faceqa_gui.windows.first_start_dialog import FirstStartDialog
from faceqa_gui.windows.help_window import HelpWindow
from faceqa_gui.windows.lab_window import LabWindow
from faceqa_gui.windows.looser_settings_dialog import LooserSettingsDialog
from faceqa_gui.windows.model_import_dialog import ModelImportDialog
from faceqa_gui.windows.new_pin_dialog import NewPinDialog
from faceqa_gui.windows.operators_dialog import OperatorsDialog
from faceqa_gui.windows.override_dialog import OverrideDialog
from faceqa_gui.windows.own_pin_dialog import OwnPinDialog
from faceqa_gui.windows.self_test_dialog import SelfTestDialog
from faceqa_gui.windows.settings_dialog import SettingsDialog
from faceqa_gui.windows.shortcut_sheet import ShortcutSheet
from faceqa_gui.windows.start_assistant import StartAssistant
from faceqa_gui.windows.station_window import StationWindow
from faceqa_gui.windows.subject_window import SubjectWindow
from faceqa_gui.windows.supervisor_dialog import SupervisorDialog
from faceqa_gui.windows.training_window import TrainingWindow
from faceqa_gui.wording import said

_TURNS = 3

Build = Callable[[Path], QWidget]

SCREEN = (1280, 720)
UNCOVER = frozenset({"uncovered", "sharp"})
DOSE = DoseState(10.0, 40.0, 1000.0)
OTTO = Operator("Otto", Role.OPERATOR)
WORDS = said("Nobody works here now, so this stays closed. Sign in.")


STATES = (
    gui_states.LOADING,
    gui_states.AMBER,
    gui_states.EXPLAINING,
    gui_states.GREEN,
    gui_states.WEAK,
    gui_states.CAPTURING,
    dataclasses.replace(gui_states.LATCHED, notice=SAFE_START_NOTICE),
    dataclasses.replace(gui_states.red(), overridable=UNCOVER, dose=DOSE),
)
"""What the station window may be asked to show."""


def _station(_folder: Path) -> QWidget:
    window = StationWindow(SETTINGS)
    window.show_frame(gui_states.frame(1))
    window.show_model("MobileNet 3fa9", 0.5)
    window.show_state(STATES[-1])
    return window


def _settings(_folder: Path) -> QWidget:
    dialog = SettingsDialog(Settings(gate=GateSettings(dwell_seconds=2.0)), model_threshold=0.5)
    dialog.rows["gate", "dwell_seconds"].editor.write(0.1)
    return dialog


def _looser(_folder: Path) -> QWidget:
    loose = Settings(gate=GateSettings(needed_frames=2, dwell_seconds=0.1))
    return LooserSettingsDialog(changes(Settings(), loose))


def _captures(folder: Path) -> QWidget:
    store = store_of(
        folder / "captures", full_record("Ada"), full_record("Bo", completed=False, minutes=5)
    )
    window = CapturesWindow(store, who=lambda: "front desk 2")
    window.filter.show_all()
    window.show_captures()
    while window._opened is None:
        QTest.qWait(5)
    window.store_verdict.show_problems(
        full_record().captured_at, [Problem("audit/3", fault, "why") for fault in Fault]
    )
    return window


def _lab(folder: Path) -> QWidget:
    paths = [write_picture(folder / f"{n}.png", QUALITY_LABELS[n % 5], n) for n in range(10)]
    window = LabWindow(folder / "home")
    result = LabResult(RunWish(None, folder, "label"), invented(paths, seed=2), FACTS, None)
    window._take_result(result)
    return window


def _operators(folder: Path) -> QWidget:
    accounts = clinic_accounts(folder)
    return OperatorsDialog(accounts, OperatorSession(accounts))


def _supervisor(folder: Path) -> QWidget:
    return SupervisorDialog(OperatorSession(clinic_accounts(folder)), Right.SETTINGS)


def _no_import(_path: Path, _cancelled: object) -> Callable[[], ListedModel]:
    raise FaceQAError("nothing is imported here")


def _sign_in(_folder: Path) -> QWidget:
    cover = SignInCover()
    cover.show_view(SessionView(Door.LOCKED, OTTO, 1, Mode.ACCOUNTS, "", idle=True))
    cover.show_refusal(OperatorError(said("Give a supervisor's name and PIN.")))
    return cover


def _self_test(_folder: Path) -> QWidget:
    results = [Result(part, finding, WORDS) for part, finding in zip(Part, cycle(Finding))]
    return SelfTestDialog(SelfTest(tuple(results), NOON, 1.0))


def _assistant(_folder: Path) -> QWidget:
    test = SelfTest(tuple(Result(part, Finding.PASS, WORDS) for part in Part), NOON, 1.0)
    return StartAssistant(SETTINGS, lambda *_: test, choose=lambda *_: None, cameras=lambda: ())


class _Owner(Retranslated, QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.table = ActionTable(self, lambda _right, _go: None)

    def _retranslate(self) -> None:
        self.table.retranslate()


def _shortcuts(_folder: Path) -> QWidget:
    owner = _Owner()
    sheet = ShortcutSheet(owner.table)
    owner.setParent(sheet)
    return sheet


def _subject(_folder: Path) -> QWidget:
    station = QWidget()
    window = SubjectWindow(station)
    window.destroyed.connect(station.deleteLater)
    window.show_settings(SETTINGS, colours_in_use(qt_application(offscreen=True)))
    state = gui_states.AMBER
    window.show_state(state, Instruction(state.action, state.light))
    window.live_view.show_frame(gui_states.frame(1))
    return window


def _station_without_camera(folder: Path) -> QWidget:
    window = _station(folder)
    assert isinstance(window, StationWindow)
    window.show_source(None)
    window.trouble.show_trouble(WORDS, Trouble.DENIED)
    return window


WINDOWS: dict[str, Build] = {
    "station": _station,
    "station without its camera": _station_without_camera,
    "for the subject": _subject,
    "settings": _settings,
    "less strict settings": _looser,
    "captures": _captures,
    "lab": _lab,
    "training": lambda _folder: TrainingWindow(),
    "operators": _operators,
    "supervisor": _supervisor,
    "own PIN": lambda folder: OwnPinDialog(clinic_accounts(folder), "Otto"),
    "new operator": lambda _folder: NewPinDialog(lambda *_: None),
    "new PIN": lambda _folder: NewPinDialog(lambda *_: None, name="Otto"),
    "override": lambda _folder: OverrideDialog(UNCOVER, "front desk 2"),
    "model import": lambda _folder: ModelImportDialog(_no_import),
    "first start": lambda _folder: FirstStartDialog(lambda *_: None),
    "shortcuts": _shortcuts,
    "sign-in": _sign_in,
    "help": lambda _folder: HelpWindow(),
    "about": AboutDialog,
    "self-test": _self_test,
    "start assistant": _assistant,
}
"""Builds each by its name, given an empty folder."""

WITH_KEYS = [name for name in WINDOWS if name != "for the subject"]
"""Those that take keys; the subject, whose eyes are closed, presses none."""


@contextmanager
def shown_window(app: QApplication, build: Build, folder: Path) -> Iterator[QWidget]:
    """A window on a small screen, until the end of the block."""
    folder.mkdir(parents=True, exist_ok=True)
    window = build(folder)
    try:
        if isinstance(window, StationWindow):
            window.resize(*SCREEN)
        window.show()
        size = window.size()
        window.resize(min(size.width(), SCREEN[0]), min(size.height(), SCREEN[1]))
        settle(app)
        yield window
    finally:
        if isinstance(window, CapturesWindow | LabWindow | TrainingWindow):
            window.stop()
            window.wait(QDeadlineTimer(20_000))
        window.close()
        window.deleteLater()
        settle(app)


def settle(app: QApplication) -> None:
    """Let layouts find their places, and what is to be deleted go."""
    for _ in range(_TURNS):
        app.processEvents()
        flush_deletions()
