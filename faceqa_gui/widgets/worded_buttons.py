"""`WordedButtons`: a dialog's buttons, some of which have words of their own."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialogButtonBox


class WordedButtons(QDialogButtonBox):
    """Qt says its standard words again in another language; those given by `say` outlast that."""

    def __init__(self, kinds: QDialogButtonBox.StandardButton) -> None:
        """Offer these buttons."""
        super().__init__(kinds)
        self._words: dict[QDialogButtonBox.StandardButton, str] = {}

    def say(self, kind: QDialogButtonBox.StandardButton, word: str) -> None:
        """Let a button say `word`."""
        self._words[kind] = word
        self.button(kind).setText(word)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Keep the own words; Qt has just put its own in their place."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            for kind, word in self._words.items():
                self.button(kind).setText(word)
