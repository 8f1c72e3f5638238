"""How well a model judges labelled pictures."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.lab.data_notes import MOST_NAMED, NOTHING_NOTED, DataNotes
from faceqa_gui.lab.dataset import Dataset, LabelledImage
from faceqa_gui.lab.lab_model import LabModel
from faceqa_gui.lab.metrics import (
    Counts,
    Estimate,
    ReliabilityBin,
    Scores,
    calibration_error,
    count_confusion,
    reliability_bins,
    score_confusion,
)
from faceqa_gui.lab.pictures import Report, Skipped, ask_network, skipped_groups
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.model_file import QUALITY_TASK
from faceqa_gui.quality.runtime import Logits, softmax


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """Figures of one model on one data set.

    Attributes:
        labels: the classes, in the order of every figure below.
        confusion: int64, C×C, rows true, columns predicted.
        scores: figures of the confusion matrix with 95 % intervals.
        threshold: probability in 0-1 from which a face counts as good; None for a task that has
            no good class.
        accepted: per true class, how many images pass as good at the threshold, and of how many;
            None where there is no threshold.
        reliability: calibrated confidence against accuracy.
        skipped: pictures that were left out, with the reason.
        model_sha256: of the model.
        split: name of the judged split; None for the whole data set.
        data_sha256: digest of the judged pictures and labels.
        images: the N pictures that were judged.
        probabilities: calibrated, float64, N×C.
        task: what was judged.
        notes: what a run noticed about the judged pictures.
        maps: of the class that each picture was given, float16, N×56×56, means of squares of 4×4
            pixels; None where no explanation was asked for.
    """

    labels: tuple[str, ...]
    confusion: Counts
    scores: Scores
    threshold: float | None
    accepted: Mapping[str, tuple[int, int]] | None
    reliability: tuple[ReliabilityBin, ...]
    skipped: tuple[Skipped, ...]
    model_sha256: str
    split: str | None
    data_sha256: str
    images: tuple[LabelledImage, ...]
    probabilities: NDArray[np.float64]
    task: str = QUALITY_TASK
    notes: DataNotes = NOTHING_NOTED
    maps: NDArray[np.float16] | None = None

    @property
    def ece(self) -> float:
        """Expected calibration error in 0-1."""
        return calibration_error(self.reliability)

    def as_json(self) -> dict[str, Any]:
        """The evaluation as plain values for a JSON file."""
        per_class = zip(self.labels, self.scores.per_class, strict=True)
        return {
            "task": self.task,
            "labels": list(self.labels),
            "confusion": self.confusion.tolist(),
            "per_class": {
                label: {
                    "precision": _estimate_json(found.precision),
                    "recall": _estimate_json(found.recall),
                    "f1": _estimate_json(found.f1),
                    "support": found.support,
                }
                for label, found in per_class
            },
            "macro_f1": _estimate_json(self.scores.macro_f1),
            "weighted_f1": _estimate_json(self.scores.weighted_f1),
            "accuracy": _estimate_json(self.scores.accuracy),
            "threshold": self.threshold,
            "accepted": None
            if self.accepted is None
            else {label: list(counts) for label, counts in self.accepted.items()},
            "ece": self.ece,
            "skipped": skipped_json(self.skipped),
            "notes": self.notes.as_json(),
            "model_sha256": self.model_sha256,
            "split": self.split,
            "data_sha256": self.data_sha256,
        }


def evaluate(
    model: QualityModel | LabModel,
    dataset: Dataset,
    report: Report,
    *,
    threshold: float | None = None,
    split: str | None = None,
) -> Evaluation:
    """Judge every picture of `dataset` exactly as the station judges a frame.

    Args:
        model: the model.
        dataset: the pictures, with the model's classes as labels.
        report: called with the number of pictures done and in all.
        threshold: probability in 0-1 needed to pass as good; None: the model's own.
        split: name of the split that `dataset` holds, for the record.

    Raises:
        DatasetError: no picture could be read.
        ModelError: the model's answer is not finite.
    """
    answers = ask_network(dataset, model.runtime, report)
    return evaluation_of(
        model,
        dataset,
        answers.images,
        answers.prediction.logits,
        answers.skipped,
        threshold=threshold,
        split=split,
    )


def evaluation_of(
    model: QualityModel | LabModel,
    dataset: Dataset,
    images: tuple[LabelledImage, ...],
    logits: Logits,
    skipped: tuple[Skipped, ...],
    *,
    threshold: float | None = None,
    split: str | None = None,
) -> Evaluation:
    """The figures of answers that were already given.

    Args:
        model: whose answers they are.
        dataset: the pictures that were asked about, with the model's classes as labels.
        images: the N pictures that were judged.
        logits: float32, N×C.
        skipped: the pictures that were left out.
        threshold: as for `evaluate`; ignored for a task without a good class.
        split: as for `evaluate`.
    """
    truth = np.array([dataset.labels.index(image.label) for image in images], dtype=np.intp)
    probabilities = softmax(logits, model.manifest.temperature)
    classes = len(dataset.labels)
    confusion = count_confusion(truth, probabilities.argmax(axis=1), classes, classes)
    needed = accepted = None
    if model.manifest.task == QUALITY_TASK:
        needed = model.good_threshold if threshold is None else threshold
    if needed is not None:
        passes = accepted_as_good(probabilities, needed)
        accepted = {
            label: (int(passes[truth == index].sum()), int(confusion[index].sum()))
            for index, label in enumerate(dataset.labels)
        }
    return Evaluation(
        labels=dataset.labels,
        confusion=confusion,
        scores=score_confusion(confusion),
        threshold=needed,
        accepted=accepted,
        reliability=reliability_bins(probabilities, truth),
        skipped=skipped,
        model_sha256=model.sha256,
        split=split,
        data_sha256=dataset.digest(),
        images=images,
        probabilities=probabilities,
        task=model.manifest.task,
    )


def accepted_as_good(probabilities: NDArray[np.float64], threshold: float) -> NDArray[np.bool_]:
    """Which images pass as good: `good` reaches the threshold and is the most probable class.

    This is the station's rule (`assessment.assessor.check_quality`) for many images at once.

    Args:
        probabilities: float64, N×5, in the order of `Quality`.
        threshold: in 0-1.
    """
    place = list(Quality).index(Quality.GOOD)
    good = probabilities[:, place]
    others = np.delete(probabilities, place, axis=1).max(axis=1)
    accepted: NDArray[np.bool_] = (good >= threshold) & (good > others)
    return accepted


def skipped_json(skipped: tuple[Skipped, ...]) -> list[dict[str, Any]]:
    """Pictures that were left out as plain values for a JSON file.

    Where many were left out for the same reason, only the first few are listed, with the number.
    """
    rows: list[dict[str, Any]] = []
    for group in skipped_groups(skipped):
        rows += [{"file": str(one.path), "reason": one.reason} for one in group[:MOST_NAMED]]
        if len(group) > MOST_NAMED:
            rows[-1]["and_more"] = len(group) - MOST_NAMED
    return rows


def _estimate_json(estimate: Estimate | None) -> dict[str, Any] | None:
    if estimate is None:
        return None
    return {"value": estimate.value, "ci95": [estimate.ci95.low, estimate.ci95.high]}
