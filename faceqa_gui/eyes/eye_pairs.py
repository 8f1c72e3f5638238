"""Pairs of eyes that the cascades find in a labelled face: what the localiser learns from."""

import itertools
import math

import numpy as np

from faceqa_gui.eyes.eye_places import Point
from faceqa_gui.eyes.face_finder import Grey
from faceqa_gui.eyes.face_patch import FACE_SIDE, PATCH_SIDE
from faceqa_gui.eyes.haar_files import load_cascade
from faceqa_gui.frames.opencv import cv2

_EDGE = (PATCH_SIDE - FACE_SIDE) / 2
# Where an eye may lie in the face's box: across (left eye), down; and how large a find may be.
_ACROSS = (0.02, 0.55)
_DOWN = (0.12, 0.62)
_SIZES = (0.17, 0.48)
_MIDDLE_DOWN = 0.39

_Names = tuple[tuple[str, str], ...]
_OPEN_EYES: _Names = (
    ("eye", "eye"),
    ("eye_tree_eyeglasses", "eye_tree_eyeglasses"),
    ("righteye_2splits", "lefteye_2splits"),
)
_CLOSED_EYES: _Names = (("righteye_2splits", "lefteye_2splits"), ("eye", "eye"))


class EyePairs:
    """Finds pairs with several cascades, likeliest first. Not thread-safe."""

    def __init__(self) -> None:
        names = {name for pair in (*_OPEN_EYES, *_CLOSED_EYES) for name in pair}
        self._cascades = {name: load_cascade(name) for name in sorted(names)}

    def find(self, patch: Grey, *, closed: bool) -> tuple[Point, Point] | None:
        """The most face-like pair in a patch (uint8, 192×192), in its pixels; None without one.

        Args:
            patch: a face patch.
            closed: whether the face is labelled as one with closed eyes.
        """
        equal = np.asarray(cv2.equalizeHist(patch), np.uint8)
        left, right = (
            self._one_side(equal, side, _CLOSED_EYES if closed else _OPEN_EYES) for side in (0, 1)
        )
        pairs = [(_strangeness(a, b), a, b) for a, b in itertools.product(left, right)]
        strangeness, first, second = min(pairs, default=(math.inf, (0.0, 0.0), (0.0, 0.0)))
        return (first, second) if strangeness < math.inf else None

    def _one_side(self, equal: Grey, side: int, names: _Names) -> list[Point]:
        near, far = _ACROSS if side == 0 else (1 - _ACROSS[1], 1 - _ACROSS[0])
        left, right = (round(_EDGE + share * FACE_SIDE) for share in (near, far))
        top, bottom = (round(_EDGE + share * FACE_SIDE) for share in _DOWN)
        smallest, largest = (round(share * FACE_SIDE) for share in _SIZES)
        for pair in names:
            found = self._cascades[pair[side]].detectMultiScale(
                equal[top:bottom, left:right],
                1.05,
                3,
                minSize=(smallest, smallest),
                maxSize=(largest, largest),
            )
            if len(found):
                return [
                    (float(left + x + width / 2), float(top + y + height / 2))
                    for x, y, width, height in found
                ]
        return []


def _strangeness(left: Point, right: Point) -> float:
    """How unlike a pair of eyes two finds are; infinite beyond all doubt."""
    across, down = (right[0] - left[0]) / FACE_SIDE, (right[1] - left[1]) / FACE_SIDE
    distance, turn = math.hypot(across, down), abs(math.degrees(math.atan2(down, across)))
    beside = abs((left[0] + right[0]) / 2 - PATCH_SIDE / 2) / FACE_SIDE
    height = abs((left[1] + right[1]) / 2 - _EDGE - _MIDDLE_DOWN * FACE_SIDE) / FACE_SIDE
    if not 0.28 < distance < 0.56 or turn > 22 or beside > 0.12 or height > 0.12:
        return math.inf
    return abs(distance - 0.4) * 2 + turn / 40 + beside + height * 2
