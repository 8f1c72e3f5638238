"""Faults of model folders: each is refused with a sentence of its own."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from faceqa_gui.errors import ModelError
from faceqa_gui.quality.keras_runtime import load_network
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.model_file import default_model_folder, read_model, write_manifest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(default_model_folder(), tmp_path / "model"))


def _edit(folder: Path, **changes: object) -> None:
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changes), "utf-8")


def _alter(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "no manifest": (lambda f: (f / "manifest.json").unlink(), "it has no manifest.json"),
    "empty manifest": (lambda f: (f / "manifest.json").write_bytes(b""), "is empty, cut off"),
    "cut manifest": (
        lambda f: (f / "manifest.json").write_bytes((f / "manifest.json").read_bytes()[:200]),
        "is empty, cut off",
    ),
    "text for a manifest": (
        lambda f: (f / "manifest.json").write_text("a model, honestly"),
        "is empty, cut off or not JSON",
    ),
    "a list for a manifest": (lambda f: (f / "manifest.json").write_text("[1]"), "see: file"),
    "newer form": (lambda f: _edit(f, version=2), "by a newer FaceQA"),
    "field missing": (lambda f: _edit(f, temperature=None), "see: temperature"),
    "temperature zero": (lambda f: _edit(f, temperature=0.0), "see: temperature"),
    "threshold above 1": (lambda f: _edit(f, good_threshold=1.5), "see: good_threshold"),
    "wrong class order": (
        lambda f: _edit(f, labels=QUALITY_LABELS[::-1]),
        "FaceQA needs blur, eyeglasses, good, covered_face, wrong_object in this order",
    ),
    "a class less": (lambda f: _edit(f, labels=QUALITY_LABELS[:4]), "has the classes blur"),
    "another task": (lambda f: _edit(f, task="gender", good_threshold=None), "judges gender; only"),
    "another task with a threshold": (lambda f: _edit(f, task="gender"), "see: good_threshold"),
    "no threshold": (lambda f: _edit(f, good_threshold=None), "see: good_threshold"),
    "another input size": (lambda f: _edit(f, input_side=192), "takes pictures of 192 pixels"),
    "another input": (lambda f: _edit(f, preprocessing="BGR"), "expects another input"),
    "file not listed": (lambda f: _edit(f, files={}), "does not list model.keras"),
    "no network": (lambda f: (f / "model.keras").unlink(), "cannot be read"),
    "empty network": (lambda f: (f / "model.onnx").write_bytes(b""), "is empty"),
    "cut network": (
        lambda f: (f / "model.onnx").write_bytes((f / "model.onnx").read_bytes()[:-9]),
        "is not the file that the manifest names",
    ),
    "altered Keras byte": (
        lambda f: _alter(f / "model.keras"),
        "is not the file that the manifest names",
    ),
    "altered ONNX byte": (
        lambda f: _alter(f / "model.onnx"),
        "is not the file that the manifest names",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_model_is_refused(folder: Path, fault: str) -> None:
    damage, sentence = FAULTS[fault]
    damage(folder)
    with pytest.raises(ModelError, match=sentence):
        QualityModel.load(folder)


@pytest.mark.parametrize("name", ["model.h5", "model.pkl", "model.keras", "notes.txt"])
def test_single_files_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"anything")
    with pytest.raises(ModelError, match="is a single file"):
        QualityModel.load(path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="nowhere is not a model"):
        QualityModel.load(tmp_path / "nowhere")


def test_what_was_hashed_is_what_is_loaded(folder: Path) -> None:
    model = read_model(folder)
    (folder / "model.keras").write_bytes(b"swapped after the check")
    assert hashlib.sha256(model.keras_bytes).hexdigest() == model.manifest.files["model.keras"]
    assert model.sha256 == model.manifest.files["model.keras"]


@pytest.mark.parametrize("content", [b"", b"text", b"\x89HDF\r\n\x1a\n" + bytes(64), b"\x80\x04."])
def test_bytes_that_are_no_keras_archive_are_refused(content: bytes) -> None:
    with pytest.raises(ModelError, match="does not hold a model that FaceQA may load"):
        load_network(content)


def test_a_network_with_code_in_it_is_refused(tmp_path: Path) -> None:
    import keras

    image = keras.Input((224, 224, 3))
    network = keras.Model(image, keras.layers.Lambda(lambda x: x)(image))
    network.save(tmp_path / "code.keras")
    with pytest.raises(ModelError, match="may load"):
        load_network((tmp_path / "code.keras").read_bytes())


def test_another_network_is_refused(tmp_path: Path) -> None:
    import keras

    image = keras.Input((224, 224, 3))
    pooled = keras.layers.GlobalAveragePooling2D()(image)
    keras.Model(image, keras.layers.Dense(4)(pooled)).save(tmp_path / "other.keras")
    with pytest.raises(ModelError, match="another network"):
        load_network((tmp_path / "other.keras").read_bytes())


def test_the_default_model_can_be_moved(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACEQA_MODELS", str(folder.parent))
    assert default_model_folder() == folder.parent / "quality-mobilenet"


def test_a_manifest_of_quality_is_written_as_it_was(folder: Path) -> None:
    before = (folder / "manifest.json").read_bytes()
    write_manifest(folder, read_model(folder).manifest)
    assert (folder / "manifest.json").read_bytes() == before
