"""`faceqa lab biased-split`: a training set with skewed shares of one column."""

import argparse
from pathlib import Path

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import positive
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.printable import printable
from faceqa_gui.errors import DatasetError


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa lab biased-split`."""
    parser = subparsers.add_parser(
        "biased-split",
        help="thin groups of a training set",
        description="Thin the training rows of a label file until one column has certain shares "
        "(default: the races in the shares of Hung, Lee and Sarvepalli: White 60 %, Black 13, "
        "Latino_Hispanic 18.5, East Asian 2.2, Southeast Asian 2.2, Indian 1.2, Middle Eastern "
        "2.4). All other rows stay.",
    )
    parser.add_argument(
        "manifest", type=Path, metavar="MANIFEST", help="label file, or a folder of them"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new folder")
    parser.add_argument("--column", metavar="COLUMN", help="column to thin (default: race)")
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument(
        "--share",
        nargs="+",
        action="extend",
        metavar="VALUE=PERCENT",
        help="share of a value; the values that are not named divide the rest as they occur",
    )
    chosen.add_argument(
        "--fair",
        action="store_true",
        help="keep every value's own share: a fair set of --total rows to compare with",
    )
    parser.add_argument(
        "--total",
        type=positive,
        metavar="N",
        help="rows to keep (default: the most that the shares allow)",
    )
    parser.add_argument("--split", default="train", metavar="NAME", help="default: train")
    parser.add_argument("--seed", type=int, default=0, metavar="N")
    parser.add_argument(
        "--pictures",
        choices=("link", "copy", "none"),
        default="link",
        help="how the pictures come to DIR (default: link their folders)",
    )
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the thinned label files and say what is left."""
    from faceqa_gui.lab.biased_split import (
        PAPER_COLUMN,
        PAPER_SHARES,
        biased_split,
        parse_shares,
        read_label_files,
        write_split,
    )

    check_json_place(options.json)
    if options.seed < 0:
        raise DatasetError("--seed takes 0 or more.")
    column = options.column or PAPER_COLUMN
    shares = parse_shares(options.share) if options.share else PAPER_SHARES
    if column != PAPER_COLUMN and not (options.share or options.fair):
        raise DatasetError(f"Name the shares of {column} with --share, or use --fair.")
    found = biased_split(
        read_label_files(options.manifest),
        column,
        None if options.fair else shares,
        split=options.split,
        total=options.total,
        seed=options.seed,
    )
    write_split(found, options.out, pictures=options.pictures)
    everything = sum(found.before.values())
    print(f"{found.total} of {everything} rows of the split “{printable(found.split)}” stay:")
    for value, count in found.after.items():
        print(
            f"  {printable(value):20} {count:>7} of {found.before[value]:>7}   "
            f"{count / found.total:7.2%} (asked {float(found.shares[value]):.2%})"
        )
    print(f"Written to {options.out}: {', '.join(file.path.name for file in found.files)}")
    write_json(options.json, found.as_json())
    return 0
