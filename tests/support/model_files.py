"""Files of models as somebody might bring them: sound, small, and spoilt in one place."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper

from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model_checks.strict_zip import write_zip
from faceqa_gui.quality.model_file import KERAS_FILE, MANIFEST_FILE, ONNX_FILE
from faceqa_gui.quality.preprocessing import PREPROCESSING

CONFIG = "config.json"
WEIGHTS = "model.weights.h5"


def manifest_bytes(contents: Mapping[str, bytes], /, **changes: object) -> bytes:
    """A manifest of `contents`, with changed fields."""
    values: dict[str, object] = {
        "version": 1,
        "name": "Small",
        "architecture": "simple_cnn",
        "labels": QUALITY_LABELS,
        "input_side": 224,
        "preprocessing": PREPROCESSING,
        "temperature": 1.0,
        "good_threshold": 0.5,
        "probe_logits": [0.0] * 10,
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()},
        "libraries": {},
        "training_command": "",
        "data_sha256": "00" * 32,
        "created": "2026-11-21",
    }
    return json.dumps(values | changes).encode()


def keras_object(name: str, module: str | None = "keras.layers", **more: object) -> dict[str, Any]:
    """How a configuration names a class."""
    return {"module": module, "class_name": name, "config": {}, "registered_name": None} | more


def keras_bytes(*layers: object, **members: bytes) -> bytes:
    """A `.keras` archive with these layers; its weights are no HDF5 file."""
    config = {
        "module": "keras.src.models.functional",
        "class_name": "Functional",
        "registered_name": "Functional",
        "config": {"name": "small", "layers": [*layers, keras_object("Dense")]},
    }
    contents = {
        "metadata.json": b"{}",
        CONFIG: json.dumps(config).encode(),
        WEIGHTS: b"weights",
    }
    return write_zip(contents | {name.replace("_", "."): data for name, data in members.items()})


def onnx_model(outputs: int = 2) -> onnx.ModelProto:
    """A network of one node for each output."""
    given = helper.make_tensor_value_info("image", TensorProto.FLOAT, ["N", 224, 224, 3])
    made = [
        helper.make_tensor_value_info(f"out{number}", TensorProto.FLOAT, None)
        for number in range(outputs)
    ]
    nodes = [helper.make_node("Identity", ["image"], [value.name]) for value in made]
    graph = helper.make_graph(nodes, "small", [given], made)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], ir_version=8)


@cache
def small_files() -> Mapping[str, bytes]:
    """Every file of a model of some kilobytes; all that is wrong with it is that it cannot run."""
    files = {KERAS_FILE: keras_bytes(), ONNX_FILE: onnx_model().SerializeToString()}
    return {MANIFEST_FILE: manifest_bytes(files), **files}


def package(given: Mapping[str, bytes] | None = None, /, **changes: object) -> bytes:
    """A packed model of `given` files, whose manifest is made for them unless it is among them."""
    files = dict(small_files() if given is None else given)
    if MANIFEST_FILE not in files or changes:
        files.pop(MANIFEST_FILE, None)
        files = {MANIFEST_FILE: manifest_bytes(files, **changes), **files}
    return write_zip(files)


def with_file(name: str, content: bytes) -> bytes:
    """The small model, packed, with another file under its right checksum."""
    files = {key: data for key, data in small_files().items() if key != MANIFEST_FILE}
    return package(files | {name: content})


def deflated(files: Mapping[str, bytes]) -> bytes:
    """A compressed archive, as other programs write them."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return content.getvalue()


def npy(values: np.ndarray) -> bytes:
    """An `.npy` file."""
    content = io.BytesIO()
    np.save(content, values, allow_pickle=False)
    return content.getvalue()
