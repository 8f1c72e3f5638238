"""`Motion`: makes frames of a still picture that no two are alike of, as from a real camera."""

import math

import numpy as np

from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.opencv import cv2

_NOISE_SIGMA = 1.6
_NOISE_SHIFTS = 64


class Motion:
    """Sways a picture by a pixel or two and lays sensor noise over it.

    The noise is one seeded plane per sign, laid over each frame at another place.
    """

    def __init__(self, width: int, height: int) -> None:
        """Make the noise for pictures of `width`×`height` pixels."""
        self._size = (width, height)
        shape = (height + _NOISE_SHIFTS, width + _NOISE_SHIFTS, 3)
        noise = np.random.default_rng(0).normal(0.0, _NOISE_SIGMA, shape).round()
        self._brighter = np.clip(noise, 0, 255).astype(np.uint8)
        self._darker = np.clip(-noise, 0, 255).astype(np.uint8)

    def moved(self, picture: Pixels, sequence: int, seconds: float) -> Pixels:
        """`picture` as frame number `sequence` shows it, `seconds` after the first one."""
        right = 1.6 * math.sin(2.0 * math.pi * seconds / 2.7)
        down = 1.1 * math.sin(2.0 * math.pi * seconds / 3.9 + 1.0)
        swayed = cv2.warpAffine(
            picture,
            np.array([[1.0, 0.0, right], [0.0, 1.0, down]], np.float32),
            self._size,
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        ).astype(np.uint8, copy=False)
        return self._noisy(swayed, sequence)

    def _noisy(self, picture: Pixels, sequence: int) -> Pixels:
        width, height = self._size
        top, left = np.random.default_rng(sequence).integers(0, _NOISE_SHIFTS, 2)
        place = np.s_[top : top + height, left : left + width]
        brighter = cv2.add(picture, self._brighter[place])
        noisy: Pixels = cv2.subtract(brighter, self._darker[place]).astype(np.uint8, copy=False)
        return noisy
