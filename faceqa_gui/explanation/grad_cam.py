"""Grad-CAM in closed form (Selvaraju et al. 2017; Gurjar et al. 2024, section 2.3.1)."""

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.frames.resample import enlarge


def grad_cam(class_map: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    """The heat map of one class on the logit.

    The head is global average pooling and one dense layer, so the gradient of the logit by the
    feature A_k is W[k, c] / (h·w) everywhere, and the weighted sum of features is the class map
    that the network delivers with its logits (see `Prediction`).

    Args:
        class_map: float32, h×w, of the explained class.
        side: of the picture in pixels.

    Returns:
        float32, side×side, in 0-1 with its maximum at 1. All zero where nothing speaks for the
        class, the map is the same everywhere or is not finite: noise is never scaled up.
    """
    smallest = np.finfo(np.float32).eps
    positive = np.maximum(class_map, 0.0)
    highest = float(positive.max(initial=0.0))
    # Written so that NaN is no contrast. A map that is the same everywhere points nowhere.
    has_contrast = highest - float(positive.min(initial=highest)) > smallest * max(1.0, highest)
    if not np.isfinite(class_map).all() or highest <= smallest or not has_contrast:
        return np.zeros((side, side), np.float32)
    return np.clip(enlarge((positive / highest).astype(np.float32), side), 0.0, 1.0)
