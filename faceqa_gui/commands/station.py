"""`faceqa station`: the station window, or its demo flow where there is no screen."""

import argparse
import os
from pathlib import Path

from faceqa_gui.commands import Parsers


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa station`."""
    parser = subparsers.add_parser(
        "station",
        help="the station window",
        description="Open the station window. Without a screen the same flow is played once, "
        "offscreen, and a numbered picture of each step is left behind.",
    )
    parser.add_argument(
        "source",
        nargs="?",
        help="camera index, name or path, video file, picture, folder of pictures, "
        "http(s) or rtsp address, or “demo” (default: the one in the settings)",
    )
    parser.add_argument(
        "--model",
        default="",
        metavar="MODEL",
        help="an imported model (“faceqa model list”) or its folder (default: as in the settings)",
    )
    parser.add_argument(
        "--offscreen", action="store_true", help="play the flow offscreen even with a screen"
    )
    parser.add_argument(
        "--play", action="store_true", help="play the flow once on the screen, then end"
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("faceqa-demo"),
        metavar="DIR",
        help="where the played flow leaves its pictures (default: faceqa-demo)",
    )
    # What `faceqa bench start` starts: the same command, which ends at its first verdict.
    parser.add_argument("--timed", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Open the window, or play the flow."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        options.offscreen = True
    if options.timed:
        from faceqa_gui.start_benchmark import start_once

        print(start_once(options.source or "demo"))
        return 0
    from faceqa_gui.app import has_screen, run_station

    if options.model:
        from faceqa_gui.quality.model_list import ModelList
        from faceqa_gui.settings import home

        ModelList(home()).choose(options.model)  # a wrong name is refused before a window opens
    offscreen = options.offscreen or not has_screen()
    if offscreen or options.play:
        from faceqa_gui.walkthrough import play

        source = options.source or "demo"
        return play(source, options.model, options.out, on_screen=not offscreen)
    return run_station(options.source, options.model)
