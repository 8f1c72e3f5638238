"""`faceqa evaluate` on a small generated data set and the shipped model."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.labelled_pictures import write_folders, write_manifest

from faceqa_gui.cli import main
from faceqa_gui.frames.frame import Frame, Region
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.lab.dataset import read_dataset
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.quality.model import QualityModel

KEYS = {
    "notes",
    "task",
    "labels",
    "confusion",
    "per_class",
    "macro_f1",
    "weighted_f1",
    "accuracy",
    "threshold",
    "accepted",
    "ece",
    "skipped",
    "model_sha256",
    "split",
    "data_sha256",
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folders(tmp_path_factory.mktemp("data"), QUALITY_LABELS, 3)


@pytest.fixture(scope="module")
def model() -> QualityModel:
    return QualityModel.load(None)


def _evaluated(arguments: list[str], folder: Path) -> dict[str, Any]:
    path = folder / "figures.json"
    assert main(["evaluate", *arguments, "--json", str(path)]) == 0
    values: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return values


def _station_says(model: QualityModel, path: Path) -> Mapping[Quality, float]:
    frame = Frame(read_picture(path).copy(), 0, 0.0, "test")
    return model.probabilities(Region.centred(frame).cut(frame))


def test_the_figures_are_what_the_station_says(
    data: Path, model: QualityModel, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    values = _evaluated([str(data)], tmp_path)
    assert set(values) == KEYS
    assert values["labels"] == list(QUALITY_LABELS)
    confusion = np.zeros((5, 5), dtype=int)
    accepted = dict.fromkeys(QUALITY_LABELS, 0)
    dataset = read_dataset(data, QUALITY_LABELS)
    for image in dataset.images:
        said = _station_says(model, image.path)
        given = max(said, key=said.__getitem__)
        confusion[QUALITY_LABELS.index(image.label), list(Quality).index(given)] += 1
        passes = given is Quality.GOOD and said[Quality.GOOD] >= model.good_threshold
        accepted[image.label] += passes
    assert values["confusion"] == confusion.tolist()
    assert values["accepted"] == {label: [count, 3] for label, count in accepted.items()}
    assert values["accuracy"]["value"] == pytest.approx(np.trace(confusion) / confusion.sum())
    low, high = values["macro_f1"]["ci95"]
    assert low <= values["macro_f1"]["value"] <= high
    assert values["per_class"]["good"]["support"] == 3
    assert values["threshold"] == model.good_threshold
    assert values["model_sha256"] == model.sha256
    assert values["data_sha256"] == dataset.digest()
    assert (values["skipped"], values["split"]) == ([], None)
    printed = capsys.readouterr()
    for words in ("Precision", "Macro average", "Covered face", "Accepted as good", "calibration"):
        assert words in printed.out
    assert "15/15 pictures" in printed.err


def test_the_same_run_gives_the_same_figures(data: Path, tmp_path: Path) -> None:
    assert _evaluated([str(data)], tmp_path) == _evaluated(["-", str(data)], tmp_path)


def test_a_lower_threshold_never_accepts_less(data: Path, tmp_path: Path) -> None:
    counts = []
    for threshold in ("0", "0.5", "1"):
        values = _evaluated([str(data), "--threshold", threshold], tmp_path)
        assert values["threshold"] == float(threshold)
        counts.append(sum(accepted for accepted, _ in values["accepted"].values()))
    assert counts == sorted(counts, reverse=True)


def test_a_named_model_a_split_and_figures(model: QualityModel, tmp_path: Path) -> None:
    rows = [
        {"file": f"{label}/{number}.png", "label": label, "split": split}
        for label in QUALITY_LABELS
        for number, split in enumerate(("train", "val", "test"))
    ]
    rows.append({"file": "good/gone.png", "label": "good", "split": "test"})
    root = write_folders(tmp_path / "data", QUALITY_LABELS, 3)
    write_manifest(root, rows)
    (root / "blur" / "2.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    figures = tmp_path / "new" / "figures"
    values = _evaluated(
        [str(model.file.folder), str(root), "--split", "test", "--figures", str(figures)], tmp_path
    )
    assert values["split"] == "test"
    assert np.sum(values["confusion"]) == 4
    assert [Path(one["file"]).name for one in values["skipped"]] == ["gone.png", "2.png"]
    assert all(one["reason"] for one in values["skipped"])
    assert sorted(path.name for path in figures.iterdir()) == ["confusion.png", "reliability.png"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["{data}/nowhere"], "does not exist"),
        (["{data}", "--split", "test"], "has no splits"),
        (["{empty}"], "no folder blur and eyeglasses"),
        (["{empty}", "{data}"], "{empty}"),
        (["a", "b", "{data}"], "Too many folders"),
        (["{data}", "--json", "{data}/nowhere/a.json"], "cannot be written"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_2(
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    sentence: str,
) -> None:
    places = {"data": data, "empty": tmp_path}
    status = main(["evaluate", *(argument.format(**places) for argument in arguments)])
    printed = capsys.readouterr()
    assert status == 2
    assert printed.out == ""
    assert printed.err.startswith("faceqa: ")
    assert sentence.format(**places) in printed.err
    assert len(printed.err.splitlines()) == 1


@pytest.mark.parametrize("threshold", ["1.5", "-0.1", "nan", "half"])
def test_a_threshold_outside_of_0_to_1_is_refused(
    data: Path, threshold: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["evaluate", str(data), "--threshold", threshold])
    assert caught.value.code == 2
    assert "threshold" in capsys.readouterr().err
