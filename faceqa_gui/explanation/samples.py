"""The perturbed samples of one picture, and what the surrogate says while they are answered."""

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.explanation.perturbations import draw_masks
from faceqa_gui.explanation.stability import Stability, bootstrap
from faceqa_gui.explanation.surrogate import (
    Surrogate,
    fit_surrogate,
    kernel_weights,
    top_superpixels,
)
from faceqa_gui.settings import ExplanationSettings

CHECK_SAMPLES = 100
"""The surrogate is fitted anew each time so many further samples are answered."""

HELD_CHECKS = 3
"""Early stop: so many checks in a row must find the same top superpixels …"""

HELD_STABILITY = 0.9
"""… and this share of the bootstrap's resamples must find them too."""


class Samples:
    """Masks, and the answers that are there so far. One job's; not thread-safe.

    Attributes:
        answered: how many samples have an answer.
        exact: how many of the answers are the exact network's; None while all are.
    """

    def __init__(self, superpixel_count: int, settings: ExplanationSettings) -> None:
        """Draw all masks; none is answered yet."""
        self._settings = settings
        self._masks = draw_masks(settings.sample_count, superpixel_count, settings.seed)
        self._importance = kernel_weights(self._masks, settings.kernel_width)
        self._outputs = np.empty(settings.sample_count)
        self._tops: list[frozenset[int]] = []
        self.answered = 0
        self.exact: int | None = None

    @property
    def masks(self) -> NDArray[np.int64]:
        """All masks, samples×superpixels."""
        return self._masks

    @property
    def importance(self) -> NDArray[np.float64]:
        """Weight of every sample in the surrogate."""
        return self._importance

    @property
    def outputs(self) -> NDArray[np.float64]:
        """The answers so far."""
        return self._outputs[: self.answered]

    @property
    def top_count(self) -> int:
        """So many superpixels are the top ones."""
        return self._settings.top_superpixels

    @property
    def left(self) -> int:
        """How many samples have no answer yet."""
        return len(self._masks) - self.answered

    def answer(self, outputs: NDArray[np.float64]) -> bool:
        """Take the explained class's probabilities for the next samples.

        Returns:
            Whether enough are new for another look at the surrogate.
        """
        before, self.answered = self.answered, self.answered + len(outputs)
        self._outputs[before : self.answered] = outputs
        return before // CHECK_SAMPLES < self.answered // CHECK_SAMPLES

    def settle(self, outputs: NDArray[np.float64], exact: int) -> None:
        """Replace the answers so far by better ones, `exact` of which are exact."""
        self._outputs[: self.answered] = outputs
        self.exact = exact

    def fit(self) -> tuple[Surrogate, tuple[int, ...]]:
        """The surrogate of the answers so far, and its top superpixels, best first."""
        count = self.answered
        surrogate = fit_surrogate(
            self._masks[:count], self._outputs[:count], self._importance[:count]
        )
        return surrogate, top_superpixels(surrogate.weights, self._settings.top_superpixels)

    def stability(self, top: tuple[int, ...]) -> Stability:
        """How often resamples of the answers so far choose `top` as well."""
        count = self.answered
        return bootstrap(
            self._masks[:count],
            self._outputs[:count],
            self._importance[:count],
            top=top,
            top_count=self._settings.top_superpixels,
            seed=self._settings.seed,
        )

    def has_held(self, top: tuple[int, ...]) -> bool:
        """Note `top` as one more check, and tell whether the answers so far suffice."""
        self._tops.append(frozenset(top))
        recent = set(self._tops[-HELD_CHECKS:])
        if len(self._tops) < HELD_CHECKS or len(recent) > 1:
            return False
        found = self.stability(top).same_top
        return found is not None and found >= HELD_STABILITY
