"""Settings never block a start, and are written whole or not at all."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from faceqa_gui.settings import (
    ChecksSettings,
    GateSettings,
    Settings,
    home,
    load_settings,
    save_settings,
)


def test_a_first_start_uses_defaults_silently(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == (Settings(), "")


def test_what_is_saved_is_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "deeper" / "settings.json"
    changed = Settings(source="0", gate=GateSettings(dwell_seconds=1.5))
    save_settings(changed, path)
    assert load_settings(path) == (changed, "")
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


def test_a_file_from_before_the_checks_is_read_with_their_defaults(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    old = Settings(source="0").model_dump(mode="json")
    del old["checks"]
    path.write_text(json.dumps(old))
    assert load_settings(path) == (Settings(source="0", checks=ChecksSettings()), "")


def test_face_limits_that_no_face_can_keep_are_refused() -> None:
    with pytest.raises(ValidationError, match="smallest face share"):
        ChecksSettings(least_face_share=0.9, most_face_share=0.8)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"version": 2}',
        b'{"version": 1, "unknown": 1}',
        b'{"gate": {"window_frames": "many"}}',
        b'{"gate": {"permission_seconds": 5.0}}',
        b"\xff\xfe\x00",
        b" " * 1_100_000,
    ],
    ids=["empty", "cut", "list", "null", "newer", "unknown", "type", "range", "binary", "huge"],
)
def test_a_bad_file_gives_defaults_a_notice_and_is_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    settings, notice = load_settings(path)
    assert settings == Settings()
    assert "defaults are in use" in notice
    assert (tmp_path / "settings.json.bad").read_bytes() == content
    assert not path.exists()


def test_a_folder_in_the_files_place_is_survived(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    settings, notice = load_settings(path)
    assert settings == Settings()
    assert notice


def test_a_failed_save_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(Settings(source="first"), path)
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(OSError, match="file"):
        save_settings(Settings(), blocked / "settings.json")
    assert load_settings(path)[0].source == "first"


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
