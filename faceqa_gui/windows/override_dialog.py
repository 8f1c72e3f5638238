"""`OverrideDialog`: an operator overrules a finding about a face, and writes down why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.assessment.override import LIFE_SECONDS, SHORTEST_REASON
from faceqa_gui.widgets.fitting_dialog import FittingDialog
from faceqa_gui.widgets.worded_buttons import WordedButtons
from faceqa_gui.widgets.words import findings_text

_LONGEST_REASON = 500


class OverrideDialog(FittingDialog):
    """`overruled` carries the names of the checks and the reason."""

    overruled = Signal(object, str)

    def __init__(
        self, checks: frozenset[str], operator: str, parent: QWidget | None = None
    ) -> None:
        """Ask for a reason.

        Args:
            checks: names of the checks to overrule.
            operator: who is asked; written to the record.
            parent: the window.
        """
        super().__init__(parent)
        self._checks, self._operator = checks, operator
        self.setMinimumWidth(460)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        self._title = QLabel()
        self._title.setProperty("face", "title")
        self._title.setWordWrap(True)
        self._about = QLabel()
        self._about.setWordWrap(True)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(90)
        self.reason.textChanged.connect(self._check)
        self._who = QLabel()
        self._who.setProperty("tone", "quiet")
        kind = QDialogButtonBox.StandardButton
        self.buttons = WordedButtons(kind.Ok | kind.Cancel)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        for part in (self._title, self._about, self.reason, self._who, self.buttons):
            layout.addWidget(part)
        self._retranslate()
        self._check()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Overrule a finding"))
        self._title.setText(self.tr("Found: {}").format(findings_text(self._checks)))
        self._about.setText(
            self.tr(
                "You take the responsibility for this finding, for this face and at most {} "
                "seconds. Both eyes must still be seen open and then closed; glasses and eyes are "
                "never overruled. Your name and reason are written to the record."
            ).format(f"{LIFE_SECONDS:.0f}")
        )
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(
            self.tr("Why is it right to go on? At least {} characters").format(SHORTEST_REASON)
        )
        self._who.setText(self.tr("Operator: {}").format(self._operator))
        self.buttons.say(QDialogButtonBox.StandardButton.Ok, self.tr("Overrule"))

    def _text(self) -> str:
        return self.reason.toPlainText().strip()[:_LONGEST_REASON]

    def _check(self) -> None:
        enough = len(self._text()) >= SHORTEST_REASON
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(enough)

    def _accept(self) -> None:
        self.overruled.emit(self._checks, self._text())
        self.accept()
