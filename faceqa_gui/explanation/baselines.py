"""What stands for “nothing to see here” when part of a picture is taken away."""

import numpy as np

from faceqa_gui.frames.frame import Pixels

BLUR_SIGMA = 10.0
"""Standard deviation of the blur in pixels of the 224-pixel picture."""


def blurred(picture: Pixels) -> Pixels:
    """The picture (uint8, S×S×3) under a Gaussian blur of `BLUR_SIGMA` pixels."""
    from scipy.ndimage import gaussian_filter

    soft = gaussian_filter(picture.astype(np.float32), (BLUR_SIGMA, BLUR_SIGMA, 0.0))
    return np.asarray(np.clip(np.round(soft), 0, 255), np.uint8)
