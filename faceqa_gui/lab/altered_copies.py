"""Copies of good faces, each spoilt in one known way, to measure the checks that should notice."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from faceqa_gui.assessment import picture_checks as checks
from faceqa_gui.frames import alter
from faceqa_gui.frames.frame import Pixels, resize

_COARSE_SIDE = 96
_SHADE, _LIGHT_BEHIND = 0.4, 1.8
_BETWEEN = 127


@dataclass(frozen=True, slots=True)
class AlteredCopy:
    """One way to spoil a picture.

    Attributes:
        name: in words, with its strength.
        target: name of the check that should notice; "" for a change that must pass.
        make: takes and returns a square picture, uint8, side×side×3, RGB.
    """

    name: str
    target: str
    make: Callable[[Pixels], Pixels]


def _bright(factor: float) -> Callable[[Pixels], Pixels]:
    return lambda pixels: alter.light(pixels, gain=factor, contrast=factor, gamma=1.0)


def _placed(scale: float, shift: tuple[float, float] = (0.0, 0.0)) -> Callable[[Pixels], Pixels]:
    return lambda pixels: alter.place(
        pixels,
        pixels.shape[0],
        scale=scale,
        degrees=0.0,
        shift=shift,
        mirror=False,
        border=None,
    )


def _defocused(share: float) -> Callable[[Pixels], Pixels]:
    return lambda pixels: alter.defocus(pixels, share * pixels.shape[0])


def _moved(share: float) -> Callable[[Pixels], Pixels]:
    return lambda pixels: alter.motion_blur(pixels, max(3, round(share * pixels.shape[0])), 30.0)


def _coarse(pixels: Pixels) -> Pixels:
    return resize(pixels, _COARSE_SIDE, _COARSE_SIDE)


def _lit_from_behind(pixels: Pixels) -> Pixels:
    """An upright ellipse in the middle is shaded, what lies around it is lit."""
    way = (np.arange(pixels.shape[0]) + 0.5) / pixels.shape[0] - 0.5
    distance = np.hypot(0.85 * way[:, None], way[None])
    behind = np.clip((distance - 0.25) / 0.15, 0.0, 1.0)[..., None]
    gain = _SHADE + (_LIGHT_BEHIND - _SHADE) * behind
    return np.asarray(np.clip(pixels * gain, 0, 255), np.uint8)


def _twice(pixels: Pixels) -> Pixels:
    """The face and its mirror image side by side at half the size."""
    side = pixels.shape[0]
    half = resize(pixels, side // 2, side // 2)
    both = np.full_like(pixels, _BETWEEN)
    top = (side - side // 2) // 2
    both[top : top + side // 2, : side // 2] = half
    both[top : top + side // 2, side - side // 2 :] = half[:, ::-1]
    return both


ALTERED_COPIES = (
    AlteredCopy("two faces", checks.ONE_FACE, _twice),
    AlteredCopy("face at 40 %", "", _placed(0.4)),
    AlteredCopy("face at 30 %", checks.FACE_SIZE, _placed(0.3)),
    AlteredCopy("face at 130 %", checks.FACE_SIZE, _placed(1.3)),
    AlteredCopy("70 %, shifted 10 % right", "", _placed(0.7, (0.1, 0.0))),
    AlteredCopy("70 %, shifted 25 % right", checks.FACE_POSITION, _placed(0.7, (0.25, 0.0))),
    AlteredCopy("70 %, shifted 25 % down", checks.FACE_POSITION, _placed(0.7, (0.0, 0.25))),
    AlteredCopy("picture of 96×96 pixels", checks.RESOLUTION, _coarse),
    AlteredCopy("brightness ×0.5", "", _bright(0.5)),
    AlteredCopy("brightness ×0.25", checks.DARKNESS, _bright(0.25)),
    AlteredCopy("brightness ×2", checks.GLARE, _bright(2.0)),
    AlteredCopy("lit from behind", checks.BACKLIGHT, _lit_from_behind),
    AlteredCopy("defocus, radius 1 %", checks.SHARPNESS, _defocused(0.01)),
    AlteredCopy("defocus, radius 2 %", checks.SHARPNESS, _defocused(0.02)),
    AlteredCopy("motion blur, length 3 %", checks.SHARPNESS, _moved(0.03)),
    AlteredCopy("motion blur, length 6 %", checks.SHARPNESS, _moved(0.06)),
)
"""Shares are of the picture's side. A change without a target must not be refused by any check."""
