"""Standardised faces: one size, one format, the face in the middle, edges repeated."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.frames.frame import Box, Region
from faceqa_gui.records.standardise import MARGIN, SIDE, face_square, standardised_face

REGION = Region(280, 0, 720)


def noise(height: int, width: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.random.default_rng(7).integers(0, 256, (height, width, 3), np.uint8)


def test_the_square_keeps_the_centre_and_adds_the_margin() -> None:
    square = face_square(Box(100, 200, 200, 160), REGION)
    assert square.side == round(200 * (1 + 2 * MARGIN))
    assert square.left + square.side / 2 == 200
    assert square.top + square.side / 2 == 280


def test_without_a_face_the_region_is_taken() -> None:
    assert face_square(None, REGION) == REGION
    frame = noise(720, 1280)
    of_region = standardised_face(frame, None, REGION)
    moved = frame.copy()
    moved[:, : REGION.left] = 0
    assert np.array_equal(of_region, standardised_face(moved, None, REGION))


def test_a_square_of_the_final_size_is_copied_unchanged() -> None:
    frame = noise(600, 800)
    cut = standardised_face(frame, None, Region(100, 50, SIDE))
    assert np.array_equal(cut, frame[50 : 50 + SIDE, 100 : 100 + SIDE])


@pytest.mark.parametrize("side", [256, 1024])
def test_colours_survive_in_both_directions(side: int) -> None:
    colour = (200, 30, 90)
    frame = np.full((side, side, 3), colour, np.uint8)
    face = standardised_face(frame, None, Region(0, 0, side))
    assert face.shape == (SIDE, SIDE, 3)
    assert np.array_equal(np.unique(face.reshape(-1, 3), axis=0), [colour])


def test_shrinking_averages_areas() -> None:
    frame = np.zeros((2 * SIDE, 2 * SIDE, 3), np.uint8)
    frame[::2, ::2] = 200
    face = standardised_face(frame, None, Region(0, 0, 2 * SIDE))
    assert np.array_equal(np.unique(face), [50])


def test_outside_the_frame_its_edge_is_repeated() -> None:
    frame = np.zeros((100, 100, 3), np.uint8)
    frame[:, 0] = (10, 20, 30)
    face = standardised_face(frame, None, Region(-SIDE // 2, 0, SIDE))
    assert np.array_equal(face[:, : SIDE // 2 + 1], np.broadcast_to((10, 20, 30), (SIDE, 257, 3)))
    assert not face[:, SIDE // 2 + 1 :].any()


@given(
    left=st.integers(-900, 900),
    top=st.integers(-900, 900),
    width=st.integers(0, 900),
    height=st.integers(0, 900),
)
def test_any_box_gives_the_same_form(left: int, top: int, width: int, height: int) -> None:
    face = standardised_face(noise(36, 64), Box(left, top, width, height), REGION)
    assert face.shape == (SIDE, SIDE, 3)
    assert face.dtype == np.uint8
