"""Faces are laid over each other by their eyes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.eyes.alignment import (
    ALIGNED_SIDE,
    LEFT_EYE,
    RIGHT_EYE,
    FoundEyes,
    aligned_map,
    aligned_picture,
    alignment,
    covered,
    find_eyes,
    in_picture,
)
from faceqa_gui.eyes.eye_model import EyeModel
from faceqa_gui.eyes.eye_places import EyePlaces, Point
from faceqa_gui.eyes.face_patch import face_patch
from faceqa_gui.eyes.learned import LearnedEyes
from faceqa_gui.frames.alter import place
from faceqa_gui.frames.demo_scenes import closed_eyes, nobody_there, open_eyes
from faceqa_gui.frames.frame import Box
from faceqa_gui.quality.preprocessing import network_input

PLACES = st.floats(60.0, 160.0)


def spot(side: int, centre: Point, width: float) -> np.ndarray:
    """A picture with one soft bright spot: float32, side×side, 0-1."""
    rows, columns = np.mgrid[0:side, 0:side]
    squared = (columns - centre[0]) ** 2 + (rows - centre[1]) ** 2
    return np.asarray(np.exp(-squared / (2 * width**2)), np.float32)


def middle(values: np.ndarray) -> Point:
    """Centre of gravity of a map."""
    rows, columns = np.mgrid[0 : values.shape[0], 0 : values.shape[1]]
    weights = values.astype(np.float64)
    return (
        float((columns * weights).sum() / weights.sum()),
        float((rows * weights).sum() / weights.sum()),
    )


@given(PLACES, PLACES, PLACES, PLACES)
def test_both_eyes_come_to_their_places(a: float, b: float, c: float, d: float) -> None:
    if abs(complex(a - c, b - d)) < 1.0:
        return
    matrix = alignment(FoundEyes((a, b), (c, d)))
    assert (matrix @ (a, b, 1.0)).tolist() == pytest.approx(LEFT_EYE, abs=1e-6)
    assert (matrix @ (c, d, 1.0)).tolist() == pytest.approx(RIGHT_EYE, abs=1e-6)
    # Nothing but turn, scale and shift.
    assert matrix[0, 0] == matrix[1, 1]
    assert matrix[0, 1] == -matrix[1, 0]


def test_two_eyes_in_one_place_are_refused() -> None:
    with pytest.raises(ValueError, match="no direction"):
        alignment(FoundEyes((5.0, 5.0), (5.0, 5.0)))


@pytest.mark.parametrize("eyes", [((80.0, 90.0), (140.0, 96.0)), ((100.5, 80.25), (150.0, 70.0))])
def test_what_was_at_an_eye_is_at_its_place(eyes: tuple[Point, Point]) -> None:
    matrix = alignment(FoundEyes(*eyes))
    for eye, expected in zip(eyes, (LEFT_EYE, RIGHT_EYE), strict=True):
        dot = spot(ALIGNED_SIDE, eye, 3.0)
        assert middle(aligned_map(dot, matrix)) == pytest.approx(expected, abs=0.1)
        bytes_ = np.round(dot * 255).astype(np.uint8)[:, :, None].repeat(3, axis=2)
        assert middle(aligned_picture(bytes_, matrix)[:, :, 0]) == pytest.approx(expected, abs=0.2)


def test_maps_are_covered_where_the_picture_is() -> None:
    eyes = FoundEyes((100.0, 92.0), (179.0, 92.0))
    inside = covered((224, 224), alignment(eyes))
    assert inside[:, :196].all()
    assert not inside[:, 197:].any()


def test_places_of_a_patch_are_places_of_the_picture() -> None:
    face = Box(60, 50, 110, 110)
    for eye in ((90.0, 95.0), (140.5, 97.25)):
        grey = np.round(spot(224, eye, 3.0) * 255).astype(np.uint8)
        seen = middle(face_patch(grey, face))
        found = in_picture(EyePlaces(seen, seen, 0.0), face)
        assert found.left == pytest.approx(eye, abs=0.3)


# Measured on the photograph: middle between the corners of each eye, in the network's input.
TRUE_EYES = ((85.6, 105.4), (135.7, 107.6))


@pytest.mark.parametrize(
    ("degrees", "scale", "shift"),
    [(0.0, 1.0, (0.0, 0.0)), (6.0, 0.9, (0.03, 0.0)), (-8.0, 0.8, (-0.02, 0.05))],
)
def test_a_face_that_moves_is_brought_back(
    degrees: float, scale: float, shift: tuple[float, float]
) -> None:
    face = network_input(open_eyes())
    moved = place(face, 224, scale=scale, degrees=degrees, shift=shift, mirror=False, border=None)
    found = find_eyes(moved, LearnedEyes(EyeModel()))
    assert isinstance(found, FoundEyes)
    turn = scale * np.exp(-1j * np.radians(degrees))
    centre, by = 111.5 * (1 + 1j), 224 * complex(*shift)
    true = [turn * (complex(*eye) - centre) + centre + by for eye in TRUE_EYES]
    # With the eyes where they are, the picture is aligned to the pixel.
    exact = alignment(FoundEyes(*((eye.real, eye.imag) for eye in true)))
    straight = aligned_picture(face, alignment(FoundEyes(*TRUE_EYES)))
    inside = covered((224, 224), exact)[40:180, 40:180]
    apart = np.abs(
        aligned_picture(moved, exact)[40:180, 40:180].astype(int) - straight[40:180, 40:180]
    )
    assert apart[inside].mean() < 4.0
    # The localiser errs by some pixels; average maps are softened by as much.
    matrix = alignment(found)
    for eye, expected in zip(true, (LEFT_EYE, RIGHT_EYE), strict=True):
        x, y = matrix @ (eye.real, eye.imag, 1.0)
        assert abs(complex(x, y) - complex(*expected)) < 16.0


def test_faces_that_are_not_there_have_no_eyes() -> None:
    eyes = LearnedEyes(EyeModel())
    assert find_eyes(network_input(nobody_there()), eyes) == "no_face"
    assert isinstance(find_eyes(network_input(closed_eyes(open_eyes())), eyes), FoundEyes)
