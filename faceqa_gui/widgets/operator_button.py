"""`OperatorButton`: who works here, and what they can do about it."""

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QFontMetricsF, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from faceqa_gui.operators.accounts import Mode
from faceqa_gui.operators.session import SessionView
from faceqa_gui.widgets.words import role_word

_ROOM = 22
_LEAST_WIDTH = 60


class OperatorButton(QToolButton):
    """Its menu locks, signs out, changes the own PIN, opens the list of operators and an import."""

    lock_requested = Signal()
    sign_out_requested = Signal()
    own_pin_requested = Signal()
    operators_requested = Signal()
    model_import_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Name the operator; a menu for one who works here without signing in."""
        super().__init__(parent)
        self._line = ""
        self.setObjectName("operator_button")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.lock_action = self._add(menu, self.tr("Lock"), self.lock_requested)
        self.lock_action.setShortcut(QKeySequence("Ctrl+L"))
        self.sign_out_action = self._add(menu, self.tr("Sign out"), self.sign_out_requested)
        menu.addSeparator()
        self.own_pin_action = self._add(menu, self.tr("Change PIN…"), self.own_pin_requested)
        self.operators_action = self._add(menu, self.tr("Operators…"), self.operators_requested)
        self.model_import_action = self._add(
            menu, self.tr("Import a model…"), self.model_import_requested
        )
        self.setMenu(menu)
        self._show(name, signs_in=False)

    def _add(self, menu: QMenu, text: str, wish: SignalInstance) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(wish)
        return action

    @property
    def line(self) -> str:
        """What it says, before it was shortened."""
        return self._line

    def show_name(self, name: str) -> None:
        """Name the local operator."""
        self._show(name, signs_in=False)

    def show_session(self, view: SessionView) -> None:
        """Name who works here, with the role where operators sign in."""
        signs_in = view.mode is not Mode.SINGLE
        if view.operator is None:
            self._show(self.tr("nobody"), signs_in=signs_in)
        elif signs_in:
            role = role_word(view.operator.role)
            self._show(f"{view.operator.name} · {role}", signs_in=True)
        else:
            self._show(view.operator.name, signs_in=False)

    def _show(self, line: str, *, signs_in: bool) -> None:
        self._line = line
        self.sign_out_action.setVisible(signs_in)
        self.own_pin_action.setVisible(signs_in)
        self.setAccessibleName(self.tr("Operator: {}. Lock and more").format(line))
        self.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Shorten anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Another font or style needs other room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
            self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Room for the whole line."""
        # Whole pixels are rounded down, and a line that lacks half a one is shortened.
        width = ceil(QFontMetricsF(self.font()).horizontalAdvance(self._line)) + 1 + _ROOM
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """A long name is shortened."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def _fit(self) -> None:
        room = self.width() - _ROOM
        self.setText(self.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, room))
        self.setToolTip(self._line)
