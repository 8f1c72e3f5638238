"""Which findings an operator may overrule, and what that changes: never the eyes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.analytic import model_with
from support.assessments import GOOD, make_assessment
from support.scripted import CHECKS_OFF, ScriptedEyes, ScriptedRuntime, scripted_frame

from faceqa_gui.assessment.assessment import Light, Outcome
from faceqa_gui.assessment.assessor import Assessor, check_quality
from faceqa_gui.assessment.override import (
    LIFE_SECONDS,
    OVERRIDABLE,
    OverrideDesk,
    QualityOverride,
    overridable,
)
from faceqa_gui.frames.source import SourceKind
from faceqa_gui.quality.labels import Quality

COVERED = GOOD | {Quality.GOOD: 0.06, Quality.COVERED_FACE: 0.91}
REASON = "bandage on the cheek"


def outcomes(probabilities: dict[Quality, float], overruled: set[str]) -> dict[str, Outcome]:
    checks = check_quality(probabilities, 0.5, frozenset(overruled))
    return {check.name: check.outcome for check in checks}


def test_an_overruled_fault_is_still_named_and_the_rest_is_judged_without_it() -> None:
    plain, overruled = outcomes(COVERED, set()), outcomes(COVERED, {"uncovered"})
    assert plain["no_eyeglasses"] is Outcome.NOT_ASSESSED
    assert overruled["uncovered"] is Outcome.FAIL
    assert overruled["no_eyeglasses"] is Outcome.PASS
    assert overruled["sharp"] is Outcome.PASS


def test_a_fault_behind_the_overruled_one_keeps_the_light_red() -> None:
    hidden = COVERED | {Quality.GOOD: 0.02, Quality.EYEGLASSES: 0.05}
    assert outcomes(hidden, {"uncovered"})["no_eyeglasses"] is Outcome.FAIL


@given(
    st.lists(st.floats(0.001, 1.0), min_size=5, max_size=5),
    st.sets(st.sampled_from(["sharp", "uncovered"])),
)
def test_a_face_that_is_good_without_it_is_good_with_it(
    parts: list[float], overruled: set[str]
) -> None:
    shares = np.array(parts) / sum(parts)
    probabilities = dict(zip(Quality, map(float, shares), strict=True))
    if set(outcomes(probabilities, set()).values()) == {Outcome.PASS}:
        assert set(outcomes(probabilities, overruled).values()) == {Outcome.PASS}


@pytest.mark.parametrize(
    "name",
    ["both_eyes_closed", "no_eyeglasses", "face_shown", "one_face", "model_sound", "live_picture"],
)
def test_eyes_glasses_and_soundness_are_never_overruled(name: str) -> None:
    assert name not in OVERRIDABLE
    with pytest.raises(ValueError, match="cannot be overruled"):
        QualityOverride(frozenset({name, "uncovered"}), REASON, "Ada", 0.0)


@pytest.mark.parametrize("reason", ["", "   too short   "[:9], " " * 40])
def test_a_reason_must_be_written(reason: str) -> None:
    with pytest.raises(ValueError, match="reason"):
        QualityOverride(frozenset({"uncovered"}), reason, "Ada", 0.0)


def test_nothing_named_is_nothing_overruled() -> None:
    with pytest.raises(ValueError, match="cannot be overruled"):
        QualityOverride(frozenset(), REASON, "Ada", 0.0)


def test_it_does_not_last() -> None:
    override = QualityOverride(frozenset({"uncovered"}), REASON, "Ada", 10.0)
    assert override.alive(10.0)
    assert not override.alive(9.9)
    assert not override.alive(10.0 + LIFE_SECONDS)


def test_only_faults_that_all_may_be_overruled_are_offered() -> None:
    red = make_assessment(0, 0.0, Light.RED)
    assert overridable(red) == frozenset()  # eyeglasses
    assert overridable(make_assessment(0, 0.0, Light.AMBER)) == frozenset()


def test_overruled_and_closed_is_green_and_open_is_not() -> None:
    assessor = Assessor(
        model_with(ScriptedRuntime()),
        ScriptedEyes(),
        kind=SourceKind.CAMERA,
        good_threshold=0.5,
        frozen_seconds=0.5,
        checks=CHECKS_OFF.model_copy(update={"face_size": True, "least_face_share": 0.9}),
    )
    closed, opened = scripted_frame(Light.GREEN, 0, 0.0), scripted_frame(Light.AMBER, 1, 0.1)
    plain = assessor.assess(closed)
    assert plain.light is Light.RED
    assert overridable(plain) == {"face_size"}
    overruled = assessor.assess(closed, frozenset({"face_size"}))
    assert overruled.light is Light.GREEN
    assert overruled.first_unmet is None
    assert overridable(overruled) == frozenset()
    assert assessor.assess(opened, frozenset({"face_size"})).light is Light.AMBER


def test_a_second_overruling_of_a_face_adds_to_the_first_until_another_face_comes() -> None:
    desk = OverrideDesk()
    desk.begin(QualityOverride(frozenset({"uncovered"}), REASON, "Ada", 10.0))
    assert not desk.see(None, 10.1)
    assert not desk.see(4, 10.2)
    desk.begin(QualityOverride(frozenset({"in_focus"}), REASON, "Ada", 11.0))
    assert desk.checks(11.0) == {"uncovered", "in_focus"}
    assert not desk.see(4, 11.1)
    assert desk.see(5, 11.2)
    assert desk.checks(11.2) == frozenset()
    assert not desk.end()
