"""`LabResults`: the pages that show a finished run."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from faceqa_gui.lab.audit import GroupAudit
from faceqa_gui.lab.audit_text import HOW_TO_READ, audit_tables, gaps_table, no_gaps
from faceqa_gui.lab.curves import (
    mistakes,
    passing_class,
    pictures_in_cell,
    pr_curve,
    roc_curve,
    truth_of,
)
from faceqa_gui.lab.data_notes import DataNotes
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.evaluation import Evaluation
from faceqa_gui.lab.evaluation_text import rate_text
from faceqa_gui.lab.eye_evaluation import eye_confusion
from faceqa_gui.lab.eye_faces import EYE_LABELS
from faceqa_gui.lab.eye_report import DECISION, EYE_ANSWERS, EyeReport
from faceqa_gui.lab.pictures import Skipped
from faceqa_gui.lab.report_tables import class_table, highlights, skipped_table
from faceqa_gui.lab.window_jobs import Rival
from faceqa_gui.widgets.comparison_page import comparison_page
from faceqa_gui.widgets.confusion_view import ConfusionView
from faceqa_gui.widgets.differing_page import DifferingPage
from faceqa_gui.widgets.figures_table import FiguresTable
from faceqa_gui.widgets.lab_parts import beside, cards, note, page_of, scrolled, table_parts
from faceqa_gui.widgets.language import Retranslated, number_text, shown
from faceqa_gui.widgets.line_plot import Curve, LinePlot
from faceqa_gui.widgets.picture_gallery import GalleryItem
from faceqa_gui.widgets.pictures_page import PicturesPage, lab_methods, station_methods
from faceqa_gui.widgets.reliability_view import ReliabilityView
from faceqa_gui.widgets.threshold_page import ThresholdPage
from faceqa_gui.widgets.words import class_word, class_word_inside

_WIDEST = 3  # measures side by side without scrolling on the smallest screen


class LabResults(Retranslated, QTabWidget):
    """Pages of one run. `pictures` asks for pictures and explanations by number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evaluation: Evaluation | None = None
        self._eyes: EyeReport | None = None
        self._show_again: Callable[[], None] | None = None
        self.images: Sequence[LabelledImage] = ()
        """The pictures that `pictures` names by number."""
        self.pictures = PicturesPage()
        self.pictures.mistakes_wanted.connect(self.show_mistakes)
        self.differing = DifferingPage()
        self.confusion = ConfusionView()
        self.confusion.cell_chosen.connect(self.show_cell)
        self.threshold = ThresholdPage()
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        self.roc = LinePlot(corner, diagonal=True)
        self.pr = LinePlot(Qt.AlignmentFlag.AlignBottom)
        self.reliability = ReliabilityView()
        self.error = note("")
        self._how_to_choose = note("")
        self._pages = {
            "confusion": page_of(self.confusion, self._how_to_choose),
            "curves": page_of(beside(self.roc, self.pr)),
            "reliability": page_of(self.reliability, self.error),
        }
        self._retranslate()

    def _retranslate(self) -> None:
        self.roc.name_axes(self.tr("False positives among the others"), self.tr("Found"))
        self.roc.setAccessibleName(self.tr("ROC curves"))
        self.pr.name_axes(self.tr("Recall"), self.tr("Precision"))
        self.pr.setAccessibleName(self.tr("Precision-recall curves"))
        self._how_to_choose.setText(
            self.tr("Rows: true class. Columns: given class. Choose a cell for its pictures.")
        )
        at = self.currentIndex()
        self._empty()
        if self._show_again is not None:
            self._show_again()
            self.setCurrentIndex(at)

    # A run of a model

    def show_evaluation(
        self,
        evaluation: Evaluation,
        audit: GroupAudit | None,
        rival: Rival | None = None,
        names: tuple[str, str] = ("", ""),
    ) -> None:
        """Show the figures of a model.

        Args:
            evaluation: the figures.
            audit: those of groups; None where there are none.
            rival: another model on the same pictures; None where there is none.
            names: what the two models are called.
        """
        self._show_again = lambda: self.show_evaluation(evaluation, audit, rival, names)
        self._evaluation, self._eyes = evaluation, None
        self.images = evaluation.images
        self._empty()
        labels = [class_word(label) for label in evaluation.labels]
        self.confusion.show_matrix(labels, labels, evaluation.confusion)
        self.addTab(_summary(evaluation), self.tr("Summary"))
        self.addTab(self._pages["confusion"], self.tr("Confusion"))
        passing = passing_class(evaluation)
        if passing is not None:
            self.threshold.show_answers(evaluation.labels, passing)
            self.addTab(self.threshold, self.tr("Threshold"))
        self._show_curves(evaluation)
        self.addTab(self._pages["curves"], self.tr("Curves"))
        self.reliability.show_bins(evaluation.reliability)
        self.error.setText(
            self.tr(
                "Expected calibration error {:.3f}. A calibrated model lies on the diagonal; "
                "lines are 95 % intervals."
            ).format(evaluation.ece)
        )
        self.addTab(self._pages["reliability"], self.tr("Reliability"))
        self.pictures.offer_methods(lab_methods() if passing is None else station_methods())
        self.show_mistakes()
        self.addTab(self.pictures, self.tr("Pictures"))
        if audit is not None:
            self.addTab(_groups(audit), self.tr("Groups"))
        if rival is not None:
            self.addTab(comparison_page(rival.comparison), self.tr("Comparison"))
            self.differing.show_comparison(rival.comparison, names)
            self.addTab(self.differing, self.tr("Differing"))
        self._add_left_out(evaluation.skipped, evaluation.notes)
        self.setCurrentIndex(0)

    def show_mistakes(self) -> None:
        """Show every picture that was given a wrong answer."""
        if self._eyes is not None:
            numbers = [
                number
                for number, answer in enumerate(self._eyes.answers)
                if answer.states[DECISION].value != answer.image.label
            ]
        elif self._evaluation is not None:
            numbers = mistakes(self._evaluation)
        else:
            return
        title = self.tr("{} of {} pictures were given another answer").format(
            len(numbers), len(self.images)
        )
        self.pictures.show_pictures(title, self._items(numbers), all_shown=True)

    def show_cell(self, row: int, column: int) -> None:
        """Show the pictures of one cell of the confusion matrix."""
        if self._evaluation is None:
            return
        labels = self._evaluation.labels
        numbers = pictures_in_cell(self._evaluation, row, column)
        title = self.tr("{} given {}: {} pictures").format(
            class_word(labels[row]), class_word(labels[column]), len(numbers)
        )
        self._show_some(title, numbers)

    def _show_some(self, title: str, numbers: Sequence[int]) -> None:
        self.pictures.show_pictures(title, self._items(numbers), all_shown=False)
        self.setCurrentWidget(self.pictures)
        self.pictures.gallery.view.setFocus()

    def _items(self, numbers: Sequence[int]) -> list[GalleryItem]:
        return [GalleryItem(number, self._lines(number)) for number in numbers]

    def _lines(self, number: int) -> tuple[str, ...]:
        image = self.images[number]
        truth = self.tr("is {}").format(class_word_inside(image.label))
        if self._eyes is not None:
            answer = self._eyes.answers[number]
            given = self.tr("given {}").format(class_word_inside(answer.states[DECISION].value))
            return image.name, truth, given
        given = ""
        if self._evaluation is not None:
            row = self._evaluation.probabilities[number]
            best = int(row.argmax())
            word = class_word_inside(self._evaluation.labels[best])
            given = self.tr("given {} {:.2f}").format(word, row[best])
        return image.name, truth, given

    def given(self, number: int) -> str:
        """The class that a picture was given."""
        if self._evaluation is None:
            return ""
        return self._evaluation.labels[int(self._evaluation.probabilities[number].argmax())]

    def _show_curves(self, evaluation: Evaluation) -> None:
        truth = truth_of(evaluation)
        rocs, prs = [], []
        for place, label in enumerate(evaluation.labels):
            scores, name = evaluation.probabilities[:, place], class_word(label)
            roc, pr = roc_curve(scores, truth == place), pr_curve(scores, truth == place)
            if roc is not None:
                said = f"{name}  {roc.area:.3f}"
                rocs.append(Curve(said, roc.false_positive, roc.true_positive))
            if pr is not None:
                prs.append(Curve(f"{name}  {pr.area:.3f}", pr.recall, pr.precision))
        self.roc.show_curves(rocs)
        self.pr.show_curves(prs)

    # A run of the eye detectors

    def show_eyes(self, report: EyeReport, audit: GroupAudit | None = None) -> None:
        """Show what each eye channel says of faces with open and closed eyes, and by group."""
        self._show_again = lambda: self.show_eyes(report, audit)
        self._evaluation, self._eyes = None, report
        self.images = report.images
        self._empty()
        words = {
            DECISION: self.tr("Decision"),
            "network": self.tr("Network alone"),
            "haar": self.tr("Haar alone"),
        }
        for channel in reversed(report.channels):
            self.addTab(self._eye_page(report, channel), words.get(channel, channel))
        self.pictures.offer_methods({})
        self.show_mistakes()
        self.addTab(self.pictures, self.tr("Pictures"))
        if audit is not None:
            self.addTab(_groups(audit), self.tr("Groups"))
        self._add_left_out(report.skipped, report.notes)
        self.setCurrentIndex(0)

    def _eye_page(self, report: EyeReport, channel: str) -> QWidget:
        counts = eye_confusion(report.answers, channel)
        view = ConfusionView()
        rows, columns = (list(map(class_word, names)) for names in (EYE_LABELS, EYE_ANSWERS))
        view.show_matrix(rows, columns, counts)
        view.cell_chosen.connect(
            lambda row, column: self._show_eye_cell(report, channel, row, column)
        )
        closed = EYE_LABELS.index("closed"), EYE_ANSWERS.index("closed")
        opened = EYE_LABELS.index("open"), EYE_ANSWERS.index("closed")
        said = self.tr("Open called closed: {}. Closed recognised: {}.").format(
            shown(rate_text(int(counts[opened]), int(counts[opened[0]].sum()))),
            shown(rate_text(int(counts[closed]), int(counts[closed[0]].sum()))),
        )
        return page_of(view, note(said))

    def _show_eye_cell(self, report: EyeReport, channel: str, row: int, column: int) -> None:
        numbers = [
            number
            for number, answer in enumerate(report.answers)
            if answer.image.label == EYE_LABELS[row]
            and answer.states[channel].value == EYE_ANSWERS[column]
        ]
        title = self.tr("{} given {}: {} pictures").format(
            class_word(EYE_LABELS[row]), class_word_inside(EYE_ANSWERS[column]), len(numbers)
        )
        self._show_some(title, numbers)

    def _add_left_out(self, skipped: Sequence[Skipped], notes: DataNotes) -> None:
        """What was left out and why, and what is odd about the pictures that were judged."""
        parts: list[QWidget] = [note(shown(line)) for line in notes.lines()]
        if skipped:
            parts += table_parts(skipped_table(skipped))
        else:
            parts.append(note(self.tr("Every picture was judged.")))
        counted = self.tr("Left out ({})").format(number_text(len(skipped)))
        self.addTab(scrolled(parts), counted if skipped else self.tr("Left out"))
        self._order_by_tab_key()

    def _order_by_tab_key(self) -> None:
        """Have the pages follow their heads: Qt puts what is made later behind everything."""
        before: QWidget = self.tabBar()
        pages = [self.widget(index) for index in range(self.count())]
        for page in filter(None, pages):
            for part in page.findChildren(QWidget):
                takes_focus = part.focusPolicy() & Qt.FocusPolicy.TabFocus
                # A list that opens is a window of its own; what has a proxy goes with that.
                if takes_focus and part.focusProxy() is None and part.window() is self.window():
                    self.setTabOrder(before, part)
                    before = part

    def _empty(self) -> None:
        """Take every page out; those of every run stay, and belong to this widget."""
        kept = (*self._pages.values(), self.threshold, self.pictures, self.differing)
        while (page := self.widget(0)) is not None:
            self.removeTab(0)
            if page not in kept:
                page.deleteLater()
        for one in kept:
            one.hide()
            one.setParent(self)


def _summary(evaluation: Evaluation) -> QWidget:
    grid = FiguresTable()
    table = class_table(evaluation)
    grid.show_table(table)
    return page_of(cards(highlights(evaluation)), grid, *(note(text) for text in table.notes))


def _groups(audit: GroupAudit) -> QWidget:
    """The figures of every group, and the largest gaps between two of them."""
    parts: list[QWidget] = []
    for grouping in audit.groupings:
        for table in audit_tables(audit, grouping, _WIDEST):
            parts += table_parts(table)
        gaps = gaps_table(audit, grouping)
        parts += [note(no_gaps(grouping))] if gaps is None else table_parts(gaps)
    return scrolled([*parts, note(HOW_TO_READ)])
