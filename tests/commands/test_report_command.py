"""`faceqa report` on a small generated data set and the shipped model."""

import csv
import json
from pathlib import Path

import pytest
from support.labelled_pictures import write_folders, write_picture

from faceqa_gui.cli import main
from faceqa_gui.quality.labels import QUALITY_LABELS


def test_a_run_is_written_in_every_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = write_folders(tmp_path / "data", QUALITY_LABELS, 2)
    (data / "good" / "broken.png").write_bytes(b"no picture")
    files = {kind: tmp_path / f"report.{kind}" for kind in ("html", "pdf", "csv", "json")}
    options = [part for kind, path in files.items() for part in (f"--{kind}", str(path))]
    assert main(["report", str(data), "--no-pictures", *options]) == 0
    said = capsys.readouterr().out
    assert "Macro F1" in said
    page = files["html"].read_text(encoding="utf-8")
    assert "broken.png" in page
    assert "data:image" not in page
    assert files["pdf"].read_bytes().startswith(b"%PDF-")
    with files["csv"].open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 11
    assert sum(row["left_out"] != "" for row in rows) == 1
    figures = json.loads(files["json"].read_text(encoding="utf-8"))
    assert len(figures["skipped"]) == 1
    assert figures["run"]["data"] == str(data)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "Nothing would be written"),
        (["a", "b", "--html", "x.html"], "Too many folders"),
        (["--html", "no/such/place.html"], "cannot be written"),
        (["--eyes", "--compare", "-", "--html", "x.html"], "Leave out --eyes"),
    ],
)
def test_wrong_use_is_one_sentence(
    options: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["report", str(tmp_path), *options]) == 2
    assert said in capsys.readouterr().err


def test_another_model_groups_and_sheets_are_sections(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, sheets = write_folders(tmp_path / "data", QUALITY_LABELS, 1), tmp_path / "sheets"
    page = tmp_path / "report.html"
    arguments = ["report", str(data), "--compare", "-", "--sheets", str(sheets)]
    assert main([*arguments, "--html", str(page)]) == 2
    assert "holds no PNG" in capsys.readouterr().err
    write_picture(sheets / "average-all.png", "good", 1)
    assert main([*arguments, "--html", str(page), "--no-pictures"]) == 2
    assert main([*arguments, "--html", str(page), "--pdf", str(tmp_path / "report.pdf")]) == 0
    text = page.read_text(encoding="utf-8")
    assert "Same answer: 5 of 5" in text
    assert "average all" in text


def test_the_eyes_are_written_in_every_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = write_folders(tmp_path / "data", ("open", "closed"), 2)
    (data / "open" / "broken.png").write_bytes(b"no picture")
    files = {kind: tmp_path / f"report.{kind}" for kind in ("html", "pdf", "csv", "json")}
    options = [part for kind, path in files.items() for part in (f"--{kind}", str(path))]
    words = ["report", str(data), "--eyes", "--group", "label", "--run", str(tmp_path / "run")]
    assert main([*words, *options]) == 0
    assert "Unknown: 100.0%" in capsys.readouterr().out
    page = files["html"].read_text(encoding="utf-8")
    for words_of_it in ("Eyes: Decision", "Eyes: Network alone", "By label", "no face 4"):
        assert words_of_it in page
    assert files["pdf"].read_bytes().startswith(b"%PDF-")
    with files["csv"].open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["decision"] for row in rows] == ["unknown"] * 4 + [""]
    assert {row["haar_because"] for row in rows[:4]} == {"no_face"}
    assert rows[4]["left_out"]
    figures = json.loads(files["json"].read_text(encoding="utf-8"))
    assert figures["confusion"] == [[0, 0, 2], [0, 0, 2]]
    assert figures["run"]["model"].startswith("Eye model ")


def test_labels_may_lie_in_any_column_and_a_second_model_is_in_every_file(tmp_path: Path) -> None:
    data = write_folders(tmp_path / "data", QUALITY_LABELS, 1)
    lines = [f"{label}/0.png,{label}" for label in QUALITY_LABELS]
    (data / "manifest.csv").write_text("\n".join(["file,what", *lines]) + "\n", "utf-8")
    table, figures = tmp_path / "report.csv", tmp_path / "report.json"
    words = ["report", str(data), "--compare", "-", "--csv", str(table), "--json", str(figures)]
    assert main(words) == 2
    assert main([*words, "--label-column", "what"]) == 0
    with table.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["answer_b"] for row in rows] == [row["answer"] for row in rows]
    assert json.loads(figures.read_text("utf-8"))["comparison"]["agreement"]["value"] == 1.0
