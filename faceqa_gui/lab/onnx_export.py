"""Writing a Keras network as ONNX that ONNX Runtime can run."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

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
