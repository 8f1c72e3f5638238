"""A classifier whose right explanation is known beforehand."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.model_file import KERAS_FILE, Manifest, ModelFile
from faceqa_gui.quality.preprocessing import PREPROCESSING
from faceqa_gui.quality.runtime import Batch, Prediction, Runtime

GRID = 7
GOOD = list(Quality).index(Quality.GOOD)


class BrightnessRuntime:
    """Good is as likely as the cell (row, column) of a 7×7 grid is bright; a linear network."""

    name = "analytic"

    def __init__(self, row: int = 2, column: int = 3, gain: float = 8.0) -> None:
        self._row, self._column, self._gain = row, column, gain

    def run(self, batch: Batch) -> Prediction:
        """Class maps whose sum is the logit, as a GAP + Dense head has them."""
        count, side = batch.shape[:2]
        cells = batch.mean(-1).reshape(count, GRID, side // GRID, GRID, side // GRID)
        brightness = cells.mean((2, 4)) / 255.0
        maps = np.zeros((count, GRID, GRID, len(QUALITY_LABELS)), np.float32)
        here = brightness[:, self._row, self._column]
        maps[:, self._row, self._column, GOOD] = self._gain * (here - 0.3)
        return Prediction(maps.sum((1, 2)), maps)


class ConstantRuntime:
    """The same answer for every picture; NaN if asked for."""

    name = "constant"

    def __init__(self, value: float = 0.0) -> None:
        self._value = value

    def run(self, batch: Batch) -> Prediction:
        """Equal logits and flat maps."""
        count = len(batch)
        logits = np.full((count, len(QUALITY_LABELS)), self._value, np.float32)
        return Prediction(logits, np.zeros((count, GRID, GRID, len(QUALITY_LABELS)), np.float32))


def model_with(runtime: Runtime) -> QualityModel:
    """A model around `runtime`, with a manifest but without files."""
    manifest = Manifest(
        name="Analytic",
        architecture="analytic",
        labels=QUALITY_LABELS,
        input_side=224,
        preprocessing=PREPROCESSING,
        temperature=1.0,
        good_threshold=0.5,
        probe_logits=(),
        files={KERAS_FILE: "ab" * 32},
        libraries={},
        training_command="",
        data_sha256="00" * 32,
        created="2026-11-21",
    )
    return QualityModel(ModelFile(Path("analytic"), manifest, b"", b""), runtime)


def patterned_picture(seed: int = 0) -> NDArray[np.uint8]:
    """A picture of soft coloured blocks, so that quickshift finds superpixels."""
    generator = np.random.default_rng(seed)
    blocks = generator.integers(40, 216, (GRID, GRID, 3))
    picture = np.kron(blocks, np.ones((32, 32, 1))) + generator.normal(0, 4, (224, 224, 3))
    return np.clip(picture, 0, 255).astype(np.uint8)
