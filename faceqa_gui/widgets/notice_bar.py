"""`NoticeBar`: a sentence for the operator, until it is acknowledged."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from faceqa_gui.widgets.language import Retranslated, shown
from faceqa_gui.widgets.theme import RESOURCES


class NoticeBar(Retranslated, QFrame):
    """Hidden while there is nothing to say; a latched error asks for acknowledgement."""

    acknowledged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice_bar")
        self.setFixedHeight(56)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 10, 2)
        row.setSpacing(10)
        mark = QLabel()
        mark.setPixmap(QIcon(str(RESOURCES / "icons" / "notice.svg")).pixmap(24, 24))
        mark.setFixedWidth(24)
        row.addWidget(mark)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setProperty("face", "small")
        self.label.setMinimumWidth(1)
        row.addWidget(self.label, 1)
        self.button = QPushButton()
        self.button.setFixedHeight(30)
        self.button.clicked.connect(self.acknowledged)
        row.addWidget(self.button)
        self._notice = ("", False)
        self.hide()

    def _retranslate(self) -> None:
        text, latched = self._notice
        self.show_notice(text, must_acknowledge=latched)

    def show_notice(self, text: str, *, must_acknowledge: bool) -> None:
        """Say `text`; "" hides the bar unless something must be acknowledged."""
        self._notice = (text, must_acknowledge)
        said = shown(text) or (self.tr("An error has closed the gate.") if must_acknowledge else "")
        word = self.tr("Acknowledge") if must_acknowledge else self.tr("Dismiss")
        if word != self.button.text():
            self.button.setText(word)
            self.button.setAccessibleName(self.tr("{} the notice").format(word))
        if said != self.label.text():
            self.label.setText(said)
            self.label.setToolTip(said)
            self.setAccessibleName(self.tr("Notice: {}").format(said))
        if bool(said) == self.isHidden():
            self.setVisible(bool(said))
