"""The assess benchmark measures the real assessor on the whole clip; no time is asserted."""

import json

import pytest

from faceqa_gui.eyes.decision import default_eye_detector
from faceqa_gui.lab.benchmark_assess import (
    AssessBenchmark,
    Timing,
    benchmark_assess,
    benchmark_text,
    clip_frames,
)
from faceqa_gui.lab.machine import this_machine
from faceqa_gui.quality.model import QualityModel

pytestmark = pytest.mark.slow


def test_the_clip_has_as_many_frames_as_asked_for_and_shows_everything() -> None:
    frames = list(clip_frames(23))
    assert [frame.sequence for frame in frames] == list(range(23))
    assert {(frame.width, frame.height) for frame in frames} == {(1280, 720)}


def test_every_frame_is_counted_and_the_ratios_follow_from_the_times() -> None:
    seen: list[int] = []
    result = benchmark_assess(
        QualityModel.load(), default_eye_detector(), clip_frames(8), seen.append
    )
    assert seen == list(range(1, 9))
    assert result.whole.count == result.stages["classifier"].count == 8
    assert result.keras_predict.count == 2
    assert result.ratio == pytest.approx(result.keras_predict.median_ms / result.whole.median_ms)
    assert result.whole.median_ms >= result.stages["classifier"].median_ms
    values = json.loads(json.dumps(result.as_json()))
    assert values["ratio"] == result.ratio
    text = benchmark_text(result)
    for words in ("classifier", "whole frame", "model.predict", result.runtime, "1280×720"):
        assert words in text


def test_frames_without_a_good_face_have_no_eye_stage() -> None:
    timing = Timing(2.0, 3.0, 4)
    result = AssessBenchmark(
        this_machine(()), "Keras", (1280, 720), {}, timing, None, Timing(6.0, 7.0, 1), 90.0, 30.0
    )
    assert (result.ratio, result.batch_ratio, result.frames_per_second) == (3.0, 3.0, 500.0)
    assert "with eyes" not in benchmark_text(result)
