"""`Visitor`: one of many people who sit down, made from the demo subject, all a bit different."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.frames import demo_scenes
from faceqa_gui.frames.demo_scenes import Scene, painted
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.opencv import cv2

_MOST_SHIFT = 24.0
_MOST_ZOOM = 0.06
_MOST_BRIGHTER = 0.10
_MOST_TINT = 0.05


class Visitor:
    """The demo subject seen from another place, under another light, and every second mirrored."""

    def __init__(self, number: int, instead: Mapping[Scene, Pixels] | None = None) -> None:
        """Choose how this visitor looks.

        Args:
            number: of the visitor, from 0; the same number always looks the same.
            instead: pictures (RGB uint8, any size) that are shown as they are in place of a scene.
        """
        generator = np.random.default_rng(number)
        self._mirrored = number % 2 == 1
        self._zoom = 1.0 + _MOST_ZOOM * float(generator.uniform(-1.0, 1.0))
        self._shift = _MOST_SHIFT * generator.uniform(-1.0, 1.0, 2)
        brighter = 1.0 + _MOST_BRIGHTER * float(generator.uniform(-1.0, 1.0))
        self._gain = brighter * (1.0 + _MOST_TINT * generator.uniform(-1.0, 1.0, 3))
        self._instead = instead or {}

    def picture(self, scene: Scene) -> Pixels:
        """The still picture of a scene: uint8, 720×1280×3, RGB."""
        given = self._instead.get(scene)
        if given is not None:
            return _beside_walls(given)
        if scene is Scene.NOBODY:
            return painted(scene)
        return self._seen_by_camera(painted(scene))

    def _seen_by_camera(self, picture: Pixels) -> Pixels:
        if self._mirrored:
            picture = np.ascontiguousarray(picture[:, ::-1])
        centre = np.array([demo_scenes.WIDTH, demo_scenes.HEIGHT]) / 2.0
        offset = (1.0 - self._zoom) * centre + self._shift
        move = np.array([[self._zoom, 0.0, offset[0]], [0.0, self._zoom, offset[1]]], np.float32)
        size = (demo_scenes.WIDTH, demo_scenes.HEIGHT)
        moved = cv2.warpAffine(picture, move, size, borderMode=cv2.BORDER_REPLICATE)
        return _lit(moved, self._gain)


def _lit(picture: NDArray[Any], gain: NDArray[np.float64]) -> Pixels:
    lit = np.clip(np.round(picture * gain), 0, 255)
    return np.asarray(lit, np.uint8)


def _beside_walls(picture: Pixels) -> Pixels:
    """`picture` as the centred square of a grey scene, so that all of it is judged."""
    height, width = picture.shape[:2]
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    square = demo_scenes.cover(
        picture[top : top + side, left : left + side], demo_scenes.HEIGHT, demo_scenes.HEIGHT
    )
    scene = np.full((demo_scenes.HEIGHT, demo_scenes.WIDTH, 3), 150, np.uint8)
    begin = (demo_scenes.WIDTH - demo_scenes.HEIGHT) // 2
    scene[:, begin : begin + demo_scenes.HEIGHT] = square
    return scene
