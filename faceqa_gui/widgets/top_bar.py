"""`TopBar`: who sits there, who works here, where the frames come from, and the menus."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from faceqa_gui.settings import Settings
from faceqa_gui.widgets.operator_button import OperatorButton
from faceqa_gui.widgets.source_button import SourceButton
from faceqa_gui.widgets.theme import RESOURCES, Theme

_LONGEST_SUBJECT = 64


class TopBar(QFrame):
    """Subject field, operator, source, view menu and settings."""

    subject_changed = Signal(str)
    settings_requested = Signal()
    theme_chosen = Signal(str)
    face_box_toggled = Signal(bool)
    lab_requested = Signal()

    def __init__(self, operator: str, theme: Theme, parent: QWidget | None = None) -> None:
        """Start without a subject and without a source."""
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setFixedHeight(56)
        self._subject = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(10)
        logo = QLabel()
        logo.setPixmap(QIcon(str(RESOURCES / "icons" / "logo.svg")).pixmap(26, 26))
        row.addWidget(logo)
        brand = QLabel("FaceQA")
        brand.setProperty("face", "brand")
        row.addWidget(brand)
        row.addSpacing(8)
        self._build_subject(row)
        row.addSpacing(6)
        row.addWidget(_quiet(self.tr("Operator")))
        self.operator_button = OperatorButton(operator)
        row.addWidget(self.operator_button)
        self.source_button = SourceButton()
        row.addWidget(self.source_button, 4)
        row.addSpacing(4)
        self._build_view_menu(row, theme)
        self.settings_button = QToolButton()
        self.settings_button.setText(self.tr("Settings"))
        self.settings_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.settings_button.setAccessibleName(self.tr("Settings"))
        self.settings_button.clicked.connect(self.settings_requested)
        row.addWidget(self.settings_button)

    def _build_subject(self, row: QHBoxLayout) -> None:
        label = _quiet(self.tr("Subject"))
        row.addWidget(label)
        self.subject_field = QLineEdit()
        self.subject_field.setFixedSize(170, 30)
        self.subject_field.setMaxLength(_LONGEST_SUBJECT)
        self.subject_field.setPlaceholderText(self.tr("Subject number"))
        self.subject_field.setAccessibleName(self.tr("Subject"))
        self.subject_field.editingFinished.connect(self.commit_subject)
        label.setBuddy(self.subject_field)
        row.addWidget(self.subject_field)

    def _build_view_menu(self, row: QHBoxLayout, theme: Theme) -> None:
        self.view_button = QToolButton()
        self.view_button.setText(self.tr("View"))
        self.view_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view_button.setAccessibleName(self.tr("View: theme, marks and lab"))
        self.view_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.view_menu = QMenu(self)
        group = QActionGroup(self)
        for name, word in {
            "system": self.tr("Like the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }.items():
            action = self.view_menu.addAction(word)
            action.setCheckable(True)
            action.setChecked(name == theme)
            action.setData(name)
            group.addAction(action)
        group.triggered.connect(lambda action: self.theme_chosen.emit(action.data()))
        self.theme_actions = group
        self.view_menu.addSeparator()
        face_box = self.view_menu.addAction(self.tr("Mark the face"))
        face_box.setCheckable(True)
        face_box.toggled.connect(self.face_box_toggled)
        self.view_menu.addSeparator()
        lab = self.view_menu.addAction(self.tr("Lab: judge a model…"))
        lab.triggered.connect(self.lab_requested)
        self.view_button.setMenu(self.view_menu)
        row.addWidget(self.view_button)

    def show_settings(self, settings: Settings) -> None:
        """Tick the theme of `settings`."""
        for action in self.theme_actions.actions():
            action.setChecked(action.data() == settings.theme)

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


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("tone", "quiet")
    return label
