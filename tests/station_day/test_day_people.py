"""The people of a played day, and the witness that knows what the camera saw."""

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.assessment.actions import Action
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.eyes.eye_state import NOT_LOOKED, EyeState
from faceqa_gui.frames.demo_scenes import Scene
from faceqa_gui.frames.demo_visitors import Visitor
from faceqa_gui.frames.directed_camera import DirectedCamera
from faceqa_gui.station_day.person import REACTION_SECONDS, Person
from faceqa_gui.station_day.plan import Mishap, Visit, visits
from faceqa_gui.station_day.witness import SILENCE_SECONDS, Witness
from faceqa_gui.station_state import HistoryPoint, StationState, Step, StepState

SMALL = np.full((36, 64, 3), 90, np.uint8)
LATER = REACTION_SECONDS + 0.01


@pytest.fixture
def camera() -> DirectedCamera:
    return DirectedCamera(SMALL, Scene.NOBODY)


def person(camera: DirectedCamera, *obstacles: Scene) -> Person:
    return Person(Visit(1, obstacles, Mishap.NOTHING), camera)


def told(one: Person, action: Action) -> Scene:
    """What the person looks like after hearing `action` for as long as it takes to react."""
    one.follow(action, 0.0)
    one.follow(action, LATER)
    return one.scene


def test_a_person_puts_everything_away_then_closes_the_eyes_when_told(
    camera: DirectedCamera,
) -> None:
    one = person(camera, Scene.MASK, Scene.GLASSES)
    assert one.scene is Scene.MASK
    assert told(one, Action.UNCOVER_FACE) is Scene.GLASSES
    assert told(one, Action.TAKE_OFF_GLASSES) is Scene.EYES_OPEN
    assert told(one, Action.CLOSE_BOTH_EYES) is Scene.EYES_CLOSED
    assert told(one, Action.KEEP_EYES_CLOSED) is Scene.EYES_CLOSED
    assert told(one, Action.DONE) is Scene.EYES_OPEN


def test_a_person_takes_a_moment_and_forgets_what_was_said_only_briefly(
    camera: DirectedCamera,
) -> None:
    one = person(camera)
    one.follow(Action.CLOSE_BOTH_EYES, 0.0)
    one.follow(Action.READY, 0.5 * REACTION_SECONDS)
    one.follow(Action.CLOSE_BOTH_EYES, LATER)
    assert one.scene is Scene.EYES_OPEN


@pytest.mark.slow
@given(st.lists(st.sampled_from(list(Action)), max_size=12))
def test_eyes_are_never_closed_unless_that_was_said(actions: list[Action]) -> None:
    one = person(DirectedCamera(SMALL, Scene.NOBODY))
    closed = False
    for number, action in enumerate(actions):
        one.follow(action, 2.0 * number)
        one.follow(action, 2.0 * number + LATER)
        closed = closed or action is Action.CLOSE_BOTH_EYES
        assert closed or one.scene is not Scene.EYES_CLOSED


def test_every_kind_of_visit_comes_in_ten_and_real_pictures_are_taken_where_there_are_any() -> None:
    real = {Scene.MASK: [SMALL], Scene.GLASSES: []}
    planned = visits(10, real, 0)
    assert {visit.mishap for visit in planned} == set(Mishap)
    for visit in planned:
        assert set(visit.instead) == set(visit.obstacles) & {Scene.MASK}
    assert [visit.number for visit in planned] == list(range(1, 11))


def test_a_visitor_always_looks_the_same_and_unlike_the_next_one() -> None:
    first, again, other = (Visitor(number).picture(Scene.EYES_OPEN) for number in (1, 1, 3))
    np.testing.assert_array_equal(first, again)
    assert np.abs(first.astype(int) - other).mean() > 1.0


def test_a_real_picture_fills_the_square_that_is_judged() -> None:
    given_picture = np.zeros((100, 200, 3), np.uint8)
    given_picture[:, 50:150] = 255
    seen = Visitor(0, {Scene.MASK: given_picture}).picture(Scene.MASK)
    assert seen.shape == (720, 1280, 3)
    assert seen[:, 290:990].min() == 255
    assert seen[:, :270].max() == 150


def state_at(
    now: float, light: Light = Light.RED, history: tuple[HistoryPoint, ...] = ()
) -> StationState:
    return StationState(
        now=now,
        light=light,
        action=Action.SHOW_FACE,
        steps=dict.fromkeys(Step, StepState.TO_DO),
        region=None,
        eyes=NOT_LOOKED,
        face=None,
        probabilities={},
        history=history,
        waits_for=(),
        permitted=False,
        explanation=None,
        explanation_valid=False,
        doubts=(),
        progress=None,
        notice="",
        must_acknowledge=False,
        captures=(),
        assessment_ms=None,
    )


def green(at: float) -> HistoryPoint:
    return HistoryPoint(at, Light.GREEN, 1.0, EyeState.CLOSED)


@pytest.mark.parametrize(
    ("seen", "wrong"), [(Scene.EYES_CLOSED, 0), (Scene.EYES_OPEN, 1), (Scene.MASK, 1)]
)
def test_a_green_frame_is_held_against_what_the_camera_saw(
    camera: DirectedCamera, seen: Scene, wrong: int
) -> None:
    camera.show(SMALL, seen)
    camera.open()
    frame = camera.read()
    camera.close()
    assert frame is not None
    witness = Witness(camera)
    state = state_at(frame.captured_at, history=(green(frame.captured_at),))
    witness.look(state)
    witness.look(state)  # a frame counts once, however often it is shown
    assert (witness.judged, witness.greens, len(witness.wrong)) == (1, 1, wrong)


def test_a_light_that_stands_for_longer_than_the_gate_may_is_wrong(camera: DirectedCamera) -> None:
    witness = Witness(camera)
    camera.show(SMALL, Scene.EYES_CLOSED)
    camera.show(SMALL, Scene.EYES_OPEN)
    opened = time.monotonic()
    witness.look(state_at(opened + 0.5 * SILENCE_SECONDS, Light.GREEN))
    assert not witness.wrong
    witness.look(state_at(opened + 2.0 * SILENCE_SECONDS, Light.GREEN))
    assert len(witness.wrong) == 1
