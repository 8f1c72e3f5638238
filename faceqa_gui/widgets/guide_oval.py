"""`GuideOval`: where the face belongs, how far it is from there, and which way to go."""

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from faceqa_gui.assessment.actions import Action
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.instruction import Instruction
from faceqa_gui.settings import ChecksSettings

_LINE, _FITS, _OFF = QColor("#E8EEF5"), QColor("#4FD693"), QColor("#F2B632")
_SHADOW = QColor(0, 0, 0, 110)
_HEAD_PER_FACE = 1.21  # the found box ends at the cheeks, the oval stands around the head
_HEIGHT_PER_WIDTH = 1.27
_SMALLEST, _LARGEST = 0.2, 0.463  # half height, as a share of the region's side
_DIAGONAL = sqrt(0.5)
_REACH = 0.17  # of an arrow, as a share of the guide's width
_WINGS = 13.0


class Way(StrEnum):
    """Where the face should go."""

    CLOSER = "closer"
    BACK = "back"
    INTO = "into"


WAYS = {
    Action.COME_CLOSER: Way.CLOSER,
    Action.LARGER_PICTURE: Way.CLOSER,
    Action.MOVE_BACK: Way.BACK,
    Action.MOVE_INTO_GUIDE: Way.INTO,
}
"""The instructions that say a way."""


@dataclass(frozen=True, slots=True)
class GuideOval:
    """Half axes of the oval, as shares of the region's side."""

    half_width: float
    half_height: float

    @classmethod
    def of(cls, checks: ChecksSettings) -> "GuideOval":
        """The oval of a face of the size that the checks want: midway, as eyes see it."""
        face = sqrt(checks.least_face_share * checks.most_face_share)
        wanted = _HEAD_PER_FACE * _HEIGHT_PER_WIDTH * face / 2
        half_height = min(max(wanted, _SMALLEST), _LARGEST)
        return cls(half_height / _HEIGHT_PER_WIDTH, half_height)

    def placed(self, region: QRectF) -> QRectF:
        """The oval's rectangle in a region."""
        half = QPointF(self.half_width * region.width(), self.half_height * region.height())
        return QRectF(region.center() - half, region.center() + half)


def head_of(face: QRectF) -> QRectF:
    """The oval around the head whose face was found there."""
    width = _HEAD_PER_FACE * face.width()
    oval = QRectF(0.0, 0.0, width, _HEIGHT_PER_WIDTH * width)
    oval.moveCenter(face.center())
    return oval


def paint_guide(
    painter: QPainter, guide: QRectF, face: QRectF | None, instruction: Instruction
) -> None:
    """Paint the guide, and where the face is while it should go elsewhere.

    Dashes: no usable face yet. Solid: it fits. Arrows between two ovals: closer, back or into.

    Args:
        painter: paints in the view's pixels.
        guide: rectangle of the oval.
        face: rectangle of the found face; None where none was found.
        instruction: what the subject is told.
    """
    way = WAYS.get(instruction.action)
    fits = way is None and instruction.light is not Light.RED
    done = fits and instruction.light is Light.GREEN
    colour = _FITS if done else _LINE
    style = Qt.PenStyle.SolidLine if fits else Qt.PenStyle.CustomDashLine
    _paint_oval(painter, guide, colour, style, 3.0 if fits else 2.0)
    if way is None or face is None:
        return
    head = head_of(face)
    _paint_oval(painter, head, _OFF, Qt.PenStyle.SolidLine, 2.0)
    if way is Way.INTO:
        _paint_arrow(painter, head.center(), guide.center())
        return
    reach = _REACH * guide.width() * (1 if way is Way.CLOSER else -1)
    for right in (-_DIAGONAL, _DIAGONAL):
        for down in (-_DIAGONAL, _DIAGONAL):
            edge = _on(head, right, down)
            _paint_arrow(painter, edge, edge + QPointF(right * reach, down * reach))


def _on(oval: QRectF, right: float, down: float) -> QPointF:
    return oval.center() + QPointF(right * oval.width() / 2, down * oval.height() / 2)


def _paint_oval(
    painter: QPainter, oval: QRectF, colour: QColor, style: Qt.PenStyle, width: float
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    line = QPen(colour, width)
    if style is Qt.PenStyle.CustomDashLine:
        line.setDashPattern([4.0, 4.0])
    for pen in (QPen(_SHADOW, width + 2.0), line):
        painter.setPen(pen)
        painter.drawEllipse(oval)


def _paint_arrow(painter: QPainter, start: QPointF, end: QPointF) -> None:
    way = end - start
    length = sqrt(way.x() ** 2 + way.y() ** 2)
    if length < 1.0:
        return
    along = way / length
    across = QPointF(-along.y(), along.x())
    arrow = QPainterPath(start)
    arrow.lineTo(end)
    for side in (1, -1):
        arrow.moveTo(end)
        arrow.lineTo(end - along * _WINGS + across * (side * 0.6 * _WINGS))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((_SHADOW, 6.0), (_OFF, 3.5)):
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(arrow)
