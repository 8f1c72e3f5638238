"""`AboutDialog`: what this program is, what it is made of, and the safety notice."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui import __version__
from faceqa_gui.diagnostics import checksums, diagnostics, licences
from faceqa_gui.widgets.language import Retranslated
from faceqa_gui.widgets.theme import RESOURCES

_SIZE = (760, 560)
_LOGO = 48
_NAME_WIDTH, _VERSION_WIDTH = 28, 16


class AboutDialog(Retranslated, QDialog):
    """Versions, licences, checksums, and diagnostics that can be copied."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """Gather what is told.

        Args:
            folder: of everything the program writes.
            parent: the station window.
        """
        super().__init__(parent)
        self._folder = folder
        self.resize(*_SIZE)
        whole = QVBoxLayout(self)
        whole.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(14)
        logo = QLabel()
        logo.setPixmap(QIcon(str(RESOURCES / "icons" / "logo.svg")).pixmap(_LOGO, _LOGO))
        head.addWidget(logo)
        self.name = QLabel(f"FaceQA {__version__}")
        self.name.setProperty("face", "brand")
        head.addWidget(self.name, 1)
        whole.addLayout(head)
        self.notice = QLabel()
        self.notice.setWordWrap(True)
        self.notice.setProperty("role", "problem")
        whole.addWidget(self.notice)
        self.tabs = QTabWidget()
        self.diagnostics = _text()
        self.checksums = _text()
        self.licences = _text()
        for page in (self.diagnostics, self.checksums, self.licences):
            self.tabs.addTab(page, "")
        whole.addWidget(self.tabs, 1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        self.copy_button = QPushButton()
        self.buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(self._copy)
        whole.addWidget(self.buttons)
        self.diagnostics.setPlainText(diagnostics(folder))
        self.checksums.setPlainText(
            "\n".join(f"{name}\n    {sha256}" for name, sha256 in checksums(folder))
        )
        self.licences.setPlainText(
            "\n".join(
                f"{name:<{_NAME_WIDTH}} {version:<{_VERSION_WIDTH}} {licence}"
                for name, version, licence in licences()
            )
        )
        self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("About FaceQA"))
        self.tabs.tabBar().setAccessibleName(self.windowTitle())
        self.notice.setText(
            self.tr(
                "A permission of this program is not eye protection: goggles or a shutter stay "
                "the primary control."
            )
        )
        for page, word in (
            (self.diagnostics, self.tr("Diagnostics")),
            (self.checksums, self.tr("Checksums")),
            (self.licences, self.tr("Licences")),
        ):
            self.tabs.setTabText(self.tabs.indexOf(page), word)
            page.setAccessibleName(word)
        self.copy_button.setText(self.tr("Copy diagnostics"))
        self.copy_button.setToolTip(self.tr("It holds nothing about any person."))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.diagnostics.toPlainText())


def _text() -> QPlainTextEdit:
    page = QPlainTextEdit()
    page.setReadOnly(True)
    page.setTabChangesFocus(True)
    page.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    page.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    page.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return page
