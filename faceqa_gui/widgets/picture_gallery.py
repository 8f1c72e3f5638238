"""`PictureGallery`: many small pictures with words, read only while they are looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.widgets.language import Retranslated
from faceqa_gui.widgets.painted import PaintedWidget, draw_elided, font_of
from faceqa_gui.widgets.theme import Colours

_SIDE, _EDGE, _LINE = 112, 8, 16
_LINES = 3

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class GalleryItem:
    """One picture: its number in the run, and lines of text; a gallery shows the first few."""

    number: int
    lines: tuple[str, ...]


class _Model(QAbstractListModel):
    wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.items: Sequence[GalleryItem] = ()
        self._pictures: dict[int, QImage] = {}

    def rowCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802  (Qt's name)
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return item
        if role in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        }:
            return ", ".join(item.lines)
        return None

    def show_items(self, items: Sequence[GalleryItem]) -> None:
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def forget(self) -> None:
        self._pictures.clear()
        self.show_items(())

    def picture(self, number: int) -> QImage:
        if number not in self._pictures:
            self._pictures[number] = QImage()
            self.wanted.emit(number)
        return self._pictures[number]

    def take_picture(self, number: int, picture: QImage) -> None:
        self._pictures[number] = picture
        for row, item in enumerate(self.items):
            if item.number == number:
                self.dataChanged.emit(self.index(row), self.index(row))


class _CellPainter(QStyledItemDelegate):
    def __init__(self, owner: "PictureGallery") -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802, ARG002
        high = _SIDE + 2 * _EDGE + self._owner.lines * _LINE
        return QSize(_SIDE + 2 * _EDGE, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        colours = self._owner.colours
        item: GalleryItem = index.data(Qt.ItemDataRole.UserRole)
        area: QRect = option.rect
        place = QRect(area.left() + _EDGE, area.top() + _EDGE, _SIDE, _SIDE)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(colours.track))
            painter.setPen(QColor(colours.accent))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.fillRect(place, QColor(colours.track))
        picture = self._owner.picture_of(item.number)
        if not picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, picture)
        painter.setFont(font_of(self._owner, 11))
        for line, text in enumerate(item.lines[: self._owner.lines]):
            words = QRect(place.left(), place.bottom() + 3 + line * _LINE, _SIDE, _LINE)
            draw_elided(painter, words, text, colours.ink if line else colours.quiet)


class PictureGallery(Retranslated, PaintedWidget):
    """`wanted` asks for the picture of a number, once; `chosen` carries the one looked at."""

    wanted = Signal(int)
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, lines: int = _LINES) -> None:
        """Show nothing yet; `lines` of text under each picture."""
        super().__init__(parent)
        self.lines = lines
        self._model = _Model(self)
        self._model.wanted.connect(self.wanted)
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setItemDelegate(_CellPainter(self))
        self.view.setViewMode(QListView.ViewMode.IconMode)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setMovement(QListView.Movement.Static)
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.selectionModel().currentChanged.connect(self._tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self._retranslate()

    def _retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Pictures"))

    @property
    def items(self) -> Sequence[GalleryItem]:
        """What is shown."""
        return self._model.items

    def show_items(self, items: Sequence[GalleryItem]) -> None:
        """Show these; the first one is looked at."""
        self._model.show_items(items)
        if items:
            self.view.setCurrentIndex(self._model.index(0))
            self.view.scrollToTop()

    def picture_of(self, number: int) -> QImage:
        """The picture of a number; null until it was read, which is asked for once."""
        return self._model.picture(number)

    def take_picture(self, number: int, picture: QImage) -> None:
        """A picture that was asked for."""
        self._model.take_picture(number, picture)

    def forget(self) -> None:
        """Keep no picture of anybody."""
        self._model.forget()

    def use_colours(self, colours: Colours) -> None:
        """Paint in these colours from now on."""
        super().use_colours(colours)
        self.view.viewport().update()

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.items[index.row()].number)
