"""`OperatorChoice`: one local operator, or operators who sign in; nothing is chosen beforehand."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QFrame,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.operators.name_and_pin import PIN_ADVICE, checked_name
from faceqa_gui.widgets.language import Retranslated, shown
from faceqa_gui.widgets.pin_fields import name_field, pin_field
from faceqa_gui.windows.asking_dialog import chosen_pin, field_label

Choose = Callable[[str, str], object]


class OperatorChoice(Retranslated, QWidget):
    """Two cards, one of them with the fields of the first supervisor; `chosen` tells of a press."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._group = QButtonGroup(self)
        self.single, self._about_single, _ = self._add_choice(column)
        self.sign_in, self._about_sign_in, card = self._add_choice(column)
        self.first = QWidget()
        self._form = QFormLayout(self.first)
        self._form.setContentsMargins(24, 8, 0, 0)
        self._form.setVerticalSpacing(6)
        self.name, self.pin, self.again = name_field(""), pin_field(""), pin_field("")
        for field in (self.name, self.pin, self.again):
            self._form.addRow(field_label("", field), field)
        self._advice = QLabel()
        self._advice.setWordWrap(True)
        self._advice.setProperty("tone", "quiet")
        self._advice.setProperty("face", "small")
        self._form.addRow(self._advice)
        card.addWidget(self.first)
        self._group.buttonToggled.connect(self._choose)
        self.first.setEnabled(False)
        self._retranslate()

    @property
    def is_chosen(self) -> bool:
        """Whether one of the two was pressed."""
        return self._group.checkedButton() is not None

    def work(self, choose: Choose) -> Callable[[], object]:
        """What the answer does: `choose` with name and PIN, both "" for the local operator.

        Raises:
            FaceQAError: the fields are not filled in as they must be.
        """
        if self.single.isChecked():
            return partial(choose, "", "")
        name = checked_name(self.name.text())
        return partial(choose, name, chosen_pin(self.pin, self.again))

    def _add_choice(self, column: QVBoxLayout) -> tuple[QRadioButton, QLabel, QVBoxLayout]:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(4)
        choice = QRadioButton()
        self._group.addButton(choice)
        inside.addWidget(choice)
        about = QLabel()
        about.setWordWrap(True)
        about.setProperty("tone", "quiet")
        about.setContentsMargins(24, 0, 0, 0)
        inside.addWidget(about)
        column.addWidget(card)
        return choice, about, inside

    def _choose(self) -> None:
        signs_in = self.sign_in.isChecked()
        self.first.setEnabled(signs_in)
        if signs_in:
            self.name.setFocus()
        self.chosen.emit()

    def _retranslate(self) -> None:
        self._say(
            self.single,
            self._about_single,
            self.tr("One local operator, nobody signs in"),
            self.tr(
                "For a single desk or a trial. Whoever sits here may do everything: change "
                "settings, choose models, overrule findings, remove records."
            ),
        )
        self._say(
            self.sign_in,
            self._about_sign_in,
            self.tr("Operators sign in by name and PIN"),
            self.tr(
                "For a clinic. Each record names who released UV light. Settings, models, "
                "overruled findings and removed records need a supervisor; the station locks "
                "itself when nobody touches it."
            ),
        )
        for field, word in (
            (self.name, self.tr("Your name")),
            (self.pin, self.tr("Your PIN")),
            (self.again, self.tr("Your PIN again")),
        ):
            field.setAccessibleName(word)
            label = self._form.labelForField(field)
            if isinstance(label, QLabel):
                label.setText(word)
        self._advice.setText(
            self.tr("You become the first supervisor. A PIN has {advice}").format(
                advice=shown(PIN_ADVICE)
            )
        )

    @staticmethod
    def _say(choice: QRadioButton, label: QLabel, word: str, about: str) -> None:
        choice.setText(word)
        choice.setAccessibleName(word)
        choice.setAccessibleDescription(about)
        label.setText(about)
