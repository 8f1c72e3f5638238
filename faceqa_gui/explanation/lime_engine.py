"""lime 0.2.0.1 itself behind the same interface: slow, for comparison."""

import io
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.explanation.colours import overlay_heat
from faceqa_gui.explanation.combined import explain
from faceqa_gui.explanation.explanation import (
    Explanation,
    ExplanationJob,
    Progress,
    Sketch,
    Stage,
)
from faceqa_gui.explanation.faithfulness import measure_combined
from faceqa_gui.explanation.measures import agreement, rank_agreement
from faceqa_gui.explanation.perturbations import draw_masks
from faceqa_gui.explanation.stability import bootstrap
from faceqa_gui.explanation.surrogate import kernel_weights, top_superpixels
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.settings import ExplanationSettings


def explain_with_lime(
    picture: Pixels,
    *,
    model: QualityModel,
    target: Quality,
    frame_sequence: int,
    captured_at: float,
    face: Box | None,
    settings: ExplanationSettings,
) -> ExplanationJob:
    """The combined explanation with lime's own sampling and surrogate; see `explain`.

    lime has no hook for progress or cancelling: the job yields before and after it only.
    """
    from lime.lime_image import LimeImageExplainer

    few = settings.model_copy(update={"sample_count": 10, "until_stable": False})
    own: Explanation = yield from explain(
        picture,
        model=model,
        target=target,
        frame_sequence=frame_sequence,
        captured_at=captured_at,
        face=face,
        settings=few,
    )
    heated = overlay_heat(picture, own.heat, settings.overlay)
    column = list(Quality).index(target)

    outputs: list[NDArray[np.float64]] = []

    def classify(pictures: Pixels) -> NDArray[np.float64]:
        probabilities = model.predict(pictures.astype(np.float32))[1]
        outputs.append(probabilities[:, column])
        return probabilities

    yield Progress(Stage.SAMPLES, 0, settings.sample_count, None)
    started = time.perf_counter()
    explainer = LimeImageExplainer(kernel_width=settings.kernel_width, random_state=settings.seed)
    with _standard_error():
        answer = explainer.explain_instance(
            heated,
            classify,
            labels=(column,),
            top_labels=None,
            num_samples=settings.sample_count,
            segmentation_fn=lambda _picture: own.segments,
        )
    seconds = time.perf_counter() - started
    weights = np.zeros(int(own.segments.max()) + 1)
    for number, weight in answer.local_exp[column]:
        weights[number] = weight
    top = top_superpixels(weights, settings.top_superpixels)
    masks = draw_masks(settings.sample_count, len(weights), settings.seed)
    stability = bootstrap(
        masks,
        np.concatenate(outputs),
        kernel_weights(masks, settings.kernel_width),
        top=top,
        top_count=settings.top_superpixels,
        seed=settings.seed,
    )
    faithfulness = yield from measure_combined(
        Sketch(picture, own.heat, own.segments, weights, top, settings.sample_count),
        model=model,
        target=target,
        batch_size=settings.batch_size,
    )
    return replace(
        own,
        identifier=uuid.uuid4().hex,
        weights=weights,
        top=top,
        stability=stability.same_top,
        selection=stability.selection,
        sample_count=settings.sample_count,
        exact_count=settings.sample_count,
        r_squared=float(answer.score),
        agreement=agreement(own.heat, own.segments, weights),
        rank_agreement=rank_agreement(own.heat, own.segments, weights),
        deletion_auc=faithfulness.deletion_auc if faithfulness else None,
        insertion_auc=faithfulness.insertion_auc if faithfulness else None,
        stage_seconds={**own.stage_seconds, Stage.SAMPLES: seconds, Stage.SURROGATE: 0.0},
    )


@contextmanager
def _standard_error() -> Iterator[None]:
    """Windowed programs have no standard error, and lime's progress bar dies without one."""
    if sys.stderr is not None:
        yield
        return
    sys.stderr = io.StringIO()
    try:
        yield
    finally:
        sys.stderr = None
