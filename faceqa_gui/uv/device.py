"""`UvDevice`: the one protocol that every UV lamp keeps."""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from faceqa_gui.errors import FaceQAError
from faceqa_gui.wording import said

LONGEST_EXPOSURE_SECONDS = 5.0


class UvError(FaceQAError):
    """The UV device refused or failed. Its light is off, and was not on."""


class UvStatus(StrEnum):
    """State of a UV device. OFF at the start and after every exposure, abort or error."""

    OFF = "off"
    ARMED = "armed"
    EXPOSING = "exposing"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class UvInfo:
    """What a device says of itself.

    Attributes:
        name: readable name, shown in the window and written to records.
        simulated: whether it emits no light at all.
        problem: why it cannot be used and what to do, in a sentence; "" where it can.
    """

    name: str
    simulated: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Exposure:
    """One exposure, as it really was.

    Attributes:
        started_at: monotonic seconds when the light was switched on.
        duration_seconds: measured time until it was switched off, in seconds; after a failure the
            longest time that it can have been on.
        completed: whether the requested time was reached without an abort or a failure.
        simulated: whether no light was emitted.
        reason: how it ended, in words.
        failure: a sentence for people where the device failed and may have been lit; else "".
    """

    started_at: float
    duration_seconds: float
    completed: bool
    simulated: bool
    reason: str
    failure: str = ""


class UvDevice(Protocol):
    """A UV lamp. Every method is thread-safe, and every error leaves the light off.

    `arm` allows exactly one `expose`. Whoever sees a doubt calls `abort`, from any thread.
    """

    @property
    def info(self) -> UvInfo:
        """Name of the device and whether it is simulated."""

    def status(self) -> UvStatus:
        """The present state."""

    def arm(self) -> None:
        """Get ready for one exposure. Raises `UvError` unless the device is off and sound."""

    def expose(self, duration_seconds: float) -> Exposure:
        """Light for `duration_seconds`, in (0, `LONGEST_EXPOSURE_SECONDS`]; blocks until it is off.

        An abort since `arm`, even one before this call, ends the exposure: it is then returned as
        not completed. So is one that failed when light may have been on, with its `failure`.
        Raises `UvError` where none was: the device was not armed, the time is out of range or the
        device is gone. In every case the light is off and a new `arm` is needed.
        """

    def abort(self) -> None:
        """Switch the light off now, or take an `arm` back; harmless at any other time."""

    def close(self) -> None:
        """Switch off for good; may be called more than once."""


def check_duration(duration_seconds: float) -> None:
    """Refuse an exposure time outside (0, `LONGEST_EXPOSURE_SECONDS`] seconds.

    Raises:
        UvError: the time is out of range or not a number.
    """
    if not (math.isfinite(duration_seconds) and 0.0 < duration_seconds <= LONGEST_EXPOSURE_SECONDS):
        raise UvError(
            said(
                "An exposure of {duration_seconds:g} s is not allowed. Set more than 0 and "
                "at most {most:g} s in the settings.",
                duration_seconds=duration_seconds,
                most=LONGEST_EXPOSURE_SECONDS,
            )
        )
