"""`FiguresTable`: a table of the lab as a widget that copies and reads as text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from faceqa_gui.lab.tables import Table
from faceqa_gui.widgets.language import shown

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FiguresTable(QTableWidget):
    """Shows cells that nobody edits; the first column names the row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().setVisible(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setHighlightSections(False)

    def show_table(self, table: Table) -> None:
        """Show the cells of `table`; its title is the accessible name."""
        self.setAccessibleName(shown(table.title))
        self.clear()
        self.setColumnCount(len(table.head))
        self.setRowCount(len(table.rows))
        for column, word in enumerate(table.head):
            head = QTableWidgetItem(shown(word))
            head.setTextAlignment(_RIGHT if column else _LEFT)
            self.setHorizontalHeaderItem(column, head)
        for row, cells in enumerate(table.rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(shown(text))
                item.setTextAlignment(_RIGHT if column else _LEFT)
                self.setItem(row, column, item)
        self.resizeRowsToContents()

    def fit_height(self) -> None:
        """Be as high as all rows need, for a page that scrolls as a whole."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        scrolls = self.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        bar = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        edges = 2 * self.frameWidth()
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + bar + edges)
