"""Settings are typed, bounded, and say of each value what it means and which way is safer."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from faceqa_gui.settings import EVERYBODYS, ChecksSettings, Settings, home
from faceqa_gui.settings_changes import stricter_value


def test_face_limits_that_no_face_can_keep_are_refused() -> None:
    with pytest.raises(ValidationError, match="smallest face share"):
        ChecksSettings(least_face_share=0.9, most_face_share=0.8)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists, max_leaves=5))
def test_no_json_value_gets_past_the_types(value: object) -> None:
    text = json.dumps({"gate": value})
    with pytest.raises(ValidationError):
        Settings.model_validate_json(text)


def test_home_can_be_moved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path))
    assert home() == tmp_path
    monkeypatch.delenv("FACEQA_HOME")
    assert home().name == "faceqa"


@pytest.mark.parametrize("camera", ["0", " 0 "])
def test_the_uv_camera_is_another_source_than_the_visible_one(camera: str) -> None:
    with pytest.raises(ValidationError, match="choose another one or none"):
        Settings.model_validate({"source": "0", "uv": {"camera": camera}})
    assert Settings.model_validate({"source": "1", "uv": {"camera": camera}}).uv.camera == camera


def every_setting() -> list[tuple[str, str]]:
    flat: list[tuple[str, str]] = []
    for name, value in Settings().model_dump().items():
        flat += [(name, inner) for inner in value] if isinstance(value, dict) else [("", name)]
    return flat


@pytest.mark.parametrize(("section", "name"), every_setting())
def test_each_setting_says_what_it_means_and_names_its_unit(section: str, name: str) -> None:
    owner = type(getattr(Settings(), section)) if section else Settings
    schema = owner.model_json_schema()["properties"][name]
    units = {"_seconds": "s", "_pixels": "px", "_levels": "of 255", "_square_metre": "/m²"}
    for ending, unit in units.items():
        assert not name.endswith(ending) or schema["unit"].endswith(unit)
    assert name == "version" or schema["description"]
    stricter = stricter_value(section, name)
    if schema.get("type") in {"number", "integer"}:
        assert stricter in {None, "higher", "lower"}
    elif schema.get("type") == "boolean":
        assert isinstance(stricter, bool) or section in EVERYBODYS, "every switch has a safe side"
    elif stricter is not None and "enum" in schema:
        assert stricter in schema["enum"]
