"""`OperatorsDialog`: a supervisor says who may sign in, and as what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from faceqa_gui.operators.accounts import ONE_LOCAL_OPERATOR, Accounts, Mode
from faceqa_gui.operators.operator import Operator, Right, Role
from faceqa_gui.operators.session import OperatorSession
from faceqa_gui.widgets.painted import LEFT
from faceqa_gui.widgets.words import role_word
from faceqa_gui.windows.asking_dialog import AskingDialog, WorkingDialog
from faceqa_gui.windows.first_start_dialog import FirstStartDialog
from faceqa_gui.windows.new_pin_dialog import NewPinDialog

_LEAST_WIDTH = 576


@dataclass(frozen=True, slots=True)
class Changed:
    """Who changed what about the operators; no PIN."""

    by: Operator
    facts: Mapping[str, str]


class OperatorsDialog(WorkingDialog):
    """Every change is made with the right that holds at that moment.

    `changed` carries a `Changed`, for the audit trail.
    """

    changed = Signal(object)

    def __init__(
        self, accounts: Accounts, session: OperatorSession, parent: QWidget | None = None
    ) -> None:
        """Show the operators.

        Args:
            accounts: are shown and changed.
            session: knows who may change them.
            parent: the window.
        """
        super().__init__(parent)
        self._accounts, self._session = accounts, session
        self._shown: tuple[Operator, ...] = ()
        self.head.setMinimumWidth(_LEAST_WIDTH)
        self.setMinimumHeight(420)
        self.table = QTableWidget(0, 2)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setSectionResizeMode(
            1, QHeaderView.ResizeMode.ResizeToContents
        )
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(LEFT)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.itemSelectionChanged.connect(self._allow_buttons)
        self.form.addRow(self.table)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.add_button = self._add_button(row, self._ask_operator)
        self.role_button = self._add_button(row, self._change_role)
        self.pin_button = self._add_button(row, self._ask_pin)
        self.remove_button = self._add_button(row, self._ask_removal)
        row.addStretch(1)
        self.mode_button = self._add_button(row, self._ask_mode)
        self.form.addRow(row)
        kind = QDialogButtonBox.StandardButton
        self.buttons.setStandardButtons(kind.Close)
        self._retranslate()

    def _retranslate(self) -> None:
        self.table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Role")])
        self.table.setAccessibleName(self.tr("Operators"))
        self.add_button.setText(self.tr("Add…"))
        self.role_button.setText(self.tr("Change role"))
        self.pin_button.setText(self.tr("New PIN…"))
        self.remove_button.setText(self.tr("Remove…"))
        self.show_operators()

    def _add_button(self, row: QHBoxLayout, act: Callable[[], None]) -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(False)
        button.clicked.connect(act)
        row.addWidget(button)
        return button

    def show_operators(self) -> None:
        """Read them anew."""
        standing = self._accounts.standing()
        signs_in = standing.mode is Mode.ACCOUNTS
        chosen = self._chosen()
        self._shown = standing.operators
        self.table.setRowCount(len(self._shown))
        for row, operator in enumerate(self._shown):
            for column, text in enumerate((operator.name, role_word(operator.role))):
                self.table.setItem(row, column, QTableWidgetItem(text))
            if chosen is not None and operator.name == chosen.name:
                self.table.selectRow(row)
        self.table.setVisible(signs_in)
        self.add_button.setVisible(signs_in)
        for button in (self.role_button, self.pin_button, self.remove_button):
            button.setVisible(signs_in)
        self.mode_button.setText(
            self.tr("One local operator…") if signs_in else self.tr("Let operators sign in…")
        )
        about = self.tr("Operators capture. Supervisors may also {}.").format(
            self.tr("change settings, models and operators, overrule, and remove records")
        )
        if standing.problem:
            self.say_problem(standing.problem)
        elif not signs_in:
            about = self.tr("Nobody signs in: whoever sits here is the one local operator.")
        self.entitle(self.tr("Operators"), about, "")
        self._allow_buttons()

    def _chosen(self) -> Operator | None:
        rows = self.table.selectionModel().selectedRows()
        return self._shown[rows[0].row()] if rows and rows[0].row() < len(self._shown) else None

    @Slot()
    def _allow_buttons(self) -> None:
        for button in (self.role_button, self.pin_button, self.remove_button):
            button.setEnabled(self._chosen() is not None)

    # Changes, each with the right that holds when it is made

    def _change(self, what: str, name: str, change: Callable[[Operator], object]) -> Changed:
        """Runs beside the GUI thread."""
        by = self._session.who_may(Right.OPERATORS)
        change(by)
        return Changed(by, {"change": what, "name": name})

    def _tell(self, result: object) -> None:
        if isinstance(result, Changed):
            self.changed.emit(result)
        self.show_operators()

    def _open(self, dialog: AskingDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(self._tell)
        dialog.open()

    @Slot()
    def _ask_operator(self) -> None:
        self._open(NewPinDialog(self._add, parent=self))

    def _add(self, name: str, role: Role, pin: str) -> Changed:
        return self._change(
            f"added as {role}", name, lambda by: self._accounts.add(name, role, pin, by=by)
        )

    @Slot()
    def _ask_pin(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._open(NewPinDialog(self._set_pin, name=chosen.name, parent=self))

    def _set_pin(self, name: str, role: Role, pin: str) -> Changed:  # noqa: ARG002  (like `_add`)
        return self._change("new PIN", name, lambda by: self._accounts.reset_pin(name, pin, by=by))

    @Slot()
    def _change_role(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            role = Role.OPERATOR if chosen.role is Role.SUPERVISOR else Role.SUPERVISOR
            change = partial(self._accounts.set_role, chosen.name, role)
            self.run_aside(
                partial(self._change, f"made {role}", chosen.name, lambda by: change(by=by)),
                self._tell,
            )

    @Slot()
    def _ask_removal(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            box = QMessageBox(
                QMessageBox.Icon.Question,
                self.tr("Remove an operator"),
                self.tr("{} can sign in no more. Their records keep the name.").format(chosen.name),
                QMessageBox.StandardButton.Cancel,
                self,
            )
            remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            remove.clicked.connect(partial(self._remove, chosen.name))
            box.open()

    def _remove(self, name: str) -> None:
        self.run_aside(
            partial(self._change, "removed", name, lambda by: self._accounts.remove(name, by=by)),
            self._tell,
        )

    @Slot()
    def _ask_mode(self) -> None:
        self._open(FirstStartDialog(self._choose, again=True, parent=self))

    def _choose(self, name: str, pin: str) -> Changed:
        if name:
            return self._change(
                "operators sign in", name, lambda by: self._accounts.choose_accounts(name, pin, by)
            )
        return self._change(ONE_LOCAL_OPERATOR, "", self._accounts.choose_single)
