"""`QualityOverride`: an operator overrules what is said of a face, never of its eyes."""

from dataclasses import dataclass, replace

from faceqa_gui.assessment.assessment import Assessment, Light, Outcome
from faceqa_gui.assessment.picture_checks import PICTURE_CHECKS
from faceqa_gui.wording import said

UNCOVERED = "uncovered"
SHARP = "sharp"
OVERRIDABLE = frozenset({UNCOVERED, SHARP, *PICTURE_CHECKS})
"""Findings about the picture of a face. Glasses are not among them: eyes are misread behind them.
A wrong object is no face, and a model or picture that is not sound says nothing about anybody."""

SHORTEST_REASON = 10
LIFE_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class QualityOverride:
    """An operator takes the responsibility for named findings about one face.

    Attributes:
        checks: names of the overruled checks.
        reason: the operator's words; at least `SHORTEST_REASON` characters.
        operator: who did it.
        began_at: monotonic seconds; it ends `LIFE_SECONDS` later at the latest.
    """

    checks: frozenset[str]
    reason: str
    operator: str
    began_at: float

    def __post_init__(self) -> None:
        """Refuse to overrule the eyes, glasses or an unsound model, and an empty reason.

        Raises:
            ValueError: a check may not be overruled, none is named, or the reason is too short.
        """
        if not self.checks or not self.checks <= OVERRIDABLE:
            raise ValueError(said("these checks cannot be overruled"))
        if len(self.reason.strip()) < SHORTEST_REASON:
            raise ValueError(
                said("a reason has at least {least} characters", least=SHORTEST_REASON)
            )

    def alive(self, now: float) -> bool:
        """Whether it counts at `now` (monotonic seconds)."""
        return 0.0 <= now - self.began_at < LIFE_SECONDS


def overridable(assessment: Assessment) -> frozenset[str]:
    """The found faults that keep this frame red and may be overruled; empty if others do too."""
    faults = {
        check.name
        for check in assessment.checks
        if check.outcome is Outcome.FAIL
        and check.caps_at is Light.RED
        and check.name not in assessment.overruled
    }
    return frozenset(faults) if faults <= OVERRIDABLE else frozenset()


class OverrideDesk:
    """Holds at most one override, for the first face that is seen under it.

    Not thread-safe: the station serialises every call.
    """

    def __init__(self) -> None:
        self._held: QualityOverride | None = None
        self._face_number: int | None = None

    def begin(self, override: QualityOverride) -> None:
        """From now on; what was overruled before for the same face stays overruled."""
        if self._held is not None:
            override = replace(override, checks=override.checks | self._held.checks)
        self._held = override

    def end(self) -> bool:
        """Nothing is overruled any more; True if something was."""
        held, self._held, self._face_number = self._held, None, None
        return held is not None

    def see(self, face_number: int | None, now: float) -> bool:
        """A frame was judged; `face_number` is None where no face was found in it.

        Returns:
            Whether the override has ended: it is too old, or this is another face.
        """
        if self._held is None:
            return False
        if face_number is not None and self._face_number is None:
            self._face_number = face_number
        other = face_number is not None and face_number != self._face_number
        return self.end() if other or not self._held.alive(now) else False

    def held(self, now: float) -> QualityOverride | None:
        """The override that counts at `now`."""
        return self._held if self._held is not None and self._held.alive(now) else None

    def checks(self, now: float) -> frozenset[str]:
        """Names of the checks that are overruled at `now`."""
        held = self.held(now)
        return frozenset() if held is None else held.checks
