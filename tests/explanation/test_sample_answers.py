"""Shared early layers and rounded late ones do not change what the samples answer."""

import numpy as np
import pytest
from numpy.typing import NDArray
from support.analytic import BrightnessRuntime, ConstantRuntime, model_with, patterned_picture

from faceqa_gui.explanation.answers import ExplanationError
from faceqa_gui.explanation.sample_answers import SampleAnswers
from faceqa_gui.explanation.samples import Samples
from faceqa_gui.explanation.superpixels import cut_superpixels, mean_colours
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.resample import compose
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.model_file import ModelFile, default_model_folder, read_model
from faceqa_gui.quality.runtimes import open_named
from faceqa_gui.settings import ExplanationSettings

SETTINGS = ExplanationSettings(sample_count=200, batch_size=17)
COLUMN = 2


@pytest.fixture(scope="module")
def file() -> ModelFile:
    return read_model(default_model_folder())


def whole_answers(
    model: QualityModel, picture: Pixels, segments: NDArray[np.int64], samples: Samples
) -> NDArray[np.float64]:
    fill = mean_colours(picture, segments)
    shown = [row[segments] for row in (samples.masks * 255).astype(np.uint8)]
    return np.concatenate(
        [
            model.predict(compose(picture, fill, shown[start : start + 20]))[1]
            for start in range(0, len(shown), 20)
        ]
    )[:, COLUMN]


def answer(
    model: QualityModel, picture: Pixels, segments: NDArray[np.int64]
) -> tuple[SampleAnswers, Samples]:
    samples = Samples(int(segments.max()) + 1, SETTINGS)
    answers = SampleAnswers(
        model, picture, segments, samples, column=COLUMN, batch_size=SETTINGS.batch_size
    )
    answers.answer_all()
    return answers, samples


def cut(picture: Pixels) -> NDArray[np.int64]:
    return cut_superpixels(picture, kernel_size=4, max_distance=200, seed=0)


@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.slow)])
def test_exact_answers_are_those_of_the_whole_network(file: ModelFile, seed: int) -> None:
    model = QualityModel(file, open_named("openvino", file))
    picture = patterned_picture(seed)
    segments = cut(picture)
    answers, samples = answer(model, picture, segments)
    assert answers.shares
    assert samples.exact is None
    np.testing.assert_allclose(
        samples.outputs, whole_answers(model, picture, segments, samples), atol=2e-5
    )


def test_rounded_answers_are_put_right(file: ModelFile) -> None:
    picture = patterned_picture(1)
    segments = cut(picture)
    model = QualityModel(file, open_named("openvino-int8", file))
    answers, samples = answer(model, picture, segments)
    assert answers.shares
    assert samples.exact is not None
    assert 0 < samples.exact <= SETTINGS.sample_count
    exact = whole_answers(model, picture, segments, samples)
    np.testing.assert_allclose(samples.outputs, exact, atol=0.05)
    found, top = samples.fit()
    exact_samples = answer(QualityModel(file, open_named("openvino", file)), picture, segments)[1]
    expected, expected_top = exact_samples.fit()
    assert set(top) == set(expected_top)
    assert np.corrcoef(found.weights, expected.weights)[0, 1] > 0.99


@pytest.mark.parametrize("side", [pytest.param(16, marks=pytest.mark.slow), 224])
def test_many_or_few_superpixels_are_answered_too(file: ModelFile, side: int) -> None:
    model = QualityModel(file, open_named("openvino", file))
    picture = patterned_picture()
    rows, columns = np.mgrid[0:224, 0:224] // side
    segments = (rows * (224 // side) + columns).astype(np.int64)
    answers, samples = answer(model, picture, segments)
    assert answers.shares == (side == 224)
    np.testing.assert_allclose(
        samples.outputs, whole_answers(model, picture, segments, samples), atol=2e-5
    )


def test_a_runtime_without_halves_answers_whole() -> None:
    model = model_with(BrightnessRuntime())
    picture = patterned_picture()
    segments = cut(picture)
    answers, samples = answer(model, picture, segments)
    assert not answers.shares
    assert list(answers.prepare()) == list(answers.settle()) == []
    np.testing.assert_allclose(
        samples.outputs, whole_answers(model, picture, segments, samples), atol=1e-12
    )


def test_answers_that_are_no_numbers_are_refused() -> None:
    picture = patterned_picture()
    with pytest.raises(ExplanationError):
        answer(model_with(ConstantRuntime(float("nan"))), picture, cut(picture))
