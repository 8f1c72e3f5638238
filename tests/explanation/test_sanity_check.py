"""The shipped model forgets what it learned: Grad-CAM follows, guided backpropagation does not."""

from typing import TYPE_CHECKING

import numpy as np
import pytest
from skimage.data import astronaut
from support.keras_models import random_network

from faceqa_gui.explanation.guided_grad_cam import guided_backpropagation
from faceqa_gui.explanation.reference_network import reference_network
from faceqa_gui.explanation.sanity_check import (
    Map,
    grad_cam_map,
    guided_grad_cam_map,
    randomisation_check,
    randomise,
)
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.preprocessing import network_input

if TYPE_CHECKING:
    import keras


@pytest.fixture(scope="module")
def shipped() -> "keras.Model":
    return reference_network(QualityModel.load())


@pytest.fixture(scope="module")
def face() -> Pixels:
    return network_input(astronaut()[:300, 80:380])


@pytest.mark.slow
def test_grad_cam_passes_where_guided_backpropagation_fails(
    shipped: "keras.Model", face: Pixels
) -> None:
    def similarity(method: Map) -> float:
        """Mean over two shuffles of the head and a quarter of the layers below it."""
        checks = [
            randomisation_check(shipped, face, Quality.GOOD, method, seed=seed, shares=(0.25,))
            for seed in (0, 1)
        ]
        return float(np.mean([found.spearman for (found,) in checks]))

    guided, cam = similarity(guided_backpropagation), similarity(grad_cam_map)
    assert guided > 0.7
    assert cam < guided - 0.3


def test_an_unchanged_map_is_as_similar_as_can_be(face: Pixels) -> None:
    def picture_itself(
        _: "keras.Model", picture: Pixels, __: Quality
    ) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
        return np.asarray(picture.mean(axis=2), np.float32)

    network = random_network("simple_cnn")
    found = randomisation_check(network, face, Quality.GOOD, picture_itself)
    assert [one.layers for one in found] == [1, 2, 3, 4, 5]
    for one in found:
        assert one.spearman == pytest.approx(1.0)
        assert one.ssim == pytest.approx(1.0)


def test_guided_grad_cam_lies_inside_the_grad_cam(shipped: "keras.Model", face: Pixels) -> None:
    heat = grad_cam_map(shipped, face, Quality.GOOD)
    found = guided_grad_cam_map(shipped, face, Quality.GOOD)
    assert heat.max() > 0.9
    assert found.any()
    assert not found[heat == 0.0].any()


@pytest.mark.parametrize(("share", "expected"), [(0.0, 1), (0.5, 3), (1.0, 5)])
def test_randomising_starts_at_the_head_and_leaves_the_original(
    share: float, expected: int
) -> None:
    network = random_network("simple_cnn")
    before = [values.copy() for values in network.get_weights()]
    changed, layers = randomise(network, share, seed=3)
    assert layers == expected
    for old, kept in zip(before, network.get_weights(), strict=True):
        np.testing.assert_array_equal(old, kept)
    differs = [
        any(
            not np.array_equal(old, new)
            for old, new in zip(one.get_weights(), other.get_weights(), strict=True)
        )
        for one, other in zip(network.layers, changed.layers, strict=True)
        if one.weights
    ]
    assert differs == [False] * (5 - expected) + [True] * expected
