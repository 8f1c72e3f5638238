"""`SourceButton`: where the frames come from and how they flow; a press offers other sources."""

import sys

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QToolButton,
    QWidget,
)

from faceqa_gui.frames.camera_controls import ControlState
from faceqa_gui.frames.camera_list import Camera, list_cameras
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.widgets.language import Retranslated, shown
from faceqa_gui.widgets.painted import CENTRE, LEFT, draw_elided, fill_rounded, font_of
from faceqa_gui.widgets.theme import LIGHT, Colours

_LISTS_WITHOUT_OPENING = sys.platform.startswith("linux")
_SHOWN_ELSEWHERE = 4
_WIDTH = 430
_MARGIN, _DOT = 10, 10


class SourceButton(Retranslated, QToolButton):
    """Name, size, rate and time per judged frame; `source_chosen` carries what was chosen."""

    source_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source_button")
        self.colours = LIGHT
        self._info: SourceInfo | None = None
        self._rate = 0.0
        self._milliseconds: float | None = None
        self._line = ""
        self._opening = True
        self._mark = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(34)
        self.setMinimumWidth(220)
        self.clicked.connect(self.offer)
        self._describe()

    def _retranslate(self) -> None:
        self._describe()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Room for a usual camera's line."""
        return QSize(_WIDTH, 34)

    @property
    def line(self) -> str:
        """What is said of the source."""
        return self._line

    @property
    def mark(self) -> str:
        """The word that marks a source which is no live person; else ""."""
        return self._mark

    def use_colours(self, colours: Colours) -> None:
        """Paint in these colours from now on."""
        self.colours = colours
        self.update()

    def show_source(self, info: SourceInfo | None) -> None:
        """Describe another source; None: there is none."""
        self._info, self._rate, self._milliseconds = info, 0.0, None
        self._opening = False
        self._describe()

    def show_rate(self, frames_per_second: float, milliseconds: float | None) -> None:
        """Show the measured rate in Hz (0.0: not known yet) and the time per judged frame."""
        self._rate, self._milliseconds = frames_per_second, milliseconds
        self._describe()

    def _describe(self) -> None:
        info = self._info
        if info is None:
            opening, lost = self.tr("Opening the source…"), self.tr("No source: choose one")
            line, mark = (opening if self._opening else lost), ""
        else:
            mark = {
                SourceKind.DEMONSTRATION: self.tr("DEMO"),
                SourceKind.VIRTUAL: self.tr("VIRTUAL"),
                SourceKind.STILLS: self.tr("STILLS"),
            }.get(info.kind, "")
            rate = self._rate or info.frames_per_second
            facts = [
                shown(info.device or info.name),
                f"{info.width}×{info.height}",
                self.tr("{:.0f} fps").format(rate),
            ]
            if self._milliseconds is not None:
                facts.append(self.tr("{:.0f} ms").format(self._milliseconds))
            line = " · ".join(facts)
        if (line, mark) != (self._line, self._mark):
            self._line, self._mark = line, mark
            said = f"{mark}, {line}" if mark else line
            self.setAccessibleName(self.tr("Source: {}. Choose another").format(said))
            self.setToolTip(". ".join(filter(None, (said, self._controls_text()))))
            self.update()

    def _controls_text(self) -> str:
        """What the camera's driver says of the controls that it has."""
        controls = None if self._info is None else self._info.controls
        if controls is None:
            return ""
        states = {
            ControlState.AUTOMATIC: (
                self.tr("Exposure: automatic"),
                self.tr("White balance: automatic"),
            ),
            ControlState.LOCKED: (self.tr("Exposure: locked"), self.tr("White balance: locked")),
        }
        found = (states.get(controls.exposure), states.get(controls.white_balance))
        return ". ".join(words[place] for place, words in enumerate(found) if words)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Paint dot, mark and line; the measured numbers stay when the name must be shortened."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option, painter, self)
        plain, bold = font_of(self, 13), font_of(self, 11, bold=True)
        mark_width = QFontMetrics(bold).horizontalAdvance(self._mark) + 12 if self._mark else 0
        before = _DOT + 8 + (mark_width + 8 if self._mark else 0)
        painter.setFont(plain)
        name, separator, facts = self._line.partition(" · ")
        facts = separator + facts
        metrics = painter.fontMetrics()
        room = self.width() - 2 * _MARGIN - before
        fitting = metrics.elidedText(
            name, Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(facts)
        )
        text = fitting + facts
        text_width = min(metrics.horizontalAdvance(text), room)
        left = self.width() - _MARGIN - text_width
        draw_elided(
            painter, QRect(left, 0, text_width + 2, self.height()), text, self.colours.ink, LEFT
        )
        left -= before
        middle = self.height() / 2
        lost = self.colours.bar if self._opening else self.colours.red
        colour = self.colours.green if self._info else lost
        fill_rounded(painter, QRectF(left, middle - 5, _DOT, _DOT), 5.0, colour)
        if self._mark:
            painter.setFont(bold)
            chip = QRectF(left + _DOT + 8, middle - 9, mark_width, 18)
            fill_rounded(painter, chip, 4.0, self.colours.amber_fill)
            draw_elided(painter, chip.toRect(), self._mark, self.colours.on_amber, CENTRE)

    def offer(self) -> None:
        """Open the menu of sources."""
        menu = self.build_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def build_menu(self) -> QMenu:
        """The sources that can be chosen now."""
        menu = QMenu(self)
        for camera in _cameras():
            self._add(menu, camera.name, camera.reference)
        if menu.isEmpty():
            menu.addAction(self.tr("No camera found")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("Video or picture file…"), self._choose_file)
        menu.addAction(self.tr("Folder of pictures…"), self._choose_folder)
        menu.addAction(self.tr("Network address…"), self._choose_address)
        menu.addSeparator()
        self._add(menu, self.tr("Demo subject (generated)"), "demo")
        return menu

    def _add(self, menu: QMenu, text: str, source: str) -> QAction:
        return menu.addAction(text, lambda: self.source_chosen.emit(source))

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Video or picture file"))
        self._emit(path)

    def _choose_folder(self) -> None:
        self._emit(QFileDialog.getExistingDirectory(self, self.tr("Folder of pictures")))

    def _choose_address(self) -> None:
        address, accepted = QInputDialog.getText(
            self,
            self.tr("Network address"),
            self.tr("Address of the stream (http, https or rtsp):"),
            QLineEdit.EchoMode.Normal,
            "http://",
        )
        self._emit(address.strip() if accepted else "")

    def _emit(self, source: str) -> None:
        if source:
            self.source_chosen.emit(source)


def _cameras() -> list[Camera]:
    if _LISTS_WITHOUT_OPENING:
        return list_cameras()
    # Elsewhere finding out which exist would open each one and block the window.
    return [Camera(index, f"Camera {index}", "") for index in range(_SHOWN_ELSEWHERE)]
