"""Only a person who was seen with open eyes turns the light green."""

import json
from pathlib import Path

import pytest

from faceqa_gui.cli import main


@pytest.mark.slow
def test_the_demo_subject_turns_green_only_after_open_eyes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "clips.json"
    assert main(["bench", "clips", "--json", str(place)]) == 0
    found = {one["kind"]: one for one in json.loads(place.read_text(encoding="utf-8"))["clips"]}
    turned = {kind: (one["green"], one["green_without_the_rule"]) for kind, one in found.items()}
    assert turned["open, then closed (demo subject)"] == (1, 1)
    assert turned["closed from the start (demo subject)"] == (0, 1)
    assert turned["photograph of closed eyes (demo subject)"][0] == 0
    assert "without the rule" in capsys.readouterr().out


def test_faces_are_needed_with_open_and_with_closed_eyes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bench", "clips", str(tmp_path / "nowhere")]) == 2
    assert "does not exist" in capsys.readouterr().err
