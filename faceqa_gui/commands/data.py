"""`faceqa data check`: what is wrong with a data set; it changes nothing."""

import argparse
from pathlib import Path

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import add_model_option
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.progress import ProgressLine


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa data`."""
    parser = subparsers.add_parser(
        "data", help="look at a data set", description="Look at a data set; nothing is changed."
    )
    actions = parser.add_subparsers(dest="data_command", required=True, metavar="WHAT")
    check = actions.add_parser(
        "check",
        help="find unreadable pictures, duplicates, leaks between splits and doubtful labels",
        description="List unreadable pictures, files that are there twice, photographs that lie in "
        "two splits, and labels that cross-validation doubts. Nothing is changed. Exit status 1 if "
        "a picture cannot be read, or lies in two splits or under two labels.",
    )
    check.add_argument("data", type=Path, metavar="DATA", help="folder of labelled pictures")
    add_model_option(check)
    what = check.add_mutually_exclusive_group()
    what.add_argument(
        "--eyes", action="store_true", help="the labels are open and closed; labels are not doubted"
    )
    what.add_argument(
        "--task",
        choices=("quality", "gender", "age", "race"),
        default="quality",
        help="what is labelled (default: quality); labels of another task are not doubted",
    )
    add_json_option(check)
    check.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the findings."""
    check_json_place(options.json)
    from faceqa_gui.lab.data_check import check_data
    from faceqa_gui.lab.data_check_text import data_check_text
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.eye_faces import EYE_LABELS
    from faceqa_gui.lab.task import TASKS
    from faceqa_gui.quality.labels import QUALITY_LABELS
    from faceqa_gui.quality.model import QualityModel

    task = TASKS[options.task]
    if options.eyes:
        dataset = read_dataset(options.data, EYE_LABELS)
    else:
        dataset = read_dataset(options.data, task.labels, label_column=task.column)
    # The quality model does not look at eyes or people, so that it cannot doubt their labels.
    doubts = not options.eyes and task.labels == QUALITY_LABELS
    runtime = QualityModel.load(options.model).runtime if doubts else None
    found = check_data(dataset, runtime, ProgressLine("pictures"))
    print(data_check_text(found))
    write_json(options.json, found.as_json())
    return 0 if found.is_sound else 1
