"""`standardised_face`: every capture's face at one size and in one format.

Uniform pictures are the second contribution of Gurjar et al. 2024 (section 1): captures of
different days and cameras can be compared only when size and framing agree.
"""

import numpy as np

from faceqa_gui.frames.frame import Box, Pixels, Region
from faceqa_gui.frames.opencv import cv2

SIDE = 512
MARGIN = 0.25


def face_square(face_box: Box | None, region: Region) -> Region:
    """The square that is standardised, in frame pixels; it may reach beyond the frame.

    Args:
        face_box: the face in frame pixels. Its longer side is enlarged by `MARGIN` of itself on
            every side, around the same centre, so that forehead and chin are kept.
        region: taken as it is where no face was found.
    """
    if face_box is None:
        return region
    side = max(1, round(max(face_box.width, face_box.height) * (1.0 + 2.0 * MARGIN)))
    return Region(
        round(face_box.left + (face_box.width - side) / 2),
        round(face_box.top + (face_box.height - side) / 2),
        side,
    )


def standardised_face(frame_pixels: Pixels, face_box: Box | None, region: Region) -> Pixels:
    """The face (or, without one, the region) at uniform size and in uniform format.

    Args:
        frame_pixels: uint8, H×W×3, RGB.
        face_box: of the face in frame pixels; None where none was found.
        region: the judged square, in frame pixels.

    Returns:
        uint8, 512×512×3, RGB: area-averaged when it shrinks, Lanczos (8×8) when it grows. What
        lies outside the frame repeats the nearest pixel of its edge.
    """
    square = face_square(face_box, region)
    height, width = frame_pixels.shape[:2]
    rows = np.clip(np.arange(square.top, square.top + square.side), 0, height - 1)
    columns = np.clip(np.arange(square.left, square.left + square.side), 0, width - 1)
    cut = frame_pixels[rows[:, np.newaxis], columns]
    method = cv2.INTER_AREA if square.side > SIDE else cv2.INTER_LANCZOS4
    return np.asarray(cv2.resize(cut, (SIDE, SIDE), interpolation=method), np.uint8)
