"""`Cues`: what the subject is told by ear, since closed eyes cannot read."""

from collections.abc import Mapping
from enum import StrEnum

from faceqa_gui.assessment.actions import Action
from faceqa_gui.wording import Said, said

MEANT_SECONDS = 0.5
"""How long something must be meant before it is said: one doubtful frame says nothing."""


class Cue(StrEnum):
    """What can be heard."""

    CLOSER = "closer"
    BACK = "back"
    HOLD_STILL = "hold_still"
    CLOSE_EYES = "close_eyes"
    OPEN_EYES = "open_eyes"
    LIGHT_ON = "light_on"
    DONE = "done"


CUES: Mapping[Action, Cue] = {
    Action.COME_CLOSER: Cue.CLOSER,
    Action.LARGER_PICTURE: Cue.CLOSER,
    Action.MOVE_BACK: Cue.BACK,
    Action.HOLD_STILL: Cue.HOLD_STILL,
    Action.KEEP_EYES_CLOSED: Cue.HOLD_STILL,
    Action.READY: Cue.HOLD_STILL,
    Action.CLOSE_BOTH_EYES: Cue.CLOSE_EYES,
    Action.OPEN_EYES_FIRST: Cue.OPEN_EYES,
    Action.LIGHT_ON: Cue.LIGHT_ON,
    Action.DONE: Cue.DONE,
}
"""The cue of each instruction; the others are for open eyes, which read."""

CUE_WORDS: Mapping[Cue, Said] = {
    Cue.CLOSER: said("Please come closer."),
    Cue.BACK: said("Please move back a little."),
    Cue.HOLD_STILL: said("Please hold still."),
    Cue.CLOSE_EYES: said("Please close both eyes."),
    Cue.OPEN_EYES: said("Please open your eyes."),
    Cue.LIGHT_ON: said("The light is on. Keep your eyes closed."),
    Cue.DONE: said("Done. You may open your eyes."),
}
"""The same in words, for a voice."""

_AT_ONCE = frozenset({Action.LIGHT_ON, Action.DONE})
_EYES_CLOSED = frozenset({Action.KEEP_EYES_CLOSED, Action.READY, Action.LIGHT_ON})


class Cues:
    """Turns what the engine means from moment to moment into few cues.

    A cue is heard once. Whoever was told to keep the eyes closed is told to open them when what is
    meant next has no sound of its own: they would wait for ever.
    """

    def __init__(self) -> None:
        self._meant: Action | None = None
        self._since = 0.0
        self._heard: Cue | None = None
        self._waits_with_closed_eyes = False
        self._settled = True

    def next(self, action: Action, now: float, *, nobody_works: bool) -> Cue | None:
        """The cue to play at `now` (monotonic seconds); None for most moments.

        Args:
            action: what the engine tells the subject.
            now: monotonic seconds, of the same state.
            nobody_works: the station is locked or signed out: it speaks to nobody, but for
                whoever still has the eyes closed.
        """
        if action is not self._meant:
            self._meant, self._since, self._settled = action, now, False
        late_enough = now - self._since >= MEANT_SECONDS or action in _AT_ONCE
        if nobody_works:
            cue = Cue.OPEN_EYES if self._waits_with_closed_eyes else None
            self._waits_with_closed_eyes = False
            self._heard = cue
            return cue
        if self._settled or not late_enough:
            return None
        self._settled = True
        cue = CUES.get(action)
        if cue is None and self._waits_with_closed_eyes:
            cue = Cue.OPEN_EYES
        self._waits_with_closed_eyes = action in _EYES_CLOSED
        before, self._heard = self._heard, cue
        return cue if cue is not before else None
