"""`faceqa explain` writes pictures, figures and a contact sheet for every method."""

import json
from pathlib import Path

import pytest
from PIL import Image
from skimage.data import astronaut

from faceqa_gui.cli import main

METHODS = ("grad-cam", "lime", "combined", "integrated-gradients", "guided-grad-cam")
QUICK = ("--samples", "10", "--steps", "20")


def face_file(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(astronaut()[:300, 80:380]).save(path)
    return path


@pytest.mark.slow
def test_all_methods_leave_pictures_figures_and_a_contact_sheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    image, out = face_file(tmp_path / "face.png"), tmp_path / "out"
    figures = tmp_path / "all.json"
    options = ("--method", "all", "--class", "good", "--json", str(figures), *QUICK)
    assert main(["explain", str(image), "--out", str(out), *options]) == 0
    views = {f"face-{name}.png" for name in ("original", *METHODS)}
    assert {path.name for path in out.iterdir()} == views | {"face.json", "contact-sheet.png"}
    assert Image.open(out / "contact-sheet.png").size == (6 * 224 + 5 * 6, 224)
    values = json.loads((out / "face.json").read_text())
    assert json.loads(figures.read_text()) == {"explanations": [values]}
    assert values["target"] == "good"
    assert tuple(values["methods"]) == METHODS
    for one in values["methods"].values():
        assert one["has_evidence"] == (one["deletion_auc"] is not None)
    whole = values["methods"]["integrated-gradients"]["completeness"]
    assert whole["error"] == pytest.approx(abs(whole["attributed"] - whole["difference"]))
    assert values["methods"]["combined"]["sample_count"] == 10
    printed = capsys.readouterr().out
    assert "logits (error" in printed
    assert "contact-sheet.png: original, grad-cam, lime, combined" in printed


def test_pictures_with_one_name_do_not_replace_each_other(tmp_path: Path) -> None:
    images = [str(face_file(tmp_path / folder / "face.png")) for folder in ("a", "b")]
    out = tmp_path / "out"
    assert main(["explain", *images, "--out", str(out), "--method", "grad-cam"]) == 0
    assert {"face.json", "face-2.json", "face-2-grad-cam.png"} <= {
        path.name for path in out.iterdir()
    }


def test_the_combination_alone_shows_its_parts(tmp_path: Path) -> None:
    image, out = face_file(tmp_path / "face.png"), tmp_path / "out"
    assert main(["explain", str(image), "--out", str(out), *QUICK]) == 0
    parts = ("original", "its-grad-cam", "its-lime", "combined")
    assert {f"face-{name}.png" for name in parts} < {path.name for path in out.iterdir()}


def test_too_few_steps_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    image = face_file(tmp_path / "face.png")
    options = ["explain", str(image), "--out", str(tmp_path), "--steps", "5"]
    assert main(options) == 2
    assert "--steps takes 20 or more" in capsys.readouterr().err
