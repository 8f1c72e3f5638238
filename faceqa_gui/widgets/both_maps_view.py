"""`BothMapsView`: the maps of two models in two columns, a row for each method."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from faceqa_gui.widgets.painted import CENTRE, PaintedWidget, draw_elided

_GAP, _LINE, _TEXT = 8, 20, 12
_ROWS = 3


class MapImages(NamedTuple):
    """One method: its title, and the picture with the map of each model."""

    title: str
    first: QImage
    second: QImage


class BothMapsView(PaintedWidget):
    """Paints squares as large as the room allows, as in Figures 6 to 9 of the second paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[MapImages] = ()
        self._sentence = ""
        self.setMinimumHeight(2 * _LINE + _ROWS * (_LINE + 80))

    def show_maps(self, rows: Sequence[MapImages]) -> None:
        """Show the maps of a picture; none show the sentence."""
        self.rows = rows
        self._name()

    def say(self, sentence: str) -> None:
        """What is shown while there are no maps."""
        self._sentence = sentence
        self._name()

    def _name(self) -> None:
        titles = ", ".join(row.title for row in self.rows)
        self.setAccessibleName(titles or self._sentence)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Paint the two columns, or the sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(self.sized_font(_TEXT))
        if not self.rows:
            painter.fillRect(self.rect(), QColor(self.colours.track))
            painter.setPen(QColor(self.colours.quiet))
            inside = self.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
            painter.drawText(inside, CENTRE | Qt.TextFlag.TextWordWrap, self._sentence)
            return
        for at, row in enumerate(self.rows):
            first, second = self._places(at)
            words = QRect(first.left(), first.top() - _LINE, second.right() - first.left(), _LINE)
            draw_elided(painter, words, row.title, self.colours.quiet)
            painter.drawImage(first, row.first)
            painter.drawImage(second, row.second)

    def _places(self, at: int) -> tuple[QRect, QRect]:
        """Where the two pictures of a row lie."""
        # Room for every method from the start: maps that come later move no other.
        rows = max(len(self.rows), _ROWS)
        high = (self.height() - _GAP * (rows - 1)) // rows - _LINE
        side = max(min((self.width() - _GAP) // 2, high), 1)
        column = (self.width() - _GAP) // 2
        top = at * (side + _LINE + _GAP) + _LINE
        return (
            QRect(0, top, side, side),
            QRect(column + _GAP, top, side, side),
        )
