"""`StationState`: everything the station window shows, as one immutable value."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from faceqa_gui.assessment.actions import Action
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.assessment.override import QualityOverride
from faceqa_gui.explanation.explanation import Explanation, Progress
from faceqa_gui.explanation.trust import Doubt
from faceqa_gui.eyes.eye_state import EyesReading, EyeState
from faceqa_gui.frames.frame import Box, Region
from faceqa_gui.quality.labels import Quality
from faceqa_gui.self_test import SelfTest


class StepState(StrEnum):
    """State of one of the four steps above the live view."""

    DONE = "done"
    CURRENT = "current"
    TO_DO = "to_do"


class Step(StrEnum):
    """The four steps from a face to a capture."""

    CLEAR_FACE = "clear_face"
    BOTH_EYES_CLOSED = "both_eyes_closed"
    EXPLANATION_CHECKED = "explanation_checked"
    UV_CAPTURE = "uv_capture"


class WaitsFor(StrEnum):
    """What the UV button still waits for."""

    MODEL = "model"
    SELF_TEST = "self_test"
    CAMERA = "camera"
    CLEAR_FACE = "clear_face"
    OPEN_EYES_SEEN = "open_eyes_seen"
    CLOSED_EYES = "closed_eyes"
    HOLDING = "holding"
    EXPLANATION = "explanation"
    TRUSTED_EXPLANATION = "trusted_explanation"
    DEVICE = "device"
    UV_CAMERA = "uv_camera"
    DOSE = "dose"
    STORAGE = "storage"
    LIVE_SOURCE = "live_source"
    ACKNOWLEDGEMENT = "acknowledgement"
    CAPTURE_RUNNING = "capture_running"
    AWAKE = "awake"
    SCREEN_UNLOCKED = "screen_unlocked"
    SIGNED_IN = "signed_in"
    WINDOW_IN_FRONT = "window_in_front"
    WINDOW_ANSWERING = "window_answering"


@dataclass(frozen=True, slots=True)
class HistoryPoint:
    """One sample of the last ten seconds.

    Attributes:
        at: monotonic seconds.
        light: the light that was shown.
        good: probability of a good face in 0-1; None where it was not assessed.
        eyes: the eye state of that frame.
    """

    at: float
    light: Light
    good: float | None
    eyes: EyeState


@dataclass(frozen=True, slots=True)
class DoseState:
    """The dose of the next capture, the subject's in the last 24 hours, and its limit; J/m²."""

    planned_joules_per_square_metre: float
    last_day_joules_per_square_metre: float
    daily_limit_joules_per_square_metre: float


KEPT_THUMBNAILS = 32
"""So many of a day's captures, the newest, are kept in memory with their small picture."""


@dataclass(frozen=True, slots=True)
class CaptureSummary:
    """One finished capture of this session.

    Attributes:
        identifier: generated name of the capture.
        folder: where its files lie.
        thumbnail: the standardised face as a small PNG; the files themselves may be encrypted.
            Empty for all but the newest `KEPT_THUMBNAILS`.
        completed: whether the exposure came to its end.
    """

    identifier: str
    folder: Path
    thumbnail: bytes
    completed: bool


@dataclass(frozen=True, slots=True, eq=False)
class StationState:
    """A snapshot of the station; the window paints it and keeps no state of its own.

    Attributes:
        now: monotonic seconds when the snapshot was taken.
        light: the gate's light.
        action: what the person is told.
        steps: the four steps.
        region: the judged square in frame pixels; None before the first frame.
        eyes, face: of the newest assessment, in frame pixels.
        probabilities: of the newest assessment; empty if none.
        history: the last ten seconds, oldest first.
        waits_for: what the UV button waits for; empty exactly when a permission is held.
        permitted: whether a permission is held at this moment.
        explanation: the one that counts for the current face; else the newest one; else None.
        explanation_valid: whether it counts for the current face.
        doubts: what makes it weak; empty where it can be relied on.
        progress: of the running explanation; None when none runs.
        notice: a sentence for the operator about something that went wrong; else "".
        must_acknowledge: an internal error has latched the gate closed until acknowledged.
        captures: this session's captures, oldest first.
        assessment_ms: duration of the newest assessment in milliseconds; None if none.
        screen_locked: no picture of anybody is in this state or may be shown.
        signed_out: the same, because nobody is signed in or the operator has locked the station.
        overridable: names of the checks that the operator may overrule now; empty where none.
        override: what the operator has overruled; None where nothing is.
        dose: of a real lamp; None where no light is emitted.
        self_test: the newest; None before the first.
    """

    now: float
    light: Light
    action: Action
    steps: Mapping[Step, StepState]
    region: Region | None
    eyes: EyesReading
    face: Box | None
    probabilities: Mapping[Quality, float]
    history: tuple[HistoryPoint, ...]
    waits_for: tuple[WaitsFor, ...]
    permitted: bool
    explanation: Explanation | None
    explanation_valid: bool
    doubts: tuple[Doubt, ...]
    progress: Progress | None
    notice: str
    must_acknowledge: bool
    captures: tuple[CaptureSummary, ...]
    assessment_ms: float | None
    screen_locked: bool = False
    signed_out: bool = False
    overridable: frozenset[str] = frozenset()
    override: QualityOverride | None = None
    dose: DoseState | None = None
    self_test: SelfTest | None = None
