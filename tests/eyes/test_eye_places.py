"""Places of eyes survive every change of coordinates."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.eyes.eye_crops import ALIGNED_SIDE, CROP_SIDE, VIEWS, aligned_eyes, eye_inputs
from faceqa_gui.eyes.eye_model import EyeModel
from faceqa_gui.eyes.eye_pairs import EyePairs
from faceqa_gui.eyes.eye_places import TO_VIEW, VIEW_SIDE, EyePlaces, places_from
from faceqa_gui.eyes.face_finder import FaceFinder, to_grey
from faceqa_gui.eyes.face_patch import (
    FACE_SIDE,
    PATCH_SIDE,
    box_in_grey,
    cut_square,
    face_patch,
)
from faceqa_gui.eyes.face_variants import vary_face
from faceqa_gui.frames.frame import Box, Pixels

PIXEL = st.floats(40.0, 150.0)


def _shares(places: tuple[tuple[float, float], tuple[float, float]]) -> list[float]:
    seen = np.array(places) @ TO_VIEW[:2, :2].T + TO_VIEW[:2, 2]
    return [float(value) for value in (seen / VIEW_SIDE).ravel()]


@given(PIXEL, PIXEL, PIXEL, PIXEL)
def test_answers_for_a_patch_and_its_mirror_image_are_joined(
    ax: float, ay: float, bx: float, by: float
) -> None:
    plain = np.array(_shares(((ax, ay), (bx, by))))
    left, right = plain.reshape(2, 2) * VIEW_SIDE
    mirrored = np.array([VIEW_SIDE - 1 - right[0], right[1], VIEW_SIDE - 1 - left[0], left[1]])
    places = places_from(np.stack([plain, mirrored / VIEW_SIDE]))
    assert places.left == pytest.approx((ax, ay), abs=1e-6)
    assert places.right == pytest.approx((bx, by), abs=1e-6)
    assert places.disagreement == pytest.approx(0.0, abs=1e-6)


def test_answers_that_differ_are_told_apart() -> None:
    same = places_from(np.array([[0.3, 0.4, 0.7, 0.4], [0.279, 0.4, 0.679, 0.4]]))
    other = places_from(np.array([[0.3, 0.4, 0.7, 0.4], [0.4, 0.4, 0.9, 0.4]]))
    assert same.disagreement < 0.01
    assert other.disagreement > 0.1


def test_turn_distance_and_offset_are_those_of_the_line_between_the_eyes() -> None:
    places = EyePlaces((66.0, 86.0), (126.0, 86.0), 0.0)
    assert (places.turn, places.distance, places.off_centre) == (0.0, 60.0, 0.0)
    lower = EyePlaces((66.0, 86.0), (126.0, 146.0), 0.0)
    assert lower.turn == pytest.approx(45.0)
    beside = EyePlaces((78.0, 86.0), (138.0, 86.0), 0.0)
    assert beside.off_centre == pytest.approx(12 / FACE_SIDE)
    assert EyePlaces((90.0, 86.0), (91.0, 86.0), 0.0).distance == pytest.approx(0.3 * FACE_SIDE)


@given(st.integers(-60, 60), st.integers(-60, 60), st.integers(1, 90), st.integers(1, 64))
def test_a_cut_square_repeats_what_lies_outside(left: int, top: int, width: int, side: int) -> None:
    grey = np.full((40, 50), 77, np.uint8)
    square = cut_square(grey, Box(left, top, width, width), side)
    assert square.shape == (side, side)
    assert np.all(square == 77)


def test_a_square_of_the_patch_goes_back_to_where_it_came_from() -> None:
    face = Box(100, 50, 240, 240)
    middle = box_in_grey(face, (PATCH_SIDE / 2, PATCH_SIDE / 2), FACE_SIDE)
    assert middle == face


def test_the_localiser_finds_open_and_closed_eyes_at_the_same_place(
    open_face: Pixels, closed_face: Pixels
) -> None:
    model = EyeModel()
    face = FaceFinder().find(to_grey(open_face))[0]
    found = [
        model.locate(face_patch(to_grey(picture), face)) for picture in (open_face, closed_face)
    ]
    for places in found:
        left = box_in_grey(face, places.left, 2.0)
        right = box_in_grey(face, places.right, 2.0)
        # Corners of the eyes in this picture: (229, 332)-(317, 345) and (385, 351)-(482, 341).
        assert (left.left, left.top) == pytest.approx((273, 338), abs=0.08 * face.width)
        assert (right.left, right.top) == pytest.approx((434, 346), abs=0.08 * face.width)


@pytest.mark.parametrize("closed", [False, True])
def test_cascades_find_the_pair_that_the_localiser_learns_from(
    open_face: Pixels, *, closed: bool
) -> None:
    grey = to_grey(open_face)
    face = FaceFinder().find(grey)[0]
    pair = EyePairs().find(face_patch(grey, face), closed=closed)
    assert pair is not None
    left, right = (box_in_grey(face, point, 2.0) for point in pair)
    assert (left.left, left.top) == pytest.approx((273, 338), abs=0.1 * face.width)
    assert (right.left, right.top) == pytest.approx((434, 346), abs=0.1 * face.width)


def test_a_blank_face_has_no_pair() -> None:
    assert EyePairs().find(np.full((PATCH_SIDE, PATCH_SIDE), 90, np.uint8), closed=False) is None


def test_the_right_eye_is_seen_mirrored() -> None:
    half = np.random.default_rng(0).integers(0, 256, (PATCH_SIDE, PATCH_SIDE // 2), dtype=np.uint8)
    patch = np.concatenate([half, half[:, ::-1]], axis=1)
    places = EyePlaces((65.5, 86.0), (PATCH_SIDE - 1 - 65.5, 86.0), 0.0)
    left, right = aligned_eyes(patch, places)
    assert left.shape == (ALIGNED_SIDE, ALIGNED_SIDE)
    assert np.abs(left[:, 2:-2].astype(int) - right[:, 1:-3].astype(int)).mean() < 80
    inputs = eye_inputs(patch, places)
    assert inputs.shape == (2 * VIEWS, CROP_SIDE, CROP_SIDE, 1)
    assert np.abs(inputs.mean(axis=(1, 2, 3))).max() < 1e-5


def test_a_varied_face_keeps_its_eyes_where_the_picture_moves_them() -> None:
    patch = np.full((PATCH_SIDE, PATCH_SIDE), 60, np.uint8)
    eyes = ((72.0, 84.0), (122.0, 84.0))
    for x, y in eyes:
        patch[round(y) - 5 : round(y) + 6, round(x) - 5 : round(x) + 6] = 250
    generator = np.random.default_rng(3)
    hits = 0
    for _ in range(40):
        view, places = vary_face(patch, eyes, generator)
        points = np.array(places).reshape(2, 2) * VIEW_SIDE
        assert points[0, 0] < points[1, 0]
        values = [float(view[round(y), round(x)]) for x, y in points]
        hits += min(values) > float(view.mean()) + float(view.std())
    # A few are hidden on purpose, by a painted spot or noise.
    assert hits >= 28
