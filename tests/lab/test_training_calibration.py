"""Temperature and threshold on made answers whose right values are known."""

import numpy as np
import pytest

from faceqa_gui.lab.calibration import choose_good_threshold, fit_temperature
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.quality.runtime import softmax

GOOD = QUALITY_LABELS.index(Quality.GOOD)
GLASSES = QUALITY_LABELS.index(Quality.EYEGLASSES)


@pytest.mark.parametrize("temperature", [0.5, 1.0, 3.0])
def test_the_temperature_that_made_the_answers_is_found(temperature: float) -> None:
    generator = np.random.default_rng(0)
    calibrated = generator.normal(0.0, 2.0, (20_000, 5))
    probabilities = softmax(calibrated.astype(np.float32))
    truth = np.array([generator.choice(5, p=row) for row in probabilities])
    found = fit_temperature((calibrated * temperature).astype(np.float32), truth)
    assert found == pytest.approx(temperature, rel=0.05)


def _answers(good: list[float]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    probabilities = np.zeros((len(good), 5))
    probabilities[:, GOOD] = good
    probabilities[:, GLASSES] = 1.0 - probabilities[:, GOOD]
    return probabilities


def test_the_threshold_lets_no_more_hidden_faces_pass_than_allowed() -> None:
    probabilities = _answers([0.1] * 97 + [0.625, 0.835, 0.975] + [0.95] * 50)
    truth = np.array([GLASSES] * 100 + [GOOD] * 50)
    for allowed, expected in ((0.0, 0.98), (0.01, 0.84), (0.02, 0.63), (0.03, 0.5)):
        assert choose_good_threshold(probabilities, truth, allowed) == pytest.approx(expected)


def test_a_hopeless_model_gets_the_strictest_threshold() -> None:
    assert choose_good_threshold(_answers([1.0] * 10), np.full(10, GLASSES)) == 0.99


def test_without_hidden_faces_one_half_is_enough() -> None:
    assert choose_good_threshold(_answers([0.9] * 10), np.full(10, GOOD)) == 0.5
