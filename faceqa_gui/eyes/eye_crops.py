"""What the eye network sees: upright crops around the located eyes."""

import numpy as np

from faceqa_gui.eyes.eye_places import Crop, EyePlaces, normalised
from faceqa_gui.eyes.face_finder import Grey
from faceqa_gui.frames.opencv import cv2

CROP_SIDE = 32
# Of the crop, in distances between the eyes.
CROP_SPAN = 0.85
ALIGNED_SIDE = 64
ALIGNED_SHARE = 1.6
_SHIFTS = ((0, 0), (3, 0), (-3, 0), (0, 3), (0, -3))
VIEWS = len(_SHIFTS)


def aligned_eyes(patch: Grey, places: EyePlaces) -> tuple[Grey, Grey]:
    """Both eyes with some of their surroundings, upright; the right one mirrored onto the left.

    Each is uint8, 64×64: 1.6 crops wide.
    """
    span = ALIGNED_SHARE * CROP_SPAN
    left = upright(patch, places, places.left, ALIGNED_SIDE, span)
    right = upright(patch, places, places.right, ALIGNED_SIDE, span)
    return left, np.ascontiguousarray(right[:, ::-1])


def upright(
    patch: Grey, places: EyePlaces, centre: tuple[float, float], side: int, span: float
) -> Grey:
    """A square of the patch around `centre`, turned so that the eyes lie level.

    Args:
        patch: uint8, 192×192.
        places: of the eyes.
        centre: of the square, in patch pixels.
        side: of the result in pixels.
        span: of the square, in distances between the eyes.
    """
    scale = side / (span * places.distance)
    matrix = np.asarray(cv2.getRotationMatrix2D(centre, places.turn, scale), np.float64)
    matrix[:, 2] += side / 2 - 0.5 - np.asarray(centre)
    softened = cv2.GaussianBlur(patch, (0, 0), 0.4 / scale) if scale < 0.8 else patch
    square = cv2.warpAffine(
        softened, matrix, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(square, np.uint8)


def crops_of(aligned: Grey) -> Crop:
    """Five crops of one aligned eye, a little apart: float32, 5×32×32×1.

    Their mean is steadier than one, because no localiser hits the middle each time.
    """
    crops = []
    inner = round(ALIGNED_SIDE / ALIGNED_SHARE)
    edge = (ALIGNED_SIDE - inner) // 2
    for dx, dy in _SHIFTS:
        part = aligned[edge + dy : edge + dy + inner, edge + dx : edge + dx + inner]
        small = cv2.resize(part, (CROP_SIDE, CROP_SIDE), interpolation=cv2.INTER_AREA)
        crops.append(normalised(np.asarray(small, np.uint8)))
    return np.stack(crops)


def eye_inputs(patch: Grey, places: EyePlaces) -> Crop:
    """All crops of both eyes, the left one's first: float32, 10×32×32×1."""
    return np.concatenate([crops_of(eye) for eye in aligned_eyes(patch, places)])
