"""`SupervisorDialog`: a supervisor allows whoever works here one action."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from faceqa_gui.errors import FaceQAError
from faceqa_gui.operators.operator import Right
from faceqa_gui.operators.session import OperatorSession
from faceqa_gui.widgets.pin_fields import name_field, pin_field
from faceqa_gui.widgets.words import right_words
from faceqa_gui.windows.asking_dialog import AskingDialog
from faceqa_gui.wording import said


class SupervisorDialog(AskingDialog):
    """`taken` carries the supervisor."""

    def __init__(
        self, session: OperatorSession, right: Right, parent: QWidget | None = None
    ) -> None:
        """Ask for name and PIN.

        Args:
            session: is told.
            right: what is to be allowed.
            parent: the window.
        """
        super().__init__(parent)
        self._session, self._right = session, right
        self.name, self.pin = name_field(), pin_field()
        for field in (self.name, self.pin):
            self.add_field(field)
        self.name.setFocus()
        self._retranslate()

    def _retranslate(self) -> None:
        self.entitle(
            self.tr("A supervisor must allow to {}").format(right_words(self._right)),
            self.tr("This once, for whoever works here. The supervisor's name is written down."),
            self.tr("Allow once"),
        )
        self.name_field(self.name, self.tr("Supervisor's name"))
        self.name_field(self.pin, self.tr("PIN"))

    def _work(self) -> Callable[[], object]:
        if not self.name.text().strip() or not self.pin.text():
            raise FaceQAError(said("Give a supervisor's name and PIN."))
        return partial(self._session.authorise, self._right, self.name.text(), self.pin.text())

    def _refuse(self, error: FaceQAError) -> None:
        super()._refuse(error)
        self.pin.setFocus()

    def done(self, result: int) -> None:
        """A PIN that turns out right after the dialog was left allows nothing."""
        super().done(result)
        if result != self.DialogCode.Accepted:
            self._session.withdraw(self._right)
