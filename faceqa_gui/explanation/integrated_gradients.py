"""Integrated gradients (Sundararajan et al. 2017): the gradient along a path from a baseline."""

from collections.abc import Generator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.explanation.baselines import blurred
from faceqa_gui.explanation.explainer import Attribution, AttributionJob
from faceqa_gui.explanation.explanation import Completeness, Progress, Stage
from faceqa_gui.explanation.reference_network import (
    Target,
    logit_gradients,
    reference_network,
)
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.settings import ExplanationSettings

if TYPE_CHECKING:
    import keras

LEAST_STEPS = 20
"""Sundararajan et al. 2017, section 5: 20 to 300 steps are enough in practice."""

_ROUNDING = 1e-6


class Baseline(StrEnum):
    """The picture that stands for “nothing here”."""

    BLACK = "black"
    WHITE = "white"
    BLURRED = "blurred"


@dataclass(frozen=True, slots=True)
class IntegratedGradients:
    """The attribution of x against x': (x - x') times the mean gradient between them (eq. 1).

    The path is cut into `steps` equal parts and the gradient is taken at the middle of each. What
    is explained is the logit, as in Grad-CAM. The three channels of a pixel are summed, so that
    the map keeps the completeness: its sum is F(x) - F(x'), up to the error that is reported.

    Attributes:
        baseline: x'.
        steps: m, at least `LEAST_STEPS`.
    """

    baseline: Baseline = Baseline.BLACK
    steps: int = 50
    name = "integrated-gradients"
    title = "Integrated gradients"

    def __post_init__(self) -> None:
        """Refuse a path that is cut too coarsely.

        Raises:
            ValueError: fewer than `LEAST_STEPS` steps.
        """
        if self.steps < LEAST_STEPS:
            raise ValueError(f"integrated gradients need at least {LEAST_STEPS} steps")

    def explain(
        self,
        picture: Pixels,
        *,
        model: QualityModel,
        target: Quality,
        face: Box | None,  # noqa: ARG002  (part of the interface)
        settings: ExplanationSettings,
    ) -> AttributionJob:
        """See `Explainer.explain`; `settings` gives the batch size alone.

        Raises:
            ExplanationError: the model's answers are not finite.
            ModelError: the model has no Keras network to take gradients of.
        """
        yield Progress(Stage.SAMPLES, 0, self.steps, None)
        network = reference_network(model)
        values, completeness = yield from self.integrate(
            network, picture, target, settings.batch_size
        )
        return Attribution(
            method=self.name,
            target=target,
            probability=model.probabilities(picture)[target],
            picture=picture,
            values=values,
            completeness=completeness,
        )

    def integrate(
        self, network: "keras.Model", picture: Pixels, target: Target, batch_size: int
    ) -> Generator[Progress, None, tuple[NDArray[np.float32], Completeness]]:
        """The map of one class of any network, step by step.

        Args:
            network: pictures to logits.
            picture: uint8, S×S×3, RGB.
            target: the class, before the softmax.
            batch_size: points of the path at once.

        Returns:
            float32, S×S, in logits, all zero where only rounding noise was found; and how much of
            the difference of the logits it accounts for.

        Raises:
            ExplanationError: the network's answers are not finite.
        """
        end = picture.astype(np.float32)
        start = baseline_picture(picture, self.baseline).astype(np.float32)
        places = (np.arange(self.steps, dtype=np.float32) + 0.5) / self.steps
        total = np.zeros(picture.shape, np.float64)
        for first in range(0, self.steps, batch_size):
            part = places[first : first + batch_size, None, None, None]
            _, gradients = logit_gradients(network, start + part * (end - start), target)
            total += gradients.sum(axis=0, dtype=np.float64)
            yield Progress(Stage.SAMPLES, first + len(part), self.steps, None)
        values = ((end - start) * total / self.steps).sum(axis=2)
        (reached, left), _ = logit_gradients(network, np.stack([end, start]), target)
        completeness = Completeness(
            attributed=float(values.sum()), difference=float(reached) - float(left)
        )
        if np.abs(values).max() <= _ROUNDING:
            values = np.zeros_like(values)
        return values.astype(np.float32), completeness


def baseline_picture(picture: Pixels, baseline: Baseline) -> Pixels:
    """The baseline of `picture` (uint8, S×S×3)."""
    if baseline is Baseline.BLURRED:
        return blurred(picture)
    return np.full_like(picture, 255 if baseline is Baseline.WHITE else 0)
