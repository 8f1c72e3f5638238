"""`faceqa bench randomisation`: do explanations follow what the network learned?"""

import argparse
from pathlib import Path

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import add_model_option
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.progress import ProgressLine
from faceqa_gui.errors import FaceQAError


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa bench randomisation`."""
    parser = subparsers.add_parser(
        "randomisation",
        help="whether explanations change when the network's weights are randomised",
        description="Randomise the network from its head down, and compare Grad-CAM, guided "
        "backpropagation and guided Grad-CAM with the maps of the trained network (Adebayo et "
        "al. 2018). A map that stays as it was does not show what the network learned.",
    )
    parser.add_argument("data", type=Path, metavar="DATA", help="folder of labelled pictures")
    parser.add_argument("--split", metavar="NAME", help="split of the manifest (default: all)")
    parser.add_argument(
        "--images",
        type=int,
        default=20,
        metavar="N",
        help="pictures over all classes (default: 20)",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N")
    add_model_option(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the table."""
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.randomisation_study import study_randomisation
    from faceqa_gui.quality.labels import QUALITY_LABELS
    from faceqa_gui.quality.model import QualityModel

    if options.images < 1 or options.seed < 0:
        raise FaceQAError("--images takes 1 or more and --seed 0 or more.")
    check_json_place(options.json)
    dataset = read_dataset(options.data, QUALITY_LABELS, options.split)
    study = study_randomisation(
        QualityModel.load(options.model),
        dataset,
        options.images,
        options.seed,
        ProgressLine("pictures"),
        split=options.split,
    )
    print(study.text())
    write_json(options.json, study.as_json())
    return 0
