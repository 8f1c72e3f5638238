"""Words for settings: their sections, titles, units and values, as the dialogs show them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel, JsonValue
from pydantic_core import ErrorDetails
from PySide6.QtCore import QCoreApplication

from faceqa_gui.settings import Settings
from faceqa_gui.widgets.language import shown

GENERAL = ""
"""The section of the settings that belong to none."""

_HIDDEN = {"version"}
_UNIT_ENDINGS = (
    "_watts_per_square_metre",
    "_joules_per_square_metre",
    "_seconds",
    "_degrees",
    "_pixels",
    "_levels",
)
_ABBREVIATIONS = {"Uv": "UV", "Pin": "PIN"}
_LANGUAGES = {"en": "English", "ko": "한국어"}


@cache
def sections() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    """The JSON schema of every setting that is shown, by section and name, in their order."""
    found: dict[str, dict[str, dict[str, Any]]] = {GENERAL: {}}
    for name, schema in Settings.model_json_schema()["properties"].items():
        value = getattr(Settings(), name)
        if isinstance(value, BaseModel):
            found[name] = type(value).model_json_schema()["properties"]
        elif name not in _HIDDEN:
            found[GENERAL][name] = schema
    return found


@cache
def default_of(section: str, name: str) -> JsonValue:
    """The default of a setting, as it stands in the settings file."""
    values = Settings().model_dump(mode="json")
    value: JsonValue = (values[section] if section else values)[name]
    return value


def section_word(section: str) -> str:
    """The title of a section's page."""
    translate = QCoreApplication.translate
    words = {
        GENERAL: translate("settings", "General"),
        "uv": translate("settings", "UV light"),
    }
    return words.get(section) or translate("settings", as_words(section))


def setting_title(name: str) -> str:
    """The title of a setting; its unit stands behind its value instead."""
    return QCoreApplication.translate("settings", plain_title(name))


def plain_title(name: str) -> str:
    """The same in English, as translations know it."""
    for ending in _UNIT_ENDINGS:
        name = name.removesuffix(ending)
    return as_words(name)


def about_text(schema: Mapping[str, Any]) -> str:
    """What a setting does, as a sentence."""
    text = QCoreApplication.translate("settings", schema.get("description", ""))
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def unit_text(schema: Mapping[str, Any]) -> str:
    """The unit behind a setting's value, with the space before it; "" for none."""
    unit = schema.get("unit", "")
    return f" {QCoreApplication.translate('settings', unit)}" if unit else ""


def value_text(value: JsonValue, schema: Mapping[str, Any]) -> str:
    """A value in words, with its unit."""
    translate = QCoreApplication.translate
    if value is None:
        return translate("settings", "the model's own")
    if isinstance(value, bool):
        return translate("settings", "on") if value else translate("settings", "off")
    if isinstance(value, int | float):
        return f"{value:g}{unit_text(schema)}"
    if "enum" in schema:
        return choice_word(value)
    return f"“{value}”" if value else translate("settings", "empty")


def choice_word(choice: JsonValue) -> str:
    """One of several values that a setting can have; a language is named in itself."""
    name = str(choice)
    return _LANGUAGES.get(name) or QCoreApplication.translate("settings", as_words(name))


def refusal_text(fault: ErrorDetails) -> str:
    """Why a value is refused, as the end of a sentence."""
    translate, told = QCoreApplication.translate, fault.get("ctx", {})
    match fault["type"]:
        case "value_error":
            return shown(str(told["error"]))
        case "string_too_long":
            return translate("settings", "at most {count} characters").format(
                count=told["max_length"]
            )
        case _:
            return fault["msg"]


def as_words(name: str) -> str:
    """The name of a section or a field as English words."""
    text = name.replace("_", " ").capitalize()
    for plain, proper in _ABBREVIATIONS.items():
        text = text.replace(plain, proper)
    return text
