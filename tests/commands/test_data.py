"""`faceqa data check` with the shipped model."""

import json
import shutil
from pathlib import Path

import pytest
from support.labelled_pictures import write_folders, write_manifest

from faceqa_gui.cli import main
from faceqa_gui.quality.labels import QUALITY_LABELS


def test_a_sound_data_set_exits_0_and_a_leak_exits_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_folders(tmp_path / "data", QUALITY_LABELS, 4)
    assert main(["data", "check", str(root)]) == 0
    assert "Same file more than once: none" in capsys.readouterr().out
    shutil.copy(root / "good" / "0.png", root / "good" / "copy.png")
    write_manifest(
        root,
        [
            {"file": "good/0.png", "label": "good", "split": "train"},
            {"file": "good/copy.png", "label": "good", "split": "test"},
        ],
    )
    path = tmp_path / "findings.json"
    assert main(["data", "check", str(root), "--json", str(path)]) == 1
    values = json.loads(path.read_text(encoding="utf-8"))
    assert values["sound"] is False
    assert [one["file"] for one in values["exact_duplicates"][0]] == ["good/0.png", "good/copy.png"]
    assert values["suspected_labels"] is None


def test_labels_of_eyes_are_not_doubted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_folders(tmp_path, ("open", "closed"), 6)
    assert main(["data", "check", "--eyes", str(root)]) == 0
    assert "Labels were not checked" in capsys.readouterr().out


def test_a_list_of_another_task_is_checked_and_odd_pictures_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_folders(tmp_path, ("open",), 2)
    (root / "open" / "1.png").rename(root / "open" / "1.jpg")
    (root / "my_labels.csv").write_text("file,gender\nopen/0.png,Male\nopen/1.jpg,Female\n")
    assert main(["data", "check", "--task", "gender", str(root)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("2 pictures: Male 1, Female 1")
    assert "1 picture is of another format than its name says; the first: " in printed
    assert "Labels were not checked" in printed


def test_wrong_use_is_one_sentence_and_exit_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["data", "check", str(tmp_path / "nowhere")]) == 2
    printed = capsys.readouterr()
    assert (printed.out, len(printed.err.splitlines())) == ("", 1)
