"""Maps of one class of a model of any task, by the methods of the second paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.explanation.explainer import finish
from faceqa_gui.explanation.grad_cam import grad_cam
from faceqa_gui.explanation.guided_grad_cam import guided_magnitude, guided_network
from faceqa_gui.explanation.integrated_gradients import Baseline, IntegratedGradients
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.lab.lab_model import LabModel
from faceqa_gui.lab.pictures import run_checked

if TYPE_CHECKING:
    import keras

GRAD_CAM = "grad-cam"
GUIDED = "guided-grad-cam"
INTEGRATED = "integrated-gradients"
METHODS = {
    GRAD_CAM: "Grad-CAM",
    GUIDED: "Guided Grad-CAM",
    INTEGRATED: "Integrated gradients",
}
"""Names for people by name, in the paper's order."""

_BATCH = 10

Map = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class ClassMaps:
    """What a model says of a picture, and the maps of one class.

    Attributes:
        probabilities: calibrated, float64, C.
        column: number of the explained class.
        values: by name of the method, float32, S×S; see `Attribution.values`.
    """

    probabilities: NDArray[np.float64]
    column: int
    values: dict[str, Map]


class MapMaker:
    """Makes the maps of one model. Keeps its networks, which take seconds to load."""

    def __init__(
        self, model: LabModel, methods: Sequence[str] = tuple(METHODS), *, steps: int = 50
    ) -> None:
        """Explain with `methods` (see `METHODS`).

        Args:
            model: what is explained.
            methods: names of methods.
            steps: of integrated gradients from black, at least 20.

        Raises:
            ValueError: too few steps.
        """
        self.model = model
        self.methods = tuple(methods)
        self._integrated = IntegratedGradients(Baseline.BLACK, steps)

    @cached_property
    def _network(self) -> "keras.Model":
        return self.model.reference()

    @cached_property
    def _guided(self) -> "keras.Model":
        return guided_network(self._network)

    def maps(self, picture: Pixels, column: int | None = None) -> ClassMaps:
        """Explain one picture.

        Args:
            picture: network input, uint8, 224×224×3, RGB.
            column: number of the class; None: the most probable one.

        Raises:
            ExplanationError, ModelError: an answer is not finite.
        """
        prediction = run_checked(self.model.runtime, picture[None])
        probabilities = self.model.calibrated(prediction)[0]
        target = int(probabilities.argmax()) if column is None else column
        heat = grad_cam(prediction.class_maps[0, :, :, target], picture.shape[0])
        values = {}
        for method in self.methods:
            if method == GRAD_CAM:
                values[method] = heat
            elif method == GUIDED:
                values[method] = heat * guided_magnitude(self._guided, picture, target)
            else:
                job = self._integrated.integrate(self._network, picture, target, _BATCH)
                values[method] = finish(job)[0]
        return ClassMaps(probabilities, target, values)
