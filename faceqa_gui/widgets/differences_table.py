"""`DifferencesTable`: one figure of two models over classes or groups, with intervals drawn."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidgetItem,
    QWidget,
)

from faceqa_gui.lab.comparison import Difference
from faceqa_gui.lab.comparison_text import DifferenceBlock
from faceqa_gui.lab.tables import Table
from faceqa_gui.widgets.figures_table import FiguresTable
from faceqa_gui.widgets.language import shown
from faceqa_gui.widgets.picture_gallery import AnyIndex

_DRAWN = 6
_EDGE, _CAP, _DOT = 12, 4, 3.5
_NONE = "–"


class DifferencesTable(FiguresTable):
    """Names, both figures, and their difference as a dot with its interval about a line at 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._painter = _IntervalPainter(self)
        self.setItemDelegateForColumn(_DRAWN, self._painter)

    def show_block(self, block: DifferenceBlock, reach: float) -> None:
        """Show the rows of `block`.

        Args:
            block: the rows.
            reach: difference at both ends of the drawing; in 0-1.
        """
        self._painter.reach = reach
        head = (
            shown(block.kind).capitalize(),
            self.tr("Pictures"),
            "A",
            "B",
            self.tr("B minus A"),
            self.tr("95 % interval"),
            "",
        )
        rows = []
        for row in block.rows:
            one = row.difference
            figures = (
                _NONE if value is None else f"{value:.3f}" for value in (one.first, one.second)
            )
            value = _NONE if one.value is None else f"{one.value:+.3f}"
            interval = _NONE
            if one.ci95 is not None:
                interval = f"{one.ci95.low:+.3f} … {one.ci95.high:+.3f}"
            images = f"{one.images:,}{'' if row.enough else '*'}"
            rows.append((row.name, images, *figures, value, interval, ""))
        self.show_table(Table(f"{shown(block.measure)}: {shown(block.kind)}", head, rows, ()))
        self.horizontalHeader().setSectionResizeMode(_DRAWN, QHeaderView.ResizeMode.Stretch)
        for place, row in enumerate(block.rows):
            item = QTableWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, row.difference)
            self.setItem(place, _DRAWN, item)

    def width_of(self, column: int) -> int:
        """What a column needs for its head and its cells, in pixels."""
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))


def align(tables: Sequence[DifferencesTable]) -> None:
    """Give the columns of all tables one width each, so that every line at 0 lies above another."""
    for column in range(_DRAWN):
        width = max(table.width_of(column) for table in tables)
        for table in tables:
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            table.setColumnWidth(column, width)


class _IntervalPainter(QStyledItemDelegate):
    """Strong where the interval leaves 0 out, quiet where it does not."""

    reach = 1.0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().paint(painter, option, index)
        one = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect).adjusted(_EDGE, 0, -_EDGE, 0)
        colours: QPalette = option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.color(QPalette.ColorRole.PlaceholderText), 1.0))
        zero = self._at(0.0, area)
        painter.drawLine(QLineF(zero, area.top(), zero, area.bottom() + 1))
        if isinstance(one, Difference) and one.value is not None and one.ci95 is not None:
            low, high = (self._at(end, area) for end in (one.ci95.low, one.ci95.high))
            sure = one.ci95.low > 0.0 or one.ci95.high < 0.0
            role = QPalette.ColorRole.Link if sure else QPalette.ColorRole.PlaceholderText
            colour, middle = colours.color(role), area.center().y()
            painter.setPen(QPen(colour, 2.0 if sure else 1.2))
            painter.drawLine(QLineF(low, middle, high, middle))
            for end in (low, high):
                painter.drawLine(QLineF(end, middle - _CAP, end, middle + _CAP))
            painter.setBrush(colour if sure else colours.color(QPalette.ColorRole.Base))
            painter.drawEllipse(QPointF(self._at(one.value, area), middle), _DOT, _DOT)
        painter.restore()

    def _at(self, value: float, area: QRectF) -> float:
        return area.center().x() + value / self.reach * area.width() / 2.0
