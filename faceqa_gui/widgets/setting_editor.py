"""`SettingEditor`: the control for one setting, made from what its model says of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

_DECIMALS = 3
_TEXT_MARGIN = 6
_LARGEST = 2**31 - 1
_UNITS = {
    "_seconds": " s",
    "_pixels": " px",
    "_levels": "",
    "_watts_per_square_metre": " W/m²",
    "_joules_per_square_metre": " J/m²",
}


@dataclass(frozen=True, slots=True)
class SettingEditor:
    """One setting's control.

    Attributes:
        title: its name in words.
        widget: the control.
        read: the value in the control.
        write: puts a value into the control.
    """

    title: str
    widget: QWidget
    read: Callable[[], Any]
    write: Callable[[Any], None]


def editor_for(name: str, schema: Mapping[str, Any]) -> SettingEditor:
    """The control for a setting.

    Args:
        name: of the field; an ending such as `_seconds` becomes the unit.
        schema: the field's part of the model's JSON schema.
    """
    stem, unit = name, ""
    for ending, symbol in _UNITS.items():
        if name.endswith(ending):
            stem, unit = name.removesuffix(ending), symbol
    title = stem.replace("_", " ").capitalize().replace("Uv", "UV")
    if "anyOf" in schema:
        number = next(kind for kind in schema["anyOf"] if kind["type"] != "null")
        return _optional(title, editor_for(name, number), number["maximum"])
    if "const" in schema:
        return _fixed(title)
    if "enum" in schema:
        return _choice(title, schema["enum"])
    if schema["type"] == "boolean":
        return _yes_or_no(title)
    kinds = {"integer": _whole_number, "number": _number}
    if schema["type"] in kinds:
        return kinds[schema["type"]](title, schema, unit)
    line = QLineEdit()
    return SettingEditor(title, line, lambda: line.text().strip(), line.setText)


def _whole_number(title: str, schema: Mapping[str, Any], unit: str) -> SettingEditor:
    box = QSpinBox()
    box.lineEdit().setTextMargins(_TEXT_MARGIN, 0, 0, 0)
    box.setRange(schema.get("minimum", 0), schema.get("maximum", _LARGEST))
    box.setSuffix(unit)
    return SettingEditor(title, box, box.value, box.setValue)


class _NumberBox(QDoubleSpinBox):
    """A spin box that writes 1.5 rather than 1.500."""

    def textFromValue(self, value: float) -> str:  # noqa: N802  (Qt's name)
        """The number without closing zeros."""
        point = self.locale().decimalPoint()
        text = super().textFromValue(value)
        return text.rstrip("0").removesuffix(point) if point in text else text


def _number(title: str, schema: Mapping[str, Any], unit: str) -> SettingEditor:
    box = _NumberBox()
    box.lineEdit().setTextMargins(_TEXT_MARGIN, 0, 0, 0)
    box.setDecimals(_DECIMALS)
    smallest = schema.get("minimum", schema.get("exclusiveMinimum", 0.0) + 10.0**-_DECIMALS)
    box.setRange(smallest, schema.get("maximum", float(_LARGEST)))
    box.setSingleStep(0.05 if box.maximum() <= 1.0 else 0.1)
    box.setSuffix(unit)
    return SettingEditor(title, box, lambda: round(box.value(), _DECIMALS), box.setValue)


def _choice(title: str, choices: list[str]) -> SettingEditor:
    box = QComboBox()
    for choice in choices:
        box.addItem(choice.capitalize(), choice)
    return SettingEditor(
        title, box, box.currentData, lambda value: box.setCurrentIndex(box.findData(value))
    )


def _yes_or_no(title: str) -> SettingEditor:
    box = QCheckBox()
    return SettingEditor(title, box, box.isChecked, box.setChecked)


def _fixed(title: str) -> SettingEditor:
    label = QLabel()
    return SettingEditor(title, label, label.text, lambda value: label.setText(str(value)))


def _optional(title: str, inner: SettingEditor, strictest: float) -> SettingEditor:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    own = QCheckBox(QCoreApplication.translate("SettingEditor", "the model's own"))
    own.setAccessibleName(f"{title}: {own.text()}")
    own.toggled.connect(inner.widget.setDisabled)
    # Whoever gives the model's own value up starts from the strictest one.
    inner.write(strictest)
    row.addWidget(inner.widget)
    row.addWidget(own)

    def write(value: float | None) -> None:
        own.setChecked(value is None)
        if value is not None:
            inner.write(value)

    return SettingEditor(title, both, lambda: None if own.isChecked() else inner.read(), write)
