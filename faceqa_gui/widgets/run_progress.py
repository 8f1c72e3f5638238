"""`RunProgress`: how far a run is, how fast, how long it still takes; pause and cancel."""

import time
from collections.abc import Callable
from functools import partial

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

from faceqa_gui.widgets.language import Retranslated, number_text

_MINUTE, _HOUR = 60.0, 3600.0


class RunProgress(Retranslated, QFrame):
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
        column.addWidget(self.bar)
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        # Two lines always, so that the buttons below stay where they are.
        self.status.setMinimumHeight(2 * self.status.fontMetrics().lineSpacing())
        column.addWidget(self.status)
        row = QHBoxLayout()
        self.pause_button = QPushButton()
        self.pause_button.clicked.connect(self._turn)
        self.cancel_button = QPushButton()
        self.cancel_button.clicked.connect(self._cancel)
        row.addWidget(self.pause_button)
        row.addWidget(self.cancel_button)
        column.addLayout(row)
        self._say: Callable[[], str] = str
        self._retranslate()
        self.hide()

    def _retranslate(self) -> None:
        self.bar.setAccessibleName(self.tr("Progress of the run"))
        self.cancel_button.setText(self.tr("Cancel"))
        self._say_pause()
        self.status.setText(self._say())

    def _say_pause(self) -> None:
        pause, go_on = self.tr("Pause"), self.tr("Go on")
        self.pause_button.setText(pause if self._paused_at is None else go_on)

    def _say_status(self, say: Callable[[], str]) -> None:
        """Say what `say` returns, in each language anew."""
        self._say = say
        self.status.setText(say())

    def begin(self, models: int = 1) -> None:
        """A run was started; two `models` judge the same pictures one after the other."""
        self._first, self._resting, self._paused_at = None, 0.0, None
        self._models, self._model, self._done = models, 0, -1
        self.bar.setRange(0, 0)
        self._say_status(lambda: self.tr("Loading the model…"))
        self._say_pause()
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
        letter = "AB"[self._model] if self._models > 1 else ""
        rate = (done - before) / worked if done > before and worked > 0.0 else 0.0
        text = partial(self._progress_text, letter, done - self._model * each, each)
        if self._paused_at is None:
            self._say_status(partial(text, total - done, rate))

    def _progress_text(self, letter: str, done: int, total: int, left: int, rate: float) -> str:
        """How far the model called `letter` is; with a rate in Hz, how long what is left takes."""
        text = self.tr("{done} of {total} pictures").format(
            done=number_text(done), total=number_text(total)
        )
        if letter:
            text = self.tr("Model {letter}: {text}").format(letter=letter, text=text)
        if not rate:
            return text
        pace = self.tr("{rate} a second · {time} left")
        return f"{text} · {pace.format(rate=number_text(rate), time=self._left(left / rate))}"

    def end(self) -> None:
        """The run is over."""
        self.hide()

    def _turn(self) -> None:
        if self._paused_at is None:
            self._paused_at = self._clock()
            self._say_pause()
            self._say_status(lambda: self.tr("Paused. What is under way is finished first."))
            self.pause_wanted.emit()
        else:
            self._resting += self._clock() - self._paused_at
            self._paused_at = None
            self._say_pause()
            self._say_status(lambda: self.tr("Going on…"))
            self.resume_wanted.emit()

    def _cancel(self) -> None:
        self.pause_button.setEnabled(False)
        self.cancel_button.setEnabled(False)
        self._say_status(lambda: self.tr("Ending…"))
        self.cancel_wanted.emit()

    def _left(self, seconds: float) -> str:
        if seconds >= _HOUR:
            return self.tr("{:.1f} h").format(seconds / _HOUR)
        if seconds >= _MINUTE:
            return self.tr("{:.0f} min").format(seconds / _MINUTE)
        return self.tr("{:.0f} s").format(seconds)
