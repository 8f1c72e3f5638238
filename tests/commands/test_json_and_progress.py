"""`--json FILE` and the progress line."""

import argparse
import io
import json
import sys
from pathlib import Path

import pytest

from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.progress import ProgressLine
from faceqa_gui.errors import FaceQAError


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_figures_are_written_as_utf8(tmp_path: Path) -> None:
    parser = argparse.ArgumentParser()
    add_json_option(parser)
    path = parser.parse_args(["--json", str(tmp_path / "a.json")]).json
    check_json_place(path)
    write_json(path, {"name": "Blick auf é"})
    assert json.loads(path.read_text(encoding="utf-8")) == {"name": "Blick auf é"}
    check_json_place(None)
    write_json(None, {})
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_hold_the_file_is_refused_at_once(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere" / "a.json"):
        with pytest.raises(FaceQAError, match="cannot be written"):
            check_json_place(place)
    with pytest.raises(FaceQAError, match="cannot be written"):
        write_json(tmp_path, {})


def test_figures_that_are_not_numbers_are_never_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_json(tmp_path / "a.json", {"value": float("nan")})
    assert not (tmp_path / "a.json").exists()


def test_progress_rewrites_its_line_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    line = ProgressLine("pictures")
    line(100, 100)
    assert terminal.getvalue().startswith("\r100/100 pictures")
    assert terminal.getvalue().endswith("\n")


def test_progress_writes_whole_lines_to_a_log(monkeypatch: pytest.MonkeyPatch) -> None:
    log = io.StringIO()
    monkeypatch.setattr(sys, "stderr", log)
    line = ProgressLine("pictures")
    for done in range(1, 51):
        line(done, 50)
    assert log.getvalue().splitlines()[-1].startswith("50/50 pictures")
    assert "\r" not in log.getvalue()


def test_progress_is_silent_in_a_program_without_standard_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    ProgressLine("pictures")(1, 1)
