"""Models of the lab: any task, read and tried as the station reads its own."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from faceqa_gui.errors import ModelError
from faceqa_gui.lab.lab_model import LabModel
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.model_file import default_model_folder, read_any_model
from faceqa_gui.quality.preprocessing import INPUT_SIDE


def test_the_shipped_model_answers_as_the_station_hears_it() -> None:
    model, station = LabModel.load(), QualityModel.load()
    batch = np.random.default_rng(0).integers(0, 256, (2, INPUT_SIDE, INPUT_SIDE, 3), np.uint8)
    expected = station.predict(batch.astype(np.float32))[1]
    np.testing.assert_array_equal(model.probabilities(batch), expected)
    assert model.task.name == "quality"
    assert model.labels == QUALITY_LABELS
    assert model.good_threshold == station.good_threshold
    assert model.temperature == station.manifest.temperature
    assert (model.sha256, model.name) == (station.sha256, station.manifest.name)
    assert model.manifest_sha256 == station.file.manifest_sha256


FAULTS: dict[str, tuple[dict[str, object], str]] = {
    "no such task": ({"task": "mood"}, "something that FaceQA does not know"),
    "order": ({"task": "gender", "labels": ["Female", "Male"]}, "in this order: Male, Female"),
    "one class": ({"task": "gender", "labels": ["Male"]}, "in this order: Male, Female"),
    "strange class": ({"task": "gender", "labels": ["Male", "good"]}, "are not those of gender"),
    "a class of quality less": ({"labels": QUALITY_LABELS[:4]}, "FaceQA needs blur"),
    "a threshold too many": ({"task": "gender", "good_threshold": 0.5}, "see: good_threshold"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_model_that_says_something_else_is_refused(tmp_path: Path, fault: str) -> None:
    changes, sentence = FAULTS[fault]
    folder = Path(shutil.copytree(default_model_folder(), tmp_path / "model"))
    path = folder / "manifest.json"
    values = json.loads(path.read_text("utf-8"))
    if "task" in changes:
        values["good_threshold"] = None
    path.write_text(json.dumps(values | changes), "utf-8")
    with pytest.raises(ModelError, match=sentence):
        LabModel.load(folder)


def test_a_station_hears_no_threshold_from_a_model_without_one(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(default_model_folder(), tmp_path / "model"))
    path = folder / "manifest.json"
    values = json.loads(path.read_text("utf-8")) | {"task": "gender", "good_threshold": None}
    path.write_text(json.dumps(values), "utf-8")
    file = read_any_model(folder)
    with pytest.raises(ModelError, match="judges gender and has no good class"):
        _ = QualityModel(file, LabModel.load().runtime).good_threshold
