"""A network cut in two halves: the same answers, and cells that see no farther than they say."""

import numpy as np
import pytest
from onnx import TensorProto, helper
from support.analytic import BrightnessRuntime

from faceqa_gui.quality.model_file import default_model_folder, read_model
from faceqa_gui.quality.openvino_runtime import OpenVinoRuntime
from faceqa_gui.quality.runtime import EnclosedRuntime, Layers, Runtime, layers_of, probe_batch
from faceqa_gui.turns import Turns


@pytest.fixture(scope="module")
def runtime() -> OpenVinoRuntime:
    return OpenVinoRuntime(read_model(default_model_folder()).onnx_bytes)


@pytest.fixture(scope="module")
def layers(runtime: OpenVinoRuntime) -> Layers:
    found = layers_of(runtime)
    assert found is not None
    return found


@pytest.mark.parametrize("in_turns", [False, True])
def test_both_halves_say_bit_for_bit_what_the_whole_says(
    runtime: OpenVinoRuntime, *, in_turns: bool
) -> None:
    layers = layers_of(EnclosedRuntime(runtime, Turns().background) if in_turns else runtime)
    assert layers is not None
    whole, halves = runtime.run(probe_batch()), layers.late(layers.early(probe_batch()))
    np.testing.assert_array_equal(halves.logits, whole.logits)
    np.testing.assert_array_equal(halves.class_maps, whole.class_maps)


def test_a_cell_sees_its_pixels_and_no_others(layers: Layers) -> None:
    sight = layers.sight
    plain = probe_batch()[1:]
    expected = layers.early(plain)
    for row in (9, 100, 215):
        altered = plain.copy()
        altered[:, row] = 255.0 - altered[:, row]
        changed = (layers.early(altered) != expected).any(axis=(0, 2, 3))
        cells = np.arange(len(changed)) * sight.stride
        sees = (cells + sight.first <= row) & (row <= cells + sight.last)
        # Every changed cell sees the row; the row reaches all that see it well inside.
        assert not (changed & ~sees).any()
        assert changed.any()
        np.testing.assert_array_equal(changed, sees)


def test_late_layers_in_bf16_round_but_do_not_wander(layers: Layers) -> None:
    features = layers.early(probe_batch())
    rounded = OpenVinoRuntime(read_model(default_model_folder()).onnx_bytes, "bf16").layers
    assert rounded is not None
    np.testing.assert_allclose(
        rounded.late(features).logits, layers.late(features).logits, atol=0.15
    )


def test_other_networks_have_no_halves() -> None:
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, [None, 224, 224, 3])
    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in ("first", "second")
    ]
    nodes = [helper.make_node("Relu", ["image"], [name]) for name in ("first", "second")]
    graph = helper.make_graph(nodes, "other", [image], outputs)
    content = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)])
    assert OpenVinoRuntime(content.SerializeToString()).layers is None
    analytic: Runtime = BrightnessRuntime()
    assert layers_of(analytic) is None
    assert layers_of(EnclosedRuntime(analytic, Turns().background)) is None
