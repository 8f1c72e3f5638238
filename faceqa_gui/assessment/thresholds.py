"""`good_threshold`: from which probability a face counts as good, and who says so."""

from dataclasses import dataclass
from typing import Literal

from faceqa_gui.quality.model import QualityModel
from faceqa_gui.settings import QualitySettings


@dataclass(frozen=True, slots=True)
class Threshold:
    """A probability in 0-1, and whether the model's manifest or the settings name it."""

    value: float
    source: Literal["model", "settings"]


def good_threshold(model: QualityModel, settings: QualitySettings) -> Threshold:
    """The settings' threshold where they name one, else the model's own."""
    if settings.good_threshold is None:
        return Threshold(model.good_threshold, "model")
    return Threshold(settings.good_threshold, "settings")
