"""`TrainingWindow`: a network learns in a process of its own, and its curves grow here."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QDeadlineTimer, QSize, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.errors import FaceQAError
from faceqa_gui.lab.training import Trained
from faceqa_gui.lab.training_loops import Epoch
from faceqa_gui.lab.training_order import TrainingOrder, train_in_child
from faceqa_gui.lab.training_record import read_epochs
from faceqa_gui.widgets.language import Retranslated, number_text, shown
from faceqa_gui.widgets.line_plot import Curve, LinePlot
from faceqa_gui.widgets.painted import PaintedWidget
from faceqa_gui.widgets.status_line import StatusLine
from faceqa_gui.widgets.theme import colours_in_use
from faceqa_gui.widgets.training_setup import TrainingSetup
from faceqa_gui.windows.side_window import SideWindow
from faceqa_gui.workers.child_errand import ChildErrand
from faceqa_gui.workers.records_thread import RecordsThread

_LEFT_WIDTH = 360

_LEAST_SIZE = QSize(960, 620)
_SIZE = QSize(1120, 660)


class TrainingWindow(Retranslated, SideWindow):
    """`trained` carries the folder of a finished model. A hidden window goes on."""

    trained = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer every recipe; nothing runs yet."""
        super().__init__(_LEAST_SIZE, _SIZE, parent)
        self._run: ChildErrand | None = None
        self._order: TrainingOrder | None = None
        self.reader = RecordsThread(self)
        self.reader.answered.connect(self._take_epochs)
        self.reader.refused.connect(self._take_refusal)
        self._epochs: Sequence[Epoch] = ()
        self._total = 1
        self._build()
        self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("FaceQA lab: train a model"))
        share = self.tr("share of the epochs")
        self.loss.name_axes(share, self.tr("loss"))
        self.accuracy.name_axes(share, self.tr("accuracy"))
        self.bar.setAccessibleName(self.tr("Progress of the training"))
        self.cancel_button.setText(self.tr("Stop"))
        self.cancel_button.setToolTip(self.tr("The run can go on later from its last whole epoch."))
        self._close_button.setText(self.tr("Close"))
        if self._epochs:
            self.show_epochs(self._epochs, self._total)

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
        self.setup = TrainingSetup()
        self.setup.train_wanted.connect(self.start_run)
        column.addWidget(self.setup)
        column.addStretch(1)
        columns.addWidget(left)
        curves = QVBoxLayout()
        corner = Qt.AlignmentFlag.AlignRight
        self.loss = LinePlot(corner | Qt.AlignmentFlag.AlignTop)
        self.accuracy = LinePlot(corner | Qt.AlignmentFlag.AlignBottom)
        curves.addWidget(self.loss, 1)
        curves.addWidget(self.accuracy, 1)
        columns.addLayout(curves, 1)
        whole.addLayout(columns, 1)
        whole.addLayout(self._build_foot())

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.bar = QProgressBar()
        self.bar.setFixedSize(160, 8)
        self.bar.setTextVisible(False)
        self.bar.hide()
        foot.addWidget(self.bar)
        self.status = StatusLine()
        foot.addWidget(self.status, 1)
        self.cancel_button = QPushButton()
        self.cancel_button.setEnabled(False)
        self.cancel_button.clicked.connect(self._cancel)
        foot.addWidget(self.cancel_button)
        self._close_button = QPushButton()
        self._close_button.clicked.connect(self.close)
        foot.addWidget(self._close_button)
        return foot

    # What its owner tells it

    def open(self) -> None:
        """Come to the front."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.setup.task_box.setFocus()

    @property
    def is_working(self) -> bool:
        """Whether a thread of it is at work."""
        return self.reader.isRunning() or (self._run is not None and self._run.isRunning())

    def stop(self) -> None:
        """Show nobody, and ask threads and the process to end; the run can go on later."""
        self.close()
        self.reader.stop()
        if self._run is not None:
            self._run.work.cancel()

    def wait(self, deadline: QDeadlineTimer) -> bool:
        """Wait for the threads; whether they ended."""
        ended = self._run is None or self._run.wait(deadline)
        return self.reader.wait(deadline) and ended

    # The run

    @Slot()
    def start_run(self) -> None:
        """Train what was chosen; one run at a time."""
        if self._run is not None:
            return
        self._order = self.setup.order
        errand = ChildErrand(train_in_child, (self._order,), self)
        self._run = errand
        errand.progressed.connect(self._take_progress)
        errand.done.connect(self._take_trained)
        errand.refused.connect(self._take_failure)
        errand.finished.connect(self._end_run)
        self.setup.show_running(running=True)
        self.cancel_button.setEnabled(True)
        self.bar.setRange(0, 0)
        self.bar.show()
        self.status.say(lambda: self.tr("Reading the pictures…"))
        errand.start()

    @Slot(int, int)
    def _take_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.status.say(
            lambda: self.tr("{done} of at most {total} steps").format(
                done=number_text(done), total=number_text(total)
            )
        )
        self._look()

    @Slot(object)
    def _take_trained(self, trained: object) -> None:
        if isinstance(trained, Trained):
            self.status.say(
                lambda: self.tr(
                    "✓ {folder}: validation accuracy {share} after %n epoch(s)", "", trained.epochs
                ).format(folder=trained.folder, share=f"{trained.val_accuracy:.3f}")
            )
            self._look()
            self.trained.emit(str(trained.folder))

    @Slot(object)
    def _take_failure(self, error: FaceQAError) -> None:
        self.status.say(lambda: f"▲ {shown(str(error))}")

    @Slot()
    def _end_run(self) -> None:
        if self._run is not None:
            self._run.deleteLater()
        self._run = None
        self.bar.hide()
        self.cancel_button.setEnabled(False)
        self.setup.show_running(running=False)

    @Slot()
    def _cancel(self) -> None:
        if self._run is not None:
            self.cancel_button.setEnabled(False)
            self.status.say(lambda: self.tr("Ending…"))
            self._run.work.cancel()

    # The curves

    def _look(self) -> None:
        order = self._order
        if order is not None:
            self.reader.forget()
            self.reader.ask(order, lambda: read_epochs(order.out))

    @Slot(object, object)
    def _take_epochs(self, order: object, epochs: object) -> None:
        if isinstance(order, TrainingOrder) and isinstance(epochs, tuple) and epochs:
            self.show_epochs(epochs, order.recipe().epochs)

    def show_epochs(self, epochs: Sequence[Epoch], total: int) -> None:
        """Draw the curves of the finished epochs, of `total` at most."""
        self._epochs, self._total = epochs, total
        x = np.array([epoch.epoch for epoch in epochs], np.float64) / total
        training, validation = self.tr("training"), self.tr("validation")
        losses = [[one.loss for one in epochs], [one.val_loss for one in epochs]]
        self.loss.show_curves(_curves(training, validation, x, losses), _highest(losses))
        shares = [[one.accuracy for one in epochs], [one.val_accuracy for one in epochs]]
        self.accuracy.show_curves(_curves(training, validation, x, shares))

    @Slot(object, object)
    def _take_refusal(self, _order: object, sentence: str) -> None:
        self.status.say(lambda: f"▲ {shown(sentence)}")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Dress like the rest of the program."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            for painted in self.findChildren(PaintedWidget):
                painted.use_colours(colours_in_use(app))
        super().showEvent(event)


def _curves(
    training: str, validation: str, x: np.ndarray, values: Sequence[Sequence[float]]
) -> list[Curve]:
    return [
        Curve(name, x, np.array(row, np.float64))
        for name, row in zip((training, validation), values, strict=True)
    ]


def _highest(losses: Sequence[Sequence[float]]) -> float:
    """Upper end of the axis: the largest loss that is a number."""
    finite = [loss for row in losses for loss in row if np.isfinite(loss)]
    return max([*finite, 0.1])
