"""The runtime of a worker: the same network that the run was planned with, on its own threads."""

import hashlib
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from faceqa_gui.quality.model_file import ModelFile
from faceqa_gui.quality.runtimes import open_named, refuse_unsound

if TYPE_CHECKING:
    from faceqa_gui.quality.runtime import Runtime

# Whole passes of a runtime that rounds are those of the exact one of the same library.
_NAMES = {
    "OpenVINO": "openvino",
    "OpenVINO, 8 bits first": "openvino",
    "ONNX Runtime": "onnxruntime",
}


@dataclass(frozen=True, slots=True, eq=False)
class WorkerModel:
    """What a worker needs of a model, to be sent to it once.

    Attributes:
        file: the verified bytes; of the two networks only the one that is run.
        runtime: name in `runtimes.RUNTIMES`; None: Keras.
    """

    file: ModelFile
    runtime: str | None

    @classmethod
    def of(cls, file: ModelFile, runtime: "Runtime") -> "WorkerModel":
        """What workers need to give the answers that `runtime` gives here."""
        name = _NAMES.get(runtime.name)
        lean = replace(file, early_bytes=None, rounded_bytes=None)
        if name is None:
            return cls(replace(lean, onnx_bytes=b""), name)
        return cls(replace(lean, keras_bytes=b""), name)

    @property
    def key(self) -> str:
        """SHA-256 in hex of the network that is run."""
        return hashlib.sha256(self.file.onnx_bytes or self.file.keras_bytes).hexdigest()

    def open(self, threads: int) -> "Runtime":
        """Open the network and try it.

        Args:
            threads: the most that it may compute with.

        Raises:
            ModelError: it cannot be run here, or its answers are not sound.
        """
        if self.runtime is None:
            opened = self._keras(threads)
        else:
            opened = open_named(self.runtime, self.file, threads)
        refuse_unsound(opened, self.file)
        return opened

    def _keras(self, threads: int) -> "Runtime":
        # TensorFlow reads this once, when it begins to compute.
        os.environ["TF_NUM_INTRAOP_THREADS"] = str(threads)
        from faceqa_gui.quality.keras_runtime import KerasRuntime, load_network

        return KerasRuntime(load_network(self.file.keras_bytes, len(self.file.manifest.labels)))
