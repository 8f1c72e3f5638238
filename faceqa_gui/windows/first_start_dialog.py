"""`FirstStartDialog`: one local operator, or operators who sign in; nobody chooses it silently."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from faceqa_gui.errors import FaceQAError
from faceqa_gui.windows.asking_dialog import AskingDialog
from faceqa_gui.windows.operator_choice import Choose, OperatorChoice

_KIND = QDialogButtonBox.StandardButton


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
        self._is_changed = again
        self.setMinimumWidth(620)
        self.choice = OperatorChoice()
        self.single, self.sign_in = self.choice.single, self.choice.sign_in
        self.name, self.pin, self.again = self.choice.name, self.choice.pin, self.choice.again
        self.form.addRow(self.choice)
        self.buttons.button(_KIND.Cancel).setAutoDefault(False)
        self.choice.chosen.connect(self._show_chosen)
        self._show_chosen()
        self._retranslate()
        self.single.setFocus()

    def _retranslate(self) -> None:
        self.entitle(
            self.tr("Who works at this station?"),
            self.tr(
                "FaceQA writes the operator's name to every record. A supervisor can change this "
                "choice later: click on the operator's name in the window, then “Operators”."
            ),
            self.tr("Change") if self._is_changed else self.tr("Start FaceQA"),
        )
        if not self._is_changed:
            self.buttons.say(_KIND.Cancel, self.tr("Quit"))

    def _show_chosen(self) -> None:
        self.buttons.button(_KIND.Ok).setEnabled(self.choice.is_chosen)
        self.say_problem("")

    def _work(self) -> Callable[[], object]:
        return self.choice.work(self._choose_for_all)

    def _refuse(self, error: FaceQAError) -> None:
        super()._refuse(error)
        self.pin.setFocus()
