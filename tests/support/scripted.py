"""A network and an eye detector that read what a test wrote into the picture.

They stand for perception, so that the station behind them is driven through exact situations.
"""

import numpy as np

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.eyes.eye_state import EyeBasis, EyeReading, EyesReading, EyeState
from faceqa_gui.frames.frame import Box, Frame, Pixels
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.quality.runtime import Batch, Prediction
from faceqa_gui.settings import ChecksSettings

SIDE = 64
FACE = Box(12, 12, 40, 40)
NOT_A_NUMBER = 250
CHECKS_OFF = ChecksSettings(
    face_size=False,
    face_position=False,
    resolution=False,
    darkness=False,
    glare=False,
    backlight=False,
    sharpness=False,
)
"""A scripted picture is a code, not a photograph, so nothing is asked of its light and detail."""


_LIGHT_CODES = {Light.RED: 10, Light.AMBER: 60, Light.GREEN: 110}
_GOOD = QUALITY_LABELS.index(Quality.GOOD)
_GLASSES = QUALITY_LABELS.index(Quality.EYEGLASSES)


def scripted_frame(
    light: Light, sequence: int, at: float, *, shift: int = 0, code: int | None = None
) -> Frame:
    """A frame that will be judged as `light`; `shift` in 0-9 moves the face by that many tens."""
    pixels = np.full((SIDE, SIDE, 3), _LIGHT_CODES[light] if code is None else code, np.uint8)
    pixels[:, :, 1] = shift
    pixels[24:40:4, 24:40, 2] = 255
    # A few rows stand for the sensor noise by which living pictures differ.
    pixels[14:22, 16:48, 2] -= np.uint8(sequence % 20)
    return Frame(pixels, sequence, at, "script")


class ScriptedRuntime:
    """Good or eyeglasses, by the red channel; blue stripes in the middle speak for good."""

    name = "script"

    def run(self, batch: Batch) -> Prediction:
        """Class maps whose only place is the middle."""
        code = np.median(batch[:, :, :, 0].reshape(len(batch), -1), axis=1)
        maps = np.zeros((len(batch), 7, 7, len(QUALITY_LABELS)), np.float32)
        stripes = batch[:, 84:140, 84:140, 2].std((1, 2))
        maps[:, 3, 3, _GOOD] = np.where(code > 35, 4.0 + stripes / 50.0, 0.0)
        maps[:, 3, 3, _GLASSES] = np.where(code > 35, 0.0, 8.0)
        maps[code == NOT_A_NUMBER] = np.nan
        return Prediction(maps.sum((1, 2)), maps)


class ScriptedEyes:
    """Closed or open, by the red channel; the face stands where the green channel says."""

    @property
    def basis(self) -> EyeBasis:
        return EyeBasis("c" * 64, {"eye_closed_above": 0.8})

    def look(self, pixels: Pixels) -> EyesReading:
        """Read the code."""
        closed = int(pixels[SIDE // 2, SIDE // 2, 0]) > 85
        state = EyeState.CLOSED if closed else EyeState.OPEN
        shift = 10 * int(pixels[SIDE // 2, SIDE // 2, 1])
        face = FACE.moved(shift, 0)
        eye = EyeReading(state, Box(face.left, face.top, 10, 10), float(closed))
        return EyesReading(state, eye, eye, face)
