"""What is told of a model's files before any library opens them."""

import io
import json
import zipfile
from collections.abc import Callable

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper
from support.model_files import (
    CONFIG,
    keras_bytes,
    keras_object,
    npy,
    onnx_model,
)

from faceqa_gui.quality.convolutions import pack, unpack
from faceqa_gui.quality.model_checks.early_layers import check_early_layers
from faceqa_gui.quality.model_checks.keras_archive import ForeignLayerError, check_keras_archive
from faceqa_gui.quality.model_checks.onnx_file import OnnxFileError, check_onnx
from faceqa_gui.quality.model_checks.strict_zip import ArchiveError, write_zip
from faceqa_gui.quality.model_file import (
    EARLY_FILE,
    KERAS_FILE,
    ONNX_FILE,
    ROUNDED_FILE,
    default_model_folder,
)


def shipped(name: str) -> bytes:
    return (default_model_folder() / name).read_bytes()


def test_the_shipped_files_pass() -> None:
    assert check_keras_archive(shipped(KERAS_FILE)).startswith(b"\x89HDF")
    check_onnx(shipped(ONNX_FILE), outputs=2)
    check_onnx(shipped(ROUNDED_FILE), outputs=1)
    check_early_layers(shipped(EARLY_FILE))


FOREIGN: dict[str, tuple[object, str]] = {
    "a Lambda layer": (keras_object("Lambda"), "a Lambda layer, which carries code"),
    "a lambda inside": (
        keras_object("Dense", config={"activation": keras_object("__lambda__", None)}),
        "has the activation “dict”",
    ),
    "a bare lambda": ({"class_name": "__lambda__"}, "a Lambda layer"),
    "a layer of elsewhere": (keras_object("Dense", "evil.layers"), "class “evil.layers.Dense”"),
    "a layer we never use": (keras_object("LSTM"), "class “keras.layers.LSTM”"),
    "a registered class": (
        keras_object("Dense", registered_name="mine>Dense"),
        "class “keras.layers.Dense”",
    ),
    "a function": (keras_object("function", "builtins", config="eval"), "“builtins.function”"),
    "a module of its own": (keras_object("Functional", "keras.src.models.functional"), "class"),
    "a module alone": ({"module": "os"}, "names a class in an unknown way"),
    "a class by number": (keras_object("Dense") | {"module": 7}, "names a class in an unknown way"),
    "an activation": (keras_object("Dense", config={"activation": "mish"}), "activation “mish”"),
    "a name for a terminal": (keras_object("x\x1b[2J"), "class “keras.layers.x?[2J”"),
}


@pytest.mark.parametrize("foreign", FOREIGN)
def test_layers_of_elsewhere_are_refused(foreign: str) -> None:
    layer, words = FOREIGN[foreign]
    with pytest.raises(ForeignLayerError) as refused:
        check_keras_archive(keras_bytes(layer))
    assert words in str(refused.value)


CONFIGS: dict[str, tuple[bytes, str]] = {
    "not JSON": (b"{", "is not JSON"),
    "endless brackets": (b"[" * 200_000, "is not JSON"),
    "a list": (b"[]", "not a network of one input"),
    "a Sequential": (
        json.dumps(keras_object("Sequential", "keras")).encode(),
        "not a network of one input",
    ),
    "a registered network": (
        json.dumps(
            keras_object("Functional", "keras.src.models.functional", registered_name="my>Net")
        ).encode(),
        "of a class of its own",
    ),
}


@pytest.mark.parametrize("config", CONFIGS)
def test_other_descriptions_of_a_network_are_refused(config: str) -> None:
    content, words = CONFIGS[config]
    with pytest.raises(ArchiveError, match=words):
        check_keras_archive(keras_bytes(config_json=content))


def test_an_archive_with_other_members_is_refused() -> None:
    with pytest.raises(ArchiveError, match=r"holds “assets.txt”, which no model has"):
        check_keras_archive(write_zip({"metadata.json": b"{}", "assets.txt": b""}))
    with pytest.raises(ArchiveError, match=r"it has no model\.weights\.h5"):
        check_keras_archive(write_zip({"metadata.json": b"{}", CONFIG: b"{}"}))
    with pytest.raises(ArchiveError, match="is not JSON"):
        check_keras_archive(keras_bytes(metadata_json=b"keras"))


OUTSIDE = onnx.StringStringEntryProto(key="location", value="/etc/passwd")
TENSOR = helper.make_tensor("w", TensorProto.FLOAT, [1], [1.0])
INDICES = helper.make_tensor("i", TensorProto.INT64, [1], [0])
SPARSE = helper.make_sparse_tensor(TENSOR, INDICES, [3])


def set_domain(model: onnx.ModelProto) -> None:
    model.graph.node[0].domain = "com.evil"


def add_function(model: onnx.ModelProto) -> None:
    made = helper.make_function("evil", "F", ["x"], ["y"], [], model.opset_import)
    model.functions.append(made)


def add_attribute(value: object) -> Callable[[onnx.ModelProto], onnx.AttributeProto]:
    def add(model: onnx.ModelProto) -> onnx.AttributeProto:
        node = model.graph.node[0]
        node.attribute.append(helper.make_attribute("value", value))
        added: onnx.AttributeProto = node.attribute[0]
        return added

    return add


def keep_elsewhere(model: onnx.ModelProto) -> None:
    model.graph.initializer.append(TENSOR)
    model.graph.initializer[0].data_location = TensorProto.EXTERNAL


def place_elsewhere(model: onnx.ModelProto) -> None:
    model.graph.initializer.append(TENSOR)
    model.graph.initializer[0].external_data.append(OUTSIDE)


def place_sparse_elsewhere(model: onnx.ModelProto) -> None:
    model.graph.sparse_initializer.append(SPARSE)
    model.graph.sparse_initializer[0].values.external_data.append(OUTSIDE)


SPOILT: dict[str, tuple[Callable[[onnx.ModelProto], object], str]] = {
    "an own operator": (set_domain, "operators that are not ONNX's own"),
    "an own operator set": (
        lambda model: model.opset_import.append(helper.make_opsetid("com.microsoft", 1)),
        "operators that are not ONNX's own",
    ),
    "a function": (add_function, "functions of its own"),
    "a loop": (add_attribute(onnx_model().graph), "branches or loops"),
    "loops": (add_attribute([onnx_model().graph]), "branches or loops"),
    "weights elsewhere": (keep_elsewhere, "numbers in another file"),
    "a place elsewhere": (place_elsewhere, "numbers in another file"),
    "a constant elsewhere": (
        lambda model: add_attribute(TENSOR)(model).t.external_data.append(OUTSIDE),
        "numbers in another file",
    ),
    "constants elsewhere": (
        lambda model: add_attribute([TENSOR])(model).tensors[0].external_data.append(OUTSIDE),
        "numbers in another file",
    ),
    "sparse weights elsewhere": (place_sparse_elsewhere, "numbers in another file"),
    "sparse constants elsewhere": (
        lambda model: add_attribute(SPARSE)(model).sparse_tensor.indices.external_data.append(
            OUTSIDE
        ),
        "numbers in another file",
    ),
    "one output": (lambda model: model.graph.output.pop(), "one input and 2 outputs"),
    "two inputs": (
        lambda model: model.graph.input.append(model.graph.input[0]),
        "one input and 2 outputs",
    ),
}


@pytest.mark.parametrize("kind", SPOILT)
def test_onnx_files_that_ask_for_more_are_refused(kind: str) -> None:
    spoil, words = SPOILT[kind]
    model = onnx_model()
    spoil(model)
    with pytest.raises(OnnxFileError, match=words):
        check_onnx(model.SerializeToString(), outputs=2)


@pytest.mark.parametrize("content", [b"", b"text, honestly", bytes(64), b"\x80\x04."])
def test_what_is_no_onnx_file_is_refused(content: bytes) -> None:
    with pytest.raises(OnnxFileError, match="no ONNX file"):
        check_onnx(content, outputs=2)


def early_members() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(shipped(EARLY_FILE))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


KERNEL = "0_dense_2_kernel.npy"


MEMBERS = early_members()


def with_member(name: str, content: bytes) -> bytes:
    return write_zip(MEMBERS | {name: content})


class Payload:
    """Unpickled, it would print."""

    def __reduce__(self) -> tuple[object, ...]:
        return (print, ("the code ran",))


def objects() -> bytes:
    content = io.BytesIO()
    np.save(content, np.array([Payload()], object), allow_pickle=True)
    return content.getvalue()


EARLY: dict[str, tuple[bytes, str]] = {
    "text": (b"a model", "not a whole zip archive"),
    "pickled objects": (with_member(KERNEL, objects()), "not a plain array"),
    "no header": (with_member(KERNEL, b"numbers"), "not a plain array"),
    "another type": (with_member(KERNEL, npy(np.zeros((27, 32)))), "not a plain array"),
    "a header's length": (
        with_member(KERNEL, MEMBERS[KERNEL].replace(b"v\x00{", b"w\x00{")),
        "not a plain array",
    ),
    "too few numbers": (with_member(KERNEL, MEMBERS[KERNEL][:-4]), "as many numbers"),
    "an announced bomb": (
        with_member(KERNEL, MEMBERS[KERNEL].replace(b"(27, 32)", b"(999999, 99)")),
        "not a plain array|as many numbers",
    ),
    "not finite": (
        with_member(KERNEL, npy(np.full((27, 32), np.nan, np.float32))),
        "not finite",
    ),
    "another form": (
        with_member(KERNEL, npy(np.zeros((27, 33), np.float32))),
        "layer 0_dense_2 in it has another form",
    ),
    "a layer fewer": (pack(unpack(shipped(EARLY_FILE))[:-1]), "does not hold layer 12_pointwise_1"),
    "another kind": (
        write_zip({n.replace("0_dense", "0_pointwise"): d for n, d in MEMBERS.items()}),
        "which no model has",
    ),
    "another stride": (
        write_zip({n.replace("12_pointwise_1", "12_pointwise_2"): d for n, d in MEMBERS.items()}),
        "which no model has",
    ),
    "a member more": (write_zip(MEMBERS | {"run.npy": b""}), "it has 27 members"),
}


@pytest.mark.parametrize("kind", EARLY)
def test_other_early_layers_are_refused(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    content, words = EARLY[kind]
    with pytest.raises(ArchiveError, match=words):
        check_early_layers(content)
    assert capsys.readouterr().out == "", "code in a file was run"
