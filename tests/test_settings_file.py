"""Whatever the settings file holds, a start gets settings, and hears what was not taken from it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from faceqa_gui.records import durable
from faceqa_gui.settings import ChecksSettings, GateSettings, Settings, UvSettings
from faceqa_gui.settings_changes import is_looser, stricter_value
from faceqa_gui.settings_file import load_settings, save_settings

SECTIONS = sorted(
    name for name in Settings.model_fields if isinstance(getattr(Settings(), name), BaseModel)
)
PLACES = [
    (section, name)
    for section in SECTIONS
    for name in type(getattr(Settings(), section)).model_fields
]
SCALARS = st.none() | st.booleans() | st.integers(-5, 10_000) | st.floats() | st.text(max_size=9)


def write(path: Path, values: object) -> Path:
    path.write_text(json.dumps(values))
    return path


def test_a_first_start_uses_defaults_silently(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == (Settings(), "")


def test_what_is_saved_is_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "deeper" / "settings.json"
    changed = Settings(source="0", gate=GateSettings(dwell_seconds=1.5))
    save_settings(changed, path)
    assert load_settings(path) == (changed, "")
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


@given(
    values=st.fixed_dictionaries(
        {},
        optional={
            "source": st.text(min_size=1),
            "operator": st.text(max_size=80),
            "theme": st.sampled_from(["system", "light", "dark"]),
            "gate": st.fixed_dictionaries(
                {"window_frames": st.integers(60, 120), "needed_frames": st.integers(1, 60)},
                optional={
                    "dwell_seconds": st.floats(0.001, 3600.0),
                    "permission_seconds": st.floats(0.001, 1.0),
                    "quality_override": st.booleans(),
                },
            ),
            "quality": st.fixed_dictionaries({"good_threshold": st.none() | st.floats(0.0, 1.0)}),
            "uv": st.fixed_dictionaries(
                {}, optional={"exposure_seconds": st.floats(0.001, 5.0), "serial_port": st.text()}
            ),
        },
    )
)
def test_any_settings_survive_a_save_unchanged(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, Any]
) -> None:
    try:
        settings = Settings.model_validate(values)
    except ValidationError:
        return
    path = tmp_path_factory.mktemp("home") / "settings.json"
    save_settings(settings, path)
    assert load_settings(path) == (settings, "")


def test_a_file_of_version_1_is_read(tmp_path: Path) -> None:
    old = {"version": 1, "source": "0", "gate": {"dwell_seconds": 2.0}}
    path = write(tmp_path / "settings.json", old)
    assert load_settings(path) == (Settings(source="0", gate=GateSettings(dwell_seconds=2.0)), "")
    save_settings(load_settings(path)[0], path)
    assert json.loads(path.read_text())["version"] == 2
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.json"]


def test_a_whole_file_as_version_1_wrote_it_is_read(tmp_path: Path) -> None:
    record = Path(__file__).parent / "records" / "record_v1.json"
    old = json.loads(record.read_text())["settings"]
    assert old["version"] == 1
    settings, notice = load_settings(write(tmp_path / "settings.json", old))
    assert notice == ""
    assert settings == Settings()


def test_a_file_from_before_the_checks_is_read_with_their_defaults(tmp_path: Path) -> None:
    old = Settings(source="0").model_dump(mode="json")
    del old["checks"]
    path = write(tmp_path / "settings.json", old)
    assert load_settings(path) == (Settings(source="0", checks=ChecksSettings()), "")


def test_one_bad_value_leaves_all_others_as_the_file_asks(tmp_path: Path) -> None:
    path = write(
        tmp_path / "settings.json",
        {
            "operator": "Ada",
            "gate": {"dwell_seconds": 2.0, "stale_seconds": "soon"},
            "uv": {"exposure_limit_joules_per_square_metre": 20.0},
        },
    )
    settings, notice = load_settings(path)
    assert settings == Settings(
        operator="Ada",
        gate=GateSettings(dwell_seconds=2.0),
        uv=UvSettings(exposure_limit_joules_per_square_metre=20.0),
    )
    assert "gate.stale_seconds." in notice
    assert "dwell" not in notice


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"gate": 5}, "gate"),
        ({"gate": {"dwell_seconds": "2"}}, "gate.dwell_seconds"),
        ({"gate": {"dwell_seconds": True}}, "gate.dwell_seconds"),
        ({"gate": {"dwell_seconds": float("nan")}}, "gate.dwell_seconds"),
        ({"gate": {"permission_seconds": 5.0}}, "gate.permission_seconds"),
        ({"gate": {"window_frames": 8.5}}, "gate.window_frames"),
        ({"gate": {"moon": 1}}, "gate.moon"),
        ({"moon": {"phase": 1}}, "moon"),
        ({"theme": "pink"}, "theme"),
        ({"operator": "x" * 81}, "operator"),
        ({"quality": {"good_threshold": 1.5}}, "quality.good_threshold"),
        ({"wide\x1b[31m" + "x" * 80: 1}, "wide?[31m" + "x" * 51 + "…"),
    ],
)
def test_what_is_not_valid_is_named_and_the_default_stands_in(
    tmp_path: Path, values: dict[str, Any], named: str
) -> None:
    settings, notice = load_settings(write(tmp_path / "settings.json", values))
    assert settings == Settings()
    assert f" for {named}. " in notice


def test_many_bad_values_are_counted(tmp_path: Path) -> None:
    values = {"gate": dict.fromkeys(GateSettings.model_fields, "x")}
    _, notice = load_settings(write(tmp_path / "settings.json", values))
    assert " and 4 more." in notice


def test_values_that_cannot_be_had_together_are_no_laxer_than_the_defaults(tmp_path: Path) -> None:
    values = {
        "gate": {"window_frames": 4, "needed_frames": 9, "dwell_seconds": 3.0, "stale_seconds": 2.0}
    }
    settings, notice = load_settings(write(tmp_path / "settings.json", values))
    # Each is tried in turn on top of the defaults: 6 of 4 and 9 of 8 frames cannot be.
    assert settings.gate == GateSettings(dwell_seconds=3.0)
    assert "gate.window_frames, gate.needed_frames, gate.stale_seconds" in notice


def test_a_bad_value_and_a_clash_elsewhere_are_both_settled(tmp_path: Path) -> None:
    values = {
        "theme": 1,
        "checks": {"least_face_share": 0.9, "most_face_share": 0.8},
        "gate": {"window_frames": 4, "needed_frames": "many"},
    }
    settings, notice = load_settings(write(tmp_path / "settings.json", values))
    assert settings == Settings(checks=ChecksSettings(least_face_share=0.9))
    for place in ("theme", "gate.needed_frames", "gate.window_frames", "checks.most_face_share"):
        assert place in notice


def test_the_same_camera_twice_keeps_the_dose_limits(tmp_path: Path) -> None:
    values = {
        "source": "0",
        "uv": {"daily_limit_joules_per_square_metre": 50.0, "camera": "0", "exposure_seconds": 0.5},
    }
    settings, notice = load_settings(write(tmp_path / "settings.json", values))
    assert settings.uv == UvSettings(daily_limit_joules_per_square_metre=50.0, exposure_seconds=0.5)
    assert " for uv.camera. " in notice


@given(
    st.dictionaries(st.sampled_from(PLACES), SCALARS, max_size=12),
    st.dictionaries(st.sampled_from(["source", "theme", "extra"]), SCALARS, max_size=2),
)
def test_no_safety_value_is_laxer_than_the_file_asks_without_a_word(
    tmp_path_factory: pytest.TempPathFactory,
    inner: dict[tuple[str, str], Any],
    outer: dict[str, Any],
) -> None:
    values: dict[str, Any] = dict(outer)
    for (section, name), value in inner.items():
        values.setdefault(section, {})[name] = value
    path = write(tmp_path_factory.mktemp("home") / "settings.json", values)
    settings, notice = load_settings(path)
    found = settings.model_dump(mode="json")
    for (section, name), asked in inner.items():
        if found[section][name] != asked:
            assert notice
            assert (
                "could not be used" in notice or f"{section}.{name}" in notice or "more" in notice
            )
        if notice == "" and stricter_value(section, name) is not None:
            assert not is_looser(section, name, asked, found[section][name])


@pytest.mark.parametrize("place", [("gate", "dwell_seconds"), ("uv", "device")])
def test_saving_keeps_a_bad_file_beside_and_the_next_start_is_silent(
    tmp_path: Path, place: tuple[str, str]
) -> None:
    section, name = place
    path = write(tmp_path / "settings.json", {section: {name: []}})
    before = path.read_bytes()
    for _ in range(2):
        settings, notice = load_settings(path)
        assert "settings.json.bad" in notice
    assert path.read_bytes() == before
    save_settings(settings, path)
    assert load_settings(path) == (settings, "")
    assert (tmp_path / "settings.json.bad").read_bytes() == before


def test_where_a_second_name_cannot_be_given_the_file_is_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "settings.json", [])

    def fails(*_: object, **__: object) -> None:
        raise OSError(1, "no links here")

    monkeypatch.setattr("os.link", fails)
    save_settings(Settings(), path)
    assert (tmp_path / "settings.json.bad").read_text() == "[]"


def test_a_failed_save_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(Settings(source="first"), path)
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(OSError, match="file"):
        save_settings(Settings(), blocked / "settings.json")
    assert load_settings(path)[0].source == "first"


def test_what_cannot_be_read_back_is_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    save_settings(Settings(source="first"), path)
    monkeypatch.setattr(durable, "sha256_of_file", lambda _: "0" * 64)
    with pytest.raises(OSError, match="read back unchanged"):
        save_settings(Settings(source="second"), path)
    monkeypatch.undo()
    assert load_settings(path) == (Settings(source="first"), "")
