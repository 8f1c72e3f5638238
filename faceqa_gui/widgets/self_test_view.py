"""`SelfTestView`: the parts of the station and how each was found, with a shape and a word."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from faceqa_gui.self_test import Finding, Part, SelfTest
from faceqa_gui.widgets.language import Retranslated, date_time_text, shown

_TONES = {Finding.PASS: "good", Finding.WARN: "warning", Finding.FAIL: "bad"}
_MARKS = {Finding.PASS: "✓", Finding.WARN: "▲", Finding.FAIL: "✕"}
_WORD_WIDTH, _PART_WIDTH = 96, 150


class SelfTestView(Retranslated, QWidget):
    """One line for each part: mark and word, the part, and one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._test: SelfTest | None = None
        self._running = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.head = QLabel()
        self.head.setProperty("weight", "bold")
        self.head.setWordWrap(True)
        column.addWidget(self.head)
        card = QFrame()
        card.setProperty("role", "card")
        self._grid = QGridLayout(card)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(2, 1)
        self._lines = {part: self._add_line(row) for row, part in enumerate(Part)}
        column.addWidget(card)
        column.addStretch(1)
        self._retranslate()

    def show_test(self, test: SelfTest | None, *, running: bool = False) -> None:
        """Show the results of `test`; `running`: another one is being made."""
        self._test, self._running = test, running
        self._retranslate()

    @property
    def lines(self) -> tuple[tuple[str, str, str], ...]:
        """What stands there, line by line: word, part and sentence."""
        return tuple(
            (word.text(), name.text(), sentence.text())
            for word, name, sentence in self._lines.values()
        )

    def _add_line(self, row: int) -> tuple[QLabel, QLabel, QLabel]:
        labels = (QLabel(), QLabel(), QLabel())
        for column, (label, width) in enumerate(
            zip(labels, (_WORD_WIDTH, _PART_WIDTH, 0), strict=True)
        ):
            if width:
                label.setFixedWidth(width)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        labels[0].setProperty("weight", "bold")
        return labels

    def _retranslate(self) -> None:
        self.head.setText(self._head())
        for part, (word, name, sentence) in self._lines.items():
            result = None if self._test is None else self._test.of(part)
            name.setText(self._part(part))
            word.setText(self.tr("…") if result is None else self._word(result.finding))
            sentence.setText("" if result is None else shown(result.sentence))
            tone = "quiet" if result is None else _TONES[result.finding]
            if word.property("tone") != tone:
                word.setProperty("tone", tone)
                word.style().unpolish(word)
                word.style().polish(word)

    def _head(self) -> str:
        if self._running:
            return self.tr("Looking at every part…")
        if self._test is None:
            return self.tr("Nothing was looked at yet.")
        when = date_time_text(self._test.at)
        said = {
            Finding.PASS: self.tr("Everything is as it must be ({when})."),
            Finding.WARN: self.tr("It can be worked with; read what is marked ▲ ({when})."),
            Finding.FAIL: self.tr("Something failed; read what is marked ✕ ({when})."),
        }[self._test.finding]
        closed = self.tr(" UV light stays off until it passes.") if self._test.closing else ""
        return said.format(when=when) + closed

    def _word(self, finding: Finding) -> str:
        word = {
            Finding.PASS: self.tr("PASS"),
            Finding.WARN: self.tr("WARN"),
            Finding.FAIL: self.tr("FAIL"),
        }[finding]
        return f"{_MARKS[finding]} {word}"

    def _part(self, part: Part) -> str:
        return {
            Part.CAMERA: self.tr("Camera"),
            Part.MODEL: self.tr("Quality model"),
            Part.EYE_CASCADES: self.tr("Eye cascades"),
            Part.EYE_MODELS: self.tr("Eye networks"),
            Part.DISK: self.tr("Disk space"),
            Part.LAMP: self.tr("Lamp"),
            Part.CLOCK: self.tr("Clock"),
        }[part]
