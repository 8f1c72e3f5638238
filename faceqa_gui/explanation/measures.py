"""How far an explanation can be trusted, as numbers."""

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.frames.frame import Box

TOP_SHARE = 0.2


def evidence_inside(heat: NDArray[np.float32], face: Box | None) -> float | None:
    """Share in 0-1 of the heat inside the ellipse of the face; None without face or heat.

    Args:
        heat: S×S, at least 0.
        face: box in pixels of the picture; its ellipse reaches a tenth beyond it, since a
            detector's box cuts forehead and chin.
    """
    total = float(heat.sum())
    if face is None or total <= 0.0:
        return None
    rows, columns = np.indices(heat.shape)
    across = (columns - face.left - face.width / 2) / (0.6 * face.width)
    down = (rows - face.top - face.height / 2) / (0.6 * face.height)
    return min(1.0, float(heat[across**2 + down**2 <= 1.0].sum()) / total)


def agreement(
    heat: NDArray[np.float32], segments: NDArray[np.int64], weights: NDArray[np.float64]
) -> float | None:
    """IoU in 0-1 of the top fifth of the Grad-CAM map and the top fifth of LIME's weights.

    Places without positive value never belong to a top fifth. None where either has none.
    """
    first = _top_share(heat)
    second = _top_share(np.maximum(weights, 0.0)[segments])
    if not first.any() or not second.any():
        return None
    return float((first & second).sum() / (first | second).sum())


def rank_agreement(
    heat: NDArray[np.float32], segments: NDArray[np.int64], weights: NDArray[np.float64]
) -> float | None:
    """Spearman correlation in -1 to 1, over pixels, of the Grad-CAM map and LIME's weights.

    None where one of them is the same everywhere.
    """
    return rank_correlation(heat, weights[segments])


def rank_correlation(first: NDArray[np.floating], second: NDArray[np.floating]) -> float | None:
    """Spearman correlation in -1 to 1 of two maps of one shape; None where one is constant."""
    one, other = _ranks(first.ravel()), _ranks(second.ravel())
    if not one.std() or not other.std():
        return None
    return float(np.corrcoef(one, other)[0, 1])


def kept_heat(
    heat: NDArray[np.float32], segments: NDArray[np.int64], top: tuple[int, ...]
) -> NDArray[np.float32]:
    """The heat inside the kept superpixels and 0 elsewhere: the map that the paper shows."""
    return np.where(np.isin(segments, top), heat, np.float32(0.0))


def _top_share(values: NDArray[np.floating]) -> NDArray[np.bool_]:
    threshold = np.quantile(values, 1.0 - TOP_SHARE)
    top: NDArray[np.bool_] = (values >= threshold) & (values > 0.0)
    return top


def _ranks(values: NDArray[np.floating]) -> NDArray[np.float64]:
    """Ranks from 1; equal values share their mean rank."""
    # Not scipy.stats: importing it holds the live frames up for half a second.
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    middle: NDArray[np.float64] = np.cumsum(counts) - (counts - 1) / 2
    return middle[places]
