"""`LightBanner`: the light as colour, shape and word, and the one sentence for the person."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from faceqa_gui.assessment.actions import SENTENCES, Action
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.instruction import Instruction
from faceqa_gui.widgets.language import Retranslated, shown
from faceqa_gui.widgets.painted import PaintedWidget, draw_elided, fill_rounded

_MARK = 40.0
_LARGEST_LETTERS = 0.42  # of the height of a large banner
_SMALLEST_LETTERS = 18


class LightBanner(Retranslated, PaintedWidget):
    """Red: an octagon with a cross. Amber: a circle with “!”. Green: a check mark.

    While the model loads nothing is judged, and the banner stays grey with three dots.
    """

    def __init__(self, parent: QWidget | None = None, *, large: bool = False) -> None:
        """Say that nothing is ready yet.

        Args:
            parent: owner.
            large: for somebody who sits two metres away: the headline alone, as large as it fits.
        """
        super().__init__(parent)
        self._large = large
        if not large:
            self.setFixedHeight(72)
        self._light, self._action = Light.RED, Action.WAIT_FOR_MODEL
        self._retranslate()

    def _retranslate(self) -> None:
        self._describe()
        self.update()

    @property
    def headline(self) -> str:
        """What the person is told."""
        return shown(SENTENCES[self._action].headline)

    @property
    def detail(self) -> str:
        """Why."""
        return shown(SENTENCES[self._action].detail)

    @property
    def _is_judging(self) -> bool:
        return self._action is not Action.WAIT_FOR_MODEL

    def show_instruction(self, instruction: Instruction) -> None:
        """Paint an instruction and its light."""
        if (instruction.light, instruction.action) != (self._light, self._action):
            self._light, self._action = instruction.light, instruction.action
            self._describe()
            self.update()

    def _describe(self) -> None:
        words = {
            Light.RED: self.tr("Red"),
            Light.AMBER: self.tr("Amber"),
            Light.GREEN: self.tr("Green"),
        }
        word = words[self._light] if self._is_judging else self.tr("Not ready")
        self.setAccessibleName(f"{word}: {self.headline}. {self.detail}")
        self.setToolTip("" if self._large else self.detail)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Paint the banner."""
        colours = self.colours
        fill, ink = {
            Light.RED: (colours.red_fill, colours.on_red),
            Light.AMBER: (colours.amber_fill, colours.on_amber),
            Light.GREEN: (colours.green_fill, colours.on_green),
        }[self._light]
        if not self._is_judging:
            fill, ink = colours.off, colours.on_off
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_rounded(painter, QRectF(self.rect()), 10.0, fill)
        if self._large:
            self._paint_large(painter, fill, ink)
            return
        mark = QRectF(22, (self.height() - _MARK) / 2, _MARK, _MARK)
        self._paint_mark(painter, mark, fill, ink)
        text = self.rect().adjusted(80, 0, -20, 0)
        middle = self.height() // 2
        painter.setFont(self.sized_font(24, bold=True))
        draw_elided(painter, text.adjusted(0, middle - 31, 0, -middle + 3), self.headline, ink)
        painter.setFont(self.sized_font(14))
        draw_elided(painter, text.adjusted(0, middle + 5, 0, -middle + 25), self.detail, ink)

    def _paint_large(self, painter: QPainter, fill: str, ink: str) -> None:
        height = self.height()
        scale = 0.5 * height / _MARK
        painter.save()
        painter.translate(0.25 * height, 0.25 * height)
        painter.scale(scale, scale)
        self._paint_mark(painter, QRectF(0, 0, _MARK, _MARK), fill, ink)
        painter.restore()
        left = height
        text = QRectF(left, 0, self.width() - left - 0.25 * height, height)
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        size = max(round(_LARGEST_LETTERS * height), _SMALLEST_LETTERS)
        painter.setFont(self.sized_font(size, bold=True))
        endless = QRectF(0, 0, text.width(), 100 * height)
        needed = painter.fontMetrics().boundingRect(endless.toRect(), flags, self.headline)
        while size > _SMALLEST_LETTERS and (
            needed.width() > text.width() or needed.height() > 0.9 * height
        ):
            size -= 2
            painter.setFont(self.sized_font(size, bold=True))
            needed = painter.fontMetrics().boundingRect(endless.toRect(), flags, self.headline)
        painter.setPen(QColor(ink))
        painter.drawText(text, flags, self.headline)

    def _paint_mark(self, painter: QPainter, mark: QRectF, fill: str, ink: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        centre, reach = mark.center(), mark.width() / 2
        pen = QPen(QColor(fill), 4.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if not self._is_judging:
            painter.drawEllipse(mark)
            painter.setBrush(QColor(fill))
            for across in (-10, 0, 10):
                painter.drawEllipse(centre + QPointF(across, 0), 3.0, 3.0)
            return
        if self._light is Light.RED:
            cut = 0.414 * reach
            corners = [(-cut, -reach), (cut, -reach), (reach, -cut), (reach, cut)]
            corners += [(-x, -y) for x, y in corners]
            painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in corners]))
            painter.setPen(pen)
            for slope in (1, -1):
                painter.drawLine(centre + QPointF(-8, -8 * slope), centre + QPointF(8, 8 * slope))
            return
        painter.drawEllipse(mark)
        painter.setPen(pen)
        if self._light is Light.AMBER:
            painter.drawLine(centre + QPointF(0, -11), centre + QPointF(0, 3))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(fill))
            painter.drawEllipse(centre + QPointF(0, 11), 3.0, 3.0)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(
                [centre + QPointF(-10, 1), centre + QPointF(-3, 8), centre + QPointF(10, -8)]
            )
