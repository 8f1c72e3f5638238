"""The checks that need no network name the right fault, and never raise the light."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.assessments import GOOD, eyes_reading
from support.scripted import CHECKS_OFF

from faceqa_gui.assessment.actions import Action
from faceqa_gui.assessment.assessment import Assessment, Check, Light, Outcome
from faceqa_gui.assessment.assessor import check_eyes, check_quality
from faceqa_gui.assessment.picture_checks import PICTURE_CHECKS, check_picture
from faceqa_gui.eyes.eye_state import NOT_LOOKED, EyeState
from faceqa_gui.frames import alter
from faceqa_gui.frames.demo_scenes import open_eyes
from faceqa_gui.frames.frame import Box, Pixels, Region
from faceqa_gui.settings import ChecksSettings

SETTINGS = ChecksSettings(backlight=True)
FACE = Box(180, 190, 350, 350)
BRIGHTNESS = (Light.RED, Light.AMBER, Light.GREEN)


@pytest.fixture(scope="module")
def picture() -> Pixels:
    return np.ascontiguousarray(open_eyes()[:, 280:1000])


def assessment_of(checks: tuple[Check, ...]) -> Assessment:
    return Assessment(0, 0.0, 0.0, Region(0, 0, 10), checks, {}, NOT_LOOKED, None, {})


def failed(checks: tuple[Check, ...]) -> dict[str, Action]:
    return {check.name: check.action for check in checks if check.outcome is Outcome.FAIL}


def test_a_clear_face_passes_every_check(picture: Pixels) -> None:
    checks = check_picture(picture, FACE, SETTINGS)
    assert [check.name for check in checks] == list(PICTURE_CHECKS)
    assert all(check.outcome is Outcome.PASS for check in checks)
    assert all(check.score is not None for check in checks)


@pytest.mark.parametrize(
    ("face", "wanted"),
    [
        (Box(300, 310, 120, 120), {"face_size": Action.COME_CLOSER}),
        (Box(-60, -60, 840, 840), {"face_size": Action.MOVE_BACK}),
        (Box(20, 190, 350, 350), {"face_position": Action.MOVE_INTO_GUIDE}),
        (Box(180, 330, 350, 350), {"face_position": Action.MOVE_INTO_GUIDE}),
    ],
    ids=["far", "near", "left", "low"],
)
def test_size_and_position_are_those_of_the_box(
    picture: Pixels, face: Box, wanted: dict[str, Action]
) -> None:
    only = SETTINGS.model_copy(update={"sharpness": False, "glare": False, "backlight": False})
    assert failed(check_picture(picture, face, only)) == wanted


def test_a_coarse_picture_of_a_large_face_is_refused(picture: Pixels) -> None:
    coarse = np.ascontiguousarray(picture[::8, ::8])
    face = Box(FACE.left // 8, FACE.top // 8, FACE.width // 8, FACE.height // 8)
    found = failed(check_picture(coarse, face, SETTINGS))
    assert found == {"resolution": Action.LARGER_PICTURE}


def test_light_and_blur_are_named(picture: Pixels) -> None:
    dark = alter.light(picture, gain=0.2, contrast=0.2, gamma=1.0)
    bright = alter.light(picture, gain=2.0, contrast=2.0, gamma=1.0)
    behind = np.full_like(picture, 250)
    behind[190:540, 180:530] = picture[190:540, 180:530]
    blurred = alter.defocus(picture, 20.0)
    assert failed(check_picture(dark, FACE, SETTINGS)) == {"bright_enough": Action.MORE_LIGHT}
    assert failed(check_picture(bright, FACE, SETTINGS)) == {"no_glare": Action.LESS_LIGHT}
    assert failed(check_picture(behind, FACE, SETTINGS)) == {
        "no_light_behind": Action.NO_LIGHT_BEHIND
    }
    assert failed(check_picture(blurred, FACE, SETTINGS)) == {"in_focus": Action.HOLD_STILL}


@pytest.mark.parametrize(("name", "switch"), PICTURE_CHECKS.items())
def test_every_check_has_its_switch(picture: Pixels, name: str, switch: str) -> None:
    checks = check_picture(picture, FACE, CHECKS_OFF.model_copy(update={switch: True}))
    assert [check.name for check in checks] == [name]
    assert check_picture(picture, FACE, CHECKS_OFF) == ()


@pytest.mark.parametrize("face", [None, Box(800, 0, 200, 200)])
def test_without_a_measured_face_nothing_is_green(picture: Pixels, face: Box | None) -> None:
    checks = check_picture(picture, face, SETTINGS)
    light_checks = checks[3:]
    assert {check.outcome for check in light_checks} == {Outcome.NOT_ASSESSED}
    assert assessment_of(checks).light is not Light.GREEN


def test_no_found_face_leaves_the_number_of_faces_unanswered() -> None:
    one_face, _ = check_eyes(eyes_reading(EyeState.UNKNOWN, None))
    assert one_face.outcome is Outcome.NOT_ASSESSED
    assert assessment_of((*check_quality(GOOD, 0.5), one_face)).light is Light.AMBER


def any_check(name: str) -> st.SearchStrategy[Check]:
    return st.builds(
        Check,
        st.just(name),
        st.sampled_from(Outcome),
        st.none() | st.floats(),
        st.sampled_from(Action),
        st.sampled_from((Light.RED, Light.AMBER)),
    )


@given(
    base=st.lists(any_check("base"), min_size=1, max_size=4),
    added=st.tuples(*(any_check(name) for name in PICTURE_CHECKS)),
    place=st.integers(0, 4),
)
def test_no_outcome_of_any_check_raises_the_light(
    base: list[Check], added: tuple[Check, ...], place: int
) -> None:
    before = BRIGHTNESS.index(assessment_of(tuple(base)).light)
    for count in range(len(added) + 1):
        kept = [*base[:place], *added[:count], *base[place:]]
        light = BRIGHTNESS.index(assessment_of(tuple(kept)).light)
        assert light <= before
        before = light


boxes = st.builds(
    Box,
    st.integers(-500, 900),
    st.integers(-500, 900),
    st.integers(0, 1200),
    st.integers(0, 1200),
)


@given(face=st.none() | boxes, shade=st.integers(0, 255), state=st.sampled_from(EyeState))
def test_real_outcomes_never_raise_the_light(face: Box | None, shade: int, state: EyeState) -> None:
    pixels = np.full((60, 60, 3), shade, np.uint8)
    base = (*check_quality(GOOD, 0.5), *check_eyes(eyes_reading(state, face)))
    without = BRIGHTNESS.index(assessment_of(base).light)
    checks = check_picture(pixels, face, SETTINGS)
    assert BRIGHTNESS.index(assessment_of((*base, *checks)).light) <= without
    for kept in itertools.combinations(checks, len(checks) - 1):
        all_of_them = BRIGHTNESS.index(assessment_of((*base, *checks)).light)
        assert all_of_them <= BRIGHTNESS.index(assessment_of((*base, *kept)).light) <= without
