"""`StatusLine`: what a window did last, said again when the language changes."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from faceqa_gui.widgets.language import Retranslated


class StatusLine(Retranslated, QLabel):
    """A quiet line at the foot of a window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setProperty("face", "small")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._say: Callable[[], str] = str

    def say(self, say: Callable[[], str]) -> None:
        """Say what `say` returns, in each language anew."""
        self._say = say
        self._retranslate()

    def _retranslate(self) -> None:
        self.setText(self._say())
