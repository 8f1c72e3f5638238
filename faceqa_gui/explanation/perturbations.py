"""Which superpixels each sample shows: seeded draws in lime's order."""

import numpy as np
from numpy.typing import NDArray

_LIME_SEGMENTATION_SEEDS = 1000


def draw_masks(sample_count: int, superpixel_count: int, seed: int) -> NDArray[np.int64]:
    """The perturbation matrix of lime 0.2.0.1 for `random_state=seed`.

    Returns:
        int64, samples×superpixels, 1 shown and 0 hidden; the first row shows everything.
    """
    # lime's draws come from NumPy's older generator, and it draws a segmentation seed first.
    generator = np.random.RandomState(seed)
    generator.randint(0, high=_LIME_SEGMENTATION_SEEDS)
    masks = generator.randint(0, 2, sample_count * superpixel_count).reshape(
        sample_count, superpixel_count
    )
    masks[0, :] = 1
    return masks.astype(np.int64)
