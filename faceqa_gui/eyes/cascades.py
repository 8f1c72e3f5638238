"""`HaarEyes`: the paper's channel (Gurjar et al. 2024, section 2.4), with three values."""

from typing import Literal

from faceqa_gui.eyes.eye_crops import eye_boxes
from faceqa_gui.eyes.eye_state import EyeReading, EyesReading, EyeState
from faceqa_gui.eyes.face_finder import FaceFinder, Grey, to_grey
from faceqa_gui.eyes.haar_files import load_cascade
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.frames.opencv import cv2

Mode = Literal["witness", "paper"]

FACE_SIDE = 256
_NEIGHBOURS = 5
_REACH = 1.35


class HaarEyes:
    """Reads the eyes with cascades alone. Not thread-safe.

    `witness`: an eye is open where an open-eye cascade finds it, closed where only the cascade for
    open or closed eyes does, else unknown. `paper`: no open eye found means closed, for the lab
    only: it calls what it cannot see closed.
    """

    def __init__(self, mode: Mode = "witness") -> None:
        self._mode = mode
        self._faces = FaceFinder()
        self._open = load_cascade("eye")
        self._either = (load_cascade("righteye_2splits"), load_cascade("lefteye_2splits"))

    def look(self, pixels: Pixels) -> EyesReading:
        """Read the eyes of the largest face in `pixels` (uint8, H×W×3, RGB)."""
        grey = to_grey(pixels)
        faces = self._faces.find(grey)
        unknown = EyeReading(EyeState.UNKNOWN)
        if not faces:
            return EyesReading(EyeState.UNKNOWN, unknown, unknown, None, "no_face")
        left, right = self.read_face(grey, faces[0])
        return EyesReading(both(left.state, right.state), left, right, faces[0])

    def read_face(self, grey: Grey, face: Box) -> tuple[EyeReading, EyeReading]:
        """Read both eyes of a face that was found in `grey` (uint8, H×W)."""
        left, right = (
            self._read(grey, box, side, face) for side, box in enumerate(eye_boxes(face))
        )
        return left, right

    def _read(self, grey: Grey, box: Box, side: int, face: Box) -> EyeReading:
        grown = round(box.width * (_REACH - 1.0) / 2)
        top, left = max(0, box.top - grown), max(0, box.left - grown)
        patch = grey[top : box.top + box.height + grown, left : box.left + box.width + grown]
        if min(patch.shape) < 8:
            return EyeReading(EyeState.UNKNOWN)
        scale = FACE_SIDE / face.width
        size = (max(8, round(patch.shape[1] * scale)), max(8, round(patch.shape[0] * scale)))
        equal = cv2.equalizeHist(cv2.resize(patch, size, interpolation=cv2.INTER_LINEAR))
        found = self._open.detectMultiScale(equal, 1.1, _NEIGHBOURS, minSize=(28, 28))
        state = EyeState.OPEN
        if not len(found):
            state = EyeState.CLOSED
            found = self._either[side].detectMultiScale(equal, 1.1, 3, minSize=(28, 28))
            if not len(found) and self._mode == "witness":
                return EyeReading(EyeState.UNKNOWN)
        if not len(found):
            return EyeReading(state, box)
        x, y, width, height = (round(float(value) / scale) for value in found[0])
        return EyeReading(state, Box(left + x, top + y, width, height))


def both(left: EyeState, right: EyeState) -> EyeState:
    """State of a pair: open if either is, closed only if both are; the larger opening counts."""
    if EyeState.OPEN in {left, right}:
        return EyeState.OPEN
    return EyeState.CLOSED if left is right is EyeState.CLOSED else EyeState.UNKNOWN
