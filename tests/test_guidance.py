"""What the person and the operator are told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.assessments import make_assessment

from faceqa_gui.assessment.actions import Action
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.guidance import (
    Facts,
    action_for,
    steps_for,
    waits_for,
)
from faceqa_gui.presence import Interruption
from faceqa_gui.station_state import Step, StepState, WaitsFor

READY = Facts(
    light=Light.GREEN,
    assessment=make_assessment(1, 1.0, Light.GREEN),
    latched=False,
    model_ready=True,
    device_ready=True,
    uv_camera_ready=True,
    judged_late=False,
    source_fits=True,
    dose_allows=True,
    interruptions=frozenset(),
    storage_ready=True,
    open_eyes_seen=True,
    explained=True,
    explanation_refused=False,
    capturing=False,
    captured=False,
)
OPEN = make_assessment(1, 1.0, Light.AMBER)
GLASSES = make_assessment(1, 1.0, Light.RED)


def test_nothing_is_missing_when_everything_is_there() -> None:
    assert waits_for(READY) == ()
    assert action_for(READY) is Action.READY


@pytest.mark.parametrize(
    ("facts", "reasons", "action"),
    [
        (replace(READY, latched=True), (WaitsFor.ACKNOWLEDGEMENT,), Action.STOPPED),
        (replace(READY, model_ready=False), (WaitsFor.MODEL,), Action.WAIT_FOR_MODEL),
        (replace(READY, assessment=None), (WaitsFor.CAMERA,), Action.CHECK_CAMERA),
        (
            replace(READY, assessment=None, just_started=True),
            (WaitsFor.CAMERA,),
            Action.WAIT_FOR_MODEL,
        ),
        (
            replace(READY, assessment=None, judged_late=True),
            (WaitsFor.CAMERA,),
            Action.WAIT_FOR_COMPUTER,
        ),
        (
            replace(READY, light=Light.RED, assessment=GLASSES),
            (WaitsFor.CLEAR_FACE,),
            Action.TAKE_OFF_GLASSES,
        ),
        (
            replace(READY, light=Light.AMBER, assessment=OPEN),
            (WaitsFor.CLOSED_EYES,),
            Action.CLOSE_BOTH_EYES,
        ),
        (
            replace(READY, light=Light.AMBER, open_eyes_seen=False),
            (WaitsFor.OPEN_EYES_SEEN, WaitsFor.HOLDING),
            Action.OPEN_EYES_FIRST,
        ),
        (replace(READY, light=Light.AMBER), (WaitsFor.HOLDING,), Action.KEEP_EYES_CLOSED),
        (replace(READY, explained=False), (WaitsFor.EXPLANATION,), Action.KEEP_EYES_CLOSED),
        (
            replace(READY, explained=False, explanation_refused=True),
            (WaitsFor.TRUSTED_EXPLANATION,),
            Action.WAIT_FOR_OPERATOR,
        ),
        (
            replace(READY, light=Light.AMBER, assessment=OPEN, explanation_refused=True),
            (WaitsFor.CLOSED_EYES, WaitsFor.TRUSTED_EXPLANATION),
            Action.WAIT_FOR_OPERATOR,
        ),
        (
            replace(READY, light=Light.RED, assessment=GLASSES, explanation_refused=True),
            (WaitsFor.CLEAR_FACE, WaitsFor.TRUSTED_EXPLANATION),
            Action.TAKE_OFF_GLASSES,
        ),
        (
            replace(READY, uv_camera_ready=False),
            (WaitsFor.UV_CAMERA,),
            Action.KEEP_EYES_CLOSED,
        ),
        (replace(READY, device_ready=False), (WaitsFor.DEVICE,), Action.WAIT_FOR_OPERATOR),
        (replace(READY, source_fits=False), (WaitsFor.LIVE_SOURCE,), Action.WAIT_FOR_OPERATOR),
        (replace(READY, storage_ready=False), (WaitsFor.STORAGE,), Action.WAIT_FOR_OPERATOR),
        (replace(READY, dose_allows=False), (WaitsFor.DOSE,), Action.WAIT_FOR_OPERATOR),
        *(
            (
                replace(READY, interruptions=frozenset({interruption})),
                (reason,),
                Action.KEEP_EYES_CLOSED,
            )
            for interruption, reason in {
                Interruption.SLEEP: WaitsFor.AWAKE,
                Interruption.SCREEN_LOCKED: WaitsFor.SCREEN_UNLOCKED,
                Interruption.WINDOW_INACTIVE: WaitsFor.WINDOW_IN_FRONT,
                Interruption.WINDOW_FROZEN: WaitsFor.WINDOW_ANSWERING,
            }.items()
        ),
        (
            replace(READY, capturing=True, device_ready=False),
            (WaitsFor.CAPTURE_RUNNING, WaitsFor.DEVICE),
            Action.LIGHT_ON,
        ),
        (replace(READY, capturing=True), (WaitsFor.CAPTURE_RUNNING,), Action.LIGHT_ON),
        (
            replace(READY, light=Light.AMBER, assessment=OPEN, captured=True),
            (WaitsFor.CLOSED_EYES,),
            Action.DONE,
        ),
        (
            replace(READY, light=Light.RED, assessment=GLASSES, captured=True),
            (WaitsFor.CLEAR_FACE,),
            Action.TAKE_OFF_GLASSES,
        ),
    ],
)
def test_each_missing_thing_is_named(
    facts: Facts, reasons: tuple[WaitsFor, ...], action: Action
) -> None:
    assert waits_for(facts) == reasons
    assert action_for(facts) is action


@given(facts=st.builds(Facts, assessment=st.sampled_from([None, OPEN, GLASSES, READY.assessment])))
def test_nothing_is_waited_for_only_when_all_is_well(facts: Facts) -> None:
    if not waits_for(facts):
        assert replace(facts, captured=False) == READY
    current = [step for step, state in steps_for(facts).items() if state is StepState.CURRENT]
    assert len(current) <= 1


def test_steps_follow_the_facts() -> None:
    steps = steps_for(replace(READY, light=Light.AMBER, assessment=OPEN, explained=True))
    assert list(steps.items()) == [
        (Step.CLEAR_FACE, StepState.DONE),
        (Step.BOTH_EYES_CLOSED, StepState.CURRENT),
        (Step.EXPLANATION_CHECKED, StepState.DONE),
        (Step.UV_CAPTURE, StepState.TO_DO),
    ]
