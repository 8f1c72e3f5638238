"""Faces laid over each other: a picture is moved so that its eyes come to fixed places."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.eyes.eye_places import EyePlaces, Point
from faceqa_gui.eyes.face_finder import to_grey
from faceqa_gui.eyes.face_patch import FACE_SIDE, PATCH_SIDE, face_patch
from faceqa_gui.eyes.learned import LearnedEyes
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.frames.opencv import cv2

ALIGNED_SIDE = 224
LEFT_EYE: Point = (72.0, 92.0)
RIGHT_EYE: Point = (151.0, 92.0)
"""Where the eyes come to lie in the aligned picture: 79 pixels apart, mirror images."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class FoundEyes:
    """Centres of the eyes on the left and on the right side of a picture, in its pixels."""

    left: Point
    right: Point


def find_eyes(picture: Pixels, eyes: LearnedEyes) -> FoundEyes | str:
    """The eyes of the largest face of a picture, by the localiser.

    Args:
        picture: uint8, H×W×3, RGB.
        eyes: finds the face and its eyes.

    Returns:
        The eyes, or why they are not located, as a short identifier.
    """
    grey = to_grey(picture)
    faces = eyes.faces.find(grey)
    if not faces:
        return "no_face"
    places = eyes.model.locate(face_patch(grey, faces[0]))
    return eyes.unlocated(places) or in_picture(places, faces[0])


def in_picture(places: EyePlaces, face: Box) -> FoundEyes:
    """Eyes of a face patch in pixels of the picture that the face was found in."""
    # As `face_patch` cuts it: the box, grown to both sides by a whole number of pixels.
    grown = round(face.width * (PATCH_SIDE / FACE_SIDE - 1.0) / 2)
    scale = (face.width + 2 * grown) / PATCH_SIDE

    def moved(point: Point) -> Point:
        # Pixels are squares whose centres have whole numbers, so that a resize keeps the edges.
        x, y = ((value + 0.5) * scale - 0.5 for value in point)
        return face.left - grown + x, face.top - grown + y

    return FoundEyes(moved(places.left), moved(places.right))


def alignment(eyes: FoundEyes) -> Matrix:
    """The turn, scale and shift (2×3) that bring both eyes to their fixed places.

    Raises:
        ValueError: both eyes lie in one place.
    """
    start, end = complex(*eyes.left), complex(*eyes.right)
    if math.isclose(abs(end - start), 0.0):
        raise ValueError("two eyes in one place have no direction")
    # A similarity of the plane is one complex factor and one shift.
    factor = (complex(*RIGHT_EYE) - complex(*LEFT_EYE)) / (end - start)
    shift = complex(*LEFT_EYE) - factor * start
    return np.array(
        [[factor.real, -factor.imag, shift.real], [factor.imag, factor.real, shift.imag]]
    )


def aligned_picture(picture: Pixels, matrix: Matrix) -> Pixels:
    """A picture (uint8, H×W×3) in its aligned place: uint8, 224×224×3; black outside."""
    return np.asarray(_warped(picture, matrix), np.uint8)


def aligned_map(values: NDArray[np.float32], matrix: Matrix) -> NDArray[np.float32]:
    """A map of the picture (float32, H×W) in its aligned place: float32, 224×224; 0 outside."""
    return np.asarray(_warped(values, matrix), np.float32)


def covered(shape: tuple[int, int], matrix: Matrix) -> NDArray[np.bool_]:
    """Which aligned pixels lie wholly inside the picture (H, W): bool, 224×224."""
    inside = _warped(np.ones(shape, np.float32), matrix)
    return np.asarray(inside >= 1.0 - 1e-3, np.bool_)


def _warped(values: NDArray[Any], matrix: Matrix) -> NDArray[Any]:
    warped: NDArray[Any] = cv2.warpAffine(
        values,
        matrix,
        (ALIGNED_SIDE, ALIGNED_SIDE),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=0,
    )
    return warped
