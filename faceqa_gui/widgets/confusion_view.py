"""`ConfusionView`: a confusion matrix whose cells lead to their pictures."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceqa_gui.widgets.language import Retranslated
from faceqa_gui.widgets.painted import CENTRE, RIGHT, PaintedWidget, draw_elided

_NAMES_WIDTH, _HEAD_HEIGHT = 124, 30
_WIDEST_CELL, _HIGHEST_CELL = 168, 112
_GAP = 3
_STRONG = 0.5
_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_CHOOSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ConfusionView(Retranslated, PaintedWidget):
    """`cell_chosen` carries row and column of a cell that was clicked, or chosen by key."""

    cell_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[str] = ()
        self._columns: Sequence[str] = ()
        self._counts: NDArray[np.int64] = np.zeros((0, 0), np.int64)
        self._at = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Confusion matrix: rows true, columns given"))
        self._describe()
        self.update()

    @property
    def at(self) -> tuple[int, int]:
        """Row and column of the cell that keys act on."""
        return self._at

    def show_matrix(
        self, rows: Sequence[str], columns: Sequence[str], counts: NDArray[np.int64]
    ) -> None:
        """Paint counts (int64, rows×columns) under the names of true and given classes."""
        self._rows, self._columns, self._counts = rows, columns, counts
        self._at = (0, 0)
        self.setMinimumSize(_NAMES_WIDTH + 62 * len(columns), _HEAD_HEIGHT + 42 * len(rows) + 24)
        self._describe()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Paint names, counts and shares; the shade is the share of the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column, name in enumerate(self._columns):
            head = self._cell(0, column)
            painter.setFont(self.sized_font(12))
            place = QRect(head.left(), 0, head.width(), _HEAD_HEIGHT)
            draw_elided(painter, place, name, self.colours.quiet, CENTRE)
        for row, name in enumerate(self._rows):
            line = self._cell(row, 0)
            painter.setFont(self.sized_font(12))
            place = QRect(0, line.top(), _NAMES_WIDTH - 12, line.height())
            draw_elided(painter, place, name, self.colours.ink, RIGHT)
            for column in range(len(self._columns)):
                self._paint_cell(painter, row, column)

    def _paint_cell(self, painter: QPainter, row: int, column: int) -> None:
        cell = self._cell(row, column)
        count, share = int(self._counts[row, column]), self._share(row, column)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.track))
        painter.drawRoundedRect(QRectF(cell), 5.0, 5.0)
        fill = QColor(self.colours.accent)
        fill.setAlphaF(share)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(cell), 5.0, 5.0)
        strong = share > _STRONG
        ink = self.colours.on_accent if strong else self.colours.ink
        upper = QRect(cell.left(), cell.top(), cell.width(), round(cell.height() * 0.56))
        painter.setFont(self.sized_font(15, bold=count > 0))
        painter.setPen(QColor(ink))
        painter.drawText(
            upper, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, f"{count}"
        )
        lower = QRect(cell.left(), upper.bottom(), cell.width(), cell.bottom() - upper.bottom())
        painter.setFont(self.sized_font(11))
        painter.setPen(QColor(ink if strong else self.colours.quiet))
        painter.drawText(
            lower, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, f"{share:.1%}"
        )
        if self.hasFocus() and (row, column) == self._at:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.colours.ink), 2.0))
            painter.drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), 5.0, 5.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Choose the cell under the pointer."""
        found = self._under(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self._move(*found)
            self.cell_chosen.emit(*found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Say what the cell under the pointer counts."""
        found = self._under(event.position())
        pointing = (
            Qt.CursorShape.ArrowCursor if found is None else (Qt.CursorShape.PointingHandCursor)
        )
        self.setCursor(pointing)
        self.setToolTip("" if found is None else self._words(*found))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Arrows move, Enter and space choose."""
        key = Qt.Key(event.key())
        if key in _MOVES and self._counts.size:
            down, right = _MOVES[key]
            row = min(max(self._at[0] + down, 0), len(self._rows) - 1)
            column = min(max(self._at[1] + right, 0), len(self._columns) - 1)
            self._move(row, column)
        elif key in _CHOOSES and self._counts.size:
            self.cell_chosen.emit(*self._at)
        else:
            super().keyPressEvent(event)

    def _move(self, row: int, column: int) -> None:
        self._at = (row, column)
        self._describe()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self._words(*self._at) if self._counts.size else "")

    def _words(self, row: int, column: int) -> str:
        return self.tr("{} given {}: {} ({:.1%}). Choose it to see the pictures.").format(
            self._rows[row],
            self._columns[column],
            self._counts[row, column],
            self._share(row, column),
        )

    def _share(self, row: int, column: int) -> float:
        return float(self._counts[row, column] / max(int(self._counts[row].sum()), 1))

    def _cell(self, row: int, column: int) -> QRect:
        across, down = max(len(self._columns), 1), max(len(self._rows), 1)
        wide = min((self.width() - _NAMES_WIDTH) // across, _WIDEST_CELL)
        high = min((self.height() - _HEAD_HEIGHT) // down, _HIGHEST_CELL)
        return QRect(
            _NAMES_WIDTH + column * wide, _HEAD_HEIGHT + row * high, wide - _GAP, high - _GAP
        )

    def _under(self, point: QPointF) -> tuple[int, int] | None:
        places = np.ndindex(self._counts.shape)
        return next(
            (
                (row, column)
                for row, column in places
                if self._cell(row, column).contains(point.toPoint())
            ),
            None,
        )
