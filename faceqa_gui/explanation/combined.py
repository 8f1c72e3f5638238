"""The paper's combined explanation: Grad-CAM, overlaid on the picture, explained by LIME."""

import time
import uuid
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import FaceQAError
from faceqa_gui.explanation.colours import overlay_heat
from faceqa_gui.explanation.explanation import Explanation, ExplanationJob, Progress, Stage
from faceqa_gui.explanation.grad_cam import grad_cam
from faceqa_gui.explanation.measures import agreement, evidence_inside
from faceqa_gui.explanation.perturbations import draw_masks
from faceqa_gui.explanation.superpixels import cut_superpixels, mean_colours
from faceqa_gui.explanation.surrogate import fit_surrogate, kernel_weights
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.frames.resample import compose
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.settings import ExplanationSettings


class ExplanationError(FaceQAError):
    """An explanation cannot be computed."""


@dataclass(slots=True)
class _Clock:
    """Times the stages of one job."""

    started: float = field(default_factory=time.perf_counter)
    seconds: dict[Stage, float] = field(default_factory=dict)

    def finish(self, stage: Stage) -> None:
        now = time.perf_counter()
        self.seconds[stage] = now - self.started
        self.started = now


def explain(
    picture: Pixels,
    *,
    model: QualityModel,
    target: Quality,
    frame_sequence: int,
    captured_at: float,
    face: Box | None,
    settings: ExplanationSettings,
) -> ExplanationJob:
    """Explain one picture, step by step (Gurjar et al. 2024, section 2.3).

    The job yields `Progress` between batches; closing it there cancels it. The same picture,
    model, parameters and seed give the same explanation, whatever ran before.

    Args:
        picture: network input, uint8, 224×224×3, RGB.
        model: what is explained.
        target: class to explain.
        frame_sequence: number of the frame that the picture was cut from.
        captured_at: when that frame was captured, in monotonic seconds.
        face: box of the face in the picture; None where none was found.
        settings: parameters; the defaults are the paper's.

    Raises:
        ExplanationError: the model's answers are not finite.
    """
    column = list(Quality).index(target)
    count = settings.sample_count
    clock = _Clock()
    yield Progress(Stage.GRAD_CAM, 0, 1, None)
    prediction, probabilities = model.predict(picture[None].astype(np.float32))
    probability = float(_finite(probabilities)[0, column])
    heat = grad_cam(prediction.class_maps[0, :, :, column], picture.shape[0])
    clock.finish(Stage.GRAD_CAM)

    yield Progress(Stage.SUPERPIXELS, 0, 1, None)
    heated = overlay_heat(picture, heat, settings.overlay)
    segments = cut_superpixels(
        heated,
        kernel_size=settings.quickshift_kernel_size,
        max_distance=settings.quickshift_max_distance,
        seed=settings.seed,
    )
    clock.finish(Stage.SUPERPIXELS)

    masks = draw_masks(count, int(segments.max()) + 1, settings.seed)
    outputs = np.empty(count)
    fill = mean_colours(heated, segments)
    began = time.perf_counter()
    for start in range(0, count, settings.batch_size):
        left = None if not start else (time.perf_counter() - began) / start * (count - start)
        yield Progress(Stage.SAMPLES, start, count, left)
        rows = masks[start : start + settings.batch_size]
        batch = compose(heated, fill, _as_pixel_masks(rows, segments))
        outputs[start : start + len(rows)] = _finite(model.predict(batch)[1])[:, column]
    clock.finish(Stage.SAMPLES)

    yield Progress(Stage.SURROGATE, count, count, 0.0)
    surrogate = fit_surrogate(masks, outputs, kernel_weights(masks, settings.kernel_width))
    top = top_superpixels(surrogate.weights, settings.top_superpixels)
    clock.finish(Stage.SURROGATE)
    return Explanation(
        identifier=uuid.uuid4().hex,
        frame_sequence=frame_sequence,
        captured_at=captured_at,
        target=target,
        probability=probability,
        model_sha256=model.sha256,
        picture=picture,
        heat=heat,
        segments=segments,
        weights=surrogate.weights,
        top=top,
        seed=settings.seed,
        sample_count=count,
        r_squared=surrogate.r_squared,
        evidence_inside_face=evidence_inside(heat, face),
        agreement=agreement(heat, segments, surrogate.weights),
        stage_seconds=clock.seconds,
    )


def top_superpixels(weights: NDArray[np.float64], count: int) -> tuple[int, ...]:
    """The superpixels with the largest weights above rounding noise, best first."""
    noise = 1e-9
    best = np.argsort(-weights, kind="stable")[:count]
    return tuple(int(number) for number in best if weights[number] > noise)


def _as_pixel_masks(
    rows: NDArray[np.int64], segments: NDArray[np.int64]
) -> list[NDArray[np.uint8]]:
    shown = (rows * 255).astype(np.uint8)
    return [row[segments] for row in shown]


def _finite(probabilities: NDArray[np.float64]) -> NDArray[np.float64]:
    if not np.isfinite(probabilities).all():
        raise ExplanationError(
            "The model's answer is not a number, so it cannot be explained. "
            "Check the model with “faceqa model verify”."
        )
    return probabilities
