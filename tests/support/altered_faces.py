"""The demo subject as other faces, lights and cameras would show it.

Every function takes and returns uint8, 720×1280×3, RGB. The demo subject is one real face, altered;
what people differ in is not made up here.
"""

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.frames import alter, demo_scenes
from faceqa_gui.frames.frame import Pixels, resize
from faceqa_gui.frames.opencv import cv2
from support.shipped import demo_scene

Opacity = NDArray[np.float64]

SIDE = 720
_LEFT = (1280 - SIDE) // 2
EYES = ((555, 342), (714, 346))
"""Middles of both eyes, in pixels of the picture."""

OPEN = demo_scene("eyes open")
CLOSED = demo_scene("eyes closed")


def half_closed(closure: float) -> Pixels:
    """Both upper lids drawn down over a share of 0-1 of the opening."""
    return demo_scenes.closed_eyes(demo_scenes.open_eyes(), closure)


def wink(side: str) -> Pixels:
    """One eye closed: "left" or "right" in the picture."""
    middle = OPEN.shape[1] // 2
    left, right = (CLOSED, OPEN) if side == "left" else (OPEN, CLOSED)
    return np.concatenate([left[:, :middle], right[:, middle:]], axis=1)


def two_people(picture: Pixels) -> Pixels:
    """The same face twice, side by side."""
    square = alter.crop_middle(picture[:, _LEFT : _LEFT + SIDE], 0.8)
    half = resize(square, SIDE // 2, SIDE // 2)
    wide = np.full_like(OPEN, 120)
    top = SIDE // 4
    wide[top : top + SIDE // 2, _LEFT : _LEFT + SIDE] = np.concatenate([half, half], axis=1)
    return wide


def far_away(picture: Pixels, share: float) -> Pixels:
    """The head and shoulders in a share of the picture's height, before a plain wall."""
    side = round(SIDE * share)
    top, left = (SIDE - side) // 2, (1280 - side) // 2
    wide = np.full_like(picture, 120)
    wide[top : top + side, left : left + side] = resize(
        picture[:, _LEFT : _LEFT + SIDE], side, side
    )
    return wide


def aside(picture: Pixels, pixels: int) -> Pixels:
    """Everything moved to the right; what leaves the picture comes in on the other side."""
    return np.roll(picture, pixels, axis=1)


def narrowed(picture: Pixels, share: float) -> Pixels:
    """The head narrower, as a crude stand-in for a head that turns away."""
    square = picture[:, _LEFT : _LEFT + SIDE]
    width = round(SIDE * share)
    left = (1280 - width) // 2
    turned = picture.copy()
    turned[:, _LEFT : _LEFT + SIDE] = square[:, :1]
    turned[:, left : left + width] = resize(np.ascontiguousarray(square), width, SIDE)
    return turned


def sunglasses(picture: Pixels, darkness: float) -> Pixels:
    """Dark lenses that let a share of 1 - `darkness` of the light through."""
    lenses = np.zeros(picture.shape[:2], np.uint8)
    for eye in EYES:
        cv2.ellipse(lenses, eye, (62, 44), 0, 0, 360, 255, -1)
    return _over(picture, (15, 15, 18), np.asarray(darkness * lenses / 255.0, np.float64))


def hand(picture: Pixels, *, both: bool) -> Pixels:
    """A skin-coloured shape before one eye or both."""
    covered = picture.copy()
    for (x, y), way in zip(EYES if both else EYES[:1], (-20, 20), strict=False):
        cv2.ellipse(covered, (x + way, y), (130, 70), -way, 0, 360, (214, 170, 145), -1)
    return alter.noise(covered, 1.6, np.random.default_rng(0))


def hair(picture: Pixels, *, both: bool) -> Pixels:
    """Strands that hang over one eye or both."""
    covered = picture.copy()
    generator = np.random.default_rng(1)
    for _ in range(260):
        left = int(generator.uniform(480, 860 if both else 640))
        end = (left + int(generator.normal(0, 20)), int(generator.uniform(330, 420)))
        colour = (60 + int(generator.normal(0, 8)), 40, 25)
        cv2.line(covered, (left, 60), end, colour, 3, cv2.LINE_AA)
    return covered


def make_up(picture: Pixels) -> Pixels:
    """Dark shadow on the lids and around the eyes."""
    return _over(picture, (25, 15, 20), 0.75 * _spots(70.0, 32.0, -14.0))


def reflections(picture: Pixels) -> Pixels:
    """A white reflection over each eye, as an infrared light makes it."""
    return _over(picture, (255, 255, 255), np.clip(1.3 * _spots(30.0, 24.0, 0.0), 0.0, 1.0))


def backlit(picture: Pixels, gain: float) -> Pixels:
    """The face at a share of its light, before a bright window."""
    rows, columns = np.mgrid[0:SIDE, 0:1280]
    face = np.clip(1.5 - np.hypot((columns - 640) / 330, (rows - 360) / 400), 0.0, 1.0)[:, :, None]
    window = np.clip(picture + 150.0, 0.0, 255.0)
    mixed = np.asarray(picture * gain * face + window * (1.0 - face), np.float64)
    return mixed.clip(0, 255).astype(np.uint8)


def _spots(wide: float, high: float, down: float) -> Opacity:
    rows, columns = np.mgrid[0:SIDE, 0:1280]
    spots = [((columns - x) / wide) ** 2 + ((rows - y - down) / high) ** 2 for x, y in EYES]
    return np.asarray(sum(np.exp(-spot) for spot in spots), np.float64)


def _over(picture: Pixels, colour: tuple[int, int, int], opacity: Opacity) -> Pixels:
    share = np.clip(opacity, 0.0, 1.0)[:, :, None]
    mixed = np.asarray(picture * (1.0 - share) + np.array(colour) * share, np.float64)
    return mixed.astype(np.uint8)
