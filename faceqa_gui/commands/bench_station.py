"""`faceqa bench station`: how smooth the station window stays while an explanation runs."""

import argparse

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import add_listed_model_option
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.errors import FaceQAError

_LONGEST_SECONDS = 3600.0


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa bench station`."""
    parser = subparsers.add_parser(
        "station",
        help="the window while an explanation runs",
        description="Run the real station window with one explanation after the other, and "
        "measure how late its event loop is, how many frames it paints and how many are judged. "
        "Without a screen it paints into memory.",
    )
    parser.add_argument(
        "source", nargs="?", default="demo", help="as for faceqa station (default: demo)"
    )
    parser.add_argument(
        "--seconds", type=float, default=20.0, metavar="N", help="how long (default: 20)"
    )
    add_listed_model_option(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the figures."""
    if not 0.0 < options.seconds <= _LONGEST_SECONDS:
        raise FaceQAError(f"--seconds takes more than 0 and at most {_LONGEST_SECONDS:.0f}.")
    check_json_place(options.json)
    from faceqa_gui.station_benchmark import measure

    timings = measure(options.source, options.model, options.seconds)
    print(timings.text())
    write_json(options.json, timings.as_json())
    return 0
