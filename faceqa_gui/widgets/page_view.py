"""`PageView`: shows a page of text whose pictures never stick out of it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QResizeEvent, Qt, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

_MARGIN = 20


class PageView(QTextBrowser):
    """A page in Markdown; its links are for whoever holds it to follow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._text = ""
        self.setOpenLinks(False)
        self.document().setDocumentMargin(_MARGIN)

    def show_page(self, file: Path) -> None:
        """Show a Markdown file from its beginning; its pictures lie beside it."""
        self._text = file.read_text(encoding="utf-8")
        self.document().setBaseUrl(QUrl.fromLocalFile(f"{file.parent}/"))
        self.setMarkdown(self._text)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802  (Qt's name)
        """A picture, made smaller where it is wider than the page."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        image = QImage(self.document().baseUrl().resolved(QUrl(name)).toLocalFile())
        room = self.viewport().width() - 2 * _MARGIN
        if image.width() <= room:
            return image
        return image.scaledToWidth(max(room, 1), Qt.TransformationMode.SmoothTransformation)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Fit the pictures anew, and stay where the reader is."""
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            return
        bar = self.verticalScrollBar()
        part = bar.value() / max(bar.maximum(), 1)
        self.setMarkdown(self._text)
        bar.setValue(round(part * bar.maximum()))
