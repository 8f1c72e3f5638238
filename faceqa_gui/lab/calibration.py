"""Making probabilities mean what they say, and choosing the threshold for a good face."""

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.quality.runtime import softmax

LARGEST_FALSE_GOOD = 0.01
_GOOD = QUALITY_LABELS.index(Quality.GOOD)
_HIDING = [QUALITY_LABELS.index(Quality.EYEGLASSES), QUALITY_LABELS.index(Quality.COVERED_FACE)]


def fit_temperature(logits: NDArray[np.float32], truth: NDArray[np.intp]) -> float:
    """Temperature in 0.05-20 with the smallest mean log loss (Guo et al. 2017).

    Args:
        logits: N×C, of validation pictures.
        truth: index of the true class of each, N.
    """
    from scipy.optimize import minimize_scalar

    rows = np.arange(len(truth))

    def log_loss(log_temperature: float) -> float:
        probabilities = softmax(logits, float(np.exp(log_temperature)))
        return float(-np.log(np.maximum(probabilities[rows, truth], 1e-12)).mean())

    found = minimize_scalar(log_loss, bounds=(np.log(0.05), np.log(20.0)), method="bounded")
    return float(np.exp(found.x))


def choose_good_threshold(
    probabilities: NDArray[np.float64],
    truth: NDArray[np.intp],
    largest_false_good: float = LARGEST_FALSE_GOOD,
) -> float:
    """The smallest threshold of at least 0.5 at which few hidden faces are called good.

    Args:
        probabilities: N×5, calibrated, of validation pictures.
        truth: index of the true class of each, N.
        largest_false_good: share of faces with glasses or a covering that may be called good.

    Returns:
        In 0.5-0.99, in steps of 0.01.
    """
    hidden = probabilities[np.isin(truth, _HIDING)]
    called_good = np.where(hidden.argmax(-1) == _GOOD, hidden[:, _GOOD], 0.0)
    for threshold in np.arange(0.5, 0.99, 0.01):
        if not len(hidden) or (called_good >= threshold).mean() <= largest_false_good:
            return round(float(threshold), 2)
    return 0.99
