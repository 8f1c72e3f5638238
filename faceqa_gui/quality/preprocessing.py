"""From pixels to the network's input; one road for live frames and for the lab's images."""

import numpy as np

from faceqa_gui.frames.frame import Pixels, resize

INPUT_SIDE = 224
PREPROCESSING = "largest centred square, area-averaged to 224×224, RGB, 0-255, scaled inside"
"""What a manifest says of `network_input`; another text means another input."""


def centre_square(pixels: Pixels) -> Pixels:
    """The largest centred square of `pixels` (uint8, H×W×3), a view."""
    height, width = pixels.shape[:2]
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    return pixels[top : top + side, left : left + side]


def network_input(pixels: Pixels) -> Pixels:
    """The largest centred square of `pixels` (uint8, H×W×3, RGB) at 224×224, area-averaged.

    A station passes its region, which is a square already; offline pictures are cut as the
    station's default region would be.
    """
    square = centre_square(pixels)
    if square.shape[0] == INPUT_SIDE:
        return np.ascontiguousarray(square)
    return resize(square, INPUT_SIDE, INPUT_SIDE)
