"""Writing a Keras network as ONNX that ONNX Runtime can run."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.lab.quantisation import RoundedConvolution
from faceqa_gui.quality.convolutions import CEILING
from faceqa_gui.quality.runtime import ACTIVATION_STEP

if TYPE_CHECKING:
    import keras


def export_onnx(network: "keras.Model", path: Path) -> None:
    """Export `network` and say in operators of ONNX Runtime what the exporter says in others."""
    # The exporter needs a network that has run.
    network(np.zeros((1, *network.input_shape[1:]), np.float32))
    network.export(path, format="onnx", verbose=False)
    without_erfc(path)


def without_erfc(path: Path) -> None:
    """Replace every Erfc(x) of GELU by 1 - Erf(x): ONNX has only the latter."""
    import onnx

    model = onnx.load(path)
    nodes = list(model.graph.node)
    del model.graph.node[:]
    for node in nodes:
        if node.op_type != "Erfc":
            model.graph.node.append(node)
            continue
        one, erf = f"{node.name}/one", f"{node.name}/erf"
        model.graph.initializer.append(onnx.numpy_helper.from_array(np.array(1.0, np.float32), one))
        model.graph.node.extend(
            [
                onnx.helper.make_node("Erf", list(node.input), [erf], erf),
                onnx.helper.make_node("Sub", [one, erf], list(node.output), f"{node.name}/sub"),
            ]
        )
    onnx.checker.check_model(model)
    onnx.save(model, path)


def rounded_onnx(
    layers: Sequence[RoundedConvolution], dense: NDArray[np.float32], bias: NDArray[np.float32]
) -> bytes:
    """Rounded layers and the head behind them as ONNX, for runtimes that compute in 8 bits.

    Args:
        layers: from `round_layers`.
        dense: K×C weights of the head.
        bias: C, of the head.

    Returns:
        A network from `features`, uint8 N×h×w×K in steps of `ACTIVATION_STEP`, to `logits`, N×C.
    """
    import onnx

    helper, from_array = onnx.helper, onnx.numpy_helper.from_array
    nodes = [helper.make_node("Transpose", ["features"], ["0/input"], perm=[0, 3, 1, 2])]
    constants = [
        from_array(np.array(ACTIVATION_STEP, np.float32), "step"),
        from_array(np.array(0, np.uint8), "zero"),
        from_array(np.array(0.0, np.float32), "floor"),
        from_array(np.array(CEILING, np.float32), "ceiling"),
        from_array(dense, "dense"),
        from_array(bias, "bias"),
    ]
    for number, layer in enumerate(layers):
        depthwise = layer.shape.kind == "depthwise"
        outputs = len(layer.steps)
        window = (outputs, 1, 3, 3) if depthwise else (outputs, -1, 1, 1)
        before = 1 if depthwise and layer.shape.stride == 1 else 0
        after = 1 if depthwise else 0
        constants += [
            from_array(np.ascontiguousarray(layer.weights.T).reshape(window), f"{number}/weights"),
            from_array(layer.steps, f"{number}/steps"),
            from_array(np.zeros(outputs, np.int8), f"{number}/zeros"),
            from_array(layer.shape.bias, f"{number}/bias"),
        ]
        nodes += [
            helper.make_node(
                "DequantizeLinear", [f"{number}/input", "step", "zero"], [f"{number}/values"]
            ),
            helper.make_node(
                "DequantizeLinear",
                [f"{number}/weights", f"{number}/steps", f"{number}/zeros"],
                [f"{number}/kernel"],
                axis=0,
            ),
            helper.make_node(
                "Conv",
                [f"{number}/values", f"{number}/kernel", f"{number}/bias"],
                [f"{number}/sum"],
                group=outputs if depthwise else 1,
                kernel_shape=window[2:],
                strides=[layer.shape.stride] * 2,
                pads=[before, before, after, after],
            ),
            helper.make_node(
                "Clip", [f"{number}/sum", "floor", "ceiling"], [f"{number}/activations"]
            ),
        ]
        if number + 1 < len(layers):
            nodes.append(
                helper.make_node(
                    "QuantizeLinear",
                    [f"{number}/activations", "step", "zero"],
                    [f"{number + 1}/input"],
                )
            )
    nodes += [
        helper.make_node("GlobalAveragePool", [f"{len(layers) - 1}/activations"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["flat"]),
        helper.make_node("Gemm", ["flat", "dense", "bias"], ["logits"]),
    ]
    info, types = helper.make_tensor_value_info, onnx.TensorProto
    shape = ["N", None, None, layers[0].weights.shape[1]]
    graph = helper.make_graph(
        nodes,
        "late layers in 8 bits",
        [info("features", types.UINT8, shape)],
        [info("logits", types.FLOAT, ["N", dense.shape[1]])],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], ir_version=8)
    onnx.checker.check_model(model)
    content: bytes = model.SerializeToString()
    return content
