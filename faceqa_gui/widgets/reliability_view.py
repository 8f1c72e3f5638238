"""`ReliabilityView`: calibrated confidence against accuracy, with how many pictures say so."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceqa_gui.lab.metrics import ReliabilityBin, wilson_interval
from faceqa_gui.widgets.language import Retranslated
from faceqa_gui.widgets.painted import CENTRE, RIGHT, PaintedWidget, draw_elided

_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 14, 12, 60
_STEPS = 5


class ReliabilityView(Retranslated, PaintedWidget):
    """A calibrated model lies on the diagonal. Each bar carries the interval of its accuracy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bins: Sequence[ReliabilityBin] = ()
        self.setMinimumSize(340, 260)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._retranslate()

    def show_bins(self, bins: Sequence[ReliabilityBin]) -> None:
        """Paint these bins."""
        self._bins = [part for part in bins if part.count]
        self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Reliability diagram"))
        self.setAccessibleDescription(
            ", ".join(
                self.tr("confidence {:.2f}: accuracy {:.2f} of {}").format(
                    part.confidence, part.accuracy, part.count
                )
                for part in self._bins
            )
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Paint axes, bars, intervals and counts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.sized_font(11))
        plot = QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)
        for step in range(_STEPS + 1):
            share = step / _STEPS
            at = self._at(plot, share, share)
            painter.setPen(QPen(QColor(self.colours.line), 1.0))
            painter.drawLine(QPointF(plot.left(), at.y()), QPointF(plot.right(), at.y()))
            below = QRect(round(at.x()) - 24, round(plot.bottom()) + 20, 48, 16)
            draw_elided(painter, below, f"{share:.1f}", self.colours.quiet, CENTRE)
            beside = QRect(round(plot.left()) - 40, round(at.y()) - 8, 34, 16)
            draw_elided(painter, beside, f"{share:.1f}", self.colours.quiet, RIGHT)
        painter.setPen(QPen(QColor(self.colours.bar), 1.0))
        painter.drawLine(plot.bottomLeft(), plot.topRight())
        for part in self._bins:
            self._paint_bin(painter, plot, part)
        under = QRect(round(plot.left()), round(plot.bottom()) + 38, round(plot.width()), 18)
        words = self.tr("Confidence; below each bar the number of pictures")
        draw_elided(painter, under, words, self.colours.ink, CENTRE)
        painter.translate(9, plot.center().y())
        painter.rotate(-90)
        half = round(plot.height() / 2)
        place = QRect(-half, -9, 2 * half, 18)
        draw_elided(painter, place, self.tr("Accuracy"), self.colours.ink, CENTRE)

    def _paint_bin(self, painter: QPainter, plot: QRectF, part: ReliabilityBin) -> None:
        upper = self._at(plot, part.low, part.accuracy)
        lower = self._at(plot, part.high, 0.0)
        fill = QColor(self.colours.accent)
        fill.setAlphaF(0.35)
        painter.fillRect(QRectF(upper, lower).adjusted(2, 0, -2, 0), fill)
        ends = wilson_interval(round(part.accuracy * part.count), part.count)
        top = self._at(plot, part.confidence, ends.high)
        bottom = self._at(plot, part.confidence, ends.low)
        painter.setPen(QPen(QColor(self.colours.ink), 1.5))
        painter.drawLine(top, bottom)
        painter.setBrush(QColor(self.colours.ink))
        painter.drawEllipse(self._at(plot, part.confidence, part.accuracy), 3.0, 3.0)
        count = QRect(round(upper.x()) - 4, round(plot.bottom()) + 4, 0, 16)
        count.setWidth(round(lower.x() - upper.x()) + 8)
        draw_elided(painter, count, f"{part.count}", self.colours.quiet, CENTRE)

    def _at(self, plot: QRectF, x: float, y: float) -> QPointF:
        return QPointF(plot.left() + x * plot.width(), plot.bottom() - y * plot.height())
