"""Small generated data sets: real picture files whose class is a colour with texture."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from faceqa_gui.frames.opencv import cv2

COLOURS: Mapping[str, tuple[int, int, int]] = {
    "blur": (200, 60, 60),
    "eyeglasses": (60, 200, 60),
    "good": (60, 60, 200),
    "covered_face": (200, 200, 60),
    "wrong_object": (200, 60, 200),
    "open": (220, 220, 220),
    "closed": (40, 40, 40),
}


def write_picture(path: Path, label: str, seed: int) -> Path:
    """A 64×48 picture in the colour of its class, with texture of its own."""
    generator = np.random.default_rng(seed)
    coarse = generator.normal(0.0, 30.0, (8, 8, 3)).repeat(6, axis=0).repeat(8, axis=1)
    pixels = np.clip(np.array(COLOURS[label]) + coarse, 0, 255).astype(np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)
    return path


def write_video(path: Path, seconds: int, rate: float = 10.0) -> Path:
    """A 64×48 video of one colour that becomes lighter."""
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), rate, (64, 48))
    for number in range(round(seconds * rate)):
        writer.write(np.full((48, 64, 3), 5 * number, np.uint8))
    writer.release()
    return path


def write_folders(root: Path, labels: Sequence[str], each: int) -> Path:
    """A folder per class with `each` PNG files."""
    for place, label in enumerate(labels):
        for number in range(each):
            write_picture(root / label / f"{number}.png", label, 1000 * place + number)
    return root


def write_manifest(root: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """`manifest.csv` with the columns of the first row."""
    with (root / "manifest.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
