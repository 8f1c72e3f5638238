"""`check_onnx`: looks at an ONNX file before a runtime does."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from faceqa_gui.wording import said

if TYPE_CHECKING:
    import onnx

# tf2onnx announces the second one, and uses no operator of it.
_ANNOUNCED = {"", "ai.onnx", "ai.onnx.ml"}
_OWN = {"", "ai.onnx"}


class OnnxFileError(ValueError):
    """What is wrong with an ONNX file, as the rest of a sentence that begins with its name."""


def check_onnx(content: bytes, outputs: int) -> None:
    """Refuse what a network of FaceQA never has: other files, own operators, control flow.

    Args:
        content: the file.
        outputs: how many the network has.

    Raises:
        OnnxFileError: the first fault found.
    """
    import onnx
    from google.protobuf.message import DecodeError

    try:
        model = onnx.load_model_from_string(content)
    except DecodeError as error:
        raise OnnxFileError(said("it is no ONNX file")) from error
    if not model.graph.node:
        raise OnnxFileError(said("it is no ONNX file"))
    if model.functions or model.training_info:
        raise OnnxFileError(said("it brings functions of its own"))
    domains = {given.domain for given in model.opset_import}
    if not domains <= _ANNOUNCED or {node.domain for node in model.graph.node} - _OWN:
        raise OnnxFileError(said("it needs operators that are not ONNX's own"))
    for node in model.graph.node:
        if any(attribute.HasField("g") or attribute.graphs for attribute in node.attribute):
            raise OnnxFileError(said("it has branches or loops"))
    for tensor in _tensors(model.graph):
        if tensor.data_location == onnx.TensorProto.EXTERNAL or tensor.external_data:
            raise OnnxFileError(said("it keeps numbers in another file"))
    if (len(model.graph.input), len(model.graph.output)) != (1, outputs):
        raise OnnxFileError(
            said("it does not have one input and {outputs} outputs", outputs=outputs)
        )


def _tensors(graph: "onnx.GraphProto") -> Iterator["onnx.TensorProto"]:
    yield from graph.initializer
    for sparse in graph.sparse_initializer:
        yield from (sparse.values, sparse.indices)
    for node in graph.node:
        for attribute in node.attribute:
            yield from (attribute.t, *attribute.tensors)
            for sparse in (attribute.sparse_tensor, *attribute.sparse_tensors):
                yield from (sparse.values, sparse.indices)
