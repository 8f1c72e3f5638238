"""A found face at one fixed size: what everything that reads the eyes looks at."""

import numpy as np

from faceqa_gui.eyes.face_finder import Grey
from faceqa_gui.frames.frame import Box
from faceqa_gui.frames.opencv import cv2

PATCH_SIDE = 192
PATCH_SHARE = 1.6
FACE_SIDE = PATCH_SIDE / PATCH_SHARE


def face_patch(grey: Grey, face: Box) -> Grey:
    """The face and what surrounds it: uint8, 192×192; the face's box is its middle 120×120."""
    grown = round(face.width * (PATCH_SHARE - 1.0) / 2)
    wide = Box(face.left - grown, face.top - grown, face.width + 2 * grown, face.height + 2 * grown)
    return cut_square(grey, wide, PATCH_SIDE)


def cut_square(grey: Grey, box: Box, side: int) -> Grey:
    """A box of `grey` (uint8, H×W) at side×side; what lies outside repeats the nearest pixel."""
    height, width = grey.shape
    top, left = (
        min(max(0, box.top), height - 1),
        min(max(0, box.left), width - 1),
    )
    bottom = max(top + 1, min(height, box.top + box.height))
    right = max(left + 1, min(width, box.left + box.width))
    cut = cv2.copyMakeBorder(
        grey[top:bottom, left:right],
        max(0, top - box.top),
        max(0, box.top + box.height - bottom),
        max(0, left - box.left),
        max(0, box.left + box.width - right),
        cv2.BORDER_REPLICATE,
    )
    method = cv2.INTER_AREA if side < box.width else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(cut, (side, side), interpolation=method), np.uint8)


def box_in_grey(face: Box, centre: tuple[float, float], side: float) -> Box:
    """A square of the patch of `face`, in pixels of the picture that the face was found in.

    Args:
        face: the face's box in that picture.
        centre: of the square, in patch pixels.
        side: of the square, in patch pixels.
    """
    scale = face.width / FACE_SIDE
    edge = (PATCH_SIDE - FACE_SIDE) / 2
    length = round(side * scale)
    return Box(
        round(face.left + (centre[0] - edge) * scale - length / 2),
        round(face.top + (centre[1] - edge) * scale - length / 2),
        length,
        length,
    )
