"""`CaptureDetails`: one opened capture, with its pictures, facts and audit lines."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from faceqa_gui.records.audit import AuditEntry
from faceqa_gui.records.capture_view import CaptureView
from faceqa_gui.records.verification import Problem
from faceqa_gui.widgets.capture_facts import Fact, Tone, fact_sections
from faceqa_gui.widgets.capture_pictures import CapturePictures
from faceqa_gui.widgets.fact_card import FactCard
from faceqa_gui.widgets.language import Retranslated, date_time_text, shown
from faceqa_gui.widgets.record_words import audit_word, fact_value, fact_word
from faceqa_gui.widgets.verdict_card import VerdictCard

_PICTURES_HEIGHT = 330
_SHORT = 12
_CHECKSUM = re.compile(r"[0-9a-f]{32,64}")


class CaptureDetails(Retranslated, QScrollArea):
    """Shows a `CaptureView`, or a sentence where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setObjectName("ground")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(10)
        self.title = QLabel()
        self.title.setProperty("face", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.verdict = VerdictCard()
        self.pictures = CapturePictures()
        self.pictures.setMinimumHeight(_PICTURES_HEIGHT)
        for part in (self.title, self.problem, self.verdict, self.pictures):
            self._column.addWidget(part)
        self._cards = QWidget()
        self._column.addWidget(self._cards)
        self._column.addStretch(1)
        self.setWidget(page)
        self._show: Callable[[], None] = lambda: None
        self.say("")
        self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The opened capture"))
        place = self.verticalScrollBar().value()
        self._show()
        self.verticalScrollBar().setValue(place)

    def say(self, sentence: str) -> None:
        """Show nobody; say a sentence instead."""
        self._show = lambda: self.title.setText(shown(sentence))
        self._show()
        self.problem.hide()
        self.verdict.forget()
        self.pictures.forget()
        self.pictures.hide()
        self._put_cards([], [])

    def show_capture(self, view: CaptureView, pictures: Mapping[str, QImage]) -> None:
        """Show an opened capture.

        Args:
            view: what the store holds.
            pictures: those of its pictures that could be read, by file name.
        """
        self.verdict.forget()
        self._show = partial(self._show_view, view, pictures)
        self._show()
        self.verticalScrollBar().setValue(0)

    def _show_view(self, view: CaptureView, pictures: Mapping[str, QImage]) -> None:
        record = view.record
        self.title.setText(view.identifier)
        if record is not None:
            when = date_time_text(record.captured_at)
            self.title.setText(f"{record.subject or self.tr('not named')}   ·   {when}")
        lost = dict(view.lost)
        for name in view.pictures.keys() - pictures.keys():
            lost[name] = self.tr("The file holds no picture.")
        problem = shown(view.problem)
        if lost and not problem:
            problem = self.tr("%n of its pictures cannot be shown. {why}", "", len(lost)).format(
                why=shown(next(iter(lost.values())))
            )
        self.problem.setText(f"▲ {problem}")
        self.problem.setVisible(bool(problem))
        self.pictures.setVisible(bool(pictures or lost))
        self.pictures.show_pictures(pictures, lost)
        cards: list[QWidget] = []
        if record is not None:
            cards = [FactCard(part.title, part.facts) for part in fact_sections(record)]
        audit: list[QWidget] = [FactCard(self.tr("Audit trail"), self._audit_facts(view))]
        self._put_cards(cards, audit)

    def show_verdict(self, when: datetime, problems: Sequence[Problem]) -> None:
        """Say how the verification of this capture ended."""
        self.verdict.show_problems(when, problems)

    def _audit_facts(self, view: CaptureView) -> list[Fact]:
        if view.audit_problem:
            return [Fact(self.tr("Trail"), f"▲ {shown(view.audit_problem)}", Tone.BAD)]
        if not view.audit:
            return [Fact(self.tr("Trail"), self.tr("It does not name this capture."))]
        return [
            Fact(f"{entry.number}   {date_time_text(entry.at)}", self._entry(entry))
            for entry in view.audit
        ]

    def _entry(self, entry: AuditEntry) -> str:
        said = [f"{audit_word(entry.event)}, {entry.who}"]
        if entry.note is not None:
            said += [text for text in (entry.note.subject, entry.note.text) if text]
        elif entry.note_sha256 is not None:
            said.append(self.tr("(its note was erased)"))
        said += [
            f"{fact_word(name)} {_value(name, value)}"
            for name, value in entry.facts.items()
            if value not in (None, "", [], {})
        ]
        return "  ·  ".join(said)

    def _put_cards(self, cards: Sequence[QWidget], wide: Sequence[QWidget]) -> None:
        """Facts in two columns, and what needs the whole width below."""
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        sides = QHBoxLayout()
        sides.setSpacing(10)
        left, right = QVBoxLayout(), QVBoxLayout()
        heights = [0, 0]
        for card in cards:
            # The shorter column takes the next card, so that both end at about the same place.
            side = heights.index(min(heights))
            (left, right)[side].addWidget(card)
            heights[side] += card.sizeHint().height()
        for layout in (left, right):
            layout.setSpacing(10)
            layout.addStretch(1)
            sides.addLayout(layout, 1)
        column.addLayout(sides)
        for card in wide:
            column.addWidget(card)
        self._column.replaceWidget(self._cards, fresh)
        self._cards.hide()
        self._cards.deleteLater()
        self._cards = fresh


def _value(name: str, value: object) -> str:
    if isinstance(value, bool):
        yes = QCoreApplication.translate("facts", "yes")
        return yes if value else QCoreApplication.translate("facts", "no")
    if isinstance(value, str) and _CHECKSUM.fullmatch(value):
        return f"{value[:_SHORT]}…"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, dict):
        return ", ".join(value)
    return fact_value(name, value)
