"""`ThresholdPage`: a slider over the threshold, and what it lets pass, live."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from faceqa_gui.lab.curves import PassingClass
from faceqa_gui.lab.evaluation_text import rate_text
from faceqa_gui.lab.tables import Table
from faceqa_gui.widgets.figures_table import FiguresTable
from faceqa_gui.widgets.language import Retranslated, shown
from faceqa_gui.widgets.line_plot import Curve, LinePlot
from faceqa_gui.widgets.words import class_word, class_word_inside

_STEPS = 1000


class ThresholdPage(Retranslated, QWidget):
    """Nothing is judged anew: the answers were sorted once (`lab.curves.Acceptance`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: Sequence[str] = ()
        self._passing: PassingClass | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addLayout(self._build_slider())
        row = QHBoxLayout()
        self.accepts = _rate_label()
        self.rejects = _rate_label()
        row.addWidget(self.accepts, 1)
        row.addWidget(self.rejects, 1)
        column.addLayout(row)
        lower = QHBoxLayout()
        lower.setSpacing(14)
        self.plot = LinePlot(Qt.AlignmentFlag.AlignLeft)
        self.table = FiguresTable()
        self.table.setMinimumWidth(310)
        lower.addWidget(self.plot, 3)
        lower.addWidget(self.table, 2)
        column.addLayout(lower, 1)
        self._note = QLabel()
        self._note.setProperty("tone", "quiet")
        self._note.setWordWrap(True)
        column.addWidget(self._note)
        self._retranslate()

    def _retranslate(self) -> None:
        self.plot.name_axes(self.tr("Threshold"), self.tr("Share of the pictures"))
        self.plot.setAccessibleName(self.tr("False accepts and false rejects by threshold"))
        self._note.setText(
            self.tr("Choose a threshold on a validation split, and read a test split once.")
        )
        self._word.setText(self.tr("Threshold"))
        self.slider.setAccessibleName(self.tr("Threshold"))
        self.own_button.setText(self.tr("As it was run"))
        self._show_curves()
        self._show_step(self.slider.value())

    def _build_slider(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self._word = QLabel()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 20)
        self.slider.valueChanged.connect(self._show_step)
        self._word.setBuddy(self.slider)
        self.value = QLabel()
        self.value.setFixedWidth(56)
        self.value.setProperty("weight", "bold")
        self.own_button = QPushButton()
        self.own_button.clicked.connect(self._return)
        for widget in (self._word, self.slider, self.value, self.own_button):
            row.addWidget(widget, 1 if widget is self.slider else 0)
        return row

    def show_answers(self, labels: Sequence[str], passing: PassingClass) -> None:
        """Begin at the threshold of the run.

        Args:
            labels: the classes, in the order of the columns.
            passing: the class that lets a picture pass.
        """
        self._labels, self._passing = labels, passing
        self._show_curves()
        self._return()
        self._show_step(self.slider.value())

    def _show_curves(self) -> None:
        passing = self._passing
        if passing is None:
            return
        thresholds = np.linspace(0.0, 1.0, _STEPS + 1)
        accepts, rejects = (np.nan_to_num(one) for one in passing.acceptance.rates(thresholds))
        # What happens at 0 and 1 is known beforehand; the figure shows what lies between.
        highest = max(float(accepts.max()), float(np.quantile(rejects, 0.95)), 0.01)
        self.plot.show_curves(
            (
                Curve(self.tr("False accepts"), thresholds, accepts),
                Curve(self.tr("False rejects"), thresholds, rejects),
            ),
            min(1.0, float(np.ceil(highest * 22)) / 20),
        )

    def _return(self) -> None:
        if self._passing is not None:
            self.slider.setValue(round(self._passing.threshold * _STEPS))

    def _show_step(self, step: int) -> None:
        passing = self._passing
        if passing is None:
            return
        own = step == round(passing.threshold * _STEPS)
        threshold = passing.threshold if own else step / _STEPS
        errors = passing.acceptance.at(threshold)
        self.value.setText(f"{threshold:.3f}")
        self.accepts.setText(
            self.tr("False accepts: {}").format(
                shown(rate_text(errors.false_accepts, errors.others))
            )
        )
        self.rejects.setText(
            self.tr("False rejects: {}").format(
                shown(rate_text(errors.false_rejects, errors.of_class))
            )
        )
        self.plot.mark(threshold)
        rows = [
            (class_word(label), f"{count} / {of}", f"{count / of:.1%}" if of else "–")
            for label, (count, of) in zip(
                self._labels, passing.acceptance.by_class(threshold), strict=True
            )
        ]
        title = self.tr("Accepted as {}").format(class_word_inside(passing.label))
        self.table.show_table(Table(title, (title, self.tr("Pictures"), ""), rows, ()))


def _rate_label() -> QLabel:
    label = QLabel()
    label.setProperty("weight", "bold")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
