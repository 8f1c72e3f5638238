"""`faceqa evaluate`: how well a model judges labelled pictures; each measure is a module."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from faceqa_gui.commands import (
    Parsers,
    evaluate_checks,
    evaluate_eye_control,
    evaluate_eyes,
    evaluate_model,
    evaluate_robustness,
    evaluate_views,
)
from faceqa_gui.commands.arguments import fraction
from faceqa_gui.commands.json_file import add_json_option, check_json_place
from faceqa_gui.commands.run_options import add_run_options
from faceqa_gui.errors import FaceQAError

Measure = Callable[[argparse.Namespace, Path | None, Path], int]

_SHIPPED = Path("-")
_MEASURES: Mapping[str, tuple[Measure, str]] = {
    "eye-control": (
        evaluate_eye_control.run,
        "show the eye networks matched faces and cheeks instead: do they read the eye?",
    ),
    "eyes": (evaluate_eyes.run, "measure the eye detectors instead; MODEL is then an eye model"),
    "robustness": (evaluate_robustness.run, "measure on altered pictures instead"),
    "views": (
        evaluate_views.run,
        "compare where the model looks instead, thresholds chosen on val; --split may name several",
    ),
    "checks": (
        evaluate_checks.run,
        "measure the checks that need no network instead, also on altered copies",
    ),
}
"""What can be measured in place of the model itself."""

_WITHOUT_SHEETS = frozenset({"checks", "robustness", "views"})
_RUNS = frozenset({None, "eyes"})
_WITH_MARKDOWN = frozenset({"robustness", "views"})


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa evaluate`."""
    parser = subparsers.add_parser(
        "evaluate",
        help="measure a model on labelled pictures",
        description="Measure a model on labelled pictures and videos: a folder per class, a "
        "folder with manifest.csv or FairFace's label files, or one CSV file (columns file and "
        "label, or the column of the model's task; split and groups where there are any).",
    )
    parser.usage = "faceqa evaluate [MODEL] DATA [options]"
    parser.add_argument(
        "places",
        nargs="+",
        type=Path,
        metavar="[MODEL] DATA",
        help="model folder (left out or -: the shipped one), and folder of labelled pictures",
    )
    parser.add_argument("--split", metavar="NAME", help="only this split of the manifest")
    parser.add_argument(
        "--threshold",
        type=fraction,
        metavar="P",
        help="probability from which a face passes as good (default: the model's own)",
    )
    instead = parser.add_mutually_exclusive_group()
    for name, (_, words) in _MEASURES.items():
        instead.add_argument(
            f"--{name}", dest="measure", action="store_const", const=name, help=words
        )
    parser.add_argument(
        "--figures", type=Path, metavar="DIR", help="write confusion and reliability as PNG"
    )
    parser.add_argument(
        "--sheets",
        type=Path,
        metavar="DIR",
        help="write all wrong answers as contact sheets, which show the pictures",
    )
    parser.add_argument(
        "--markdown",
        type=Path,
        metavar="FILE",
        help="also write the table of --robustness or --views to FILE, for a model card",
    )
    parser.add_argument(
        "--explain",
        choices=("grad-cam", "guided-grad-cam", "integrated-gradients"),
        help="make this map of every picture for the class that it was given; needs --maps",
    )
    parser.add_argument(
        "--maps", type=Path, metavar="FILE", help="write the maps of --explain to FILE (NumPy .npz)"
    )
    add_run_options(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the figures of a model, or of what was asked for in its place."""
    if len(options.places) > 2:
        raise FaceQAError("Too many folders. Give a model folder and a data folder, or only data.")
    check_json_place(options.json)
    check_json_place(options.markdown)
    check_json_place(options.maps)
    _refuse_what_does_not_fit(options)
    *models, data = options.places
    named = [model for model in models if model != _SHIPPED]
    measure = _MEASURES[options.measure][0] if options.measure else evaluate_model.run
    return measure(options, named[0] if named else None, data)


def _refuse_what_does_not_fit(options: argparse.Namespace) -> None:
    if options.measure == "checks" and options.figures is not None:
        raise FaceQAError("--checks draws no figures. Leave out --figures.")
    if options.markdown is not None and options.measure not in _WITH_MARKDOWN:
        raise FaceQAError("--markdown writes the table of --robustness or --views. Add one.")
    if options.sheets is not None and options.measure in _WITHOUT_SHEETS:
        raise FaceQAError(
            "--sheets shows wrong answers of the model or the eyes. Leave it out here."
        )
    if (options.explain is None) != (options.maps is None):
        raise FaceQAError("--explain makes the maps that --maps writes. Give both, or neither.")
    wanted = options.run_folder is not None or options.scheduler is not None
    if options.measure not in _RUNS and (wanted or options.processes > 1):
        raise FaceQAError(
            "--run, --processes and --scheduler belong to the model itself and to --eyes. Leave "
            f"out --{options.measure}, or them."
        )
    if options.measure and options.explain:
        raise FaceQAError(f"--explain explains the model. Leave out --{options.measure}, or it.")
