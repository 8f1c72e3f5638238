"""`faceqa compare`: two models on the same pictures."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import model_at, positive
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.printable import printable
from faceqa_gui.commands.progress import ProgressLine
from faceqa_gui.commands.run_options import (
    add_run_options,
    judged_pictures,
    label_column,
    pictures_for,
)
from faceqa_gui.errors import FaceQAError

if TYPE_CHECKING:
    from faceqa_gui.lab.comparison import Comparison
    from faceqa_gui.lab.lab_model import LabModel

_LEAST_IMAGES = 30
_METHODS = ("grad-cam", "guided-grad-cam", "integrated-gradients")
_PICTURES = 8
_STEPS = 50


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
    parser.add_argument(
        "--maps",
        type=Path,
        metavar="DIR",
        help="draw the Grad-CAM, guided Grad-CAM and integrated gradients of both models side by "
        "side, which show the pictures; those where the models disagree come first",
    )
    parser.add_argument(
        "--method",
        nargs="+",
        choices=_METHODS,
        default=list(_METHODS),
        help="which maps to draw (default: all three)",
    )
    parser.add_argument(
        "--pictures",
        type=positive,
        default=_PICTURES,
        metavar="N",
        help=f"how many pictures --maps explains (default: {_PICTURES})",
    )
    parser.add_argument(
        "--steps",
        type=int,
        default=_STEPS,
        metavar="N",
        help=f"steps of integrated gradients, at least 20 (default: {_STEPS})",
    )
    add_run_options(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print where two models differ."""
    from faceqa_gui.explanation.integrated_gradients import LEAST_STEPS
    from faceqa_gui.lab.comparison import check_comparable, compare
    from faceqa_gui.lab.comparison_text import comparison_text

    check_json_place(options.json)
    if options.seed < 0:
        raise FaceQAError("--seed takes 0 or more.")
    if options.steps < LEAST_STEPS:
        raise FaceQAError(f"--steps takes {LEAST_STEPS} or more.")
    models = model_at(options.first), model_at(options.second)
    check_comparable(*models)
    dataset = pictures_for(
        models[0],
        options.data,
        options.split,
        columns=options.group,
        video_step=options.video_step,
        label_column=options.label_column,
    )
    # Two models are two runs.
    first, second = (
        judged_pictures(
            options,
            model,
            dataset,
            split=options.split,
            run_folder=options.run_folder and options.run_folder / name,
        )
        for name, model in zip("AB", models, strict=True)
    )
    found = compare(
        first,
        second,
        options.group,
        label_column=label_column(options, models[0]),
        least_images=options.min,
        seed=options.seed,
    )
    print("\n".join(map(printable, comparison_text(found).split("\n"))))
    values = found.as_json()
    if options.maps is not None:
        values["explained"] = _draw_maps(options, found, models)
    write_json(options.json, values)
    return 0


def _draw_maps(
    options: argparse.Namespace, found: "Comparison", models: "tuple[LabModel, LabModel]"
) -> list[dict[str, Any]]:
    from faceqa_gui.lab.class_maps import MapMaker
    from faceqa_gui.lab.comparison_maps import (
        choose_answers,
        explain_pairs,
        pairs_json,
        write_maps,
    )

    answers = choose_answers(found, options.pictures, options.seed)
    first, second = (
        MapMaker(model, tuple(options.method), steps=options.steps) for model in models
    )
    pairs = explain_pairs(answers, first, second, ProgressLine("explained pictures"))
    written = write_maps(options.maps, pairs, found.labels)
    differ = sum(pair.answer.first != pair.answer.second for pair in pairs)
    print(
        f"\nMaps of {len(pairs)} pictures, {differ} of them where the models disagree: "
        f"{len(written)} files in {options.maps}"
    )
    return pairs_json(pairs)
