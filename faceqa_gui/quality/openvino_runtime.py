"""OpenVINO in float32: the fastest runtime measured for this network (see the model card)."""

import queue
from typing import Any

from faceqa_gui.errors import ModelError
from faceqa_gui.quality.runtime import Batch, Prediction


class OpenVinoRuntime:
    """Runs the ONNX form of the network. Thread-safe."""

    name = "OpenVINO"

    def __init__(self, onnx: bytes) -> None:
        """Compile the network.

        Raises:
            ModelError: the bytes are not a network that OpenVINO can run.
        """
        import openvino

        core = openvino.Core()
        try:
            network = core.read_model(onnx)
            self._compiled = core.compile_model(
                network,
                "CPU",
                {"PERFORMANCE_HINT": "LATENCY", "INFERENCE_PRECISION_HINT": "f32"},
            )
        except RuntimeError as error:
            raise ModelError("OpenVINO cannot run this model.") from error
        self._idle: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def run(self, batch: Batch) -> Prediction:
        """One forward pass; see `Runtime`."""
        request = self._take_request()
        try:
            results = request.infer([batch])
            return Prediction(results[0].copy(), results[1].copy())
        finally:
            self._idle.put(request)

    def _take_request(self) -> Any:  # noqa: ANN401  (OpenVINO ships no types)
        # Requests are shared, not kept per thread: one that dies with a Qt thread corrupts memory.
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            return self._compiled.create_infer_request()
