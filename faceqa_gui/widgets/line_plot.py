"""`LinePlot`: curves between 0 and 1 with a legend, painted in the theme's colours."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceqa_gui.widgets.painted import CENTRE, LEFT, RIGHT, PaintedWidget, draw_elided, fill_rounded
from faceqa_gui.widgets.theme import DARK

_LIGHT_LINES = (
    *("#1F6FEB", "#1A8F55", "#B07800", "#C4372C", "#7350C4"),
    *("#0B7F8B", "#A84B84", "#66722F", "#5B6B7C"),
)
_DARK_LINES = (
    *("#5C9DFF", "#45C585", "#E0A526", "#F07E74", "#AE93F5"),
    *("#3FC3D0", "#E28ABF", "#B2C061", "#A3B1C0"),
)
_DASHES: tuple[tuple[float, ...], ...] = ((), (6, 3), (7, 3, 1, 3), (1.5, 2.5), (10, 4), (3, 3))
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 14, 12, 42
_LEGEND_ROW = 20
_STEPS = 5


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """One line of a plot: its name, and its K points as float64."""

    name: str
    x: NDArray[np.float64]
    y: NDArray[np.float64]


class LinePlot(PaintedWidget):
    """Lines differ in their dashes as well as in colour. The x axis runs from 0 to 1."""

    def __init__(
        self,
        legend: Qt.AlignmentFlag,
        *,
        diagonal: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show no curve yet.

        Args:
            legend: corner of the plot where the curves are named.
            diagonal: draw the line of equal values.
            parent: of the widget.
        """
        super().__init__(parent)
        self._x_word, self._y_word, self._diagonal = "", "", diagonal
        self._legend = legend
        self._curves: Sequence[Curve] = ()
        self._highest = 1.0
        self._mark: float | None = None
        self.setMinimumSize(340, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def name_axes(self, x_word: str, y_word: str) -> None:
        """Say what the axes are."""
        self._x_word, self._y_word = x_word, y_word
        self.update()

    def show_curves(self, curves: Sequence[Curve], highest: float = 1.0) -> None:
        """Paint `curves`; the y axis runs from 0 to `highest`."""
        self._curves, self._highest = curves, highest
        self.setAccessibleDescription(", ".join(curve.name for curve in curves))
        self.update()

    def mark(self, x: float | None) -> None:
        """Mark one place of the x axis (0-1) by an upright line; None marks none."""
        if x != self._mark:
            self._mark = x
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Paint axes, curves, mark and legend."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.sized_font(11))
        plot = QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)
        self._paint_axes(painter, plot)
        painter.save()
        painter.setClipRect(plot.adjusted(-2, -2, 2, 2))
        if self._diagonal:
            painter.setPen(QPen(QColor(self.colours.bar), 1.0))
            painter.drawLine(plot.bottomLeft(), plot.topRight())
        for place, curve in enumerate(self._curves):
            painter.setPen(self._pen(place))
            painter.drawPolyline(self._polygon(plot, curve))
        if self._mark is not None:
            painter.setPen(QPen(QColor(self.colours.ink), 1.5))
            x = plot.left() + self._mark * plot.width()
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.restore()
        self._paint_legend(painter, plot)

    def _paint_axes(self, painter: QPainter, plot: QRectF) -> None:
        for step in range(_STEPS + 1):
            share = step / _STEPS
            x = plot.left() + share * plot.width()
            y = plot.bottom() - share * plot.height()
            painter.setPen(QPen(QColor(self.colours.line), 1.0))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            below = QRect(round(x) - 24, round(plot.bottom()) + 4, 48, 16)
            draw_elided(painter, below, f"{share:.1f}", self.colours.quiet, CENTRE)
            beside = QRect(round(plot.left()) - 40, round(y) - 8, 34, 16)
            value = share * self._highest
            said = f"{value:.2f}" if self._highest < 1.0 else f"{value:.1f}"
            draw_elided(painter, beside, said, self.colours.quiet, RIGHT)
        under = QRect(round(plot.left()), round(plot.bottom()) + 22, round(plot.width()), 18)
        draw_elided(painter, under, self._x_word, self.colours.ink, CENTRE)
        painter.save()
        painter.translate(9, plot.center().y())
        painter.rotate(-90)
        half = round(plot.height() / 2)
        draw_elided(painter, QRect(-half, -9, 2 * half, 18), self._y_word, self.colours.ink, CENTRE)
        painter.restore()

    def _paint_legend(self, painter: QPainter, plot: QRectF) -> None:
        if not self._curves:
            return
        widest = max(painter.fontMetrics().horizontalAdvance(one.name) for one in self._curves)
        box = QRectF(0, 0, widest + 56, len(self._curves) * _LEGEND_ROW + 8)
        inner = plot.adjusted(10, 10, -10, -10)
        right = bool(self._legend & Qt.AlignmentFlag.AlignRight)
        bottom = bool(self._legend & Qt.AlignmentFlag.AlignBottom)
        box.moveLeft(inner.right() - box.width() if right else inner.left())
        box.moveTop(inner.bottom() - box.height() if bottom else inner.top())
        fill_rounded(painter, box, 5.0, self.colours.card)
        for place, curve in enumerate(self._curves):
            middle = box.top() + 4 + (place + 0.5) * _LEGEND_ROW
            painter.setPen(self._pen(place))
            painter.drawLine(QPointF(box.left() + 8, middle), QPointF(box.left() + 36, middle))
            word = QRect(round(box.left()) + 44, round(middle) - 9, widest + 6, 18)
            draw_elided(painter, word, curve.name, self.colours.ink, LEFT)

    def _pen(self, place: int) -> QPen:
        lines = _DARK_LINES if self.colours is DARK else _LIGHT_LINES
        pen = QPen(QColor(lines[place % len(lines)]), 2.0)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        dashes = _DASHES[place % len(_DASHES)]
        if dashes:
            pen.setDashPattern(list(dashes))
        return pen

    def _polygon(self, plot: QRectF, curve: Curve) -> QPolygonF:
        x = plot.left() + np.clip(curve.x, 0.0, 1.0) * plot.width()
        y = plot.bottom() - np.clip(curve.y / self._highest, 0.0, 1.0) * plot.height()
        return QPolygonF([QPointF(*point) for point in zip(x.tolist(), y.tolist(), strict=True)])
