"""The networks: form, input scaling, and class maps against Grad-CAM by gradients."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from faceqa_gui.errors import ModelError
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.network import FEATURES, build_network, station_network
from faceqa_gui.quality.runtime import Batch

if TYPE_CHECKING:
    import keras


@pytest.fixture(
    scope="module",
    params=["mobilenet", "simple_cnn", pytest.param("resnet50", marks=pytest.mark.slow)],
)
def network(request: pytest.FixtureRequest) -> "keras.Model":
    import keras

    keras.utils.set_random_seed(1)
    return build_network(request.param)


@pytest.fixture(scope="module")
def pictures() -> Batch:
    return np.random.default_rng(2).uniform(0, 255, (2, 224, 224, 3)).astype(np.float32)


def test_the_form_is_what_the_station_needs(network: "keras.Model", pictures: Batch) -> None:
    import keras

    assert network(pictures).shape == (2, len(QUALITY_LABELS))
    assert not any(isinstance(layer, keras.Model) for layer in network.layers)


def test_0_to_255_is_scaled_inside(network: "keras.Model") -> None:
    scale = network.get_layer("scale")
    if network.name == "resnet50":
        mean = np.array([[123.68, 116.779, 103.939]])
        np.testing.assert_allclose(scale(mean), np.zeros((1, 3)), atol=1e-4)
        return
    np.testing.assert_allclose(scale(np.array([[0.0, 127.5, 255.0]])), [[-1.0, 0.0, 1.0]])


def test_class_maps_are_grad_cam_before_the_relu(network: "keras.Model", pictures: Batch) -> None:
    import keras
    import tensorflow as tf

    _, class_maps = station_network(network)(pictures, training=False)
    both = keras.Model(network.input, [network.get_layer(FEATURES).output, network.output])
    for index in range(len(QUALITY_LABELS)):
        with tf.GradientTape() as tape:
            features, logits = both(pictures, training=False)
            tape.watch(features)
            pooled = tf.reduce_mean(features, axis=(1, 2))
            wanted = network.get_layer("logits")(pooled)[:, index]
        np.testing.assert_allclose(wanted, logits[:, index], atol=1e-5)
        importance = tf.reduce_mean(tape.gradient(wanted, features), axis=(1, 2))
        expected = tf.reduce_sum(importance[:, None, None] * features, axis=-1)
        assert np.abs(expected - class_maps[..., index]).max() < 1e-5


def test_class_maps_sum_to_the_logits_without_bias(network: "keras.Model", pictures: Batch) -> None:
    logits, class_maps = station_network(network)(pictures, training=False)
    bias = network.get_layer("logits").get_weights()[1]
    summed = np.asarray(class_maps).sum(axis=(1, 2)) + bias
    np.testing.assert_allclose(summed, logits, atol=1e-4)


def test_missing_and_foreign_weights_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="There is no weights file"):
        build_network("mobilenet", weights=tmp_path / "none.weights.h5")
    foreign = tmp_path / "foreign.weights.h5"
    foreign.write_bytes(b"not weights")
    with pytest.raises(ModelError, match="does not hold the weights of MobileNet"):
        build_network("mobilenet", weights=foreign)
