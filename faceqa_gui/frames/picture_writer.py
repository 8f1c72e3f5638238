"""Writing pictures for people to look at; captures go through `records` instead."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from faceqa_gui.errors import StoreError
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.wording import reason, said

_GAP = 6


def write_picture(pixels: Pixels, path: Path) -> None:
    """Write `pixels` (uint8, H×W×3, RGB) in the format of the ending; folders are made.

    Raises:
        StoreError: the place cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(pixels).save(path)
    except OSError as error:
        raise StoreError(
            said(
                "{path} cannot be written: {why}. Name another folder.",
                path=path,
                why=reason(error) if error.strerror else error,
            )
        ) from error


def beside(pictures: Sequence[Pixels], *, downwards: bool = False) -> Pixels:
    """Pictures of one size side by side, or one below the other, with a white gap."""
    axis = 0 if downwards else 1
    shape = list(pictures[0].shape)
    shape[axis] = _GAP
    gap = np.full(shape, 255, np.uint8)
    parts = [part for picture in pictures for part in (picture, gap)][:-1]
    return np.concatenate(parts, axis=axis)
