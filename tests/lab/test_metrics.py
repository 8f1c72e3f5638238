"""Figures of a classifier, against scikit-learn and against what must hold of any interval."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from sklearn.metrics import (
    accuracy_score,
    confusion_matrix,
    f1_score,
    precision_recall_fscore_support,
)

from faceqa_gui.lab.metrics import (
    Counts,
    Estimate,
    calibration_error,
    count_confusion,
    reliability_bins,
    rule_of_three,
    score_confusion,
    wilson_interval,
)

CLASSES = 4
PAIRS = st.lists(
    st.tuples(st.integers(0, CLASSES - 1), st.integers(0, CLASSES - 1)), min_size=1, max_size=60
)
CONFUSIONS = hnp.arrays(np.int64, (3, 3), elements=st.integers(0, 40)).filter(
    lambda counts: counts.sum() > 0
)


def _value(estimate: Estimate | None) -> float:
    return math.nan if estimate is None else estimate.value


@given(PAIRS)
@settings(deadline=None, max_examples=60)
def test_scores_are_those_of_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    truth, predicted = np.array(pairs, dtype=np.intp).T
    confusion = count_confusion(truth, predicted, CLASSES, CLASSES)
    every = np.arange(CLASSES)
    np.testing.assert_array_equal(confusion, confusion_matrix(truth, predicted, labels=every))
    scores = score_confusion(confusion, resamples=10)
    assert scores.macro_f1.value == pytest.approx(f1_score(truth, predicted, average="macro"))
    assert scores.weighted_f1.value == pytest.approx(f1_score(truth, predicted, average="weighted"))
    assert scores.accuracy.value == pytest.approx(accuracy_score(truth, predicted))
    expected = precision_recall_fscore_support(truth, predicted, labels=every, zero_division=np.nan)
    for index, found in enumerate(scores.per_class):
        assert _value(found.precision) == pytest.approx(expected[0][index], nan_ok=True)
        assert _value(found.recall) == pytest.approx(expected[1][index], nan_ok=True)
        assert _value(found.f1) == pytest.approx(expected[2][index], nan_ok=True)
        assert found.support == expected[3][index]


@given(
    st.lists(
        st.tuples(st.integers(0, CLASSES - 2), st.integers(0, CLASSES - 1)),
        min_size=1,
        max_size=60,
    )
)
@settings(max_examples=25, deadline=None)
def test_an_answer_that_names_no_class_is_never_right(pairs: list[tuple[int, int]]) -> None:
    truth, given_class = (np.array(column, np.intp) for column in zip(*pairs, strict=True))
    confusion = count_confusion(truth, given_class, CLASSES - 1, CLASSES)
    scores = score_confusion(confusion, resamples=5)
    expected = precision_recall_fscore_support(
        truth, given_class, labels=range(CLASSES - 1), zero_division=np.nan
    )
    for index, found in enumerate(scores.per_class):
        for name, values in zip(("precision", "recall", "f1"), expected, strict=False):
            estimate: Estimate | None = getattr(found, name)
            value = math.nan if estimate is None else estimate.value
            assert value == pytest.approx(values[index], nan_ok=True), name
    assert scores.accuracy.value == pytest.approx(accuracy_score(truth, given_class))


@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 200), st.integers(0, 2**32))
@settings(deadline=None)
def test_confusion_totals_are_the_counted_images(
    rows: int, columns: int, images: int, seed: int
) -> None:
    generator = np.random.default_rng(seed)
    truth = generator.integers(0, rows, images)
    predicted = generator.integers(0, columns, images)
    confusion = count_confusion(truth, predicted, rows, columns)
    assert confusion.shape == (rows, columns)
    np.testing.assert_array_equal(confusion.sum(axis=1), np.bincount(truth, minlength=rows))
    np.testing.assert_array_equal(confusion.sum(axis=0), np.bincount(predicted, minlength=columns))


@given(CONFUSIONS)
@settings(deadline=None, max_examples=60)
def test_every_interval_holds_its_figure_and_stays_in_range(confusion: Counts) -> None:
    scores = score_confusion(confusion, resamples=100)
    found = [scores.macro_f1, scores.weighted_f1, scores.accuracy]
    for one in scores.per_class:
        found += [figure for figure in (one.precision, one.recall, one.f1) if figure is not None]
    for figure in found:
        assert 0.0 <= figure.ci95.low <= figure.value <= figure.ci95.high <= 1.0


def test_the_bootstrap_is_the_one_over_images() -> None:
    confusion = np.array([[40, 5, 0], [3, 30, 2], [1, 4, 15]])
    cells = np.repeat(np.arange(9), confusion.ravel())
    generator = np.random.default_rng(7)
    macro, accuracy = [], []
    for _ in range(1500):
        drawn = generator.choice(cells, cells.size)
        truth, predicted = np.divmod(drawn, 3)
        macro.append(f1_score(truth, predicted, average="macro"))
        accuracy.append(np.mean(truth == predicted))
    scores = score_confusion(confusion, seed=1)
    for figure, drawn_figures in ((scores.macro_f1, macro), (scores.accuracy, accuracy)):
        low, high = np.quantile(drawn_figures, (0.025, 0.975))
        assert figure.ci95.low == pytest.approx(low, abs=0.015)
        assert figure.ci95.high == pytest.approx(high, abs=0.015)


def test_the_same_seed_gives_the_same_interval() -> None:
    confusion = np.array([[8, 2], [3, 9]])
    assert score_confusion(confusion, seed=3) == score_confusion(confusion, seed=3)
    assert score_confusion(confusion, seed=3) != score_confusion(confusion, seed=4)


def test_a_class_that_never_occurs_has_no_figures_and_does_not_count() -> None:
    scores = score_confusion(np.array([[3, 1, 0], [0, 4, 0], [0, 0, 0]]))
    absent = scores.per_class[2]
    assert (absent.precision, absent.recall, absent.f1, absent.support) == (None, None, None, 0)
    assert scores.macro_f1.value == pytest.approx((6 / 7 + 8 / 9) / 2)


def test_no_images_have_no_scores() -> None:
    with pytest.raises(ValueError, match="without images"):
        score_confusion(np.zeros((2, 2), dtype=np.int64))


def test_wilson_interval_has_the_published_values() -> None:
    # Newcombe 1998 (Statistics in Medicine 17, table I): 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    for successes, total, low, high in (
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ):
        found = wilson_interval(successes, total)
        assert (found.low, found.high) == pytest.approx((low, high), abs=1e-4)
    assert (wilson_interval(0, 0).low, wilson_interval(0, 0).high) == (0.0, 1.0)


@given(st.integers(1, 5000))
def test_the_rule_of_three_bounds_a_rate_that_shows_no_case(total: int) -> None:
    bound = rule_of_three(total)
    assert (1.0 - bound) ** total <= 0.05
    assert rule_of_three(0) == 1.0


def _probabilities(images: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(seed)
    probabilities = generator.dirichlet(np.ones(5), images)
    chosen = [generator.choice(5, p=row) for row in probabilities]
    return probabilities, np.array(chosen)


def test_honest_probabilities_are_calibrated_and_boasting_ones_are_not() -> None:
    probabilities, truth = _probabilities(20_000, 0)
    assert calibration_error(reliability_bins(probabilities, truth)) < 0.015
    boasting = probabilities**3 / (probabilities**3).sum(axis=1, keepdims=True)
    assert calibration_error(reliability_bins(boasting, truth)) > 0.1


@given(st.integers(1, 200), st.integers(0, 100))
@settings(deadline=None, max_examples=40)
def test_calibration_error_is_the_sum_over_images_in_bins(images: int, seed: int) -> None:
    probabilities, truth = _probabilities(images, seed)
    bins = reliability_bins(probabilities, truth, bins=10)
    assert sum(part.count for part in bins) == images
    confidence = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == truth
    expected = sum(
        abs(float(np.sum(confidence[inside] - right[inside])))
        for part in bins
        for inside in [(confidence > part.low) & (confidence <= part.high)]
    )
    assert calibration_error(bins) == pytest.approx(expected / images)


def test_certain_answers_fall_into_the_last_bin() -> None:
    bins = reliability_bins(np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([0, 0]), bins=5)
    assert bins[-1].count == 2
    assert (bins[-1].confidence, bins[-1].accuracy) == (1.0, 0.5)
    assert calibration_error(()) == 0.0
