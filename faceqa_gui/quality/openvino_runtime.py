"""OpenVINO in float32: the fastest runtime measured for this network (see the model card)."""

import threading

from faceqa_gui.errors import ModelError
from faceqa_gui.quality.runtime import Batch, Prediction


class OpenVinoRuntime:
    """Runs the ONNX form of the network. Thread-safe: every thread has its own request."""

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
        self._of_thread = threading.local()

    def run(self, batch: Batch) -> Prediction:
        """One forward pass; see `Runtime`."""
        if not hasattr(self._of_thread, "request"):
            self._of_thread.request = self._compiled.create_infer_request()
        results = self._of_thread.request.infer([batch])
        return Prediction(results[0].copy(), results[1].copy())
