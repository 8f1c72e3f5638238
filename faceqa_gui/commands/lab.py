"""`faceqa lab`: the lab's window, and what the lab can do beside training and evaluation."""

import argparse

from faceqa_gui.commands import Parsers, lab_average_maps, lab_biased_split
from faceqa_gui.errors import RunError


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa lab` with its actions."""
    parser = subparsers.add_parser(
        "lab",
        help="the lab window; skewed training sets, average maps",
        description="Without an action: open the lab window, where a model is judged on labelled "
        "pictures. The actions make training sets whose groups are skewed on purpose, and average "
        "what models look at over aligned faces.",
    )
    parser.add_argument(
        "--data",
        default="",
        metavar="DATA",
        help="labelled pictures that the window begins with: a folder or a list (CSV)",
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    lab_biased_split.add_parser(actions)
    lab_average_maps.add_parser(actions)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Open the window and wait until it is closed."""
    from faceqa_gui.app import has_screen, run_lab

    if not has_screen():
        raise RunError(
            "The lab window needs a screen. Without one, use “faceqa evaluate” and “faceqa report”."
        )
    return run_lab(options.data)
