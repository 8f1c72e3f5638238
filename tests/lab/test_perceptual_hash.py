"""The same photograph is found again; other photographs are not taken for it."""

import io
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from faceqa_gui.frames.frame import Pixels, resize
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.lab.perceptual_hash import (
    LEAST_LIKENESS,
    MOST_BITS,
    grey_thumbnail,
    likeness,
    near_pairs,
    perceptual_hash,
)


def _jpeg(pixels: Pixels, quality: int) -> Pixels:
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "JPEG", quality=quality)
    return np.asarray(Image.open(stream).convert("RGB"))


def _photograph(name: str) -> Pixels:
    return read_picture(Path(str(files("skimage.data").joinpath(name))))


@pytest.fixture(scope="module")
def face() -> Pixels:
    return _photograph("astronaut.png")[0:256, 96:352].copy()


@pytest.mark.parametrize("change", ["scaled", "saved", "lightened", "greyed"])
def test_a_changed_copy_is_recognised(face: Pixels, change: str) -> None:
    copies = {
        "scaled": resize(face, 120, 120),
        "saved": _jpeg(face, 40),
        "lightened": np.clip(face.astype(int) + 20, 0, 255).astype(np.uint8),
        "greyed": np.repeat(face.mean(axis=2, keepdims=True), 3, axis=2).astype(np.uint8),
    }
    first, second = grey_thumbnail(face), grey_thumbnail(copies[change])
    hashes = np.array([perceptual_hash(first), perceptual_hash(second)])
    assert near_pairs(hashes, MOST_BITS).tolist() == [[0, 1]]
    assert likeness(first, second) >= LEAST_LIKENESS


def test_other_photographs_are_not_taken_for_each_other(face: Pixels) -> None:
    others = [_photograph(name) for name in ("coffee.png", "chelsea.png", "rocket.jpg")]
    thumbnails = [grey_thumbnail(face), *(grey_thumbnail(other) for other in others)]
    hashes = np.array([perceptual_hash(thumbnail) for thumbnail in thumbnails])
    assert near_pairs(hashes, MOST_BITS).size == 0


@given(st.integers(0, 2**32 - 1), st.integers(0, 10))
@settings(deadline=None, max_examples=20)
def test_pairs_are_those_of_a_plain_search(seed: int, most_bits: int) -> None:
    generator = np.random.default_rng(seed)
    hashes = generator.integers(0, 2**12, 300, dtype=np.uint64)
    expected = {
        (first, second)
        for first in range(len(hashes))
        for second in range(first + 1, len(hashes))
        if (int(hashes[first]) ^ int(hashes[second])).bit_count() <= most_bits
    }
    assert {tuple(pair) for pair in near_pairs(hashes, most_bits).tolist()} == expected


def test_pictures_without_structure_are_alike_only_with_each_other() -> None:
    black, white = np.zeros((32, 32)), np.full((32, 32), 255.0)
    assert likeness(black, white) == 1.0
    assert likeness(black, np.eye(32)) == 0.0
