"""The paper's combined explanation: Grad-CAM, overlaid on the picture, explained by LIME."""

import importlib
import threading
import time
import uuid
from collections.abc import Callable, Generator
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from faceqa_gui.explanation.answers import finite
from faceqa_gui.explanation.colours import overlay_heat
from faceqa_gui.explanation.explanation import (
    Explanation,
    ExplanationJob,
    Progress,
    Sketch,
    Stage,
)
from faceqa_gui.explanation.faithfulness import measure_combined
from faceqa_gui.explanation.grad_cam import grad_cam
from faceqa_gui.explanation.measures import agreement, evidence_inside, rank_agreement
from faceqa_gui.explanation.sample_answers import SampleAnswers
from faceqa_gui.explanation.samples import Samples
from faceqa_gui.explanation.superpixels import cut_superpixels
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.settings import ExplanationSettings

_LOOK_SECONDS = 0.05
_T = TypeVar("_T")


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
    clock = _Clock()
    yield Progress(Stage.GRAD_CAM, 0, 1, None)
    prediction, probabilities = model.predict(picture[None].astype(np.float32))
    probability = float(finite(probabilities)[0, column])
    heat = grad_cam(prediction.class_maps[0, :, :, column], picture.shape[0])
    sketch = Sketch(picture, heat, np.zeros(heat.shape, np.int64), np.zeros(1), (), 0)
    clock.finish(Stage.GRAD_CAM)

    heated = overlay_heat(picture, heat, settings.overlay)
    segments = yield from _meanwhile(
        lambda: cut_superpixels(
            heated,
            kernel_size=settings.quickshift_kernel_size,
            max_distance=settings.quickshift_max_distance,
            seed=settings.seed,
        ),
        Progress(Stage.SUPERPIXELS, 0, 1, None, sketch),
    )
    clock.finish(Stage.SUPERPIXELS)

    samples = Samples(int(segments.max()) + 1, settings)
    answers = SampleAnswers(
        model, heated, segments, samples, column=column, batch_size=settings.batch_size
    )
    for _ in answers.prepare():
        yield Progress(Stage.SAMPLES, 0, settings.sample_count, None, sketch)
    began = time.perf_counter()
    while samples.left:
        done, count = samples.answered, settings.sample_count
        left = (time.perf_counter() - began) / done * (count - done) if done else None
        yield Progress(Stage.SAMPLES, done, count, left, sketch)
        if answers.answer_batch():
            surrogate, top = samples.fit()
            sketch = Sketch(picture, heat, segments, surrogate.weights, top, samples.answered)
            if settings.until_stable and samples.has_held(top):
                break
    for _ in answers.settle():
        yield Progress(Stage.SAMPLES, samples.answered, samples.answered, 0.0, sketch)
    clock.finish(Stage.SAMPLES)

    surrogate, top = samples.fit()
    stability = yield from _meanwhile(
        lambda: samples.stability(top),
        Progress(Stage.SURROGATE, samples.answered, samples.answered, 0.0, sketch),
    )
    clock.finish(Stage.SURROGATE)

    sketch = Sketch(picture, heat, segments, surrogate.weights, top, samples.answered)
    # One picture at a time, as live frames are: a runtime prepares each new shape at length.
    faithfulness = yield from measure_combined(sketch, model=model, target=target, batch_size=1)
    clock.finish(Stage.FAITHFULNESS)
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
        sample_count=samples.answered,
        exact_count=samples.answered if samples.exact is None else samples.exact,
        r_squared=surrogate.r_squared,
        stability=stability.same_top,
        selection=stability.selection,
        evidence_inside_face=evidence_inside(heat, face),
        agreement=agreement(heat, segments, surrogate.weights),
        stage_seconds=clock.seconds,
        rank_agreement=rank_agreement(heat, segments, surrogate.weights),
        deletion_auc=faithfulness.deletion_auc if faithfulness else None,
        insertion_auc=faithfulness.insertion_auc if faithfulness else None,
    )


def import_libraries() -> None:
    """Import what the first explanation needs: in its midst an import would hold live frames up."""
    for name in ("scipy.ndimage", "skimage.color", "skimage.segmentation"):
        importlib.import_module(name)


def _meanwhile(work: Callable[[], _T], progress: Progress) -> Generator[Progress, None, _T]:
    """Yield `progress` while `work` runs, so that a step without a hook can be left at once."""
    future: Future[_T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except Exception as error:  # noqa: BLE001  (raised again by whoever waits for the result)
            future.set_exception(error)

    # Work that nobody waits for any more ends by itself, and keeps no program from ending.
    threading.Thread(target=run, name="explanation step", daemon=True).start()
    while True:
        yield progress
        if wait([future], _LOOK_SECONDS).done:
            return future.result()
