"""Sights computed once are the features that every sample would have had by itself."""

import numpy as np
import pytest
from support.analytic import patterned_picture

from faceqa_gui.explanation.perturbations import draw_masks
from faceqa_gui.explanation.shared_features import SharedFeatures
from faceqa_gui.explanation.superpixels import cut_superpixels, mean_colours
from faceqa_gui.frames.resample import compose
from faceqa_gui.quality.convolutions import Convolution, forward, unpack
from faceqa_gui.quality.model_file import default_model_folder, read_model

SAMPLES = 40


@pytest.fixture(scope="module")
def early() -> tuple[Convolution, ...]:
    content = read_model(default_model_folder()).early_bytes
    assert content is not None
    return unpack(content)


@pytest.mark.parametrize("layers", [1, 3, 13])
def test_features_are_those_of_each_sample(early: tuple[Convolution, ...], layers: int) -> None:
    picture = patterned_picture(1)
    segments = cut_superpixels(picture, kernel_size=4, max_distance=200, seed=1)
    masks = draw_masks(SAMPLES, int(segments.max()) + 1, 1)
    fill = mean_colours(picture, segments)
    shared = SharedFeatures(early[:layers], picture, fill, segments, masks)
    pauses = sum(1 for _ in shared.compute())
    assert pauses > layers, "somebody may want to leave in between"
    chosen = np.array([0, 7, SAMPLES - 1])
    composed = compose(
        picture, fill, [row[segments] for row in (masks[chosen] * 255).astype(np.uint8)]
    )
    expected = forward(early[:layers], composed / np.float32(127.5) - 1)
    found = shared.rows[shared.numbers(chosen)]
    np.testing.assert_allclose(found, expected, atol=1e-3)
    assert len(shared.rows) < 0.7 * SAMPLES * expected[0, :, :, 0].size, "nothing was shared"


def test_two_computations_are_the_same_bit_for_bit(early: tuple[Convolution, ...]) -> None:
    picture = patterned_picture(2)
    segments = cut_superpixels(picture, kernel_size=4, max_distance=200, seed=2)
    masks = draw_masks(SAMPLES, int(segments.max()) + 1, 2)
    found = []
    for _ in range(2):
        fill = mean_colours(picture, segments)
        shared = SharedFeatures(early, picture, fill, segments, masks)
        for _ in shared.compute():
            pass
        found.append(shared.rows)
    np.testing.assert_array_equal(found[0], found[1])
