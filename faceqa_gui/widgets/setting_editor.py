"""`SettingEditor`: the control for one setting, made from what its model says of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, SignalInstance
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.widgets.setting_words import choice_word, setting_title, unit_text

_DECIMALS = 3
_TEXT_MARGIN = 6
_LARGEST = 2**31 - 1

Callback = Callable[[], None]


@dataclass(frozen=True, slots=True)
class SettingEditor:
    """One setting's control.

    Attributes:
        name: of the field.
        widget: the control.
        read: the value in the control.
        write: puts a value into the control.
        watch: has a function called whenever the value in the control changes.
        retranslate: puts the control's own words in the language of the windows.
    """

    name: str
    widget: QWidget
    read: Callable[[], Any]
    write: Callable[[Any], None]
    watch: Callable[[Callback], None]
    retranslate: Callable[[], None] = lambda: None

    @property
    def title(self) -> str:
        """Its name in words."""
        return setting_title(self.name)


def editor_for(name: str, schema: Mapping[str, Any]) -> SettingEditor:
    """The control for a setting.

    Args:
        name: of the field.
        schema: the field's part of the model's JSON schema, with its unit.
    """
    if "anyOf" in schema:
        number = next(kind for kind in schema["anyOf"] if kind["type"] != "null")
        inner = editor_for(name, {**number, "unit": schema.get("unit", "")})
        return _optional(name, inner, number["maximum"])
    if "enum" in schema:
        return _choice(name, schema)
    if schema["type"] == "boolean":
        return _yes_or_no(name)
    kinds = {"integer": _whole_number, "number": _number}
    if schema["type"] in kinds:
        return kinds[schema["type"]](name, schema)
    line = QLineEdit()
    return SettingEditor(
        name, line, lambda: line.text().strip(), line.setText, _watching(line.textChanged)
    )


def _connect(signal: SignalInstance, callback: Callback) -> None:
    # Whatever the signal carries is read from the control instead.
    signal.connect(lambda *_: callback())


def _watching(signal: SignalInstance) -> Callable[[Callback], None]:
    return lambda callback: _connect(signal, callback)


class _WheelGuard(QObject):
    """Lets the wheel scroll the page, and turn a value only in a control that has the focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Hold back a turn of the wheel over a control without focus."""
        if (
            isinstance(watched, QWidget)
            and event.type() is QEvent.Type.Wheel
            and not watched.hasFocus()
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _guarded(box: QAbstractSpinBox | QComboBox) -> None:
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.installEventFilter(_WheelGuard(box))


def _whole_number(name: str, schema: Mapping[str, Any]) -> SettingEditor:
    box = QSpinBox()
    _guarded(box)
    box.lineEdit().setTextMargins(_TEXT_MARGIN, 0, 0, 0)
    box.setRange(schema.get("minimum", 0), schema.get("maximum", _LARGEST))
    return SettingEditor(
        name,
        box,
        box.value,
        box.setValue,
        _watching(box.valueChanged),
        lambda: box.setSuffix(unit_text(schema)),
    )


class _NumberBox(QDoubleSpinBox):
    """A spin box that writes 1.5 rather than 1.500."""

    def textFromValue(self, value: float) -> str:  # noqa: N802  (Qt's name)
        """The number without closing zeros."""
        point = self.locale().decimalPoint()
        text = super().textFromValue(value)
        return text.rstrip("0").removesuffix(point) if point in text else text


def _number(name: str, schema: Mapping[str, Any]) -> SettingEditor:
    box = _NumberBox()
    _guarded(box)
    box.lineEdit().setTextMargins(_TEXT_MARGIN, 0, 0, 0)
    box.setDecimals(_DECIMALS)
    smallest = schema.get("minimum", schema.get("exclusiveMinimum", 0.0) + 10.0**-_DECIMALS)
    box.setRange(smallest, schema.get("maximum", float(_LARGEST)))
    box.setSingleStep(0.05 if box.maximum() <= 1.0 else 0.1)
    return SettingEditor(
        name,
        box,
        lambda: round(box.value(), _DECIMALS),
        box.setValue,
        _watching(box.valueChanged),
        lambda: box.setSuffix(unit_text(schema)),
    )


def _choice(name: str, schema: Mapping[str, Any]) -> SettingEditor:
    box = QComboBox()
    _guarded(box)
    for choice in schema["enum"]:
        box.addItem("", choice)

    def retranslate() -> None:
        for place, choice in enumerate(schema["enum"]):
            box.setItemText(place, f"{choice_word(choice)}{unit_text(schema)}")

    return SettingEditor(
        name,
        box,
        box.currentData,
        lambda value: box.setCurrentIndex(box.findData(value)),
        _watching(box.currentIndexChanged),
        retranslate,
    )


def _yes_or_no(name: str) -> SettingEditor:
    box = QCheckBox()
    return SettingEditor(name, box, box.isChecked, box.setChecked, _watching(box.toggled))


def _optional(name: str, inner: SettingEditor, strictest: float) -> SettingEditor:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    own = QCheckBox()
    both.setFocusProxy(own)
    own.toggled.connect(inner.widget.setDisabled)
    # Whoever gives the model's own value up starts from the strictest one.
    inner.write(strictest)
    column.addWidget(inner.widget)
    column.addWidget(own)

    def write(value: float | None) -> None:
        own.setChecked(value is None)
        if value is not None:
            inner.write(value)

    def watch(callback: Callback) -> None:
        _connect(own.toggled, callback)
        inner.watch(callback)

    def retranslate() -> None:
        inner.retranslate()
        own.setText(QCoreApplication.translate("settings", "the model's own"))
        own.setAccessibleName(f"{setting_title(name)}: {own.text()}")

    return SettingEditor(
        name, both, lambda: None if own.isChecked() else inner.read(), write, watch, retranslate
    )
