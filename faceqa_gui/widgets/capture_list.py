"""`CaptureList`: captures with their thumbnails, a page at a time."""

from collections.abc import Mapping, Sequence

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

from faceqa_gui.records.capture_row import CaptureRow, CaptureState
from faceqa_gui.widgets.language import Retranslated, date_time_text
from faceqa_gui.widgets.painted import PaintedWidget, draw_elided, font_of
from faceqa_gui.widgets.theme import Colours

PAGE = 200
_ROW_HEIGHT = 62
_PICTURE = 48
_EDGE = 8

AnyIndex = QModelIndex | QPersistentModelIndex


class CaptureModel(QAbstractListModel):
    """The rows that are listed, newest first; more come in as the list is scrolled."""

    thumbnail_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[CaptureRow] = []
        self._shown = 0
        self._pictures: dict[str, QImage] = {}
        self._unreadable: set[str] = set()
        self._whole: dict[str, bool] = {}

    def rowCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802  (Qt's name)
        """How many rows the view knows of."""
        return 0 if parent is not None and parent.isValid() else self._shown

    def canFetchMore(self, parent: AnyIndex) -> bool:  # noqa: N802  (Qt's name)
        """Whether there is another page."""
        return not parent.isValid() and self._shown < len(self.rows)

    def fetchMore(self, parent: AnyIndex) -> None:  # noqa: N802  (Qt's name)
        """Let the view know of another page."""
        if not self.canFetchMore(parent):
            return
        more = min(PAGE, len(self.rows) - self._shown)
        self.beginInsertRows(QModelIndex(), self._shown, self._shown + more - 1)
        self._shown += more
        self.endInsertRows()

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row for painting, and its words for those who listen."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            marks = ", ".join(text for text, _ in self.marks(row))
            return f"{_when(row)}, {row.subject or self.tr('not named')}, {marks}"
        return None

    def show_rows(self, rows: Sequence[CaptureRow]) -> None:
        """List these, in this order."""
        self.beginResetModel()
        self.rows = list(rows)
        self._shown = min(PAGE, len(self.rows))
        self.endResetModel()

    def forget_pictures(self) -> None:
        """Keep no picture of anybody, and list nobody."""
        self._pictures.clear()
        self._unreadable.clear()
        self.show_rows(())

    def picture_of(self, row: CaptureRow) -> QImage | None:
        """The thumbnail; None where there is none yet, which asks for it once."""
        if row.identifier not in self._pictures:
            self._pictures[row.identifier] = QImage()
            if row.state is CaptureState.STORED:
                self.thumbnail_wanted.emit(row.identifier)
        picture = self._pictures[row.identifier]
        return None if picture.isNull() else picture

    def take_picture(self, identifier: str, picture: QImage) -> None:
        """A thumbnail that was asked for."""
        self._pictures[identifier] = picture
        for at, row in enumerate(self.rows[: self._shown]):
            if row.identifier == identifier:
                self.dataChanged.emit(self.index(at), self.index(at))

    def mark_unreadable(self, identifier: str) -> None:
        """The picture of a capture is damaged or lost."""
        self._unreadable.add(identifier)
        self.take_picture(identifier, QImage())

    def mark_verified(self, whole: Mapping[str, bool]) -> None:
        """Say whether captures were found as they were stored, by identifier."""
        self._whole.update(whole)
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(self._shown - 1))

    def marks(self, row: CaptureRow) -> list[tuple[str, str]]:
        """How a capture stands: a shape and words, and the name of their colour."""
        if row.state is CaptureState.BEGUN:
            marks = [(self.tr("▲ never stored"), "bad")]
        elif row.completed:
            marks = [(self.tr("✓ completed"), "good")]
        else:
            marks = [(self.tr("◐ cut short"), "warning")]
        whole = self._whole.get(row.identifier)
        if row.identifier in self._unreadable and whole is None:
            marks.append((self.tr("✕ unreadable"), "bad"))
        if whole is not None and row.state is CaptureState.STORED:
            verified = (self.tr("✓ verified"), "good") if whole else (self.tr("✕ damaged"), "bad")
            marks.append(verified)
        return marks

    def place_of(self, identifier: str) -> QModelIndex:
        """Where a capture is listed; pages up to it are shown. Invalid where it is not."""
        place = next((at for at, row in enumerate(self.rows) if row.identifier == identifier), None)
        if place is None:
            return QModelIndex()
        while place >= self._shown:
            self.fetchMore(QModelIndex())
        return self.index(place)


class _RowPainter(QStyledItemDelegate):
    """Paints one row: picture, subject, time and how it stands."""

    def __init__(self, owner: "CaptureList") -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802, ARG002
        """Every row is as high as every other."""
        return QSize(200, _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row."""
        colours, model = self._owner.colours, self._owner.model
        row: CaptureRow = index.data(Qt.ItemDataRole.UserRole)
        area: QRect = option.rect  # type of Qt's own stub: Any
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(colours.track))
            painter.fillRect(
                QRect(area.left(), area.top(), 4, area.height()), QColor(colours.accent)
            )
        picture = QRect(area.left() + _EDGE, area.top() + 7, _PICTURE, _PICTURE)
        self._paint_picture(painter, picture, row)
        left = picture.right() + 12
        width = area.right() - left - _EDGE
        painter.setFont(font_of(self._owner, 13, bold=True))
        name = QRect(left, area.top() + 6, width, 18)
        draw_elided(painter, name, row.subject or self.tr("not named"), colours.ink)
        painter.setFont(font_of(self._owner, 12))
        when = QRect(left, area.top() + 24, width, 16)
        draw_elided(painter, when, f"{_when(row)} · {row.operator}", colours.quiet)
        for text, tone in model.marks(row):
            taken = painter.fontMetrics().horizontalAdvance(text) + 14
            place = QRect(left, area.top() + 41, min(taken, width), 16)
            draw_elided(painter, place, text, getattr(colours, tone))
            left, width = left + taken, width - taken
        painter.setPen(QColor(colours.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _paint_picture(self, painter: QPainter, place: QRect, row: CaptureRow) -> None:
        picture = self._owner.model.picture_of(row)
        painter.fillRect(place, QColor(self._owner.colours.track))
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, picture)


class CaptureList(Retranslated, PaintedWidget):
    """`chosen` carries the identifier of the capture that is looked at; "" for none."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CaptureModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_RowPainter(self))
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.selectionModel().currentChanged.connect(self._tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self._retranslate()

    def _retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Captures"))
        self.view.viewport().update()

    @property
    def selected(self) -> list[str]:
        """Identifiers of the selected captures, as they are listed."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        return [self.model.rows[row].identifier for row in rows]

    @property
    def current(self) -> str:
        """Identifier of the capture that is looked at; "" for none."""
        index = self.view.currentIndex()
        return self.model.rows[index.row()].identifier if index.isValid() else ""

    def choose(self, identifier: str) -> bool:
        """Look at a capture.

        Returns:
            Whether it is listed.
        """
        index = self.model.place_of(identifier)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        return index.isValid()

    def use_colours(self, colours: Colours) -> None:
        """Paint in these colours from now on."""
        super().use_colours(colours)
        self.view.viewport().update()

    def _tell(self) -> None:
        self.chosen.emit(self.current)


def _when(row: CaptureRow) -> str:
    return date_time_text(row.captured_at)
