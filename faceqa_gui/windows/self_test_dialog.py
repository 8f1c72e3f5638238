"""`SelfTestDialog`: how the parts of the station were found, and the button that tests again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from faceqa_gui.self_test import SelfTest
from faceqa_gui.widgets.fitting_dialog import FittingDialog
from faceqa_gui.widgets.self_test_view import SelfTestView
from faceqa_gui.widgets.worded_buttons import WordedButtons

_KIND = QDialogButtonBox.StandardButton


class SelfTestDialog(FittingDialog):
    """Shows the newest self-test; `again_requested` asks for another one."""

    again_requested = Signal()

    def __init__(self, test: SelfTest | None, parent: QWidget | None = None) -> None:
        """Show `test`; None: there was none yet."""
        super().__init__(parent)
        self.setMinimumWidth(720)
        self._test = test
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        self.view = SelfTestView()
        column.addWidget(self.view)
        self.buttons = WordedButtons(_KIND.Close)
        self.buttons.rejected.connect(self.reject)
        self.again_button = QPushButton()
        self.again_button.clicked.connect(self._ask)
        self.buttons.addButton(self.again_button, QDialogButtonBox.ButtonRole.ActionRole)
        column.addWidget(self.buttons)
        self.view.show_test(test)
        self._retranslate()

    def show_test(self, test: SelfTest | None) -> None:
        """Show the results of the newest test."""
        self._test = test
        self.view.show_test(test)
        self.again_button.setEnabled(True)

    def _ask(self) -> None:
        self.again_button.setEnabled(False)
        self.view.show_test(self._test, running=True)
        self.again_requested.emit()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Self-test"))
        self.again_button.setText(self.tr("Test again"))
        self.buttons.say(_KIND.Close, self.tr("Close"))
