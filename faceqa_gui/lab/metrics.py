"""Figures of a classifier and how sure they are.

Intervals of scores are 95 % percentile bootstraps over images (Efron and Tibshirani 1993, ch. 13).
Drawing N images again with replacement changes a confusion matrix exactly as one multinomial draw
over its cells does, so that the bootstrap needs the matrix alone.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]

RESAMPLES = 2000
_CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """The two ends of a 95 % interval, both included."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """One figure in 0-1 with its 95 % interval."""

    value: float
    ci95: Interval


@dataclass(frozen=True, slots=True)
class ClassScores:
    """Figures of one class; None where a figure is not defined.

    Attributes:
        precision: share of right answers among the images given this class; None if none was.
        recall: share found among the images of this class; None if there are none.
        f1: harmonic mean of both; None if the class neither occurs nor is ever given.
        support: number of images of this class.
    """

    precision: Estimate | None
    recall: Estimate | None
    f1: Estimate | None
    support: int


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures of one confusion matrix.

    Attributes:
        per_class: in the order of the matrix.
        macro_f1: mean F1 of the classes that occur or are given, as scikit-learn defines it.
        weighted_f1: mean F1 weighted by support.
        accuracy: share of right answers.
    """

    per_class: tuple[ClassScores, ...]
    macro_f1: Estimate
    weighted_f1: Estimate
    accuracy: Estimate


def count_confusion(
    truth: NDArray[np.intp], predicted: NDArray[np.intp], rows: int, columns: int
) -> Counts:
    """Count pairs.

    Args:
        truth: true class of every image, N, 0 to rows - 1.
        predicted: given class of every image, N, 0 to columns - 1.
        rows: number of true classes.
        columns: number of given classes.

    Returns:
        int64, rows×columns: `[t, p]` is the number of images of class t that were given p.
    """
    return np.bincount(truth * columns + predicted, minlength=rows * columns).reshape(rows, columns)


def score_confusion(confusion: Counts, seed: int = 0, resamples: int = RESAMPLES) -> Scores:
    """Precision, recall, F1 and accuracy of a confusion matrix, with 95 % intervals.

    An interval is widened to hold its figure where a small sample pushes both percentiles past it.

    Args:
        confusion: int64, C×C, rows true, columns given; at least one image. Further columns are
            answers that name no class, such as “unknown”: they are never right.
        seed: of the bootstrap.
        resamples: number of bootstrap samples.

    Raises:
        ValueError: the matrix counts no image.
    """
    total = int(confusion.sum())
    if total == 0:
        raise ValueError("a confusion matrix without images has no scores")
    cells = confusion.ravel() / total
    drawn = np.random.default_rng(seed).multinomial(total, cells, size=resamples)
    drawn_figures = figures_of(drawn.reshape(resamples, *confusion.shape))
    figures = figures_of(confusion[np.newaxis])

    def estimate(name: str, index: int = 0) -> Estimate:
        value = float(figures[name][0, index])
        tail = (1.0 - _CONFIDENCE) / 2.0
        low, high = np.nanquantile(drawn_figures[name][:, index], (tail, 1.0 - tail))
        return Estimate(value, Interval(min(float(low), value), max(float(high), value)))

    def estimate_if_defined(name: str, index: int) -> Estimate | None:
        return estimate(name, index) if np.isfinite(figures[name][0, index]) else None

    return Scores(
        per_class=tuple(
            ClassScores(
                estimate_if_defined("precision", index),
                estimate_if_defined("recall", index),
                estimate_if_defined("f1", index),
                int(confusion[index].sum()),
            )
            for index in range(len(confusion))
        ),
        macro_f1=estimate("macro_f1"),
        weighted_f1=estimate("weighted_f1"),
        accuracy=estimate("accuracy"),
    )


def figures_of(confusions: Counts) -> dict[str, Floats]:
    """Figures of B confusion matrices (int64, B×C×C or wider): by name, NaN where not defined.

    Returns:
        float64, B×C `precision`, `recall` and `f1`; B×1 `macro_f1`, `weighted_f1` and `accuracy`.
    """
    hits = np.diagonal(confusions, axis1=1, axis2=2).astype(np.float64)
    support = confusions.sum(axis=2)
    given = confusions.sum(axis=1)[:, : hits.shape[1]]
    f1 = _ratio(2.0 * hits, support + given)
    counted = np.isfinite(f1)
    f1_or_zero = np.where(counted, f1, 0.0)
    total = support.sum(axis=1, keepdims=True)
    return {
        "precision": _ratio(hits, given),
        "recall": _ratio(hits, support),
        "f1": f1,
        "macro_f1": _ratio(
            f1_or_zero.sum(axis=1, keepdims=True), counted.sum(axis=1, keepdims=True)
        ),
        "weighted_f1": _ratio((f1_or_zero * support).sum(axis=1, keepdims=True), total),
        "accuracy": _ratio(hits.sum(axis=1, keepdims=True), total),
    }


def _ratio(numerator: Floats, denominator: Counts) -> Floats:
    result = np.full(numerator.shape, np.nan)
    np.divide(numerator, denominator, out=result, where=denominator > 0)
    return result


def wilson_interval(successes: int, total: int) -> Interval:
    """95 % interval of a rate (Wilson 1927); 0 to 1 where nothing was counted."""
    if total == 0:
        return Interval(0.0, 1.0)
    found = binomtest(successes, total).proportion_ci(_CONFIDENCE, method="wilson")
    return Interval(float(found.low), float(found.high))


def rule_of_three(total: int) -> float:
    """Upper 95 % bound of a rate of which no case was seen in `total` trials: 3 / total.

    Source: Hanley and Lippman-Hand, JAMA 1983. At most 1.
    """
    return 1.0 if total == 0 else min(1.0, 3.0 / total)


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """The images whose highest probability lies in one bin.

    Attributes:
        low, high: edges of the bin in 0-1.
        count: number of images in it.
        confidence: their mean highest probability; 0 where there are none.
        accuracy: share of them that is right; 0 where there are none.
    """

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


def reliability_bins(
    probabilities: Floats, truth: NDArray[np.intp], bins: int = 15
) -> tuple[ReliabilityBin, ...]:
    """Confidence against accuracy in bins of equal width (Guo et al. 2017, section 2).

    Args:
        probabilities: float64, N×C, each row sums to 1.
        truth: true class of every image, N.
        bins: number of bins.
    """
    confidence = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == truth
    # The first bin takes what lies at or below its upper edge, as the paper's half-open bins do.
    place = np.clip(np.ceil(confidence * bins).astype(np.intp) - 1, 0, bins - 1)
    counts = np.bincount(place, minlength=bins)
    shares = np.maximum(counts, 1)
    confidences = np.bincount(place, weights=confidence, minlength=bins) / shares
    accuracies = np.bincount(place, weights=right, minlength=bins) / shares
    return tuple(
        ReliabilityBin(
            index / bins,
            (index + 1) / bins,
            int(counts[index]),
            float(confidences[index]),
            float(accuracies[index]),
        )
        for index in range(bins)
    )


def calibration_error(bins: tuple[ReliabilityBin, ...]) -> float:
    """Expected calibration error in 0-1: mean gap of confidence and accuracy, weighted by count."""
    total = sum(part.count for part in bins)
    gaps = (part.count * abs(part.confidence - part.accuracy) for part in bins)
    return math.fsum(gaps) / total if total else 0.0
