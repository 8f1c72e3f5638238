"""`OwnPinDialog`: whoever is signed in changes their own PIN."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from faceqa_gui.errors import FaceQAError
from faceqa_gui.operators.accounts import Accounts
from faceqa_gui.operators.name_and_pin import PIN_ADVICE
from faceqa_gui.widgets.pin_fields import pin_field
from faceqa_gui.windows.asking_dialog import AskingDialog, chosen_pin


class OwnPinDialog(AskingDialog):
    """Asks for the old PIN once and the new one twice."""

    def __init__(self, accounts: Accounts, name: str, parent: QWidget | None = None) -> None:
        """Ask.

        Args:
            accounts: where the PIN is changed.
            name: whose.
            parent: the window.
        """
        super().__init__(parent)
        self._accounts, self._name = accounts, name
        self.entitle(
            self.tr("Change the PIN of {}").format(name),
            self.tr("A PIN has {}").format(PIN_ADVICE),
            self.tr("Change"),
        )
        self.old = pin_field(self.tr("Present PIN"))
        self.new = pin_field(self.tr("New PIN"))
        self.again = pin_field(self.tr("New PIN again"))
        for field in (self.old, self.new, self.again):
            self.add_field(field.accessibleName(), field)
        self.old.setFocus()

    def _work(self) -> Callable[[], object]:
        new = chosen_pin(self.new, self.again)
        return partial(self._accounts.change_pin, self._name, self.old.text(), new)

    def _refuse(self, error: FaceQAError) -> None:
        super()._refuse(error)
        self.old.setFocus()
