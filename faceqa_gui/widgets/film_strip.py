"""`FilmStrip`: this session's captures."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QToolButton, QWidget

from faceqa_gui.station_state import KEPT_THUMBNAILS, CaptureSummary, StationState
from faceqa_gui.widgets.language import Retranslated
from faceqa_gui.widgets.painted import CENTRE, draw_elided, font_of, styled_label
from faceqa_gui.widgets.theme import LIGHT, Colours

_WIDTH, _HEIGHT, _GAP = 68, 44, 8
_BAND_HEIGHT = 15


class Thumbnail(Retranslated, QAbstractButton):
    """The face image of one capture, with a band that says how it stands; a press opens it."""

    def __init__(self, capture: CaptureSummary, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = LIGHT
        self.capture = capture
        self.number = number
        self.whole: bool | None = None
        self._image = QImage.fromData(capture.thumbnail)
        self.setFixedSize(_WIDTH, _HEIGHT)
        self._retranslate()

    def use_colours(self, colours: Colours) -> None:
        """Paint in these colours from now on."""
        self.colours = colours
        self.update()

    def mark_verified(self, *, whole: bool) -> None:
        """Say whether the capture was found as it was stored."""
        self.whole = whole
        self._retranslate()

    @property
    def band_text(self) -> str:
        """A shape and a word on how the capture stands; "" where there is nothing to say."""
        if self.whole is False:
            return self.tr("✕ damaged")
        if not self.capture.completed:
            return self.tr("◐ cut short")
        return self.tr("✓ verified") if self.whole else ""

    def _retranslate(self) -> None:
        said = [self.tr("Capture {}").format(self.number)]
        if not self.capture.completed:
            said.append(self.tr("the exposure was not completed"))
        if self.whole is not None:
            said.append(self.tr("verified") if self.whole else self.tr("not as it was stored"))
        self.setAccessibleName(self.tr("{}: open it").format(", ".join(said)))
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Paint the middle of the picture; its number where there is none."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image.isNull():
            painter.fillRect(self.rect(), QColor(self.colours.track))
            draw_elided(painter, self.rect(), str(self.number), self.colours.quiet, CENTRE)
        else:
            middle = QRect(0, 0, *_cut(self._image))
            middle.moveCenter(self._image.rect().center())
            painter.drawImage(self.rect(), self._image, middle)
        self._paint_band(painter)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(self.colours.accent), 3.0))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def _paint_band(self, painter: QPainter) -> None:
        text = self.band_text
        if not text:
            return
        colours = self.colours
        fill, ink = colours.green_fill, colours.on_green
        if self.whole is False:
            fill, ink = colours.red_fill, colours.on_red
        elif not self.capture.completed:
            fill, ink = colours.amber_fill, colours.on_amber
        band = QRect(0, self.height() - _BAND_HEIGHT, self.width(), _BAND_HEIGHT)
        painter.fillRect(band, QColor(fill))
        painter.setFont(font_of(self, 10, bold=True))
        draw_elided(painter, band, text, ink, CENTRE)


class FilmStrip(Retranslated, QFrame):
    """Thumbnails, newest last, and how many there are; only those that fit are shown.

    `capture_chosen` carries the `CaptureSummary` that was pressed.
    """

    capture_chosen = Signal(object)
    captures_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = LIGHT
        self.setProperty("role", "card")
        self.setFixedHeight(56)
        self._captures: tuple[CaptureSummary, ...] = ()
        self._whole: dict[str, bool] = {}
        self.thumbnails: list[Thumbnail] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 12, 0)
        row.setSpacing(12)
        self._title = styled_label("", width=84, tone="quiet", face="small")
        row.addWidget(self._title)
        self.count_label = styled_label("", width=96, tone="quiet", face="small")
        row.addWidget(self.count_label)
        self.captures_button = QToolButton()
        self.captures_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.captures_button.clicked.connect(self.captures_requested)
        row.addWidget(self.captures_button)
        # At the end, so that a notice takes room from pictures and moves no control.
        self._room = QWidget()
        row.addWidget(self._room, 1)
        self._retranslate()

    def _retranslate(self) -> None:
        self._title.show_text(self.tr("This session"))
        self.captures_button.setText(self.tr("Captures…"))
        self.captures_button.setAccessibleName(self.tr("Show captures, verify and export them"))
        self._say_count()

    def use_colours(self, colours: Colours) -> None:
        """Paint in these colours from now on."""
        self.colours = colours
        for thumbnail in self.thumbnails:
            thumbnail.use_colours(colours)

    def mark_verified(self, identifier: str, *, whole: bool) -> None:
        """Say whether a capture was found as it was stored, for as long as the program runs."""
        self._whole[identifier] = whole
        for thumbnail in self.thumbnails:
            if thumbnail.capture.identifier == identifier:
                thumbnail.mark_verified(whole=whole)

    def show_state(self, state: StationState) -> None:
        """Show a thumbnail for each capture of `state`, and none of any other."""
        if state.captures is self._captures or state.captures == self._captures:
            return
        newest = list(enumerate(state.captures, start=1))[-KEPT_THUMBNAILS:]
        wanted = {capture.identifier for _, capture in newest}
        for thumbnail in self.thumbnails:
            if thumbnail.capture.identifier not in wanted:
                thumbnail.hide()
                thumbnail.deleteLater()
        self.thumbnails = [one for one in self.thumbnails if one.capture.identifier in wanted]
        known = {thumbnail.capture.identifier for thumbnail in self.thumbnails}
        for number, capture in newest:
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
        if capture.identifier in self._whole:
            thumbnail.mark_verified(whole=self._whole[capture.identifier])
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
        word = self.tr("%n capture(s)", "", count) if count else self.tr("no capture yet")
        self.count_label.show_text(word)


def _cut(image: QImage) -> tuple[int, int]:
    width = min(image.width(), round(image.height() * _WIDTH / _HEIGHT))
    return width, min(image.height(), round(width * _HEIGHT / _WIDTH))
