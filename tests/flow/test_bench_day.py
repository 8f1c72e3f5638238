"""`faceqa bench day`: one subject through the real window."""

import json
from pathlib import Path

import pytest

from faceqa_gui.cli import main


def test_a_subject_is_served_and_what_the_operator_saw_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, figures = tmp_path / "day", tmp_path / "day.json"
    status = main(["bench", "day", "--subjects", "1", "--out", str(out), "--json", str(figures)])
    printed = capsys.readouterr().out
    day = json.loads(figures.read_text())
    assert day["wrong_greens"] == []
    assert day["greens"] > 0
    assert day["verified"] is True
    assert day["served"][0]["seconds"] is not None, printed
    assert (out / "sheet-1.png").is_file()
    assert status == 0


def test_a_folder_that_is_there_is_not_written_into(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bench", "day", "--out", str(tmp_path)]) == 2
    assert "exists already" in capsys.readouterr().err
