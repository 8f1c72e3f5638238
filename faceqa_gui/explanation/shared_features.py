"""The early layers of a MobileNet for all perturbed samples of one picture, each sight once."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.explanation.sights import Numbers, Sights
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.quality.convolutions import CEILING, Convolution

Rows = NDArray[np.float32]
# So many rows at a time stay in the processor's cache.
_CHUNK = 1024
_HALF_RANGE = np.float32(127.5)  # pixels become -1…1, as in the network's first layer


class SharedFeatures:
    """Features behind the early layers. One job's; not thread-safe."""

    def __init__(
        self,
        early: Sequence[Convolution],
        picture: Pixels,
        fill: Pixels,
        segments: Numbers,
        masks: Numbers,
    ) -> None:
        """Nothing is computed yet; `compute` does it.

        Args:
            early: the convolutions, from the picture on.
            picture: uint8, S×S×3, RGB.
            fill: uint8, S×S×3: what hidden superpixels show.
            segments: S×S, superpixels numbered from 0, at most `MOST_SUPERPIXELS`.
            masks: samples×superpixels, 1 shown and 0 hidden.
        """
        self._early = early
        self._picture = picture
        self._fill = fill
        self._segments = segments
        self._masks = masks
        self._sights: Sights | _PixelSights = _PixelSights(segments, masks)
        self._rows: Rows = np.empty((0, 0), np.float32)

    def compute(self) -> Iterator[None]:
        """Compute every sight of every layer, and pause now and then."""
        shown_and_hidden = np.stack([self._picture, self._fill], axis=2).reshape(-1, 3)
        self._rows = shown_and_hidden.astype(np.float32) / _HALF_RANGE - 1
        stride, first, last = 1, 0, 0
        for layer in self._early:
            if layer.kind == "pointwise":
                yield from self._pointwise(layer)
                continue
            before = -1 if layer.stride == 1 else 0
            first, last = first + before * stride, last + (before + 2) * stride
            stride *= layer.stride
            sights = Sights(self._segments, self._masks, stride=stride, first=first, last=last)
            yield
            yield from self._windowed(layer, sights, before)

    @property
    def rows(self) -> Rows:
        """The features of every sight: float32, sights×K."""
        return self._rows

    def numbers(self, samples: NDArray[np.intp]) -> Numbers:
        """For each of these samples and each cell its number in `rows`: N×h×w."""
        sights = self._sights
        numbers = sights.of(np.arange(sights.side**2), samples[:, None])
        return numbers.reshape(-1, sights.side, sights.side)

    def _windowed(self, layer: Convolution, sights: Sights, before: int) -> Iterator[None]:
        """A 3×3 layer: gather the nine cells of each window."""
        known = self._sights
        nothing = np.zeros((1, self._rows.shape[1]), np.float32)  # beyond the edge
        table = np.concatenate([self._rows, nothing])
        result = np.empty((sights.count, len(layer.bias)), np.float32)

        def compute(chunk: slice) -> None:
            row, column = np.divmod(sights.cell[chunk], sights.side)
            sample = sights.sample[chunk]
            cells = []
            for tap in range(9):
                r = row * layer.stride + tap // 3 + before
                c = column * layer.stride + tap % 3 + before
                inside = (r >= 0) & (r < known.side) & (c >= 0) & (c < known.side)
                number = known.of(np.where(inside, r * known.side + c, 0), sample)
                cells.append(table.take(np.where(inside, number, len(table) - 1), axis=0))
            if layer.kind == "dense":
                total = np.concatenate(cells, axis=1) @ layer.kernel
            else:
                for cell, weights in zip(cells, layer.kernel, strict=True):
                    np.multiply(cell, weights, out=cell)
                total = cells[0]
                for cell in cells[1:]:
                    np.add(total, cell, out=total)
            _finish(total, layer, result[chunk])

        yield from _in_chunks(compute, sights.count)
        self._sights, self._rows = sights, result

    def _pointwise(self, layer: Convolution) -> Iterator[None]:
        rows = self._rows
        result = np.empty((len(rows), len(layer.bias)), np.float32)

        def compute(chunk: slice) -> None:
            _finish(rows[chunk] @ layer.kernel, layer, result[chunk])

        yield from _in_chunks(compute, len(rows))
        self._rows = result


class _PixelSights:
    """Each pixel of a sample is shown or hidden: two sights."""

    def __init__(self, segments: Numbers, masks: Numbers) -> None:
        self.side = segments.shape[0]
        self._segment = segments.ravel()
        self._masks = masks

    def of(self, cells: Numbers, samples: Numbers) -> Numbers:
        return 2 * cells + 1 - self._masks[samples, self._segment[cells]]


def _in_chunks(compute: Callable[[slice], None], count: int) -> Iterator[None]:
    """Compute all rows chunk by chunk, and pause in between."""
    for start in range(0, count, _CHUNK):
        compute(slice(start, start + _CHUNK))
        yield


def _finish(total: Rows, layer: Convolution, result: Rows) -> None:
    total += layer.bias
    np.clip(total, 0.0, CEILING, out=result)
