"""`DoubtStrip`: says out loud that an explanation is weak."""

from collections.abc import Sequence

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from faceqa_gui.widgets.theme import RESOURCES


class DoubtStrip(QFrame):
    """Hidden while there is nothing to doubt."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doubt_strip")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.setSpacing(8)
        mark = QLabel()
        mark.setPixmap(QIcon(str(RESOURCES / "icons" / "notice.svg")).pixmap(18, 18))
        mark.setFixedWidth(18)
        row.addWidget(mark)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setProperty("face", "small")
        self.label.setMinimumWidth(1)
        row.addWidget(self.label, 1)
        self.hide()

    def show_doubts(self, reasons: Sequence[str], *, blocked: bool) -> None:
        """Say the first of `reasons` and keep all of them as the tool tip; none hides the strip.

        Args:
            reasons: whole sentences, most telling first.
            blocked: UV light stays off because of them.
        """
        said = ""
        if reasons:
            outcome = self.tr("UV light stays off.") if blocked else ""
            head = self.tr("The explanation is weak.")
            said = " ".join(part for part in (head, reasons[0], outcome) if part)
        whole = "\n".join(reasons)
        if (said, whole) != (self.label.text(), self.toolTip()):
            self.label.setText(said)
            self.setToolTip(whole)
            self.setAccessibleName(said)
            self.setAccessibleDescription(whole)
        if bool(said) == self.isHidden():
            self.setVisible(bool(said))
