"""`Frame`: one picture from a source, and the square of it that is judged."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.wording import said

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One RGB picture.

    Attributes:
        pixels: uint8, H×W×3, RGB, 0-255, contiguous and read-only.
        sequence: number of the frame within its source, rising from 0.
        captured_at: `time.monotonic()` in seconds when the picture was read.
        source: name of the source it came from.
    """

    pixels: Pixels
    sequence: int
    captured_at: float
    source: str

    def __post_init__(self) -> None:
        """Refuse anything but a non-empty RGB uint8 picture, and lock its pixels.

        Raises:
            SourceError: the array is not uint8 H×W×3 with H, W >= 2.
        """
        shape = self.pixels.shape
        if self.pixels.dtype != np.uint8 or len(shape) != 3 or shape[2] != 3 or min(shape[:2]) < 2:
            raise SourceError(
                said(
                    "{source} delivered a picture of an unusable form ({values}, {shape}). "
                    "Choose another video format.",
                    source=self.source,
                    values=self.pixels.dtype,
                    shape="×".join(map(str, shape)),
                )
            )
        self.pixels.flags.writeable = False

    @property
    def width(self) -> int:
        """Width in pixels."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """Height in pixels."""
        return int(self.pixels.shape[0])


@dataclass(frozen=True, slots=True)
class Region:
    """The square of a frame that is judged (the on-screen guide), in frame pixels."""

    left: int
    top: int
    side: int

    @classmethod
    def centred(cls, frame: Frame) -> "Region":
        """The largest centred square of `frame`."""
        side = min(frame.width, frame.height)
        return cls((frame.width - side) // 2, (frame.height - side) // 2, side)

    def cut(self, frame: Frame) -> Pixels:
        """The region's pixels: uint8, side×side×3, RGB, a read-only view of the frame."""
        return frame.pixels[self.top : self.top + self.side, self.left : self.left + self.side]


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle in pixels of the picture it was found in."""

    left: int
    top: int
    width: int
    height: int

    def moved(self, dx: int, dy: int) -> "Box":
        """The same box in a picture whose origin lies (-dx, -dy) away."""
        return Box(self.left + dx, self.top + dy, self.width, self.height)


def resize(pixels: Pixels, width: int, height: int) -> Pixels:
    """`pixels` (uint8, H×W or H×W×3) at `width`×`height`; area-averaged when it shrinks."""
    shrinks = width < pixels.shape[1] or height < pixels.shape[0]
    interpolation = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    resized: Pixels = cv2.resize(pixels, (width, height), interpolation=interpolation).astype(
        np.uint8, copy=False
    )
    return resized
