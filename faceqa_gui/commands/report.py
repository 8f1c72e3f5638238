"""`faceqa report`: an evaluation written down for people, as a page, a PDF or a table."""

import argparse
import shlex
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import SHIPPED, fraction, model_at
from faceqa_gui.commands.evaluate_eyes import judged_as_set
from faceqa_gui.commands.json_file import add_json_option, check_json_place
from faceqa_gui.commands.run_options import (
    add_run_options,
    judged_pictures,
    label_column,
    pictures_for,
)
from faceqa_gui.errors import FaceQAError

if TYPE_CHECKING:
    from faceqa_gui.lab.comparison import Comparison
    from faceqa_gui.lab.evaluation import Evaluation
    from faceqa_gui.lab.report_parts import Report, Section
    from faceqa_gui.lab.run_facts import RunFacts


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa report`."""
    parser = subparsers.add_parser(
        "report",
        help="write an evaluation as a page, a PDF or a table",
        description="Judge labelled pictures and write what was found: one self-contained page, a "
        "PDF, a CSV with a row per picture, or JSON. The page and the PDF show the pictures that "
        "were given a wrong class; --no-pictures leaves every picture of a person out.",
    )
    parser.usage = "faceqa report [MODEL] DATA --html FILE --pdf FILE [options]"
    parser.add_argument(
        "places",
        nargs="+",
        type=Path,
        metavar="[MODEL] DATA",
        help="model folder (left out or -: the shipped one; with --eyes an eye model), and the "
        "labelled pictures",
    )
    parser.add_argument("--split", metavar="NAME", help="only this split of the manifest")
    parser.add_argument(
        "--threshold",
        type=fraction,
        metavar="P",
        help="probability needed to pass as good (default: the model's own)",
    )
    parser.add_argument(
        "--group",
        nargs="+",
        action="extend",
        default=[],
        metavar="COLUMN",
        help="also audit by these columns of the manifest",
    )
    parser.add_argument(
        "--compare",
        type=Path,
        metavar="MODEL_B",
        help="also compare with another model on the same pictures",
    )
    parser.add_argument(
        "--sheets",
        type=Path,
        metavar="DIR",
        help="also show the pictures in DIR, such as those of `compare --maps` and `lab "
        "average-maps`",
    )
    parser.add_argument(
        "--eyes", action="store_true", help="report the eye detectors on open and closed eyes"
    )
    parser.add_argument("--html", type=Path, metavar="FILE", help="write one self-contained page")
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="write a PDF")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write a row per picture")
    parser.add_argument(
        "--no-pictures", action="store_true", help="leave every picture of a person out"
    )
    add_run_options(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Judge, write and name what was written."""
    wanted = [options.html, options.pdf, options.csv, options.json]
    if not any(wanted):
        raise FaceQAError("Nothing would be written. Give --html, --pdf, --csv or --json a file.")
    if len(options.places) > 2:
        raise FaceQAError("Too many folders. Give a model folder and a data folder, or only data.")
    if options.no_pictures and options.sheets is not None:
        raise FaceQAError("--sheets shows pictures of people. Leave out it or --no-pictures.")
    if options.eyes and (options.compare is not None or options.threshold is not None):
        raise FaceQAError("--compare and --threshold belong to a model. Leave out --eyes, or them.")
    for path in wanted:
        check_json_place(path)
    report = _of_eyes(options) if options.eyes else _of_model(options)
    for name, value, meaning in report.highlights:
        print(f"{name}: {value} ({meaning.strip('[]')})")
    print(f"Written: {', '.join(str(path) for path in wanted if path)}.")
    return 0


def _of_model(options: argparse.Namespace) -> "Report":
    from faceqa_gui.lab.report import write_csv, write_figures
    from faceqa_gui.lab.report_content import report_of

    found, facts, more, rival = _judged(options)
    report = report_of(found, facts, pictures=not options.no_pictures, more=more)
    _write_for_people(options, report)
    if options.csv:
        write_csv(options.csv, found, rival and rival[0])
    if options.json:
        write_figures(options.json, found, facts, rival and rival[1])
    return report


def _of_eyes(options: argparse.Namespace) -> "Report":
    from faceqa_gui.lab.audit import audit_eyes
    from faceqa_gui.lab.report import write_eye_csv, write_figures
    from faceqa_gui.lab.report_eyes import eye_report_of
    from faceqa_gui.lab.report_sections import audit_section, sheets_section
    from faceqa_gui.lab.run_facts import facts_of

    *models, data = options.places
    folder = models[0] if models and models[0] != SHIPPED else None
    sheets = [] if options.sheets is None else _sheets(options.sheets)
    began = time.perf_counter()
    found = judged_as_set(options, folder, data, options.group)
    seconds = time.perf_counter() - began
    more = [audit_section(audit_eyes(found, options.group))] if options.group else []
    more += [sheets_section(sheets)] if sheets else []
    facts = facts_of(found, data=str(data), command=_command(), seconds=seconds)
    report = eye_report_of(found, facts, pictures=not options.no_pictures, more=more)
    _write_for_people(options, report)
    if options.csv:
        write_eye_csv(options.csv, found)
    if options.json:
        write_figures(options.json, found, facts)
    return report


def _write_for_people(options: argparse.Namespace, report: "Report") -> None:
    from faceqa_gui.lab.report import write_html, write_pdf

    if options.html:
        write_html(options.html, report)
    if options.pdf:
        write_pdf(options.pdf, report)


def _command() -> str:
    return shlex.join(["faceqa", *sys.argv[1:]])


def _judged(
    options: argparse.Namespace,
) -> "tuple[Evaluation, RunFacts, list[Section], tuple[Evaluation, Comparison] | None]":
    """What the model says, facts of the run, more sections, and the second model if any."""
    from faceqa_gui.lab.audit import audit
    from faceqa_gui.lab.comparison import check_comparable, compare
    from faceqa_gui.lab.report_sections import audit_section, comparison_section, sheets_section
    from faceqa_gui.lab.run_facts import facts_of

    *models, data = options.places
    model = model_at(models[0] if models else SHIPPED)
    other = None if options.compare is None else model_at(options.compare)
    if other is not None:
        check_comparable(model, other)
    sheets = [] if options.sheets is None else _sheets(options.sheets)
    dataset = pictures_for(
        model,
        data,
        options.split,
        columns=options.group,
        video_step=options.video_step,
        label_column=options.label_column,
    )
    began = time.perf_counter()
    found = judged_pictures(
        options, model, dataset, split=options.split, threshold=options.threshold
    )
    seconds = time.perf_counter() - began
    column = label_column(options, model)
    more: list[Section] = []
    if options.group:
        more.append(audit_section(audit(found, options.group, label_column=column)))
    rival = None
    if other is not None:
        folder = options.run_folder and options.run_folder / "B"
        second = judged_pictures(options, other, dataset, split=options.split, run_folder=folder)
        comparison = compare(found, second, options.group, label_column=column)
        shown = not options.no_pictures
        more.append(comparison_section(comparison, other.name, pictures=shown))
        rival = second, comparison
    if sheets:
        more.append(sheets_section(sheets))
    facts = facts_of(model, data=str(data), command=_command(), seconds=seconds)
    return found, facts, more, rival


def _sheets(folder: Path) -> list[Path]:
    found = sorted(folder.glob("*.png")) if folder.is_dir() else []
    if not found:
        raise FaceQAError(f"{folder} holds no PNG pictures. Give the folder that they lie in.")
    return found
