"""Deletion and insertion tell a right explanation from a wrong one."""

import numpy as np
import pytest
from scipy.stats import spearmanr
from support.analytic import BrightnessRuntime, ConstantRuntime, model_with, patterned_picture

from faceqa_gui.explanation.answers import ExplanationError
from faceqa_gui.explanation.baselines import blurred
from faceqa_gui.explanation.explainer import finish
from faceqa_gui.explanation.explanation import Sketch, Stage
from faceqa_gui.explanation.faithfulness import (
    STEPS,
    Faithfulness,
    measure_combined,
    measure_faithfulness,
    ranking,
)
from faceqa_gui.explanation.measures import kept_heat, rank_correlation
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.runtime import Batch, Prediction

BRIGHT = model_with(BrightnessRuntime())


class CountingRuntime(BrightnessRuntime):
    def __init__(self) -> None:
        super().__init__()
        self.batches: list[int] = []

    def run(self, batch: Batch) -> Prediction:
        self.batches.append(len(batch))
        return super().run(batch)


def picture_with_bright_cell() -> Pixels:
    picture = (patterned_picture() // 4).astype(np.uint8)
    picture[64:96, 96:128] = 240
    return picture


def right_map() -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    values = np.zeros((224, 224), np.float32)
    values[64:96, 96:128] = 1.0
    return values


def measure(
    values: np.ndarray[tuple[int, int], np.dtype[np.float32]],
    model: QualityModel = BRIGHT,
    batch_size: int = 10,
    steps: int = STEPS,
) -> Faithfulness:
    return finish(
        measure_faithfulness(
            picture_with_bright_cell(),
            ranking(values),
            model=model,
            target=Quality.GOOD,
            batch_size=batch_size,
            steps=steps,
        )
    )


def test_the_right_place_falls_and_rises_faster_than_the_wrong_one() -> None:
    right, wrong = measure(right_map()), measure(1.0 - right_map())
    assert right.deletion_auc < wrong.deletion_auc - 0.1
    assert right.insertion_auc > wrong.insertion_auc + 0.1


def test_the_curves_end_at_both_whole_pictures() -> None:
    found = measure(right_map())
    picture = picture_with_bright_cell()
    whole = BRIGHT.probabilities(picture)[Quality.GOOD]
    empty = BRIGHT.probabilities(blurred(picture))[Quality.GOOD]
    assert len(found.deletion) == len(found.insertion) == STEPS + 1
    np.testing.assert_allclose(found.deletion[[0, -1]], [whole, empty], atol=1e-6)
    np.testing.assert_allclose(found.insertion[[0, -1]], [empty, whole], atol=1e-6)


def test_it_costs_forty_pictures_in_batches_of_any_size() -> None:
    expected = measure(right_map())
    for size in (1, 7, 64):
        runtime = CountingRuntime()
        measure(right_map(), model_with(runtime), size)
        assert sum(runtime.batches) == 2 * STEPS
        assert max(runtime.batches) == min(size, 2 * STEPS)
        found = measure(right_map(), batch_size=size)
        np.testing.assert_allclose(found.deletion, expected.deletion, atol=1e-6)
        np.testing.assert_allclose(found.insertion, expected.insertion, atol=1e-6)


def test_the_area_of_a_constant_curve_is_its_height() -> None:
    flat = Faithfulness(np.full(11, 0.3), np.linspace(0.0, 1.0, 11))
    assert flat.deletion_auc == pytest.approx(0.3)
    assert flat.insertion_auc == pytest.approx(0.5)


def test_answers_without_numbers_are_refused() -> None:
    with pytest.raises(ExplanationError, match="not a number"):
        measure(right_map(), model_with(ConstantRuntime(float("nan"))))


def test_a_ranking_numbers_every_pixel_once_and_breaks_ties_by_superpixel_then_nearness() -> None:
    values = np.zeros((40, 40), np.float32)
    values[10:20, 10:20] = 1.0
    places = ranking(values)
    assert sorted(places.ravel()) == list(range(1600))
    assert places[10:20, 10:20].max() == 99
    assert places[9, 15] < places[39, 39]
    segments = np.zeros((40, 40), np.int64)
    segments[30:, 30:] = 1
    tied = ranking(values, segments, np.array([0.0, 0.5]))
    assert set(tied[30:, 30:].ravel()) == set(range(100, 200))


def test_the_combined_map_is_measured_only_with_evidence() -> None:
    segments = np.zeros((224, 224), np.int64)
    segments[64:96, 96:128] = 1
    picture = picture_with_bright_cell()
    weights = np.array([-0.1, 0.4])
    seen: list[Stage] = []
    found = finish(
        measure_combined(
            Sketch(picture, right_map(), segments, weights, (1,), 10),
            model=BRIGHT,
            target=Quality.GOOD,
            batch_size=16,
        ),
        lambda progress: seen.append(progress.stage),
    )
    assert found is not None
    assert found.insertion_auc > found.deletion_auc
    assert set(seen) == {Stage.FAITHFULNESS}
    empty = Sketch(picture, right_map(), segments, weights, (), 10)
    nothing = measure_combined(empty, model=BRIGHT, target=Quality.GOOD, batch_size=16)
    assert finish(nothing) is None


def test_the_kept_heat_is_the_heat_inside_the_top_superpixels() -> None:
    heat = np.array([[0.2, 0.4], [0.6, 0.8]], np.float32)
    segments = np.array([[0, 1], [1, 2]])
    np.testing.assert_array_equal(
        kept_heat(heat, segments, (1,)), np.array([[0.0, 0.4], [0.6, 0.0]], np.float32)
    )


def test_the_rank_correlation_is_spearmans() -> None:
    generator = np.random.default_rng(0)
    first = generator.integers(0, 9, (30, 30)).astype(np.float32)
    second = first + generator.normal(0, 3, (30, 30))
    expected = spearmanr(first.ravel(), second.ravel()).statistic
    assert rank_correlation(first, second) == pytest.approx(expected, abs=1e-12)
    assert rank_correlation(first, -first) == pytest.approx(-1.0)
    assert rank_correlation(first, np.zeros((30, 30))) is None
