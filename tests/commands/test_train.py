"""`faceqa train` and `faceqa model`: what they write, and what they refuse."""

import json
from pathlib import Path

import pytest
from support.labelled_pictures import write_folders, write_manifest, write_picture

from faceqa_gui.cli import main
from faceqa_gui.quality.labels import QUALITY_LABELS


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("data")
    rows = []
    for label in QUALITY_LABELS:
        for number, split in enumerate(("train", "train", "val")):
            write_picture(root / label / f"{number}.png", label, number)
            rows.append({"file": f"{label}/{number}.png", "label": label, "split": split})
    write_manifest(root, rows)
    return root


@pytest.fixture(scope="module")
def trained(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    arguments = ["train", str(data), "--out", str(out / "model"), "--arch", "simple_cnn"]
    arguments += ["--mode", "paper", "--epochs", "2", "--seed", "4", "--json", str(out / "r.json")]
    assert main(arguments) == 0
    return out


def test_a_run_writes_its_figures_and_how_to_repeat_it(trained: Path, data: Path) -> None:
    figures = json.loads((trained / "r.json").read_text("utf-8"))
    assert figures["epochs"] == 2
    assert figures["folder"] == "model"
    assert 0.5 <= figures["good_threshold"] <= 0.99
    manifest = json.loads((trained / "model" / "manifest.json").read_text("utf-8"))
    assert manifest["training_command"] == (
        "faceqa train DATA --out DIR --arch simple_cnn --mode paper --seed 4 --epochs 2"
    )
    assert str(data) not in json.dumps(manifest)


def test_a_trained_model_is_shown_and_verified(
    trained: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["model", "show", str(trained / "model")]) == 0
    shown = capsys.readouterr().out
    assert "Simple CNN" in shown
    assert "blur, eyeglasses, good, covered_face, wrong_object" in shown
    report = trained / "verify.json"
    assert main(["model", "verify", str(trained / "model"), "--json", str(report)]) == 0
    assert json.loads(report.read_text("utf-8"))["agrees"] is True


REFUSED = {
    "no data": (["nowhere"], "does not exist"),
    "no weights named": (["DATA"], "name their file with --weights"),
    "no such weights": (["DATA", "--weights", "none.h5"], "There is no weights file none.h5"),
    "weights for the simple CNN": (
        ["DATA", "--arch", "simple_cnn", "--weights", "w.h5"],
        "leave out --weights",
    ),
    "no place for figures": (
        ["DATA", "--arch", "simple_cnn", "--json", "no/such/f.json"],
        "cannot be written",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_done_is_one_sentence(
    data: Path, tmp_path: Path, case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, sentence = REFUSED[case]
    words = [str(data) if word == "DATA" else word for word in arguments]
    assert main(["train", *words, "--out", str(tmp_path / "out")]) == 2
    error = capsys.readouterr().err.splitlines()[-1]
    assert error.startswith("faceqa: ")
    assert sentence in error


def test_a_missing_class_folder_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_folders(tmp_path / "data", QUALITY_LABELS[:4], 1)
    arguments = ["train", str(tmp_path / "data"), "--out", str(tmp_path / "out")]
    assert main([*arguments, "--arch", "simple_cnn"]) == 2
    assert "no folder wrong_object" in capsys.readouterr().err


def test_one_picture_per_class_is_too_few(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_folders(tmp_path / "data", QUALITY_LABELS, 1)
    arguments = ["train", str(tmp_path / "data"), "--out", str(tmp_path / "out")]
    assert main([*arguments, "--arch", "simple_cnn"]) == 2
    assert "split “val”" in capsys.readouterr().err
    assert not (tmp_path / "out" / "manifest.json").exists()
