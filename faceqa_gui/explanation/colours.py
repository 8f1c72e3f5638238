"""Colours of heat maps: blue, yellow, red, as in the design picture."""

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.frames.frame import Pixels

_STOPS = np.array([0.0, 0.35, 0.65, 1.0])
_COLOURS = np.array([[42, 120, 214], [42, 176, 228], [242, 182, 50], [228, 0, 43]], np.float64)


def heat_colours(heat: NDArray[np.float32]) -> NDArray[np.float64]:
    """RGB colours (float64, …×3, 0-255) of a heat map in 0-1."""
    return np.stack([np.interp(heat, _STOPS, _COLOURS[:, channel]) for channel in range(3)], -1)


def overlay_heat(picture: Pixels, heat: NDArray[np.float32], opacity: float) -> Pixels:
    """The picture under its heat map: the more heat, the less of the picture shows.

    Args:
        picture: uint8, S×S×3, RGB.
        heat: float32, S×S, 0-1; where it is 0 the picture stays as it is.
        opacity: in 0-1, of the hottest place.
    """
    share = (opacity * np.sqrt(heat))[:, :, None]
    return np.round(picture * (1.0 - share) + heat_colours(heat) * share).astype(np.uint8)


def overlay_signed(picture: Pixels, values: NDArray[np.float32], opacity: float) -> Pixels:
    """The picture under a signed map: red where it is above 0, blue where it is below.

    Args:
        picture: uint8, S×S×3, RGB.
        values: float32, S×S, -1 to 1; where it is 0 the picture stays as it is.
        opacity: in 0-1, of the largest magnitude.
    """
    share = (opacity * np.sqrt(np.abs(values)))[:, :, None]
    colours = np.where(values[:, :, None] > 0.0, _COLOURS[-1], _COLOURS[0])
    return np.asarray(np.round(picture * (1.0 - share) + colours * share), np.uint8)
