"""`FactCard`: facts under a title, as text that can be selected."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from faceqa_gui.widgets.capture_facts import Fact

_LABEL_WIDTH = 124
_CHECKSUM = re.compile(r"([0-9a-f]{32})([0-9a-f]{32})")


class FactCard(QFrame):
    """Labels at the left, what they say at the right."""

    def __init__(self, title: str, facts: Sequence[Fact], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 14, 12)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        head = QLabel(title)
        head.setProperty("weight", "bold")
        grid.addWidget(head, 0, 0, 1, 2)
        top = Qt.AlignmentFlag.AlignTop
        for row, fact in enumerate(facts, start=1):
            label = _plain(fact.label)
            label.setProperty("tone", "quiet")
            label.setFixedWidth(_LABEL_WIDTH)
            # A checksum has no place where a line could end.
            text = _plain(_CHECKSUM.sub(r"\1\n\2", fact.text))
            text.setProperty("tone", fact.tone.value)
            text.setMinimumWidth(1)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label, row, 0, top)
            grid.addWidget(text, row, 1, top)


def _plain(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("face", "small")
    return label
