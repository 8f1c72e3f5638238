"""`faceqa lab average-maps`: what a model looks at on average, per class and per group."""

import argparse
from pathlib import Path

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import model_at, positive
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.printable import printable
from faceqa_gui.commands.progress import ProgressLine
from faceqa_gui.commands.run_options import pictures_for
from faceqa_gui.errors import FaceQAError

_METHODS = ("grad-cam", "integrated-gradients")
_EACH = 40
_STEPS = 20


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa lab average-maps`."""
    parser = subparsers.add_parser(
        "average-maps",
        help="average the maps of a model over aligned faces",
        description="Lay faces over each other by their eyes and average the maps of one model, "
        "or of two and their difference, per class and per group. Faces whose eyes are not "
        "located are left out and counted.",
    )
    parser.usage = "faceqa lab average-maps MODEL [MODEL_B] DATA --out DIR [options]"
    parser.add_argument(
        "places",
        nargs="+",
        type=Path,
        metavar="MODEL [MODEL_B] DATA",
        help="one or two model folders (-: the shipped one), and labelled pictures",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="for the sheets")
    parser.add_argument(
        "--group",
        nargs="+",
        action="extend",
        default=[],
        metavar="COLUMN",
        help="columns of the manifest to average by as well",
    )
    parser.add_argument("--split", metavar="NAME", help="only this split of the manifest")
    parser.add_argument(
        "--pictures",
        type=positive,
        default=_EACH,
        metavar="N",
        help=f"at most so many of each class (default: {_EACH})",
    )
    parser.add_argument(
        "--method",
        nargs="+",
        choices=_METHODS,
        default=list(_METHODS),
        help="maps to average (default: both)",
    )
    parser.add_argument(
        "--steps",
        type=int,
        default=_STEPS,
        metavar="N",
        help=f"steps of integrated gradients, at least 20 (default: {_STEPS})",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of the choice")
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the sheets, the arrays and their digests."""
    from faceqa_gui.explanation.integrated_gradients import LEAST_STEPS
    from faceqa_gui.eyes.eye_model import EyeModel
    from faceqa_gui.eyes.learned import LearnedEyes
    from faceqa_gui.lab.aligned_maps import average_maps, choose_images
    from faceqa_gui.lab.aligned_sheets import write_average_maps
    from faceqa_gui.lab.class_maps import MapMaker
    from faceqa_gui.lab.comparison import check_comparable

    check_json_place(options.json)
    if len(options.places) not in (2, 3):
        raise FaceQAError("Give one or two model folders and a data folder.")
    if options.seed < 0 or options.steps < LEAST_STEPS:
        raise FaceQAError(f"--seed takes 0 or more, and --steps {LEAST_STEPS} or more.")
    *places, data = options.places
    models = [model_at(place) for place in places]
    check_comparable(models[0], models[-1])
    dataset = pictures_for(models[0], data, options.split, columns=options.group)
    found = average_maps(
        [MapMaker(model, tuple(options.method), steps=options.steps) for model in models],
        choose_images(dataset, models[0].labels, options.pictures, options.seed),
        LearnedEyes(EyeModel()),
        ProgressLine("explained pictures"),
        columns=options.group,
        label_column=models[0].task.column,
        split=options.split,
    )
    written = write_average_maps(options.out, found)
    left_out = sum(found.left_out.values())
    reasons = ", ".join(f"{count} {reason}" for reason, count in found.left_out.items())
    print(f"{found.located} faces aligned, {left_out} left out{f' ({reasons})' if reasons else ''}")
    for group in found.groups:
        print(f"  {printable(group.kind)}: {printable(group.name)}, {group.images} pictures")
    print(f"Written to {options.out}: {', '.join(path.name for path in written)}")
    values = found.as_json() | {"seed": options.seed, "steps": options.steps}
    write_json(options.out / "average-maps.json", values)
    write_json(options.json, values)
    return 0
