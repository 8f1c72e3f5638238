"""`Check` and `Assessment`: what is said of one frame."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from faceqa_gui.assessment.actions import Action
from faceqa_gui.eyes.eye_state import EyesReading
from faceqa_gui.frames.frame import Box, Region
from faceqa_gui.quality.labels import Quality


class Light(StrEnum):
    """RED: not a usable face. AMBER: good face, eyes open or unknown. GREEN: good and closed."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


class Outcome(StrEnum):
    """Result of one check. NOT_ASSESSED is never green."""

    PASS = "pass"  # noqa: S105  (an outcome, not a password)
    FAIL = "fail"
    NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True, slots=True)
class Check:
    """One question asked of a frame.

    Attributes:
        name: identifier of the check, such as `no_eyeglasses`.
        outcome: its answer.
        score: the measured value in the check's own unit; None where it was not assessed.
        action: what the person has to do when it does not pass.
        caps_at: the brightest light allowed while the check does not pass (RED or AMBER).
    """

    name: str
    outcome: Outcome
    score: float | None
    action: Action
    caps_at: Light = Light.RED


@dataclass(frozen=True, slots=True, eq=False)
class Assessment:
    """All that is said of one frame.

    Attributes:
        frame_sequence: number of the judged frame.
        captured_at: monotonic seconds when it was captured.
        assessed_at: monotonic seconds when the verdict was ready.
        region: the square that was judged.
        checks: in the order in which a person should act on them.
        probabilities: calibrated, 0-1, one per `Quality`, summing to 1; empty if not assessed.
        eyes: reading in pixels of the *frame* (not the region).
        face: box of the one face in frame pixels; None where none was found.
        stage_seconds: duration of each stage of the assessment in seconds.
        overruled: names of checks that an operator has overruled; they no longer lower the light.
    """

    frame_sequence: int
    captured_at: float
    assessed_at: float
    region: Region
    checks: tuple[Check, ...]
    probabilities: Mapping[Quality, float]
    eyes: EyesReading
    face: Box | None
    stage_seconds: Mapping[str, float]
    overruled: frozenset[str] = frozenset()

    @property
    def light(self) -> Light:
        """The light of this frame alone; the gate decides what is shown."""
        unmet = self._unmet()
        if not self.checks or any(check.caps_at is Light.RED for check in unmet):
            return Light.RED
        return Light.AMBER if unmet else Light.GREEN

    @property
    def first_unmet(self) -> Check | None:
        """The check to act on first: red before amber, found faults before unanswered questions."""
        return min(
            self._unmet(),
            key=lambda check: (check.caps_at is not Light.RED, check.outcome is not Outcome.FAIL),
            default=None,
        )

    def _unmet(self) -> list[Check]:
        return [
            check
            for check in self.checks
            if check.outcome is not Outcome.PASS and check.name not in self.overruled
        ]

    @property
    def quality(self) -> Quality | None:
        """The most probable class; None where the frame was not assessed."""
        if not self.probabilities:
            return None
        return max(self.probabilities, key=self.probabilities.__getitem__)
