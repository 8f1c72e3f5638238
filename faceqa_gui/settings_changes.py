"""`changes`: what differs between two settings, and what of it makes the station less strict."""

from dataclasses import dataclass

from pydantic import BaseModel, JsonValue

from faceqa_gui.settings import Settings

NAMED_BY_MODEL = ("quality", "good_threshold")
"""Where this setting is empty, the model's manifest names the value."""


@dataclass(frozen=True, slots=True)
class Change:
    """One setting that differs.

    Attributes:
        section: its section; "" for a setting of no section.
        name: of its field.
        old, new: its values, as in the settings file.
        looser: whether UV light is released more easily, or more of it, than before.
    """

    section: str
    name: str
    old: JsonValue
    new: JsonValue
    looser: bool


def changes(
    old: Settings, new: Settings, model_threshold: float | None = None
) -> tuple[Change, ...]:
    """Everything that differs, in the order of the settings.

    Args:
        old: the settings before.
        new: the settings after.
        model_threshold: the loaded model's own, in 0-1; None where it is not known.
    """
    before, after = _flat(old), _flat(new)
    return tuple(
        Change(*place, value, after[place], is_looser(*place, value, after[place], model_threshold))
        for place, value in before.items()
        if value != after[place]
    )


def is_looser(
    section: str,
    name: str,
    old: JsonValue,
    new: JsonValue,
    model_threshold: float | None = None,
) -> bool:
    """Whether `new` is less strict than `old`; what cannot be compared counts as less strict."""
    stricter = stricter_value(section, name)
    if stricter is None or old == new:
        return False
    if stricter not in {"higher", "lower"}:
        return old == stricter
    if (section, name) == NAMED_BY_MODEL:
        old = model_threshold if old is None else old
        new = model_threshold if new is None else new
    if not isinstance(old, int | float) or not isinstance(new, int | float):
        return True
    return new < old if stricter == "higher" else new > old


def stricter_value(section: str, name: str) -> JsonValue:
    """`"higher"`, `"lower"` or the one strict value of a setting; None: none is safer."""
    fields = Settings.model_fields
    if section:
        fields = type(getattr(Settings(), section)).model_fields
    extra = fields[name].json_schema_extra
    return extra.get("stricter") if isinstance(extra, dict) else None


def _flat(settings: Settings) -> dict[tuple[str, str], JsonValue]:
    found: dict[tuple[str, str], JsonValue] = {}
    for name, value in settings.model_dump(mode="json").items():
        if isinstance(getattr(settings, name), BaseModel):
            found |= {(name, inner): one for inner, one in value.items()}
        else:
            found["", name] = value
    return found
