"""`EyeDecision`: what the station believes of the eyes."""

import numpy as np

from faceqa_gui.eyes.cascades import HaarEyes, both
from faceqa_gui.eyes.eye_crops import cut_square
from faceqa_gui.eyes.eye_state import EyeReading, EyesReading, EyeState
from faceqa_gui.eyes.face_finder import FaceFinder, Grey, to_grey
from faceqa_gui.eyes.learned import LearnedEyes
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.frames.opencv import cv2

SMALLEST_FACE = 60
_LOOK_SIDE = 96
DARKEST_MEAN = 35.0
BRIGHTEST_MEAN = 225.0
LEAST_CONTRAST = 14.0
LEAST_SHARPNESS = 6.0


class EyeDecision:
    """Joins the channels. Not thread-safe.

    The rule: an eye is closed only if the network says so with confidence and the cascade has
    positively located an eye there without seeing it open, or has nothing to say; it is open if
    the network says so. Nothing is read of a face that is small, dark, glaring, flat or blurred,
    and of two faces none.
    """

    def __init__(self, haar: HaarEyes, learned: LearnedEyes) -> None:
        self._faces = FaceFinder()
        self._haar = haar
        self._learned = learned

    def look(self, pixels: Pixels) -> EyesReading:
        """Read the eyes of the one face in `pixels` (uint8, H×W×3, RGB)."""
        grey = to_grey(pixels)
        faces = self._faces.find(grey)
        if len(faces) != 1:
            return _unknown(None, "several_faces" if faces else "no_face")
        face = faces[0]
        reason = unreadable(grey, face)
        if reason:
            return _unknown(face, reason)
        pairs = zip(
            self._learned.read_face(grey, face), self._haar.read_face(grey, face), strict=True
        )
        left, right = (decide(learned, witness) for learned, witness in pairs)
        state = both(left.state, right.state)
        return EyesReading(
            state, left, right, face, "" if state is not EyeState.UNKNOWN else "not_certain"
        )


def decide(learned: EyeReading, witness: EyeReading) -> EyeReading:
    """The rule for one eye: the network judges, and an open eye seen by the cascade is a veto."""
    state = learned.state
    if state is EyeState.CLOSED and witness.state is EyeState.OPEN:
        state = EyeState.UNKNOWN
    return EyeReading(state, learned.box, learned.closed_probability)


def unreadable(grey: Grey, face: Box) -> str:
    """Why a face cannot be read, as a short identifier; "" if it can."""
    if face.width < SMALLEST_FACE:
        return "face_small"
    look = cut_square(grey, face, _LOOK_SIDE)
    mean, spread = float(look.mean()), float(look.std())
    if mean < DARKEST_MEAN:
        return "too_dark"
    if mean > BRIGHTEST_MEAN:
        return "too_bright"
    if spread < LEAST_CONTRAST:
        return "too_flat"
    eyes = look[_LOOK_SIDE // 4 : _LOOK_SIDE // 2].astype(np.float32) / spread
    if 100.0 * float(cv2.Laplacian(eyes, cv2.CV_32F).var()) < LEAST_SHARPNESS:
        return "blurred"
    return ""


def _unknown(face: Box | None, reason: str) -> EyesReading:
    unknown = EyeReading(EyeState.UNKNOWN)
    return EyesReading(EyeState.UNKNOWN, unknown, unknown, face, reason)


def default_eye_detector() -> EyeDecision:
    """The shipped channels, joined.

    Raises:
        ModelError: a cascade or the eye network is missing or altered.
    """
    return EyeDecision(HaarEyes(), LearnedEyes())
