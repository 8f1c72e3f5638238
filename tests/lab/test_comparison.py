"""Two models are compared on the same pictures, and every difference is what counting gives."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score, f1_score, precision_score
from support.judged_pictures import evaluation

from faceqa_gui.errors import DatasetError
from faceqa_gui.lab.comparison import BOOTSTRAP, NEWCOMBE, compare
from faceqa_gui.lab.comparison_maps import choose_answers
from faceqa_gui.lab.comparison_text import comparison_text
from faceqa_gui.lab.proportions import Pairs, Rate, paired_difference
from faceqa_gui.quality.labels import QUALITY_LABELS

LABELS = ("a", "b", "c")
_ROWS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 2)), min_size=4, max_size=40
)


@given(_ROWS)
@settings(deadline=None, max_examples=25)
def test_every_figure_is_what_plain_counting_gives(rows: list[tuple[int, int, int]]) -> None:
    truth, one, two = (list(column) for column in zip(*rows, strict=True))
    found = compare(
        evaluation(LABELS, truth, one), evaluation(LABELS, truth, two), resamples=50, seed=1
    )
    assert found.agreement == Rate(sum(a == b for _, a, b in rows), len(rows))
    assert found.right == Pairs(
        sum(t == a == b for t, a, b in rows),
        sum(t == a != b for t, a, b in rows),
        sum(t == b != a for t, a, b in rows),
        sum(a != t != b for t, a, b in rows),
    )
    assert len(found.only_first) == found.right.only_first
    assert len(found.only_second) == found.right.only_second
    assert found.accuracy.value == pytest.approx(
        (found.right.only_second - found.right.only_first) / len(rows)
    )
    present = sorted({*truth, *one}), sorted({*truth, *two})
    expected = [
        f1_score(truth, given_, labels=labels, average="macro", zero_division=0.0)
        for given_, labels in zip((one, two), present, strict=True)
    ]
    assert [found.macro_f1.first, found.macro_f1.second] == pytest.approx(expected)
    if found.kappa is None:
        assert len({*one, *two}) == 1
    else:
        value, interval = found.kappa
        assert value == pytest.approx(cohen_kappa_score(one, two))
        assert interval.low <= value <= interval.high
    for place, part in enumerate(found.classes):
        assert part.recall.images == truth.count(place)
        if part.precision.value is not None:
            expected = [
                precision_score(truth, given_, labels=[place], average="macro", zero_division=0.0)
                for given_ in (one, two)
            ]
            assert [part.precision.first, part.precision.second] == pytest.approx(expected)
            assert part.precision.ci95 is not None
            assert part.precision.ci95.low <= part.precision.value <= part.precision.ci95.high


def test_kappa_of_a_worked_example() -> None:
    # Two readers of 50 proposals, 20 and 15 times of one mind: kappa 0.40 (0.7 - 0.5) / 0.5.
    one = [0] * 25 + [1] * 25
    two = [0] * 20 + [1] * 5 + [0] * 10 + [1] * 15
    found = compare(evaluation("ab", one, one), evaluation("ab", one, two))
    assert found.kappa is not None
    assert found.kappa[0] == pytest.approx(0.40)
    assert found.kappa[1].low < 0.40 < found.kappa[1].high


def test_models_that_always_say_the_same_have_no_kappa() -> None:
    found = compare(evaluation("ab", [0, 1], [0, 0]), evaluation("ab", [0, 1], [0, 0]))
    assert found.kappa is None
    text = comparison_text(found)
    assert "kappa: not defined" in text
    assert "no picture that only one has right" in text


def test_a_picture_that_one_could_not_read_is_left_out_for_both() -> None:
    one = evaluation(LABELS, [0, 1, 2], [0, 1, 2], numbers=[0, 1, 2], skipped=["0003.png"])
    two = evaluation(LABELS, [2, 1, 0], [2, 0, 0], numbers=[2, 1, 3], skipped=["0000.png"])
    found = compare(one, two)
    assert [answer.image.path.name for answer in found.answers] == ["0001.png", "0002.png"]
    assert [path.name for path in found.left_out] == ["0000.png", "0003.png"]
    assert found.right == Pairs(1, 1, 0, 0)
    assert "Left out for both: 2" in comparison_text(found)


def test_other_questions_other_pictures_and_other_labels_are_refused() -> None:
    one = evaluation(LABELS, [0, 1], [0, 1])
    with pytest.raises(DatasetError, match="different questions: one knows a, b, c"):
        compare(one, evaluation(("a", "b"), [0, 1], [0, 1]))
    with pytest.raises(DatasetError, match="no picture in common"):
        compare(one, evaluation(LABELS, [0, 1], [0, 1], numbers=[7, 8]))
    with pytest.raises(DatasetError, match="two labels: a and c"):
        compare(one, evaluation(LABELS, [2, 1], [0, 1]))


def test_groups_are_compared_by_newcombe_and_small_ones_marked() -> None:
    sites = ["large"] * 40 + ["small"] * 5
    truth = [0] * 45
    one, two = [0] * 45, [1] * 10 + [0] * 35
    found = compare(
        evaluation(LABELS, truth, one, {"site": sites}),
        evaluation(LABELS, truth, two, {"site": sites}),
        ["site"],
    )
    large, small = found.groups
    assert (large.names, large.images, large.enough) == (("large",), 40, True)
    assert (small.names, small.images, small.enough) == (("small",), 5, False)
    accuracy = large.measures["accuracy"]
    expected = paired_difference(Pairs(30, 10, 0, 0))
    assert accuracy.value == pytest.approx(-0.25)
    assert accuracy.ci95 == expected
    assert accuracy.method == NEWCOMBE
    assert large.measures["recall:b"].value is None
    assert found.macro_f1.method == BOOTSTRAP
    text = comparison_text(found)
    assert "5*" in text
    assert "only A 10, only B 0" in text


def test_accepts_and_rejects_of_quality_are_compared_at_each_models_threshold() -> None:
    good, glasses = (QUALITY_LABELS.index(label) for label in ("good", "eyeglasses"))
    truth, answers = [good, good, glasses, glasses], [good, good, good, glasses]
    columns = {"site": ["a"] * 4}
    found = compare(
        evaluation(QUALITY_LABELS, truth, answers, columns, threshold=0.5),
        evaluation(QUALITY_LABELS, truth, answers, columns, threshold=0.95),
        ["site"],
    )
    measures = found.groups[0].measures
    assert (measures["false_accept"].first, measures["false_accept"].second) == (0.5, 0.0)
    assert (measures["false_reject"].first, measures["false_reject"].second) == (0.0, 1.0)


def test_the_same_seed_gives_the_same_intervals() -> None:
    generator = np.random.default_rng(0)
    truth, one, two = (generator.integers(0, 3, 60).tolist() for _ in range(3))
    first, again, other = (
        compare(evaluation(LABELS, truth, one), evaluation(LABELS, truth, two), seed=seed)
        for seed in (5, 5, 6)
    )
    assert first.as_json() == again.as_json()
    assert first.macro_f1.ci95 != other.macro_f1.ci95


def test_pictures_with_two_answers_are_chosen_first_class_by_class() -> None:
    truth = [0, 0, 0, 1, 1, 2]
    found = compare(evaluation(LABELS, truth, truth), evaluation(LABELS, truth, [1, 1, 0, 0, 1, 2]))
    chosen = choose_answers(found, 4)
    assert [answer.first != answer.second for answer in chosen] == [True, True, True, False]
    assert [answer.image.label for answer in chosen[:2]] == ["a", "b"]
    assert choose_answers(found, 4) == chosen
    assert len(choose_answers(found, 99)) == 6
