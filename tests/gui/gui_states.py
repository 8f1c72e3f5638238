"""Station states as the engine would make them, for tests of what is painted."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from skimage.data import astronaut

from faceqa_gui.assessment.actions import Action
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.explanation.explanation import Explanation, Progress, Sketch, Stage
from faceqa_gui.explanation.trust import Doubt
from faceqa_gui.eyes.eye_state import NOT_LOOKED, EyeReading, EyesReading, EyeState
from faceqa_gui.frames.frame import Box, Frame, Region, resize
from faceqa_gui.quality.labels import Quality
from faceqa_gui.station_state import (
    CaptureSummary,
    HistoryPoint,
    StationState,
    Step,
    StepState,
    WaitsFor,
)

NOW = 1000.0
REGION = Region(280, 0, 720)
FACE = Box(500, 40, 260, 300)


def probabilities(top: Quality) -> dict[Quality, float]:
    return {quality: 0.95 if quality is top else 0.0125 for quality in Quality}


def frame(sequence: int = 0) -> Frame:
    """A widescreen frame around a real photograph."""
    picture = resize(astronaut(), 720, 720)
    wide = np.full((720, 1280, 3), 60, np.uint8)
    wide[:, 280:1000] = picture
    return Frame(wide, sequence, NOW, "test")


def eyes(state: EyeState) -> EyesReading:
    left = EyeReading(state, Box(560, 130, 50, 34), 0.99)
    right = EyeReading(state, Box(636, 130, 50, 34), 0.99)
    return EyesReading(state, left, right, FACE)


def history(*spans: tuple[float, Light, float | None, EyeState]) -> tuple[HistoryPoint, ...]:
    """Thirty points a second; each span is (seconds, light, good, eyes), the last ends now."""
    length = sum(seconds for seconds, *_ in spans)
    points, start = [], NOW - length
    for seconds, light, good, state in spans:
        count = round(30 * seconds)
        for index in range(count):
            at = start + seconds * index / count
            wobble = None if good is None else min(good + 0.02 * np.sin(3 * at), 1.0)
            points.append(HistoryPoint(at, light, wobble, state))
        start += seconds
    return tuple(points)


def explanation(
    target: Quality = Quality.GOOD, *, evidence: bool = True, sequence: int = 1284
) -> Explanation:
    """Ten-pixel-wide superpixels and a warm spot on the face; nothing warm without evidence."""
    picture = resize(astronaut()[0:300, 100:400].copy(), 224, 224)
    rows, columns = np.mgrid[0:224, 0:224]
    heat = np.exp(-((rows - 90) ** 2 + (columns - 120) ** 2) / 2500.0).astype(np.float32)
    segments = (rows // 28) * 8 + columns // 28
    weights = np.linspace(-0.1, 0.05, 64)
    top = (28, 27, 20, 36, 19)
    weights[list(top)] = (0.31, 0.24, 0.18, 0.09, 0.06)
    return Explanation(
        identifier=f"{target}-{sequence}-{evidence}",
        frame_sequence=sequence,
        captured_at=NOW - 1.3,
        target=target,
        probability=0.95,
        model_sha256="3fa9",
        picture=picture,
        heat=heat if evidence else np.zeros_like(heat),
        segments=segments.astype(np.int64),
        weights=weights,
        top=top if evidence else (),
        seed=0,
        sample_count=1000,
        exact_count=90,
        r_squared=0.84,
        stability=0.88 if evidence else None,
        selection=np.where(np.isin(np.arange(64), top), 0.97, 0.0),
        evidence_inside_face=0.92 if evidence else None,
        agreement=0.71 if evidence else None,
        stage_seconds={Stage.GRAD_CAM: 0.02},
        deletion_auc=0.21 if evidence else None,
        insertion_auc=0.78 if evidence else None,
    )


def steps(done: int) -> Mapping[Step, StepState]:
    order = list(Step)
    return {
        step: StepState.DONE
        if index < done
        else (StepState.CURRENT if index == done else StepState.TO_DO)
        for index, step in enumerate(order)
    }


LOADING = StationState(
    now=NOW,
    light=Light.RED,
    action=Action.WAIT_FOR_MODEL,
    steps=steps(0),
    region=None,
    eyes=NOT_LOOKED,
    face=None,
    probabilities={},
    history=(),
    waits_for=(WaitsFor.MODEL,),
    permitted=False,
    explanation=None,
    explanation_valid=False,
    doubts=(),
    progress=None,
    notice="",
    must_acknowledge=False,
    captures=(),
    assessment_ms=None,
)

RED_REASONS = {
    Action.SHOW_FACE: Quality.WRONG_OBJECT,
    Action.HOLD_STILL: Quality.BLUR,
    Action.TAKE_OFF_GLASSES: Quality.EYEGLASSES,
    Action.UNCOVER_FACE: Quality.COVERED_FACE,
}


def red(action: Action = Action.TAKE_OFF_GLASSES) -> StationState:
    quality = RED_REASONS.get(action, Quality.BLUR)
    return dataclasses.replace(
        LOADING,
        action=action,
        region=REGION,
        probabilities=probabilities(quality),
        history=history((10.0, Light.RED, 0.03, EyeState.UNKNOWN)),
        waits_for=(WaitsFor.CLEAR_FACE, WaitsFor.EXPLANATION),
        assessment_ms=12.3,
    )


AMBER = dataclasses.replace(
    red(),
    light=Light.AMBER,
    action=Action.CLOSE_BOTH_EYES,
    steps=steps(1),
    eyes=eyes(EyeState.OPEN),
    face=FACE,
    probabilities=probabilities(Quality.GOOD),
    history=history(
        (3.5, Light.RED, 0.2, EyeState.UNKNOWN), (6.5, Light.AMBER, 0.94, EyeState.OPEN)
    ),
    waits_for=(WaitsFor.CLOSED_EYES, WaitsFor.EXPLANATION),
)

EXPLAINING = dataclasses.replace(
    AMBER, progress=Progress(Stage.SAMPLES, 620, 1000, 0.9), explanation=explanation()
)


def sketch(samples: int) -> Sketch:
    """What is known after so many samples; only Grad-CAM at 0."""
    whole = explanation()
    if samples:
        return Sketch(whole.picture, whole.heat, whole.segments, whole.weights, whole.top, samples)
    nowhere = np.zeros(whole.heat.shape, np.int64)
    return Sketch(whole.picture, whole.heat, nowhere, np.zeros(1), (), 0)


REFINING = dataclasses.replace(
    AMBER, progress=Progress(Stage.SAMPLES, 620, 1000, 0.9, sketch(600)), explanation=explanation()
)

GREEN = dataclasses.replace(
    AMBER,
    light=Light.GREEN,
    action=Action.READY,
    steps=steps(3),
    eyes=eyes(EyeState.CLOSED),
    history=history(
        (2.5, Light.RED, 0.2, EyeState.UNKNOWN),
        (5.0, Light.AMBER, 0.94, EyeState.OPEN),
        (2.5, Light.GREEN, 0.97, EyeState.CLOSED),
    ),
    waits_for=(),
    permitted=True,
    explanation=explanation(),
    explanation_valid=True,
)

WEAK = dataclasses.replace(
    GREEN,
    action=Action.WAIT_FOR_OPERATOR,
    steps=steps(2),
    waits_for=(WaitsFor.TRUSTED_EXPLANATION,),
    permitted=False,
    explanation=dataclasses.replace(explanation(), evidence_inside_face=0.31),
    explanation_valid=False,
    doubts=(Doubt.OUTSIDE_FACE,),
)

CAPTURING = dataclasses.replace(GREEN, permitted=False, waits_for=(WaitsFor.CAPTURE_RUNNING,))

LATCHED = dataclasses.replace(
    red(),
    action=Action.STOPPED,
    waits_for=(WaitsFor.ACKNOWLEDGEMENT,),
    notice="A frame could not be judged. Restart the program if this comes again.",
    must_acknowledge=True,
)


def with_captures(
    state: StationState, thumbnails: list[bytes], *, completed: bool = True
) -> StationState:
    """`state` after captures with these small PNG pictures; the last one may be cut short."""
    captures = tuple(
        CaptureSummary(
            identifier=f"{number:032x}",
            folder=Path(f"/captures/{number}"),
            thumbnail=thumbnail,
            completed=completed or number < len(thumbnails) - 1,
        )
        for number, thumbnail in enumerate(thumbnails)
    )
    return dataclasses.replace(state, captures=captures)
