"""Answers of a rounded network, put right by the exact network where the explanation needs it.

All samples are answered by the rounded network; some are answered again by the exact one. What the
two differ by on those tells how to correct the others and how far off they may still be. Exact
answers are added until the top superpixels are settled: no other one could be among them, given
what is left of the error. Where superpixels are nearly tied, many are added; at worst all.
"""

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.explanation.surrogate import ridge_operator

EXACT_STEP = 30
"""So many exact answers more before each look whether the top superpixels are settled."""

SETTLED = 3.0
"""Standard errors that must lie between a top superpixel and any other."""

_PRIOR = 0.02
_SMALLEST = 1e-12

Values = NDArray[np.float64]


class Settling:
    """Probabilities of the explained class for all samples. One job's; not thread-safe."""

    def __init__(
        self, masks: NDArray[np.int64], importance: Values, rough: NDArray[np.float32], column: int
    ) -> None:
        """Start from the rounded answers.

        Args:
            masks: samples×superpixels, 0 or 1.
            importance: weight of each sample in the surrogate.
            rough: samples×C, the rounded network's logits, divided by the temperature.
            column: of the explained class.
        """
        self._column = column
        self._rough = _log_odds(rough.astype(np.float64), column)
        self._operator = ridge_operator(masks, importance)
        spread = max(float(self._rough.std()), _SMALLEST)
        centred = (rough - rough.mean(axis=0)).astype(np.float64) / spread
        self._inputs = np.hstack([centred, (masks - 0.5) / 2])
        self._differences = np.full(len(masks), np.nan)
        slope = _slope(_sigmoid(self._rough))
        influence = slope * np.linalg.norm(self._operator, axis=0)
        self._order = np.argsort(-influence, kind="stable")
        self._taken = 0

    def next_samples(self) -> NDArray[np.intp]:
        """Samples to answer exactly next, the most influential first; empty when all are."""
        return self._order[self._taken : self._taken + EXACT_STEP]

    def answer(self, exact: NDArray[np.float32]) -> None:
        """Take the exact logits (divided by the temperature) of `next_samples`."""
        samples = self.next_samples()
        self._differences[samples] = (
            _log_odds(exact.astype(np.float64), self._column) - self._rough[samples]
        )
        self._taken += len(samples)

    @property
    def exact(self) -> int:
        """How many samples are answered exactly."""
        return self._taken

    def outputs(self) -> Values:
        """The probability of the explained class for each sample: float64."""
        return _sigmoid(self._corrected()[0])

    def settled(self, top_count: int) -> bool:
        """Whether the set of top superpixels can no longer change."""
        if self._taken == len(self._order):
            return True
        log_odds, noise, covariance = self._corrected()
        outputs = _sigmoid(log_odds)
        weights = self._operator @ outputs
        if len(weights) <= top_count:
            return True
        slope = _slope(outputs)
        unknown = np.isnan(self._differences)
        order = np.argsort(-weights, kind="stable")
        top, others = order[:top_count], order[top_count:]
        # Error of a weight: each sample's own noise, and that of the correction, common to all.
        own = self._operator * (slope * noise * unknown)
        common = (self._operator * (slope * unknown)) @ self._inputs
        for one in top:
            between = own[one] - own[others]
            shared = common[one] - common[others]
            variance = (between**2).sum(axis=1) + ((shared @ covariance) * shared).sum(axis=1)
            if (weights[one] - weights[others] < SETTLED * np.sqrt(variance)).any():
                return False
        return True

    def _corrected(self) -> tuple[Values, float, Values]:
        """Log-odds of all samples, the noise left in those not exact, and of the correction."""
        known = ~np.isnan(self._differences)
        differences = self._differences[known]
        inputs = self._inputs[known]
        middle = inputs.mean(axis=0)
        centred = inputs - middle
        prior = np.eye(centred.shape[1]) * (len(centred) * _PRIOR)
        inverse = np.linalg.inv(centred.T @ centred + prior)
        mean = differences.mean()
        coefficients = inverse @ (centred.T @ (differences - mean))
        fitted = mean + centred @ coefficients
        # Each difference as if it had not been used: the fit flatters itself.
        leverage = np.einsum("ij,jk,ik->i", centred, inverse, centred) + 1 / len(centred)
        left = (differences - fitted) / np.maximum(1 - leverage, 0.1)
        noise = float(np.sqrt(np.mean(left**2)))
        corrected = self._rough + mean + (self._inputs - middle) @ coefficients
        corrected[known] = self._rough[known] + differences
        return corrected, noise, inverse * noise**2


def _log_odds(logits: Values, column: int) -> Values:
    others = np.delete(logits, column, axis=1)
    largest = others.max(axis=1)
    rest = largest + np.log(np.exp(others - largest[:, None]).sum(axis=1))
    return np.asarray(logits[:, column] - rest, np.float64)


def _sigmoid(values: Values) -> Values:
    return np.asarray(0.5 * (1 + np.tanh(values / 2)), np.float64)


def _slope(probabilities: Values) -> Values:
    """How much a probability changes with its log-odds."""
    return np.asarray(probabilities * (1 - probabilities), np.float64)
