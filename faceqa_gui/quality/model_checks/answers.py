"""`try_model`: opens a checked model and asks it about generated pictures.

This runs in a process of its own (see `trial`), because here libraries in C++ read the files.
"""

from typing import TYPE_CHECKING

import numpy as np

from faceqa_gui.errors import ModelError
from faceqa_gui.quality.convolutions import EARLY_BLOCKS, Values, forward, unpack
from faceqa_gui.quality.model_checks.keras_archive import check_keras_archive
from faceqa_gui.quality.model_checks.refusal import Reason, UnsoundError
from faceqa_gui.quality.model_checks.weights_file import check_weights
from faceqa_gui.quality.model_file import ONNX_FILE, ROUNDED_FILE, ModelFile
from faceqa_gui.quality.runtime import (
    Batch,
    Prediction,
    RoundedFeatures,
    probe_batch,
    rounded_features,
    softmax,
)
from faceqa_gui.quality.runtimes import LARGEST_DIFFERENCE, LARGEST_ROUNDING, fault_of
from faceqa_gui.wording import said

if TYPE_CHECKING:
    import keras

# The least by which the answer for a class must change over pictures that have nothing in common.
_SMALLEST_CHANGE = 1e-3
_SUM_TOLERANCE = 1e-6
# Between cells of class maps, each a 49th or a 196th part of a logit.
_LARGEST_MAP_DIFFERENCE = 0.002


def trial_batch() -> Batch:
    """Six pictures that have nothing in common (float32, 6×224×224×3): `probe_batch` and more."""
    grey = np.full((224, 224, 3), 128.0, np.float32)
    red = np.zeros((224, 224, 3), np.float32)
    red[..., 0] = 255.0
    stripes = np.zeros((224, 224, 3), np.float32)
    stripes[:, ::2] = 255.0
    noise = np.random.default_rng(1).integers(0, 256, (224, 224, 3)).astype(np.float32)
    return np.concatenate([probe_batch(), np.stack([grey, red, stripes, noise])])


def try_model(model: ModelFile) -> None:
    """Open every file of a model and compare the answers of all forms of its network.

    The ONNX forms come first: they open in a tenth of the time that Keras takes.

    Raises:
        UnsoundError: the first fault found.
    """
    batch = trial_batch()
    found = _ask_onnx(ONNX_FILE, model.onnx_bytes, batch)
    if len(found) != 2 or found[1].ndim != 4:
        raise UnsoundError(
            Reason.ONNX,
            said("model.onnx does not answer with logits and class maps"),
        )
    answers = Prediction(found[0], found[1])
    check_answers(answers, model.manifest.probe_logits, model.manifest.temperature)
    _check_rounded(model, answers, batch)
    check_weights(check_keras_archive(model.keras_bytes))
    _check_keras(model, answers, batch)


def check_answers(answers: Prediction, probe_logits: tuple[float, ...], temperature: float) -> None:
    """Refuse answers to `trial_batch` that no classifier gives.

    Args:
        answers: logits float32 6×C and class maps.
        probe_logits: what the manifest expects for the first two, row by row.
        temperature: the logits are divided by it.

    Raises:
        UnsoundError: with what is wrong with them.
    """
    logits = answers.logits
    fault = fault_of(logits[:2], probe_logits)
    if not (np.isfinite(logits).all() and np.isfinite(answers.class_maps).all()):
        fault = said("are not finite numbers")
    if fault:
        raise UnsoundError(Reason.ANSWERS, fault)
    if np.ptp(logits, axis=0).min() < _SMALLEST_CHANGE:
        raise UnsoundError(Reason.ANSWERS, said("for one class are the same for every picture"))
    if np.ptp(logits, axis=1).max() < _SMALLEST_CHANGE:
        raise UnsoundError(Reason.ANSWERS, said("are the same for every class"))
    with np.errstate(all="ignore"):
        sums = softmax(logits, temperature).sum(axis=1)
    # A comparison with a NaN is false.
    if not np.abs(sums - 1.0).max() <= _SUM_TOLERANCE:
        raise UnsoundError(Reason.ANSWERS, said("do not become probabilities that sum to 1"))


def _ask_onnx(name: str, content: bytes, values: Batch | RoundedFeatures) -> list[Values]:
    """The outputs of an ONNX file that the format's own checker accepts."""
    import onnx
    import onnxruntime
    from onnxruntime.capi import onnxruntime_pybind11_state as faults

    try:
        onnx.checker.check_model(content)
        session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
        outputs = session.run(None, {session.get_inputs()[0].name: values})
    except (
        onnx.checker.ValidationError,
        faults.Fail,
        faults.InvalidArgument,
        faults.InvalidGraph,
        faults.InvalidProtobuf,
        faults.NotImplemented,
        faults.RuntimeException,
    ) as error:
        raise UnsoundError(
            Reason.ONNX, said("{name} cannot be run as an ONNX network", name=name)
        ) from error
    return [np.asarray(output) for output in outputs]


def _check_rounded(model: ModelFile, answers: Prediction, batch: Batch) -> None:
    if model.early_bytes is None or model.rounded_bytes is None:
        return
    features = forward(unpack(model.early_bytes), batch[:2] / np.float32(127.5) - 1)
    logits = _ask_onnx(ROUNDED_FILE, model.rounded_bytes, rounded_features(features))[0]
    if logits.shape != (2, answers.logits.shape[1]) or not (
        np.abs(logits - answers.logits[:2]).max() <= LARGEST_ROUNDING
    ):
        raise UnsoundError(
            Reason.ANSWERS,
            said("of early.npz and late_int8.onnx are not those of model.onnx"),
        )


def _check_keras(model: ModelFile, answers: Prediction, batch: Batch) -> None:
    from faceqa_gui.quality.keras_runtime import KerasRuntime, load_network

    try:
        network = load_network(model.keras_bytes)
    except ModelError as error:
        raise UnsoundError(
            Reason.KERAS,
            said("model.keras is not a network of “faceqa train”"),
        ) from error
    reference = KerasRuntime(network).run(batch)
    check_answers(reference, model.manifest.probe_logits, model.manifest.temperature)
    _check_early(model.early_bytes, network, batch[:2])
    _check_same(reference, answers)


def _check_same(reference: Prediction, answers: Prediction) -> None:
    for one, other, largest in (
        (reference.logits, answers.logits, LARGEST_DIFFERENCE),
        (reference.class_maps, answers.class_maps, _LARGEST_MAP_DIFFERENCE),
    ):
        if one.shape != other.shape or not np.abs(one - other).max() <= largest:
            raise UnsoundError(
                Reason.ANSWERS,
                said("of model.onnx are not those of model.keras"),
            )


def _check_early(early_bytes: bytes | None, network: "keras.Model", batch: Batch) -> None:
    import keras

    if early_bytes is None:
        return

    cut = f"conv_pw_{EARLY_BLOCKS}_relu"
    if cut not in {layer.name for layer in network.layers}:
        raise UnsoundError(
            Reason.EARLY_LAYERS,
            said("early.npz belongs to another network"),
        )
    expected = keras.Model(network.input, network.get_layer(cut).output)(batch, training=False)
    found = forward(unpack(early_bytes), batch / np.float32(127.5) - 1)
    if not np.abs(np.asarray(expected) - found).max() <= LARGEST_DIFFERENCE:
        raise UnsoundError(
            Reason.ANSWERS,
            said("of early.npz are not those of model.keras"),
        )
