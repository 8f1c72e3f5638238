"""A model of an attribute, trained on FairFace's form: it loads in the lab, and nowhere else."""

import json
from pathlib import Path

import numpy as np
import pytest
from support.attribute_pictures import write_fairface

from faceqa_gui.cli import main
from faceqa_gui.errors import ModelError
from faceqa_gui.lab.lab_model import LabModel
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.model_checks.refusal import ModelRefusedError
from faceqa_gui.quality.model_checks.strict_zip import write_zip
from faceqa_gui.quality.model_import import examine
from faceqa_gui.quality.model_list import ModelList
from faceqa_gui.quality.model_package import pack
from faceqa_gui.quality.preprocessing import INPUT_SIDE


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_fairface(tmp_path_factory.mktemp("faces"), {"train": 6, "val": 3})
    (root / "train" / "3.png").write_bytes(b"no picture")
    return root


@pytest.fixture(scope="module")
def folder(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out") / "model"
    words = ["train", str(data), "--task", "gender", "--arch", "simple_cnn", "--out", str(out)]
    assert main([*words, "--mode", "paper", "--epochs", "6", "--stop-after", "5"]) == 0
    return out


def test_it_loads_in_the_lab_and_has_learned(folder: Path) -> None:
    model = LabModel.load(folder)
    assert (model.task.name, model.labels) == ("gender", ("Male", "Female"))
    assert model.good_threshold is None
    red, blue = (np.full((INPUT_SIDE, INPUT_SIDE, 3), 60, np.uint8) for _ in range(2))
    red[..., 0], blue[..., 2] = 200, 200
    probabilities = model.probabilities(np.stack([red, blue]))
    np.testing.assert_allclose(probabilities.sum(axis=1), 1.0)
    assert probabilities.argmax(axis=1).tolist() == [0, 1]
    logits = np.asarray(model.reference()(np.stack([red, blue]).astype(np.float32)))
    assert logits.argmax(axis=1).tolist() == [0, 1]


def test_the_run_folder_says_how_to_repeat_it(folder: Path) -> None:
    run = json.loads((folder / "run.json").read_text("utf-8"))
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert run["labels"] == manifest["labels"] == ["Male", "Female"]
    assert run["data_sha256"] == manifest["data_sha256"]
    assert run["recipe"]["seed"] == 0
    assert set(run["libraries"]) <= set(run["machine"]["versions"])
    assert run["command"] == manifest["training_command"]
    assert run["command"].startswith("faceqa train DATA --out DIR --task gender --arch simple_cnn")
    assert run["pictures"] == {"train": 12, "val": 6}
    assert [one["file"] for one in run["skipped"]] == ["3.png"]
    lines = (folder / "epochs.jsonl").read_text("utf-8").splitlines()
    epochs = [json.loads(line) for line in lines]
    assert [epoch["epoch"] for epoch in epochs] == list(range(1, len(epochs) + 1))
    assert [epoch["val_loss"] for epoch in epochs] == run["history"]["val_loss"]
    assert not (folder / "checkpoint.npz").exists()
    assert "good_threshold" not in manifest


def test_a_station_takes_it_from_nowhere(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="judges gender; only a model that judges quality"):
        QualityModel.load(folder)
    with pytest.raises(ModelError, match="judges gender"):
        ModelList(tmp_path / "home").read(str(folder))
    with pytest.raises(ModelError, match="judges gender"):
        pack(folder)
    packed = tmp_path / "model.faceqa"
    names = ("manifest.json", "model.keras", "model.onnx")
    packed.write_bytes(write_zip({name: (folder / name).read_bytes() for name in names}))
    for brought in (folder, packed):
        with pytest.raises(ModelRefusedError, match="judges gender"):
            examine(brought)


def test_it_is_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["model", "show", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert "Judges: gender" in shown
    assert "good from" not in shown


def test_one_class_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_fairface(tmp_path / "faces", {"train": 1, "val": 1})
    words = ["train", str(root), "--task", "race", "--arch", "simple_cnn"]
    assert main([*words, "--out", str(tmp_path / "out")]) == 2
    assert "too few classes of race to learn from (East Asian)" in capsys.readouterr().err
