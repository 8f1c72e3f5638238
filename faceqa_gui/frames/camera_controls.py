"""`CameraControls`: what a camera's driver took of the wishes for exposure and white balance."""

import sys
from dataclasses import dataclass
from enum import StrEnum

from faceqa_gui.frames.opencv import cv2
from faceqa_gui.settings import CameraSettings

SETTLING_SECONDS = 1.0
"""How long a camera that was just opened may look for its exposure before it is locked."""

# V4L2's menu counts 1 as manual and 3 or 0 as automatic; the other systems know off and on.
_ON_LINUX = sys.platform.startswith("linux")
_EXPOSURE_BY_HAND = 1.0 if _ON_LINUX else 0.0
_EXPOSURE_AUTOMATIC = (3.0, 0.0) if _ON_LINUX else (1.0,)


class ControlState(StrEnum):
    """What the driver says of one control after it was asked."""

    ABSENT = "absent"
    AUTOMATIC = "automatic"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class CameraControls:
    """What the driver took, as it was read back.

    Attributes:
        exposure, white_balance: `ABSENT` where the driver has no such control or did not take it.
    """

    exposure: ControlState
    white_balance: ControlState


class ControlDesk:
    """Asks one opened camera for its controls: first all automatic, then what is to be locked."""

    def __init__(self, capture: cv2.VideoCapture) -> None:
        """Let exposure and white balance find their values; nothing is locked yet."""
        self._capture = capture
        self._exposes = any(
            self._takes(cv2.CAP_PROP_AUTO_EXPOSURE, value) for value in _EXPOSURE_AUTOMATIC
        )
        self._balances = self._takes(cv2.CAP_PROP_AUTO_WB, 1.0)

    def lock(self, wanted: CameraSettings) -> CameraControls:
        """Keep the present values of what is to be locked, and read back whether it took."""
        exposure = self._state(
            has=self._exposes,
            wanted=wanted.locks_exposure,
            automatic=cv2.CAP_PROP_AUTO_EXPOSURE,
            by_hand=_EXPOSURE_BY_HAND,
            value=cv2.CAP_PROP_EXPOSURE,
        )
        white_balance = self._state(
            has=self._balances,
            wanted=wanted.locks_white_balance,
            automatic=cv2.CAP_PROP_AUTO_WB,
            by_hand=0.0,
            value=cv2.CAP_PROP_WB_TEMPERATURE,
        )
        return CameraControls(exposure, white_balance)

    def _state(
        self, *, has: bool, wanted: bool, automatic: int, by_hand: float, value: int
    ) -> ControlState:
        if not has:
            return ControlState.ABSENT
        if not wanted:
            return ControlState.AUTOMATIC
        found = self._capture.get(value)
        if not self._takes(automatic, by_hand):
            return ControlState.AUTOMATIC
        # Many drivers fall back to another value when they are told to keep theirs.
        self._capture.set(value, found)
        return ControlState.LOCKED

    def _takes(self, name: int, value: float) -> bool:
        return bool(self._capture.set(name, value)) and self._capture.get(name) == value
