"""`LabWindow`: a model is judged on labelled pictures before a station trusts it."""

import shlex
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QDeadlineTimer, QSize, Qt, Slot
from PySide6.QtGui import QAction, QCloseEvent, QImage, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.errors import FaceQAError
from faceqa_gui.frames.frame import Pixels, resize
from faceqa_gui.lab.comparison import check_comparable
from faceqa_gui.lab.data_choice import DataChoice, columns_of, look_at
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.eye_faces import EYE_LABELS
from faceqa_gui.lab.label_files import LABEL_COLUMN
from faceqa_gui.lab.labelled_picture import picture_of
from faceqa_gui.lab.task import TASKS
from faceqa_gui.lab.window_jobs import (
    BothMaps,
    Explained,
    ExportForm,
    ExportWish,
    EyeResult,
    LabResult,
    RunWish,
    explain_both,
    explain_picture,
    export_result,
    judge_eyes,
    judge_pictures,
)
from faceqa_gui.quality.model_file import Manifest, default_model_folder, read_any_model
from faceqa_gui.quality.model_list import ModelList
from faceqa_gui.quality.preprocessing import centre_square
from faceqa_gui.widgets.both_maps_view import MapImages
from faceqa_gui.widgets.lab_results import LabResults
from faceqa_gui.widgets.lab_setup import LabSetup, ModelChoice
from faceqa_gui.widgets.language import Retranslated, number_text, shown
from faceqa_gui.widgets.painted import PaintedWidget, styled_label
from faceqa_gui.widgets.pictures_page import lab_methods
from faceqa_gui.widgets.run_progress import RunProgress
from faceqa_gui.widgets.status_line import StatusLine
from faceqa_gui.widgets.theme import colours_in_use
from faceqa_gui.windows.side_window import SideWindow
from faceqa_gui.windows.training_window import TrainingWindow
from faceqa_gui.workers.child_errand import ChildErrand
from faceqa_gui.workers.records_thread import RecordsThread

_LEFT_WIDTH = 370
_THUMBNAIL_SIDE = 112
_SHIPPED = "-"  # what the commands call the shipped model
_RUNS_FOLDER = Path("lab") / "runs"

_LEAST_SIZE = QSize(1080, 600)
_SIZE = QSize(1240, 780)


class Asked(NamedTuple):
    """What the reading thread is asked: for which choice or result, what, of which picture."""

    turn: int
    what: str
    number: int


class Looked(NamedTuple):
    """What was found where the pictures lie.

    `choice` is None where no column is called as that of the label `usual`ly is; `columns` has
    those that there are, and `column` the one that was read.
    """

    choice: DataChoice | None
    column: str
    usual: str
    columns: Sequence[str]


class LabWindow(Retranslated, SideWindow):
    """Judges in other processes and reads beside the GUI thread; a hidden window goes on."""

    def __init__(self, home: Path, parent: QWidget | None = None) -> None:
        """Offer the shipped and the imported models; read nothing yet.

        Args:
            home: folder of everything the program writes.
            parent: the station window, or None for the lab alone.
        """
        super().__init__(_LEAST_SIZE, _SIZE, parent)
        self._home = home
        self._looked = 0
        self._shown = 0
        self._result: LabResult | EyeResult | None = None
        self._run: ChildErrand | None = None
        self._explaining: ChildErrand | None = None
        self._mapping: ChildErrand | None = None
        self._then: Callable[[], None] | None = None
        self._exporting: ChildErrand | None = None
        self.training: TrainingWindow | None = None
        self.reader = RecordsThread(self)
        self.reader.answered.connect(self._take_answer)
        self.reader.refused.connect(self._take_refusal)
        self._build()
        self._retranslate()

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
        column.setSpacing(10)
        self.setup = LabSetup(self._models())
        self.setup.data_wanted.connect(self._look)
        self.setup.run_wanted.connect(self.start_run)
        self.progress = RunProgress()
        self.progress.cancel_wanted.connect(self._cancel)
        self.progress.pause_wanted.connect(self._pause)
        self.progress.resume_wanted.connect(self._resume)
        column.addWidget(self.setup)
        column.addWidget(self.progress)
        column.addStretch(1)
        columns.addWidget(left)
        self.pages = QStackedWidget()
        self.intro = QLabel()
        self.intro.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.intro.setWordWrap(True)
        self.intro.setProperty("tone", "quiet")
        self.results = LabResults()
        self.results.pictures.picture_wanted.connect(self._want_picture)
        self.results.pictures.explanation_wanted.connect(self._explain)
        self.results.differing.picture_wanted.connect(self._want_differing)
        self.results.differing.maps_wanted.connect(self._explain_both)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.subject = styled_label("", tone="quiet")
        column.addWidget(self.subject)
        column.addWidget(self.results, 1)
        self.pages.addWidget(self.intro)
        self.pages.addWidget(shown)
        columns.addWidget(self.pages, 1)
        whole.addLayout(columns, 1)
        whole.addLayout(self._build_foot())

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.status = StatusLine()
        foot.addWidget(self.status, 1)
        self.train_button = QPushButton()
        self.train_button.clicked.connect(self.open_training)
        foot.addWidget(self.train_button)
        self.export_button = QPushButton()
        menu = QMenu(self.export_button)
        self.export_actions: dict[ExportForm, QAction] = {}
        for form in ExportForm:
            action = menu.addAction("")
            action.triggered.connect(lambda _=False, form=form: self._choose(form))
            self.export_actions[form] = action
        menu.addSeparator()
        self.with_pictures = menu.addAction("")
        self.with_pictures.setCheckable(True)
        self.with_pictures.setChecked(True)
        self.export_button.setMenu(menu)
        self.export_button.setEnabled(False)
        foot.addWidget(self.export_button)
        self.close_button = QPushButton()
        self.close_button.clicked.connect(self.close)
        foot.addWidget(self.close_button)
        return foot

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("FaceQA lab"))
        self.results.tabBar().setAccessibleName(self.windowTitle())
        self.intro.setText(
            self.tr(
                "Choose a model and labelled pictures, then run.\n\nThe pictures are judged "
                "exactly as the station judges a frame.\nNothing is sent anywhere."
            )
        )
        self.train_button.setText(self.tr("Train a model…"))
        self.export_button.setText(self.tr("Export"))
        for form, word in {
            ExportForm.HTML: self.tr("Report as one page (HTML)…"),
            ExportForm.PDF: self.tr("Report as PDF…"),
            ExportForm.CSV: self.tr("A row per picture (CSV)…"),
            ExportForm.JSON: self.tr("Figures (JSON)…"),
        }.items():
            self.export_actions[form].setText(word)
        self.with_pictures.setText(self.tr("Reports show the mistakes as pictures"))
        self.close_button.setText(self.tr("Close"))
        self._say_subject()

    def _models(self) -> Sequence[ModelChoice]:
        models = ModelList(self._home)
        choices = [ModelChoice("", None)]
        # The station says what is wrong with its list; the lab works without it.
        with suppress(FaceQAError):
            choices += [
                ModelChoice(f"{one.name} ({one.short})", models.folder_of(one))
                for one in models.imported()
            ]
        return [*choices, ModelChoice("", None, is_eyes=True)]

    # What the app tells the window

    def open(self) -> None:
        """Come to the front."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.setup.model_box.setFocus()

    @property
    def is_working(self) -> bool:
        """Whether a thread of it is at work."""
        training = self.training is not None and self.training.is_working
        running = any(one.isRunning() for one in self._errands())
        return training or running or self.reader.isRunning()

    def stop(self) -> None:
        """Show nobody, and ask threads and processes to end."""
        self.close()
        if self.training is not None:
            self.training.stop()
        self.reader.stop()
        for errand in self._errands():
            errand.work.cancel()

    def wait(self, deadline: QDeadlineTimer) -> bool:
        """Wait for the threads; whether they ended."""
        ended = [errand.wait(deadline) for errand in self._errands()]
        trained = self.training is None or self.training.wait(deadline)
        return self.reader.wait(deadline) and all(ended) and trained

    def _errands(self) -> list[ChildErrand]:
        errands = (self._run, self._explaining, self._mapping, self._exporting)
        return [errand for errand in errands if errand is not None]

    @Slot()
    def open_training(self) -> None:
        """Show the window that trains; what it has trained can be chosen here."""
        if self.training is None:
            self.training = TrainingWindow(self)
            self.training.trained.connect(self.setup.add_model)
        self.training.open()

    # Choosing

    @Slot()
    def _look(self) -> None:
        data, model, column = self.setup.data, self.setup.model, self.setup.column
        against = self.setup.against
        if data is None:
            return
        self._looked += 1
        self.setup.say(self.tr("Reading the list of pictures…"))

        def work() -> Looked:
            labels, usual = _labels_of(model)
            if against is not None:
                check_comparable(_manifest_of(model), _manifest_of(against))
            columns = columns_of(data) if data.exists() else ()
            chosen = column or usual
            if columns and chosen not in columns:
                return Looked(None, "", usual, columns)
            return Looked(look_at(data, labels, chosen), chosen, usual, columns)

        self.reader.ask(Asked(self._looked, "look", 0), work)

    # Running

    @Slot()
    def start_run(self) -> None:
        """Judge what was chosen."""
        setup, data = self.setup, self.setup.data
        if data is None or self._run is not None:
            return
        kept = setup.keep_box.isChecked()
        against = setup.against
        wish = RunWish(
            model=setup.model.folder,
            data=data.absolute(),
            column=setup.column or LABEL_COLUMN,
            split=setup.split,
            runs=self._home / _RUNS_FOLDER if kept else None,
            workers=setup.workers_box.value(),
            groups=setup.groups,
            command=_command(setup),
            against=None if against is None else against.folder or default_model_folder(),
        )
        work = judge_eyes if setup.model.is_eyes else judge_pictures
        errand = ChildErrand(work, (wish,), self)
        self._run = errand
        errand.done.connect(self._take_result)
        errand.refused.connect(self._take_failed_run)
        errand.progressed.connect(self.progress.show_progress)
        errand.finished.connect(self._end_run)
        self.status.say(str)
        setup.show_running(running=True)
        self.progress.begin(models=1 if against is None else 2)
        self.progress.pause_button.setFocus()
        errand.start()

    @Slot()
    def _pause(self) -> None:
        if self._run is not None:
            self._run.work.pause()

    @Slot()
    def _resume(self) -> None:
        if self._run is not None:
            self._run.work.resume()

    @Slot()
    def _cancel(self) -> None:
        if self._run is not None:
            self._run.work.cancel()

    @Slot(object)
    def _take_result(self, result: object) -> None:
        if not isinstance(result, LabResult | EyeResult):
            return
        self._shown += 1
        self._result = result
        self.results.pictures.forget()
        self.results.differing.forget()
        self._say_subject()
        if isinstance(result, LabResult):
            self.results.show_evaluation(
                result.evaluation, result.audit, result.rival, self._names(result.wish)
            )
        else:
            self.results.show_eyes(result.report, result.audit)
        self.status.say(partial(self._judged_text, result))
        self.export_button.setEnabled(True)
        self.pages.setCurrentIndex(1)
        self._dress()

    def _judged_text(self, result: LabResult | EyeResult) -> str:
        """How many were judged, by what, and how long it took."""
        if isinstance(result, EyeResult):
            report = result.report
            faces = self.tr("✓ {} faces looked at").format(number_text(len(report.answers)))
            return self._with_time(faces, result.facts.seconds, len(report.skipped))
        judged = number_text(len(result.evaluation.images))
        by = self.tr("✓ {} pictures judged by {}").format(judged, result.facts.model)
        if result.rival is not None:
            by = self.tr("✓ {} pictures judged by both models").format(judged)
        return self._with_time(by, result.facts.seconds, len(result.evaluation.skipped))

    def _with_time(self, said: str, seconds: float | None, left_out: int) -> str:
        """`said` with how long it took, where all of it was done now, and what was left out."""
        if seconds is not None:
            said = self.tr("{} in {} s").format(said, number_text(seconds, 1))
        return self.tr("{}, {} left out").format(said, number_text(left_out))

    def _names(self, wish: RunWish) -> tuple[str, str]:
        """What both models are called."""
        shipped = self.tr("Shipped model")
        first, second = (
            shipped if folder is None or folder == default_model_folder() else folder.name
            for folder in (wish.model, wish.against)
        )
        return first, second

    def _say_subject(self) -> None:
        """What the pages show: by which model or models, and of which pictures."""
        result = self._result
        if result is None:
            return
        every = self.tr("all pictures")
        if isinstance(result, EyeResult):
            parts = [self.tr("Eye detectors")]
        else:
            first, second = self._names(result.wish)
            parts = [f"{first} ({result.facts.model})"]
            if result.rival is not None:
                parts = [f"A  {parts[0]}", f"B  {second} ({result.rival.name})"]
        parts += [result.facts.data, result.wish.split or every]
        self.subject.show_text("  ·  ".join(parts))

    @Slot(object)
    def _take_failed_run(self, error: FaceQAError) -> None:
        if self._run is None or not self._run.work.cancelled:
            self._take_failure(error)
        elif self.setup.keep_box.isChecked():
            self.status.say(lambda: self.tr("Cancelled. Run again to go on where it was."))
        else:
            self.status.say(lambda: self.tr("Cancelled."))

    @Slot(object)
    def _take_failure(self, error: FaceQAError) -> None:
        self.status.say(lambda: f"▲ {shown(str(error))}")

    @Slot()
    def _end_run(self) -> None:
        if self._run is not None:
            self._run.deleteLater()
        self._run = None
        waited = self.progress.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.progress.end()
        self.setup.show_running(running=False)
        if waited:
            self.setup.run_button.setFocus()

    # Pictures

    @Slot(int)
    def _want_picture(self, number: int) -> None:
        image = self.results.images[number]
        self.reader.ask(Asked(self._shown, "picture", number), lambda: _thumbnail(image))

    @Slot(int, str)
    def _explain(self, number: int, method: str) -> None:
        if self._explaining is not None or not isinstance(self._result, LabResult):
            return
        image, given = self.results.images[number], self.results.given(number)
        model = self._result.wish.model
        errand = ChildErrand(explain_picture, (model, image, given, method), self)
        self._explaining = errand
        turn = self._shown
        errand.done.connect(lambda found: self._take_explanation(turn, number, found))
        errand.refused.connect(self._take_no_explanation)
        errand.finished.connect(self._end_explaining)
        self.results.pictures.show_explaining(self.tr("Explaining…"), busy=True)
        errand.start()

    def _take_explanation(self, turn: int, number: int, found: object) -> None:
        if isinstance(found, Explained) and turn == self._shown:
            heated = _image(found.heated)
            self.results.pictures.show_explanation(number, heated, shown(found.sentence))

    @Slot(object)
    def _take_no_explanation(self, error: FaceQAError) -> None:
        self.results.pictures.show_explaining(f"▲ {shown(str(error))}", busy=False)

    @Slot()
    def _end_explaining(self) -> None:
        if self._explaining is not None:
            self._explaining.deleteLater()
        self._explaining = None

    @Slot(int)
    def _want_differing(self, number: int) -> None:
        image = self.results.differing.answers[number].image
        self.reader.ask(Asked(self._shown, "differing", number), lambda: _thumbnail(image))

    @Slot(int)
    def _explain_both(self, number: int) -> None:
        """Both models' maps of a picture: first the one that needs no gradients, then the rest."""
        if self._mapping is None:
            first, *others = lab_methods()
            self._map(number, (first,), tuple(others))

    def _map(self, number: int, methods: Sequence[str], later: Sequence[str]) -> None:
        page, result, turn = self.results.differing, self._result, self._shown
        if not isinstance(result, LabResult):
            return
        arguments = result.wish.model, result.wish.against, page.answers[number], methods
        errand = ChildErrand(explain_both, arguments, self)
        self._mapping = errand
        errand.done.connect(lambda found: self._take_maps(turn, number, found, later))
        errand.refused.connect(self._take_no_maps)
        errand.finished.connect(self._end_mapping)
        page.show_explaining(self.tr("Explaining both answers…"), busy=True)
        errand.start()

    def _take_maps(self, turn: int, number: int, found: object, later: Sequence[str]) -> None:
        page = self.results.differing
        if not isinstance(found, BothMaps) or turn != self._shown:
            page.show_explaining("", busy=False)
            return
        rows = [MapImages(row.title, _image(row.first), _image(row.second)) for row in found.rows]
        page.show_maps(number, rows)
        if later:
            self._then = lambda: self._map(number, later, ())
        else:
            page.show_explaining("", busy=False)

    @Slot(object)
    def _take_no_maps(self, error: FaceQAError) -> None:
        self.results.differing.show_explaining(f"▲ {shown(str(error))}", busy=False)

    @Slot()
    def _end_mapping(self) -> None:
        ended, then = self._mapping, self._then
        self._mapping = self._then = None
        if ended is None:
            return
        if then is not None and not ended.work.cancelled:
            then()
        ended.deleteLater()

    @Slot(object, object)
    def _take_answer(self, question: Asked, answer: object) -> None:
        match question.what, answer:
            case "picture", QImage() if question.turn == self._shown:
                self.results.pictures.gallery.take_picture(question.number, answer)
            case "differing", QImage() if question.turn == self._shown:
                self.results.differing.gallery.take_picture(question.number, answer)
            case "look", Looked() as found if question.turn == self._looked:
                self.setup.usual_column = found.usual
                if found.choice is None:
                    self.setup.ask_column(found.columns)
                else:
                    self.setup.show_choice(found.choice, found.column)

    @Slot(object, str)
    def _take_refusal(self, question: Asked, sentence: str) -> None:
        if question.what == "look" and question.turn == self._looked:
            self.setup.say(sentence, bad=True)

    # Exporting

    def _choose(self, form: ExportForm) -> None:
        name = f"faceqa-lab-{datetime.now().astimezone():%Y-%m-%d-%H%M}.{form}"
        dialog = QFileDialog(self, self.tr("Export the result"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(form.value)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.export(Path(path), form))
        dialog.open()

    def export(self, path: Path, form: ExportForm) -> None:
        """Write the result that is shown; one export at a time."""
        if self._exporting is not None or self._result is None:
            return
        wish = ExportWish(path, form, self.with_pictures.isChecked())
        errand = ChildErrand(export_result, (self._result, wish), self)
        self._exporting = errand
        errand.done.connect(self._take_export)
        errand.refused.connect(self._take_failure)
        errand.finished.connect(self._end_export)
        self.status.say(lambda: self.tr("Writing {}…").format(path.name))
        self.export_button.setEnabled(False)
        errand.start()

    @Slot(object)
    def _take_export(self, path: object) -> None:
        self.status.say(lambda: self.tr("✓ Written to {}").format(path))

    @Slot()
    def _end_export(self) -> None:
        if self._exporting is not None:
            self._exporting.deleteLater()
        self._exporting = None
        self.export_button.setEnabled(self._result is not None)

    # Coming and going

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            for painted in self.findChildren(PaintedWidget):
                painted.use_colours(colours_in_use(app))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Dress like the rest of the program."""
        self._dress()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  (Qt's name)
        """A run goes on; what is half chosen in a dialog is dropped."""
        for dialog in self.findChildren(QFileDialog):
            dialog.reject()
        super().closeEvent(event)


def _labels_of(model: ModelChoice) -> tuple[Sequence[str], str]:
    """The labels of what is judged, and the column that usually holds them."""
    if model.is_eyes:
        return EYE_LABELS, LABEL_COLUMN
    manifest = _manifest_of(model)
    task = TASKS.get(manifest.task)
    return (task.labels, task.column) if task else (manifest.labels, LABEL_COLUMN)


def _manifest_of(model: ModelChoice) -> Manifest:
    return read_any_model(model.folder or default_model_folder()).manifest


def _command(setup: LabSetup) -> str:
    """The command line that gives the same figures."""
    model, against = setup.model.folder, setup.against
    parts = ["faceqa", "report", *([str(model)] if model else []), str(setup.data)]
    parts += ["--eyes"] if setup.model.is_eyes else []
    parts += ["--split", setup.split] if setup.split else []
    parts += ["--label-column", setup.column] if setup.column != setup.usual_column else []
    parts += ["--group", *setup.groups] if setup.groups else []
    parts += [] if against is None else ["--compare", str(against.folder or _SHIPPED)]
    return shlex.join([*parts, "--html", "report.html"])


def _thumbnail(image: LabelledImage) -> QImage:
    square = centre_square(picture_of(image))
    return _image(resize(square, _THUMBNAIL_SIDE, _THUMBNAIL_SIDE))


def _image(pixels: Pixels) -> QImage:
    """An image of its own from uint8, H×W×3, RGB."""
    packed = np.ascontiguousarray(pixels)
    height, width, _ = packed.shape
    return QImage(packed.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
