"""`SteadyInstruction`: which instruction is shown, so that it can be read and never flickers."""

from dataclasses import dataclass

from faceqa_gui.assessment.actions import Action
from faceqa_gui.assessment.assessment import Light

SHOWN_SECONDS = 0.8
"""How long an instruction stays at least."""

MEANT_SECONDS = 0.25
"""How long another one must be meant before it takes its place."""

_RANK = {Light.RED: 0, Light.AMBER: 1, Light.GREEN: 2}

_AT_ONCE = frozenset(
    {
        Action.WAIT_FOR_MODEL,
        Action.CHECK_CAMERA,
        Action.WAIT_FOR_COMPUTER,
        Action.STOPPED,
        Action.LIGHT_ON,
        Action.DONE,
    }
)
"""What happens rather than is found: it is shown at once, and not a moment longer than it lasts."""


@dataclass(frozen=True, slots=True)
class Instruction:
    """The one thing the subject is told, and the light that belongs to it."""

    action: Action
    light: Light


class SteadyInstruction:
    """Holds an instruction for a moment; a light that drops is never held back.

    What is shown never promises more than the gate does at that moment: its light is at most the
    gate's.
    """

    def __init__(self) -> None:
        self._shown: Instruction | None = None
        self._since = 0.0
        self._next: Instruction | None = None
        self._next_since = 0.0

    def show(self, action: Action, light: Light, now: float) -> Instruction:
        """The instruction to show at `now` (monotonic seconds) when this is what is meant."""
        if light is Light.GREEN and action is Action.WAIT_FOR_OPERATOR:
            # A green tick beside “UV light stays off” would say two things at once.
            light = Light.AMBER
        meant, shown = Instruction(action, light), self._shown
        if meant != self._next:
            self._next, self._next_since = meant, now
        if shown is None or (meant != shown and self._gives_way(shown, meant, now)):
            self._shown = shown = meant
            self._since = now
        return shown

    def _gives_way(self, shown: Instruction, meant: Instruction, now: float) -> bool:
        if _RANK[meant.light] < _RANK[shown.light] or _AT_ONCE & {shown.action, meant.action}:
            return True
        return now - self._since >= SHOWN_SECONDS and now - self._next_since >= MEANT_SECONDS
