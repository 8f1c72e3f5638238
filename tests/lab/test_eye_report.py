"""What is reported of the eye detectors."""

from pathlib import Path

import numpy as np
import pytest

from faceqa_gui.lab.eye_report import EyeReport
from faceqa_gui.lab.pictures import Skipped


def _report(decision: list[list[int]]) -> EyeReport:
    channels = {"haar": np.array([[5, 3, 2], [1, 4, 5]]), "decision": np.array(decision)}
    skipped = (Skipped(Path("a.jpg"), "a.jpg is damaged."),)
    return EyeReport(channels, skipped, "test", "0" * 64, 6, 8)


def test_the_confusion_in_the_file_is_the_decisions() -> None:
    values = _report([[10, 0, 0], [0, 8, 2]]).as_json()
    assert values["confusion"] == [[10, 0, 0], [0, 8, 2]]
    assert (values["labels"], values["columns"]) == (
        ["open", "closed"],
        ["open", "closed", "unknown"],
    )
    haar = values["channels"]["haar"]
    assert haar["confusion"] == [[5, 3, 2], [1, 4, 5]]
    assert haar["open_called_closed"]["value"] == pytest.approx(0.3)
    assert haar["closed_recognised"]["value"] == pytest.approx(0.4)


def test_no_wrong_answer_still_has_an_upper_bound() -> None:
    report = _report([[300, 0, 0], [0, 8, 2]])
    assert report.as_json()["channels"]["decision"]["open_called_closed"]["ci95"] == [0.0, 0.01]
    assert "Open called closed: 0 of 300 (95 %: at most 1.0%)" in report.text()
    assert "a.jpg is damaged." in report.text()


def test_the_window_of_frames_is_computed_and_its_limit_is_said() -> None:
    text = _report([[1, 1, 0], [0, 9, 1]]).text()
    assert "They are not" in text
    # At least 6 of 8 with one half each: (28 + 8 + 1) / 256; with 0.9 each: 0.9619.
    assert "Open called closed: 14.45%" in text
    assert "Closed recognised: 96.19%" in text


def test_a_label_without_pictures_has_no_rate() -> None:
    report = _report([[0, 0, 0], [0, 9, 1]])
    assert report.as_json()["channels"]["decision"]["open_called_closed"] is None
    assert "Open called closed: no pictures" in report.text()
