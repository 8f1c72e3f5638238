"""`RoomView`: what light and distance are like, line by line, with a shape and a word."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from faceqa_gui.assessment.actions import SENTENCES
from faceqa_gui.assessment.assessment import Check, Outcome
from faceqa_gui.assessment.picture_checks import (
    BACKLIGHT,
    DARKNESS,
    FACE_POSITION,
    FACE_SIZE,
    GLARE,
    PICTURE_CHECKS,
    RESOLUTION,
    SHARPNESS,
)
from faceqa_gui.assessment.room_check import RoomLook
from faceqa_gui.widgets.language import Retranslated, shown

_TONES = {Outcome.PASS: "good", Outcome.FAIL: "bad", Outcome.NOT_ASSESSED: "quiet"}
_MARKS = {Outcome.PASS: "✓", Outcome.FAIL: "✕", Outcome.NOT_ASSESSED: "–"}
_WORD_WIDTH = 86


class RoomView(Retranslated, QWidget):
    """One line for each check of the picture; the sentence says what to change in the room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: RoomLook | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.head = QLabel()
        self.head.setProperty("weight", "bold")
        self.head.setWordWrap(True)
        self.head.setMinimumHeight(34)
        column.addWidget(self.head)
        card = QFrame()
        card.setProperty("role", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        self._lines: dict[str, tuple[QLabel, QLabel]] = {}
        for row, name in enumerate(PICTURE_CHECKS):
            word, line = QLabel(), QLabel()
            word.setFixedWidth(_WORD_WIDTH)
            word.setProperty("weight", "bold")
            line.setWordWrap(True)
            line.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(word, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(line, row, 1)
            self._lines[name] = (word, line)
        column.addWidget(card)
        column.addStretch(1)
        self._retranslate()

    def show_look(self, look: RoomLook | None) -> None:
        """Show what was seen; None: nothing yet."""
        self._look = look
        self._retranslate()

    @property
    def lines(self) -> dict[str, tuple[str, str]]:
        """Word and sentence of each line, by the name of its check."""
        return {name: (word.text(), line.text()) for name, (word, line) in self._lines.items()}

    def _retranslate(self) -> None:
        self._set(self.head, self._head())
        found = {} if self._look is None else {check.name: check for check in self._look.checks}
        for name, (word, line) in self._lines.items():
            check = found.get(name)
            outcome = Outcome.NOT_ASSESSED if check is None else check.outcome
            self._set(word, f"{_MARKS[outcome]} {self._word(outcome)}")
            self._set(line, self._line(name, check))
            tone = _TONES[outcome]
            if word.property("tone") != tone:
                word.setProperty("tone", tone)
                word.style().unpolish(word)
                word.style().polish(word)

    def _head(self) -> str:
        look = self._look
        if look is None:
            return self.tr("Waiting for a picture…")
        if look.faces == 0:
            return self.tr("Sit where a subject sits, and look into the camera.")
        if look.face is None:
            return self.tr("One person at a time: more than one face is seen.")
        if look.is_good:
            return self.tr("Light and distance are good here.")
        return self.tr("Change what is marked ✕ until every line says “good”.")

    def _line(self, name: str, check: Check | None) -> str:
        title = {
            FACE_SIZE: self.tr("Distance"),
            FACE_POSITION: self.tr("Place in the picture"),
            RESOLUTION: self.tr("Detail of the face"),
            DARKNESS: self.tr("Light on the face"),
            GLARE: self.tr("Glare"),
            BACKLIGHT: self.tr("Light from behind"),
            SHARPNESS: self.tr("Sharpness"),
        }[name]
        if check is None or check.outcome is not Outcome.FAIL:
            return title
        what = shown(SENTENCES[check.action].headline)
        return self.tr("{title}: {what}").format(title=title, what=what)

    def _word(self, outcome: Outcome) -> str:
        return {
            Outcome.PASS: self.tr("good"),
            Outcome.FAIL: self.tr("change"),
            Outcome.NOT_ASSESSED: self.tr("open"),
        }[outcome]

    @staticmethod
    def _set(label: QLabel, text: str) -> None:
        if label.text() != text:
            label.setText(text)
