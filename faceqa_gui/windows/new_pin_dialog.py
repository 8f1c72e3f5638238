"""`NewPinDialog`: a supervisor adds an operator, or gives one a new PIN."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QComboBox, QWidget

from faceqa_gui.errors import FaceQAError
from faceqa_gui.operators.name_and_pin import PIN_ADVICE, checked_name
from faceqa_gui.operators.operator import Role
from faceqa_gui.widgets.language import shown
from faceqa_gui.widgets.pin_fields import FIELD_HEIGHT, name_field, pin_field
from faceqa_gui.widgets.words import role_word
from faceqa_gui.windows.asking_dialog import AskingDialog, chosen_pin

Change = Callable[[str, Role, str], object]


class NewPinDialog(AskingDialog):
    """Asks for a PIN twice, and for a new operator also for name and role."""

    def __init__(self, change: Change, *, name: str = "", parent: QWidget | None = None) -> None:
        """Ask.

        Args:
            change: does it, given name, role and PIN; raises `FaceQAError`.
            name: of the operator who gets a new PIN; "" for one who is added.
            parent: the window.
        """
        super().__init__(parent)
        self._change = change
        self._whose = name
        self.name = name_field()
        self.name.setText(name)
        self.role = QComboBox()
        self.role.setFixedHeight(FIELD_HEIGHT)
        for role in Role:
            self.role.addItem("", role)
        self.pin, self.again = pin_field(), pin_field()
        for field in (self.name, self.role, self.pin, self.again):
            self.add_field(field)
        for field in (self.name, self.role):
            self.form.setRowVisible(field, not name)
        (self.pin if name else self.name).setFocus()
        self._retranslate()

    def _retranslate(self) -> None:
        whose = self._whose
        self.entitle(
            self.tr("A new PIN for {}").format(whose) if whose else self.tr("Add an operator"),
            self.tr("A PIN has {} Let its owner type it.").format(shown(PIN_ADVICE)),
            self.tr("Set PIN") if whose else self.tr("Add"),
        )
        self.name_field(self.name, self.tr("Name"))
        self.name_field(self.role, self.tr("Role"))
        self.name_field(self.pin, self.tr("PIN"))
        self.name_field(self.again, self.tr("PIN again"))
        for place, role in enumerate(Role):
            self.role.setItemText(place, role_word(role))

    def _work(self) -> Callable[[], object]:
        name = checked_name(self.name.text())
        role = Role(self.role.currentData())
        return partial(self._change, name, role, chosen_pin(self.pin, self.again))

    def _refuse(self, error: FaceQAError) -> None:
        super()._refuse(error)
        self.pin.setFocus()
