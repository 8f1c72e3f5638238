"""`faceqa`: one command whose sub-commands live in `commands/`."""

import argparse
import importlib
import multiprocessing
import os
import sys
from collections.abc import Sequence
from typing import cast

from faceqa_gui import __version__
from faceqa_gui.commands import Command
from faceqa_gui.errors import FaceQAError

COMMANDS = (
    "station",
    "train",
    "evaluate",
    "compare",
    "audit",
    "explain",
    "report",
    "lab",
    "model",
    "records",
    "operators",
    "self-test",
    "data",
    "diagnostics",
    "bench",
)


def build_parser(names: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """The parser of `faceqa` with the sub-commands `names`."""
    parser = argparse.ArgumentParser(
        prog="faceqa",
        description="Judges webcam frames, explains the decision and gates UV light. "
        "Software permission is not eye protection: goggles or a shutter stay the primary control.",
        epilog="Exit status: 0 done, 1 a check failed, 2 wrong use or bad input.",
    )
    parser.add_argument("--version", action="version", version=f"FaceQA {__version__}")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in names:
        _command(name).add_parser(subparsers)
    return parser


def _command(name: str) -> Command:
    module = importlib.import_module(f"faceqa_gui.commands.{name.replace('-', '_')}")
    return cast("Command", module)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; errors the user can mend become one line and exit status 2."""
    # In a frozen program the workers of a run begin here too, and end here.
    multiprocessing.freeze_support()
    # TensorFlow reads this when it is first imported; its notes are no answers to a user.
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    words = sys.argv[1:] if arguments is None else list(arguments)
    # A station that is started does not wait for the other commands.
    named = [name for name in COMMANDS if words[:1] == [name]]
    options = build_parser(named or COMMANDS).parse_args(words)
    try:
        status: int = options.run(options)
    except FaceQAError as error:
        print(f"faceqa: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("faceqa: stopped.", file=sys.stderr)
        return 130
    return status
