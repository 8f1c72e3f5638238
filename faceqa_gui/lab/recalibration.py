"""Fitting temperature and threshold of a finished model to other pictures."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from faceqa_gui.errors import ModelError
from faceqa_gui.lab.calibration import choose_good_threshold, fit_temperature
from faceqa_gui.lab.dataset import Dataset
from faceqa_gui.lab.pictures import ask_network
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.model_file import MANIFEST_FILE
from faceqa_gui.quality.runtime import softmax


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was fitted: the temperature and the threshold from which a face is good."""

    temperature: float
    good_threshold: float
    pictures: int


def recalibrate(
    folder: Path, dataset: Dataset, report: Callable[[int, int], None]
) -> tuple[Calibration, Calibration]:
    """Fit both on `dataset` and write them into the model's manifest; the network stays.

    Returns:
        What the manifest said before, and what it says now.

    Raises:
        ModelError: the model cannot be read, or its manifest cannot be written.
        DatasetError: no picture can be read.
    """
    model = QualityModel.load(folder)
    answers = ask_network(dataset, model.runtime, report)
    temperature = fit_temperature(answers.prediction.logits, answers.truth)
    probabilities = softmax(answers.prediction.logits, temperature)
    found = Calibration(
        temperature, choose_good_threshold(probabilities, answers.truth), len(answers.truth)
    )
    before = Calibration(model.manifest.temperature, model.good_threshold, 0)
    manifest = model.manifest.model_copy(
        update={"temperature": found.temperature, "good_threshold": found.good_threshold}
    )
    path = folder / MANIFEST_FILE
    part = path.with_suffix(".part")
    try:
        part.write_text(manifest.model_dump_json(indent=1) + "\n", encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise ModelError(f"{path} cannot be written: {error.strerror}.") from error
    return before, found
