"""Curves over the threshold: ROC, precision and recall, false accepts and false rejects.

Everything is sorted once, so that a figure at another threshold is a search in a sorted array:
a slider may ask for hundreds a second.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.lab.evaluation import Evaluation
from faceqa_gui.quality.labels import Quality

Floats = NDArray[np.float64]

_NEVER = -1.0


@dataclass(frozen=True, slots=True, eq=False)
class RocCurve:
    """True against false positives of one class against all others (Fawcett 2006, section 5).

    Attributes:
        false_positive: share in 0-1 of the others at or above each threshold, ascending, K.
        true_positive: share in 0-1 of the class itself, K.
        area: under the curve, in 0-1: the chance that a picture of the class is given a higher
            probability than one of another class; ties count half.
    """

    false_positive: Floats
    true_positive: Floats
    area: float


@dataclass(frozen=True, slots=True, eq=False)
class PrCurve:
    """Precision against recall of one class (Davis and Goadrich 2006).

    Attributes:
        recall: share in 0-1 of the class that is found, ascending, K.
        precision: share in 0-1 of right answers among those found, K.
        area: average precision in 0-1: precision summed over steps of recall, not interpolated.
    """

    recall: Floats
    precision: Floats
    area: float


def roc_curve(scores: Floats, positive: NDArray[np.bool_]) -> RocCurve | None:
    """The ROC curve of one class; None where all or none of the pictures are of it.

    Args:
        scores: probability in 0-1 of the class, N.
        positive: whether each picture is of the class, N.
    """
    of_class = int(positive.sum())
    others = len(positive) - of_class
    if not of_class or not others:
        return None
    hits, given = _cumulative(scores, positive)
    true = np.concatenate(([0.0], hits / of_class))
    false = np.concatenate(([0.0], (given - hits) / others))
    return RocCurve(false, true, float(np.trapezoid(true, false)))


def pr_curve(scores: Floats, positive: NDArray[np.bool_]) -> PrCurve | None:
    """The precision-recall curve of one class; None where no picture is of it.

    Args:
        scores: probability in 0-1 of the class, N.
        positive: whether each picture is of the class, N.
    """
    of_class = int(positive.sum())
    if not of_class:
        return None
    hits, given = _cumulative(scores, positive)
    recall, precision = hits / of_class, hits / given
    area = float((np.diff(recall, prepend=0.0) * precision).sum())
    return PrCurve(
        np.concatenate(([0.0], recall)), np.concatenate((precision[:1], precision)), area
    )


@dataclass(frozen=True, slots=True)
class ErrorsAt:
    """What passes at one threshold.

    Attributes:
        threshold: probability in 0-1.
        false_accepts: pictures of other classes that pass, and `others` of how many.
        false_rejects: pictures of the class that do not pass, and `of_class` of how many.
    """

    threshold: float
    false_accepts: int
    others: int
    false_rejects: int
    of_class: int

    @property
    def false_accept_rate(self) -> float | None:
        """Share in 0-1 of the other pictures that pass; None where there are none."""
        return self.false_accepts / self.others if self.others else None

    @property
    def false_reject_rate(self) -> float | None:
        """Share in 0-1 of the class that does not pass; None where there are none."""
        return self.false_rejects / self.of_class if self.of_class else None


class Acceptance:
    """Which pictures pass as one class, at any threshold, by the station's rule.

    A picture passes if the class reaches the threshold and is more probable than every other
    (`lab.evaluation.accepted_as_good`).
    """

    def __init__(self, probabilities: Floats, truth: NDArray[np.intp], wanted: int) -> None:
        """Sort once.

        Args:
            probabilities: float64, N×C, C at least 2.
            truth: true class of every picture, N.
            wanted: column of the class that passes.
        """
        score = probabilities[:, wanted]
        others = np.delete(probabilities, wanted, axis=1).max(axis=1)
        reached = np.where(score > others, score, _NEVER)
        self._by_class = tuple(
            np.sort(reached[truth == label]) for label in range(probabilities.shape[1])
        )
        self._wanted = wanted
        self._right = self._by_class[wanted]
        self._wrong = np.sort(reached[truth != wanted])

    def at(self, threshold: float) -> ErrorsAt:
        """The errors at `threshold` (0-1), in a few microseconds."""
        return ErrorsAt(
            threshold,
            _passing(self._wrong, threshold),
            len(self._wrong),
            len(self._right) - _passing(self._right, threshold),
            len(self._right),
        )

    def by_class(self, threshold: float) -> tuple[tuple[int, int], ...]:
        """Per true class: how many pass at `threshold` (0-1), and of how many."""
        return tuple((_passing(one, threshold), len(one)) for one in self._by_class)

    def rates(self, thresholds: Floats) -> tuple[Floats, Floats]:
        """False accept and false reject rates in 0-1 at K thresholds; NaN without pictures."""
        return (
            _share(len(self._wrong) - np.searchsorted(self._wrong, thresholds), self._wrong),
            _share(np.searchsorted(self._right, thresholds), self._right),
        )


@dataclass(frozen=True, slots=True)
class PassingClass:
    """The class that lets a picture pass, and the threshold in use.

    Attributes:
        label: the class, and `place` its column.
        threshold: probability in 0-1.
        acceptance: what passes at this and any other threshold.
    """

    label: str
    place: int
    threshold: float
    acceptance: Acceptance


def passing_class(evaluation: Evaluation) -> PassingClass | None:
    """The good class of an evaluation of quality; None for a task that has none."""
    if evaluation.threshold is None:
        return None
    place = evaluation.labels.index(Quality.GOOD)
    acceptance = Acceptance(evaluation.probabilities, truth_of(evaluation), place)
    return PassingClass(evaluation.labels[place], place, evaluation.threshold, acceptance)


def truth_of(evaluation: Evaluation) -> NDArray[np.intp]:
    """Column of the true class of every judged picture, N."""
    column = {label: place for place, label in enumerate(evaluation.labels)}
    return np.array([column[image.label] for image in evaluation.images], dtype=np.intp)


def pictures_in_cell(evaluation: Evaluation, true: int, given: int) -> list[int]:
    """Numbers of the pictures in one cell of the confusion matrix, surest answers first."""
    answers = evaluation.probabilities.argmax(axis=1)
    inside = np.flatnonzero((truth_of(evaluation) == true) & (answers == given))
    return _surest_first(evaluation, inside)


def mistakes(evaluation: Evaluation) -> list[int]:
    """Numbers of the pictures that are given a wrong class, surest answers first."""
    answers = evaluation.probabilities.argmax(axis=1)
    return _surest_first(evaluation, np.flatnonzero(truth_of(evaluation) != answers))


def _surest_first(evaluation: Evaluation, numbers: NDArray[np.intp]) -> list[int]:
    confidence = evaluation.probabilities[numbers].max(axis=1)
    ordered: list[int] = numbers[np.argsort(-confidence, kind="stable")].tolist()
    return ordered


def _cumulative(
    scores: Floats, positive: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pictures of the class, and pictures, at or above each distinct score, highest first."""
    order = np.argsort(-scores, kind="stable")
    last_of_score = np.flatnonzero(np.diff(scores[order], append=np.inf))
    hits = np.cumsum(positive[order], dtype=np.int64)
    return hits[last_of_score], last_of_score.astype(np.int64) + 1


def _passing(ascending: Floats, threshold: float) -> int:
    # The mark of a picture that never passes lies below every threshold, 0 included.
    return len(ascending) - int(np.searchsorted(ascending, threshold, side="left"))


def _share(counts: NDArray[np.intp], ascending: Floats) -> Floats:
    total = len(ascending)
    return counts / total if total else np.full(len(counts), np.nan)
