"""`Explainer`: every way to explain a picture, behind one small interface."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.explanation.explanation import Completeness, Explanation, Progress
from faceqa_gui.explanation.measures import evidence_inside
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.settings import ExplanationSettings


@dataclass(frozen=True, slots=True, eq=False)
class Attribution:
    """What one method says about one class of one picture.

    Attributes:
        method: name of the explainer.
        target: the explained class, and `probability` its calibrated probability in 0-1.
        picture: the explained network input, uint8, S×S×3, RGB.
        values: float32, S×S, signed: what is above 0 speaks for the class, below 0 against it.
            Only the order and the sign compare between methods. All zero where nothing was found:
            a method removes its own rounding noise.
        segments: superpixel number of every pixel, int64, S×S; None without superpixels.
        weights: signed weight of every superpixel, float64; None without superpixels.
        completeness: of integrated gradients; None for the others.
        explanation: of the methods that sample (LIME and combined); None for the others.
        keeps: whether only the top superpixels of `explanation` are shown, as the paper does.
    """

    method: str
    target: Quality
    probability: float
    picture: Pixels
    values: NDArray[np.float32]
    segments: NDArray[np.int64] | None = None
    weights: NDArray[np.float64] | None = None
    completeness: Completeness | None = None
    explanation: Explanation | None = None
    keeps: bool = False

    @property
    def positive(self) -> NDArray[np.float32]:
        """What speaks for the class: float32, S×S, 0-1 with its maximum at 1, or all zero."""
        highest = float(self.values.max())
        if highest <= 0.0:
            return np.zeros_like(self.values)
        return np.asarray(np.maximum(self.values, 0.0) / highest, np.float32)

    @property
    def has_evidence(self) -> bool:
        """Whether any place speaks for the class; if not, nothing may be painted red."""
        return bool((self.values > 0.0).any())

    @property
    def kept(self) -> Explanation | None:
        """The explanation whose top superpixels alone are shown; None for the other methods."""
        return self.explanation if self.keeps else None

    def evidence_inside(self, face: Box | None) -> float | None:
        """Share in 0-1 of the positive evidence inside `face`; None without face or evidence."""
        return evidence_inside(self.positive, face)


AttributionJob = Generator[Progress, None, Attribution]


class Explainer(Protocol):
    """One way to explain a picture. Immutable, and safe to use for many pictures."""

    @property
    def name(self) -> str:
        """Name on the command line and in file names, such as `grad-cam`."""

    @property
    def title(self) -> str:
        """Name for people, such as `Grad-CAM`."""

    def explain(
        self,
        picture: Pixels,
        *,
        model: QualityModel,
        target: Quality,
        face: Box | None,
        settings: ExplanationSettings,
    ) -> AttributionJob:
        """Explain one picture, step by step.

        The job yields `Progress` between batches; closing it there cancels it. The same picture,
        model, parameters and seed give the same attribution.

        Args:
            picture: network input, uint8, 224×224×3, RGB.
            model: what is explained.
            target: class to explain.
            face: box of the face in the picture; None where none was found.
            settings: parameters of the methods that sample.

        Raises:
            ExplanationError: the model's answers are not finite.
        """


_T = TypeVar("_T")


def finish(
    job: Generator[Progress, None, _T], report: Callable[[Progress], None] | None = None
) -> _T:
    """Run a job to its end and return its result.

    Args:
        job: what to run.
        report: called with each step of progress.
    """
    try:
        while True:
            progress = next(job)
            if report is not None:
                report(progress)
    except StopIteration as finished:
        result: _T = finished.value
    return result
