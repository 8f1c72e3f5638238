"""The eye training writes a model that the detector can use."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from support.labelled_pictures import write_manifest

from faceqa_gui.cli import main
from faceqa_gui.errors import DatasetError, ModelError
from faceqa_gui.eyes.decision import EyeDecision
from faceqa_gui.eyes.eye_model import EyeModel
from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.eyes.haar_witness import HaarWitness
from faceqa_gui.eyes.learned import LearnedEyes
from faceqa_gui.frames import demo_scenes
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.lab.eye_training import EyeRecipe, train_eyes


def _face(scene: Pixels, number: int) -> Pixels:
    left = 280 + 4 * number
    light = np.clip(scene[:, left : left + 720].astype(float) * (0.8 + 0.05 * number), 0, 255)
    return light.astype(np.uint8)


@pytest.fixture(scope="module")
def faces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve pictures of one open and one closed scene, as if of six subjects, and a test one."""
    root = tmp_path_factory.mktemp("eye-faces")
    opened = demo_scenes.open_eyes()
    scenes = {"open": opened, "closed": demo_scenes.closed_eyes(opened)}
    rows = []
    for label, scene in scenes.items():
        for number in range(6):
            name = f"{label}-{number}.png"
            Image.fromarray(_face(scene, number)).save(root / name)
            split = "test" if number == 5 else "dev"
            row = {"file": name, "label": label, "split": split}
            rows.append(row | {"subject": f"person {number}", "source": "demo"})
    write_manifest(root, rows)
    return root


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two good faces, one of a held-out subject."""
    root = tmp_path_factory.mktemp("good-faces")
    rows = []
    for number in (5, 7):
        name = f"good-{number}.png"
        Image.fromarray(_face(demo_scenes.open_eyes(), number)).save(root / name)
        row = {"file": name, "label": "good", "split": "train"}
        rows.append(row | {"subject": f"person {number}"})
    write_manifest(root, rows)
    return root


@pytest.mark.slow
def test_a_run_writes_a_model_and_what_the_cross_validation_said(
    faces: Path, good: Path, tmp_path: Path
) -> None:
    lines: list[str] = []
    trained = train_eyes(
        faces,
        tmp_path,
        EyeRecipe(epochs=1, localiser_epochs=1, networks=1, folds=2),
        good_faces=good,
        command="faceqa train DATA",
        report=lines.append,
    )
    # Ten of the split dev, and the one good face whose subject is not held out.
    assert trained.faces == 11
    assert any("1 of 1 good faces" in line for line in lines)
    model = EyeModel(tmp_path)
    assert model.manifest.training_command == "faceqa train DATA"
    assert model.manifest.closed_above == trained.closed_above
    with (tmp_path / "held_out.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 11
    assert {row["closed"] for row in rows} == {"0", "1"}
    opened = [float(row["less_closed_logit"]) for row in rows if row["closed"] == "0"]
    limit = float(np.log(trained.closed_above / (1 - trained.closed_above)))
    assert max(opened) < limit
    witness = HaarWitness(model.manifest.witness_cascade, model.manifest.witness_votes)
    reading = EyeDecision(witness, LearnedEyes(model)).look(_face(demo_scenes.open_eyes(), 0))
    assert reading.state is not EyeState.CLOSED


def test_a_folder_without_faces_is_refused(tmp_path: Path) -> None:
    rows = []
    for label in ("open", "closed"):
        Image.fromarray(np.full((200, 200, 3), 128, np.uint8)).save(tmp_path / f"{label}.png")
        rows.append({"file": f"{label}.png", "label": label, "split": "dev"})
    write_manifest(tmp_path, rows)
    recipe = EyeRecipe(epochs=1, localiser_epochs=1, networks=1)
    with pytest.raises(DatasetError, match="No face was found"):
        train_eyes(
            tmp_path, tmp_path / "out", recipe, good_faces=None, command="", report=lambda _: None
        )


def test_a_folder_that_cannot_be_written_is_named(faces: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(ModelError, match="--out"):
        train_eyes(faces, blocked, EyeRecipe(), good_faces=None, command="", report=lambda _: None)


def test_options_of_the_other_task_are_refused(
    faces: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ["--out", str(tmp_path / "m")]
    assert main(["train", str(faces), *out, "--good-faces", str(faces)]) == 2
    assert "--good-faces" in capsys.readouterr().err
    assert main(["train", str(faces), *out, "--task", "eyes", "--weights", "w.h5"]) == 2
    assert "--weights" in capsys.readouterr().err


@pytest.mark.parametrize("change", ["missing", "altered", "manifest"])
def test_a_damaged_eye_model_is_one_sentence(tmp_path: Path, change: str) -> None:
    shipped = EyeModel().manifest
    folder = Path(__file__).resolve().parents[2] / "models" / "eyes"
    for name in ("manifest.json", *shipped.files):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    if change == "missing":
        (tmp_path / "localiser.onnx").unlink()
    elif change == "altered":
        (tmp_path / "eyes.onnx").write_bytes(b"not a network")
    else:
        values = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
        values["closed_above"] = 2.0
        (tmp_path / "manifest.json").write_text(json.dumps(values), encoding="utf-8")
    with pytest.raises(ModelError, match="Install FaceQA again"):
        EyeModel(tmp_path)
