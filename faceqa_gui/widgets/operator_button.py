"""`OperatorButton`: who works here, and what they can do about it."""

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from faceqa_gui.operators.accounts import Mode
from faceqa_gui.operators.session import SessionView
from faceqa_gui.widgets.words import role_word

_ROOM = 22
_LEAST_WIDTH = 60


class OperatorButton(QToolButton):
    """Names who works here; its menu is given to it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Name the operator, who works here without signing in."""
        super().__init__(parent)
        self._line = ""
        self._view: SessionView | None = None
        self._name = name
        self.setObjectName("operator_button")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._describe()

    @property
    def line(self) -> str:
        """What it says, before it was shortened."""
        return self._line

    def show_session(self, view: SessionView) -> None:
        """Name who works here, with the role where operators sign in."""
        self._view = view
        self._describe()

    def _describe(self) -> None:
        view = self._view
        if view is None:
            self._line = self._name
        elif view.operator is None:
            self._line = self.tr("nobody")
        elif view.mode is not Mode.SINGLE:
            self._line = f"{view.operator.name} · {role_word(view.operator.role)}"
        else:
            self._line = view.operator.name
        self.setAccessibleName(self.tr("Operator: {}. Lock and more").format(self._line))
        self.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Shorten anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Another font or style needs other room, another language other words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
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
