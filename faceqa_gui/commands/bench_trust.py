"""`faceqa bench trust`: how far explanations can be trusted, to choose the thresholds by."""

import argparse
from pathlib import Path

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import add_model_option
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.progress import ProgressLine
from faceqa_gui.errors import FaceQAError
from faceqa_gui.settings import ExplanationSettings


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa bench trust`."""
    parser = subparsers.add_parser(
        "trust",
        help="the trust figures of explanations, to choose their thresholds",
        description="Explain why labelled pictures are good, every second one as from twice as "
        "far, and show how evidence inside the face, agreement, fit and stability are spread over "
        "right answers, wrong ones, and questions without a ground. Suggests thresholds at the "
        "5 % quantile of right answers.",
    )
    parser.add_argument("data", type=Path, metavar="DATA", help="folder of labelled pictures")
    parser.add_argument("--split", metavar="NAME", help="only this split of the manifest")
    parser.add_argument(
        "--images", type=int, default=40, metavar="N", help="pictures per group (default: 40)"
    )
    add_model_option(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the table."""
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.trust_study import study_text, study_trust
    from faceqa_gui.quality.labels import QUALITY_LABELS
    from faceqa_gui.quality.model import QualityModel

    if options.images < 1:
        raise FaceQAError("--images takes 1 or more.")
    check_json_place(options.json)
    dataset = read_dataset(options.data, QUALITY_LABELS, options.split)
    model = QualityModel.load(options.model)
    study = study_trust(
        model,
        dataset,
        options.images,
        ExplanationSettings(),
        ProgressLine("explanations"),
        split=options.split,
    )
    print(study_text(study))
    write_json(options.json, study.as_json())
    return 0
