"""The captures window shows, verifies and exports what the store holds, and nobody once locked."""

import dataclasses
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from gui import gui_states
from gui.gui_states import GREEN
from PySide6.QtCore import QDate, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from support.capture_records import make_record
from support.stored_captures import GREYS, PICTURES, full_record, store_of

from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.capture_row import CaptureRow, CaptureState
from faceqa_gui.records.export_report import ExportKind
from faceqa_gui.records.layout import INDEX_NAME
from faceqa_gui.records.record import CaptureRecord
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.records.verification import Fault, Problem
from faceqa_gui.station_state import CaptureSummary, StationState
from faceqa_gui.widgets.capture_filter import Days
from faceqa_gui.widgets.capture_list import PAGE, CaptureModel
from faceqa_gui.widgets.fact_card import FactCard
from faceqa_gui.widgets.theme import apply_theme
from faceqa_gui.widgets.verdict_card import VerdictCard
from faceqa_gui.windows.captures_window import CapturesWindow

# What Qt's offscreen platform says of any window that is raised.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

RECORDS = (
    full_record("Ada"),
    full_record("Grace", completed=False, minutes=5),
    full_record("Ada Byron", minutes=60 * 24),
)


@pytest.fixture
def store(tmp_path: Path) -> CaptureStore:
    return store_of(tmp_path / "captures", *RECORDS)


@pytest.fixture
def window(qtbot: QtBot, store: CaptureStore) -> Iterator[CapturesWindow]:
    made = CapturesWindow(store, who=lambda: "front desk 2")
    qtbot.addWidget(made)
    yield made
    made.stop()
    assert made.reader.wait(5000)


def state_with(*records: CaptureRecord) -> StationState:
    summaries = tuple(
        CaptureSummary(record.identifier, Path("/captures"), PICTURES["face.png"], completed=True)
        for record in records
    )
    return dataclasses.replace(GREEN, captures=summaries)


def open_at(qtbot: QtBot, window: CapturesWindow, record: CaptureRecord) -> None:
    if not window.isVisible():
        window.show_captures(record.identifier)
    else:
        window.list.choose(record.identifier)
    qtbot.waitUntil(lambda: window.details.title.text().startswith(f"{record.subject}  "))
    qtbot.waitUntil(lambda: not window.details.pictures.large.picture.isNull())


def texts(window: CapturesWindow) -> str:
    cards = window.details.findChildren(FactCard)
    return "\n".join(label.text() for card in cards for label in card.findChildren(QLabel))


def listed(window: CapturesWindow) -> list[str]:
    return [row.subject for row in window.list.model.rows]


def test_this_session_is_listed_and_by_a_switch_all_of_the_store(
    qtbot: QtBot, window: CapturesWindow
) -> None:
    window.show_state(state_with(RECORDS[1]))
    window.show_captures()
    qtbot.waitUntil(lambda: listed(window) == ["Grace"])
    assert window.count.text() == "1 of 1 capture"
    window.filter.all_button.click()
    assert listed(window) == ["Ada Byron", "Grace", "Ada"]
    assert window.count.text() == "3 of 3 captures"


def test_captures_are_found_by_subject_and_day(qtbot: QtBot, window: CapturesWindow) -> None:
    window.filter.all_button.click()
    window.show_captures()
    qtbot.waitUntil(lambda: len(listed(window)) == 3)
    window.filter.subject_field.setText(" ADA ")
    assert listed(window) == ["Ada Byron", "Ada"]
    day = RECORDS[0].captured_at.astimezone().date()
    window.filter.days_box.setCurrentIndex(Days.ONE)
    assert window.filter.day_field.isVisible()
    window.filter.day_field.setDate(QDate(day.year, day.month, day.day))
    assert listed(window) == ["Ada"]
    window.filter.days_box.setCurrentIndex(Days.TODAY)
    assert listed(window) == []
    assert window.details.title.text() == "No capture is listed."
    assert not window.verify_button.isEnabled()
    window.filter.days_box.setCurrentIndex(Days.WEEK)
    assert listed(window) == []


def test_an_opened_capture_shows_all_that_is_known_of_it(
    qtbot: QtBot, window: CapturesWindow
) -> None:
    open_at(qtbot, window, RECORDS[0])
    said = texts(window)
    for words in (
        "front desk 2 (operator)",
        "✓ completed: the set time was reached",
        "0.9, named by the model",
        "✕ failed   0.700   overruled",
        "Dr. Noether",
        "Bandage",
        "10.00 J/m²",
        "Audit trail",
        "capture begun, front desk 2",
        "capture stored, front desk 2",
    ):
        assert words in said
    assert window.details.problem.isHidden()
    pictures = window.details.pictures
    for name, grey in GREYS.items():
        pictures.buttons[name].click()
        assert pictures.large.picture.pixelColor(3, 3).red() == grey
    assert pictures.large.accessibleName() == "Beside the UV"


def test_the_chosen_picture_stays_chosen_from_capture_to_capture(
    qtbot: QtBot, window: CapturesWindow
) -> None:
    open_at(qtbot, window, RECORDS[0])
    window.details.pictures.buttons["uv.png"].click()
    open_at(qtbot, window, RECORDS[1])
    assert window.details.pictures.buttons["uv.png"].isChecked()


def test_captures_stand_in_the_list_with_shape_words_and_picture(
    qtbot: QtBot, window: CapturesWindow, store: CaptureStore
) -> None:
    begun = make_record(subject="Emmy", exposure=None)
    store.begin(begun)
    window.filter.all_button.click()
    window.show_captures()
    model = window.list.model
    qtbot.waitUntil(lambda: len(model.rows) == 4)
    marks = {row.subject: [text for text, _ in model.marks(row)] for row in model.rows}
    assert marks == {
        "Ada": ["✓ completed"],
        "Grace": ["◐ cut short"],
        "Ada Byron": ["✓ completed"],
        "Emmy": ["▲ never stored"],
    }
    row = next(row for row in model.rows if row.subject == "Ada")
    qtbot.waitUntil(lambda: model.picture_of(row) is not None)
    said = model.data(model.place_of(row.identifier), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(said, str)
    assert "Ada, ✓ completed" in said
    assert not window.grab().isNull()
    window.list.choose(begun.identifier)
    qtbot.waitUntil(lambda: "never stored" in window.details.problem.text())
    assert window.details.pictures.isHidden()
    assert "Emmy" in texts(window)


def test_a_whole_capture_is_verified_in_words_with_the_time(
    qtbot: QtBot, window: CapturesWindow
) -> None:
    window.show_state(state_with(*RECORDS))
    open_at(qtbot, window, RECORDS[0])
    with qtbot.waitSignal(window.verified) as said:
        window.verify_button.click()
    assert said.args == [RECORDS[0].identifier, True]
    verdict = window.details.verdict
    assert verdict.headline.text().startswith("✓ Verified at ")
    assert "this capture is as it was stored" in verdict.headline.text()
    assert (verdict.property("tone"), verdict.isVisible()) == ("good", True)
    row = window.list.model.rows[-1]
    assert [text for text, _ in window.list.model.marks(row)] == ["✓ completed", "✓ verified"]
    open_at(qtbot, window, RECORDS[1])
    assert verdict.isHidden()
    open_at(qtbot, window, RECORDS[0])
    qtbot.waitUntil(verdict.isVisible)


def test_each_problem_is_named_by_item_fault_and_detail(
    qtbot: QtBot, window: CapturesWindow, store: CaptureStore
) -> None:
    folder = next(one.folder for one in store.captures() if one.identifier == RECORDS[0].identifier)
    (folder / "face.png").write_bytes(b"other")
    (folder / "uv.png").unlink()
    window.show_state(state_with(*RECORDS))
    open_at(qtbot, window, RECORDS[0])
    assert "2 of its pictures cannot be shown" in window.details.problem.text()
    buttons = window.details.pictures.buttons
    assert buttons["face.png"].text() == "✕ Face, standardised"
    buttons["face.png"].click()
    assert "is not what was stored" in window.details.pictures.large.text
    with qtbot.waitSignal(window.verified) as said:
        window.verify_button.click()
    assert said.args == [RECORDS[0].identifier, False]
    verdict = window.details.verdict
    assert verdict.headline.text().startswith("✕ 2 problems in this capture, found at ")
    assert verdict.property("tone") == "bad"
    lines = verdict.details.text().splitlines()
    assert lines[0].endswith("face.png: altered (its checksum differs)")
    assert lines[1].endswith("uv.png: missing (the file is gone)")


def test_an_unreadable_picture_is_marked_in_the_list(
    qtbot: QtBot, window: CapturesWindow, store: CaptureStore
) -> None:
    folder = next(one.folder for one in store.captures() if one.identifier == RECORDS[1].identifier)
    (folder / "face.png").write_bytes(b"other")
    window.filter.all_button.click()
    window.show_captures()
    model = window.list.model

    def marks() -> list[str]:
        return [text for row in model.rows for text, _ in model.marks(row)]

    qtbot.waitUntil(lambda: "✕ unreadable" in marks())
    assert marks().count("✕ unreadable") == 1


def test_a_damaged_record_is_a_sentence_beside_its_pictures(
    qtbot: QtBot, window: CapturesWindow, store: CaptureStore
) -> None:
    folder = next(one.folder for one in store.captures() if one.identifier == RECORDS[0].identifier)
    (folder / "record.json").write_text("{}")
    window.show_captures(RECORDS[0].identifier)
    qtbot.waitUntil(lambda: "is not what was stored" in window.details.problem.text())
    assert window.details.title.text() == RECORDS[0].identifier
    assert not window.details.pictures.large.picture.isNull()


def test_the_whole_store_is_verified_with_progress(
    qtbot: QtBot, window: CapturesWindow, store: CaptureStore
) -> None:
    folder = next(one.folder for one in store.captures() if one.identifier == RECORDS[2].identifier)
    (folder / "frame.png").unlink()
    window.show_state(state_with(*RECORDS))
    open_at(qtbot, window, RECORDS[0])
    told: list[tuple[str, bool]] = []
    window.verified.connect(lambda *pair: told.append(pair))
    window.verify_all_button.click()
    assert window.progress.isVisible()
    assert window.stop_button.isVisible()
    assert not window.verify_all_button.isEnabled()
    qtbot.waitUntil(window.store_verdict.isVisible)
    assert "1 problem in the whole store" in window.store_verdict.headline.text()
    assert sorted(told) == sorted(
        (record.identifier, record is not RECORDS[2]) for record in RECORDS
    )
    qtbot.waitUntil(window.verify_all_button.isEnabled)
    assert not window.progress.isVisible()
    assert window.details.verdict.property("tone") == "good"


@pytest.mark.parametrize("kind", [ExportKind.ZIP, ExportKind.CSV])
def test_selected_captures_are_exported_and_the_trail_names_it(
    qtbot: QtBot, window: CapturesWindow, store: CaptureStore, tmp_path: Path, kind: ExportKind
) -> None:
    window.show_state(state_with(*RECORDS))
    window.show_captures()
    qtbot.waitUntil(lambda: len(listed(window)) == 3)
    window.list.view.selectAll()
    action = window.export_button.menu().actions()[list(ExportKind).index(kind)]
    action.trigger()
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.windowTitle() == "Export 3 captures"
    target = tmp_path / f"out.{kind}"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(lambda: window.status.text().startswith("✓ 3 captures exported"))
    assert target.stat().st_size > 100
    if kind is ExportKind.ZIP:
        with zipfile.ZipFile(target) as whole:
            assert whole.testzip() is None
    entry = store.audit()[-1]
    assert (entry.event, entry.who) == (AuditEvent.EXPORTED, "front desk 2")
    qtbot.waitUntil(window.export_button.isEnabled)


def test_an_export_that_lacks_something_says_so(
    qtbot: QtBot, window: CapturesWindow, store: CaptureStore, tmp_path: Path
) -> None:
    folder = next(one.folder for one in store.captures() if one.identifier == RECORDS[0].identifier)
    (folder / "frame.png").unlink()
    (folder / "uv.png").unlink()
    open_at(qtbot, window, RECORDS[1])
    window._export([RECORDS[0].identifier], tmp_path / "out.zip", ExportKind.ZIP)
    qtbot.waitUntil(lambda: "but not whole" in window.status.text())
    assert "And 1 more." in window.status.text()
    assert len(window.status.toolTip().splitlines()) == 2


def test_an_export_that_fails_is_a_sentence(
    qtbot: QtBot, window: CapturesWindow, tmp_path: Path
) -> None:
    open_at(qtbot, window, RECORDS[0])
    (tmp_path / "file").write_text("in the way")
    target = tmp_path / "file" / "out.zip"
    window._export([RECORDS[0].identifier], target, ExportKind.ZIP)
    qtbot.waitUntil(lambda: window.status.text().startswith("▲ "))
    qtbot.waitUntil(window.export_button.isEnabled)
    assert not window.is_working or window.reader.isRunning()


def test_an_export_can_be_stopped(
    qtbot: QtBot, window: CapturesWindow, store: CaptureStore, tmp_path: Path
) -> None:
    open_at(qtbot, window, RECORDS[0])
    target = tmp_path / "out.zip"
    window._export([record.identifier for record in RECORDS], target, ExportKind.ZIP)
    window.stop_button.click()
    qtbot.waitUntil(window.export_button.isEnabled)
    assert "was stopped" in window.status.text()
    assert not target.exists()
    assert store.audit()[-1].event is not AuditEvent.EXPORTED


@pytest.mark.parametrize("reason", ["screen_locked", "signed_out"])
def test_no_picture_or_name_stays_once_nobody_may_be_shown(
    qtbot: QtBot, window: CapturesWindow, reason: str
) -> None:
    window.show_state(state_with(*RECORDS))
    open_at(qtbot, window, RECORDS[0])
    window.verify_button.click()
    window._choose(ExportKind.CSV)
    window.show_state(
        dataclasses.replace(
            GREEN,
            screen_locked=reason == "screen_locked",
            signed_out=reason == "signed_out",
        )
    )
    assert not window.isVisible()
    assert window.details.pictures.large.picture.isNull()
    assert window.list.model.rows == []
    assert not any(dialog.isVisible() for dialog in window.findChildren(QFileDialog))
    qtbot.wait(100)
    for label in window.findChildren(QLabel):
        assert "Ada" not in label.text()
    assert window._verdicts == {}
    window.show_state(state_with(*RECORDS))
    assert not window.isVisible()
    window.show_captures()
    qtbot.waitUntil(lambda: len(listed(window)) == 3)


def test_an_answer_that_comes_after_the_window_was_hidden_shows_nobody(
    qtbot: QtBot, window: CapturesWindow
) -> None:
    window.show_captures(RECORDS[0].identifier)
    window.hide()
    qtbot.wait(300)
    assert window.list.model.rows == []
    assert window.details.pictures.large.picture.isNull()


def test_a_new_capture_of_the_session_appears(
    qtbot: QtBot, window: CapturesWindow, store: CaptureStore
) -> None:
    window.show_state(state_with(RECORDS[0]))
    open_at(qtbot, window, RECORDS[0])
    fresh = full_record("Emmy", minutes=90)
    store.save(fresh, PICTURES)
    window.show_state(state_with(RECORDS[0], fresh))
    qtbot.waitUntil(lambda: listed(window) == ["Emmy", "Ada"])
    assert "Ada" in window.details.title.text()


def test_a_store_that_cannot_be_read_is_a_sentence(
    qtbot: QtBot, window: CapturesWindow, store: CaptureStore
) -> None:
    for path in store.root.glob(f"{INDEX_NAME}*"):
        path.unlink()
    window.show_captures()
    qtbot.waitUntil(lambda: "has no" in window.count.text())
    assert window.count.text().startswith("▲ ")


def test_the_folder_of_the_opened_capture_is_shown(
    qtbot: QtBot, window: CapturesWindow, store: CaptureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window.folder_button.click()
    open_at(qtbot, window, RECORDS[0])
    window.folder_button.click()
    assert [url.toLocalFile() for url in opened] == [
        str(store.root),
        str(store.root / "2026-03-04" / RECORDS[0].identifier),
    ]


def test_everything_is_reached_with_the_keyboard(qtbot: QtBot, window: CapturesWindow) -> None:
    open_at(qtbot, window, RECORDS[0])
    window.activateWindow()
    qtbot.waitUntil(window.list.view.hasFocus)
    reached = set()
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    for widget in (
        window.filter.session_button,
        window.filter.subject_field,
        window.filter.days_box,
        window.list.view,
        window.details.pictures.buttons["frame.png"],
        window.verify_button,
        window.verify_all_button,
        window.export_button,
        window.folder_button,
        window.close_button,
    ):
        assert widget in reached
    window.filter.session_button.setFocus()
    QTest.keyClick(window.filter.session_button, Qt.Key.Key_Right)
    assert window.filter.all_button.isChecked()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


@pytest.mark.parametrize("size", [(1280, 720), (1080, 560)])
def test_it_fits_a_low_screen(qtbot: QtBot, window: CapturesWindow, size: tuple[int, int]) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    window.resize(*size)
    open_at(qtbot, window, RECORDS[0])
    assert (window.width(), window.height()) == size
    assert window.details.horizontalScrollBar().maximum() == 0


def many_rows(count: int) -> list[CaptureRow]:
    row = CaptureRow.of(RECORDS[0], CaptureState.STORED)
    return [
        row.model_copy(
            update={
                "identifier": f"{number:032x}",
                "captured_at": row.captured_at + timedelta(minutes=number),
            }
        )
        for number in range(count)
    ]


def test_thousands_of_captures_come_a_page_at_a_time() -> None:
    model = CaptureModel()
    rows = many_rows(5000)
    wanted: list[str] = []
    model.thumbnail_wanted.connect(wanted.append)
    model.show_rows(rows)
    assert model.rowCount() == PAGE
    assert wanted == []
    place = model.place_of(rows[PAGE + 3].identifier)
    assert (place.row(), model.rowCount()) == (PAGE + 3, 2 * PAGE)
    assert not model.place_of("f" * 32).isValid()
    while model.canFetchMore(place.parent()):
        model.fetchMore(place.parent())
    model.fetchMore(place.parent())
    assert model.rowCount() == 5000
    assert model.rowCount(place) == 0
    assert model.data(place, Qt.ItemDataRole.DecorationRole) is None


def test_only_pictures_that_are_painted_are_read(window: CapturesWindow) -> None:
    wanted: list[str] = []
    window.list.model.thumbnail_wanted.connect(wanted.append)
    window.show()
    window.list.model.show_rows(many_rows(3000))
    window.grab()
    assert 0 < len(wanted) < 40
    again = len(wanted)
    window.grab()
    assert len(wanted) == again


def test_it_opens_from_a_state_with_thumbnails(qtbot: QtBot, window: CapturesWindow) -> None:
    window.show_state(gui_states.with_captures(GREEN, [PICTURES["face.png"]]))
    window.show_captures(RECORDS[2].identifier)
    qtbot.waitUntil(lambda: "Ada Byron" in window.details.title.text())
    assert not window.filter.is_of_session


def test_a_file_that_holds_no_picture_is_said(
    qtbot: QtBot, window: CapturesWindow, store: CaptureStore
) -> None:
    odd = full_record("Emmy")
    store.save(odd, {**PICTURES, "face.png": b"no picture"})
    open_at(qtbot, window, odd)
    window.details.pictures.buttons["face.png"].click()
    assert window.details.pictures.large.text == "The file holds no picture."
    assert "1 of its pictures cannot be shown" in window.details.problem.text()


def test_a_capture_that_was_purged_meanwhile_keeps_its_trail_without_names(
    qtbot: QtBot, window: CapturesWindow, store: CaptureStore
) -> None:
    window.filter.all_button.click()
    window.show_captures(RECORDS[2].identifier)
    qtbot.waitUntil(lambda: len(listed(window)) == 3)
    store.purge("Ada", who="Dr. Noether", now=RECORDS[0].captured_at + timedelta(days=3))
    window.list.choose(RECORDS[0].identifier)
    qtbot.waitUntil(lambda: "There is no capture" in window.details.problem.text())
    assert "(its note was erased)" in texts(window)
    assert "Bandage" not in texts(window)


def test_a_store_that_is_lost_while_it_is_looked_at_is_said(
    qtbot: QtBot, window: CapturesWindow, store: CaptureStore
) -> None:
    open_at(qtbot, window, RECORDS[0])
    for path in store.root.glob(f"{INDEX_NAME}*"):
        path.unlink()
    window.verify_button.click()
    qtbot.waitUntil(window.details.verdict.isVisible)
    assert window.details.verdict.headline.text().startswith("✕ ")
    assert "has no" in window.details.verdict.headline.text()
    window.list.choose(RECORDS[1].identifier)
    qtbot.waitUntil(lambda: "has no" in window.details.problem.text())
    assert "▲ " in texts(window)


def test_more_problems_than_can_be_read_are_counted(qtbot: QtBot) -> None:
    card = VerdictCard()
    qtbot.addWidget(card)
    problems = [Problem(f"audit/{n}", fault, "why") for n in range(10) for fault in Fault]
    card.show_problems(datetime(2026, 3, 4, 12, 0, 0).astimezone(), problems, of_store=True)
    assert card.headline.text().startswith("✕ 60 problems in the whole store, found at 3/4/2026")
    assert card.details.text().splitlines()[-1] == "and 20 more"
    assert "audit/0: moved (why)" in card.details.text()
