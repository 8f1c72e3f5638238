"""Assessments as the assessor would make them, for tests of what comes after it."""

from faceqa_gui.assessment.assessment import Assessment, Light
from faceqa_gui.assessment.assessor import check_eyes, check_quality
from faceqa_gui.eyes.eye_state import EyeReading, EyesReading, EyeState
from faceqa_gui.frames.frame import Box, Region
from faceqa_gui.quality.labels import Quality

FACE = Box(300, 100, 400, 400)

GOOD = {
    Quality.BLUR: 0.01,
    Quality.EYEGLASSES: 0.01,
    Quality.GOOD: 0.96,
    Quality.COVERED_FACE: 0.01,
    Quality.WRONG_OBJECT: 0.01,
}
GLASSES = GOOD | {Quality.GOOD: 0.05, Quality.EYEGLASSES: 0.92}


def eyes_reading(state: EyeState, face: Box | None = FACE) -> EyesReading:
    eye = EyeReading(state, Box(320, 200, 60, 40), 0.99 if state is EyeState.CLOSED else 0.01)
    return EyesReading(state, eye, eye, face)


def make_assessment(
    sequence: int,
    at: float,
    light: Light,
    *,
    eyes: EyeState | None = None,
    face: Box | None = FACE,
) -> Assessment:
    """An assessment whose own light is `light`."""
    default_eyes = {
        Light.RED: EyeState.UNKNOWN,
        Light.AMBER: EyeState.OPEN,
        Light.GREEN: EyeState.CLOSED,
    }
    state = eyes or default_eyes[light]
    probabilities = GLASSES if light is Light.RED else GOOD
    seen = None if light is Light.RED else face
    reading = eyes_reading(state, seen)
    assessment = Assessment(
        frame_sequence=sequence,
        captured_at=at,
        assessed_at=at,
        region=Region(280, 0, 720),
        checks=(*check_quality(probabilities, 0.5), *check_eyes(reading)),
        probabilities=probabilities,
        eyes=reading,
        face=seen,
        stage_seconds={"classifier": 0.01},
    )
    assert assessment.light is light
    return assessment
