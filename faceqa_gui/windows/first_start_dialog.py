"""`FirstStartDialog`: one local operator, or operators who sign in; nobody chooses it silently."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.errors import FaceQAError
from faceqa_gui.operators.name_and_pin import PIN_ADVICE, checked_name
from faceqa_gui.widgets.pin_fields import name_field, pin_field
from faceqa_gui.windows.asking_dialog import AskingDialog, chosen_pin, field_label

Choose = Callable[[str, str], object]


class FirstStartDialog(AskingDialog):
    """Neither way is chosen beforehand; leaving it chooses nothing."""

    def __init__(
        self, choose: Choose, *, again: bool = False, parent: QWidget | None = None
    ) -> None:
        """Ask.

        Args:
            choose: is told name and PIN of the first supervisor, on another thread; both are ""
                for the one local operator. Raises `FaceQAError`.
            again: something was chosen before.
            parent: owner.
        """
        super().__init__(parent)
        self._choose_for_all = choose
        self.setMinimumWidth(620)
        self.entitle(
            self.tr("Who works at this station?"),
            self.tr(
                "FaceQA writes the operator's name to every record. A supervisor can change this "
                "choice later: click on the operator's name in the window, then “Operators”."
            ),
            self.tr("Change") if again else self.tr("Start FaceQA"),
        )
        leave = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        leave.setAutoDefault(False)
        if not again:
            leave.setText(self.tr("Quit"))
        self._group = QButtonGroup(self)
        self.single = self._add_choice(
            self.tr("One local operator, nobody signs in"),
            self.tr(
                "For a single desk or a trial. Whoever sits here may do everything: change "
                "settings, choose models, overrule findings, remove records."
            ),
        )[0]
        self.sign_in, card = self._add_choice(
            self.tr("Operators sign in by name and PIN"),
            self.tr(
                "For a clinic. Each record names who released UV light. Settings, models, "
                "overruled findings and removed records need a supervisor; the station locks "
                "itself when nobody touches it."
            ),
        )
        self._build_first(card)
        self._group.buttonToggled.connect(self._choose)
        self._choose()
        self.single.setFocus()

    def _add_choice(self, word: str, about: str) -> tuple[QRadioButton, QVBoxLayout]:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        choice = QRadioButton(word)
        choice.setAccessibleName(word)
        choice.setAccessibleDescription(about)
        self._group.addButton(choice)
        column.addWidget(choice)
        text = QLabel(about)
        text.setWordWrap(True)
        text.setProperty("tone", "quiet")
        text.setContentsMargins(24, 0, 0, 0)
        column.addWidget(text)
        self.form.addRow(card)
        return choice, column

    def _build_first(self, card: QVBoxLayout) -> None:
        self.first = QWidget()
        form = QFormLayout(self.first)
        form.setContentsMargins(24, 8, 0, 0)
        form.setVerticalSpacing(6)
        self.name = name_field(self.tr("Your name"))
        self.pin = pin_field(self.tr("Your PIN"))
        self.again = pin_field(self.tr("Your PIN again"))
        for field in (self.name, self.pin, self.again):
            form.addRow(field_label(field.accessibleName(), field), field)
        advice = QLabel(self.tr("You become the first supervisor. A PIN has {}").format(PIN_ADVICE))
        advice.setWordWrap(True)
        advice.setProperty("tone", "quiet")
        advice.setProperty("face", "small")
        form.addRow(advice)
        card.addWidget(self.first)

    def _choose(self) -> None:
        chosen = self._group.checkedButton()
        self.first.setEnabled(chosen is self.sign_in)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(chosen is not None)
        self.problem.setText("")
        if chosen is self.sign_in:
            self.name.setFocus()

    def _work(self) -> Callable[[], object]:
        if self.single.isChecked():
            return partial(self._choose_for_all, "", "")
        name = checked_name(self.name.text())
        return partial(self._choose_for_all, name, chosen_pin(self.pin, self.again))

    def _refuse(self, error: FaceQAError) -> None:
        super()._refuse(error)
        self.pin.setFocus()
