"""`RunProgress`: how far a run is, how fast, how long it still takes; pause and cancel."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

_MINUTE, _HOUR = 60.0, 3600.0


class RunProgress(QFrame):
    """`pause_wanted` and `resume_wanted` alternate; `cancel_wanted` ends the run."""

    pause_wanted = Signal()
    resume_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(
        self, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Show nothing under way.

        Args:
            parent: of the widget.
            clock: seconds that only go forward.
        """
        super().__init__(parent)
        self.setProperty("role", "card")
        self._clock = clock
        self._first: tuple[float, int] | None = None
        self._resting = 0.0
        self._paused_at: float | None = None
        self._models, self._model, self._done = 1, 0, -1
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self.bar = QProgressBar()
        self.bar.setFixedHeight(8)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the run"))
        column.addWidget(self.bar)
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.status)
        row = QHBoxLayout()
        self.pause_button = QPushButton()
        self.pause_button.clicked.connect(self._turn)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self._cancel)
        row.addWidget(self.pause_button)
        row.addWidget(self.cancel_button)
        column.addLayout(row)
        self.hide()

    def begin(self, models: int = 1) -> None:
        """A run was started; two `models` judge the same pictures one after the other."""
        self._first, self._resting, self._paused_at = None, 0.0, None
        self._models, self._model, self._done = models, 0, -1
        self.bar.setRange(0, 0)
        self.status.setText(self.tr("Loading the model…"))
        self.pause_button.setText(self.tr("Pause"))
        self.pause_button.setEnabled(True)
        self.cancel_button.setEnabled(True)
        self.show()

    def show_progress(self, done: int, total: int) -> None:
        """Show how many pictures of how many are done; every model counts each of them."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        now = self._clock()
        each = total // self._models
        # A model that begins tells first what an earlier run of it did, if only that it is nothing.
        if self._model + 1 < self._models and (done > each or done == each == self._done):
            self._model, self._first, self._resting = self._model + 1, None, 0.0
            if self._paused_at is not None:
                self._paused_at = now
        self._done = done
        if self._first is None:
            self._first = (now, done)  # what an earlier run did is no speed
        began, before = self._first
        worked = now - began - self._resting
        said = self.tr("{:,} of {:,} pictures").format(done - self._model * each, each)
        if self._models > 1:
            said = self.tr("Model {}: {}").format("AB"[self._model], said)
        if done > before and worked > 0.0:
            rate = (done - before) / worked
            left = self._left((total - done) / rate)
            said += self.tr(" · {:.0f} a second · {} left").format(rate, left)
        if self._paused_at is None:
            self.status.setText(said)

    def end(self) -> None:
        """The run is over."""
        self.hide()

    def _turn(self) -> None:
        if self._paused_at is None:
            self._paused_at = self._clock()
            self.pause_button.setText(self.tr("Go on"))
            self.status.setText(self.tr("Paused. What is under way is finished first."))
            self.pause_wanted.emit()
        else:
            self._resting += self._clock() - self._paused_at
            self._paused_at = None
            self.pause_button.setText(self.tr("Pause"))
            self.status.setText(self.tr("Going on…"))
            self.resume_wanted.emit()

    def _cancel(self) -> None:
        self.pause_button.setEnabled(False)
        self.cancel_button.setEnabled(False)
        self.status.setText(self.tr("Ending…"))
        self.cancel_wanted.emit()

    def _left(self, seconds: float) -> str:
        if seconds >= _HOUR:
            return self.tr("{:.1f} h").format(seconds / _HOUR)
        if seconds >= _MINUTE:
            return self.tr("{:.0f} min").format(seconds / _MINUTE)
        return self.tr("{:.0f} s").format(seconds)
