"""Alterations change what they say, and nothing where they are asked for nothing."""

import numpy as np
import pytest

from faceqa_gui.frames import alter
from faceqa_gui.frames.frame import Pixels, resize


@pytest.fixture(scope="module")
def picture() -> Pixels:
    coarse = np.random.default_rng(0).integers(0, 256, (9, 9, 3), np.uint8)
    return resize(coarse, 120, 120)


def test_brightness_multiplies_and_cuts(picture: Pixels) -> None:
    assert np.array_equal(alter.brightness(picture, 1.0), picture)
    for gain in (0.25, 0.5, 1.5, 2.0):
        expected = np.clip(np.round(picture * gain), 0, 255)
        assert np.array_equal(alter.brightness(picture, gain), expected)


def test_two_mirrors_are_none(picture: Pixels) -> None:
    mirrored = alter.mirror(picture)
    assert not np.array_equal(mirrored, picture)
    assert np.array_equal(alter.mirror(mirrored), picture)


def test_a_turn_keeps_the_middle_and_can_be_turned_back(picture: Pixels) -> None:
    assert np.array_equal(alter.turn(picture, 0.0), picture)
    back = alter.turn(alter.turn(picture, 20.0), -20.0)
    middle = (slice(40, 80), slice(40, 80))
    difference = np.abs(back[middle].astype(float) - picture[middle])
    assert difference.mean() < 6.0
    turned = alter.turn(picture, 90.0).astype(float)
    assert np.abs(turned - np.rot90(picture)).max() <= 1.0


def test_a_zoomed_out_picture_is_whole_and_lies_in_a_soft_scene(picture: Pixels) -> None:
    scene = alter.zoom_out(picture, 200, 0.5)
    assert scene.shape == (200, 200, 3)
    assert np.array_equal(scene[50:150, 50:150], resize(picture, 100, 100))
    steps = np.abs(np.diff(scene.astype(float), axis=1))
    assert steps[:45].mean() < 0.5 * steps[50:150, 50:149].mean()
    assert np.array_equal(alter.zoom_out(picture, 200, 1.0), resize(picture, 200, 200))


def test_a_crop_is_the_middle(picture: Pixels) -> None:
    assert np.array_equal(alter.crop_middle(picture, 0.5), picture[30:90, 30:90])


def test_grey_and_jpeg_keep_the_form(picture: Pixels) -> None:
    grey = alter.grey(picture)
    assert (np.ptp(grey, axis=2) == 0).all()
    errors = [
        np.abs(alter.jpeg(picture, quality).astype(float) - picture).mean() for quality in (10, 90)
    ]
    assert errors[0] > errors[1]
