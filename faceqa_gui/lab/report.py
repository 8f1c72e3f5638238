"""Writes an evaluation down: a page, a PDF, a table of pictures, or plain figures."""

import csv
import json
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from faceqa_gui.errors import FaceQAError
from faceqa_gui.lab.comparison import Comparison
from faceqa_gui.lab.evaluation import Evaluation
from faceqa_gui.lab.report_html import report_html
from faceqa_gui.lab.report_parts import Report
from faceqa_gui.lab.report_pdf import report_pdf
from faceqa_gui.lab.run_facts import RunFacts
from faceqa_gui.records.csv_text import harmless


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
    columns = sorted({name for image in evaluation.images for name in image.attributes})
    stream = StringIO()
    writer = csv.writer(stream)
    heads = [
        "file",
        "label",
        "split",
        "answer",
        *(f"p_{label}" for label in evaluation.labels),
        "left_out",
        *columns,
        *([] if second is None else ["answer_b", *(f"p_{label}_b" for label in second.labels)]),
    ]
    writer.writerow([harmless(head) for head in heads])
    others = {} if second is None else _answers_by_place(second)
    none = [] if second is None else [""] * (1 + len(second.labels))
    for image, row in zip(evaluation.images, evaluation.probabilities, strict=True):
        texts = [str(image.path), image.label, image.split, evaluation.labels[int(row.argmax())]]
        writer.writerow(
            [
                *map(harmless, texts),
                *(f"{value:.6f}" for value in row),
                "",
                *(harmless(image.attributes.get(name, "")) for name in columns),
                *others.get(image.place, none),
            ]
        )
    blank = [""] * len(evaluation.labels)
    for one in evaluation.skipped:
        reason = harmless(one.reason)
        writer.writerow(
            [harmless(str(one.path)), "", "", "", *blank, reason, *([""] * len(columns)), *none]
        )
    _write(path, stream.getvalue().encode("utf-8", "surrogateescape"))


def _answers_by_place(evaluation: Evaluation) -> dict[tuple[Path, int], list[str]]:
    """Given class and probabilities of every judged picture, as cells."""
    return {
        image.place: [
            harmless(evaluation.labels[int(row.argmax())]),
            *(f"{value:.6f}" for value in row),
        ]
        for image, row in zip(evaluation.images, evaluation.probabilities, strict=True)
    }


def write_figures(
    path: Path, evaluation: Evaluation, facts: RunFacts, comparison: Comparison | None = None
) -> None:
    """Write the figures of an evaluation and the facts of its run as JSON, UTF-8.

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
            f"{path} cannot be written: {error.strerror}. Choose another place."
        ) from error
