"""All explainers, in the order in which they are shown."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from faceqa_gui.explanation.answers import finite
from faceqa_gui.explanation.combined import explain
from faceqa_gui.explanation.explainer import Attribution, AttributionJob, Explainer
from faceqa_gui.explanation.explanation import ExplanationJob, Progress, Stage
from faceqa_gui.explanation.grad_cam import grad_cam
from faceqa_gui.explanation.guided_grad_cam import GuidedGradCam
from faceqa_gui.explanation.integrated_gradients import IntegratedGradients
from faceqa_gui.explanation.measures import kept_heat
from faceqa_gui.explanation.surrogate import NOISE
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.settings import ExplanationSettings

Engine = Callable[..., ExplanationJob]
"""`combined.explain`, or `lime_engine.explain_with_lime`, which takes the same arguments."""


@dataclass(frozen=True, slots=True)
class GradCam:
    """Grad-CAM alone: the map in 0-1."""

    name = "grad-cam"
    title = "Grad-CAM"

    def explain(
        self,
        picture: Pixels,
        *,
        model: QualityModel,
        target: Quality,
        face: Box | None,  # noqa: ARG002  (part of the interface)
        settings: ExplanationSettings,  # noqa: ARG002  (part of the interface)
    ) -> AttributionJob:
        """See `Explainer.explain`."""
        yield Progress(Stage.GRAD_CAM, 0, 1, None)
        prediction, probabilities = model.predict(picture[None].astype(np.float32))
        column = list(Quality).index(target)
        return Attribution(
            method=self.name,
            target=target,
            probability=float(finite(probabilities)[0, column]),
            picture=picture,
            values=grad_cam(prediction.class_maps[0, :, :, column], picture.shape[0]),
        )


@dataclass(frozen=True, slots=True)
class Lime:
    """LIME alone, on the plain picture: the signed weight of each pixel's superpixel."""

    engine: Engine = explain
    name = "lime"
    title = "LIME"

    def explain(
        self,
        picture: Pixels,
        *,
        model: QualityModel,
        target: Quality,
        face: Box | None,
        settings: ExplanationSettings,
    ) -> AttributionJob:
        """See `Explainer.explain`."""
        # With nothing laid over it, the picture that LIME sees is the picture itself.
        plain = settings.model_copy(update={"overlay": 0.0})
        found = yield from self.engine(
            picture,
            model=model,
            target=target,
            frame_sequence=0,
            captured_at=0.0,
            face=face,
            settings=plain,
        )
        weights = np.where(np.abs(found.weights) > NOISE, found.weights, 0.0)
        return Attribution(
            method=self.name,
            target=target,
            probability=found.probability,
            picture=picture,
            values=weights[found.segments].astype(np.float32),
            segments=found.segments,
            weights=weights,
            explanation=found,
        )


@dataclass(frozen=True, slots=True)
class Combined:
    """The paper's combination: the heat inside the superpixels that LIME on the overlay keeps."""

    engine: Engine = explain
    name = "combined"
    title = "Combined"

    def explain(
        self,
        picture: Pixels,
        *,
        model: QualityModel,
        target: Quality,
        face: Box | None,
        settings: ExplanationSettings,
    ) -> AttributionJob:
        """See `Explainer.explain`."""
        found = yield from self.engine(
            picture,
            model=model,
            target=target,
            frame_sequence=0,
            captured_at=0.0,
            face=face,
            settings=settings,
        )
        return Attribution(
            method=self.name,
            target=target,
            probability=found.probability,
            picture=picture,
            values=kept_heat(found.heat, found.segments, found.top),
            segments=found.segments,
            weights=found.weights,
            explanation=found,
            keeps=True,
        )


def methods_with(engine: Engine, gradients: IntegratedGradients) -> tuple[Explainer, ...]:
    """All explainers, in the order in which they are shown.

    Args:
        engine: what samples for LIME and the combination.
        gradients: integrated gradients with its baseline and steps.
    """
    return (GradCam(), Lime(engine), Combined(engine), gradients, GuidedGradCam())


METHODS: tuple[Explainer, ...] = methods_with(explain, IntegratedGradients())
