"""Closed-form Grad-CAM is the one by gradients (Selvaraju et al. 2017, equations 1 and 2)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

from faceqa_gui.explanation.grad_cam import grad_cam
from faceqa_gui.lab.benchmark_explain import demo_pictures
from faceqa_gui.quality.keras_runtime import KerasRuntime, load_network
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model_file import default_model_folder, read_model
from faceqa_gui.quality.network import FEATURES, build_network

if TYPE_CHECKING:
    import keras

SIDE = 224


def shipped() -> "keras.Model":
    return load_network(read_model(default_model_folder()).keras_bytes)


def by_gradients(
    network: "keras.Model", picture: NDArray[np.float32]
) -> Callable[[int], NDArray[np.float32]]:
    """For a class, ReLU of the features weighted by the mean gradient of its logit, not scaled."""
    import keras
    import tensorflow as tf

    head = keras.Input(network.get_layer(FEATURES).output.shape[1:])
    logits = head
    for name in ("pool", "dropout", "logits"):
        logits = network.get_layer(name)(logits)
    after = keras.Model(head, logits)
    features = keras.Model(network.input, network.get_layer(FEATURES).output)(picture[None])

    def heat(index: int) -> NDArray[np.float32]:
        with tf.GradientTape() as tape:
            tape.watch(features)
            logit = after(features, training=False)[0, index]
        importance = tf.reduce_mean(tape.gradient(logit, features), axis=(1, 2), keepdims=True)
        hot = tf.nn.relu(tf.reduce_sum(importance * features, axis=-1))[0]
        return np.asarray(hot, np.float32)

    return heat


@pytest.mark.parametrize(
    "build",
    [
        pytest.param(shipped, id="shipped mobilenet"),
        pytest.param(lambda: build_network("simple_cnn"), id="simple cnn"),
        pytest.param(lambda: build_network("resnet50"), id="resnet50", marks=pytest.mark.slow),
    ],
)
def test_the_heat_map_is_that_of_the_gradients(build: Callable[[], "keras.Model"]) -> None:
    import keras

    keras.utils.set_random_seed(3)
    network = build()
    picture = next(iter(demo_pictures(1).values())).astype(np.float32)
    class_maps = KerasRuntime(network).run(picture[None]).class_maps[0]
    heat = by_gradients(network, picture)
    shown = 0
    for index in range(len(QUALITY_LABELS)):
        expected = heat(index)
        scaled = expected / max(float(expected.max()), 1e-12)
        found = grad_cam(class_maps[..., index], SIDE)
        if not found.any():
            assert expected.max() < 1e-6
            continue
        shown += 1
        assert np.abs(found - grad_cam(scaled, SIDE)).max() < 1e-5
        raw = np.maximum(class_maps[..., index], 0.0)
        assert np.abs(raw - expected).max() < 1e-5 * max(1.0, float(expected.max()))
    assert shown >= 1
