"""Late layers in 8 bits: near the exact ones, nearer than plain rounding, and the same as ONNX."""

from dataclasses import replace

import numpy as np
import onnxruntime
import pytest

from faceqa_gui.lab.onnx_export import rounded_onnx
from faceqa_gui.lab.quantisation import RoundedConvolution, round_layers
from faceqa_gui.quality.convolutions import CEILING, Convolution, Values, before_relu, forward
from faceqa_gui.quality.runtime import ACTIVATION_STEP, rounded_features

CHANNELS = 24
Layers = tuple[Convolution, ...]


def some_layers(generator: np.random.Generator) -> Layers:
    """Two blocks, the second with stride 2; channels of very different ranges."""

    def depthwise(stride: int) -> Convolution:
        kernel = generator.normal(0.1, 0.25, (9, CHANNELS))
        bias = generator.normal(0.1, 0.1, CHANNELS)
        return Convolution("depthwise", kernel.astype(np.float32), bias.astype(np.float32), stride)

    def pointwise() -> Convolution:
        ranges = generator.uniform(0.1, 1.5, CHANNELS)
        kernel = generator.normal(0.03, 0.3, (CHANNELS, CHANNELS)) * ranges
        bias = generator.normal(0.1, 0.1, CHANNELS)
        return Convolution("pointwise", kernel.astype(np.float32), bias.astype(np.float32), 1)

    return (depthwise(1), pointwise(), depthwise(2), pointwise())


def some_features(generator: np.random.Generator, count: int) -> Values:
    """Channels that follow a few common causes, as those of a network do."""
    causes = generator.normal(0, 1, (count, 8, 8, 5))
    mixed = causes @ generator.normal(0, 1, (5, CHANNELS)) + generator.normal(
        0.5, 0.2, (count, 8, 8, CHANNELS)
    )
    return np.asarray(np.clip(mixed, 0, CEILING), np.float32)


@pytest.fixture(scope="module")
def layers() -> Layers:
    return some_layers(np.random.default_rng(0))


@pytest.fixture(scope="module")
def features() -> Values:
    return some_features(np.random.default_rng(1), 60)


@pytest.fixture(scope="module")
def rounded(layers: Layers, features: Values) -> tuple[RoundedConvolution, ...]:
    seen: list[tuple[int, int]] = []
    found = round_layers(layers, features[:40], lambda done, total: seen.append((done, total)))
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    return found


def simulated(layers: tuple[RoundedConvolution, ...], features: Values) -> Values:
    """What the rounded layers say, activations rounded in between."""
    values = features
    for layer in layers:
        values = rounded_features(values).astype(np.float32) * np.float32(ACTIVATION_STEP)
        linear = before_relu(replace(layer.shape, kernel=layer.kernel), values)
        values = np.clip(linear, 0, CEILING)
    return values


def plainly_rounded(layers: Layers) -> tuple[RoundedConvolution, ...]:
    found = []
    for layer in layers:
        steps = (np.abs(layer.kernel).max(axis=0) / 127).astype(np.float32)
        found.append(
            RoundedConvolution(layer, np.rint(layer.kernel / steps).astype(np.int8), steps)
        )
    return tuple(found)


def test_rounded_layers_stay_near_on_other_features(
    layers: Layers, rounded: tuple[RoundedConvolution, ...], features: Values
) -> None:
    unseen = features[40:]
    expected = forward(layers, unseen)
    # The last layer is not equalised: its outputs are the network's own.
    error = np.abs(simulated(rounded, unseen) - expected).mean()
    plain = np.abs(simulated(plainly_rounded(layers), unseen) - expected).mean()
    assert error < 0.02 * expected.mean()
    assert error < 0.8 * plain


def test_weights_are_whole_numbers_of_8_bits(rounded: tuple[RoundedConvolution, ...]) -> None:
    for layer in rounded:
        assert layer.weights.dtype == np.int8
        assert layer.weights.min() >= -127
        assert np.abs(layer.weights).max() > 100, "the range is not used"
        assert (layer.steps > 0).all()


def test_the_onnx_form_says_what_the_layers_say(
    rounded: tuple[RoundedConvolution, ...], features: Values
) -> None:
    generator = np.random.default_rng(2)
    dense = generator.normal(0, 1, (CHANNELS, 5)).astype(np.float32)
    bias = generator.normal(0, 1, 5).astype(np.float32)
    options = onnxruntime.SessionOptions()
    # As written: optimised kernels may add up in another order.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(
        rounded_onnx(rounded, dense, bias), options, providers=["CPUExecutionProvider"]
    )
    (found,) = session.run(None, {"features": rounded_features(features[:6])})
    expected = simulated(rounded, features[:6]).mean(axis=(1, 2)) @ dense + bias
    # Activations at the very edge of a step may fall to either side.
    np.testing.assert_allclose(found, expected, atol=0.02)


def test_the_same_samples_give_the_same_weights(layers: Layers, features: Values) -> None:
    first, second = (
        round_layers(layers, features[:10], lambda _done, _total: None) for _ in range(2)
    )
    for one, other in zip(first, second, strict=True):
        np.testing.assert_array_equal(one.weights, other.weights)
        np.testing.assert_array_equal(one.shape.bias, other.shape.bias)
