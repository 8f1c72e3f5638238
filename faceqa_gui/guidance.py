"""What is said to the person and the operator, derived from plain facts about the station."""

from collections.abc import Mapping
from dataclasses import dataclass

from faceqa_gui.assessment.actions import Action
from faceqa_gui.assessment.assessment import Assessment, Light
from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.presence import Interruption
from faceqa_gui.station_state import Step, StepState, WaitsFor


@dataclass(frozen=True, slots=True)
class Facts:
    """Where the station stands at one moment.

    Attributes:
        light: the gate's light.
        assessment: the newest fresh one; None where there is none.
        just_started: the first picture of a model or a source is not judged yet.
        judged_late: pictures come, but their assessments are old when they are made.
        latched: an internal error has closed the gate.
        model_ready, device_ready, storage_ready: whether each can be used.
        uv_camera_ready: the UV camera sends fresh pictures, or none was chosen.
        dose_allows: no dose limit would be passed by the next capture.
        interruptions: why nobody can be relied on to stand at the window.
        source_fits: frames come from a live source, or the lamp emits no light.
        open_eyes_seen: the current face was recently seen with open eyes.
        explained: a valid explanation of the current face exists.
        explanation_refused: the current face was explained, too weakly to count.
        capturing: a capture is running.
        captured: the current face has been captured.
        self_tested: no self-test is due, and the newest found nothing that keeps the gate closed.
    """

    light: Light
    assessment: Assessment | None
    judged_late: bool
    latched: bool
    model_ready: bool
    device_ready: bool
    uv_camera_ready: bool
    storage_ready: bool
    dose_allows: bool
    interruptions: frozenset[Interruption]
    source_fits: bool
    open_eyes_seen: bool
    explained: bool
    explanation_refused: bool
    capturing: bool
    captured: bool
    self_tested: bool = True
    just_started: bool = False

    @property
    def face_is_clear(self) -> bool:
        """Whether the newest frame shows a good face."""
        return self.assessment is not None and self.assessment.light is not Light.RED

    @property
    def eyes_are_closed(self) -> bool:
        """Whether the newest frame shows a good face with both eyes closed."""
        return self.face_is_clear and (
            self.assessment is not None and self.assessment.eyes.state is EyeState.CLOSED
        )


_FOR_OPERATOR = frozenset(
    {
        WaitsFor.SELF_TEST,
        WaitsFor.TRUSTED_EXPLANATION,
        WaitsFor.DEVICE,
        WaitsFor.DOSE,
        WaitsFor.STORAGE,
        WaitsFor.LIVE_SOURCE,
        WaitsFor.SIGNED_IN,
    }
)
"""What no face in front of the camera can mend."""


def waits_for(facts: Facts) -> tuple[WaitsFor, ...]:
    """What the UV button waits for, most urgent first; empty only when nothing is missing."""
    if facts.latched:
        return (WaitsFor.ACKNOWLEDGEMENT,)
    if not facts.model_ready:
        return (WaitsFor.MODEL,)
    if facts.assessment is None:
        return (WaitsFor.CAMERA,)
    missing = {
        WaitsFor.SELF_TEST: not facts.self_tested,
        WaitsFor.CAPTURE_RUNNING: facts.capturing,
        WaitsFor.CLEAR_FACE: not facts.face_is_clear,
        WaitsFor.OPEN_EYES_SEEN: facts.face_is_clear and not facts.open_eyes_seen,
        WaitsFor.CLOSED_EYES: facts.face_is_clear and not facts.eyes_are_closed,
        WaitsFor.HOLDING: facts.eyes_are_closed and facts.light is not Light.GREEN,
        WaitsFor.EXPLANATION: not facts.explained and not facts.explanation_refused,
        WaitsFor.TRUSTED_EXPLANATION: facts.explanation_refused,
        WaitsFor.DEVICE: not facts.device_ready,
        WaitsFor.UV_CAMERA: not facts.uv_camera_ready,
        WaitsFor.STORAGE: not facts.storage_ready,
        WaitsFor.LIVE_SOURCE: not facts.source_fits,
        WaitsFor.DOSE: not facts.dose_allows,
        WaitsFor.AWAKE: Interruption.SLEEP in facts.interruptions,
        WaitsFor.SCREEN_UNLOCKED: Interruption.SCREEN_LOCKED in facts.interruptions,
        WaitsFor.SIGNED_IN: Interruption.SIGNED_OUT in facts.interruptions,
        WaitsFor.WINDOW_IN_FRONT: Interruption.WINDOW_INACTIVE in facts.interruptions,
        WaitsFor.WINDOW_ANSWERING: Interruption.WINDOW_FROZEN in facts.interruptions,
    }
    return tuple(reason for reason, applies in missing.items() if applies)


def action_for(facts: Facts) -> Action:
    """The one thing the person is told."""
    if facts.latched:
        return Action.STOPPED
    if not facts.model_ready or (facts.assessment is None and facts.just_started):
        return Action.WAIT_FOR_MODEL
    if facts.assessment is None:
        return Action.WAIT_FOR_COMPUTER if facts.judged_late else Action.CHECK_CAMERA
    return _action_for_face(facts, facts.assessment)


def _action_for_face(facts: Facts, assessment: Assessment) -> Action:
    if facts.capturing and facts.light is Light.GREEN:
        return Action.LIGHT_ON
    if facts.captured and facts.face_is_clear:
        return Action.DONE
    waits = waits_for(facts)
    if facts.face_is_clear and not facts.capturing and _FOR_OPERATOR.intersection(waits):
        return Action.WAIT_FOR_OPERATOR
    if assessment.first_unmet is not None:
        return assessment.first_unmet.action
    if not facts.open_eyes_seen:
        return Action.OPEN_EYES_FIRST
    return Action.KEEP_EYES_CLOSED if waits else Action.READY


def steps_for(facts: Facts) -> Mapping[Step, StepState]:
    """The four steps: those done, the one to do now, and the rest."""
    done = {
        Step.CLEAR_FACE: facts.face_is_clear,
        Step.BOTH_EYES_CLOSED: facts.light is Light.GREEN,
        Step.EXPLANATION_CHECKED: facts.explained,
        Step.UV_CAPTURE: facts.captured,
    }
    current = next((step for step, is_done in done.items() if not is_done), None)
    return {
        step: StepState.DONE
        if is_done
        else (StepState.CURRENT if step is current else StepState.TO_DO)
        for step, is_done in done.items()
    }
