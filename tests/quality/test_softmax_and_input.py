"""Probabilities and the network's input."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from faceqa_gui.frames.frame import resize
from faceqa_gui.quality.preprocessing import centre_square, network_input
from faceqa_gui.quality.runtime import probe_batch, softmax

LOGITS = arrays(np.float32, (3, 5), elements=st.floats(-80, 80, width=32))


@given(LOGITS, st.floats(0.05, 20.0))
def test_softmax_gives_probabilities_in_the_order_of_the_logits(
    logits: np.ndarray[tuple[int, int], np.dtype[np.float32]], temperature: float
) -> None:
    probabilities = softmax(logits, temperature)
    np.testing.assert_allclose(probabilities.sum(axis=-1), 1.0, atol=1e-12)
    assert ((probabilities >= 0.0) & (probabilities <= 1.0)).all()
    top = logits.argmax(axis=-1)
    assert (probabilities[np.arange(3), top] == probabilities.max(axis=-1)).all()


@given(LOGITS, st.floats(-50, 50))
def test_softmax_does_not_change_when_all_logits_rise_alike(
    logits: np.ndarray[tuple[int, int], np.dtype[np.float32]], rise: float
) -> None:
    raised = (logits.astype(np.float64) + rise).astype(np.float32)
    np.testing.assert_allclose(softmax(raised), softmax(logits), atol=1e-3)


def test_a_higher_temperature_is_less_sure() -> None:
    logits = np.array([[3.0, 1.0, 0.0, -1.0, -2.0]], np.float32)
    assert softmax(logits, 4.0).max() < softmax(logits, 1.0).max()


def test_nan_stays_visible() -> None:
    assert np.isnan(softmax(np.array([[np.nan, 0, 0, 0, 0]], np.float32))).all()


@pytest.mark.parametrize(("height", "width"), [(300, 500), (500, 300), (224, 224), (100, 90)])
def test_the_input_is_the_centred_square(height: int, width: int) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8)
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    expected = pixels[top : top + side, left : left + side]
    np.testing.assert_array_equal(centre_square(pixels), expected)
    found = network_input(pixels)
    assert found.shape == (224, 224, 3)
    assert found.dtype == np.uint8
    np.testing.assert_array_equal(found, resize(expected, 224, 224))


def test_the_probe_is_the_same_every_time_and_in_range() -> None:
    batch = probe_batch()
    assert batch.shape == (2, 224, 224, 3)
    assert batch.dtype == np.float32
    assert batch.min() >= 0.0
    assert batch.max() <= 255.0
    np.testing.assert_array_equal(batch, probe_batch())
