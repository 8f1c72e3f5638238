"""Turns what OpenCV delivers into the RGB pixels of a `Frame`."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.wording import said

_TO_RGB = {1: cv2.COLOR_GRAY2RGB, 3: cv2.COLOR_BGR2RGB, 4: cv2.COLOR_BGRA2RGB}


def rgb_from_opencv(picture: NDArray[Any], source: str) -> Pixels:
    """A new RGB picture from an OpenCV one.

    Args:
        picture: uint8 or uint16 (0-65535, scaled to 0-255), H×W, H×W×1, BGR or BGRA.
        source: name for the error sentence.

    Returns:
        uint8, H×W×3, RGB, contiguous.

    Raises:
        SourceError: the picture has another form, or a side below 2 pixels.
    """
    channels = 1 if picture.ndim == 2 else picture.shape[-1]
    usable = picture.ndim in {2, 3} and channels in _TO_RGB and min(picture.shape[:2]) >= 2
    if not usable or picture.dtype not in {np.dtype(np.uint8), np.dtype(np.uint16)}:
        raise SourceError(
            said(
                "{source} delivered a picture of an unusable form ({values}, {shape}). "
                "Choose another video format.",
                source=source,
                values=picture.dtype,
                shape="×".join(map(str, picture.shape)),
            )
        )
    eight_bit = picture if picture.dtype == np.uint8 else (picture >> 8).astype(np.uint8)
    converted: Pixels = cv2.cvtColor(eight_bit, _TO_RGB[channels]).astype(np.uint8, copy=False)
    return converted
