"""What the network answers to perturbed samples of one picture, without computing things twice.

Every sample shows the same picture with some superpixels hidden. A cell of an early layer sees few
pixels, hence few superpixels (about three), hence few different sights among a thousand samples.
So the early half of the network runs on a small set of samples that holds every sight of every
cell; the features of the others are put together from theirs, cell by cell. The features, and so
the answers, are those that the samples themselves would have given.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.explanation.superpixels import mean_colours
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.resample import compose
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.runtime import Batch, Features, Layers, Sight, layers_of

_KEY_BITS = 63
# Where more than this share of the samples must go through the early half, little is saved.
_WORTH_IT = 0.6


class SampleAnswers:
    """Probabilities for the samples of one picture. One job's; not thread-safe."""

    def __init__(
        self,
        model: QualityModel,
        picture: Pixels,
        segments: NDArray[np.int64],
        masks: NDArray[np.int64],
    ) -> None:
        """Plan the work; nothing is computed yet.

        Args:
            model: what is asked.
            picture: uint8, S×S×3, RGB.
            segments: int64, S×S, superpixels numbered from 0.
            masks: samples×superpixels, 1 shown and 0 hidden in its mean colour.
        """
        self._model = model
        self._picture = picture
        self._segments = segments
        self._masks = masks
        self._fill = mean_colours(picture, segments)
        self._shared = None
        layers = layers_of(model.runtime)
        if layers is not None and masks.shape[1] <= _KEY_BITS:
            plan = _Plan(segments, masks, layers.sight)
            if len(plan.rows) <= _WORTH_IT * len(masks):
                self._shared = _Shared(layers, plan)

    @property
    def shared_samples(self) -> int | None:
        """How many samples go through the early half; None where each goes through all of it."""
        return None if self._shared is None else len(self._shared.plan.rows)

    def prepare(self, batch_size: int) -> Iterator[None]:
        """Compute what the samples share, and pause after every batch."""
        if self._shared is None:
            return
        for start in range(0, len(self._shared.plan.rows), batch_size):
            rows = self._masks[self._shared.plan.rows[start : start + batch_size]]
            self._shared.add(self._composed(rows))
            yield

    def probabilities(self, start: int, stop: int) -> NDArray[np.float64]:
        """Calibrated probabilities (float64, N×5) of the samples `start` to `stop`, exclusive.

        `prepare` must have come to its end.
        """
        if self._shared is None:
            return self._model.predict(self._composed(self._masks[start:stop]))[1]
        prediction = self._shared.layers.late(self._shared.features(start, stop))
        return self._model.calibrated(prediction)

    def _composed(self, rows: NDArray[np.int64]) -> Batch:
        shown = (rows * 255).astype(np.uint8)
        return compose(self._picture, self._fill, [row[self._segments] for row in shown])


class _Shared:
    """Features of the samples that stand for all."""

    def __init__(self, layers: Layers, plan: "_Plan") -> None:
        self.layers = layers
        self.plan = plan
        self._parts: list[Features] = []
        self._cells: Features | None = None

    def add(self, batch: Batch) -> None:
        self._parts.append(self.layers.early(batch))

    def features(self, start: int, stop: int) -> Features:
        """Put the features of some samples together: float32, N×h×w×K."""
        if self._cells is None:
            stacked = np.concatenate(self._parts)
            self._shape = stacked.shape[1:]
            self._cells = stacked.reshape(-1, stacked.shape[-1])
        cells = self._shape[0] * self._shape[1]
        source = self.plan.source[start:stop] * cells + np.arange(cells)
        gathered: Features = self._cells[source.ravel()].reshape(-1, *self._shape)
        return gathered


class _Plan:
    """Which samples stand for all, and for each sample and cell which of them shows the same.

    Attributes:
        rows: numbers of the samples that go through the early half.
        source: intp, samples×cells: position in `rows`.
    """

    def __init__(self, segments: NDArray[np.int64], masks: NDArray[np.int64], sight: Sight) -> None:
        seen = _seen(segments, masks.shape[1], sight)
        windows, window_of_cell = np.unique(seen, axis=0, return_inverse=True)
        # A window inside another one brings nothing new.
        inner = windows.astype(np.int64) @ (~windows).T.astype(np.int64) == 0
        np.fill_diagonal(inner, val=False)
        largest = np.flatnonzero(~inner.any(axis=1))
        container = np.where(inner.any(axis=1), inner[:, largest].argmax(axis=1), 0)
        container[largest] = np.arange(len(largest))
        powers = np.left_shift(1, np.arange(masks.shape[1]))
        sights = (masks * powers) @ windows[largest].T.astype(np.int64)
        self.rows, source = _cover(sights)
        self.source = source[:, container[window_of_cell.ravel()]]


def _seen(segments: NDArray[np.int64], count: int, sight: Sight) -> NDArray[np.bool_]:
    """Which superpixels each cell sees: cells×superpixels, cells row by row."""
    side = segments.shape[0]
    cells = np.arange(side // sight.stride) * sight.stride
    low = np.clip(cells + sight.first, 0, side)
    high = np.clip(cells + sight.last + 1, 0, side)
    seen = np.empty((count, len(cells), len(cells)), np.bool_)
    sums = np.zeros((side + 1, side + 1), np.int32)
    for number in range(count):
        sums[1:, 1:] = (segments == number).cumsum(0, np.int32).cumsum(1, np.int32)
        right = sums[:, high] - sums[:, low]
        seen[number] = right[high] > right[low]
    return seen.reshape(count, -1).T


def _cover(sights: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Few samples that together show all that any sample shows in any window.

    Args:
        sights: samples×windows; equal numbers in a column are equal sights.

    Returns:
        The chosen samples, and samples×windows: which of them, by position, shows the same.
    """
    numbers = np.empty(sights.shape, np.intp)
    total = 0
    for window in range(sights.shape[1]):
        different, numbers[:, window] = np.unique(sights[:, window], return_inverse=True)
        numbers[:, window] += total
        total += len(different)
    shown_by = np.full(total, -1)
    chosen: list[int] = []
    while (missing := shown_by < 0).any():
        best = int(missing[numbers].sum(axis=1).argmax())
        fresh = numbers[best][missing[numbers[best]]]
        shown_by[fresh] = len(chosen)
        chosen.append(best)
    return np.array(chosen, np.intp), shown_by[numbers]
