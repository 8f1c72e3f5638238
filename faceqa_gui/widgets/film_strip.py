"""`FilmStrip`: this session's captures."""

from pathlib import Path

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QToolButton, QWidget

from faceqa_gui.station_state import CaptureSummary, StationState
from faceqa_gui.widgets.painted import CENTRE, draw_elided, styled_label
from faceqa_gui.widgets.theme import LIGHT, Colours

_WIDTH, _HEIGHT, _GAP = 52, 40, 8


class Thumbnail(QAbstractButton):
    """The face image of one capture; a press opens its folder."""

    def __init__(self, capture: CaptureSummary, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = LIGHT
        self.capture = capture
        self._number = number
        self._image = _small_image(capture.thumbnail)
        self.setFixedSize(_WIDTH, _HEIGHT)
        self.setAccessibleName(self.tr("Capture {}: open its folder").format(number))
        self.setToolTip(self.tr("Capture {}: open {}").format(number, capture.folder))

    def use_colours(self, colours: Colours) -> None:
        """Paint in these colours from now on."""
        self.colours = colours
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Paint the middle of the picture; its number where the file cannot be read."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image.isNull():
            painter.fillRect(self.rect(), QColor(self.colours.track))
            draw_elided(painter, self.rect(), str(self._number), self.colours.quiet, CENTRE)
        else:
            middle = QRect(0, 0, *_cut(self._image))
            middle.moveCenter(self._image.rect().center())
            painter.drawImage(self.rect(), self._image, middle)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(self.colours.accent), 3.0))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))


class FilmStrip(QFrame):
    """Thumbnails, newest last, and how many there are; only those that fit are shown."""

    capture_chosen = Signal(object)
    folder_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = LIGHT
        self.setProperty("role", "card")
        self.setFixedHeight(56)
        self._captures: tuple[CaptureSummary, ...] = ()
        self.thumbnails: list[Thumbnail] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 12, 0)
        row.setSpacing(12)
        title = styled_label(self.tr("This session"), width=84, tone="quiet", face="small")
        row.addWidget(title)
        self._room = QWidget()
        row.addWidget(self._room, 1)
        self.count_label = styled_label("", width=96, tone="quiet", face="small")
        self.count_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.count_label)
        self.folder_button = QToolButton()
        self.folder_button.setText(self.tr("Open folder"))
        self.folder_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.folder_button.setAccessibleName(self.tr("Open the folder of all captures"))
        self.folder_button.clicked.connect(self.folder_requested)
        row.addWidget(self.folder_button)
        self._say_count()

    def use_colours(self, colours: Colours) -> None:
        """Paint in these colours from now on."""
        self.colours = colours
        for thumbnail in self.thumbnails:
            thumbnail.use_colours(colours)

    def show_state(self, state: StationState) -> None:
        """Add a thumbnail for each new capture of `state`."""
        if state.captures is self._captures or state.captures == self._captures:
            return
        known = {thumbnail.capture.identifier for thumbnail in self.thumbnails}
        for number, capture in enumerate(state.captures, start=1):
            if capture.identifier not in known:
                self._add(capture, number)
        self._captures = state.captures
        self._say_count()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Show as many thumbnails as fit."""
        super().resizeEvent(event)
        self._arrange()

    def _add(self, capture: CaptureSummary, number: int) -> None:
        thumbnail = Thumbnail(capture, number, self._room)
        thumbnail.use_colours(self.colours)
        thumbnail.clicked.connect(lambda: self.capture_chosen.emit(capture))
        self.thumbnails.append(thumbnail)

    def _arrange(self) -> None:
        fitting = max((self._room.width() + _GAP) // (_WIDTH + _GAP), 1)
        first = max(len(self.thumbnails) - fitting, 0)
        top = (self.height() - _HEIGHT) // 2
        for index, thumbnail in enumerate(self.thumbnails):
            thumbnail.move((index - first) * (_WIDTH + _GAP), top)
            thumbnail.setVisible(index >= first)

    def _say_count(self) -> None:
        count = len(self._captures)
        word = self.tr("1 capture") if count == 1 else self.tr("{} captures").format(count)
        self.count_label.show_text(word if count else self.tr("no capture yet"))


def _small_image(path: Path) -> QImage:
    reader = QImageReader(str(path))
    size = reader.size()
    if size.isValid():
        # Twice the shown size stays sharp on a screen with 200 % scaling.
        size.scale(2 * _WIDTH, 2 * _HEIGHT, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        reader.setScaledSize(size)
    return reader.read()


def _cut(image: QImage) -> tuple[int, int]:
    width = min(image.width(), round(image.height() * _WIDTH / _HEIGHT))
    return width, min(image.height(), round(width * _HEIGHT / _WIDTH))
