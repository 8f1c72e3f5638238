"""Light and sharpness of a found face, measured on small copies of it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.frames.frame import Box, Pixels, resize
from faceqa_gui.frames.opencv import cv2

FACE_SIDE = 192
GLARING_LEVEL = 250
_SPARSE_SIDE = 90
_BROAD_SIDE = 64
_LEAST_AROUND = 0.1
_BLUR = (5, 5)


@dataclass(frozen=True, slots=True)
class FaceMeasures:
    """What the pixels of one face say.

    Attributes:
        brightness: mean grey level of the face, 0-255 (Rec. 601 luma).
        glare: share of the face at grey level 250 or more, 0-1.
        backlight: mean grey level around the face minus that of the face, -255 to 255; 0 where the
            face leaves less than a tenth of the picture, so that nothing can shine from behind.
        sharpness: share of the differences between neighbours that blurring the face (192×192
            pixels) once more takes away, 0-1; a face that is blurred already has little to lose.
            It does not depend on brightness or contrast. Sensor noise raises it.
    """

    brightness: float
    glare: float
    backlight: float
    sharpness: float


def measure_face(pixels: Pixels, face: Box) -> FaceMeasures | None:
    """Measure the face in `pixels`.

    Sharpness is one minus the blur of Crété et al., "The blur effect: perception and estimation
    with a new no-reference perceptual blur metric", SPIE 6492, 2007, section 3, over both
    directions together and with a 5×5 mean as the second blur.

    Args:
        pixels: uint8, H×W×3, RGB.
        face: in pixels of the picture; what lies outside of it is left out.

    Returns:
        The measures; None where the box does not touch the picture.
    """
    height, width = pixels.shape[:2]
    left, top = max(face.left, 0), max(face.top, 0)
    right, bottom = min(face.left + face.width, width), min(face.top + face.height, height)
    if right <= left or bottom <= top:
        return None
    grey = _grey(pixels[top:bottom, left:right])
    small = resize(grey, FACE_SIDE, FACE_SIDE)
    return FaceMeasures(
        brightness=float(small.mean()),
        glare=float(np.count_nonzero(small >= GLARING_LEVEL)) / small.size,
        backlight=_backlight(pixels, slice(top, bottom), slice(left, right)),
        sharpness=_sharpness(small),
    )


def broad_contrast(pixels: Pixels) -> float:
    """How much the parts of a picture differ: standard deviation of its grey levels, 0-127.5.

    It is measured on a copy of 64×64 area means, so that sensor noise does not count as a
    difference. A covered lens, a white wall of light and a single colour all give about 0.

    Args:
        pixels: uint8, H×W×3, RGB.
    """
    # Every n-th pixel gives nearly the same means as all of them, at a fraction of the time.
    step = max(1, min(pixels.shape[:2]) // (4 * _BROAD_SIDE))
    sparse = np.ascontiguousarray(pixels[::step, ::step])
    return float(_grey(resize(sparse, _BROAD_SIDE, _BROAD_SIDE)).std())


def _sharpness(grey: NDArray[np.uint8]) -> float:
    exact = grey.astype(np.float32)
    blurred = np.asarray(cv2.blur(exact, _BLUR), np.float32)
    before, after = _differences(exact), _differences(blurred)
    # A blank face has no detail at all.
    return max(0.0, 1.0 - after / before) if before > 0.0 else 0.0


def _differences(grey: NDArray[np.float32]) -> float:
    across = cv2.norm(grey[:, 1:], grey[:, :-1], cv2.NORM_L1)
    down = cv2.norm(grey[1:], grey[:-1], cv2.NORM_L1)
    return float(across + down)


def _backlight(pixels: Pixels, rows: slice, columns: slice) -> float:
    # Every n-th pixel gives the same means as all of them, at a fraction of the time.
    step = max(1, min(pixels.shape[:2]) // _SPARSE_SIDE)
    face = _grey(np.ascontiguousarray(pixels[rows, columns][::step, ::step]))
    whole = _grey(np.ascontiguousarray(pixels[::step, ::step]))
    around = whole.size - face.size
    if around < _LEAST_AROUND * whole.size:
        return 0.0
    light_around = (float(whole.sum(dtype=np.int64)) - float(face.sum(dtype=np.int64))) / around
    return light_around - float(face.mean())


def _grey(pixels: Pixels) -> NDArray[np.uint8]:
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)
