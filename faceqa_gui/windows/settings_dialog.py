"""`SettingsDialog`: every setting with its control, default, unit and meaning."""

from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.settings import Settings
from faceqa_gui.widgets.setting_editor import SettingEditor, editor_for

_HIDDEN = {"version"}


class SettingsDialog(QDialog):
    """Edits a copy of the settings; `settings_changed` carries the new ones when they are valid."""

    settings_changed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        """Show `settings`."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(740)
        self._settings = settings
        self.editors: dict[tuple[str, str], SettingEditor] = {}
        self.tabs = QTabWidget()
        self.tabs.addTab(self._general(), self.tr("General"))
        for section, word in {
            "gate": self.tr("Gate"),
            "quality": self.tr("Quality"),
            "checks": self.tr("Checks"),
            "eyes": self.tr("Eyes"),
            "explanation": self.tr("Explanation"),
            "uv": self.tr("UV light"),
        }.items():
            model = type(getattr(settings, section))
            self.tabs.addTab(self._page(section, model.model_json_schema()["properties"]), word)
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.setMinimumHeight(34)
        kind = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kind.Save | kind.Cancel | kind.RestoreDefaults)
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(kind.RestoreDefaults).clicked.connect(lambda: self._show(Settings()))
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        self._show(settings)
        self._shown = self._values()

    def _general(self) -> QWidget:
        properties = Settings.model_json_schema()["properties"]
        plain = {
            name: schema
            for name, schema in properties.items()
            if "$ref" not in schema and name not in _HIDDEN
        }
        return self._page("", plain)

    def _page(self, section: str, properties: dict[str, Any]) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(18, 14, 18, 14)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(2, 1)
        for row, (name, schema) in enumerate(properties.items()):
            editor = editor_for(name, schema)
            self.editors[section, name] = editor
            title = QLabel(editor.title)
            title.setBuddy(editor.widget)
            editor.widget.setAccessibleName(editor.title)
            editor.widget.setMinimumWidth(150)
            editor.widget.setMinimumHeight(28)
            grid.addWidget(title, row, 0)
            grid.addWidget(editor.widget, row, 1)
            about = QLabel(_about(schema))
            about.setProperty("tone", "quiet")
            about.setProperty("face", "small")
            about.setWordWrap(True)
            editor.widget.setAccessibleDescription(about.text())
            grid.addWidget(about, row, 2)
        grid.setRowStretch(len(properties), 1)
        return page

    def _show(self, settings: Settings) -> None:
        for (section, name), editor in self.editors.items():
            editor.write(getattr(getattr(settings, section) if section else settings, name))

    def _values(self) -> dict[tuple[str, str], Any]:
        return {key: editor.read() for key, editor in self.editors.items()}

    def _save(self) -> None:
        wanted = self._settings.model_dump()
        for (section, name), value in self._values().items():
            # A control rounds what it shows, so only what was really changed is taken over.
            if value != self._shown[section, name]:
                (wanted[section] if section else wanted)[name] = value
        try:
            settings = Settings.model_validate(wanted)
        except ValidationError as error:
            first = error.errors()[0]
            place = ", ".join(str(part) for part in first["loc"])
            said = first["msg"].removeprefix("Value error, ")
            self.problem.setText(self.tr("{}: {}").format(place, said))
            return
        self.settings_changed.emit(settings)
        self.accept()


def _about(schema: dict[str, Any]) -> str:
    default = schema["default"]
    parts = [schema.get("description", "")]
    if isinstance(default, bool):
        parts.append("default on" if default else "default off")
    elif default is not None and default != "":
        parts.append(f"default {default:g}" if isinstance(default, float) else f"default {default}")
    return "; ".join(part for part in parts if part)
