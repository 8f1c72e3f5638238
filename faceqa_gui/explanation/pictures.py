"""Explanations as pictures: RGB uint8, as large as the explained picture."""

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.explanation.colours import overlay_heat
from faceqa_gui.explanation.explainer import Attribution
from faceqa_gui.explanation.explanation import Explanation, Sketch
from faceqa_gui.frames.frame import Pixels

OUTLINE = (255, 228, 92)
_DIMMED = 0.35
_BRIGHT_SHARE = 0.995

Shown = Explanation | Sketch
"""What can be painted: a finished explanation, or what a running one knows so far."""


def combined_picture(explanation: Shown, overlay: float) -> Pixels:
    """The heat map with only the important superpixels kept, which are outlined."""
    heated = overlay_heat(explanation.picture, explanation.heat, overlay)
    return _keep_important(heated, explanation)


def grad_cam_picture(explanation: Shown, overlay: float) -> Pixels:
    """The heat map over the whole picture."""
    return overlay_heat(explanation.picture, explanation.heat, overlay)


def lime_picture(explanation: Shown) -> Pixels:
    """The picture with only the important superpixels kept, which are outlined."""
    return _keep_important(explanation.picture, explanation)


def original_picture(explanation: Shown) -> Pixels:
    """The explained picture itself."""
    return explanation.picture.copy()


def attribution_picture(attribution: Attribution, overlay: float) -> Pixels:
    """What speaks for the class, as heat over the picture; without evidence the picture alone.

    The combination is shown as the paper shows it. Single bright pixels do not set the scale.
    """
    if attribution.kept is not None and attribution.has_evidence:
        return combined_picture(attribution.kept, overlay)
    return evidence_picture(attribution.picture, attribution.values, overlay)


def evidence_picture(picture: Pixels, values: NDArray[np.float32], overlay: float) -> Pixels:
    """What is above 0 in a map, as heat over the picture; without evidence the picture alone.

    Args:
        picture: uint8, S×S×3, RGB.
        values: float32, S×S, signed: what is above 0 speaks for the class.
        overlay: opacity in 0-1 of the hottest place.
    """
    positive = np.maximum(values, 0.0)
    if not positive.any():
        return picture.copy()
    bright = float(np.quantile(positive[positive > 0.0], _BRIGHT_SHARE))
    heat = np.minimum(positive / bright, 1.0).astype(np.float32)
    return overlay_heat(picture, heat, overlay)


def _keep_important(picture: Pixels, explanation: Shown) -> Pixels:
    """Dim everything else. Without evidence the picture stays as it is: nothing is claimed."""
    if not explanation.has_evidence:
        return explanation.picture.copy()
    kept = np.isin(explanation.segments, explanation.top)
    shown = np.where(kept[:, :, None], picture, picture * _DIMMED).astype(np.uint8)
    shown[_outline(kept)] = OUTLINE
    return shown


def _outline(kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Pixels of the kept area that touch what is not kept, or the edge of the picture."""
    padded = np.pad(kept, 1)
    inner = padded[:-2, 1:-1] & padded[2:, 1:-1] & padded[1:-1, :-2] & padded[1:-1, 2:]
    return kept & ~inner
