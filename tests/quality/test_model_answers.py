"""What a trial finds once it opens a model with Keras, and what it looks at before."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import h5py
import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper
from support.model_files import keras_bytes, with_file

from faceqa_gui.quality.convolutions import EARLY_BLOCKS, fold, pack, unpack
from faceqa_gui.quality.model_checks import answers
from faceqa_gui.quality.model_checks.answers import check_answers, trial_batch, try_model
from faceqa_gui.quality.model_checks.keras_archive import check_keras_archive
from faceqa_gui.quality.model_checks.refusal import ModelRefusedError, Reason, UnsoundError
from faceqa_gui.quality.model_checks.weights_file import check_weights
from faceqa_gui.quality.model_file import ModelFile, default_model_folder, read_model
from faceqa_gui.quality.model_import import examine
from faceqa_gui.quality.network import Architecture, build_network
from faceqa_gui.quality.runtime import Prediction


def weights(write: Callable[[h5py.File], object]) -> bytes:
    content = io.BytesIO()
    with h5py.File(content, "w") as file:
        write(file)
    return content.getvalue()


def put_virtual(file: h5py.File) -> None:
    layout = h5py.VirtualLayout((4,), np.float32)
    layout[:] = h5py.VirtualSource("/tmp/other.h5", "w", (4,))  # noqa: S108  (never opened)
    file.create_virtual_dataset("w", layout)


def put_external(file: h5py.File) -> None:
    file.create_dataset("w", (4,), np.float32, external=[("/etc/passwd", 0, 16)])


def put_a_circle(file: h5py.File) -> None:
    group = file.create_group("a")
    group["b"] = group


WEIGHTS: dict[str, tuple[bytes, str]] = {
    "text": (b"weights", "its weights are damaged"),
    "cut off": (weights(lambda file: file.create_dataset("w", data=np.ones(999)))[:900], "damaged"),
    "a soft link": (
        weights(lambda file: file.__setitem__("w", h5py.SoftLink("/x"))),
        "lead to another place",
    ),
    "another file": (
        weights(lambda file: file.__setitem__("w", h5py.ExternalLink("/etc/passwd", "/"))),
        "lead to another place",
    ),
    "numbers of another file": (weights(put_external), "lead to another place"),
    "numbers of other files": (weights(put_virtual), "lead to another place"),
    "text inside": (
        weights(lambda file: file.create_dataset("w", data=b"text")),
        "are not numbers alone",
    ),
    "a type": (
        weights(lambda file: file.__setitem__("w", np.dtype(np.float32))),
        "are not numbers alone",
    ),
    "announced terabytes": (
        weights(lambda file: file.create_dataset("w", (10**6, 10**6), np.float32, chunks=(9, 9))),
        "larger than a model's",
    ),
    "a circle": (weights(put_a_circle), "have no end"),
}


@pytest.mark.parametrize("kind", WEIGHTS)
def test_weights_that_lie_elsewhere_or_have_no_end_are_refused(kind: str) -> None:
    content, words = WEIGHTS[kind]
    with pytest.raises(UnsoundError, match=words) as refused:
        check_weights(content)
    assert refused.value.reason is Reason.KERAS


def test_the_shipped_weights_pass() -> None:
    check_weights(check_keras_archive((default_model_folder() / "model.keras").read_bytes()))


def test_answers_that_no_classifier_gives_are_refused() -> None:
    logits = np.random.default_rng(0).normal(0, 1, (6, 5)).astype(np.float32)
    maps = np.zeros((6, 7, 7, 5), np.float32)
    expected = tuple(logits[:2].ravel().tolist())
    check_answers(Prediction(logits, maps), expected, 1.0)
    flat = np.repeat(logits[:, :1], 5, axis=1)
    cases: list[tuple[Prediction, tuple[float, ...], str]] = [
        (Prediction(flat, maps), tuple(flat[:2].ravel().tolist()), "the same for every class"),
        (Prediction(logits, maps * np.nan), expected, "are not finite numbers"),
        (Prediction(logits, maps), expected[:5], "another form"),
    ]
    for found, given, words in cases:
        with pytest.raises(UnsoundError, match=words):
            check_answers(found, given, 1.0)


@pytest.fixture(scope="module")
def shipped() -> ModelFile:
    return read_model(default_model_folder())


def test_trial_pictures_have_nothing_in_common() -> None:
    batch = trial_batch()
    assert batch.shape == (6, 224, 224, 3)
    assert batch.dtype == np.float32
    assert (batch.min(), batch.max()) == (0.0, 255.0)
    distances = [np.abs(a - b).mean() for n, a in enumerate(batch) for b in batch[:n]]
    assert min(distances) > 20.0


def with_other_maps(onnx_bytes: bytes) -> bytes:
    """The network with the same logits, and class maps of twice the height."""
    network = onnx.load_model_from_string(onnx_bytes)
    maps = network.graph.output[1].name
    doubled = [
        helper.make_tensor("two", TensorProto.FLOAT, [], [2.0]),
        helper.make_node("Mul", ["plain maps", "two"], [maps]),
    ]
    for node in network.graph.node:
        node.output[:] = ["plain maps" if name == maps else name for name in node.output]
    network.graph.initializer.append(doubled[0])
    network.graph.node.append(doubled[1])
    content: bytes = network.SerializeToString()
    return content


NOTHING = Prediction(np.zeros((6, 5), np.float32), np.zeros((6, 7, 7, 5), np.float32))


@pytest.mark.parametrize("other", [NOTHING.logits + 0.1, NOTHING.logits[:, :4]])
def test_logits_of_another_network_are_refused(other: np.ndarray) -> None:
    answers._check_same(NOTHING, NOTHING)
    with pytest.raises(UnsoundError, match=r"of model\.onnx are not those of model\.keras"):
        answers._check_same(NOTHING, Prediction(other, NOTHING.class_maps))


def test_explanations_of_another_network_are_refused(shipped: ModelFile) -> None:
    other = with_other_maps(shipped.onnx_bytes)
    with pytest.raises(UnsoundError, match=r"of model\.onnx are not those of model\.keras"):
        try_model(replace(shipped, onnx_bytes=other))


def without_maps(onnx_bytes: bytes) -> bytes:
    network = onnx.load_model_from_string(onnx_bytes)
    del network.graph.output[1:]
    content: bytes = network.SerializeToString()
    return content


def test_a_network_without_class_maps_is_refused(shipped: ModelFile) -> None:
    with pytest.raises(UnsoundError, match="does not answer with logits and class maps"):
        try_model(replace(shipped, onnx_bytes=without_maps(shipped.onnx_bytes)))


def with_shifted_bias(early_bytes: bytes, shift: float) -> bytes:
    layers = list(unpack(early_bytes))
    layers[-1] = replace(layers[-1], bias=layers[-1].bias + np.float32(shift))
    return pack(layers)


def test_other_early_layers_are_refused(shipped: ModelFile) -> None:
    assert shipped.early_bytes is not None
    with pytest.raises(UnsoundError, match=r"of early\.npz and late_int8\.onnx are not those"):
        try_model(replace(shipped, early_bytes=with_shifted_bias(shipped.early_bytes, 3.0)))
    unquantised = replace(shipped, early_bytes=None)
    answers._check_rounded(unquantised, NOTHING, trial_batch())


def test_early_layers_that_8_bits_would_hide_are_refused() -> None:
    import keras

    # As it is loaded: with one graph, not also that of its backbone.
    network, batch = keras.models.clone_model(build_network("mobilenet")), trial_batch()[:2]
    early = pack(fold(network)[: 1 + 2 * EARLY_BLOCKS])
    for sound in (early, None):
        answers._check_early(sound, network, batch)
    with pytest.raises(UnsoundError, match=r"of early\.npz are not those of model\.keras"):
        answers._check_early(with_shifted_bias(early, 0.1), network, batch)
    with pytest.raises(UnsoundError, match="belongs to another network"):
        answers._check_early(early, build_network("simple_cnn"), batch)


def test_a_layer_with_code_as_keras_writes_it_is_refused(tmp_path: Path) -> None:
    import keras

    image = keras.Input((224, 224, 3))
    layer = keras.layers.Lambda(lambda pixels: pixels)
    keras.Model(image, layer(image)).save(tmp_path / "code.keras")
    path = tmp_path / "code.zip"
    path.write_bytes(with_file("model.keras", (tmp_path / "code.keras").read_bytes()))
    with pytest.raises(ModelRefusedError, match="it has a Lambda layer, which carries code"):
        examine(path)


@pytest.mark.parametrize("architecture", ["simple_cnn", "mobilenet", "resnet50"])
def test_every_network_that_faceqa_trains_may_be_brought(
    architecture: Architecture,
) -> None:
    import keras

    config = keras.saving.serialize_keras_object(build_network(architecture))
    check_keras_archive(keras_bytes(config_json=json.dumps(config).encode()))


def test_a_network_that_faceqa_did_not_train_is_refused(shipped: ModelFile) -> None:
    with pytest.raises(UnsoundError, match=r"model\.keras is not a network of"):
        answers._check_keras(
            replace(shipped, keras_bytes=b"nothing"),
            NOTHING,
            trial_batch(),
        )
