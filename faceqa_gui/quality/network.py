"""The quality networks: MobileNet v1 with the paper's head, the simple CNN baseline, ResNet50."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from faceqa_gui.errors import ModelError
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.preprocessing import INPUT_SIDE
from faceqa_gui.wording import said

if TYPE_CHECKING:
    from collections.abc import Callable

    import keras

Architecture = Literal["mobilenet", "simple_cnn", "resnet50"]
IMAGENET: Literal["imagenet"] = "imagenet"
Weights = Path | Literal["imagenet"]
"""A file of weights without the top layers, or those that keras.applications fetches."""

FEATURES = "features"
LOGITS = "logits"

_TITLES = {"mobilenet": "MobileNet v1 (alpha 1.0, without top)", "resnet50": "ResNet50 without top"}
# Mean colour of ImageNet, red first: what `keras.applications.resnet50.preprocess_input` takes off.
_IMAGENET_MEAN = (123.68, 116.779, 103.939)


def build_network(
    architecture: Architecture,
    *,
    weights: Weights | None = None,
    dropout: float = 0.2,
    classes: int = len(QUALITY_LABELS),
) -> "keras.Model":
    """A network from RGB float32 N×224×224×3 in 0-255 to logits N×C.

    The scaling is a layer of the network: to [-1, 1], and for ResNet50 the mean colour of ImageNet
    is taken off, as its weights expect. The backbone is flat, not a model inside a
    model, and the head is global average pooling, dropout and one dense layer, so that Grad-CAM
    has a closed form (see `Prediction`).

    Args:
        architecture: `mobilenet` (Howard et al. 2017, alpha 1.0), `simple_cnn`, or `resnet50`
            (He et al. 2016).
        weights: of MobileNet or ResNet50 without its top, in a form of keras.applications; None:
            random weights, as the simple CNN always has.
        dropout: rate before the dense layer.
        classes: C.

    Raises:
        ModelError: the weights are missing, cannot be fetched or do not fit.
    """
    import keras

    image = keras.Input((INPUT_SIDE, INPUT_SIDE, 3), name="image")
    if architecture == "resnet50":
        off = [-mean for mean in _IMAGENET_MEAN]
        scaled = keras.layers.Rescaling(1.0, offset=off, name="scale")(image)
        features = _resnet50(scaled, weights)
    else:
        scaled = keras.layers.Rescaling(1 / 127.5, offset=-1.0, name="scale")(image)
        known = architecture == "mobilenet"
        features = _mobilenet(scaled, weights) if known else _simple_cnn(scaled)
    features = keras.layers.Identity(name=FEATURES)(features)
    pooled = keras.layers.GlobalAveragePooling2D(name="pool")(features)
    pooled = keras.layers.Dropout(dropout, name="dropout")(pooled)
    logits = keras.layers.Dense(classes, name=LOGITS)(pooled)
    return keras.Model(image, logits, name=architecture)


def station_network(network: "keras.Model") -> "keras.Model":
    """The same network with two outputs: logits N×C and class maps N×h×w×C."""
    import keras

    features = network.get_layer(FEATURES).output
    kernel = network.get_layer(LOGITS).get_weights()[0]
    height, width = features.shape[1:3]
    maps = keras.layers.Conv2D(kernel.shape[1], 1, use_bias=False, name="class_maps")
    class_maps = maps(features)
    maps.set_weights([kernel[None, None] / (height * width)])
    return keras.Model(network.input, [network.output, class_maps], name=network.name)


def _mobilenet(scaled: "keras.KerasTensor", weights: Weights | None) -> "keras.KerasTensor":
    import keras

    application = partial(keras.applications.MobileNet, input_shape=(INPUT_SIDE, INPUT_SIDE, 3))
    backbone = _backbone(application, weights, _TITLES["mobilenet"])
    features = scaled
    for layer in backbone.layers[1:]:
        features = layer(features)
    return features


def _resnet50(scaled: "keras.KerasTensor", weights: Weights | None) -> "keras.KerasTensor":
    import keras

    # With `input_tensor` its layers join this graph instead of becoming a model inside it.
    application = partial(keras.applications.ResNet50, input_tensor=scaled)
    backbone = _backbone(application, weights, _TITLES["resnet50"])
    if weights is not None:
        first = backbone.get_layer("conv1_conv")
        kernel, bias = first.get_weights()
        # The weights were learned on blue, green, red; FaceQA's pictures are red, green, blue.
        first.set_weights([kernel[:, :, ::-1], bias])
    return backbone.output


def _backbone(
    application: "Callable[..., keras.Model]", weights: Weights | None, title: str
) -> "keras.Model":
    """A network of keras.applications without its top."""
    if weights == IMAGENET:
        try:
            return application(weights=IMAGENET, include_top=False)
        except Exception as error:
            raise ModelError(
                said(
                    "The ImageNet weights of {title} cannot be fetched from the network. "
                    "Fetch their file on another computer and name it with --weights.",
                    title=title,
                )
            ) from error
    backbone = application(weights=None, include_top=False)
    if weights is None:
        return backbone
    if not weights.is_file():
        raise ModelError(
            said("There is no weights file {weights}. Name one with --weights.", weights=weights)
        )
    try:
        backbone.load_weights(weights)
    except (ValueError, OSError, KeyError) as error:
        raise ModelError(
            said(
                "{weights} does not hold the weights of {title}. Name another file with --weights.",
                weights=weights,
                title=title,
            )
        ) from error
    return backbone


def _simple_cnn(scaled: "keras.KerasTensor") -> "keras.KerasTensor":
    """Four convolutions without any pre-training; its class maps are 14×14."""
    import keras

    features = keras.layers.Conv2D(32, 5, strides=2, padding="same", activation="relu")(scaled)
    for filters in (64, 128, 128):
        features = keras.layers.MaxPooling2D()(features)
        features = keras.layers.Conv2D(filters, 3, padding="same", activation="relu")(features)
    return features
