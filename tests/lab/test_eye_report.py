"""What is reported of the eye detectors."""

from itertools import zip_longest
from pathlib import Path

import pytest

from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.eye_evaluation import COLUMNS, EyeAnswer
from faceqa_gui.lab.eye_faces import EYE_LABELS
from faceqa_gui.lab.eye_report import EyeReport
from faceqa_gui.lab.pictures import Skipped

HAAR = [[5, 3, 2], [1, 4, 5]]


def _report(decision: list[list[int]], reason: str = "not_certain") -> EyeReport:
    """Answers whose confusions are `HAAR` and `decision`; unknown ones for one reason."""
    answers = []
    for row, label in enumerate(EYE_LABELS):
        image = LabelledImage(Path(f"{label}.jpg"), label, "test", {"source": f"{label} source"})
        states = [
            [state for state, count in zip(COLUMNS, counts[row], strict=True) for _ in range(count)]
            for counts in (HAAR, decision)
        ]
        for haar, said in zip_longest(*states):
            if said is not None:
                channels = {"haar": haar or said, "decision": said}
                reasons = {
                    name: reason if state == "unknown" else "" for name, state in channels.items()
                }
                answers.append(EyeAnswer(image, channels, reasons))
    skipped = (Skipped(Path("a.jpg"), "a.jpg is damaged."),)
    return EyeReport(("haar", "decision"), answers, skipped, "test", "0" * 64, 6, 8)


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
    assert values["sources"] == {
        "closed source": [[0, 0, 0], [0, 8, 2]],
        "open source": [[10, 0, 0], [0, 0, 0]],
    }


@pytest.mark.parametrize(
    ("reason", "frontal"), [("not_frontal", 1.0), ("no_face", 1.0), ("several_faces", 0.8)]
)
def test_faces_that_look_away_are_left_out_of_the_frontal_ones(reason: str, frontal: float) -> None:
    report = _report([[10, 0, 0], [0, 8, 2]], reason)
    decision = report.as_json()["channels"]["decision"]
    assert decision["closed_recognised"]["value"] == pytest.approx(0.8)
    assert decision["closed_recognised_of_frontal"]["value"] == pytest.approx(frontal)
    assert decision["unknown_because"] == {reason: 2}
    assert f"{reason} 2" in report.text()


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
