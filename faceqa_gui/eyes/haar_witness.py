"""`HaarWitness`: what cascades see at the located eyes. A witness, not the judge."""

from typing import Literal

import numpy as np

from faceqa_gui.eyes.eye_crops import upright
from faceqa_gui.eyes.eye_places import EyePlaces
from faceqa_gui.eyes.face_finder import Grey
from faceqa_gui.eyes.haar_files import load_cascade
from faceqa_gui.frames.opencv import cv2

OpenEyeCascade = Literal["eye", "eye_tree_eyeglasses"]

LOOK_SIDE = 96
_SPAN = 1.15
_SMALLEST = (26, 26)
_FARTHEST = 18


class HaarWitness:
    """Counts how many overlapping finds of an open-eye cascade agree on an eye. Not thread-safe.

    The cascade and the votes were chosen on the development split (see the eye model's card).
    """

    def __init__(self, cascade: OpenEyeCascade, open_votes: int) -> None:
        self._open_votes = open_votes
        self._cascade = load_cascade(cascade)

    def sees_open(self, patch: Grey, places: EyePlaces) -> tuple[bool, bool]:
        """Whether the left and the right eye of a face patch (uint8, 192×192) are seen open."""
        left, right = (
            open_votes(self._cascade, eye_look(patch, places, centre)) >= self._open_votes
            for centre in (places.left, places.right)
        )
        return left, right


def eye_look(patch: Grey, places: EyePlaces, centre: tuple[float, float]) -> Grey:
    """What the cascades see of one eye: uint8, 96×96, equalised."""
    return np.asarray(cv2.equalizeHist(upright(patch, places, centre, LOOK_SIDE, _SPAN)), np.uint8)


def open_votes(cascade: cv2.CascadeClassifier, look: Grey) -> int:
    """Largest number of overlapping finds of `cascade` near the middle of an eye look."""
    boxes, counts = cascade.detectMultiScale2(look, 1.1, 1, minSize=_SMALLEST)
    middle = LOOK_SIDE / 2
    near = [
        int(count)
        for (left, top, width, height), count in zip(boxes, np.ravel(counts), strict=True)
        if abs(left + width / 2 - middle) < _FARTHEST and abs(top + height / 2 - middle) < _FARTHEST
    ]
    return max(near, default=0)
