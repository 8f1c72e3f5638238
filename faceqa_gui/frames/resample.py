"""Maps and samples at the size of a picture."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.opencv import cv2


def enlarge(values: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    """A small map (float32, h×w) at side×side, bilinear."""
    enlarged = cv2.resize(values, (side, side), interpolation=cv2.INTER_LINEAR)
    return np.asarray(enlarged, np.float32)


def compose(
    picture: Pixels, fill: Pixels, kept: Sequence[NDArray[np.uint8]]
) -> NDArray[np.float32]:
    """Pictures that show `picture` where a mask is set and `fill` elsewhere.

    Args:
        picture: uint8, H×W×3, RGB.
        fill: likewise.
        kept: N masks, uint8, H×W, 0 or 255.

    Returns:
        float32, N×H×W×3, 0-255.
    """
    composed = np.empty((len(kept), *picture.shape), np.uint8)
    for index, mask in enumerate(kept):
        composed[index] = fill
        cv2.copyTo(picture, mask, composed[index])
    return composed.astype(np.float32)
