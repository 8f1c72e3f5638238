"""A network cut in two halves: the same answers, and nearly the same from late layers in 8 bits."""

import numpy as np
import pytest
from onnx import TensorProto, helper
from support.analytic import BrightnessRuntime

from faceqa_gui.errors import ModelError
from faceqa_gui.quality.convolutions import forward
from faceqa_gui.quality.model_file import ModelFile, default_model_folder, read_model
from faceqa_gui.quality.openvino_runtime import OpenVinoRuntime
from faceqa_gui.quality.runtime import (
    EnclosedRuntime,
    Features,
    Layers,
    Runtime,
    layers_of,
    probe_batch,
    rounded_features,
)
from faceqa_gui.quality.runtimes import open_named
from faceqa_gui.turns import Turns


@pytest.fixture(scope="module")
def file() -> ModelFile:
    return read_model(default_model_folder())


@pytest.fixture(scope="module")
def runtime(file: ModelFile) -> Runtime:
    return open_named("openvino-int8", file)


@pytest.fixture(scope="module")
def features(runtime: Runtime) -> Features:
    return forward(cut(runtime).early, probe_batch() / np.float32(127.5) - 1)


def cut(runtime: Runtime) -> Layers:
    layers = layers_of(runtime)
    assert layers is not None
    return layers


@pytest.mark.parametrize("in_turns", [False, True])
def test_both_halves_say_what_the_whole_says(
    runtime: Runtime, features: Features, *, in_turns: bool
) -> None:
    layers = cut(EnclosedRuntime(runtime, Turns().background) if in_turns else runtime)
    whole, halves = runtime.run(probe_batch()), layers.late(features)
    np.testing.assert_allclose(halves.logits, whole.logits, atol=1e-3)
    np.testing.assert_allclose(halves.class_maps, whole.class_maps, atol=1e-4)
    assert layers.rounds


@pytest.mark.parametrize("in_turns", [False, True])
def test_late_layers_in_8_bits_round_but_do_not_wander(
    runtime: Runtime, features: Features, *, in_turns: bool
) -> None:
    layers = cut(EnclosedRuntime(runtime, Turns().background) if in_turns else runtime)
    rounded = layers.late_rounded(rounded_features(features))
    exact = layers.late(features).logits
    np.testing.assert_allclose(rounded, exact, atol=0.5)
    assert np.abs(rounded - exact).max() > 1e-4, "8 bits cannot be exact: were they used?"
    np.testing.assert_array_equal(rounded, layers.late_rounded(rounded_features(features)))


def test_features_are_rounded_to_the_nearest_step() -> None:
    values = np.array([0.0, 0.011, 0.012, 3.01, 5.99, 6.0], np.float32)
    np.testing.assert_array_equal(rounded_features(values), [0, 0, 1, 128, 255, 255])


def test_without_early_layers_a_network_is_not_cut(file: ModelFile) -> None:
    assert OpenVinoRuntime(file.onnx_bytes).layers is None
    analytic: Runtime = BrightnessRuntime()
    assert layers_of(analytic) is None
    assert layers_of(EnclosedRuntime(analytic, Turns().background)) is None


def test_without_late_layers_in_8_bits_they_cannot_be_asked(
    file: ModelFile, features: Features
) -> None:
    layers = cut(open_named("openvino", file))
    assert not layers.rounds
    with pytest.raises(ModelError, match="no layers in 8 bits"):
        layers.late_rounded(rounded_features(features))


def test_other_networks_cannot_be_cut(runtime: Runtime) -> None:
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, [None, 224, 224, 3])
    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in ("first", "second")
    ]
    nodes = [helper.make_node("Relu", ["image"], [name]) for name in ("first", "second")]
    graph = helper.make_graph(nodes, "other", [image], outputs)
    content = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)])
    other = OpenVinoRuntime(content.SerializeToString(), cut(runtime).early)
    with pytest.raises(ModelError, match="Only a MobileNet"):
        _ = other.layers
