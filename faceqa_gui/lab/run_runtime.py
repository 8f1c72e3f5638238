"""The runtime of a worker: the same network that the run was planned with, on its own threads."""

import hashlib
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from faceqa_gui.lab.class_maps import GRAD_CAM
from faceqa_gui.lab.lab_model import LabModel
from faceqa_gui.lab.run_network import NetworkJudge, no_answers
from faceqa_gui.lab.run_shard import Arrays
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
    """What a worker needs of a model, to be sent to it once. See `Work`.

    Attributes:
        file: the verified bytes; of the two networks only the one that is run.
        runtime: name in `runtimes.RUNTIMES`; None: Keras.
        explain: how every picture is explained; None: not at all.
    """

    file: ModelFile
    runtime: str | None
    explain: str | None = None

    @classmethod
    def of(cls, model: LabModel, explain: str | None = None) -> "WorkerModel":
        """What workers need to give the answers that `model` gives here."""
        name = _NAMES.get(model.runtime.name)
        lean = replace(model.file, early_bytes=None, rounded_bytes=None)
        if name is None:
            lean = replace(lean, onnx_bytes=b"")
        elif explain in (None, GRAD_CAM):
            lean = replace(lean, keras_bytes=b"")
        return cls(lean, name, explain)

    @property
    def nothing(self) -> Arrays:
        """See `Work`."""
        return no_answers(len(self.file.manifest.labels), self.explain)

    @property
    def key(self) -> str:
        """SHA-256 in hex of what is sent."""
        content = self.file.onnx_bytes + self.file.keras_bytes + (self.explain or "").encode()
        return hashlib.sha256(content).hexdigest()

    def open(self, threads: int) -> NetworkJudge:
        """Open the network and try it.

        Args:
            threads: the most that it may compute with.

        Raises:
            ModelError: it cannot be run here, or its answers are not sound.
        """
        # TensorFlow reads this once, when it begins to compute.
        os.environ["TF_NUM_INTRAOP_THREADS"] = str(threads)
        if self.runtime is None:
            opened = self._keras()
        else:
            opened = open_named(self.runtime, self.file, threads)
        refuse_unsound(opened, self.file)
        return NetworkJudge(LabModel(self.file, opened), self.explain)

    def _keras(self) -> "Runtime":
        from faceqa_gui.quality.keras_runtime import KerasRuntime, load_network

        return KerasRuntime(load_network(self.file.keras_bytes, len(self.file.manifest.labels)))
