"""Would other samples have found the same superpixels? A bootstrap that asks the network nothing.

The samples of one explanation are drawn again with replacement (Efron 1979) and the surrogate is
fitted anew each time, so that the answer costs milliseconds.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.explanation.surrogate import fit_surrogate, top_superpixels

RESAMPLES = 100


@dataclass(frozen=True, slots=True, eq=False)
class Stability:
    """How often the resamples agree with the explanation.

    Attributes:
        same_top: share in 0-1 of the resamples with the same set of top superpixels; None where
            the explanation has none.
        selection: float64, one per superpixel: share in 0-1 of the resamples that choose it.
    """

    same_top: float | None
    selection: NDArray[np.float64]


def bootstrap(
    masks: NDArray[np.int64],
    outputs: NDArray[np.float64],
    importance: NDArray[np.float64],
    *,
    top: tuple[int, ...],
    top_count: int,
    seed: int,
) -> Stability:
    """Refit the surrogate on `RESAMPLES` resamples of its samples.

    Args:
        masks: samples×superpixels, 0 or 1.
        outputs: probability of the explained class for each sample.
        importance: weight of each sample.
        top: the superpixels that all samples together choose.
        top_count: how many are chosen at most.
        seed: of the resamples.
    """
    samples, superpixels = masks.shape
    generator = np.random.default_rng(seed)
    chosen = np.zeros(superpixels)
    same = 0
    for _ in range(RESAMPLES):
        counts = np.bincount(generator.integers(0, samples, samples), minlength=samples)
        drawn = counts > 0
        # A sample that is drawn twice counts twice, which is a weight of two.
        weights = fit_surrogate(
            masks[drawn], outputs[drawn], importance[drawn] * counts[drawn]
        ).weights
        found = top_superpixels(weights, top_count)
        chosen[list(found)] += 1
        same += set(found) == set(top)
    return Stability(same / RESAMPLES if top else None, chosen / RESAMPLES)
