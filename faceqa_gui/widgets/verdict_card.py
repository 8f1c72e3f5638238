"""`VerdictCard`: whether captures are as they were stored, in shape, words and colour."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from faceqa_gui.records.verification import Fault, Problem

_NAMED = 40


class VerdictCard(QFrame):
    """Says nothing until something was verified."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "verdict")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 10)
        column.setSpacing(4)
        self.headline = QLabel()
        self.headline.setProperty("weight", "bold")
        self.headline.setWordWrap(True)
        self.details = QLabel()
        self.details.setProperty("face", "small")
        for label in (self.headline, self.details):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        self.hide()

    def show_problems(self, what: str, when: str, problems: Sequence[Problem]) -> None:
        """Say how a verification ended.

        Args:
            what: was verified, such as “This capture”.
            when: it was verified, as a time of day.
            problems: what was found; empty where all is as it was stored.
        """
        if not problems:
            headline = self.tr("✓ Verified at {}: {} is as it was stored.").format(when, what)
            self._show("good", headline, "")
            return
        lines = [
            f"{problem.item}: {_fault_word(self, problem.fault)} ({problem.detail})"
            for problem in problems[:_NAMED]
        ]
        if len(problems) > _NAMED:
            lines.append(self.tr("and {} more").format(len(problems) - _NAMED))
        headline = self.tr("✕ {} problem(s) in {}, found at {}").format(len(problems), what, when)
        self._show("bad", headline, "\n".join(lines))

    def show_failure(self, sentence: str) -> None:
        """Say why nothing could be verified."""
        self._show("bad", f"✕ {sentence}", "")

    def forget(self) -> None:
        """Say nothing."""
        self.hide()
        self.headline.clear()
        self.details.clear()

    def _show(self, tone: str, headline: str, details: str) -> None:
        self.headline.setText(headline)
        self.details.setText(details)
        self.details.setVisible(bool(details))
        for widget in (self, self.headline):
            widget.setProperty("tone", tone)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.setAccessibleName(headline)
        self.show()


def _fault_word(card: VerdictCard, fault: Fault) -> str:
    return {
        Fault.ALTERED: card.tr("altered"),
        Fault.MISSING: card.tr("missing"),
        Fault.REORDERED: card.tr("moved"),
        Fault.EXTRA: card.tr("does not belong there"),
        Fault.UNREADABLE: card.tr("unreadable"),
        Fault.INCOMPLETE: card.tr("not complete"),
    }[fault]
