"""`OwnPinDialog`: whoever is signed in changes their own PIN."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from faceqa_gui.errors import FaceQAError
from faceqa_gui.operators.accounts import Accounts
from faceqa_gui.operators.name_and_pin import PIN_ADVICE
from faceqa_gui.widgets.language import shown
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
        self.old, self.new, self.again = pin_field(), pin_field(), pin_field()
        for field in (self.old, self.new, self.again):
            self.add_field(field)
        self.old.setFocus()
        self._retranslate()

    def _retranslate(self) -> None:
        self.entitle(
            self.tr("Change the PIN of {}").format(self._name),
            self.tr("A PIN has {}").format(shown(PIN_ADVICE)),
            self.tr("Change"),
        )
        self.name_field(self.old, self.tr("Present PIN"))
        self.name_field(self.new, self.tr("New PIN"))
        self.name_field(self.again, self.tr("New PIN again"))

    def _work(self) -> Callable[[], object]:
        new = chosen_pin(self.new, self.again)
        return partial(self._accounts.change_pin, self._name, self.old.text(), new)

    def _refuse(self, error: FaceQAError) -> None:
        super()._refuse(error)
        self.old.setFocus()
