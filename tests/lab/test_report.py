"""A report says everything, needs nothing from outside, and takes no name for markup."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from support.lab_results import FACTS, invented
from support.labelled_pictures import write_picture

from faceqa_gui.errors import FaceQAError
from faceqa_gui.lab.evaluation import Evaluation
from faceqa_gui.lab.pictures import Skipped
from faceqa_gui.lab.report import write_csv, write_figures, write_html, write_pdf
from faceqa_gui.lab.report_content import report_of
from faceqa_gui.lab.report_html import report_html
from faceqa_gui.lab.report_parts import Section, Text
from faceqa_gui.lab.report_tables import class_table, grouped_reasons

NASTY = "<script>alert(1)</script> & “name”"
SECTIONS = [
    "run",
    "classes",
    "confusion",
    "curves",
    "threshold",
    "reliability",
    "mistakes",
    "data",
]


class Page(HTMLParser):
    """Tags with their attributes, identifiers, and the text between."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    folder = tmp_path_factory.mktemp("pictures")
    paths = [write_picture(folder / f"{number}.png", "good", number) for number in range(40)]
    named = folder / NASTY.replace("/", "_")
    lost = [Skipped(Path(f"p{at}.png"), f"p{at}.png is damaged at byte {at}.") for at in range(7)]
    return invented([named, *paths], lost, seed=1)


@pytest.fixture(scope="module")
def page(evaluation: Evaluation) -> Page:
    more = (Section("groups", NASTY, (Text(NASTY),)),)
    return Page(report_html(report_of(evaluation, FACTS, more=more)))


def test_every_section_is_there(page: Page) -> None:
    found = [attributes["id"] for attributes in page.all("section")]
    assert found == [*SECTIONS[:-1], "groups", SECTIONS[-1]]
    links = {attributes["href"] for attributes in page.all("a")}
    assert links == {f"#{name}" for name in found}
    for text in (
        FACTS.model,
        FACTS.data,
        FACTS.command,
        "ab" * 32,
        "cd" * 32,
        "7 pictures were left out.",
    ):
        assert text in page.said


def test_nothing_is_taken_from_outside(page: Page, evaluation: Evaluation) -> None:
    text = report_html(report_of(evaluation, FACTS))
    assert not page.all("script")
    assert not page.all("link")
    assert "http:" not in text
    assert "https:" not in text
    sources = [str(attributes["src"]) for attributes in page.all("img")]
    assert sources
    assert all(source.startswith("data:image/jpeg;base64,") for source in sources)
    assert not re.findall(r"url\((?!#)", text)
    policy = next(one["content"] for one in page.all("meta") if "http-equiv" in one)
    assert policy is not None
    assert "default-src 'none'" in policy


def test_names_are_text_and_identifiers_are_unique(page: Page) -> None:
    assert NASTY in page.said
    identifiers = [
        str(attributes["id"])
        for tag, attributes in page.tags
        if "id" in attributes and tag not in {"g", "path", "use"}
    ]
    assert len(identifiers) == len(set(identifiers))


def test_a_report_without_pictures_shows_nobody(evaluation: Evaluation) -> None:
    bare = Page(report_html(report_of(evaluation, FACTS, pictures=False)))
    assert not bare.all("img")
    assert "left out of this report" in bare.said


def test_a_task_without_a_good_class_has_no_threshold(evaluation: Evaluation) -> None:
    paths = [image.path for image in evaluation.images]
    report = report_of(invented(paths, good=False), FACTS, pictures=False)
    assert "threshold" not in [section.name for section in report.sections]
    assert "Calibration error" in [name for name, _, _ in report.highlights]


def test_the_pdf_says_the_same(evaluation: Evaluation, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    write_pdf(path, report_of(evaluation, FACTS))
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    pages = [document.getAllText(number).text() for number in range(document.pageCount())]
    said = " ".join("".join(pages).split())
    document.close()
    assert len(pages) > 2
    for text in (
        "FaceQA report: MobileNet v1",
        FACTS.data,
        "Confusion matrix",
        "About the pictures",
    ):
        assert text in said
    assert evaluation.model_sha256 in "".join(said.split())


def test_the_table_has_the_form_of_the_papers_table_1(evaluation: Evaluation) -> None:
    table = class_table(evaluation)
    names = [row[0] for row in table.rows]
    assert names[:5] == ["Blur", "Eyeglasses", "Good", "Covered face", "Wrong object"]
    assert names[5:] == ["Macro average", "Weighted average", "Accuracy"]
    recalls = [one.recall.value for one in evaluation.scores.per_class if one.recall]
    assert table.rows[5][2] == f"{sum(recalls) / len(recalls):.3f}"


def test_reasons_are_counted_without_the_names_of_their_files() -> None:
    skipped = [Skipped(Path(f"{at}.png"), f"{at}.png is damaged.") for at in range(3)]
    skipped.append(Skipped(Path("x.png"), "x.png is missing."))
    assert grouped_reasons(skipped) == [
        ("The file is damaged.", ["0.png", "1.png", "2.png"]),
        ("The file is missing.", ["x.png"]),
    ]


def test_a_spreadsheet_computes_nothing(evaluation: Evaluation, tmp_path: Path) -> None:
    path = tmp_path / "pictures.csv"
    write_csv(path, evaluation)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert len(rows) == len(evaluation.images) + len(evaluation.skipped)
    judged = [row for row in rows if not row["left_out"]]
    assert {row["source"] for row in judged} == {"'=s0", "'=s1"}
    for row, image in zip(judged, evaluation.images, strict=True):
        assert (row["file"], row["label"]) == (str(image.path), image.label)
    shares = [float(judged[0][f"p_{label}"]) for label in evaluation.labels]
    assert sum(shares) == pytest.approx(1.0, abs=1e-5)


def test_figures_come_with_what_was_run(evaluation: Evaluation, tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    write_figures(path, evaluation, FACTS)
    values = json.loads(path.read_text(encoding="utf-8"))
    assert values["run"]["command"] == FACTS.command
    assert values["confusion"] == evaluation.confusion.tolist()


def test_a_place_that_cannot_be_written_is_one_sentence(
    evaluation: Evaluation, tmp_path: Path
) -> None:
    with pytest.raises(FaceQAError, match="cannot be written"):
        write_html(tmp_path / "no" / "x.html", report_of(evaluation, FACTS, pictures=False))
