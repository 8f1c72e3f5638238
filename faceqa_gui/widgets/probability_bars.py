"""`ProbabilityBars`: what the network says of the newest judged frame."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceqa_gui.quality.labels import Quality
from faceqa_gui.station_state import StationState
from faceqa_gui.widgets.language import Retranslated
from faceqa_gui.widgets.painted import RIGHT, PaintedWidget, draw_elided, fill_rounded
from faceqa_gui.widgets.words import QUALITY_ORDER, quality_word

_WORD_WIDTH, _VALUE_WIDTH = 98, 40


class ProbabilityBars(Retranslated, PaintedWidget):
    """Five bars from 0 to 1; a tick on the good bar marks the probability that is needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(5 * 17)
        self._probabilities: dict[Quality, float] = {}
        self._threshold: float | None = None
        self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Face quality"))
        self._describe()
        self.update()

    def show_threshold(self, threshold: float | None) -> None:
        """Mark the probability (0-1) that a good face needs; None marks none."""
        if threshold != self._threshold:
            self._threshold = threshold
            self._describe()
            self.update()

    def show_state(self, state: StationState) -> None:
        """Paint the probabilities of `state`, to two places."""
        rounded = {quality: round(value, 3) for quality, value in state.probabilities.items()}
        if rounded != self._probabilities:
            self._probabilities = rounded
            self._describe()
            self.update()

    def _describe(self) -> None:
        said = [f"{quality_word(key)} {self._text(key)}" for key in QUALITY_ORDER]
        nothing = self.tr("Nothing has been judged yet")
        self.setAccessibleDescription(", ".join(said) if self._probabilities else nothing)
        needed = self.tr("A face counts as good from {:.2f}")
        self.setToolTip("" if self._threshold is None else needed.format(self._threshold))

    def _text(self, quality: Quality) -> str:
        value = self._probabilities.get(quality)
        return "–" if value is None else f"{value:.2f}"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Paint word, bar and number of each class."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.sized_font(12))
        row = self.height() / len(QUALITY_ORDER)
        length = self.width() - _WORD_WIDTH - _VALUE_WIDTH
        top_class = max(self._probabilities, key=self._probabilities.__getitem__, default=None)
        for index, quality in enumerate(QUALITY_ORDER):
            line = QRect(0, round(index * row), self.width(), round(row))
            bar = QRectF(_WORD_WIDTH, line.center().y() - 5.5, length, 12)
            draw_elided(painter, line, quality_word(quality), self.colours.ink)
            fill_rounded(painter, bar, 3.0, self.colours.track)
            value = self._probabilities.get(quality, 0.0)
            if value > 0.0:
                filled = QRectF(bar.topLeft(), bar.size())
                filled.setWidth(max(value * length, 1.5))
                good = quality is Quality.GOOD
                colour = self.colours.green if good else self.colours.bar
                fill_rounded(painter, filled, min(3.0, filled.width() / 2), colour)
            if quality is Quality.GOOD and self._threshold is not None:
                x = bar.left() + self._threshold * length
                painter.setPen(QPen(QColor(self.colours.ink), 2.0))
                painter.drawLine(QPointF(x, bar.top() - 3), QPointF(x, bar.bottom() + 3))
            painter.setFont(self.sized_font(12, bold=quality is top_class))
            draw_elided(painter, line, self._text(quality), self.colours.ink, RIGHT)
            painter.setFont(self.sized_font(12))
