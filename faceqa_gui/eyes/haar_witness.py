"""`HaarWitness`: what cascades see at the located eyes. A witness, not the judge."""

from typing import Literal

import numpy as np

from faceqa_gui.eyes.eye_crops import upright
from faceqa_gui.eyes.eye_places import EyePlaces
from faceqa_gui.eyes.eye_state import EyeReading, EyeState
from faceqa_gui.eyes.face_finder import Grey
from faceqa_gui.eyes.face_patch import box_in_grey
from faceqa_gui.eyes.haar_files import load_cascade
from faceqa_gui.frames.frame import Box
from faceqa_gui.frames.opencv import cv2

OpenEyeCascade = Literal["eye", "eye_tree_eyeglasses"]

LOOK_SIDE = 96
_SPAN = 1.15
_SMALLEST = (26, 26)
_FARTHEST = 18


class HaarWitness:
    """Counts how many overlapping finds of each cascade agree on an eye. Not thread-safe.

    An eye is open from `open_votes` finds of the open-eye cascade; closed where the cascade for
    open or closed eyes finds one that the open-eye cascade does not see at all; else unknown.
    The cascade and the votes were chosen on the development split (see the eye model's card).
    """

    def __init__(self, cascade: OpenEyeCascade, open_votes: int) -> None:
        self._open_votes = open_votes
        self._open = load_cascade(cascade)
        self._either = (load_cascade("righteye_2splits"), load_cascade("lefteye_2splits"))

    def read(self, patch: Grey, places: EyePlaces, face: Box) -> tuple[EyeReading, EyeReading]:
        """Read both eyes of a face patch (uint8, 192×192); boxes lie in the face's picture."""
        left, right = (
            self._read_eye(patch, places, centre, either, face)
            for centre, either in zip((places.left, places.right), self._either, strict=True)
        )
        return left, right

    def _read_eye(
        self,
        patch: Grey,
        places: EyePlaces,
        centre: tuple[float, float],
        either: cv2.CascadeClassifier,
        face: Box,
    ) -> EyeReading:
        look = eye_look(patch, places, centre)
        votes = open_votes(self._open, look)
        side = _SPAN * places.distance * 0.75
        box = box_in_grey(face, centre, side)
        if votes >= self._open_votes:
            return EyeReading(EyeState.OPEN, box)
        if votes == 0 and open_votes(either, look) > 0:
            return EyeReading(EyeState.CLOSED, box)
        return EyeReading(EyeState.UNKNOWN, box if votes else None)


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
