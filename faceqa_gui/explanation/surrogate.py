"""The weighted linear surrogate of LIME (Ribeiro et al. 2016), in closed form."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RIDGE = 1.0

NOISE = 1e-9
"""A weight this small is rounding, whatever its sign."""


@dataclass(frozen=True, slots=True, eq=False)
class Surrogate:
    """A linear model around one picture.

    Attributes:
        weights: float64, one per superpixel.
        intercept: of the linear model.
        r_squared: weighted R², at most 1; 1 for a constant classifier, which it fits exactly.
    """

    weights: NDArray[np.float64]
    intercept: float
    r_squared: float


def kernel_weights(masks: NDArray[np.int64], kernel_width: float) -> NDArray[np.float64]:
    """Importance of each sample: sqrt(exp(-d²/w²)) of its cosine distance d to the whole picture.

    Args:
        masks: samples×superpixels, 0 or 1; the first row is the whole picture.
        kernel_width: w (the paper: 0.25).
    """
    shown = masks.sum(axis=1)
    distance = np.ones(len(masks))
    some = shown > 0
    distance[some] = 1.0 - np.sqrt(shown[some] / masks.shape[1])
    return np.sqrt(np.exp(-(distance**2) / kernel_width**2))


def fit_surrogate(
    masks: NDArray[np.int64], outputs: NDArray[np.float64], importance: NDArray[np.float64]
) -> Surrogate:
    """Weighted ridge regression with an intercept, as lime 0.2.0.1 fits it (alpha = 1).

    Args:
        masks: samples×superpixels, 0 or 1.
        outputs: probability of the explained class for each sample.
        importance: weight of each sample.
    """
    total = importance.sum()
    mean_mask = importance @ masks / total
    mean_output = float(importance @ outputs / total)
    centred = masks - mean_mask
    residual = outputs - mean_output
    root = np.sqrt(importance)
    weights = _ridge(centred * root[:, None], residual * root)
    intercept = mean_output - float(mean_mask @ weights)
    left = residual - centred @ weights
    spread = float(importance @ residual**2)
    unexplained = float(importance @ left**2)
    r_squared = 1.0 if spread <= np.finfo(float).eps else 1.0 - unexplained / spread
    return Surrogate(weights, intercept, r_squared)


def ridge_operator(
    masks: NDArray[np.int64], importance: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The surrogate's weights as a linear map of the outputs: superpixels×samples.

    Args:
        masks: samples×superpixels, 0 or 1.
        importance: weight of each sample.
    """
    centred = masks - importance @ masks / importance.sum()
    weighted = centred * importance[:, None]
    gram = weighted.T @ centred
    gram[np.diag_indices_from(gram)] += RIDGE
    return np.asarray(np.linalg.solve(gram, weighted.T), np.float64)


def top_superpixels(weights: NDArray[np.float64], count: int) -> tuple[int, ...]:
    """The superpixels with the largest weights above rounding noise, best first."""
    best = np.argsort(-weights, kind="stable")[:count]
    return tuple(int(number) for number in best if weights[number] > NOISE)


def _ridge(rows: NDArray[np.float64], targets: NDArray[np.float64]) -> NDArray[np.float64]:
    """Solve the smaller of the two forms, so that thousands of superpixels finish as well."""
    samples, superpixels = rows.shape
    if superpixels <= samples:
        gram = rows.T @ rows
        gram[np.diag_indices_from(gram)] += RIDGE
        return np.asarray(np.linalg.solve(gram, rows.T @ targets), np.float64)
    gram = rows @ rows.T
    gram[np.diag_indices_from(gram)] += RIDGE
    return np.asarray(rows.T @ np.linalg.solve(gram, targets), np.float64)
