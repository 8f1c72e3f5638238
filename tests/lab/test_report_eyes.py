"""What a report says of the eye detectors."""

from pathlib import Path

import pytest
from support.lab_results import FACTS
from support.labelled_pictures import write_picture

from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.eye_evaluation import EyeAnswer
from faceqa_gui.lab.eye_report import EyeReport
from faceqa_gui.lab.pictures import Skipped
from faceqa_gui.lab.report_content import SHOWN_MISTAKES
from faceqa_gui.lab.report_eyes import eye_report_of
from faceqa_gui.lab.report_html import report_html
from faceqa_gui.lab.report_parts import Gallery, Matrix, Text
from faceqa_gui.lab.report_pdf import report_pdf
from faceqa_gui.lab.tables import Table

# What is true, what Haar says, what the decision says.
SAID = [
    ("closed", "open", "closed"),
    ("closed", "closed", "unknown"),
    ("closed", "closed", "closed"),
    ("open", "closed", "open"),
    ("open", "unknown", "open"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("faces")


def _report(folder: Path, said: list[tuple[str, str, str]]) -> EyeReport:
    answers = []
    for number, (label, haar, decision) in enumerate(said):
        path = folder / f"{number}.png"
        if not path.exists():
            write_picture(path, label, number)
        states = {"haar": EyeState(haar), "decision": EyeState(decision)}
        reasons = {name: "not_certain" * (state == "unknown") for name, state in states.items()}
        answers.append(EyeAnswer(LabelledImage(path, label, "test"), states, reasons))
    skipped = (Skipped(Path("gone.png"), "gone.png is damaged."),)
    return EyeReport(("haar", "decision"), answers, skipped, "test", "cd" * 32, 6, 8, "ab" * 32)


def test_every_detector_has_its_matrix_its_figures_and_its_mistakes(folder: Path) -> None:
    report = eye_report_of(_report(folder, SAID), FACTS)
    assert [section.name for section in report.sections] == [
        "run",
        "eyes-decision",
        "eyes-haar",
        "data",
    ]
    _, decision, haar, _ = report.sections
    matrix, table = decision.parts[0], decision.parts[2]
    assert isinstance(matrix, Matrix)
    assert (matrix.rows, matrix.columns) == (["Open", "Closed"], ["Open", "Closed", "Unknown"])
    assert matrix.counts.tolist() == [[2, 0, 0], [0, 2, 1]]
    assert isinstance(table, Table)
    # An unknown face is not found, and was called nothing: recall 2 of 3, precision 2 of 2.
    closed = {head: str(cell)[:5] for head, cell in zip(table.head, table.rows[1], strict=True)}
    assert (closed["Class"], closed["Precision"], closed["Recall"]) == ("Close", "1.000", "0.667")
    assert (closed["F1 score"], closed["Pictures"]) == ("0.800", "3")
    said = " ".join(part.text for part in decision.parts if isinstance(part, Text))
    assert "Unknown because: not certain 1." in said
    assert "No open eyes were called closed" in said
    (gallery,) = (part for part in haar.parts if isinstance(part, Gallery))
    # Open eyes that were called closed come first.
    assert [shown.lines[0] for shown in gallery.pictures] == ["3.png", "0.png"]
    assert all(shown.jpeg for shown in gallery.pictures)


def test_the_page_and_the_pdf_show_it_and_leave_people_out_if_asked(folder: Path) -> None:
    found = _report(folder, SAID)
    page = report_html(eye_report_of(found, FACTS))
    assert page.count("data:image/jpeg") == 2
    for words in ("Closed recognised", "66.7%", "Haar alone", "is damaged", "ab" * 32):
        assert words in page
    without = eye_report_of(found, FACTS, pictures=False)
    assert "data:image" not in report_html(without)
    assert "Pictures are left out" in report_html(without)
    assert report_pdf(without).startswith(b"%PDF-")


def test_many_mistakes_are_counted_and_the_first_are_shown(folder: Path) -> None:
    many = _report(folder, [("open", "closed", "open")] * (SHOWN_MISTAKES + 2))
    report = eye_report_of(many, FACTS, pictures=False)
    haar = next(section for section in report.sections if section.name == "eyes-haar")
    (gallery,) = (part for part in haar.parts if isinstance(part, Gallery))
    assert len(gallery.pictures) == SHOWN_MISTAKES
    said = " ".join(part.text for part in haar.parts if isinstance(part, Text))
    assert "Mistakes: 62 of 62" in said
    assert f"The first {SHOWN_MISTAKES} are shown." in said
    # Nobody had closed eyes: there is nothing to divide by.
    assert ("Closed recognised", "–", "no pictures") in report.highlights
