"""Variants of one face patch for training the localiser."""

import numpy as np

from faceqa_gui.eyes.eye_places import TO_VIEW, VIEW_SIDE, Matrix, Point, localiser_view
from faceqa_gui.eyes.face_finder import Grey
from faceqa_gui.eyes.face_patch import FACE_SIDE, PATCH_SIDE
from faceqa_gui.frames.opencv import cv2

_MIRROR: Matrix = np.array([[-1.0, 0.0, PATCH_SIDE - 1.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])


def vary_face(
    patch: Grey, eyes: tuple[Point, Point], generator: np.random.Generator
) -> tuple[Grey, list[float]]:
    """One random variant of a face.

    Args:
        patch: uint8, 192×192.
        eyes: left and right one, in patch pixels.
        generator: source of every random choice.

    Returns:
        The localiser's view (uint8, 48×48), and x and y of both eyes as shares of its side.
    """
    middle = PATCH_SIDE / 2
    turn = cv2.getRotationMatrix2D(
        (middle, middle), generator.uniform(-22, 22), generator.uniform(0.82, 1.2)
    )
    moved: Matrix = np.vstack([turn, [0.0, 0.0, 1.0]])
    moved[:2, 2] += generator.uniform(-0.1, 0.1, 2) * FACE_SIDE
    mirrored = generator.random() < 0.5
    if mirrored:
        moved = moved @ _MIRROR
    matrix = TO_VIEW @ moved
    places = np.array([*eyes]) @ matrix[:2, :2].T + matrix[:2, 2]
    if mirrored:
        places = places[::-1]
    view = _spoiled(localiser_view(patch, moved), generator)
    return view, (places.ravel() / VIEW_SIDE).tolist()


def _spoiled(view: Grey, generator: np.random.Generator) -> Grey:
    values = view.astype(np.float32)
    values = (values - values.mean()) * generator.uniform(0.4, 1.2) + generator.uniform(60, 190)
    values += generator.uniform(-40, 40) * np.linspace(-1, 1, VIEW_SIDE, dtype=np.float32)
    if generator.random() < 0.3:
        values = cv2.GaussianBlur(values, (0, 0), generator.uniform(0.3, 1.5))
    if generator.random() < 0.4:
        values = values + generator.normal(0, generator.uniform(1, 15), view.shape)
    # A dark or bright spot, as hair or light would make.
    if generator.random() < 0.3:
        left, top = generator.integers(0, VIEW_SIDE - 10, 2)
        width, height = generator.integers(5, 14, 2)
        values[top : top + height, left : left + width] = generator.uniform(0, 255)
    spoiled: Grey = np.clip(values, 0, 255).astype(np.uint8)
    return spoiled
