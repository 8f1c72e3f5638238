"""Signed maps: red above zero, blue below, and nothing where there is nothing."""

import numpy as np

from faceqa_gui.explanation.colours import overlay_signed
from faceqa_gui.explanation.pictures import evidence_picture


def test_the_sign_chooses_the_colour_and_zero_leaves_the_picture() -> None:
    picture = np.full((1, 3, 3), 128, np.uint8)
    shown = overlay_signed(picture, np.array([[-1.0, 0.0, 1.0]], np.float32), 0.8)[0].astype(int)
    against, nothing, towards = shown
    assert nothing.tolist() == [128, 128, 128]
    assert towards[0] > 128 > towards[2]
    assert against[2] > 128 > against[0]


def test_a_larger_magnitude_hides_more_of_the_picture() -> None:
    picture = np.full((1, 3, 3), 128, np.uint8)
    values = np.array([[0.1, 0.5, 1.0]], np.float32)
    reds = overlay_signed(picture, values, 0.8)[0, :, 0].astype(int)
    assert reds[0] < reds[1] < reds[2]


def test_evidence_against_a_class_is_never_painted() -> None:
    picture = np.full((4, 4, 3), 90, np.uint8)
    against = np.full((4, 4), -1.0, np.float32)
    np.testing.assert_array_equal(evidence_picture(picture, against, 0.8), picture)
    against[0, 0] = 1.0
    changed = (evidence_picture(picture, against, 0.8) != picture).any(axis=2)
    assert changed.sum() == 1
    assert changed[0, 0]
