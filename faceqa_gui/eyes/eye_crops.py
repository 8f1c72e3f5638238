"""Where the eyes of a found face lie, and what the eye network sees of them.

The places follow from the geometry of the frontal-face cascade's box, so they do not depend on
whether an eye is open: medians over the development split of the eye data.
"""

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.eyes.face_finder import Grey
from faceqa_gui.frames.frame import Box
from faceqa_gui.frames.opencv import cv2

CROP_SIDE = 32
EYE_ACROSS = 0.31
EYE_DOWN = 0.39
EYE_SIZE = 0.32

Crop = NDArray[np.float32]


def eye_boxes(face: Box) -> tuple[Box, Box]:
    """Squares around the eyes on the left and on the right side of the picture."""
    side = round(EYE_SIZE * face.width)
    top = round(face.top + EYE_DOWN * face.height - side / 2)
    left = round(face.left + EYE_ACROSS * face.width - side / 2)
    right = round(face.left + (1.0 - EYE_ACROSS) * face.width - side / 2)
    return Box(left, top, side, side), Box(right, top, side, side)


def cut_square(grey: Grey, box: Box, side: int) -> Grey:
    """A box of `grey` at side×side; what lies outside repeats the nearest pixel."""
    height, width = grey.shape
    rows = np.clip(np.arange(box.top, box.top + box.height), 0, height - 1)
    columns = np.clip(np.arange(box.left, box.left + box.width), 0, width - 1)
    cut = grey[rows[:, None], columns]
    shrinks = side < box.width
    method = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(cut, (side, side), interpolation=method), np.uint8)


def normalised(crop: Grey) -> Crop:
    """What the network gets: float32, 32×32×1, mean 0 and standard deviation 1.

    Brightness and contrast are gone, so that they cannot tell one data source from another.
    """
    values = crop.astype(np.float32)
    spread = max(float(values.std()), 1.0)
    scaled: Crop = ((values - values.mean()) / spread)[:, :, None].astype(np.float32)
    return scaled


def eye_inputs(grey: Grey, face: Box) -> Crop:
    """Both eyes of a face: float32, 2×32×32×1; the right one is mirrored onto the left."""
    left, right = eye_boxes(face)
    return np.stack(
        [
            normalised(cut_square(grey, left, CROP_SIDE)),
            normalised(np.ascontiguousarray(cut_square(grey, right, CROP_SIDE)[:, ::-1])),
        ]
    )
