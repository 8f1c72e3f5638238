"""Variants of one eye for training: place, light, noise, blur, and painted lids."""

from dataclasses import dataclass

import numpy as np

from faceqa_gui.eyes.eye_crops import CROP_SIDE, cut_square, eye_boxes
from faceqa_gui.eyes.face_finder import Grey
from faceqa_gui.frames.frame import Box
from faceqa_gui.frames.opencv import cv2

PATCH_SIDE = 64
PATCH_SHARE = 1.6
UNREADABLE = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class EyePatch:
    """An eye with some of its surroundings, and whether it is closed.

    Attributes:
        pixels: uint8, 64×64: 1.6 times the square that the network sees, right eyes mirrored.
        closed: 1.0 closed, 0.0 open.
    """

    pixels: Grey
    closed: float


def eye_patches(grey: Grey, face: Box, *, closed: bool) -> tuple[EyePatch, EyePatch]:
    """Both eyes of a labelled face."""

    def patch(box: Box) -> Grey:
        grown = round(box.width * (PATCH_SHARE - 1.0) / 2)
        wide = Box(box.left - grown, box.top - grown, box.width + 2 * grown, box.height + 2 * grown)
        return cut_square(grey, wide, PATCH_SIDE)

    left, right = eye_boxes(face)
    mirrored = np.ascontiguousarray(patch(right)[:, ::-1])
    return EyePatch(patch(left), float(closed)), EyePatch(mirrored, float(closed))


def vary(patch: EyePatch, generator: np.random.Generator) -> tuple[Grey, float]:
    """One random variant as the network sees it: uint8, 32×32, and its target in 0-1.

    Open eyes sometimes get a painted lid: whole (then closed) or half (then still open). What is
    blurred or buried in noise beyond reading gets the target 0.5, so that the network learns to
    say that it does not know.
    """
    pixels, closed = patch.pixels, patch.closed
    if closed == 0.0 and generator.random() < 0.35:
        whole = generator.random() < 0.6
        pixels = paint_lid(pixels, generator, cover=1.0 if whole else generator.uniform(0.2, 0.6))
        closed = float(whole)
    crop = _place(pixels, generator)
    values = crop.astype(np.float32)
    values = (values - values.mean()) * generator.uniform(0.3, 1.3) + generator.uniform(50, 200)
    values += generator.uniform(-25, 25) * np.linspace(-1, 1, CROP_SIDE, dtype=np.float32)
    target = closed
    if generator.random() < 0.5:
        sigma = generator.uniform(0.3, 3.5)
        values = cv2.GaussianBlur(values, (0, 0), sigma)
        target = UNREADABLE if sigma > 2.2 else target
    if generator.random() < 0.5:
        sigma = generator.uniform(1.0, 25.0)
        target = UNREADABLE if sigma > 0.9 * float(values.std()) else target
        values = values + generator.normal(0.0, sigma, values.shape)
    return np.clip(values, 0, 255).astype(np.uint8), target


def paint_lid(pixels: Grey, generator: np.random.Generator, *, cover: float) -> Grey:
    """Draw an eyelid over an open eye.

    Args:
        pixels: uint8, 64×64, an open eye in the middle.
        generator: source of every random choice.
        cover: share of the opening that the lid covers from above; 1 closes the eye.
    """
    centre_x, centre_y = PATCH_SIDE / 2 + generator.uniform(-2, 2), PATCH_SIDE / 2
    half_width, half_height = generator.uniform(12, 16), generator.uniform(6, 9)
    columns = np.arange(PATCH_SIDE)
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


def _place(pixels: Grey, generator: np.random.Generator) -> Grey:
    centre = (PATCH_SIDE - 1) / 2
    scale = CROP_SIDE / (PATCH_SIDE / PATCH_SHARE) * generator.uniform(0.82, 1.22)
    turn = cv2.getRotationMatrix2D((centre, centre), generator.uniform(-12, 12), scale)
    matrix = np.asarray(turn, np.float64)
    jitter = generator.uniform(-0.09, 0.09, 2) * CROP_SIDE
    matrix[:, 2] += (CROP_SIDE - 1) / 2 - centre + jitter
    if generator.random() < 0.5:
        matrix = matrix @ np.array([[-1.0, 0, PATCH_SIDE - 1], [0, 1.0, 0], [0, 0, 1.0]])
    smoothed = cv2.GaussianBlur(pixels, (0, 0), 0.6)
    crop = cv2.warpAffine(smoothed, matrix, (CROP_SIDE, CROP_SIDE), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(crop, np.uint8)
