"""Variants of one eye for training: place, light, noise, blur, and painted lids."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.eyes.eye_crops import ALIGNED_SHARE, ALIGNED_SIDE, CROP_SIDE
from faceqa_gui.eyes.face_finder import Grey
from faceqa_gui.frames.opencv import cv2

UNREADABLE = 0.5
_LIDDED = 0.3
_WHOLE_LID = 0.6
_MISSED = 0.04
_BLURRED_AWAY = 0.05
_BURIED = 0.03


@dataclass(frozen=True, slots=True, eq=False)
class AlignedEye:
    """An eye with some of its surroundings, and whether it is closed.

    Attributes:
        pixels: uint8, 64×64: see `aligned_eyes`.
        closed: 1.0 closed, 0.0 open.
    """

    pixels: Grey
    closed: float


def vary(eye: AlignedEye, generator: np.random.Generator) -> tuple[Grey, float]:
    """One random variant as the network sees it: uint8, 32×32, and its target in 0-1.

    Open eyes sometimes get a painted lid: whole (then closed) or partly (then still open). What
    lies beside the eye, is blurred away or buried in noise gets the target 0.5, so that the
    network learns to say that it does not know.
    """
    pixels, closed = eye.pixels, eye.closed
    if closed == 0.0 and generator.random() < _LIDDED:
        whole = generator.random() < _WHOLE_LID
        pixels = paint_lid(pixels, generator, cover=1.0 if whole else generator.uniform(0.2, 0.55))
        closed = float(whole)
    missed = generator.random() < _MISSED
    crop = _place(pixels, generator, missed=missed)
    closed = UNREADABLE if missed else closed
    return _spoiled(_lit(crop, generator), closed, generator)


def _lit(crop: Grey, generator: np.random.Generator) -> Grey:
    values = 255.0 * (crop.astype(np.float32) / 255.0) ** generator.uniform(0.6, 1.6)
    values = (values - values.mean()) * generator.uniform(0.4, 1.3) + generator.uniform(60, 190)
    values += generator.uniform(-30, 30) * np.linspace(-1, 1, CROP_SIDE, dtype=np.float32)
    lit: Grey = np.clip(values, 0, 255).astype(np.uint8)
    return lit


def _spoiled(crop: Grey, closed: float, generator: np.random.Generator) -> tuple[Grey, float]:
    values = crop.astype(np.float64)
    draw = generator.random()
    if draw < 0.5:
        values = np.asarray(
            cv2.GaussianBlur(values, (0, 0), generator.uniform(0.3, 1.4)), np.float64
        )
    elif draw < 0.5 + _BLURRED_AWAY:
        values = np.asarray(
            cv2.GaussianBlur(values, (0, 0), generator.uniform(2.5, 4.0)), np.float64
        )
        closed = UNREADABLE
    draw = generator.random()
    if draw < 0.4:
        values = values + generator.normal(
            0, generator.uniform(0.03, 0.3) * values.std(), crop.shape
        )
    elif draw < 0.4 + _BURIED:
        values = values + generator.normal(0, 1.5 * values.std() + 3.0, crop.shape)
        closed = UNREADABLE
    spoiled: Grey = np.clip(values, 0, 255).astype(np.uint8)
    if generator.random() < 0.25:
        quality = [cv2.IMWRITE_JPEG_QUALITY, int(generator.integers(25, 90))]
        packed = cv2.imencode(".jpg", spoiled, quality)[1]
        spoiled = np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)
    if generator.random() < 0.2:
        left, top = generator.integers(0, CROP_SIDE - 4, 2)
        width, height = generator.integers(3, 10, 2)
        spoiled = spoiled.copy()
        spoiled[top : top + height, left : left + width] = generator.integers(0, 256)
    return spoiled, closed


def _blurred(values: NDArray[np.float64], sigma: float) -> NDArray[np.float64]:
    return np.asarray(cv2.GaussianBlur(values, (0, 0), sigma), np.float64)


def paint_lid(pixels: Grey, generator: np.random.Generator, *, cover: float) -> Grey:
    """Draw an eyelid over an open eye.

    Args:
        pixels: uint8, 64×64, an open eye in the middle.
        generator: source of every random choice.
        cover: share of the opening that the lid covers from above; 1 closes the eye.
    """
    centre_x, centre_y = ALIGNED_SIDE / 2 + generator.uniform(-2, 2), ALIGNED_SIDE / 2
    half_width, half_height = generator.uniform(12, 16), generator.uniform(6, 9)
    columns = np.arange(ALIGNED_SIDE)
    arc = np.sqrt(np.clip(1.0 - ((columns - centre_x) / half_width) ** 2, 0.0, 1.0))
    painted = pixels.astype(np.float32)
    thick = int(generator.integers(1, 4))
    lash = float(np.percentile(pixels, 4)) * generator.uniform(0.7, 1.1)
    for column in np.flatnonzero(arc > 0.05):
        top = round(centre_y - half_height * arc[column] - 2.0)
        bottom = round(centre_y + half_height * arc[column] * 0.8 + 1)
        edge = round(top + (bottom - top) * cover)
        upper = float(painted[max(0, top - 3) : top, column].mean())
        lower = float(painted[bottom : bottom + 3, column].mean()) if cover == 1.0 else upper
        painted[top:edge, column] = np.linspace(upper, lower, max(0, edge - top))
        painted[edge - thick : edge, column] = lash
    skin = painted + generator.normal(0.0, 2.0, painted.shape)
    mask = (np.abs(painted - pixels) > 0.5).astype(np.float32)
    soft = cv2.GaussianBlur(mask, (0, 0), 0.8)
    mixed = cv2.GaussianBlur(skin.astype(np.float32), (0, 0), 0.7) * soft + pixels * (1.0 - soft)
    lidded: Grey = np.clip(mixed, 0, 255).astype(np.uint8)
    return lidded


def _place(pixels: Grey, generator: np.random.Generator, *, missed: bool) -> Grey:
    centre = (ALIGNED_SIDE - 1) / 2
    scale = CROP_SIDE / (ALIGNED_SIDE / ALIGNED_SHARE) * generator.uniform(0.87, 1.15)
    turn = cv2.getRotationMatrix2D((centre, centre), generator.uniform(-11, 11), scale)
    matrix = np.asarray(turn, np.float64)
    jitter = generator.uniform(-0.075, 0.075, 2)
    if missed:
        side = generator.integers(2)
        jitter[side] = generator.choice([-1.0, 1.0]) * generator.uniform(0.55, 0.8)
    matrix[:, 2] += (CROP_SIDE - 1) / 2 - centre + jitter * CROP_SIDE
    if generator.random() < 0.5:
        matrix = matrix @ np.array([[-1.0, 0, ALIGNED_SIDE - 1], [0, 1.0, 0], [0, 0, 1.0]])
    smoothed = cv2.GaussianBlur(pixels, (0, 0), 0.6)
    crop = cv2.warpAffine(smoothed, matrix, (CROP_SIDE, CROP_SIDE), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(crop, np.uint8)
