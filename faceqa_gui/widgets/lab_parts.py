"""What the pages of the lab are put together from."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.lab.tables import Table
from faceqa_gui.widgets.figures_table import FiguresTable
from faceqa_gui.widgets.language import shown


def page_of(*parts: QWidget) -> QWidget:
    """Parts below one another; what is no text shares the height."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 14, 16, 12)
    column.setSpacing(10)
    for part in parts:
        column.addWidget(part, 0 if isinstance(part, QLabel) else 1)
    if all(isinstance(part, QLabel) for part in parts):
        column.addStretch(1)
    return page


def beside(*parts: QWidget) -> QWidget:
    """Parts side by side, equally wide."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(14)
    for part in parts:
        row.addWidget(part, 1)
    return holder


def scrolled(parts: Iterable[QWidget]) -> QScrollArea:
    """Parts below one another on a page that scrolls as a whole."""
    inside = QWidget()
    inside.setObjectName("settings_page")
    column = QVBoxLayout(inside)
    column.setContentsMargins(16, 14, 16, 12)
    column.setSpacing(8)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area


def table_parts(table: Table) -> list[QWidget]:
    """A table with its title and its notes."""
    grid = FiguresTable()
    grid.show_table(table)
    grid.fit_height()
    return [heading(table.title), grid, *(note(text) for text in table.notes)]


def heading(text: str) -> QLabel:
    """The title of a part of a page."""
    label = QLabel(shown(text))
    label.setProperty("weight", "bold")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def cards(highlights: Sequence[tuple[str, str, str]]) -> QWidget:
    """The figures that are read first: name, value and meaning on a card each."""
    row = QHBoxLayout()
    row.setSpacing(10)
    for name, value, meaning in highlights:
        card = QFrame()
        card.setProperty("role", "verdict")
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(2)
        column.addWidget(note(name))
        figure = QLabel(shown(value))
        figure.setProperty("face", "brand")
        column.addWidget(figure)
        column.addWidget(note(meaning))
        row.addWidget(card, 1)
    holder = QWidget()
    holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    row.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(row)
    return holder


def note(text: str) -> QLabel:
    """Quiet text that wraps."""
    label = QLabel(shown(text))
    label.setProperty("tone", "quiet")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
