"""`SettingRow`: one setting with its control, meaning, default, and what was changed."""

from collections.abc import Mapping
from typing import Any

from pydantic import JsonValue
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from faceqa_gui.settings_changes import is_looser, stricter_value
from faceqa_gui.widgets.language import Retranslated, shown
from faceqa_gui.widgets.setting_editor import editor_for
from faceqa_gui.widgets.setting_words import about_text, default_of, value_text

_TITLE_WIDTH = 170
_CONTROL_WIDTH = 190
_CONTROL_HEIGHT = 28


class SettingRow(Retranslated, QWidget):
    """`edited` tells that its value may have changed."""

    edited = Signal()

    def __init__(
        self,
        section: str,
        name: str,
        schema: Mapping[str, Any],
        model_threshold: float | None,
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing yet; see `show_value`.

        Args:
            section: of the setting; "" for none.
            name: of its field.
            schema: its part of the JSON schema.
            model_threshold: the loaded model's own; None where it is not known.
            parent: owner.
        """
        super().__init__(parent)
        self._place = (section, name)
        self._schema = schema
        self._model_threshold = model_threshold
        self._default = default_of(section, name)
        self._saved: JsonValue = None
        self._shown: JsonValue = None
        self.editor = editor_for(name, schema)
        self.title = QLabel()
        self.title.setBuddy(self.editor.widget)
        self.title.setWordWrap(True)
        self.title.setFixedWidth(_TITLE_WIDTH)
        self.title.setMinimumHeight(_CONTROL_HEIGHT)
        control = self.editor.widget
        control.setFixedWidth(_CONTROL_WIDTH)
        control.setMinimumHeight(_CONTROL_HEIGHT)
        self.about = self._small_label()
        self.about.setContentsMargins(0, 6, 0, 0)
        self._why_not = ""
        self.mark = self._small_label()
        self.restore_button = QToolButton()
        self.restore_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.restore_button.clicked.connect(self.restore_default)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.title, 0, 0, top)
        grid.addWidget(control, 0, 1, top)
        grid.addWidget(self.about, 0, 2, top)
        grid.addWidget(self.restore_button, 0, 3, top)
        grid.addWidget(self.mark, 1, 2)
        self._retranslate()
        self.editor.watch(self._tell)

    def _retranslate(self) -> None:
        title = self.editor.title
        self.editor.retranslate()
        self.title.setText(title)
        self.about.setText(self._about())
        self.editor.widget.setAccessibleName(title)
        self.editor.widget.setAccessibleDescription(self.about.text())
        self.restore_button.setText(self.tr("Restore"))
        self.restore_button.setToolTip(self.tr("Restore the default"))
        self.restore_button.setAccessibleName(self.tr("Restore the default of {}").format(title))
        self._mark()

    @property
    def is_changed(self) -> bool:
        """Whether the operator gave it another value than the saved one."""
        return bool(self.editor.read() != self._shown)

    @property
    def value(self) -> JsonValue:
        """The value to save: what the control holds, or the saved one where that was left alone."""
        # A control rounds what it shows, so only what was really changed is taken over.
        read: JsonValue = self.editor.read()
        return read if self.is_changed else self._saved

    @property
    def is_off_default(self) -> bool:
        """Whether its value is another one than the default."""
        return self.value != self._default

    @property
    def is_looser(self) -> bool:
        """Whether its value is less strict than the saved one."""
        return is_looser(*self._place, self._saved, self.value, self._model_threshold)

    def show_value(self, value: JsonValue) -> None:
        """Show a saved value."""
        self.editor.write(value)
        self._saved, self._shown = value, self.editor.read()
        self._tell()

    def refuse(self, why: str) -> None:
        """Let nobody choose another value but the default, because of `why`."""
        self._why_not = why
        self.editor.widget.setEnabled(False)
        self._tell()

    def restore_default(self) -> None:
        """Put the default into the control; nothing is saved by that."""
        self.editor.write(self._default)

    def matches(self, words: list[str]) -> bool:
        """Whether each of `words` (casefolded) is in its name, title or meaning."""
        text = f"{self._place[1]} {self.editor.title} {self.about.text()}".casefold()
        return all(word in text for word in words)

    def _about(self) -> str:
        default = self.tr("Default: {}.").format(value_text(self._default, self._schema))
        return f"{about_text(self._schema)} {default}".strip()

    def _small_label(self) -> QLabel:
        label = QLabel()
        label.setProperty("tone", "quiet")
        label.setProperty("face", "small")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _tell(self) -> None:
        self._mark()
        self.edited.emit()

    def _mark(self) -> None:
        value = self.value
        self.restore_button.setEnabled(value != self._default)
        text = self._mark_text(value)
        self.mark.setText(text)
        self.mark.setVisible(bool(text))
        safety = self.is_looser or self._below_default(value)
        _set_property(self.mark, "tone", "bad" if safety else "link")
        _set_property(self.title, "weight", "bold" if self.is_changed else "")

    def _below_default(self, value: JsonValue) -> bool:
        return is_looser(*self._place, self._default, value, self._model_threshold)

    def _mark_text(self, value: JsonValue) -> str:
        parts = [shown(self._why_not)] if self._why_not else []
        if self.is_changed:
            was = value_text(self._saved, self._schema)
            parts.append(self.tr("● Changed, was {}").format(was))
        elif value != self._default:
            parts.append(self.tr("○ Not the default"))
        if self.is_looser:
            parts.append(self.tr("▲ less strict than before"))
        elif self._below_default(value):
            parts.append(self.tr("▲ less strict than the default"))
        elif parts and stricter_value(*self._place) is not None and value != self._default:
            parts.append(self.tr("▼ stricter than the default"))
        return "   ".join(parts)


def _set_property(widget: QWidget, name: str, value: str) -> None:
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
