"""Each measure of a face follows its own fault and none of the others."""

import numpy as np
import pytest

from faceqa_gui.frames import alter
from faceqa_gui.frames.demo_scenes import open_eyes
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.frames.picture_measures import FaceMeasures, measure_face

FACE = Box(180, 190, 350, 350)


@pytest.fixture(scope="module")
def picture() -> Pixels:
    return np.ascontiguousarray(open_eyes()[:, 280:1000])


def measured(pixels: Pixels, face: Box = FACE) -> FaceMeasures:
    measures = measure_face(pixels, face)
    assert measures is not None
    return measures


def darkened(pixels: Pixels, factor: float) -> Pixels:
    return alter.light(pixels, gain=factor, contrast=factor, gamma=1.0)


def test_brightness_is_the_mean_grey_level_of_the_face_alone() -> None:
    pixels = np.full((200, 200, 3), 10, np.uint8)
    pixels[50:150, 50:150] = 90
    found = measured(pixels, Box(50, 50, 100, 100))
    assert found.brightness == 90.0
    assert found.backlight == pytest.approx(-80.0, abs=1.0)
    assert found.glare == 0.0


def test_a_light_from_behind_is_positive() -> None:
    pixels = np.full((200, 200, 3), 220, np.uint8)
    pixels[50:150, 50:150] = 60
    assert measured(pixels, Box(50, 50, 100, 100)).backlight == pytest.approx(160.0, abs=1.0)


def test_a_face_that_fills_the_picture_has_nothing_behind_it(picture: Pixels) -> None:
    assert measured(picture, Box(-10, -10, 740, 740)).backlight == 0.0


def test_glare_is_the_share_of_white(picture: Pixels) -> None:
    pixels = np.full((100, 100, 3), 100, np.uint8)
    pixels[:25] = 255
    assert measured(pixels, Box(0, 0, 100, 100)).glare == pytest.approx(0.25, abs=0.01)
    assert measured(picture).glare < 0.01
    assert measured(darkened(picture, 2.0)).glare > 0.1


@pytest.mark.parametrize("radius", [6.0, 12.0, 20.0])
def test_blur_lowers_sharpness_and_leaves_light_alone(picture: Pixels, radius: float) -> None:
    sharp, blurred = measured(picture), measured(alter.defocus(picture, radius))
    assert blurred.sharpness < 0.7 * sharp.sharpness
    assert blurred.brightness == pytest.approx(sharp.brightness, abs=3.0)


def test_more_blur_is_never_sharper(picture: Pixels) -> None:
    found = [measured(alter.defocus(picture, radius)).sharpness for radius in (2.0, 5.0, 10.0)]
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize("factor", [0.4, 0.7])
def test_dim_light_does_not_look_like_blur(picture: Pixels, factor: float) -> None:
    sharp, dim = measured(picture), measured(darkened(picture, factor))
    assert dim.sharpness == pytest.approx(sharp.sharpness, abs=0.03)
    assert dim.brightness == pytest.approx(factor * sharp.brightness, abs=2.0)


def test_a_mirrored_face_measures_the_same(picture: Pixels) -> None:
    face = Box(185, 190, 350, 350)
    mirrored = np.ascontiguousarray(picture[:, ::-1])
    found, again = measured(picture, face), measured(mirrored, face)
    assert again.brightness == pytest.approx(found.brightness, abs=0.5)
    assert again.sharpness == pytest.approx(found.sharpness, abs=0.01)


def test_a_blank_face_has_no_detail() -> None:
    assert measured(np.full((80, 80, 3), 128, np.uint8), Box(0, 0, 80, 80)).sharpness == 0.0


@pytest.mark.parametrize("face", [Box(100, 0, 20, 20), Box(0, -30, 20, 30), Box(5, 5, 0, 0)])
def test_a_box_outside_the_picture_cannot_be_measured(face: Box) -> None:
    assert measure_face(np.zeros((100, 100, 3), np.uint8), face) is None


def test_what_lies_outside_the_picture_is_left_out(picture: Pixels) -> None:
    over_the_edge = measured(picture, Box(-100, 190, 350, 350))
    assert over_the_edge == measured(picture, Box(0, 190, 250, 350))
