"""Writes an evaluation down: a page, a PDF, a table of pictures, or plain figures."""

import csv
import json
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

from faceqa_gui.errors import FaceQAError
from faceqa_gui.lab.comparison import Comparison
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.evaluation import Evaluation
from faceqa_gui.lab.eye_report import EyeReport
from faceqa_gui.lab.pictures import Skipped
from faceqa_gui.lab.report_html import report_html
from faceqa_gui.lab.report_parts import Report
from faceqa_gui.lab.report_pdf import report_pdf
from faceqa_gui.lab.run_facts import RunFacts
from faceqa_gui.records.csv_text import harmless
from faceqa_gui.wording import reason, said

Columns = Mapping[str, Sequence[str]]
"""Texts by the name of their column, one for each judged picture."""


def write_html(path: Path, report: Report) -> None:
    """Write a report as one self-contained page, UTF-8.

    Raises:
        FaceQAError: the file cannot be written.
    """
    _write(path, report_html(report).encode("utf-8", "surrogateescape"))


def write_pdf(path: Path, report: Report) -> None:
    """Write a report as PDF.

    Raises:
        FaceQAError: the file cannot be written.
    """
    _write(path, report_pdf(report))


def write_csv(path: Path, evaluation: Evaluation, second: Evaluation | None = None) -> None:
    """Write one row per picture, judged or left out, as UTF-8 CSV with a header line.

    Text that a spreadsheet program would compute is quoted (`records.csv_text.harmless`).

    Args:
        path: of the file.
        evaluation: of the pictures.
        second: another model's answers to the same pictures, as more columns that end in `_b`;
            empty where that model could not read a picture.

    Raises:
        FaceQAError: the file cannot be written.
    """
    answers = {"answer": [evaluation.labels[at] for at in evaluation.probabilities.argmax(axis=1)]}
    for place, label in enumerate(evaluation.labels):
        answers[f"p_{label}"] = [f"{value:.6f}" for value in evaluation.probabilities[:, place]]
    more = {} if second is None else _answers_to_the_same(evaluation, second)
    _write_pictures(path, evaluation.images, answers, evaluation.skipped, more)


def write_eye_csv(path: Path, report: EyeReport) -> None:
    """Write one row per face with what each eye detector says of it; see `write_csv`.

    Raises:
        FaceQAError: the file cannot be written.
    """
    answers = {
        name: [answer.states[name].value for answer in report.answers] for name in report.channels
    }
    for name in report.channels:
        answers[f"{name}_because"] = [answer.reasons[name] for answer in report.answers]
    _write_pictures(path, report.images, answers, report.skipped)


def _answers_to_the_same(evaluation: Evaluation, second: Evaluation) -> dict[str, list[str]]:
    """Columns of a second model's answers to the pictures of `evaluation`."""
    rows = {image.place: row for row, image in enumerate(second.images)}
    found = [rows.get(image.place) for image in evaluation.images]
    given = second.probabilities.argmax(axis=1)
    columns = {"answer_b": ["" if row is None else second.labels[given[row]] for row in found]}
    for place, label in enumerate(second.labels):
        values = second.probabilities[:, place]
        columns[f"p_{label}_b"] = ["" if row is None else f"{values[row]:.6f}" for row in found]
    return columns


def _write_pictures(
    path: Path,
    images: Sequence[LabelledImage],
    answers: Columns,
    skipped: Sequence[Skipped],
    more: Columns = MappingProxyType({}),
) -> None:
    """Rows of judged pictures, then of those that were left out.

    Args:
        path: of the file.
        images: the judged pictures.
        answers: columns behind the label, each with a text for every judged picture.
        skipped: the pictures that were left out.
        more: columns at the end, likewise.
    """
    columns = sorted({name for image in images for name in image.attributes})
    stream = StringIO()
    writer = csv.writer(stream)
    heads = ["file", "label", "split", *answers, "left_out", *columns, *more]
    writer.writerow([harmless(head) for head in heads])
    for row, image in enumerate(images):
        texts = [str(image.path), image.label, image.split]
        texts += [column[row] for column in answers.values()]
        texts += ["", *(image.attributes.get(name, "") for name in columns)]
        texts += [column[row] for column in more.values()]
        writer.writerow([harmless(text) for text in texts])
    for one in skipped:
        texts = [str(one.path), *([""] * (2 + len(answers))), one.reason]
        texts += [""] * (len(columns) + len(more))
        writer.writerow([harmless(text) for text in texts])
    _write(path, stream.getvalue().encode("utf-8", "surrogateescape"))


def write_figures(
    path: Path,
    evaluation: Evaluation | EyeReport,
    facts: RunFacts,
    comparison: Comparison | None = None,
) -> None:
    """Write the figures of an evaluation or of the eyes and the facts of its run as JSON, UTF-8.

    With a `comparison`, its figures come under that name, as `faceqa compare --json` writes them.

    Raises:
        FaceQAError: the file cannot be written.
    """
    values = {
        "run": {
            "model": facts.model,
            "data": facts.data,
            "command": facts.command,
            "date": facts.date,
            "machine": list(facts.machine),
            "seconds": facts.seconds,
        },
        **evaluation.as_json(),
    }
    if comparison is not None:
        values["comparison"] = comparison.as_json()
    write_values(path, values)


def write_values(path: Path, values: Mapping[str, Any]) -> None:
    """Write plain values as JSON, UTF-8.

    Raises:
        FaceQAError: the file cannot be written.
    """
    text = json.dumps(values, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    _write(path, text.encode("utf-8", "surrogateescape"))


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise FaceQAError(
            said(
                "{path} cannot be written: {why}. Choose another place.",
                path=path,
                why=reason(error),
            )
        ) from error
