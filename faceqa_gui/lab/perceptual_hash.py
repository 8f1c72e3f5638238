"""Finding the same photograph twice, although it was scaled, saved again or lightened."""

import numpy as np
from numpy.typing import NDArray
from scipy.fft import dctn

from faceqa_gui.frames.frame import Pixels, resize

Hashes = NDArray[np.uint64]

MOST_BITS = 4
"""Hashes of the same photograph differ in so many bits at most."""

LEAST_LIKENESS = 0.9
"""Below this correlation, pairs with near hashes turned out to be different photographs."""

_SIDE = 32
_LOW_FREQUENCIES = 8
_BLOCK = 256


def grey_thumbnail(pixels: Pixels) -> NDArray[np.float64]:
    """`pixels` (uint8, H×W×3, RGB) as 32×32 float64 of luminance (ITU-R BT.601), 0-255."""
    small = resize(pixels, _SIDE, _SIDE).astype(np.float64)
    grey: NDArray[np.float64] = small @ np.array([0.299, 0.587, 0.114])
    return grey


def perceptual_hash(thumbnail: NDArray[np.float64]) -> np.uint64:
    """64 bits of `grey_thumbnail`: which low frequencies lie above their median (Zauner 2010).

    A difference hash of the same length takes aligned faces of different people for each other;
    this one does so far less.
    """
    low = dctn(thumbnail, norm="ortho")[:_LOW_FREQUENCIES, :_LOW_FREQUENCIES].ravel()
    # The first coefficient is the mean brightness and would shift the median.
    bits: Hashes = np.packbits(low > np.median(low[1:])).view(np.uint64)
    return np.uint64(bits[0])


def near_pairs(hashes: Hashes, most_bits: int) -> NDArray[np.intp]:
    """All pairs i < j whose hashes differ in at most `most_bits` bits: intp, pairs×2."""
    found = [np.empty((0, 2), dtype=np.intp)]
    for start in range(0, len(hashes), _BLOCK):
        block = hashes[start : start + _BLOCK, np.newaxis]
        rows, columns = np.nonzero(np.bitwise_count(block ^ hashes) <= most_bits)
        rows += start
        upper = rows < columns
        found.append(np.stack((rows[upper], columns[upper]), axis=1))
    return np.concatenate(found)


def likeness(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """Correlation of two thumbnails in -1 to 1; 1 for two that are both without any structure."""
    one, other = first - first.mean(), second - second.mean()
    scale = float(np.linalg.norm(one) * np.linalg.norm(other))
    if scale == 0.0:
        return 1.0 if not one.any() and not other.any() else 0.0
    return float((one * other).sum()) / scale
