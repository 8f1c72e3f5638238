"""`faceqa compare`: two models on the same pictures."""

import argparse
from pathlib import Path

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import positive
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.judged import judged, model_at, pictures_for
from faceqa_gui.commands.printable import printable

_LEAST_IMAGES = 30


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa compare`."""
    parser = subparsers.add_parser(
        "compare",
        help="compare two models on the same pictures",
        description="Compare two models of one task on the same labelled pictures: agreement, "
        "McNemar's test, and the differences per class and per group with intervals.",
    )
    parser.add_argument("first", type=Path, metavar="MODEL_A", help="model folder; - the shipped")
    parser.add_argument("second", type=Path, metavar="MODEL_B", help="likewise")
    parser.add_argument("data", type=Path, metavar="DATA", help="labelled pictures")
    parser.add_argument("--split", metavar="NAME", help="only this split of the manifest")
    parser.add_argument(
        "--group",
        nargs="+",
        action="extend",
        default=[],
        metavar="COLUMN",
        help="columns of the manifest to group by",
    )
    parser.add_argument(
        "--min",
        type=positive,
        default=_LEAST_IMAGES,
        metavar="N",
        help="mark groups of fewer pictures (default: 30)",
    )
    parser.add_argument(
        "--seed", type=int, default=0, metavar="N", help="of the bootstrap and of --maps"
    )
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print where two models differ."""
    from faceqa_gui.lab.comparison import check_comparable, compare
    from faceqa_gui.lab.comparison_text import comparison_text

    check_json_place(options.json)
    models = model_at(options.first), model_at(options.second)
    check_comparable(*models)
    dataset = pictures_for(models[0], options.data, options.split, options.group)
    first, second = (judged(model, dataset, options.split) for model in models)
    found = compare(
        first,
        second,
        options.group,
        label_column=models[0].task.column,
        least_images=options.min,
        seed=options.seed,
    )
    print("\n".join(map(printable, comparison_text(found).split("\n"))))
    write_json(options.json, found.as_json())
    return 0
