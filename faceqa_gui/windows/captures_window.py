"""`CapturesWindow`: what was captured, opened, verified and exported from one place."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDeadlineTimer, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.errors import FaceQAError
from faceqa_gui.records.capture_row import CaptureRow
from faceqa_gui.records.capture_view import CaptureView, open_capture
from faceqa_gui.records.export import export_captures
from faceqa_gui.records.export_report import ExportKind, ExportReport
from faceqa_gui.records.layout import day_of
from faceqa_gui.records.picture_names import FACE_FILE
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.records.verification import Problem
from faceqa_gui.station_state import StationState
from faceqa_gui.widgets.capture_details import CaptureDetails
from faceqa_gui.widgets.capture_filter import CaptureFilter
from faceqa_gui.widgets.capture_list import CaptureList
from faceqa_gui.widgets.language import Retranslated, number_text, shown
from faceqa_gui.widgets.painted import PaintedWidget
from faceqa_gui.widgets.status_line import StatusLine
from faceqa_gui.widgets.theme import colours_in_use
from faceqa_gui.widgets.verdict_card import VerdictCard
from faceqa_gui.windows.side_window import SideWindow
from faceqa_gui.wording import said
from faceqa_gui.workers.long_errand import LongErrand, Report
from faceqa_gui.workers.records_thread import RecordsThread

_LEFT_WIDTH = 350
_THUMBNAIL_SIDE = 96
_LARGEST_SIDE = 1600
_SHORT = 12

_LEAST_SIZE = QSize(1080, 560)
_SIZE = QSize(1240, 780)


class Question(NamedTuple):
    """What the reading thread is asked: at which opening of the window, what, of which capture."""

    opening: int
    what: str
    capture: str


class Opened(NamedTuple):
    """A capture with those of its pictures that hold one."""

    view: CaptureView
    pictures: Mapping[str, QImage]


class CapturesWindow(Retranslated, SideWindow):
    """Reads and verifies beside the GUI thread; shows nobody once it is hidden.

    `verified` carries the identifier of a capture and whether it is as it was stored.
    """

    verified = Signal(str, bool)

    def __init__(
        self, store: CaptureStore, *, who: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        """Show and read nothing yet.

        Args:
            store: whose captures are shown.
            who: names the operator, for the audit entry of an export.
            parent: the station window.
        """
        super().__init__(_LEAST_SIZE, _SIZE, parent)
        self._store = store
        self._who = who
        self._opening = 0
        self._session: tuple[str, ...] = ()
        self._rows: list[CaptureRow] = []
        self._wanted = ""
        self._opened: CaptureView | None = None
        self._verdicts: dict[str, tuple[datetime, Sequence[Problem]]] = {}
        self._unlisted = ""
        self._errand: LongErrand | None = None
        self.reader = RecordsThread(self)
        self.reader.answered.connect(self._take_answer)
        self.reader.refused.connect(self._take_refusal)
        self._build()
        self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("FaceQA captures"))
        self.verify_button.setText(self.tr("Verify this capture"))
        self.verify_all_button.setText(self.tr("Verify all"))
        self.export_button.setText(self.tr("Export"))
        for kind, word in {
            ExportKind.ZIP: self.tr("Pictures and records (zip)…"),
            ExportKind.CSV: self.tr("Table (CSV)…"),
            ExportKind.DICOM: self.tr("DICOM files…"),
        }.items():
            self._exports[kind].setText(word)
        self.folder_button.setText(self.tr("Open folder"))
        self.stop_button.setText(self.tr("Stop"))
        self.close_button.setText(self.tr("Close"))
        self._say_count()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 12)
        whole.setSpacing(10)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        left = QWidget()
        left.setFixedWidth(_LEFT_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.filter = CaptureFilter()
        self.filter.changed.connect(self._list)
        self.list = CaptureList()
        self.list.chosen.connect(self._open)
        self.list.model.thumbnail_wanted.connect(self._want_thumbnail)
        self.count = QLabel()
        self.count.setProperty("tone", "quiet")
        self.count.setWordWrap(True)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        column.addWidget(self.count)
        self.details = CaptureDetails()
        columns.addWidget(left)
        columns.addWidget(self.details, 1)
        whole.addLayout(columns, 1)
        self.store_verdict = VerdictCard()
        whole.addWidget(self.store_verdict)
        whole.addLayout(self._build_foot())

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.verify_button = self._button(self._verify)
        self.verify_all_button = self._button(self._verify_all)
        self.export_button = QPushButton()
        menu = QMenu(self.export_button)
        self._exports = {kind: menu.addAction("") for kind in ExportKind}
        for kind, action in self._exports.items():
            action.triggered.connect(lambda _=False, kind=kind: self._choose(kind))
        self.export_button.setMenu(menu)
        self.folder_button = self._button(self._open_folder)
        for button in (
            self.verify_button,
            self.verify_all_button,
            self.export_button,
            self.folder_button,
        ):
            foot.addWidget(button)
        self.progress = QProgressBar()
        self.progress.setFixedWidth(160)
        self.progress.setFixedHeight(8)
        self.progress.setTextVisible(False)
        self.stop_button = self._button(self._stop_errand)
        self.status = StatusLine()
        foot.addWidget(self.progress)
        foot.addWidget(self.stop_button)
        foot.addWidget(self.status, 1)
        self.close_button = self._button(self.close)
        foot.addWidget(self.close_button)
        self._show_busy(busy=False)
        self._offer()
        return foot

    def _button(self, act: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.clicked.connect(act)
        return button

    # What the app tells the window

    @Slot(object)
    def show_state(self, state: StationState) -> None:
        """Follow the session; while nobody may be shown, show nobody."""
        if state.screen_locked or state.signed_out:
            if not self.isHidden():
                self.hide()
            self._verdicts.clear()
            self._session = ()
            return
        session = tuple(capture.identifier for capture in state.captures)
        if session != self._session:
            self._session = session
            if self.isVisible():
                self._ask_rows()

    def show_captures(self, identifier: str = "") -> None:
        """Come to the front; open a capture if one is named."""
        self._wanted = identifier
        if identifier and identifier not in self._session:
            self.filter.show_all()
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.view.setFocus()
        self._ask_rows()

    @property
    def is_working(self) -> bool:
        """Whether a thread of it is at work."""
        busy = self._errand is not None and self._errand.isRunning()
        return busy or self.reader.isRunning()

    def stop(self) -> None:
        """Show nobody, and ask the threads to end."""
        self.close()
        self.reader.stop()
        self._stop_errand()

    def wait(self, deadline: QDeadlineTimer) -> bool:
        """Wait for the threads; whether they ended."""
        errand_ended = self._errand is None or self._errand.wait(deadline)
        return self.reader.wait(deadline) and errand_ended

    # Reading

    def _ask(self, what: str, capture: str, work: Callable[[], object]) -> None:
        self.reader.ask(Question(self._opening, what, capture), work)

    def _ask_rows(self) -> None:
        self._ask("rows", "", self._store.summaries)

    @Slot(str)
    def _want_thumbnail(self, identifier: str) -> None:
        def work() -> QImage:
            return _decoded(self._store.read_file(identifier, FACE_FILE), _THUMBNAIL_SIDE)

        self._ask("thumbnail", identifier, work)

    @Slot(object, object)
    def _take_answer(self, question: Question, answer: object) -> None:
        if question.opening != self._opening:
            return
        match question.what, answer:
            case "rows", list():
                self._rows = answer
                self._list()
                self._wanted = ""
            case "thumbnail", QImage():
                self.list.model.take_picture(question.capture, answer)
            case "open", Opened():
                self._show_opened(answer)
            case "verify", list():
                self._take_verdict(question.capture, answer)

    @Slot(object, object)
    def _take_refusal(self, question: Question, sentence: str) -> None:
        if question.opening != self._opening:
            return
        if question.what == "rows":
            self._rows = []
            self._list()
            self.details.say("")
            self._unlisted = sentence
            self._say_count()
        elif question.what == "thumbnail":
            self.list.model.mark_unreadable(question.capture)
        elif question.what == "verify" and question.capture == self.list.current:
            self.details.verdict.show_failure(sentence)
        elif question.what == "open" and question.capture == self.list.current:
            self.details.say(said("▲ {problem}", problem=sentence))

    # The list

    @Slot()
    def _list(self) -> None:
        looked_at = self._wanted or self.list.current
        rows = self.filter.of(self._rows, self._session)
        self.list.model.show_rows(rows)
        self._unlisted = ""
        self._say_count()
        if not self.list.choose(looked_at) and rows:
            self.list.choose(rows[0].identifier)
        if not rows:
            self._opened = None
            self.details.say(said("No capture is listed."))
        self._offer()

    def _say_count(self) -> None:
        listed = len(self.list.model.rows)
        total = len(self._session) if self.filter.is_of_session else len(self._rows)
        text = self.tr("{listed} of %n capture(s)", "", total).format(listed=number_text(listed))
        self.count.setText(f"▲ {shown(self._unlisted)}" if self._unlisted else text)

    @Slot(str)
    def _open(self, identifier: str) -> None:
        self._offer()
        if not identifier:
            return
        if self._opened is None or self._opened.identifier != identifier:
            self._ask("open", identifier, lambda: _open(self._store, identifier))

    def _show_opened(self, opened: Opened) -> None:
        if opened.view.identifier != self.list.current:
            return
        self._opened = opened.view
        self.details.show_capture(opened.view, opened.pictures)
        if opened.view.identifier in self._verdicts:
            self.details.show_verdict(*self._verdicts[opened.view.identifier])
        self._offer()

    def _offer(self) -> None:
        """Enable what can be done now."""
        busy = self._errand is not None
        self.verify_button.setEnabled(bool(self.list.current))
        self.verify_all_button.setEnabled(not busy)
        self.export_button.setEnabled(bool(self.list.current) and not busy)

    # Verifying

    def _verify(self) -> None:
        identifier = self.list.current
        self._ask("verify", identifier, lambda: self._store.verify(identifier))

    def _take_verdict(self, identifier: str, problems: Sequence[Problem]) -> None:
        self._take_verdicts({identifier: problems})

    def _take_verdicts(self, verdicts: Mapping[str, Sequence[Problem]]) -> None:
        now = _now()
        self._verdicts |= {identifier: (now, found) for identifier, found in verdicts.items()}
        self.list.model.mark_verified({name: not found for name, found in verdicts.items()})
        for identifier in set(self._session) & verdicts.keys():
            self.verified.emit(identifier, not verdicts[identifier])
        if self._opened is not None and self._opened.identifier in verdicts:
            self.details.show_verdict(now, verdicts[self._opened.identifier])

    def _verify_all(self) -> None:
        rows = tuple(row.identifier for row in self._rows)
        self.status.say(lambda: self.tr("Verifying every file…"))
        self._run(self._store.verify_all, lambda found: self._take_verdict_of_all(rows, found))

    def _take_verdict_of_all(self, captures: Sequence[str], found: object) -> None:
        problems: Sequence[Problem] = found if isinstance(found, list) else []
        self.store_verdict.show_problems(_now(), problems, of_store=True)
        self.status.say(str)
        verdicts: dict[str, list[Problem]] = {identifier: [] for identifier in captures}
        for problem in problems:
            for identifier in verdicts.keys() & set(problem.item.split("/")):
                verdicts[identifier].append(problem)
        self._take_verdicts(verdicts)

    # Exporting

    def _choose(self, kind: ExportKind) -> None:
        """Ask where the selected captures are to be exported to."""
        captures = self.list.selected or [self.list.current]
        name = f"faceqa-{datetime.now().astimezone():%Y-%m-%d-%H%M}"
        ending = "" if kind is ExportKind.DICOM else f".{kind}"
        dialog = QFileDialog(
            self, self.tr("Export %n capture(s)", "", len(captures)), f"{name}{ending}"
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(ending.removeprefix("."))
        dialog.fileSelected.connect(lambda path: self._export(captures, Path(path), kind))
        dialog.open()

    def _export(self, captures: Sequence[str], target: Path, kind: ExportKind) -> None:
        who = self._who()

        def work(report: Report) -> ExportReport:
            # The file dialog has asked about a file that exists; a folder is never replaced.
            return export_captures(
                self._store,
                captures,
                target,
                kind,
                who=who,
                progress=report,
                overwrite=kind is not ExportKind.DICOM,
            )

        self.status.say(lambda: self.tr("Exporting %n capture(s)…", "", len(captures)))
        self._run(work, self._take_export)

    def _take_export(self, report: object) -> None:
        if not isinstance(report, ExportReport):
            return
        self.status.say(partial(self._export_text, report))

    def _export_text(self, report: ExportReport) -> str:
        if report.is_whole:
            self.status.setToolTip("")
            text = self.tr(
                "✓ %n capture(s) exported to {target}, sha256 {sha256}…", "", len(report.captures)
            )
            return text.format(target=report.target, sha256=report.sha256[:_SHORT])
        lacks = [
            self.tr("{item} of {capture}…: {reason}").format(
                item=one.item, capture=one.capture[:_SHORT], reason=shown(one.reason)
            )
            for one in report.left_out
        ]
        lacks += [shown(report.audit_problem)] if report.audit_problem else []
        more = self.tr("And %n more.", "", len(lacks) - 1) if len(lacks) > 1 else ""
        self.status.setToolTip("\n".join(lacks))
        text = self.tr("▲ Exported to {target}, but not whole. {first}")
        return f"{text.format(target=report.target, first=lacks[0])} {more}".strip()

    def _open_folder(self) -> None:
        folder = self._store.root
        if self._opened is not None and self._opened.record is not None:
            own = folder / day_of(self._opened.record) / self._opened.identifier
            folder = own if own.is_dir() else folder
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    # Work that takes long

    def _run(self, work: Callable[[Report], object], done: Callable[[object], None]) -> None:
        errand = LongErrand(work, self)
        self._errand = errand
        errand.done.connect(done)
        errand.refused.connect(self._take_failure)
        errand.progressed.connect(self._show_progress)
        errand.finished.connect(self._end_errand)
        self._show_busy(busy=True)
        self._offer()
        errand.start()

    @Slot(object)
    def _take_failure(self, error: FaceQAError) -> None:
        self.status.say(lambda: f"▲ {shown(str(error))}")

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)

    @Slot()
    def _end_errand(self) -> None:
        if self._errand is not None:
            self._errand.deleteLater()
        self._errand = None
        self._show_busy(busy=False)
        self._offer()

    def _stop_errand(self) -> None:
        if self._errand is not None:
            self._errand.stop()

    def _show_busy(self, *, busy: bool) -> None:
        self.progress.setRange(0, 0)
        self.progress.setVisible(busy)
        self.stop_button.setVisible(busy)

    # Coming and going

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Dress like the rest of the program."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            for painted in self.findChildren(PaintedWidget):
                painted.use_colours(colours_in_use(app))
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's name)
        """Keep no picture and no name of anybody."""
        super().hideEvent(event)
        self._opening += 1
        self.reader.forget()
        self._rows = []
        self._opened = None
        self.list.model.forget_pictures()
        self.details.say("")
        self.store_verdict.forget()
        self.status.say(str)
        for dialog in self.findChildren(QDialog):
            dialog.reject()


def _open(store: CaptureStore, identifier: str) -> Opened:
    view = open_capture(store, identifier)
    decoded = {name: _decoded(data, _LARGEST_SIDE) for name, data in view.pictures.items()}
    return Opened(view, {name: one for name, one in decoded.items() if not one.isNull()})


def _decoded(data: bytes, largest_side: int) -> QImage:
    """A picture no larger than it is shown; null where there is none in `data`."""
    picture = QImage.fromData(data)
    if max(picture.width(), picture.height()) > largest_side:
        return picture.scaled(
            largest_side,
            largest_side,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return picture


def _now() -> datetime:
    return datetime.now().astimezone()
