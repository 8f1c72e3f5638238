"""`faceqa bench clips`: what “seen open first” adds to the gate."""

import argparse
from pathlib import Path

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import add_model_option, positive
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.progress import ProgressLine


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa bench clips`."""
    parser = subparsers.add_parser(
        "clips",
        help="which made clips turn the light green",
        description="Play made clips (eyes that close, eyes closed from the start, a photograph, "
        "two people who swap) through the shipped models and the gate, and count those that turn "
        "green with and without the rule that open eyes must be seen first.",
    )
    parser.add_argument(
        "data",
        nargs="?",
        type=Path,
        metavar="DATA",
        help="faces with open and closed eyes (left out: the demo subject alone)",
    )
    parser.add_argument("--split", metavar="NAME", help="only this split of the manifest")
    parser.add_argument(
        "--clips", type=positive, default=20, metavar="N", help="of each kind (default: 20)"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of every choice")
    add_model_option(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the table."""
    check_json_place(options.json)
    from faceqa_gui.eyes.decision import default_eye_detector
    from faceqa_gui.lab.clip_study import clips_text, study_clips
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.eye_faces import EYE_LABELS
    from faceqa_gui.quality.model import QualityModel

    dataset = None
    if options.data is not None:
        dataset = read_dataset(options.data, EYE_LABELS, options.split)
    counts = study_clips(
        QualityModel.load(options.model),
        default_eye_detector(),
        dataset,
        clips=options.clips,
        seed=options.seed,
        report=ProgressLine("clips"),
    )
    print(clips_text(counts))
    write_json(options.json, {"clips": [count.as_json() for count in counts]})
    return 0
