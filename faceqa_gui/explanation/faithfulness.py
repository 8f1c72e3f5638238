"""Does the model lose its answer where the explanation points? Deletion and insertion.

Petsiuk et al. 2018 (RISE), section 4.2: pixels are taken away, most important first, and the
probability of the class should fall fast (deletion); or they are put into an empty picture and it
should rise fast (insertion). What is taken away becomes blurred, so that no new edge appears.
"""

import time
from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.explanation.answers import finite
from faceqa_gui.explanation.baselines import blurred
from faceqa_gui.explanation.explainer import Attribution
from faceqa_gui.explanation.explanation import Progress, Sketch, Stage
from faceqa_gui.explanation.measures import kept_heat
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.resample import compose
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel

STEPS = 20
"""Each step takes away or puts in a twentieth of the pixels."""

_SMOOTHING = 16.0


@dataclass(frozen=True, slots=True, eq=False)
class Faithfulness:
    """Both curves of one map: probability of the class, float64, one value per step and one more.

    Attributes:
        deletion: from the whole picture to the blurred one.
        insertion: from the blurred picture to the whole one.
    """

    deletion: NDArray[np.float64]
    insertion: NDArray[np.float64]

    @property
    def deletion_auc(self) -> float:
        """Area under the deletion curve in 0-1; low is good."""
        return _area(self.deletion)

    @property
    def insertion_auc(self) -> float:
        """Area under the insertion curve in 0-1; high is good."""
        return _area(self.insertion)


def ranking(
    values: NDArray[np.float32],
    segments: NDArray[np.int64] | None = None,
    weights: NDArray[np.float64] | None = None,
) -> NDArray[np.int64]:
    """The place of every pixel in the order of importance: int64, S×S, from 0 = most important.

    Equal values are ordered by the weight of their superpixel where there is one, and then by the
    values around them, so that a map that is zero in most places is not continued at random.

    Args:
        values: S×S, signed.
        segments: superpixel number of every pixel, S×S; None without superpixels.
        weights: weight of every superpixel; None without superpixels.
    """
    from scipy.ndimage import gaussian_filter

    around = gaussian_filter(values.astype(np.float64), _SMOOTHING)
    keys = [-around.ravel(), -values.ravel()]
    if segments is not None and weights is not None:
        keys.insert(1, -weights[segments].ravel())
    order = np.lexsort(keys)
    places = np.empty(values.size, np.int64)
    places[order] = np.arange(values.size)
    return places.reshape(values.shape)


def measure_faithfulness(
    picture: Pixels,
    places: NDArray[np.int64],
    *,
    model: QualityModel,
    target: Quality,
    batch_size: int,
    steps: int = STEPS,
    sketch: Sketch | None = None,
) -> Generator[Progress, None, Faithfulness]:
    """Both curves by 2·`steps` pictures; the job yields before each batch.

    Args:
        picture: network input, uint8, S×S×3, RGB.
        places: S×S, see `ranking`.
        model: what was explained.
        target: the explained class.
        batch_size: pictures at once.
        steps: how many equal parts the pixels are taken away in.
        sketch: goes along with the progress.

    Raises:
        ExplanationError: the model's answers are not finite.
    """
    empty = blurred(picture)
    # The two whole pictures are ends of both curves, so they are asked about once.
    cuts = np.round(np.linspace(0, places.size, steps + 1)).astype(np.int64)
    masks = [places >= cut for cut in cuts] + [places < cut for cut in cuts[1:-1]]
    column = list(Quality).index(target)
    answers: list[NDArray[np.float64]] = []
    began = time.perf_counter()
    for first in range(0, len(masks), batch_size):
        left = (time.perf_counter() - began) / first * (len(masks) - first) if first else None
        yield Progress(Stage.FAITHFULNESS, first, len(masks), left, sketch)
        part = [mask.astype(np.uint8) * np.uint8(255) for mask in masks[first : first + batch_size]]
        answers.append(finite(model.predict(compose(picture, empty, part))[1])[:, column])
    curve = np.concatenate(answers)
    deletion, between = curve[: steps + 1], curve[steps + 1 :]
    insertion = np.concatenate([deletion[-1:], between, deletion[:1]])
    return Faithfulness(deletion, insertion)


def measure_attribution(
    attribution: Attribution, *, model: QualityModel, batch_size: int
) -> Generator[Progress, None, Faithfulness | None]:
    """Both curves of what one method found; None where it found nothing.

    Raises:
        ExplanationError: the model's answers are not finite.
    """
    yield Progress(Stage.FAITHFULNESS, 0, 2 * STEPS, None)
    if not attribution.has_evidence:
        return None
    curves = yield from measure_faithfulness(
        attribution.picture,
        ranking(attribution.values, attribution.segments, attribution.weights),
        model=model,
        target=attribution.target,
        batch_size=batch_size,
    )
    return curves


def measure_combined(
    sketch: Sketch, *, model: QualityModel, target: Quality, batch_size: int
) -> Generator[Progress, None, Faithfulness | None]:
    """Both curves of the combined map that `sketch` holds; None where it has no evidence.

    Raises:
        ExplanationError: the model's answers are not finite.
    """
    yield Progress(Stage.FAITHFULNESS, 0, 2 * STEPS, None, sketch)
    if not sketch.has_evidence:
        return None
    kept = kept_heat(sketch.heat, sketch.segments, sketch.top)
    curves = yield from measure_faithfulness(
        sketch.picture,
        ranking(kept, sketch.segments, sketch.weights),
        model=model,
        target=target,
        batch_size=batch_size,
        sketch=sketch,
    )
    return curves


def _area(curve: NDArray[np.float64]) -> float:
    return float(np.trapezoid(curve, dx=1.0 / (len(curve) - 1)))
