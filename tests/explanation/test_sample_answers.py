"""Shared early layers change no answer."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from support.analytic import BrightnessRuntime, model_with, patterned_picture

from faceqa_gui.explanation.perturbations import draw_masks
from faceqa_gui.explanation.sample_answers import SampleAnswers
from faceqa_gui.explanation.superpixels import cut_superpixels, mean_colours
from faceqa_gui.frames.resample import compose
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.model_file import default_model_folder, read_model
from faceqa_gui.quality.openvino_runtime import OpenVinoRuntime

SAMPLES = 240


@pytest.fixture(scope="module")
def model() -> QualityModel:
    file = read_model(default_model_folder())
    return QualityModel(file, OpenVinoRuntime(file.onnx_bytes))


def expected(
    model: QualityModel, picture: NDArray[Any], segments: NDArray[Any], masks: NDArray[Any]
) -> NDArray[Any]:
    fill = mean_colours(picture, segments)
    shown = [row[segments] for row in (masks * 255).astype(np.uint8)]
    return np.concatenate(
        [
            model.predict(compose(picture, fill, shown[start : start + 24]))[1]
            for start in range(0, len(shown), 24)
        ]
    )


def answers(found: SampleAnswers, count: int, batch_size: int) -> NDArray[Any]:
    for _ in found.prepare(batch_size):
        pass
    starts = range(0, count, batch_size)
    return np.concatenate(
        [found.probabilities(start, min(start + batch_size, count)) for start in starts]
    )


@pytest.mark.parametrize("seed", [0, 1])
def test_answers_are_those_of_the_whole_network_bit_for_bit(model: QualityModel, seed: int) -> None:
    picture = patterned_picture(seed)
    segments = cut_superpixels(picture, kernel_size=4, max_distance=200, seed=seed)
    masks = draw_masks(SAMPLES, int(segments.max()) + 1, seed)
    found = SampleAnswers(model, picture, segments, masks)
    assert found.shared_samples is not None
    assert found.shared_samples < SAMPLES
    np.testing.assert_array_equal(
        answers(found, SAMPLES, 17), expected(model, picture, segments, masks)
    )


@pytest.mark.parametrize("side", [16, 224])
def test_many_or_few_superpixels_are_answered_too(model: QualityModel, side: int) -> None:
    picture = patterned_picture()
    rows, columns = np.mgrid[0:224, 0:224] // side
    segments = (rows * (224 // side) + columns).astype(np.int64)
    masks = draw_masks(24, int(segments.max()) + 1, 0)
    found = SampleAnswers(model, picture, segments, masks)
    assert (found.shared_samples is None) == (side == 16)
    np.testing.assert_array_equal(answers(found, 24, 24), expected(model, picture, segments, masks))


def test_a_runtime_without_halves_answers_whole() -> None:
    model = model_with(BrightnessRuntime())
    picture = patterned_picture()
    segments = cut_superpixels(picture, kernel_size=4, max_distance=200, seed=0)
    masks = draw_masks(30, int(segments.max()) + 1, 0)
    found = SampleAnswers(model, picture, segments, masks)
    assert found.shared_samples is None
    assert list(found.prepare(10)) == []
    np.testing.assert_array_equal(answers(found, 30, 10), expected(model, picture, segments, masks))
