"""`faceqa audit`: how a model does on groups of pictures that the manifest names."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import SHIPPED, model_at, positive
from faceqa_gui.commands.json_file import (
    add_json_option,
    check_json_place,
    write_json,
    write_text,
)
from faceqa_gui.commands.printable import printable
from faceqa_gui.commands.run_options import (
    add_run_options,
    judged_eyes,
    judged_pictures,
    label_column,
    pictures_for,
)
from faceqa_gui.errors import FaceQAError

if TYPE_CHECKING:
    from faceqa_gui.lab.audit import GroupAudit

_LEAST_IMAGES = 30


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa audit`."""
    parser = subparsers.add_parser(
        "audit",
        help="measure a model on groups of pictures",
        description="Measure a model on groups of labelled pictures. The groups are columns of "
        "the manifest (FaceQA never guesses a person's group); several columns are also crossed.",
    )
    parser.usage = "faceqa audit [MODEL] DATA --group COLUMN... [options]"
    parser.add_argument(
        "places",
        nargs="+",
        type=Path,
        metavar="[MODEL] DATA",
        help="model folder (left out or -: the shipped one; with --eyes an eye model), and the "
        "labelled pictures",
    )
    parser.add_argument(
        "--group",
        nargs="+",
        action="extend",
        required=True,
        metavar="COLUMN",
        help="columns of the manifest to group by",
    )
    parser.add_argument("--split", metavar="NAME", help="only this split of the manifest")
    parser.add_argument(
        "--min",
        type=positive,
        default=_LEAST_IMAGES,
        metavar="N",
        help="a rate of fewer pictures is shown but never ranked (default: 30)",
    )
    parser.add_argument(
        "--eyes", action="store_true", help="audit the eye decision on open and closed eyes instead"
    )
    parser.add_argument(
        "--detector",
        choices=("haar", "network", "decision"),
        help="with --eyes: audit this detector alone (default: decision)",
    )
    parser.add_argument("--csv", type=Path, metavar="FILE", help="also write the figures as CSV")
    add_run_options(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the figures of every group and the largest gaps."""
    from faceqa_gui.lab.audit_text import audit_csv, audit_text

    if options.detector and not options.eyes:
        raise FaceQAError("--detector chooses among the eye detectors. Add --eyes, or leave it.")
    if len(options.places) > 2:
        raise FaceQAError("Too many folders. Give a model folder and a data folder, or only data.")
    check_json_place(options.json)
    check_json_place(options.csv)
    *models, data = options.places
    model = models[0] if models else SHIPPED
    found = _audited_eyes(options, model, data) if options.eyes else _audited(options, model, data)
    print("\n".join(map(printable, audit_text(found).split("\n"))))
    write_json(options.json, found.as_json())
    write_text(options.csv, audit_csv(found) if options.csv else "")
    return 0


def _audited(options: argparse.Namespace, place: Path, data: Path) -> "GroupAudit":
    from faceqa_gui.lab.audit import audit

    model = model_at(place)
    dataset = pictures_for(
        model,
        data,
        options.split,
        columns=options.group,
        video_step=options.video_step,
        label_column=options.label_column,
    )
    return audit(
        judged_pictures(options, model, dataset, split=options.split),
        options.group,
        label_column=label_column(options, model),
        least_images=options.min,
    )


def _audited_eyes(options: argparse.Namespace, place: Path, data: Path) -> "GroupAudit":
    from faceqa_gui.lab.audit import audit_eyes
    from faceqa_gui.lab.eye_report import DECISION

    channel = options.detector or DECISION
    found = judged_eyes(
        options,
        None if place == SHIPPED else place,
        data,
        columns=options.group,
        channels={channel: channel},
    )
    return audit_eyes(found, options.group, channel=channel, least_images=options.min)
