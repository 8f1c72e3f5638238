"""`faceqa bench abort`: how soon a doubt switches the lamp off."""

import argparse

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import add_listed_model_option, positive
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.progress import ProgressLine

_KINDS = 4


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa bench abort`."""
    parser = subparsers.add_parser(
        "abort",
        help="from a doubtful frame to the lamp's OFF",
        description="Run the real station window on the demo subject at 30 frames a second, press "
        "the UV button, and let eyes open, the face go, a mask cover it or the camera stall while "
        "a lamp without light is lit. Measure how long after the doubtful frame was captured OFF "
        "is written to the lamp's port. About ten seconds for each trial of the four.",
    )
    parser.add_argument(
        "--trials", type=positive, default=50, metavar="N", help="of each doubt (default: 50)"
    )
    add_listed_model_option(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the figures."""
    check_json_place(options.json)
    from faceqa_gui.station_abort import measure

    progress = ProgressLine("trials")
    timings = measure(
        options.trials,
        model=options.model,
        report=lambda done: progress(done, _KINDS * options.trials),
    )
    print(timings.text())
    write_json(options.json, timings.as_json())
    return 0
