"""`TopBar`: who sits there, who works here, where the frames come from, and the menus."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from faceqa_gui.widgets.operator_button import OperatorButton
from faceqa_gui.widgets.source_button import SourceButton
from faceqa_gui.widgets.theme import RESOURCES

_LONGEST_SUBJECT = 64


class TopBar(QFrame):
    """Menu of the station, subject field, operator, source, view, help and some actions."""

    subject_changed = Signal(str)

    def __init__(self, operator: str, parent: QWidget | None = None) -> None:
        """Start without a subject, without a source and with empty menus."""
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setFixedHeight(56)
        self._subject = ""
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 18, 0)
        row.setSpacing(10)
        self.station_button = _menu_button()
        self.station_button.setObjectName("brand")
        self.station_button.setText("FaceQA ▾")
        self.station_button.setIcon(QIcon(str(RESOURCES / "icons" / "logo.svg")))
        self.station_button.setIconSize(QSize(26, 26))
        self.station_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row.addWidget(self.station_button)
        row.addSpacing(4)
        self._build_subject(row)
        row.addSpacing(6)
        self._operator_label = _quiet()
        row.addWidget(self._operator_label)
        self.operator_button = OperatorButton(operator)
        row.addWidget(self.operator_button)
        self.source_button = SourceButton()
        row.addWidget(self.source_button, 4)
        row.addSpacing(4)
        self.view_button, self.help_button = _menu_button(), _menu_button()
        row.addWidget(self.view_button)
        row.addWidget(self.help_button)
        self.buttons: dict[str, QToolButton] = {}
        """The buttons of single actions, by the actions' names."""
        self._retranslate()

    def _build_subject(self, row: QHBoxLayout) -> None:
        self._subject_label = _quiet()
        row.addWidget(self._subject_label)
        self.subject_field = QLineEdit()
        self.subject_field.setFixedSize(170, 30)
        self.subject_field.setMaxLength(_LONGEST_SUBJECT)
        self.subject_field.editingFinished.connect(self.commit_subject)
        self._subject_label.setBuddy(self.subject_field)
        row.addWidget(self.subject_field)

    def take_menus(self, station: QMenu, operator: QMenu, view: QMenu, about: QMenu) -> None:
        """Open these menus from their buttons; `about` is the one of the help button."""
        for button, menu in (
            (self.station_button, station),
            (self.operator_button, operator),
            (self.view_button, view),
            (self.help_button, about),
        ):
            button.setMenu(menu)

    def add_buttons(self, actions: Iterable[QAction]) -> None:
        """Give each action a button at the right."""
        before = self.view_button
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            # Qt hands on text and tool tip of an action, but not what a screen reader says.
            action.changed.connect(partial(_name, button, action))
            _name(button, action)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            if action.icon().isNull():
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            self.buttons[action.objectName()] = button
            # Before the help, which stays the last one, as people expect it.
            self._row.insertWidget(self._row.count() - 1, button)
            self.setTabOrder(before, button)
            before = button
        self.setTabOrder(before, self.help_button)

    def ask_subject(self) -> None:
        """Have the subject written anew."""
        self.subject_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.subject_field.selectAll()

    @property
    def subject(self) -> str:
        """Who was announced and still stands in the field; "" while another is being typed."""
        return self._subject if self._subject == self.subject_field.text().strip() else ""

    def forget_subject(self) -> None:
        """Nobody sits there any more; nothing is announced."""
        self._subject = ""
        self.subject_field.clear()

    def commit_subject(self) -> None:
        """Announce the subject in the field if it is another than before."""
        subject = self.subject_field.text().strip()
        if subject != self._subject:
            self._subject = subject
            self.subject_changed.emit(subject)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Speak the language of the windows."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._subject_label.setText(self.tr("Subject"))
        self._operator_label.setText(self.tr("Operator"))
        self.subject_field.setPlaceholderText(self.tr("Subject number"))
        self.subject_field.setAccessibleName(self.tr("Subject"))
        self.station_button.setAccessibleName(self.tr("Menu of the station"))
        self.view_button.setText(self.tr("View"))
        self.view_button.setAccessibleName(self.tr("View: theme, language, marks and sound"))
        self.help_button.setText(self.tr("Help"))
        self.help_button.setAccessibleName(self.tr("Help"))


def _name(button: QToolButton, action: QAction) -> None:
    button.setAccessibleName(action.text())


def _quiet() -> QLabel:
    label = QLabel()
    label.setProperty("tone", "quiet")
    return label


def _menu_button() -> QToolButton:
    button = QToolButton()
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
