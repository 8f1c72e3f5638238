"""`VerdictCard`: whether captures are as they were stored, in shape, words and colour."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from faceqa_gui.records.verification import Fault, Problem
from faceqa_gui.widgets.language import Retranslated, date_time_text, shown

_NAMED = 40


class VerdictCard(Retranslated, QFrame):
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
        self._say: Callable[[], None] = self._say_nothing
        self.hide()

    def _retranslate(self) -> None:
        self._say()

    def show_problems(
        self, when: datetime, problems: Sequence[Problem], *, of_store: bool = False
    ) -> None:
        """Say how a verification ended.

        Args:
            when: it was verified.
            problems: what was found; empty where all is as it was stored.
            of_store: the whole store was verified, not one capture.
        """
        self._say = partial(self._say_problems, when, tuple(problems), of_store=of_store)
        self._say()

    def _say_problems(self, when: datetime, problems: Sequence[Problem], *, of_store: bool) -> None:
        what = self.tr("the whole store") if of_store else self.tr("this capture")
        at = date_time_text(when)
        if not problems:
            headline = self.tr("✓ Verified at {when}: {what} is as it was stored.")
            self._show("good", headline.format(when=at, what=what), "")
            return
        lines = [
            f"{problem.item}: {self._fault_word(problem.fault)} ({shown(problem.detail)})"
            for problem in problems[:_NAMED]
        ]
        if len(problems) > _NAMED:
            lines.append(self.tr("and {} more").format(len(problems) - _NAMED))
        headline = self.tr("✕ %n problem(s) in {what}, found at {when}", "", len(problems))
        self._show("bad", headline.format(what=what, when=at), "\n".join(lines))

    def show_failure(self, sentence: str) -> None:
        """Say why nothing could be verified."""
        self._say = partial(self._say_failure, sentence)
        self._say()

    def _say_failure(self, sentence: str) -> None:
        self._show("bad", f"✕ {shown(sentence)}", "")

    def forget(self) -> None:
        """Say nothing."""
        self._say = self._say_nothing
        self._say()

    def _say_nothing(self) -> None:
        self.hide()
        self.headline.clear()
        self.details.clear()

    def _fault_word(self, fault: Fault) -> str:
        return {
            Fault.ALTERED: self.tr("altered"),
            Fault.MISSING: self.tr("missing"),
            Fault.REORDERED: self.tr("moved"),
            Fault.EXTRA: self.tr("does not belong there"),
            Fault.UNREADABLE: self.tr("unreadable"),
            Fault.INCOMPLETE: self.tr("not complete"),
        }[fault]

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
