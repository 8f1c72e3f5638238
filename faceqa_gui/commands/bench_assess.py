"""`faceqa bench assess`: the station's per-frame work against plain Keras."""

import argparse

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import add_model_option, positive
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.progress import ProgressLine


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa bench assess`."""
    parser = subparsers.add_parser(
        "assess",
        help="the work done for every frame",
        description="Assess 1280×720 frames of the demo subject as the station does, stage by "
        "stage, and compare with Keras model.predict in the same run.",
    )
    parser.add_argument(
        "--frames", type=positive, default=300, metavar="N", help="frames (default: 300)"
    )
    add_model_option(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the table."""
    check_json_place(options.json)
    from faceqa_gui.eyes.decision import default_eye_detector
    from faceqa_gui.lab.benchmark_assess import benchmark_assess, benchmark_text, clip_frames
    from faceqa_gui.quality.model import QualityModel

    model = QualityModel.load(options.model)
    progress = ProgressLine("frames")
    result = benchmark_assess(
        model,
        default_eye_detector(),
        clip_frames(options.frames),
        lambda done: progress(done, options.frames),
    )
    print(benchmark_text(result))
    write_json(options.json, result.as_json())
    return 0
