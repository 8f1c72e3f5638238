"""What the cells of a layer see of perturbed samples, and how many different sights there are.

Every sample shows the same picture with some superpixels hidden. A cell sees few superpixels, so
among a thousand samples it has few different sights; each is worth computing once.
"""

import numpy as np
from numpy.typing import NDArray

MOST_SUPERPIXELS = 63
"""A sample is a number with one bit for each superpixel."""

Numbers = NDArray[np.int64]


class Sights:
    """The different sights of the cells of one layer, numbered from 0.

    Attributes:
        side: cells per row and column.
        count: how many different sights all cells have together.
        cell: int64, count: the cell of each sight.
        sample: int64, count: one sample that gives it.
    """

    def __init__(
        self, segments: Numbers, masks: Numbers, *, stride: int, first: int, last: int
    ) -> None:
        """Number them.

        Args:
            segments: S×S, superpixels numbered from 0.
            masks: samples×superpixels, 0 or 1.
            stride: distance of two cells in pixels.
            first: cell r sees the rows from `stride * r + first` …
            last: … to `stride * r + last` inclusive, as far as the picture has them; columns
                alike.
        """
        bits = np.left_shift(1, np.arange(masks.shape[1]))
        samples = masks @ bits
        self.side = segments.shape[0] // stride
        seen = _seen(segments, masks.shape[1], stride, first, last) @ bits
        windows, self._window = np.unique(seen, return_inverse=True)
        self._number = np.empty((len(windows), len(masks)), np.int64)
        shown_by, counts = [], np.empty(len(windows), np.int64)
        for window, superpixels in enumerate(windows):
            _, sample, self._number[window] = np.unique(
                samples & superpixels, return_index=True, return_inverse=True
            )
            shown_by.append(sample)
            counts[window] = len(sample)
        per_cell = counts[self._window]
        self.count = int(per_cell.sum())
        self._start = per_cell.cumsum() - per_cell
        self.cell = np.repeat(np.arange(len(per_cell)), per_cell)
        window_start = counts.cumsum() - counts
        within = np.arange(self.count) - self._start[self.cell]
        self.sample = np.concatenate(shown_by)[window_start[self._window[self.cell]] + within]

    def of(self, cells: Numbers, samples: Numbers) -> Numbers:
        """Numbers of the sights that cells (row by row) have of samples; the two broadcast."""
        return self._start[cells] + self._number[self._window[cells], samples]


def _seen(segments: Numbers, count: int, stride: int, first: int, last: int) -> NDArray[np.bool_]:
    """Which superpixels each cell sees: cells×superpixels, cells row by row."""
    side = segments.shape[0]
    cells = np.arange(side // stride) * stride
    low = np.clip(cells + first, 0, side)
    high = np.clip(cells + last + 1, 0, side)
    seen = np.empty((count, len(cells), len(cells)), np.bool_)
    sums = np.zeros((side + 1, side + 1), np.int32)
    for number in range(count):
        sums[1:, 1:] = (segments == number).cumsum(0, np.int32).cumsum(1, np.int32)
        right = sums[:, high] - sums[:, low]
        seen[number] = right[high] > right[low]
    return seen.reshape(count, -1).T
