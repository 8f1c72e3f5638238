"""The explain benchmark runs both engines for real; no time is asserted."""

import json

import pytest

from faceqa_gui.lab.benchmark_explain import (
    PARTS,
    ExplainBenchmark,
    PictureTimes,
    benchmark_explain,
    benchmark_text,
    demo_pictures,
)
from faceqa_gui.lab.machine import this_machine
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.settings import ExplanationSettings

pytestmark = pytest.mark.slow


def test_both_engines_explain_the_same_and_say_where_the_time_went() -> None:
    seen: list[int] = []
    settings = ExplanationSettings(sample_count=40)
    result = benchmark_explain(QualityModel.load(), demo_pictures(1), 1, settings, seen.append)
    assert seen == [1, 2]
    (picture,) = result.pictures
    assert picture.target in QUALITY_LABELS
    assert picture.superpixels > 5
    assert picture.same_top
    assert picture.rank_correlation is not None
    assert picture.rank_correlation > 0.99
    for runs in (picture.stock, picture.ours):
        assert all(set(run) == set(PARTS) for run in runs)
    assert all(run[part] > 0.0 for run in picture.ours for part in PARTS)
    assert all(run[part] > 0.0 for run in picture.stock for part in PARTS if part != "grad_cam")
    assert json.loads(json.dumps(result.as_json()))["ratio"] == result.ratio


def test_the_ratio_is_that_of_the_medians() -> None:
    def times(*totals: float) -> tuple[dict[str, float], ...]:
        return tuple({part: total / len(PARTS) for part in PARTS} for total in totals)

    pictures = tuple(
        PictureTimes(name, "good", 30, stock, ours, None, same_top=True, longest_step=0.04)
        for name, stock, ours in (
            ("first", times(30.0, 40.0, 99.0), times(2.0, 2.0, 2.0)),
            ("second", times(40.0, 40.0, 40.0), times(4.0, 4.0, 1.0)),
        )
    )
    result = ExplainBenchmark(this_machine(()), "any", 1000, 10, pictures)
    assert [picture.ratio for picture in result.pictures] == pytest.approx([20.0, 10.0])
    assert result.ratio == pytest.approx(20.0)
    text = benchmark_text(result)
    for words in (*PARTS, "first", "second", "20.0 times faster"):
        assert words in text


def test_demo_pictures_are_different_frames_of_the_clip() -> None:
    pictures = list(demo_pictures(3).values())
    assert [picture.shape for picture in pictures] == [(224, 224, 3)] * 3
    assert len({picture.tobytes() for picture in pictures}) == 3
