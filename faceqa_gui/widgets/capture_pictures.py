"""`CapturePictures`: the pictures of a capture, one large and all of them small."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QVBoxLayout, QWidget

from faceqa_gui.records.picture_names import (
    EXPLANATION_FILE,
    FACE_FILE,
    FRAME_FILE,
    REGISTERED_FILE,
    UV_FILE,
    VISIBLE_FILE,
)
from faceqa_gui.widgets.language import Retranslated, shown
from faceqa_gui.widgets.painted import CENTRE, PaintedWidget, fill_rounded

_LEAST_HEIGHT = 220
_IN_A_ROW = 3


class _LargePicture(PaintedWidget):
    """One picture as large as it fits, or why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = QImage()
        self.text = ""
        self.setMinimumHeight(_LEAST_HEIGHT)

    def show_picture(self, picture: QImage, text: str) -> None:
        """Show `picture`; `text` stands in its place where it is null."""
        self.picture, self.text = picture, text
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Paint the picture in the middle."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing
        )
        fill_rounded(painter, QRectF(self.rect()), 7.0, self.colours.track)
        if self.picture.isNull():
            painter.setPen(QColor(self.colours.quiet))
            room = self.rect().adjusted(20, 10, -20, -10)
            painter.drawText(room, CENTRE | Qt.TextFlag.TextWordWrap, self.text)
            return
        size = QSizeF(self.picture.size()).scaled(
            QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio
        )
        corner = QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2)
        painter.drawImage(QRectF(corner, size), self.picture)


class CapturePictures(Retranslated, QWidget):
    """A button per picture chooses which one is large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = self._words()
        self._pictures: Mapping[str, QImage] = {}
        self._lost: Mapping[str, str] = {}
        self.large = _LargePicture()
        self.group = QButtonGroup(self)
        self.group.setExclusive(True)
        self.buttons: dict[str, QPushButton] = {}
        # The UV pictures have a row of their own, so that the window may be narrow.
        grid = QGridLayout()
        grid.setSpacing(6)
        grid.setColumnStretch(_IN_A_ROW, 1)
        for number, name in enumerate(self.words):
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("role", "picture")
            button.clicked.connect(lambda _=False, name=name: self._enlarge(name))
            self.group.addButton(button)
            self.buttons[name] = button
            grid.addWidget(button, *divmod(number, _IN_A_ROW))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.large, 1)
        layout.addLayout(grid)
        self._retranslate()

    def _words(self) -> dict[str, str]:
        return {
            FRAME_FILE: self.tr("Frame"),
            FACE_FILE: self.tr("Face, standardised"),
            EXPLANATION_FILE: self.tr("Explanation"),
            UV_FILE: self.tr("UV, as it came"),
            REGISTERED_FILE: self.tr("UV, registered"),
            VISIBLE_FILE: self.tr("Beside the UV"),
        }

    def _retranslate(self) -> None:
        self.words = self._words()
        self.show_pictures(self._pictures, self._lost)

    def show_pictures(self, pictures: Mapping[str, QImage], lost: Mapping[str, str]) -> None:
        """Show what there is.

        Args:
            pictures: by file name.
            lost: why others cannot be shown, by file name.
        """
        chosen = next((name for name, button in self.buttons.items() if button.isChecked()), "")
        self._pictures, self._lost = pictures, lost
        for name, button in self.buttons.items():
            button.setVisible(name in pictures or name in lost)
            button.setText(f"✕ {self.words[name]}" if name in lost else self.words[name])
        there = [name for name in self.words if name in pictures or name in lost]
        self._enlarge(chosen if chosen in there else next(iter(there), ""))

    def forget(self) -> None:
        """Keep no picture of anybody."""
        self.show_pictures({}, {})

    def _enlarge(self, name: str) -> None:
        if name:
            self.buttons[name].setChecked(True)
        nothing = self.tr("This capture has no pictures.")
        text = shown(self._lost.get(name, "")) or (self.words[name] if name else nothing)
        self.large.show_picture(self._pictures.get(name, QImage()), text)
