"""Superpixels by quickshift (Vedaldi & Soatto 2008), as lime 0.2.0.1 cuts them."""

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.explanation.quickshift import quickshift
from faceqa_gui.frames.frame import Pixels

RATIO = 0.2


def cut_superpixels(
    picture: Pixels, *, kernel_size: float, max_distance: float, seed: int
) -> NDArray[np.int64]:
    """Number every pixel's superpixel from 0, without gaps.

    Args:
        picture: uint8, S×S×3, RGB.
        kernel_size: width of the density kernel in pixels (the paper: 4).
        max_distance: cut-off for links between pixels (the paper: 200).
        seed: of the tie-breaking noise.
    """
    return quickshift(
        picture, kernel_size=kernel_size, max_distance=max_distance, ratio=RATIO, seed=seed
    )


def mean_colours(picture: Pixels, segments: NDArray[np.int64]) -> Pixels:
    """Every superpixel in its mean colour (uint8, cut off as lime does): what hides it."""
    flat = segments.ravel()
    counts = np.bincount(flat)
    means = np.stack(
        [np.bincount(flat, picture[:, :, channel].ravel()) / counts for channel in range(3)], axis=1
    )
    return means.astype(np.uint8)[segments]
