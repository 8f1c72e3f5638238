"""`LabModel`: a model of any task, read and run as a station reads and runs its own."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import ModelError
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.lab.task import FEWEST_LABELS, TASKS, Task
from faceqa_gui.quality.keras_runtime import load_network
from faceqa_gui.quality.model import sound_runtime
from faceqa_gui.quality.model_file import (
    QUALITY_TASK,
    Manifest,
    ModelFile,
    default_model_folder,
    read_any_model,
)
from faceqa_gui.quality.runtime import Prediction, Runtime, softmax
from faceqa_gui.wording import said

if TYPE_CHECKING:
    import keras


class LabModel:
    """Judges pictures. Thread-safe as far as its runtime is."""

    def __init__(self, file: ModelFile, runtime: Runtime) -> None:
        """Join verified bytes and a runtime.

        Raises:
            ModelError: the task is not known, or its labels are others.
        """
        self.file = file
        self.task = _task_of(file)
        self.runtime = runtime

    @classmethod
    def load(cls, folder: Path | None = None) -> "LabModel":
        """Verify a model folder (None: the shipped one), open the fastest runtime and try it.

        Raises:
            ModelError: the model is missing, altered, of another form, or gives no sound answers.
        """
        file = read_any_model(folder or default_model_folder())
        _task_of(file)
        return cls(file, sound_runtime(file))

    @property
    def manifest(self) -> Manifest:
        """What the model says of itself."""
        return self.file.manifest

    @property
    def labels(self) -> tuple[str, ...]:
        """The classes in the order of the outputs."""
        return self.task.labels

    @property
    def name(self) -> str:
        """Readable name of the model."""
        return self.manifest.name

    @property
    def sha256(self) -> str:
        """Checksum of the reference network; it names the model."""
        return self.file.sha256

    @property
    def manifest_sha256(self) -> str:
        """Checksum of the manifest, which also holds temperature and threshold."""
        return self.file.manifest_sha256

    @property
    def temperature(self) -> float:
        """The logits are divided by it; > 0."""
        return self.manifest.temperature

    @property
    def good_threshold(self) -> float | None:
        """Probability from which a face counts as good; None if the task is not quality."""
        return self.manifest.good_threshold

    def probabilities(self, batch: Pixels) -> NDArray[np.float64]:
        """Calibrated probabilities (float64, N×C) of network inputs (uint8, N×224×224×3, RGB)."""
        return self.calibrated(self.runtime.run(batch.astype(np.float32)))

    def calibrated(self, prediction: Prediction) -> NDArray[np.float64]:
        """Calibrated probabilities (float64, N×C) of outputs of this model's network."""
        return softmax(prediction.logits, self.temperature)

    def reference(self) -> "keras.Model":
        """The Keras network for gradients: N×224×224×3 in 0-255 to logits N×C. Takes seconds.

        Raises:
            ModelError: the Keras file does not hold it.
        """
        return load_network(self.file.keras_bytes, len(self.labels))


def _task_of(file: ModelFile) -> Task:
    """The task that a manifest names, with the model's own labels."""
    manifest = file.manifest
    known = TASKS.get(manifest.task)
    if known is None:
        raise ModelError(
            said(
                "The model in {folder} judges something that FaceQA does not know. It knows: "
                "{tasks}.",
                folder=file.folder,
                tasks=", ".join(TASKS),
            )
        )
    task = known if known.name == QUALITY_TASK else known.having(manifest.labels)
    if task.labels != manifest.labels or len(task.labels) < FEWEST_LABELS:
        raise ModelError(
            said(
                "The classes of the model in {folder} are not those of {name}. It may have, "
                "in this order: {labels}.",
                folder=file.folder,
                name=task.name,
                labels=", ".join(known.labels),
            )
        )
    return task
