"""ONNX Runtime in float32: where OpenVINO cannot run."""

from faceqa_gui.errors import ModelError
from faceqa_gui.quality.runtime import Batch, Prediction
from faceqa_gui.wording import said


class OnnxRuntime:
    """Runs the ONNX form of the network. Thread-safe."""

    name = "ONNX Runtime"

    def __init__(self, onnx: bytes, threads: int | None = None) -> None:
        """Load the network.

        Args:
            onnx: the network.
            threads: the most that it may compute with; None: as many as there are cores.

        Raises:
            ModelError: the bytes are not a network that ONNX Runtime can run.
        """
        import onnxruntime
        from onnxruntime.capi import onnxruntime_pybind11_state as faults

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or 0
        try:
            self._session = onnxruntime.InferenceSession(
                onnx, options, providers=["CPUExecutionProvider"]
            )
        except (
            faults.Fail,
            faults.InvalidGraph,
            faults.InvalidProtobuf,
            faults.NotImplemented,
            faults.RuntimeException,
        ) as error:
            raise ModelError(said("ONNX Runtime cannot run this model.")) from error
        self._input = self._session.get_inputs()[0].name

    def run(self, batch: Batch) -> Prediction:
        """One forward pass; see `Runtime`."""
        logits, class_maps = self._session.run(None, {self._input: batch})
        return Prediction(logits, class_maps)
