"""What widgets that paint themselves have in common: colours, fonts and elided text."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from faceqa_gui.widgets.theme import LIGHT, Colours

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class PaintedWidget(QWidget):
    """A widget that paints itself in the theme's colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = LIGHT

    def use_colours(self, colours: Colours) -> None:
        """Paint in these colours from now on."""
        self.colours = colours
        self.update()

    def sized_font(self, pixels: int, *, bold: bool = False) -> QFont:
        """The widget's font at a size in device-independent pixels."""
        return font_of(self, pixels, bold=bold)


def font_of(widget: QWidget, pixels: int, *, bold: bool = False) -> QFont:
    """The font of `widget` at a size in device-independent pixels."""
    font = QFont(widget.font())
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


def fitting_font(widget: QWidget, text: str, width: int, pixels: int, least: int) -> QFont:
    """The bold font of `widget` at `pixels`, or smaller, down to `least`, so that `text` fits."""
    font = font_of(widget, pixels, bold=True)
    # A text that is as wide as its room to the last pixel is shortened all the same.
    while pixels > least and QFontMetrics(font).horizontalAdvance(text) >= width:
        pixels -= 1
        font.setPixelSize(pixels)
    return font


def draw_elided(
    painter: QPainter,
    rect: QRect,
    text: str,
    colour: str,
    alignment: Qt.AlignmentFlag = LEFT,
) -> None:
    """Draw one line of text in the painter's font; what does not fit ends in an ellipsis."""
    painter.setPen(QColor(colour))
    fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, alignment, fitting)


def fill_rounded(painter: QPainter, rect: QRectF, radius: float, colour: str) -> None:
    """Fill a rectangle with rounded corners."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(rect, radius, radius)


class ElidedLabel(QLabel):
    """A one-line label that never asks for more room: a text too long ends in an ellipsis."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.show_text(text)

    @property
    def whole_text(self) -> str:
        """The text before it was shortened."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show `text`; the whole of it is the tool tip when it had to be shortened."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Shorten anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitting = self.fontMetrics().elidedText(
            self._text, Qt.TextElideMode.ElideRight, self.width()
        )
        self.setText(fitting)
        self.setToolTip(self._text if fitting != self._text else "")


def styled_label(text: str, *, width: int | None = None, **properties: str) -> ElidedLabel:
    """An elided label.

    Args:
        text: shown at first.
        width: fixed width in pixels; None takes what the layout gives.
        properties: for the style sheet, such as `tone="quiet"`.
    """
    label = ElidedLabel(text)
    if width is not None:
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        label.setFixedWidth(width)
    for name, value in properties.items():
        label.setProperty(name, value)
    return label
