"""`QualityModel`: a verified model with the runtime that runs it."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import ModelError
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model_file import Manifest, ModelFile, default_model_folder, read_model
from faceqa_gui.quality.preprocessing import network_input
from faceqa_gui.quality.runtime import Batch, Prediction, Runtime, softmax
from faceqa_gui.quality.runtimes import open_runtime, refuse_unsound
from faceqa_gui.settings import home
from faceqa_gui.wording import said

_SHORT = 4


def sound_runtime(file: ModelFile) -> Runtime:
    """Open the fastest runtime for verified bytes and try it; no file is read again.

    Raises:
        ModelError: the model gives no sound answers.
    """
    runtime = open_runtime(file, home() / "runtimes.json")
    refuse_unsound(runtime, file)
    return runtime


class QualityModel:
    """Judges pictures. Thread-safe as far as its runtime is."""

    def __init__(self, file: ModelFile, runtime: Runtime) -> None:
        self.file = file
        self.runtime = runtime

    @classmethod
    def load(cls, folder: Path | None = None) -> "QualityModel":
        """Verify a model folder (None: the shipped one), open the fastest runtime and try it.

        Raises:
            ModelError: the model is missing, altered, of another form, or gives no sound answers.
        """
        return cls.of(read_model(folder or default_model_folder()))

    @classmethod
    def of(cls, file: ModelFile) -> "QualityModel":
        """Open the fastest runtime for verified bytes and try it; no file is read again.

        Raises:
            ModelError: the model gives no sound answers.
        """
        return cls(file, sound_runtime(file))

    @property
    def manifest(self) -> Manifest:
        """What the model says of itself."""
        return self.file.manifest

    @property
    def sha256(self) -> str:
        """Checksum that names the model."""
        return self.file.sha256

    @property
    def label(self) -> str:
        """Short name for the window, such as `MobileNet v1 · 3fa9`."""
        return f"{self.manifest.name} · {self.sha256[:_SHORT]}"

    @property
    def good_threshold(self) -> float:
        """Probability from which a face counts as good, chosen on validation data.

        Raises:
            ModelError: the model judges something else.
        """
        threshold = self.manifest.good_threshold
        if threshold is None:
            raise ModelError(
                said(
                    "The model in {folder} judges {task} and has no good class. Choose a "
                    "model that judges quality.",
                    folder=self.file.folder,
                    task=self.manifest.task,
                )
            )
        return threshold

    def predict(self, batch: Batch) -> tuple[Prediction, NDArray[np.float64]]:
        """Outputs and calibrated probabilities (float64, N×5) of a batch (see `Runtime.run`)."""
        prediction = self.runtime.run(batch)
        return prediction, self.calibrated(prediction)

    def calibrated(self, prediction: Prediction) -> NDArray[np.float64]:
        """Calibrated probabilities (float64, N×5) of outputs of this model's network."""
        return softmax(prediction.logits, self.manifest.temperature)

    def probabilities(self, pixels: Pixels) -> Mapping[Quality, float]:
        """Calibrated class probabilities of one picture (uint8, H×W×3, RGB)."""
        batch = network_input(pixels)[None].astype(np.float32)
        row = self.predict(batch)[1][0]
        return {quality: float(value) for quality, value in zip(Quality, row, strict=True)}
