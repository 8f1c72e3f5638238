"""An evaluation judges as the station does, and its text says what its figures say."""

from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from faceqa_gui.assessment.assessment import Outcome
from faceqa_gui.assessment.assessor import check_quality
from faceqa_gui.lab.evaluation import accepted_as_good, skipped_json
from faceqa_gui.lab.evaluation_text import confusion_text, rate_text, skipped_text
from faceqa_gui.lab.pictures import Skipped
from faceqa_gui.quality.labels import Quality


@given(st.lists(st.integers(0, 8), min_size=5, max_size=5).filter(any), st.integers(0, 10))
@settings(deadline=None)
def test_a_picture_is_accepted_exactly_when_the_station_calls_it_good(
    shares: list[int], tenths: int
) -> None:
    probabilities = np.array([shares], dtype=np.float64) / sum(shares)
    checks = check_quality(dict(zip(Quality, probabilities[0], strict=True)), tenths / 10)
    station = all(check.outcome is Outcome.PASS for check in checks)
    assert accepted_as_good(probabilities, tenths / 10).tolist() == [station]


def test_rates_carry_their_uncertainty() -> None:
    assert rate_text(0, 300) == "0 of 300 (95 %: at most 1.0%)"
    assert rate_text(15, 148) == "15 of 148 = 10.1% (95 %: 6.2%-16.0%)"
    assert rate_text(0, 0) == "no pictures"


def test_a_confusion_matrix_is_aligned() -> None:
    text = confusion_text(
        ("open", "closed"), ("open", "closed", "unknown"), np.arange(6).reshape(2, 3)
    )
    lines = text.splitlines()
    assert [line.split() for line in lines] == [
        ["open", "closed", "unknown"],
        ["open", "0", "1", "2"],
        ["closed", "3", "4", "5"],
    ]
    assert len({len(line) for line in lines}) == 1


def test_many_left_out_pictures_are_counted_not_poured_out() -> None:
    skipped = [Skipped(path, f"{path} is damaged.") for path in map(Path, map(str, range(25)))]
    skipped.append(Skipped(Path("z"), "z is empty."))
    assert skipped_text(skipped).splitlines() == [
        "Left out: 26 pictures",
        "  25 pictures for one reason; the first: 0 is damaged.",
        "  z is empty.",
    ]
    rows = skipped_json(tuple(skipped))
    assert [row["file"] for row in rows] == [*map(str, range(20)), "z"]
    assert [row.get("and_more") for row in rows if "and_more" in row] == [5]
    many = [Skipped(Path("a"), f"a: reason {number}.") for number in range(12)]
    assert skipped_text(many).splitlines()[-1] == "  … and 2 more reasons (all with --json)"
