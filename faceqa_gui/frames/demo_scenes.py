"""The pictures of the demo subject, painted on scikit-image's astronaut photograph.

The photograph (NASA, Eileen Collins, public domain) and the coffee cup (Rachel Michetti, CC0)
are installed with scikit-image. All positions are given in pixels of the 512×512 photograph.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.opencv import cv2


class Scene(StrEnum):
    """What the camera sees."""

    NOBODY = "nobody there"
    OUT_OF_FOCUS = "out of focus"
    GLASSES = "glasses"
    MASK = "mask"
    EYES_OPEN = "eyes open"
    EYES_CLOSED = "eyes closed"


WIDTH = 1280
HEIGHT = 720

_Floats = NDArray[np.float32]
_Point = tuple[float, float]

# Head and shoulders: the centred square shows the head, its sides the room behind it.
_CROP_LEFT = 44.4
_CROP_TOP = 6.0
_CROP_HEIGHT = 204.5
_SCALE = HEIGHT / _CROP_HEIGHT
_FIXED_POINT_BITS = 4

# Shade on skin turns brown: red falls least, blue most.
_SKIN_SHADE = np.array([0.85, 1.0, 1.1], np.float32)


@dataclass(frozen=True)
class _Eye:
    """One eye of the photograph: its corners, its lids' heights and the skin above and below."""

    left: _Point
    right: _Point
    upper_rise: float
    lower_drop: float
    skin_above: float
    skin_below: float


_EYES = (
    _Eye((189.6, 100.4), (214.6, 104.0), 7.3, 2.5, 91.0, 111.5),
    _Eye((234.0, 105.6), (261.6, 102.8), 6.6, 2.9, 93.6, 114.0),
)


@cache
def painted(scene: Scene) -> Pixels:
    """The picture of a scene, painted once: it takes a busy computer seconds."""
    match scene:
        case Scene.NOBODY:
            return nobody_there()
        case Scene.OUT_OF_FOCUS:
            return out_of_focus(painted(Scene.EYES_OPEN))
        case Scene.GLASSES:
            return glasses(painted(Scene.EYES_OPEN))
        case Scene.MASK:
            return mask(painted(Scene.EYES_OPEN))
        case Scene.EYES_OPEN:
            return open_eyes()
        case Scene.EYES_CLOSED:
            return closed_eyes(painted(Scene.EYES_OPEN))


def nobody_there() -> Pixels:
    """Nobody: a cup on a wooden table. uint8, 720×1280×3, RGB."""
    return cover(_photograph("coffee"), WIDTH, HEIGHT)


def open_eyes() -> Pixels:
    """The face, clear, with both eyes open. uint8, 720×1280×3, RGB."""
    photograph = _photograph("astronaut")
    shift = np.array(
        [[_SCALE, 0.0, -_CROP_LEFT * _SCALE], [0.0, _SCALE, -_CROP_TOP * _SCALE]], np.float32
    )
    enlarged = cv2.warpAffine(photograph, shift, (WIDTH, HEIGHT), flags=cv2.INTER_LANCZOS4)
    return _bytes(enlarged)


def out_of_focus(face: Pixels) -> Pixels:
    """`face` as a lens shows it that is focused elsewhere."""
    radius = 20
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    kernel = disc.astype(np.float32)
    return _bytes(cv2.filter2D(face, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REPLICATE))


def closed_eyes(face: Pixels, closure: float = 1.0) -> Pixels:
    """`face` with both upper lids drawn down to the lower ones, or only a part of the way.

    The skin between brow and lashes is stretched over the opening, so that the lid has the
    photograph's own colour, and its own upper lashes come to lie on the lower lid.

    Args:
        face: what `open_eyes` gives.
        closure: share of the opening that the upper lid covers, 0-1.
    """
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    source_rows = rows.copy()
    shade = np.ones((HEIGHT, WIDTH), np.float32)
    for eye in _EYES:
        _draw_lid_down(eye, closure, (rows, columns), source_rows, shade)
    stretched = cv2.remap(face, columns, source_rows, cv2.INTER_CUBIC).astype(np.float32)
    return _bytes(stretched * shade[:, :, None] ** _SKIN_SHADE)


def _draw_lid_down(
    eye: _Eye,
    closure: float,
    places: tuple[_Floats, _Floats],
    source_rows: _Floats,
    shade: _Floats,
) -> None:
    """Write where each pixel of one closed eye comes from, and how dark it becomes."""
    rows, columns = places
    (left, left_y), (right, right_y) = _scene_point(eye.left), _scene_point(eye.right)
    top = (eye.skin_above - _CROP_TOP) * _SCALE
    bottom = (eye.skin_below - _CROP_TOP) * _SCALE
    across = (2.0 * columns - left - right) / (right - left)
    arch = np.clip(1.0 - across**2, 0.0, None)
    corners = left_y + (columns - left) / (right - left) * (right_y - left_y)
    upper = corners - eye.upper_rise * _SCALE * arch
    lower = corners + eye.lower_drop * _SCALE * arch
    shut = lower - 0.2 * _SCALE * arch
    seam = upper + closure * (shut - upper)
    inside = (np.abs(across) < 1.0) & (rows > top) & (rows < bottom)
    lid = inside & (rows <= seam)
    below = inside & (rows > seam) & (closure == 1.0)
    source_rows[lid] = (top + (rows - top) * (upper - top) / (seam - top))[lid]
    beneath = lower + 1.1 * _SCALE * arch
    source_rows[below] = (bottom - (bottom - rows) * (bottom - beneath) / (bottom - seam))[below]
    # A soft dark lash line that thins towards the corners, the fold and the shade of the bulge.
    distance = rows - seam
    thickness = 0.8 + 3.0 * np.sqrt(arch)
    lashes = np.exp(-((distance / thickness) ** 2)) * np.clip(1.7 * arch, 0.0, 1.0)
    spread = np.exp(-np.clip(distance, 0.0, None) / 3.5) * (distance > 0) * arch
    fold = np.exp(-(((rows - (upper + 0.3 * _SCALE)) / 6.0) ** 2)) * arch
    bulge = np.exp(-(((distance + 7.0) / 8.0) ** 2)) * arch
    near = np.abs(across) < 1.0
    dark = (1.0 - 0.62 * lashes) * (1.0 - 0.28 * spread) * (1.0 - 0.14 * fold)
    shade[near] *= (dark * (1.0 - 0.14 * bulge))[near]


def glasses(face: Pixels) -> Pixels:
    """`face` behind spectacles with a dark frame."""
    lenses = [_lens((202.4, 103.4), -2.0), _lens((247.8, 105.4), -2.0)]
    glass = _painted(
        lambda canvas: [
            cv2.fillPoly(canvas, [e], 255, cv2.LINE_AA, _FIXED_POINT_BITS) for e in lenses
        ]
    )
    frame = _painted(lambda canvas: _draw_frame(canvas, lenses))
    picture = face.astype(np.float32)
    shadow = cv2.GaussianBlur(np.roll(frame, (9, 4), (0, 1)), (0, 0), 5.0)
    picture *= (1.0 - 0.3 * shadow)[:, :, None]
    tinted = picture * np.array([0.90, 0.93, 0.95], np.float32)
    picture = _mixed(picture, tinted, glass)
    picture = _mixed(picture, np.full_like(picture, 245.0), 0.32 * _reflection() * glass)
    lit = cv2.GaussianBlur(frame, (0, 0), 2.0) - np.roll(
        cv2.GaussianBlur(frame, (0, 0), 2.0), 3, axis=0
    )
    dark = np.array([34.0, 26.0, 24.0], np.float32) + 150.0 * np.clip(lit, 0.0, 1.0)[:, :, None]
    return _bytes(_mixed(picture, dark, frame))


def _lens(centre: _Point, degrees: float) -> NDArray[np.int32]:
    """A rounded lens outline (a superellipse), in fixed-point scene pixels."""
    turn = np.linspace(0.0, 2.0 * np.pi, 90, endpoint=False)
    wide = 16.5 * np.sign(np.cos(turn)) * np.abs(np.cos(turn)) ** 0.8
    high = 11.0 * np.sign(np.sin(turn)) * np.abs(np.sin(turn)) ** 0.8
    angle = np.deg2rad(-degrees)
    x = centre[0] + wide * np.cos(angle) - high * np.sin(angle)
    y = centre[1] + wide * np.sin(angle) + high * np.cos(angle)
    return _fixed_point(np.stack([x, y], axis=1))


def _draw_frame(canvas: Pixels, lenses: list[NDArray[np.int32]]) -> None:
    for lens in lenses:
        _stroke(canvas, lens, 6, closed=True)
    strokes = [
        (5, [(218.6, 101.6), (222.4, 99.0), (227.6, 99.2), (231.6, 102.2)]),
        (6, [(186.6, 99.6), (180.6, 98.6)]),
        (6, [(263.4, 102.4), (271.0, 101.2)]),
    ]
    for thickness, points in strokes:
        line = _fixed_point(np.array(points))
        _stroke(canvas, line, thickness)


def _reflection() -> _Floats:
    """Slanted soft bands of window light, 0-1."""
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    slant = columns + 0.7 * rows
    bands = [np.exp(-(((slant - middle) / 13.0) ** 2)) for middle in (760.0, 918.0)]
    return np.asarray(sum(bands), np.float32)


def mask(face: Pixels) -> Pixels:
    """`face` behind a surgical mask over nose and mouth."""
    outline = _smooth(
        [
            (184.0, 122.0), (197.0, 118.6), (211.0, 114.4), (224.4, 111.6), (238.0, 115.0),
            (252.0, 119.8), (265.4, 124.4), (264.6, 138.0), (260.4, 154.0), (253.0, 168.0),
            (241.0, 178.4), (226.6, 182.6), (212.0, 180.4), (199.6, 173.0), (190.4, 160.0),
            (185.4, 142.0),
        ]
    )  # fmt: skip
    cloth = _painted(lambda canvas: _fill(canvas, outline))
    loops = _painted(_draw_loops)
    picture = face.astype(np.float32)
    shadow = cv2.GaussianBlur(np.roll(np.maximum(cloth, loops), 6, axis=0), (0, 0), 7.0)
    picture *= (1.0 - 0.35 * shadow)[:, :, None]
    picture = _mixed(picture, np.full_like(picture, 226.0), 0.9 * loops)
    return _bytes(_mixed(picture, _cloth(), cloth))


def _cloth() -> _Floats:
    """Light blue pleated fabric, lit from the left as the face is, with the nose's ridge."""
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    x = columns / _SCALE + _CROP_LEFT
    y = rows / _SCALE + _CROP_TOP
    across = (x - 225.0) / 41.0
    round_face = 1.0 - 0.26 * np.clip(np.abs(across + 0.12), 0.0, 1.3) ** 2.2
    ridge = 0.07 * np.exp(-((across / 0.22) ** 2) - ((y - 126.0) / 15.0) ** 2)
    under = 0.30 * np.clip((y - 160.0) / 24.0, 0.0, 1.0) ** 1.5
    light = round_face + ridge - under
    for fold in (133.0, 146.0, 159.0):
        edge = y - (fold + 5.0 * (1.0 - across**2) - 3.0)
        light -= 0.15 * np.exp(-((edge / 0.8) ** 2)) + 0.08 * np.exp(-((edge / 3.2) ** 2)) * (
            edge > 0
        )
    seam = y - (116.8 + 7.2 * np.abs(across) ** 1.4)
    light -= 0.07 * np.exp(-((seam / 0.7) ** 2))
    grain = np.random.default_rng(0).normal(0.0, 1.0, (HEIGHT, WIDTH)).astype(np.float32)
    light += 0.025 * cv2.GaussianBlur(grain, (0, 0), 1.4)
    return np.asarray(light[:, :, None] * np.array([158.0, 196.0, 218.0], np.float32), np.float32)


def _draw_loops(canvas: Pixels) -> None:
    loops = [
        [(185.0, 124.0), (180.0, 119.0), (174.5, 116.4)],
        [(187.0, 152.0), (181.0, 143.0), (174.5, 131.0)],
        [(265.0, 126.4), (270.0, 122.6), (276.0, 121.0)],
        [(262.6, 152.0), (270.0, 144.0), (277.0, 133.0)],
    ]
    for loop in loops:
        line = _fixed_point(np.array(loop))
        _stroke(canvas, line, 5)


def _stroke(
    canvas: Pixels, line: NDArray[np.int32], thickness: int, *, closed: bool = False
) -> None:
    cv2.polylines(canvas, [line], closed, 255, thickness, cv2.LINE_AA, _FIXED_POINT_BITS)


def _fill(canvas: Pixels, outline: NDArray[np.int32]) -> None:
    cv2.fillPoly(canvas, [outline], 255, cv2.LINE_AA, _FIXED_POINT_BITS)


def _smooth(corners: list[_Point]) -> NDArray[np.int32]:
    """A closed outline through the corners, rounded, in fixed-point scene pixels."""
    points = np.array(corners)
    for _ in range(3):
        following = np.roll(points, -1, axis=0)
        points = np.stack(
            [0.75 * points + 0.25 * following, 0.25 * points + 0.75 * following], axis=1
        ).reshape(-1, 2)
    return _fixed_point(points)


def _photograph(name: str) -> Pixels:
    from faceqa_gui.frames.picture_file import read_picture

    return read_picture(Path(str(files("skimage.data").joinpath(f"{name}.png"))))


def _scene_point(point: _Point) -> _Point:
    return (point[0] - _CROP_LEFT) * _SCALE, (point[1] - _CROP_TOP) * _SCALE


def _fixed_point(points: NDArray[np.float64]) -> NDArray[np.int32]:
    """Photograph points as OpenCV's fixed-point scene pixels."""
    scene = (points - np.array([_CROP_LEFT, _CROP_TOP])) * _SCALE
    return np.asarray(np.round(scene * 2**_FIXED_POINT_BITS), np.int32)


def _painted(draw: Callable[[Pixels], object]) -> _Floats:
    """What `draw` paints on black with 255, as an opacity of 0-1, its edges a little soft."""
    canvas = np.zeros((HEIGHT, WIDTH), np.uint8)
    draw(canvas)
    return np.asarray(cv2.GaussianBlur(canvas, (0, 0), 1.0).astype(np.float32) / 255.0, np.float32)


def _mixed(under: _Floats, over: _Floats, opacity: _Floats) -> _Floats:
    share = opacity[:, :, None]
    return np.asarray(under * (1.0 - share) + over * share, np.float32)


def cover(picture: Pixels, width: int, height: int) -> Pixels:
    """`picture` scaled to cover `width`×`height`, its overhang cut evenly from both sides."""
    scale = max(width / picture.shape[1], height / picture.shape[0])
    size = (
        max(width, round(picture.shape[1] * scale)),
        max(height, round(picture.shape[0] * scale)),
    )
    interpolation = cv2.INTER_AREA if scale < 1.0 else cv2.INTER_LANCZOS4
    scaled = picture if scale == 1.0 else cv2.resize(picture, size, interpolation=interpolation)
    left, top = (size[0] - width) // 2, (size[1] - height) // 2
    return _bytes(scaled[top : top + height, left : left + width])


def _bytes(picture: NDArray[Any]) -> Pixels:
    return np.ascontiguousarray(np.clip(np.round(picture), 0, 255).astype(np.uint8))
