"""OpenVINO: the fastest runtime measured for this network (see the model card)."""

import queue
import threading
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import ModelError
from faceqa_gui.quality.runtime import Batch, Features, Prediction, Sight

if TYPE_CHECKING:
    import openvino

Precision = Literal["f32", "bf16"]

_DEPTHWISE = "GroupConvolution"
_MOBILENET_BLOCKS = 13
_CUT_BLOCK = 4
_ACTIVATION_ENDS = ("Minimum", "Clamp")  # of ReLU6, as different converters write it
# MobileNet v1 up to its fourth depthwise layer: 3×3 convolutions with strides 2 1 2 1 2, each
# stride 2 padded below and to the right only.
_SIGHT = Sight(stride=8, first=-6, last=20)


class OpenVinoRuntime:
    """Runs the ONNX form of the network. Thread-safe.

    Whole pictures are always computed in float32. `late_precision` is for the late half alone,
    which the samples of an explanation share.
    """

    def __init__(self, onnx: bytes, late_precision: Precision = "f32") -> None:
        """Compile the network.

        Raises:
            ModelError: the bytes are not a network that OpenVINO can run.
        """
        import openvino

        self._core = openvino.Core()
        self._late_precision = late_precision
        self._onnx = onnx
        try:
            self._whole = _Requests(self._core, self._core.read_model(onnx), "f32")
        except RuntimeError as error:
            raise ModelError("OpenVINO cannot run this model.") from error
        self._lock = threading.Lock()
        self._layers: OpenVinoLayers | None = None
        self._uncut = True

    @property
    def name(self) -> str:
        """Readable name."""
        return "OpenVINO" if self._late_precision == "f32" else "OpenVINO, late layers bf16"

    def run(self, batch: Batch) -> Prediction:
        """One forward pass; see `Runtime`."""
        logits, class_maps = self._whole.run(batch)
        return Prediction(logits, class_maps)

    @property
    def layers(self) -> "OpenVinoLayers | None":
        """The halves of a MobileNet, compiled when first asked for; None for other networks."""
        with self._lock:
            if self._uncut:
                network = self._core.read_model(self._onnx)
                if sum(_is_depthwise(node) for node in network.get_ops()) == _MOBILENET_BLOCKS:
                    self._layers = OpenVinoLayers(self._core, network, self._late_precision)
                self._uncut = False
            return self._layers


class OpenVinoLayers:
    """A MobileNet v1 cut behind its fourth depthwise layer; see `Layers`. Thread-safe."""

    sight = _SIGHT

    def __init__(
        self, core: "openvino.Core", network: "openvino.Model", late_precision: Precision
    ) -> None:
        import openvino
        from openvino import opset13

        depthwise = [node for node in network.get_ordered_ops() if _is_depthwise(node)]
        end = depthwise[_CUT_BLOCK - 1]
        while end.get_type_name() not in _ACTIVATION_ENDS:
            (following,) = end.output(0).get_target_inputs()
            end = following.get_node()
        _, channels, height, width = end.output(0).get_partial_shape()
        results = [result.input_value(0) for result in network.get_results()]
        consumers = list(end.output(0).get_target_inputs())
        # Cells lie behind each other, so that those of many samples can be copied as blocks.
        features = opset13.transpose(end, [0, 2, 3, 1])
        self._early = _Requests(
            core, openvino.Model([features.output(0)], network.get_parameters()), "f32"
        )
        given = opset13.parameter([-1, height, width, channels], openvino.Type.f32)
        channels_first = opset13.transpose(given, [0, 3, 1, 2])
        for consumer in consumers:
            consumer.replace_source_output(channels_first.output(0))
        self._late = _Requests(core, openvino.Model(results, [given]), late_precision)

    def early(self, batch: Batch) -> Features:
        """See `Layers`."""
        features: Features = self._early.run(batch)[0]
        return features

    def late(self, features: Features) -> Prediction:
        """See `Layers`."""
        logits, class_maps = self._late.run(features)
        return Prediction(logits, class_maps)


class _Requests:
    """A compiled network and its idle requests."""

    def __init__(
        self, core: "openvino.Core", network: "openvino.Model", precision: Precision
    ) -> None:
        self._compiled = core.compile_model(
            network,
            "CPU",
            {"PERFORMANCE_HINT": "LATENCY", "INFERENCE_PRECISION_HINT": precision},
        )
        self._idle: queue.SimpleQueue[openvino.InferRequest] = queue.SimpleQueue()

    def run(self, values: NDArray[np.float32]) -> list[NDArray[np.float32]]:
        """Copies of all outputs for one input."""
        request = self._take()
        try:
            results = request.infer([values])
            return [results[index].copy() for index in range(len(results))]
        finally:
            self._idle.put(request)

    def _take(self) -> "openvino.InferRequest":
        # Requests are shared, not kept per thread: one that dies with a Qt thread corrupts memory.
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            return self._compiled.create_infer_request()


def _is_depthwise(node: "openvino.Node") -> bool:
    return bool(node.get_type_name() == _DEPTHWISE)
