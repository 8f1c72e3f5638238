"""The history joins neighbouring points and shows silence as a gap."""

import pytest
from gui.gui_states import NOW, history

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.station_state import HistoryPoint
from faceqa_gui.widgets.history_strip import stretches


def test_neighbours_with_one_value_are_one_stretch() -> None:
    points = history(
        (2.0, Light.RED, 0.1, EyeState.UNKNOWN), (3.0, Light.AMBER, 0.9, EyeState.OPEN)
    )
    runs = stretches(points, NOW, lambda point: point.light)
    assert [run.value for run in runs] == ["red", "amber"]
    assert runs[0].start == pytest.approx(5.0)
    assert runs[0].end == pytest.approx(3.0)
    assert runs[1].end == pytest.approx(0.0)


def test_silence_is_a_gap() -> None:
    points = [
        HistoryPoint(NOW - 6.0, Light.GREEN, 0.9, EyeState.CLOSED),
        HistoryPoint(NOW - 2.0, Light.GREEN, 0.9, EyeState.CLOSED),
    ]
    runs = stretches(points, NOW, lambda point: point.light)
    assert [(run.start, run.end) for run in runs] == [(6.0, 5.5), (2.0, 1.5)]


def test_what_is_older_than_ten_seconds_is_cut() -> None:
    points = [HistoryPoint(NOW - 30.0, Light.RED, None, EyeState.UNKNOWN)]
    assert stretches(points, NOW, lambda point: point.light) == []


def test_nothing_gives_nothing() -> None:
    assert stretches([], NOW, lambda point: point.light) == []
