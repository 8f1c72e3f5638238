"""`LooserSettingsDialog`: what becomes less strict, before it is saved."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.settings_changes import Change
from faceqa_gui.widgets.fitting_dialog import FittingDialog
from faceqa_gui.widgets.setting_words import section_word, sections, setting_title, value_text

_LIST_HEIGHT = 260


class LooserSettingsDialog(FittingDialog):
    """Accepted when the less strict settings are to be saved; going back is the default."""

    def __init__(self, changed: Sequence[Change], parent: QWidget | None = None) -> None:
        """List every change, those that are less strict first.

        Args:
            changed: what differs from the saved settings.
            parent: the settings dialog.
        """
        super().__init__(parent)
        self._changed = sorted(changed, key=lambda one: not one.looser)
        self.setMinimumWidth(560)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        self._title = QLabel()
        self._title.setProperty("face", "title")
        self._title.setWordWrap(True)
        layout.addWidget(self._title)
        self._cells: list[tuple[QLabel, QLabel, QLabel]] = []
        layout.addWidget(self._listed())
        self._about = QLabel()
        self._about.setWordWrap(True)
        layout.addWidget(self._about)
        self.buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.save_button = QPushButton()
        self.back_button = QPushButton()
        self.buttons.addButton(self.save_button, role.AcceptRole)
        self.buttons.addButton(self.back_button, role.RejectRole)
        self.save_button.setAutoDefault(False)
        self.back_button.setDefault(True)
        self.back_button.setFocus()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Less strict settings"))
        self._title.setText(self.tr("These settings release UV light more easily, or more of it"))
        self._about.setText(
            self.tr(
                "Save them only if whoever answers for this station agrees. Every record names the "
                "settings it was captured under."
            )
        )
        self.save_button.setText(self.tr("Save less strict settings"))
        self.back_button.setText(self.tr("Go back"))
        schemas = sections()
        for change, (mark, place, values) in zip(self._changed, self._cells, strict=True):
            schema = schemas[change.section][change.name]
            old, new = (value_text(value, schema) for value in (change.old, change.new))
            mark.setText(self.tr("▲ less strict") if change.looser else self.tr("● changed"))
            place.setText(f"{section_word(change.section)} · {setting_title(change.name)}")
            values.setText(f"{old} → {new}")

    def _listed(self) -> QWidget:
        table = QWidget()
        table.setObjectName("settings_page")
        grid = QGridLayout(table)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(18)
        grid.setColumnStretch(1, 1)
        for row, change in enumerate(self._changed):
            cells = (QLabel(), QLabel(), QLabel())
            cells[0].setProperty("tone", "bad" if change.looser else "link")
            for column, label in enumerate(cells):
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(column > 0)
                grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
            self._cells.append(cells)
        area = QScrollArea()
        area.setProperty("role", "card")
        area.setWidget(table)
        area.setWidgetResizable(True)
        area.setMaximumHeight(_LIST_HEIGHT)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area
