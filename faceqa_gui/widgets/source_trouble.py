"""`SourceTrouble`: what keeps the pictures away, and the ways on, where the picture would be."""

import sys

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from faceqa_gui.frames.camera_trouble import Trouble
from faceqa_gui.widgets.language import Retranslated, shown

_WIDTH, _MARGIN = 520, 16
_JOIN_GROUP = "sudo usermod -aG video $USER"
_PERMISSION_PAGES = {
    "win32": "ms-settings:privacy-webcam",
    "darwin": "x-apple.systempreferences:com.apple.preference.security?Privacy_Camera",
}


class SourceTrouble(Retranslated, QFrame):
    """A card with one sentence and the buttons that fit it; hidden while pictures come.

    Its signals: the source is to be opened again, another one to be chosen, or the demo shown.
    """

    try_again_requested = Signal()
    choose_requested = Signal()
    demo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFixedWidth(_WIDTH)
        self._sentence, self._trouble = "", Trouble.OTHER
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        column.setSpacing(8)
        self.title = QLabel()
        self.title.setProperty("weight", "bold")
        column.addWidget(self.title)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.sentence)
        self.again_button = QPushButton()
        self.again_button.clicked.connect(self.try_again_requested)
        self.choose_button = QPushButton()
        self.choose_button.clicked.connect(self.choose_requested)
        self.allow_button = QPushButton()
        self.allow_button.clicked.connect(self._allow)
        self.demo_button = QPushButton()
        self.demo_button.clicked.connect(self.demo_requested)
        # Two lines: the words of some languages are long.
        for buttons in (
            (self.again_button, self.choose_button),
            (self.allow_button, self.demo_button),
        ):
            line = QHBoxLayout()
            for button in buttons:
                button.setAutoDefault(False)
                line.addWidget(button)
            line.addStretch(1)
            column.addLayout(line)
        self.hide()
        self._retranslate()

    @property
    def trouble(self) -> Trouble:
        """The kind of trouble that is shown, or was shown last."""
        return self._trouble

    def show_trouble(self, sentence: str, trouble: Trouble) -> None:
        """Say what keeps the pictures away; without a sentence there is nothing to say."""
        self._sentence, self._trouble = sentence, trouble
        self._retranslate()
        self.setVisible(bool(sentence))

    def _retranslate(self) -> None:
        self.title.setText(self._title())
        self.sentence.setText(shown(self._sentence))
        # A layout of the live view asks for no height of a wrapped line by itself.
        height = self.sentence.heightForWidth(_WIDTH - 2 * _MARGIN)
        self.sentence.setMinimumHeight(max(0, height))
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(self.sentence.text())
        self.again_button.setText(self.tr("Try again"))
        self.choose_button.setText(self.tr("Choose another source…"))
        self.demo_button.setText(self.tr("Use the demo"))
        denied = self._trouble is Trouble.DENIED
        page = sys.platform in _PERMISSION_PAGES
        self.allow_button.setText(
            self.tr("Open the system's settings") if page else self.tr("Copy the command for it")
        )
        self.allow_button.setToolTip("" if page else _JOIN_GROUP)
        self.allow_button.setVisible(denied)
        self.demo_button.setVisible(self._trouble is not Trouble.OTHER and not denied)

    def _title(self) -> str:
        return {
            Trouble.ABSENT: self.tr("The camera is not plugged in; it is looked for again"),
            Trouble.LOST: self.tr("The camera is gone; it is looked for again"),
            Trouble.REPLACED: self.tr("Another camera is there"),
            Trouble.UNCERTAIN: self.tr("Is it the same camera?"),
            Trouble.IN_USE: self.tr("Another program has the camera"),
            Trouble.DENIED: self.tr("The camera may not be used"),
            Trouble.SILENT: self.tr("The camera gives no picture"),
            Trouble.OTHER: self.tr("No pictures"),
        }[self._trouble]

    def _allow(self) -> None:
        page = _PERMISSION_PAGES.get(sys.platform)
        if page is not None:
            QDesktopServices.openUrl(QUrl(page))
            return
        QGuiApplication.clipboard().setText(_JOIN_GROUP)
