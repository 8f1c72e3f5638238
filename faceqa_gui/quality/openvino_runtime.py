"""OpenVINO: the fastest runtime measured for this network (see the model card)."""

import importlib
import queue
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import ModelError
from faceqa_gui.quality.convolutions import BLOCKS, EARLY_BLOCKS, Convolution
from faceqa_gui.quality.runtime import Batch, Features, Logits, Prediction, RoundedFeatures
from faceqa_gui.wording import said

if TYPE_CHECKING:
    import openvino

_DEPTHWISE = "GroupConvolution"


class OpenVinoRuntime:
    """Runs the ONNX form of the network in float32. Thread-safe."""

    def __init__(
        self,
        onnx: bytes,
        early: Sequence[Convolution] | None = None,
        rounded: bytes | None = None,
        threads: int | None = None,
    ) -> None:
        """Compile the network.

        Args:
            onnx: the network.
            early: its early layers; None where the network is not to be cut.
            rounded: its late layers in 8 bits (see `lab.onnx_export.rounded_onnx`).
            threads: the most that the whole network may compute with; None: as many as there are
                cores.

        Raises:
            ModelError: the bytes are not a network that OpenVINO can run.
        """
        self._core = _openvino().Core()
        self._onnx = onnx
        self._early = early
        self._rounded = rounded
        with _readable():
            self._whole = _Requests(self._core, self._core.read_model(onnx), threads)
        self._lock = threading.Lock()
        self._layers: OpenVinoLayers | None = None

    @property
    def name(self) -> str:
        """Readable name."""
        return "OpenVINO" if self._rounded is None else "OpenVINO, 8 bits first"

    def run(self, batch: Batch) -> Prediction:
        """One forward pass; see `Runtime`."""
        logits, class_maps = self._whole.run(batch)
        return Prediction(logits, class_maps)

    @property
    def layers(self) -> "OpenVinoLayers | None":
        """The halves of a MobileNet, compiled when first asked for; None where it is not cut.

        Raises:
            ModelError: the network is no MobileNet, or the rounded layers cannot be run.
        """
        with self._lock:
            if self._layers is None and self._early is not None:
                network = self._core.read_model(self._onnx)
                with _readable():
                    self._layers = OpenVinoLayers(self._core, network, self._early, self._rounded)
            return self._layers


class OpenVinoLayers:
    """A MobileNet v1 cut behind its sixth block; see `Layers`. Thread-safe."""

    def __init__(
        self,
        core: "openvino.Core",
        network: "openvino.Model",
        early: Sequence[Convolution],
        rounded: bytes | None,
    ) -> None:
        openvino = _openvino()
        opset13 = openvino.opset13
        depthwise = [node for node in network.get_ordered_ops() if _is_depthwise(node)]
        if len(depthwise) != BLOCKS:
            raise ModelError(said("Only a MobileNet v1 can be cut in two. Quantise another model."))
        end = depthwise[EARLY_BLOCKS].input_value(0)
        _, channels, height, width = end.get_partial_shape()
        results = [result.input_value(0) for result in network.get_results()]
        # Cells lie behind each other, so that those of many samples can be copied as blocks.
        given = opset13.parameter([-1, height, width, channels], openvino.Type.f32)
        channels_first = opset13.transpose(given, [0, 3, 1, 2])
        for consumer in list(end.get_target_inputs()):
            consumer.replace_source_output(channels_first.output(0))
        self.early = early
        self._late = _Requests(core, openvino.Model(results, [given]))
        self._rounded = None if rounded is None else _Requests(core, core.read_model(rounded))

    def late(self, features: Features) -> Prediction:
        """See `Layers`."""
        logits, class_maps = self._late.run(features)
        return Prediction(logits, class_maps)

    @property
    def rounds(self) -> bool:
        """See `Layers`."""
        return self._rounded is not None

    def late_rounded(self, features: RoundedFeatures) -> Logits:
        """See `Layers`.

        Raises:
            ModelError: there are no rounded layers.
        """
        if self._rounded is None:
            raise ModelError(
                said("This model has no layers in 8 bits. Run “faceqa model quantise”.")
            )
        return self._rounded.run(features)[0]


class _Requests:
    """A compiled network and its idle requests."""

    def __init__(
        self, core: "openvino.Core", network: "openvino.Model", threads: int | None = None
    ) -> None:
        # Without this hint some processors compute in bfloat16; 8-bit layers stay as they are.
        wanted = {"PERFORMANCE_HINT": "LATENCY", "INFERENCE_PRECISION_HINT": "f32"}
        if threads is not None:
            # Several processes would each be bound to the same first cores.
            wanted |= {"INFERENCE_NUM_THREADS": str(threads), "ENABLE_CPU_PINNING": "NO"}
        self._compiled = core.compile_model(network, "CPU", wanted)
        self._idle: queue.SimpleQueue[openvino.InferRequest] = queue.SimpleQueue()

    def run(self, values: Batch | RoundedFeatures) -> list[NDArray[np.float32]]:
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


def _openvino() -> ModuleType:
    """The library, which sends nothing home about its use."""
    # Its import would send an event and keep an identity below the user's home. Where this module
    # cannot be imported, OpenVINO takes a stub that does nothing.
    sys.modules.setdefault("openvino_telemetry", cast("ModuleType", None))
    return importlib.import_module("openvino")


def _is_depthwise(node: "openvino.Node") -> bool:
    return bool(node.get_type_name() == _DEPTHWISE)


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        raise ModelError(said("OpenVINO cannot run this model.")) from error
