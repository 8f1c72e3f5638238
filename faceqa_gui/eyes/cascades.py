"""`HaarEyes`: the paper's channel alone (Gurjar et al. 2024, section 2.4). For the lab."""

from faceqa_gui.eyes.eye_state import (
    EyeBasis,
    EyeReading,
    EyesReading,
    EyeState,
    both,
    unknown_eyes,
)
from faceqa_gui.eyes.face_finder import FaceFinder, Grey, to_grey
from faceqa_gui.eyes.face_patch import cut_square
from faceqa_gui.eyes.haar_files import load_cascade
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.frames.opencv import cv2

# Of the frontal-face cascade's box: medians of located eyes on the development split.
EYE_ACROSS = 0.31
EYE_DOWN = 0.39
EYE_SIZE = 0.43
_LOOK_SIDE = 110
_NEIGHBOURS = 5
_SMALLEST = (28, 28)


class HaarEyes:
    """Reads the eyes with cascades alone: no open eye found means closed. Not thread-safe.

    This is the paper's decision. It calls closed what it cannot see, so no station may use it.
    """

    def __init__(self) -> None:
        self._faces = FaceFinder()
        self._open = load_cascade("eye")

    @property
    def basis(self) -> EyeBasis:
        """Cascades alone: no networks and no probabilities."""
        return EyeBasis(None, {})

    def look(self, pixels: Pixels) -> EyesReading:
        """Read the eyes of the largest face in `pixels` (uint8, H×W×3, RGB)."""
        grey = to_grey(pixels)
        faces = self._faces.find(grey)
        if not faces:
            return unknown_eyes("no_face")
        left, right = (self._read(grey, box) for box in eye_boxes(faces[0]))
        return EyesReading(both(left.state, right.state), left, right, faces[0])

    def _read(self, grey: Grey, box: Box) -> EyeReading:
        look = cv2.equalizeHist(cut_square(grey, box, _LOOK_SIDE))
        found = self._open.detectMultiScale(look, 1.1, _NEIGHBOURS, minSize=_SMALLEST)
        if not len(found):
            return EyeReading(EyeState.CLOSED, box)
        scale = box.width / _LOOK_SIDE
        x, y, width, height = (round(float(value) * scale) for value in found[0])
        return EyeReading(EyeState.OPEN, Box(box.left + x, box.top + y, width, height))


def eye_boxes(face: Box) -> tuple[Box, Box]:
    """Squares around the eyes on the left and on the right side of the picture, by geometry."""
    side = round(EYE_SIZE * face.width)
    top = round(face.top + EYE_DOWN * face.height - side / 2)
    left = round(face.left + EYE_ACROSS * face.width - side / 2)
    right = round(face.left + (1.0 - EYE_ACROSS) * face.width - side / 2)
    return Box(left, top, side, side), Box(right, top, side, side)
