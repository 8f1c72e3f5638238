"""Curves and errors by threshold, against scikit-learn and against the station's rule."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, roc_auc_score
from support.lab_results import invented

from faceqa_gui.lab.curves import (
    Acceptance,
    mistakes,
    passing_class,
    pictures_in_cell,
    pr_curve,
    roc_curve,
    truth_of,
)
from faceqa_gui.lab.evaluation import accepted_as_good
from faceqa_gui.quality.labels import QUALITY_LABELS

# Few distinct scores, so that ties are common.
ANSWERS = st.lists(st.tuples(st.integers(0, 6), st.booleans()), min_size=2, max_size=40)


@given(ANSWERS)
@settings(deadline=None, max_examples=80)
def test_areas_are_those_of_scikit_learn(answers: list[tuple[int, bool]]) -> None:
    scores = np.array([score for score, _ in answers]) / 6
    positive = np.array([flag for _, flag in answers])
    roc, pr = roc_curve(scores, positive), pr_curve(scores, positive)
    assert (roc is None) == (positive.all() or not positive.any())
    assert (pr is None) == (not positive.any())
    if roc is not None:
        assert roc.area == pytest.approx(roc_auc_score(positive, scores))
        assert (roc.false_positive[0], roc.true_positive[0]) == (0.0, 0.0)
        assert (roc.false_positive[-1], roc.true_positive[-1]) == (1.0, 1.0)
    if pr is not None:
        assert pr.area == pytest.approx(average_precision_score(positive, scores))
        assert pr.recall[-1] == 1.0


@given(
    st.lists(
        st.lists(st.integers(0, 8), min_size=5, max_size=5).filter(any), min_size=1, max_size=30
    ),
    st.integers(0, 20),
)
@settings(deadline=None, max_examples=80)
def test_what_passes_is_what_the_stations_rule_lets_pass(
    shares: list[list[int]], step: int
) -> None:
    raw = np.array(shares, np.float64)
    probabilities = raw / raw.sum(axis=1, keepdims=True)
    truth = np.arange(len(shares), dtype=np.intp) % 5
    good, threshold = QUALITY_LABELS.index("good"), step / 20
    acceptance = Acceptance(probabilities, truth, good)
    passes = accepted_as_good(probabilities, threshold)
    errors = acceptance.at(threshold)
    assert errors.false_accepts == (passes & (truth != good)).sum()
    assert errors.false_rejects == (~passes & (truth == good)).sum()
    assert (errors.others, errors.of_class) == ((truth != good).sum(), (truth == good).sum())
    assert acceptance.by_class(threshold) == tuple(
        ((passes & (truth == at)).sum(), (truth == at).sum()) for at in range(5)
    )
    accepts, rejects = acceptance.rates(np.array([threshold]))
    for rate, found in ((errors.false_accept_rate, accepts), (errors.false_reject_rate, rejects)):
        assert np.isnan(found[0]) if rate is None else found[0] == pytest.approx(rate)


def test_cells_hold_every_picture_once_and_the_surest_first() -> None:
    evaluation = invented([Path(f"{number}.png") for number in range(60)], seed=3)
    answers = evaluation.probabilities.argmax(axis=1)
    every: list[int] = []
    for (true, given_), count in np.ndenumerate(evaluation.confusion):
        cell = pictures_in_cell(evaluation, true, given_)
        assert len(cell) == count
        assert all(answers[number] == given_ for number in cell)
        confidence = evaluation.probabilities[cell].max(axis=1)
        assert (np.diff(confidence) <= 0).all()
        every += cell
    assert sorted(every) == list(range(60))
    wrong = mistakes(evaluation)
    assert set(wrong) == set(np.flatnonzero(answers != truth_of(evaluation)).tolist())


def test_only_quality_has_a_class_that_passes() -> None:
    paths = [Path(f"{number}.png") for number in range(10)]
    passing = passing_class(invented(paths))
    assert passing is not None
    assert (passing.label, passing.threshold) == ("good", 0.4)
    assert passing_class(invented(paths, good=False)) is None
