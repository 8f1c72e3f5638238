"""What is heard follows what the engine means, rarely and at the right moment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.assessment.actions import Action
from faceqa_gui.cues import CUE_WORDS, CUES, MEANT_SECONDS, Cue, Cues

FRAME = 1 / 30


def heard(actions: list[tuple[Action, float]], *, nobody_from: float = 1e9) -> list[Cue]:
    """The cues of actions that each last for some seconds."""
    cues, now, found = Cues(), 0.0, []
    for action, lasts in actions:
        for _ in range(round(lasts / FRAME)):
            cue = cues.next(action, now, nobody_works=now >= nobody_from)
            if cue is not None:
                found.append(cue)
            now += FRAME
    return found


def test_a_whole_capture_is_heard_in_its_order() -> None:
    assert heard(
        [
            (Action.WAIT_FOR_MODEL, 1.0),
            (Action.SHOW_FACE, 1.0),
            (Action.COME_CLOSER, 1.0),
            (Action.CLOSE_BOTH_EYES, 2.0),
            (Action.KEEP_EYES_CLOSED, 2.0),
            (Action.READY, 2.0),
            (Action.LIGHT_ON, 1.0),
            (Action.DONE, 2.0),
        ]
    ) == [Cue.CLOSER, Cue.CLOSE_EYES, Cue.HOLD_STILL, Cue.LIGHT_ON, Cue.DONE]


def test_one_doubtful_frame_is_not_heard() -> None:
    held = [(Action.KEEP_EYES_CLOSED, 1.0), (Action.FACE_CAMERA, FRAME), (Action.READY, 1.0)]
    assert heard(held) == [Cue.HOLD_STILL]


@pytest.mark.parametrize("action", [Action.LIGHT_ON, Action.DONE])
def test_the_lamp_is_heard_in_the_same_moment(action: Action) -> None:
    cues = Cues()
    assert cues.next(Action.READY, 0.0, nobody_works=False) is None
    assert cues.next(action, FRAME, nobody_works=False) is CUES[action]


@pytest.mark.parametrize("after", [action for action in Action if action not in CUES])
def test_closed_eyes_are_told_to_open_when_it_ends_otherwise(after: Action) -> None:
    assert heard([(Action.READY, 1.0), (after, 1.0)]) == [Cue.HOLD_STILL, Cue.OPEN_EYES]
    assert heard([(Action.SHOW_FACE, 1.0), (after, 1.0)]) == []


def test_a_locked_station_speaks_only_to_closed_eyes() -> None:
    told = [(Action.READY, 1.0), (Action.WAIT_FOR_OPERATOR, 1.0), (Action.COME_CLOSER, 5.0)]
    assert heard(told, nobody_from=1.0) == [Cue.HOLD_STILL, Cue.OPEN_EYES]
    assert heard([(Action.COME_CLOSER, 5.0)], nobody_from=0.0) == []


@given(st.lists(st.tuples(st.sampled_from(Action), st.floats(FRAME, 2.0)), max_size=12))
def test_a_cue_is_never_heard_twice_in_a_row_nor_while_nothing_lasts(
    actions: list[tuple[Action, float]],
) -> None:
    cues, now, last = Cues(), 0.0, None
    since, before = 0.0, None
    for action, lasts in actions:
        if action is not before:
            since, before = now, action
        for _ in range(round(lasts / FRAME)):
            cue = cues.next(action, now, nobody_works=False)
            if cue is not None:
                assert now - since >= MEANT_SECONDS or action in {Action.LIGHT_ON, Action.DONE}
                assert cue is CUES.get(action, Cue.OPEN_EYES)
                last = cue
            now += FRAME
    assert last is None or last in Cue


def test_every_cue_has_words_of_its_own() -> None:
    assert set(CUE_WORDS) == set(Cue)
    assert len(set(CUE_WORDS.values())) == len(Cue)
    assert set(CUES.values()) == set(Cue)
