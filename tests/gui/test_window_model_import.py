"""Importing a model from the window: who answers for it, what is said, what is written down."""

import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot
from support.clinic_accounts import OPERATOR, OPERATOR_PIN, clinic_accounts
from support.model_files import package

from faceqa_gui.app import StationApp
from faceqa_gui.frames.no_source import NoSource
from faceqa_gui.quality.model_checks.trial import TrialCancelledError
from faceqa_gui.quality.model_import import Trial
from faceqa_gui.quality.model_list import ModelList
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.settings import Settings
from faceqa_gui.windows.actions import StationAction
from faceqa_gui.windows.model_import_dialog import Cancelled, ModelImportDialog
from faceqa_gui.windows.supervisor_dialog import SupervisorDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Trials:
    """Stands in for the child process, which is tested where it is: waits, then finds no fault."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.go_on = threading.Event()

    def __call__(self, cancelled: Cancelled) -> Trial:
        def try_(_contents: Mapping[str, bytes]) -> None:
            self.begun.set()
            while not self.go_on.wait(0.01):
                if cancelled():
                    raise TrialCancelledError

        return try_


@pytest.fixture
def trials() -> Trials:
    return Trials()


@pytest.fixture
def app(qtbot: QtBot, tmp_path: Path, trials: Trials) -> Iterator[StationApp]:
    made = StationApp(Settings(), NoSource(), folder=tmp_path / "home")
    made.models._trial = trials
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    trials.go_on.set()
    made.stop()


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    path = tmp_path / "packed.zip"
    path.write_bytes(package())
    return path


def open_dialog(app: StationApp) -> ModelImportDialog:
    app.window.action_table[StationAction.IMPORT_MODEL].trigger()
    (dialog,) = app.window.findChildren(ModelImportDialog)
    return dialog


def press_import(dialog: ModelImportDialog) -> None:
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def events(app: StationApp) -> list[tuple[AuditEvent, str]]:
    models = (AuditEvent.MODEL_IMPORTED, AuditEvent.MODEL_REFUSED)
    return [(entry.event, entry.who) for entry in app.store.audit() if entry.event in models]


def test_a_model_is_imported_while_the_window_goes_on(
    qtbot: QtBot, app: StationApp, packed: Path, tmp_path: Path, trials: Trials
) -> None:
    dialog = open_dialog(app)
    dialog.file.setText(str(packed))
    press_import(dialog)
    qtbot.waitUntil(trials.begun.is_set)
    assert dialog.progress.isVisible()
    assert not dialog.file.isEnabled()
    with qtbot.waitSignal(dialog.taken, timeout=10_000):
        trials.go_on.set()
    (model,) = ModelList(tmp_path / "home").imported()
    assert f"write {model.short} in the settings" in app.window.notice_bar.label.text()
    assert events(app) == [(AuditEvent.MODEL_IMPORTED, "local operator")]


def test_a_refusal_is_said_in_the_dialog_and_another_file_can_be_tried(
    qtbot: QtBot, app: StationApp, packed: Path, tmp_path: Path, trials: Trials
) -> None:
    trials.go_on.set()
    other = tmp_path / "weights.h5"
    other.write_bytes(b"\x89HDF\r\n\x1a\n")
    dialog = open_dialog(app)
    press_import(dialog)
    assert "Choose the file of a packed model" in dialog.problem.text()
    dialog.file.setText(str(other))
    with qtbot.waitSignal(dialog.was_refused, timeout=10_000):
        press_import(dialog)
    assert "is an HDF5 file" in dialog.problem.text()
    assert not dialog.progress.isVisible()
    dialog.file.setText(str(packed))
    with qtbot.waitSignal(dialog.taken, timeout=10_000):
        press_import(dialog)
    kinds = [event for event, _ in events(app)]
    assert kinds == [AuditEvent.MODEL_REFUSED, AuditEvent.MODEL_IMPORTED]


@pytest.mark.parametrize("ends", ["dialog", "station"])
def test_closing_the_dialog_or_the_station_stops_the_trial(
    qtbot: QtBot, app: StationApp, packed: Path, trials: Trials, ends: str
) -> None:
    dialog = open_dialog(app)
    dialog.file.setText(str(packed))
    press_import(dialog)
    qtbot.waitUntil(trials.begun.is_set)
    if ends == "dialog":
        dialog.reject()
    else:
        app.stop()
    assert app.models._models.imported() == ()
    assert events(app) == [], "a stopped import is no refusal"


def test_a_file_can_be_chosen(app: StationApp, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [("", ""), ("/models/packed.zip", "")]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: answers.pop(0))
    dialog = open_dialog(app)
    dialog.choose.click()
    assert dialog.file.text() == ""
    dialog.choose.click()
    assert dialog.file.text() == "/models/packed.zip"
    dialog.reject()


def test_an_operator_is_asked_for_a_supervisor(qtbot: QtBot, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    app = StationApp(Settings(), NoSource(), folder=home, accounts=clinic_accounts(home))
    qtbot.addWidget(app.window)
    app.session.sign_in(OPERATOR.name, OPERATOR_PIN)
    app.operators.follow()
    app.window.show()
    app.window.action_table[StationAction.IMPORT_MODEL].trigger()
    assert app.window.findChildren(ModelImportDialog) == []
    (dialog,) = app.window.findChildren(SupervisorDialog)
    assert "import a model" in dialog.head.text()
    dialog.reject()
    app.stop()
