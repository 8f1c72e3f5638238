"""`Explanation`: maps, superpixels, weights and what they belong to."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.frames.frame import Pixels
from faceqa_gui.quality.labels import Quality


class Stage(StrEnum):
    """Steps of the combined explanation, in order."""

    GRAD_CAM = "grad_cam"
    SUPERPIXELS = "superpixels"
    SAMPLES = "samples"
    SURROGATE = "surrogate"
    FAITHFULNESS = "faithfulness"


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """What a running explanation knows so far: something to look at, and a ground for nothing.

    Attributes:
        picture, heat, segments, weights, top: as in `Explanation`; before the first samples one
            superpixel without weight.
        sample_count: samples that the weights come from; 0 while only Grad-CAM is known.
    """

    picture: Pixels
    heat: NDArray[np.float32]
    segments: NDArray[np.int64]
    weights: NDArray[np.float64]
    top: tuple[int, ...]
    sample_count: int

    @property
    def has_evidence(self) -> bool:
        """Whether any place speaks for the class so far."""
        return bool(self.heat.any()) and bool(self.top)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a running explanation is: sent between batches, each also a point to cancel at.

    Attributes:
        stage: what is being computed.
        done, total: samples (or steps) of the stage.
        seconds_left: estimate for the whole explanation; None before one can be made.
        sketch: what can be shown already; None before there is anything.
    """

    stage: Stage
    done: int
    total: int
    seconds_left: float | None
    sketch: Sketch | None = None


@dataclass(frozen=True, slots=True)
class Completeness:
    """Whether attributions add up (Sundararajan et al. 2017, section 3, axiom of completeness).

    Attributes:
        attributed: sum of all attributions, in logits.
        difference: F(x) - F(baseline), in logits, which it should equal.
    """

    attributed: float
    difference: float

    @property
    def error(self) -> float:
        """What is missing or too much, in logits, at least 0."""
        return abs(self.attributed - self.difference)


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """The combined Grad-CAM + LIME explanation of one frame (Gurjar et al. 2024, section 2.3).

    Attributes:
        identifier: unique, random.
        frame_sequence: the frame that is explained.
        captured_at: monotonic seconds when that frame was captured.
        target: the explained class, and `probability` its calibrated probability in 0-1.
        model_sha256: of the model that was explained.
        picture: the explained network input, uint8, S×S×3, RGB (S = 224).
        heat: Grad-CAM map, float32, S×S, 0-1; all zero without positive evidence.
        segments: superpixel number of every pixel, int64, S×S, from 0.
        weights: surrogate weight of every superpixel, float64, one per superpixel.
        top: superpixels with the largest positive weights, at most five, best first.
        seed, sample_count: of the perturbations.
        exact_count: how many samples the float network answered; 8 bits answered the others, put
            right by these (see `settling`).
        r_squared: weighted R² of the surrogate, at most 1.
        stability: share in 0-1 of bootstrap resamples with the same top set; None without a top.
        selection: float64, one per superpixel: share in 0-1 of resamples that put it into the top.
        evidence_inside_face: share in 0-1 of the Grad-CAM mass inside the face; None if no face.
        agreement: IoU in 0-1 of the top fifth of Grad-CAM and of LIME; None without evidence.
        stage_seconds: duration of each stage in seconds.
        rank_agreement: Spearman correlation in -1 to 1 of Grad-CAM and LIME; None where one of
            them is the same everywhere.
        deletion_auc, insertion_auc: in 0-1, of the combined map (see `faithfulness`): how much of
            the probability is left while the important places are blurred, and how much is there
            while they are put into the blurred picture; None without evidence.
    """

    identifier: str
    frame_sequence: int
    captured_at: float
    target: Quality
    probability: float
    model_sha256: str
    picture: Pixels
    heat: NDArray[np.float32]
    segments: NDArray[np.int64]
    weights: NDArray[np.float64]
    top: tuple[int, ...]
    seed: int
    sample_count: int
    exact_count: int
    r_squared: float
    stability: float | None
    selection: NDArray[np.float64]
    evidence_inside_face: float | None
    agreement: float | None
    stage_seconds: Mapping[Stage, float]
    rank_agreement: float | None = None
    deletion_auc: float | None = None
    insertion_auc: float | None = None

    @property
    def has_evidence(self) -> bool:
        """Whether any place speaks for the class; if not, nothing may be painted red."""
        return bool(self.heat.any()) and bool(self.top) and bool(self.segments.any())


ExplanationJob = Generator[Progress, None, Explanation]
