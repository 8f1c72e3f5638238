"""`FaceFinder`: frontal faces in the judged picture, by Haar cascade."""

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.eyes.haar_files import load_cascade
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.frames.opencv import cv2

SEARCH_SIDE = 160
_BORDER = 20
SMALLEST_SHARE = 0.25

Grey = NDArray[np.uint8]


def to_grey(pixels: Pixels) -> Grey:
    """`pixels` (uint8, H×W×3, RGB) as uint8 H×W."""
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)


class FaceFinder:
    """Finds faces that fill at least a quarter of the picture. Not thread-safe."""

    def __init__(self) -> None:
        self._cascade = load_cascade("frontalface_default")

    def find(self, grey: Grey) -> tuple[Box, ...]:
        """Faces in pixels of `grey` (uint8, H×W), largest first.

        The search runs on a copy of 160 pixels with the edges repeated all around, so that a face
        that touches the border is found as well.
        """
        height, width = grey.shape
        scale = SEARCH_SIDE / max(height, width)
        small = cv2.resize(
            grey,
            (max(1, round(width * scale)), max(1, round(height * scale))),
            interpolation=cv2.INTER_AREA if scale < 1.0 else cv2.INTER_LINEAR,
        )
        padded = cv2.copyMakeBorder(small, _BORDER, _BORDER, _BORDER, _BORDER, cv2.BORDER_REPLICATE)
        smallest = round(SMALLEST_SHARE * SEARCH_SIDE)
        found = self._cascade.detectMultiScale(
            padded, scaleFactor=1.2, minNeighbors=2, minSize=(smallest, smallest)
        )
        boxes = [
            Box(
                round((left - _BORDER) / scale),
                round((top - _BORDER) / scale),
                round(side / scale),
                round(side / scale),
            )
            for left, top, side, _ in found
        ]
        return tuple(sorted(boxes, key=lambda box: box.width, reverse=True))
