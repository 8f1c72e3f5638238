"""The explanation's picture, and beside it the superpixels that count most."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceqa_gui.explanation.pictures import Shown
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.widgets.language import Retranslated
from faceqa_gui.widgets.painted import CENTRE, RIGHT, PaintedWidget, draw_elided, fill_rounded

_LIST_WIDTH = 72
_GAP = 12


class PictureView(PaintedWidget):
    """One square picture with an optional message over its lower edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pixels: Pixels | None = None
        self._image = QImage()
        self.message = ""

    def show_picture(self, pixels: Pixels | None, message: str) -> None:
        """Show `pixels` (uint8, S×S×3, RGB; None: an empty square) and say `message`."""
        # The image borrows these pixels, so both are kept together.
        self.pixels = None if pixels is None else pixels.copy()
        if self.pixels is None:
            self._image = QImage()
        else:
            height, width = self.pixels.shape[:2]
            self._image = QImage(
                self.pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888
            )
        self.message = message
        self.setAccessibleDescription(message)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Paint the picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(self.sized_font(13))
        if self._image.isNull():
            fill_rounded(painter, QRectF(self.rect()), 6.0, self.colours.track)
            painter.setPen(self.colours.quiet)
            flags = int(CENTRE) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(24, 8, -24, -8), flags, self.message)
            return
        painter.drawImage(self.rect(), self._image)
        if self.message:
            strip = QRect(8, self.height() - 40, self.width() - 16, 32)
            fill_rounded(painter, QRectF(strip), 6.0, "#10161D")
            draw_elided(painter, strip.adjusted(8, 0, -8, 0), self.message, "#FFFFFF", CENTRE)


class TopSuperpixels(Retranslated, PaintedWidget):
    """Rank and weight of the superpixels that speak most for the class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights: tuple[float, ...] = ()
        self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Top superpixels"))
        self.update()

    def show_explanation(self, explanation: Shown | None) -> None:
        """List the top superpixels of `explanation`."""
        self._weights = (
            tuple(float(explanation.weights[index]) for index in explanation.top[:5])
            if explanation
            else ()
        )
        said = (f"{rank}: {weight:.3f}" for rank, weight in enumerate(self._weights, start=1))
        self.setAccessibleDescription(", ".join(said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Paint rank, weight and a bar for each."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.sized_font(12))
        colours, width = self.colours, self.width()
        draw_elided(painter, QRect(0, 0, width, 16), self.tr("Top parts"), colours.quiet)
        draw_elided(painter, QRect(0, 15, width, 16), self.tr("by weight"), colours.quiet)
        largest = max(self._weights, default=0.0)
        row_height = min(max((self.height() - 38) // 5, 1), 48)
        for rank in range(5):
            row = QRect(0, 38 + rank * row_height, width, 18)
            painter.setFont(self.sized_font(12, bold=rank < len(self._weights)))
            draw_elided(painter, row, str(rank + 1), colours.quiet)
            weight = self._weights[rank] if rank < len(self._weights) else None
            text = "–" if weight is None else f"{weight:.3f}"
            draw_elided(painter, row, text, colours.ink, RIGHT)
            bar = QRectF(0, row.bottom() + 2, width, 4)
            fill_rounded(painter, bar, 2.0, colours.track)
            if weight is not None and largest > 0.0:
                bar.setWidth(max(width * weight / largest, 3.0))
                fill_rounded(painter, bar, 2.0, colours.accent)


class ExplanationPicture(QWidget):
    """The picture as large a square as fits, the list in the room to its right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 140)
        self.picture = PictureView(self)
        self.superpixels = TopSuperpixels(self)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """The design's 384 pixels."""
        return QSize(384 + _GAP + _LIST_WIDTH, 384)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Place both."""
        side = min(self.height(), self.width() - _LIST_WIDTH - _GAP)
        width = min(self.width() - side - _GAP, 160)
        left = (self.width() - side - _GAP - width) // 2
        top = (self.height() - side) // 2
        self.picture.setGeometry(left, top, side, side)
        self.superpixels.setGeometry(left + side + _GAP, top, width, side)
