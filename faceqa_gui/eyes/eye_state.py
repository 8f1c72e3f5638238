"""What the eye detectors say, in three values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from faceqa_gui.frames.frame import Box, Pixels


class EyeState(StrEnum):
    """State of one eye, or of both together. UNKNOWN is never treated as closed."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class EyeReading:
    """One eye: its state, where it is in the judged picture, and how sure the network is.

    Attributes:
        state: of this eye.
        box: in pixels of the picture that was looked at; None where the eye was not found.
        closed_probability: calibrated probability in 0-1 that the eye is closed; None if not read.
    """

    state: EyeState
    box: Box | None = None
    closed_probability: float | None = None


@dataclass(frozen=True, slots=True)
class EyesReading:
    """Both eyes of the one face in a picture.

    Attributes:
        state: CLOSED only with positive evidence on both sides; OPEN if either eye is open.
        image_left, image_right: the eye on the left / right side of the picture.
        face: the face's box in the picture that was looked at; None where none was found.
        reason: why the state is UNKNOWN, as a short identifier for logs and the lab; else "".
    """

    state: EyeState
    image_left: EyeReading
    image_right: EyeReading
    face: Box | None
    reason: str = ""


def both(left: EyeState, right: EyeState) -> EyeState:
    """State of a pair: open if either is, closed only if both are; the larger opening counts."""
    if EyeState.OPEN in {left, right}:
        return EyeState.OPEN
    return EyeState.CLOSED if left is right is EyeState.CLOSED else EyeState.UNKNOWN


def unknown_eyes(reason: str, face: Box | None = None) -> EyesReading:
    """Nothing is known of the eyes, for a reason."""
    unknown = EyeReading(EyeState.UNKNOWN)
    return EyesReading(EyeState.UNKNOWN, unknown, unknown, face, reason)


NOT_LOOKED = unknown_eyes("not_looked")


@dataclass(frozen=True, slots=True)
class EyeBasis:
    """By what an eye detector decides.

    Attributes:
        manifest_sha256: of its networks' manifest; None where it has no networks.
        thresholds: probabilities in 0-1 of being closed, by name.
    """

    manifest_sha256: str | None
    thresholds: Mapping[str, float]


class EyeDetector(Protocol):
    """Anything that can say whether the eyes of the face in a picture are open or closed."""

    @property
    def basis(self) -> EyeBasis:
        """By what it decides."""

    def look(self, pixels: Pixels) -> EyesReading:
        """Read the eyes in `pixels` (uint8, H×W×3, RGB: the judged region at full size)."""
