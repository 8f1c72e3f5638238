"""`LooserSettingsDialog`: what becomes less strict, before it is saved."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.settings_changes import Change
from faceqa_gui.widgets.setting_words import section_word, sections, setting_title, value_text

_LIST_HEIGHT = 260


class LooserSettingsDialog(QDialog):
    """Accepted when the less strict settings are to be saved; going back is the default."""

    def __init__(self, changed: Sequence[Change], parent: QWidget | None = None) -> None:
        """List every change, those that are less strict first.

        Args:
            changed: what differs from the saved settings.
            parent: the settings dialog.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Less strict settings"))
        self.setMinimumWidth(560)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        title = QLabel(self.tr("These settings release UV light more easily, or more of it"))
        title.setProperty("face", "title")
        title.setWordWrap(True)
        layout.addWidget(title)
        layout.addWidget(self._listed(changed))
        about = QLabel(
            self.tr(
                "Save them only if whoever answers for this station agrees. Every record names the "
                "settings it was captured under."
            )
        )
        about.setWordWrap(True)
        layout.addWidget(about)
        self.buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.save_button = QPushButton(self.tr("Save less strict settings"))
        self.back_button = QPushButton(self.tr("Go back"))
        self.buttons.addButton(self.save_button, role.AcceptRole)
        self.buttons.addButton(self.back_button, role.RejectRole)
        self.save_button.setAutoDefault(False)
        self.back_button.setDefault(True)
        self.back_button.setFocus()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)

    def _listed(self, changed: Sequence[Change]) -> QWidget:
        table = QWidget()
        table.setObjectName("settings_page")
        grid = QGridLayout(table)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(18)
        grid.setColumnStretch(1, 1)
        schemas = sections()
        for row, change in enumerate(sorted(changed, key=lambda one: not one.looser)):
            schema = schemas[change.section][change.name]
            mark = self.tr("▲ less strict") if change.looser else self.tr("● changed")
            place = f"{section_word(change.section)} · {setting_title(change.name)}"
            old, new = (value_text(value, schema) for value in (change.old, change.new))
            for column, text in enumerate((mark, place, f"{old} → {new}")):
                label = QLabel(text)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(column > 0)
                if column == 0:
                    label.setProperty("tone", "bad" if change.looser else "link")
                grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setProperty("role", "card")
        area.setWidget(table)
        area.setWidgetResizable(True)
        area.setMaximumHeight(_LIST_HEIGHT)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area
