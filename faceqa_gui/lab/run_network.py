"""`NetworkJudge`: what a model of the lab answers to the pictures of a run."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.frames.frame import Pixels
from faceqa_gui.lab.class_maps import MapMaker
from faceqa_gui.lab.lab_model import LabModel
from faceqa_gui.lab.pictures import BATCH, run_checked
from faceqa_gui.lab.run_shard import Arrays
from faceqa_gui.lab.run_work import Watch
from faceqa_gui.quality.preprocessing import network_input

LOGITS, MAPS = "logits", "maps"

MAP_SIDE = 56
"""Maps are kept as the means of squares of 4×4 pixels."""

SmallMaps = NDArray[np.float16]


def no_answers(classes: int, explain: str | None) -> Arrays:
    """What a network answers to no pictures.

    Args:
        classes: number of its classes.
        explain: how every picture is explained; None: not at all.

    Returns:
        `logits`: float32, 0×C. `maps`, of the class that each picture was given: float16,
        0×56×56, or 0×0×0 without an explanation.
    """
    side = 0 if explain is None else MAP_SIDE
    return {
        LOGITS: np.empty((0, classes), np.float32),
        MAPS: np.empty((0, side, side), np.float16),
    }


class NetworkJudge:
    """Judges with one model, and explains every picture if it was asked to. See `Judge`."""

    at_once = BATCH

    def __init__(self, model: LabModel, explain: str | None) -> None:
        """Prepare.

        Args:
            model: the model.
            explain: a method of `class_maps.METHODS`; None: nothing is explained.
        """
        self._model = model
        self._maker = None if explain is None else MapMaker(model, (explain,))
        self.nothing = no_answers(len(model.labels), explain)

    def prepare(self, pixels: Pixels) -> Pixels:
        """See `Judge`: the network's input."""
        return network_input(pixels)

    def answer(self, pictures: Sequence[Pixels], watch: Watch) -> Arrays:
        """See `Judge`; as `no_answers` says, with N rows."""
        inputs = np.stack(pictures)
        logits = run_checked(self._model.runtime, inputs).logits
        watch.spent("inference")
        maps = self._maps(inputs)
        watch.spent("explanation")
        return {LOGITS: logits, MAPS: maps}

    def _maps(self, inputs: Pixels) -> SmallMaps:
        """The maps of network inputs, small."""
        maker = self._maker
        if maker is None:
            return np.empty((len(inputs), 0, 0), np.float16)
        small = np.empty((len(inputs), MAP_SIDE, MAP_SIDE), np.float16)
        for number, picture in enumerate(inputs):
            (values,) = maker.maps(picture).values.values()
            step = len(values) // MAP_SIDE
            small[number] = values.reshape(MAP_SIDE, step, MAP_SIDE, step).mean(axis=(1, 3))
        return small
