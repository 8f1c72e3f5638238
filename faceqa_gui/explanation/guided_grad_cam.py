"""Guided Grad-CAM (Selvaraju et al. 2017, section 3.3): guided backpropagation × Grad-CAM.

It is sharp, but guided backpropagation draws edges of the picture more than reasons of the network
(Adebayo et al. 2018; see `sanity_check`): it is here to be compared, not to be relied on.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.explanation.answers import finite
from faceqa_gui.explanation.explainer import Attribution, AttributionJob
from faceqa_gui.explanation.explanation import Progress, Stage
from faceqa_gui.explanation.grad_cam import grad_cam
from faceqa_gui.explanation.reference_network import (
    Target,
    logit_gradients,
    reference_network,
)
from faceqa_gui.frames.frame import Box, Pixels
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.settings import ExplanationSettings

if TYPE_CHECKING:
    import keras
    import tensorflow as tf

_Activation = Callable[["tf.Tensor"], "tf.Tensor"]


@dataclass(frozen=True, slots=True)
class GuidedGradCam:
    """Guided backpropagation, weighted by the Grad-CAM map. Values are at least 0."""

    name = "guided-grad-cam"
    title = "Guided Grad-CAM"

    def explain(
        self,
        picture: Pixels,
        *,
        model: QualityModel,
        target: Quality,
        face: Box | None,  # noqa: ARG002  (part of the interface)
        settings: ExplanationSettings,  # noqa: ARG002  (part of the interface)
    ) -> AttributionJob:
        """See `Explainer.explain`.

        Raises:
            ExplanationError: the model's answers are not finite.
            ModelError: the model has no Keras network to take gradients of.
        """
        yield Progress(Stage.GRAD_CAM, 0, 2, None)
        prediction, probabilities = model.predict(picture[None].astype(np.float32))
        column = list(Quality).index(target)
        probability = float(finite(probabilities)[0, column])
        heat = grad_cam(prediction.class_maps[0, :, :, column], picture.shape[0])
        yield Progress(Stage.GRAD_CAM, 1, 2, None)
        fine = guided_backpropagation(reference_network(model), picture, target)
        return Attribution(
            method=self.name,
            target=target,
            probability=probability,
            picture=picture,
            values=heat * fine,
        )


def guided_backpropagation(
    network: "keras.Model", picture: Pixels, target: Target
) -> NDArray[np.float32]:
    """How much each pixel matters by guided backpropagation (Springenberg et al. 2015).

    Args:
        network: pictures to logits.
        picture: uint8, S×S×3, RGB.
        target: the class, before the softmax.

    Returns:
        float32, S×S, 0-1: magnitude over the three channels, since the sign only tells whether
        the pixel should be brighter; all zero where no gradient comes through.

    Raises:
        ExplanationError: the network's answer is not finite.
    """
    return guided_magnitude(guided_network(network), picture, target)


def guided_magnitude(guided: "keras.Model", picture: Pixels, target: Target) -> NDArray[np.float32]:
    """`guided_backpropagation` with the changed network at hand, for many pictures.

    Args:
        guided: from `guided_network`.
        picture: uint8, S×S×3, RGB.
        target: the class, before the softmax.

    Raises:
        ExplanationError: the network's answer is not finite.
    """
    _, gradients = logit_gradients(guided, picture[None].astype(np.float32), target)
    magnitude = np.abs(gradients[0]).sum(axis=2)
    highest = float(magnitude.max())
    if highest <= np.finfo(np.float32).tiny:
        return np.zeros(magnitude.shape, np.float32)
    return np.asarray(magnitude / highest, np.float32)


def guided_network(network: "keras.Model") -> "keras.Model":
    """The same network, whose ReLUs also stop every negative gradient on the way back.

    ReLU and ReLU6, as layers of their own or as the activation of another layer.
    """
    import keras

    def guided(layer: "keras.Layer") -> "keras.Layer":
        if isinstance(layer, keras.layers.ReLU):
            limit = layer.max_value if layer.max_value is not None else np.inf
            return keras.layers.Activation(_guided_relu(float(limit)), name=layer.name)
        copy = type(layer).from_config(layer.get_config())
        if getattr(layer, "activation", None) is keras.activations.relu:
            copy.activation = _guided_relu(np.inf)
        return copy

    changed = keras.models.clone_model(network, clone_function=guided)
    changed.set_weights(network.get_weights())
    return changed


def _guided_relu(limit: float) -> _Activation:
    import tensorflow as tf

    def guided_relu(values: "tf.Tensor") -> tuple["tf.Tensor", _Activation]:
        def backwards(upstream: "tf.Tensor") -> "tf.Tensor":
            passes = (values > 0.0) & (values < limit) & (upstream > 0.0)
            return tf.where(passes, upstream, tf.zeros_like(upstream))

        return tf.clip_by_value(values, 0.0, limit), backwards

    activation: _Activation = tf.custom_gradient(guided_relu)
    return activation
