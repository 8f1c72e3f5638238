"""A MobileNet as plain convolutions says what the Keras network says."""

import keras
import numpy as np
import pytest

from faceqa_gui.errors import ModelError
from faceqa_gui.quality.convolutions import (
    BLOCKS,
    EARLY_BLOCKS,
    Convolution,
    fold,
    forward,
    pack,
    unpack,
)
from faceqa_gui.quality.keras_runtime import load_network
from faceqa_gui.quality.model_file import default_model_folder, read_model
from faceqa_gui.quality.network import build_network
from faceqa_gui.quality.runtime import probe_batch


@pytest.fixture(scope="module")
def network() -> keras.Model:
    return load_network(read_model(default_model_folder()).keras_bytes)


@pytest.fixture(scope="module")
def layers(network: keras.Model) -> tuple[Convolution, ...]:
    return fold(network)


@pytest.mark.parametrize("block", [1, EARLY_BLOCKS, BLOCKS])
def test_folded_layers_are_those_of_keras(
    network: keras.Model, layers: tuple[Convolution, ...], block: int
) -> None:
    features = keras.Model(network.input, network.get_layer(f"conv_pw_{block}_relu").output)
    expected = np.asarray(features(probe_batch(), training=False))
    found = forward(layers[: 1 + 2 * block], probe_batch() / np.float32(127.5) - 1)
    np.testing.assert_allclose(found, expected, atol=2e-3)
    assert expected.max() > 1.0


def test_packed_layers_come_back_as_they_were(layers: tuple[Convolution, ...]) -> None:
    again = unpack(pack(layers))
    assert len(again) == len(layers) == 1 + 2 * BLOCKS
    for one, other in zip(again, layers, strict=True):
        assert (one.kind, one.stride) == (other.kind, other.stride)
        np.testing.assert_array_equal(one.kernel, other.kernel)
        np.testing.assert_array_equal(one.bias, other.bias)


def test_the_shipped_early_layers_are_the_shipped_networks(
    layers: tuple[Convolution, ...],
) -> None:
    content = read_model(default_model_folder()).early_bytes
    assert content is not None
    for one, other in zip(unpack(content), layers[: 1 + 2 * EARLY_BLOCKS], strict=True):
        np.testing.assert_array_equal(one.kernel, other.kernel)
        np.testing.assert_array_equal(one.bias, other.bias)


@pytest.mark.parametrize("content", [b"", b"not an archive", b"PK\x03\x04 cut off"])
def test_other_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(ModelError, match="early layers cannot be read"):
        unpack(content)


def test_only_a_mobilenet_can_be_folded() -> None:
    with pytest.raises(ModelError, match="Only a MobileNet"):
        fold(build_network("simple_cnn"))
