"""Quickshift (Vedaldi & Soatto 2008): the segmentation of scikit-image, several times faster.

scikit-image visits the whole window of every pixel twice. Here whole planes are shifted against
each other, every pair of pixels is measured once, and the search for a parent stops where no
farther neighbour can be nearer. The result is the same segmentation, not a similar one: where two
densities are so close that rounding could order them either way, scikit-image itself decides.
"""

import math
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.frames.frame import Pixels

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

_NOISE = 1e-5
_REACH = 3.0
_STRIP_ROWS = 32
_THREADS = 2


def quickshift(
    picture: Pixels, *, kernel_size: float, max_distance: float, ratio: float, seed: int
) -> NDArray[np.int64]:
    """What `skimage.segmentation.quickshift` returns for the same picture and parameters.

    Args:
        picture: uint8, H×W×3, RGB.
        kernel_size: width of the density kernel in pixels, at least 1.
        max_distance: cut-off for links between pixels.
        ratio: weight of colour against place.
        seed: of the noise that breaks ties.

    Returns:
        int64, H×W: segments numbered from 0 without gaps.
    """
    from skimage.color import rgb2lab
    from skimage.segmentation import quickshift as slow_quickshift

    colours = np.ascontiguousarray(np.moveaxis(rgb2lab(picture) * ratio, -1, 0))
    reach = math.ceil(_REACH * kernel_size)
    densities = _densities(colours, kernel_size, reach)
    window = (2 * reach + 1) ** 2
    # Twice what rounding can change in the difference of two sums over a window.
    too_close = 4.0 * window * np.finfo(np.float64).eps * float(densities.max())
    densities += np.random.default_rng(seed).normal(scale=_NOISE, size=densities.shape)
    links = _Links(colours, densities, reach, too_close)
    if not links.certain:
        found = slow_quickshift(
            picture, kernel_size=kernel_size, max_dist=max_distance, ratio=ratio, rng=seed
        )
        return np.asarray(found, np.int64)
    roots = links.parents
    far = np.sqrt(links.squares) > max_distance
    roots[far] = np.flatnonzero(far)
    while not np.array_equal(further := roots[roots], roots):
        roots = further
    numbers = np.unique(roots, return_inverse=True)[1]
    return numbers.reshape(densities.shape).astype(np.int64)


def _densities(colours: Floats, kernel_size: float, reach: int) -> Floats:
    """Sum of the Gaussian kernel over the window of every pixel: float64, H×W."""
    height = colours.shape[1]
    tops = range(0, height, _STRIP_ROWS)
    total = np.ones(colours.shape[1:])
    with ThreadPoolExecutor(_THREADS) as pool:
        strips = pool.map(partial(_strip_densities, colours, kernel_size, reach), tops)
        # Strips overlap; they are added in one order, whichever thread is first.
        for top, strip in zip(tops, strips, strict=True):
            total[top : top + len(strip)] += strip
    return total


def _strip_densities(colours: Floats, kernel_size: float, reach: int, top: int) -> Floats:
    """What the pairs that begin in the rows from `top` add, to these rows and to those below."""
    height, width = colours.shape[1:]
    bottom = min(top + _STRIP_ROWS, height)
    added = np.zeros((min(bottom + reach, height) - top, width))
    factor = -0.5 / kernel_size**2
    for down in range(reach + 1):
        rows = min(bottom, height - down) - top
        for right in range(-reach if down else 1, reach + 1):
            left = max(0, -right)
            columns = width - abs(right)
            if rows <= 0 or columns <= 0:
                continue
            here = (slice(top, top + rows), slice(left, left + columns))
            there = (
                slice(top + down, top + down + rows),
                slice(left + right, left + right + columns),
            )
            kernel = _squares(colours[:, *here], colours[:, *there], down, right)
            kernel *= factor
            np.exp(kernel, out=kernel)
            added[:rows, here[1]] += kernel
            added[down : down + rows, there[1]] += kernel
    return added


def _squares(first: Floats, second: Floats, down: int, right: int) -> Floats:
    """Squared distances in colour and place, rounded step by step as scikit-image rounds them."""
    difference = first[0] - second[0]
    squares: Floats = difference * difference
    for channel in (1, 2):
        np.subtract(first[channel], second[channel], out=difference)
        difference *= difference
        squares += difference
    squares += float(down * down)
    squares += float(right * right)
    return squares


class _Links:
    """The nearest denser pixel in the window of every pixel.

    Attributes:
        parents: flat index of it; the pixel itself where there is none.
        squares: squared distance to it; infinite where there is none.
        certain: False where rounding may have decided which pixel is denser.
    """

    def __init__(self, colours: Floats, densities: Floats, reach: int, too_close: float) -> None:
        self._height, self._width = densities.shape
        self._colours = colours.reshape(3, -1)
        self._densities = densities.ravel()
        self._too_close = too_close
        self.certain = True
        self.parents: Indices = np.arange(densities.size)
        self.squares: Floats = np.full(densities.size, np.inf)
        span = range(-reach, reach + 1)
        offsets = sorted((d * d + r * r, d, r) for d in span for r in span if d or r)
        waiting: Indices = np.arange(densities.size)
        last = 0
        for square, down, right in offsets:
            if square > last:
                # A pixel farther away in the picture alone cannot be nearer altogether.
                waiting = waiting[self.squares[waiting] >= square]
                last = square
            if not waiting.size or not self.certain:
                return
            self._offer(waiting, down, right)

    def _offer(self, waiting: Indices, down: int, right: int) -> None:
        rows, columns = np.divmod(waiting, self._width)
        inside = (
            (rows + down >= 0)
            & (rows + down < self._height)
            & (columns + right >= 0)
            & (columns + right < self._width)
        )
        here = waiting[inside]
        there = here + (down * self._width + right)
        more = self._densities[there] - self._densities[here]
        self.certain &= not bool((np.abs(more) <= self._too_close).any())
        denser = more > 0.0
        here, there = here[denser], there[denser]
        squares = _squares(self._colours[:, here], self._colours[:, there], down, right)
        known = self.squares[here]
        # scikit-image scans row by row and keeps the first of several that are equally near.
        nearer = (squares < known) | ((squares == known) & (there < self.parents[here]))
        self.squares[here[nearer]] = squares[nearer]
        self.parents[here[nearer]] = there[nearer]
