"""`EyeDecision`: what the station believes of the eyes."""

from dataclasses import replace

import numpy as np

from faceqa_gui.eyes.eye_model import EyeModel
from faceqa_gui.eyes.eye_state import (
    EyeBasis,
    EyeReading,
    EyesReading,
    EyeState,
    both,
    unknown_eyes,
)
from faceqa_gui.eyes.face_finder import Grey, to_grey
from faceqa_gui.eyes.face_patch import FACE_SIDE, PATCH_SIDE, face_patch
from faceqa_gui.eyes.haar_witness import HaarWitness
from faceqa_gui.eyes.learned import LearnedEyes
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.quality.shipped_models import SHIPPED_EYE_MODEL

SMALLEST_FACE = 60
DARKEST_MEAN = 35.0
BRIGHTEST_MEAN = 225.0
LEAST_CONTRAST = 14.0
LEAST_SHARPNESS = 3.0
_LOOK_SIDE = 96


class EyeDecision:
    """Joins the channels. Not thread-safe.

    The rule: an eye is closed only if the networks say so with confidence and the cascade witness
    does not see it open; it is open if the networks say so. Nothing is read of a face that is
    small, dark, glaring, flat, blurred, turned away, or whose eyes cannot be located for certain;
    and of two faces none.
    """

    def __init__(self, witness: HaarWitness, learned: LearnedEyes) -> None:
        self._witness = witness
        self._learned = learned

    @property
    def basis(self) -> EyeBasis:
        """The networks' thresholds; the cascade witness can only veto."""
        return self._learned.basis

    def look(self, pixels: Pixels) -> EyesReading:
        """Read the eyes of the one face in `pixels` (uint8, H×W×3, RGB)."""
        grey = to_grey(pixels)
        faces = self._learned.faces.find(grey)
        if len(faces) != 1:
            return unknown_eyes("several_faces" if faces else "no_face")
        face = faces[0]
        patch = face_patch(grey, face)
        reason = unreadable(patch, face)
        if reason:
            return unknown_eyes(reason, face)
        places = self._learned.model.locate(patch)
        reason = self._learned.unlocated(places)
        if reason:
            return unknown_eyes(reason, face)
        left, right = self._learned.read(patch, places, face)
        state = both(left.state, right.state)
        # The witness can only veto, so it is not asked about eyes that the networks see open.
        if state is EyeState.CLOSED:
            opened = self._witness.sees_open(patch, places)
            left, right = decide(left, seen_open=opened[0]), decide(right, seen_open=opened[1])
            state = both(left.state, right.state)
        reason = "" if state is not EyeState.UNKNOWN else "not_certain"
        return EyesReading(state, left, right, face, reason)


def decide(learned: EyeReading, *, seen_open: bool) -> EyeReading:
    """The rule for one eye: the networks judge, and an open eye seen by the witness is a veto."""
    vetoed = seen_open and learned.state is EyeState.CLOSED
    return replace(learned, state=EyeState.UNKNOWN) if vetoed else learned


def unreadable(patch: Grey, face: Box) -> str:
    """Why a face patch (uint8, 192×192) cannot be read, as a short identifier; "" if it can."""
    if face.width < SMALLEST_FACE:
        return "face_small"
    edge = round((PATCH_SIDE - FACE_SIDE) / 2)
    inner = patch[edge : PATCH_SIDE - edge, edge : PATCH_SIDE - edge]
    look = cv2.resize(inner, (_LOOK_SIDE, _LOOK_SIDE), interpolation=cv2.INTER_AREA)
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


def default_eye_detector() -> EyeDecision:
    """The shipped channels, joined.

    Raises:
        ModelError: a cascade or the eye model is missing or altered.
    """
    return eye_detector_of(EyeModel())


def listed_eye_detector() -> EyeDecision:
    """The shipped channels as a station takes them: with the eye model on the program's list.

    Raises:
        ModelError: a cascade or the eye model is missing or altered, or it is another one.
    """
    return eye_detector_of(EyeModel(listed_sha256=SHIPPED_EYE_MODEL))


def eye_detector_of(model: EyeModel) -> EyeDecision:
    """The channels of one eye model, joined.

    Raises:
        ModelError: a cascade is missing or altered.
    """
    witness = HaarWitness(model.manifest.witness_cascade, model.manifest.witness_votes)
    return EyeDecision(witness, LearnedEyes(model))
