"""Rows F1 to F5 of the fault list: faces, seen by the shipped network and eye detector.

The demo subject, which is one real face, is altered; so a pass here shows that the road holds, not
how often it errs. How often is measured on many faces by `faceqa evaluate`.
"""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import altered_faces as faces
from support.shipped import ShippedStation, assess, demo_scene

from faceqa_gui.assessment.assessment import Assessment, Light
from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.frames import alter
from faceqa_gui.frames.frame import Pixels

OPEN, CLOSED = faces.OPEN, faces.CLOSED


def check_not_released(verdict: Assessment) -> None:
    """Not green, and there is a sentence that says why."""
    assert verdict.light is not Light.GREEN
    assert verdict.first_unmet is not None


def check_not_closed(verdict: Assessment) -> None:
    """No eye is taken for closed, so nothing is released."""
    assert verdict.eyes.state is not EyeState.CLOSED
    check_not_released(verdict)


def test_the_unaltered_subject_is_read_right() -> None:
    # Without this, everything below could pass because nothing is ever read as closed.
    assert assess(OPEN).eyes.state is EyeState.OPEN
    assert assess(CLOSED).eyes.state is EyeState.CLOSED
    assert assess(CLOSED).light is Light.GREEN


# F1: no usable face. A good picture in which no single face is found is amber and not assessed, not
# red: a turned head is its usual reason. Neither releases anything.


def test_f1_nobody_is_red() -> None:
    verdict = assess(demo_scene("nobody there"))
    assert verdict.light is Light.RED
    check_not_closed(verdict)


def test_f1_two_faces_are_red_and_named() -> None:
    for picture in (OPEN, CLOSED):
        verdict = assess(faces.two_people(picture))
        check_not_closed(verdict)
        assert verdict.light is Light.RED
        assert verdict.eyes.reason == "several_faces"


@pytest.mark.parametrize("pixels", [-320, -260, -200, 200, 260, 320])
def test_f1_a_face_at_the_border_is_not_released(pixels: int) -> None:
    check_not_closed(assess(faces.aside(OPEN, pixels)))
    check_not_released(assess(faces.aside(CLOSED, pixels)))


@pytest.mark.parametrize("share", [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
def test_f1_a_tiny_face_is_not_released(share: float) -> None:
    check_not_closed(assess(faces.far_away(OPEN, share)))
    check_not_released(assess(faces.far_away(CLOSED, share)))


@pytest.mark.parametrize("picture", [OPEN, CLOSED], ids=["open", "closed"])
def test_f1_an_upside_down_face_is_not_released(picture: Pixels) -> None:
    check_not_closed(assess(np.ascontiguousarray(picture[::-1, ::-1])))
    check_not_closed(assess(np.ascontiguousarray(picture[::-1])))


@pytest.mark.parametrize("share", [0.75, 0.55, 0.4, 0.25])
def test_f1_a_narrow_face_is_not_taken_for_closed_eyes(share: float) -> None:
    # A real profile cannot be made from one frontal photograph; this is its nearest stand-in.
    check_not_closed(assess(faces.narrowed(OPEN, share)))


# F2: eyes that are neither open nor closed. Gaze cannot be moved in a photograph; lids that are
# drawn down halfway are what looking down looks like.


@pytest.mark.parametrize("side", ["left", "right"])
def test_f2_a_wink_is_not_closed(side: str) -> None:
    verdict = assess(faces.wink(side))
    check_not_closed(verdict)
    states = {verdict.eyes.image_left.state, verdict.eyes.image_right.state}
    assert states == {EyeState.OPEN, EyeState.CLOSED}


@pytest.mark.parametrize("side", ["left", "right"])
def test_f2_a_held_wink_never_turns_green(side: str, tmp_path: Path) -> None:
    bench = ShippedStation(tmp_path)
    generator = np.random.default_rng(0)
    clip = [OPEN] * 5 + [faces.wink(side)] * 10
    lights = [bench.show(alter.noise(picture, 1.0, generator)) for picture in clip]
    bench.station.close()
    assert Light.GREEN not in lights


@pytest.mark.parametrize(
    "closure",
    [
        *(0.1, 0.2, 0.3, 0.4, 0.5, 0.6),
        pytest.param(
            0.7,
            marks=pytest.mark.xfail(
                reason="known limit: the eye networks read a slit of 30 % of the opening as closed"
            ),
        ),
    ],
)
def test_f2_squinting_looking_down_and_half_a_blink_are_not_closed(closure: float) -> None:
    check_not_closed(assess(faces.half_closed(closure)))


def test_f2_blinking_never_turns_green(tmp_path: Path) -> None:
    bench = ShippedStation(tmp_path)
    generator = np.random.default_rng(0)
    blink = [OPEN, OPEN, faces.half_closed(0.5), CLOSED, CLOSED, faces.half_closed(0.5), OPEN]
    lights = [bench.show(alter.noise(picture, 1.0, generator)) for picture in blink * 2]
    held = [bench.show(alter.noise(CLOSED, 1.0, generator)) for _ in range(12)]
    bench.station.close()
    assert Light.GREEN not in lights
    assert held[-1] is Light.GREEN


# F3: things over the eyes


@pytest.mark.parametrize("picture", [OPEN, CLOSED], ids=["open", "closed"])
@pytest.mark.parametrize("darkness", [0.4, 0.6, 0.8, 0.9, 1.0])
def test_f3_sunglasses_are_not_closed_eyes(picture: Pixels, darkness: float) -> None:
    check_not_closed(assess(faces.sunglasses(picture, darkness)))


@pytest.mark.parametrize("scene", ["glasses", "mask"])
def test_f3_glasses_and_mask_are_red(scene: str) -> None:
    verdict = assess(demo_scene(scene))
    assert verdict.light is Light.RED
    check_not_closed(verdict)


@pytest.mark.parametrize("both", [False, True], ids=["one eye", "both eyes"])
def test_f3_hands_and_hair_over_open_eyes_are_not_closed_eyes(both: bool) -> None:  # noqa: FBT001
    check_not_closed(assess(faces.hand(OPEN, both=both)))
    check_not_closed(assess(faces.hair(OPEN, both=both)))


def test_f3_make_up_and_reflections_are_not_closed_eyes() -> None:
    check_not_closed(assess(faces.make_up(OPEN)))
    check_not_closed(assess(faces.reflections(OPEN)))
    check_not_closed(assess(alter.grey(faces.reflections(OPEN))))


# F4: bad light and blur. At its end every sweep must have made the eyes unknown.


def check_sweep(pictures: list[Pixels]) -> None:
    verdicts = [assess(picture) for picture in pictures]
    for verdict in verdicts:
        check_not_closed(verdict)
    assert verdicts[0].eyes.state is EyeState.OPEN
    assert verdicts[-1].eyes.state is EyeState.UNKNOWN


def test_f4_darkness_makes_the_eyes_unknown_never_closed() -> None:
    generator = np.random.default_rng(0)
    gains = (1.0, 0.6, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05, 0.02)
    check_sweep([alter.noise(alter.brightness(OPEN, gain), 2.0, generator) for gain in gains])


def test_f4_over_exposure_makes_the_eyes_unknown_never_closed() -> None:
    gains = (1.0, 1.3, 1.6, 1.8, 2.0, 2.25, 2.5, 3.0, 4.0, 6.0)
    check_sweep([alter.brightness(OPEN, gain) for gain in gains])


def test_f4_light_from_behind_makes_the_eyes_unknown_never_closed() -> None:
    check_sweep([faces.backlit(OPEN, gain) for gain in (1.0, 0.7, 0.4, 0.25, 0.15, 0.1, 0.05)])


def test_f4_lost_contrast_makes_the_eyes_unknown_never_closed() -> None:
    shares = (1.0, 0.6, 0.4, 0.3, 0.2, 0.1, 0.05)
    check_sweep([alter.light(OPEN, gain=1.0, contrast=share, gamma=1.0) for share in shares])


def test_f4_defocus_makes_the_eyes_unknown_never_closed() -> None:
    check_sweep([alter.defocus(OPEN, radius) for radius in (1, 2, 4, 5, 6, 7, 8, 10, 14, 20, 30)])


@pytest.mark.parametrize("degrees", [0.0, 45.0, 90.0])
def test_f4_motion_makes_the_eyes_unknown_never_closed(degrees: float) -> None:
    lengths = (3, 9, 15, 21, 27, 35, 45, 61)
    check_sweep([alter.motion_blur(OPEN, length, degrees) for length in lengths])


@settings(max_examples=25, deadline=None)
@given(
    gain=st.floats(0.05, 3.0),
    gamma=st.floats(0.4, 2.5),
    contrast=st.floats(0.1, 1.6),
    radius=st.floats(0.5, 12.0),
    sigma=st.floats(0.0, 30.0),
    jpeg_quality=st.integers(5, 95),
)
def test_f4_no_mixture_of_bad_light_and_blur_closes_open_eyes(
    **how: float,
) -> None:
    blurred = alter.defocus(OPEN, how["radius"])
    lit = alter.light(blurred, gain=how["gain"], contrast=how["contrast"], gamma=how["gamma"])
    noisy = alter.noise(lit, how["sigma"], np.random.default_rng(0))
    check_not_closed(assess(alter.jpeg(noisy, int(how["jpeg_quality"]))))


# F5: groups of people


@pytest.mark.skip(
    reason="no data here carry skin tone, age or eye shape with open and closed eyes, and FaceQA "
    "never guesses a group; `faceqa audit` is to count false-closed rates where labels exist"
)
def test_f5_false_closed_rates_by_group() -> None:
    raise NotImplementedError


@pytest.mark.parametrize(
    "gains",
    [
        (1.1, 1.0, 0.9),
        (1.0, 0.8, 0.6),
        (0.8, 0.6, 0.45),
        (0.5, 0.35, 0.27),
        (0.35, 0.24, 0.18),
        (0.25, 0.17, 0.13),
        (0.7, 0.8, 1.2),
    ],
)
def test_f5_the_tone_of_the_picture_does_not_close_open_eyes(
    gains: tuple[float, float, float],
) -> None:
    # This changes the light's colour and the skin's with it; it is no substitute for other people.
    check_not_closed(assess(alter.tint(OPEN, gains)))
