"""Light and distance at a station, from the demo subject's real photograph."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.shipped import demo_scene

from faceqa_gui.assessment.actions import Action
from faceqa_gui.assessment.assessment import Check, Outcome
from faceqa_gui.assessment.picture_checks import DARKNESS, FACE_SIZE, PICTURE_CHECKS, SHARPNESS
from faceqa_gui.assessment.room_check import LOOKS, RoomCheck, RoomLook, steady
from faceqa_gui.frames import alter
from faceqa_gui.frames.frame import Frame, Pixels, Region
from faceqa_gui.settings import ChecksSettings


def looked(pixels: Pixels, room: RoomCheck | None = None) -> RoomLook:
    return (room or RoomCheck(ChecksSettings())).look(Frame(pixels, 0, 0.0, "room"))


def outcome(look: RoomLook, name: str) -> Outcome:
    (check,) = [check for check in look.checks if check.name == name]
    return check.outcome


def test_a_good_place_is_good_in_every_line() -> None:
    look = looked(demo_scene("eyes open"))
    assert [check.name for check in look.checks] == list(PICTURE_CHECKS)
    assert look.is_good
    assert look.faces == 1
    assert look.face is not None
    assert look.region.left <= look.face.left <= look.region.left + look.region.side


@pytest.mark.parametrize(
    ("pixels", "name"),
    [
        (alter.brightness(demo_scene("eyes open"), 0.2), DARKNESS),
        (demo_scene("out of focus"), SHARPNESS),
    ],
)
def test_what_is_wrong_is_named(pixels: Pixels, name: str) -> None:
    look = looked(pixels)
    assert not look.is_good
    assert outcome(look, name) is Outcome.FAIL


def test_without_a_face_nothing_is_answered() -> None:
    look = looked(np.full((720, 1280, 3), 120, np.uint8))
    assert look.faces == 0
    assert look.face is None
    assert {check.outcome for check in look.checks} == {Outcome.NOT_ASSESSED}


def test_one_bad_picture_among_good_ones_changes_no_line() -> None:
    room = RoomCheck(ChecksSettings())
    for _ in range(4):
        looked(demo_scene("eyes open"), room)
    assert looked(alter.brightness(demo_scene("eyes open"), 0.2), room).is_good
    for _ in range(LOOKS):
        last = looked(alter.brightness(demo_scene("eyes open"), 0.2), room)
    assert outcome(last, DARKNESS) is Outcome.FAIL


def look_of(outcomes: Sequence[Outcome]) -> RoomLook:
    checks = tuple(
        Check(name, one, None, Action.COME_CLOSER)
        for name, one in zip(PICTURE_CHECKS, outcomes, strict=True)
    )
    return RoomLook(Region(0, 0, 10), 1, None, checks)


LINES = st.lists(
    st.sampled_from(Outcome), min_size=len(PICTURE_CHECKS), max_size=len(PICTURE_CHECKS)
)


@given(st.lists(LINES, min_size=1, max_size=LOOKS))
def test_each_line_says_what_most_looks_say(seen: list[list[Outcome]]) -> None:
    found = steady([look_of(outcomes) for outcomes in seen])
    for line, check in enumerate(found):
        column = [outcomes[line] for outcomes in seen]
        assert column.count(check.outcome) == max(column.count(one) for one in Outcome)
        assert check.name == list(PICTURE_CHECKS)[line]
    assert next(check for check in found if check.name == FACE_SIZE)
