"""`faceqa bench soak`: whether memory stays flat and no frame queues, over a long time."""

import argparse

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import add_listed_model_option
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.errors import FaceQAError

_LONGEST_MINUTES = 24.0 * 60.0
_HIGHEST_RATE = 120.0
_SLOWEST_WINDOW_MS = 5000.0


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa bench soak`."""
    parser = subparsers.add_parser(
        "soak",
        help="the station over a long time, with a slow window",
        description="Run the real station window on the demo subject behind the road of a real "
        "camera, which is lost now and then, while each painting is held up; explain and capture "
        "whenever that is permitted. Measure memory after a warm-up, how many frames ever waited "
        "anywhere, and which threads are left. Without a screen it paints into memory.",
    )
    parser.add_argument(
        "--minutes", type=float, default=30.0, metavar="N", help="how long (default: 30)"
    )
    parser.add_argument(
        "--fps", type=float, default=30.0, metavar="N", help="rate of the camera (default: 30)"
    )
    parser.add_argument(
        "--slow-window",
        type=float,
        default=200.0,
        metavar="MS",
        help="hold each painting up for so many milliseconds (default: 200)",
    )
    add_listed_model_option(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the figures."""
    if not 0.0 < options.minutes <= _LONGEST_MINUTES:
        raise FaceQAError(f"--minutes takes more than 0 and at most {_LONGEST_MINUTES:.0f}.")
    if not 0.0 < options.fps <= _HIGHEST_RATE:
        raise FaceQAError(f"--fps takes more than 0 and at most {_HIGHEST_RATE:.0f}.")
    if not 0.0 <= options.slow_window <= _SLOWEST_WINDOW_MS:
        raise FaceQAError(f"--slow-window takes 0 to {_SLOWEST_WINDOW_MS:.0f} milliseconds.")
    check_json_place(options.json)
    from faceqa_gui.station_soak import measure

    soak = measure(
        options.minutes,
        frames_per_second=options.fps,
        slow_window_ms=options.slow_window,
        model=options.model,
    )
    print(soak.text())
    write_json(options.json, soak.as_json())
    return 0
