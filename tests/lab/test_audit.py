"""An audit counts as a reader would with a pencil, and ranks no small group."""

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.judged_pictures import evaluation

from faceqa_gui.errors import DatasetError
from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.lab.audit import NOT_STATED, GroupAudit, audit, audit_eyes, group_names
from faceqa_gui.lab.audit_text import audit_csv, audit_text
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.eye_evaluation import EyeAnswer
from faceqa_gui.lab.eye_report import DECISION, EyeReport
from faceqa_gui.lab.pictures import Skipped
from faceqa_gui.lab.proportions import Rate, independent_difference
from faceqa_gui.quality.labels import QUALITY_LABELS

LABELS = ("Male", "Female")
GOOD, BLUR, GLASSES, COVERED = (
    QUALITY_LABELS.index(label) for label in ("good", "blur", "eyeglasses", "covered_face")
)

_PICTURES = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.integers(0, 1),
        st.sampled_from(["a", "b", "", " "]),
        st.sampled_from(["x", "y"]),
    ),
    min_size=1,
    max_size=40,
)


@given(_PICTURES, st.integers(1, 8))
@settings(deadline=None, max_examples=15)
def test_every_rate_is_what_plain_counting_gives(
    pictures: list[tuple[int, int, str, str]], least: int
) -> None:
    truth, given_, first, second = (list(column) for column in zip(*pictures, strict=True))
    found = audit(
        evaluation(LABELS, truth, given_, {"one": first, "two": second}),
        ["one", "two"],
        least_images=least,
    )
    assert [grouping.columns for grouping in found.groupings] == [
        ("one",),
        ("two",),
        ("one", "two"),
    ]
    for grouping in found.groupings:
        places = {"one": 2, "two": 3}
        keys = [
            tuple(str(row[places[name]]).strip() or NOT_STATED for name in grouping.columns)
            for row in pictures
        ]
        assert {group.names for group in grouping.groups} == set(keys)
        for group in grouping.groups:
            rows = [row for row, key in zip(pictures, keys, strict=True) if key == group.names]
            males = [row for row in rows if row[0] == 0]
            called = [row for row in rows if row[1] == 0]
            assert group.images == len(rows)
            assert group.rates["accuracy"] == Rate(sum(t == g for t, g, *_ in rows), len(rows))
            assert group.rates["recall:Male"] == Rate(sum(row[1] == 0 for row in males), len(males))
            assert group.rates["precision:Male"] == Rate(
                sum(row[0] == 0 for row in called), len(called)
            )
        for gap in grouping.gaps:
            rates = [
                group.rates[gap.measure]
                for group in grouping.groups
                if group.rates[gap.measure].of >= least
            ]
            values = [rate.count / rate.of for rate in rates]
            assert gap.value == pytest.approx(max(values) - min(values))
            assert gap.pairs == len(rates) * (len(rates) - 1) // 2
            assert gap.ci95.low <= gap.value <= gap.ci95.high


def test_small_groups_are_shown_but_never_ranked() -> None:
    sizes = {"large": 60, "medium": 30, "small": 29}
    wrong = {"large": 6, "medium": 9, "small": 29}
    groups = [name for name, size in sizes.items() for _ in range(size)]
    answers = [int(place < wrong[name]) for name, size in sizes.items() for place in range(size)]
    found = audit(evaluation(LABELS, [0] * len(groups), answers, {"site": groups}), ["site"])
    (grouping,) = found.groupings
    assert [group.name for group in grouping.groups] == ["large", "medium", "small"]
    (gap,) = (gap for gap in grouping.gaps if gap.measure == "accuracy")
    assert (gap.lowest.name, gap.highest.name, gap.pairs) == ("medium", "large", 1)
    assert gap.value == pytest.approx(0.9 - 0.7)
    plain = independent_difference(Rate(21, 30), Rate(54, 60))
    assert (gap.ci95.low, gap.ci95.high) == pytest.approx((plain.low, plain.high))
    json = found.as_json()["groupings"][0]["groups"]
    assert [group["ranked"] for group in json] == [True, True, False]
    assert json[2]["rates"]["accuracy"]["value"] == 0.0
    assert "29*" in audit_text(found)


def test_a_group_of_enough_pictures_with_few_that_count_is_not_ranked_by_them() -> None:
    # Forty pictures each, of which two and forty are male: two are no recall.
    truth = [0, 0, *[1] * 38, *[0] * 40]
    answers = [1, 1, *[1] * 38, *[0] * 40]
    found = audit(evaluation(LABELS, truth, answers, {"site": ["a"] * 40 + ["b"] * 40}), ["site"])
    measures = {gap.measure for gap in found.groupings[0].gaps}
    assert "accuracy" in measures
    assert "recall:Male" not in measures
    assert "Too few pictures to rank: Recall of Male" in audit_text(found)


def test_a_rate_without_pictures_is_said_to_be_none() -> None:
    found = audit(evaluation(LABELS, [0, 1], [0, 1], {"site": ["a", "b"]}), ["site"])
    (first, _) = found.groupings[0].groups
    assert first.rates["recall:Female"] == Rate(0, 0)
    values = found.as_json()["groupings"][0]["groups"][0]["rates"]["recall:Female"]
    assert (values["value"], values["ci95"], values["of"]) == (None, None, 0)
    (line,) = (row for row in _csv(found) if row[:3] == ["site", "a", "recall:Female"])
    assert line[3:8] == ["", "0", "0", "", ""]


def test_hidden_faces_that_pass_and_good_ones_that_are_refused() -> None:
    truth = [GOOD, GOOD, BLUR, GLASSES, COVERED, GLASSES]
    answers = [GOOD, BLUR, GOOD, GOOD, COVERED, GLASSES]
    found = audit(
        evaluation(QUALITY_LABELS, truth, answers, {"site": ["a"] * 6}, threshold=0.5), ["site"]
    ).overall
    assert found["false_accept"] == Rate(2, 4)
    assert found["hidden_accept"] == Rate(1, 3)
    assert found["false_reject"] == Rate(1, 2)
    doubting = audit(
        evaluation(QUALITY_LABELS, truth, answers, {"site": ["a"] * 6}, threshold=0.95), ["site"]
    ).overall
    assert doubting["false_accept"] == Rate(0, 4)
    assert doubting["false_reject"] == Rate(2, 2)


def test_eyes_are_audited_by_group() -> None:
    states = [
        ("closed", EyeState.CLOSED, "a"),
        ("closed", EyeState.UNKNOWN, "a"),
        ("open", EyeState.CLOSED, "b"),
        ("open", EyeState.OPEN, "b"),
        ("open", EyeState.UNKNOWN, ""),
    ]
    answers = [
        EyeAnswer(
            LabelledImage(Path(f"{place}.png"), label, "", {"site": site}),
            {DECISION: state},
            {DECISION: ""},
        )
        for place, (label, state, site) in enumerate(states)
    ]
    left_out = (Skipped(Path("gone.png"), "gone.png is damaged."),)
    report = EyeReport((DECISION,), answers, left_out, "dev", "0" * 64, 6, 8)
    found = audit_eyes(report, ["site"])
    assert found.subject == "eyes, decision"
    assert found.overall == {"closed_recall": Rate(1, 2), "false_closed": Rate(1, 3)}
    names = [group.name for group in found.groupings[0].groups]
    assert names == ["a", "b", NOT_STATED]
    assert found.groupings[0].groups[2].rates["closed_recall"] == Rate(0, 0)
    assert "1 left out" in audit_text(found)


def test_equal_groups_have_a_gap_of_nothing_between_two_of_them() -> None:
    truth = [0] * 60
    found = audit(
        evaluation(LABELS, truth, truth, {"site": ["a"] * 30 + ["b"] * 30}), ["site"]
    ).groupings[0]
    (gap,) = (gap for gap in found.gaps if gap.measure == "accuracy")
    assert gap.value == 0.0
    assert gap.lowest is not gap.highest


def test_groups_of_one_true_class_have_no_precision() -> None:
    judged = evaluation(LABELS, [0] * 40 + [1] * 40, [0] * 80, {"site": ["a"] * 80})
    found = audit(judged, ["gender", "site"], label_column="gender")
    by_class, by_site, crossed = found.groupings
    assert "precision:Male" in by_site.measures
    assert not [name for name in by_class.measures + crossed.measures if "precision" in name]
    (gap,) = by_class.gaps
    assert (gap.measure, gap.lowest.name, gap.value) == ("accuracy", "Female", 1.0)
    assert "By gender × site" in audit_text(found)


def test_of_very_many_groups_the_largest_are_printed_and_all_are_written() -> None:
    subjects = [f"s{number:03d}" for number in range(60)] + ["s050"] * 3
    judged = evaluation(LABELS, [0] * 63, [0] * 63, {"subject": subjects})
    found = audit(judged, ["subject"])
    text = audit_text(found)
    assert "… and 20 smaller groups" in text
    assert "s050" in text
    assert "s059" not in text
    assert len({row[1] for row in _csv(found)}) == 62


def test_cells_of_a_csv_file_are_no_formulas() -> None:
    found = audit(evaluation(LABELS, [0, 1], [0, 1], {"site": ["=cmd()", "+1"]}), ["site"])
    groups = {row[1] for row in _csv(found)}
    assert {"'=cmd()", "'+1"} <= groups
    assert not {"=cmd()", "+1"} & groups


def test_columns_that_are_not_there_are_refused_with_those_that_are() -> None:
    judged = evaluation(LABELS, [0, 1], [0, 1], {"site": ["a", "b"]})
    with pytest.raises(DatasetError, match=r"no column “race”.*gender, site, split"):
        audit(judged, ["race"], label_column="gender")
    with pytest.raises(DatasetError, match="at least one column"):
        audit(judged, [])
    assert group_names(judged.images, "gender", "gender") == ["Male", "Female"]
    assert group_names(judged.images, "split") == ["test", "test"]


def test_the_frame_gives_the_same_rates_as_the_whole() -> None:
    generator = np.random.default_rng(3)
    truth = generator.integers(0, 2, 200).tolist()
    given_ = generator.integers(0, 2, 200).tolist()
    found = audit(evaluation(LABELS, truth, given_, {"site": ["a"] * 200}), ["site"])
    assert found.groupings[0].groups[0].rates == found.overall


def _csv(found: GroupAudit) -> list[list[str]]:
    return list(csv.reader(io.StringIO(audit_csv(found))))
