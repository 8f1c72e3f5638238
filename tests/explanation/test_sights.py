"""Cells have the same sight of two samples exactly where these show them the same."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from faceqa_gui.explanation.sights import MOST_SUPERPIXELS, Sights

SIDE = 16


@given(
    seed=st.integers(0, 2**16),
    count=st.integers(1, 12),
    samples=st.integers(1, 20),
    stride=st.sampled_from([1, 2, 4]),
    window=st.tuples(st.integers(-6, 0), st.integers(0, 6)),
)
def test_sights_are_the_same_where_the_windows_show_the_same(
    seed: int, count: int, samples: int, stride: int, window: tuple[int, int]
) -> None:
    first, last = window
    generator = np.random.default_rng(seed)
    segments = generator.integers(0, count, (SIDE, SIDE))
    masks = generator.integers(0, 2, (samples, count))
    sights = Sights(segments, masks, stride=stride, first=first, last=last)
    assert sights.side == SIDE // stride
    shown = masks[:, segments]
    numbers = sights.of(np.arange(sights.side**2), np.arange(samples)[:, None])
    for cell in range(sights.side**2):
        row, column = np.array(divmod(cell, sights.side)) * stride
        rows = slice(max(row + first, 0), row + last + 1)
        columns = slice(max(column + first, 0), column + last + 1)
        seen = shown[:, rows, columns].reshape(samples, -1)
        same_window = (seen[:, None] == seen[None]).all(axis=2)
        same_number = numbers[:, None, cell] == numbers[None, :, cell]
        # A superpixel that touches the window anywhere makes sights differ: never too few.
        np.testing.assert_array_equal(same_number, same_window)


def test_every_sight_is_some_cells_of_some_sample() -> None:
    segments, masks = checkered(9)
    sights = Sights(segments, masks, stride=2, first=-2, last=4)
    numbers = sights.of(sights.cell, sights.sample)
    np.testing.assert_array_equal(numbers, np.arange(sights.count))


@pytest.mark.parametrize("count", [1, MOST_SUPERPIXELS])
def test_one_superpixel_and_the_most(count: int) -> None:
    segments = np.arange(SIDE * SIDE).reshape(SIDE, SIDE) % count
    masks = np.stack([np.ones(count, np.int64), np.zeros(count, np.int64)])
    sights = Sights(segments, masks, stride=4, first=0, last=3)
    assert sights.count == 2 * sights.side**2


def checkered(count: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    segments = (np.arange(SIDE)[:, None] // 6 * 3 + np.arange(SIDE) // 6) % count
    masks = np.random.default_rng(0).integers(0, 2, (30, count))
    return segments, masks
