"""What the class probabilities and the eyes turn into."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.assessments import GOOD, eyes_reading

from faceqa_gui.assessment.actions import SENTENCES, Action
from faceqa_gui.assessment.assessment import Assessment, Check, Light, Outcome
from faceqa_gui.assessment.assessor import SEVERAL_FACES, check_eyes, check_quality
from faceqa_gui.eyes.eye_state import NOT_LOOKED, EyeReading, EyesReading, EyeState
from faceqa_gui.frames.frame import Region
from faceqa_gui.quality.labels import Quality


def assessment_of(checks: tuple[Check, ...]) -> Assessment:
    return Assessment(0, 0.0, 0.0, Region(0, 0, 10), checks, {}, NOT_LOOKED, None, {})


def test_every_action_has_its_sentences() -> None:
    assert set(SENTENCES) == set(Action)
    assert all(sentence.headline and sentence.detail for sentence in SENTENCES.values())


@pytest.mark.parametrize(
    ("quality", "action"),
    [
        (Quality.BLUR, Action.HOLD_STILL),
        (Quality.EYEGLASSES, Action.TAKE_OFF_GLASSES),
        (Quality.COVERED_FACE, Action.UNCOVER_FACE),
        (Quality.WRONG_OBJECT, Action.SHOW_FACE),
    ],
)
def test_the_most_probable_fault_is_named(quality: Quality, action: Action) -> None:
    probabilities = GOOD | {Quality.GOOD: 0.1, quality: 0.87}
    unmet = assessment_of(check_quality(probabilities, 0.5)).first_unmet
    assert unmet is not None
    assert unmet.action is action
    assert unmet.outcome is Outcome.FAIL


def test_good_below_the_threshold_is_not_good() -> None:
    probabilities = GOOD | {Quality.GOOD: 0.6, Quality.EYEGLASSES: 0.37}
    assert assessment_of(check_quality(probabilities, 0.5)).light is Light.GREEN
    assert assessment_of(check_quality(probabilities, 0.7)).light is Light.RED


@given(
    values=st.lists(
        st.floats(allow_nan=True, allow_infinity=True, width=32), min_size=5, max_size=5
    )
)
def test_unsound_probabilities_are_never_green(values: list[float]) -> None:
    probabilities = dict(zip(Quality, values, strict=True))
    checks = check_quality(probabilities, 0.5)
    sound = all(0 <= value <= 1 for value in values) and math.isclose(
        sum(values), 1.0, abs_tol=1e-3
    )
    assert (checks[0].outcome is Outcome.PASS) is sound
    if not sound:
        assert assessment_of(checks).light is Light.RED


@given(raw=st.lists(st.floats(0.001, 1.0), min_size=5, max_size=5), threshold=st.floats(0.0, 1.0))
def test_light_is_never_red_free_unless_good_wins(raw: list[float], threshold: float) -> None:
    probabilities = {q: value / sum(raw) for q, value in zip(Quality, raw, strict=True)}
    light = assessment_of(check_quality(probabilities, threshold)).light
    best = max(probabilities, key=probabilities.__getitem__)
    if light is not Light.RED:
        assert best is Quality.GOOD
        assert probabilities[Quality.GOOD] >= threshold


@pytest.mark.parametrize(
    ("state", "light", "action"),
    [
        (EyeState.CLOSED, Light.GREEN, None),
        (EyeState.OPEN, Light.AMBER, Action.CLOSE_BOTH_EYES),
        (EyeState.UNKNOWN, Light.AMBER, Action.FACE_CAMERA),
    ],
)
def test_only_closed_eyes_are_green(state: EyeState, light: Light, action: Action | None) -> None:
    assessment = assessment_of((*check_quality(GOOD, 0.5), *check_eyes(eyes_reading(state))))
    assert assessment.light is light
    unmet = assessment.first_unmet
    assert (unmet and unmet.action) is action


def test_two_people_keep_the_light_red() -> None:
    unknown = EyeReading(EyeState.UNKNOWN)
    reading = EyesReading(EyeState.UNKNOWN, unknown, unknown, None, SEVERAL_FACES)
    assessment = assessment_of((*check_quality(GOOD, 0.5), *check_eyes(reading)))
    assert assessment.light is Light.RED
    unmet = assessment.first_unmet
    assert unmet is not None
    assert unmet.action is Action.ONE_PERSON


def test_nothing_assessed_is_red() -> None:
    empty = assessment_of(())
    assert empty.light is Light.RED
    assert empty.first_unmet is None
    assert empty.quality is None
