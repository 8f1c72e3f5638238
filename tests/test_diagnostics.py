"""What whoever helps is told, and that no person is in it."""

import json
from pathlib import Path

import pytest

from faceqa_gui.cli import main
from faceqa_gui.diagnostics import diagnostics, licences
from faceqa_gui.program_log import LOG_FILE
from faceqa_gui.quality.shipped_models import SHIPPED_QUALITY_MODEL
from faceqa_gui.settings import SETTINGS_FILE, Settings
from faceqa_gui.settings_file import save_settings


def test_it_tells_versions_checksums_settings_and_the_log(tmp_path: Path) -> None:
    (tmp_path / LOG_FILE).write_text(f"a line at {Path.home()}/code.py\n")
    told = diagnostics(tmp_path)
    assert SHIPPED_QUALITY_MODEL in told
    assert "gate.dwell_seconds = 0.4" in told
    assert "tensorflow" in told
    assert "a line at ~/code.py" in told


def test_nothing_that_somebody_typed_is_told(tmp_path: Path) -> None:
    plain = Settings().model_dump(mode="json")
    settings = Settings.model_validate(
        plain | {"operator": "Quiet Person", "source": "rtsp://user:secret@clinic.example/1"}
    )
    save_settings(settings, tmp_path / SETTINGS_FILE)
    (tmp_path / "captures").mkdir()
    (tmp_path / "operators.json").write_text(json.dumps({"name": "Quiet Person"}))
    told = diagnostics(tmp_path)
    assert "Quiet" not in told
    assert "secret" not in told
    assert "clinic" not in told
    assert "operator = (set)" in told


def test_a_log_and_a_list_that_cannot_be_read_do_not_keep_the_rest_back(tmp_path: Path) -> None:
    (tmp_path / LOG_FILE).mkdir()
    (tmp_path / "models.json").write_text("no list")
    told = diagnostics(tmp_path)
    assert "it cannot be read" in told
    assert "their list cannot be read" in told
    assert SHIPPED_QUALITY_MODEL in told


def test_every_package_states_its_licence_in_a_line() -> None:
    found = licences()
    assert {"numpy", "pyside6"} <= {name.lower() for name, _, _ in found}
    assert all("\n" not in licence for _, _, licence in found)


def test_the_command_prints_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path))
    assert main(["diagnostics"]) == 0
    assert capsys.readouterr().out.strip() == diagnostics(tmp_path).strip()
