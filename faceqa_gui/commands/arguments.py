"""Arguments that several commands take."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faceqa_gui.lab.lab_model import LabModel

SHIPPED = Path("-")
"""Stands for the shipped model where a model folder is expected."""

_LONGEST_STEP = 3600.0


def add_model_option(parser: argparse.ArgumentParser) -> None:
    """Add `--model DIR`; None stands for the shipped model."""
    parser.add_argument(
        "--model", type=Path, metavar="DIR", help="model folder (default: the shipped one)"
    )


def add_listed_model_option(parser: argparse.ArgumentParser) -> None:
    """Add `--model MODEL` for what runs as a station does; "" stands for the shipped model."""
    parser.add_argument(
        "--model",
        default="",
        metavar="MODEL",
        help="an imported model (“faceqa model list”) or its folder (default: the shipped one)",
    )


def positive(text: str) -> int:
    """A whole number of at least 1."""
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is not at least 1")
    return value


def fraction(text: str) -> float:
    """A number from 0 to 1."""
    value = float(text)
    if not 0.0 <= value <= 1.0:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 1")
    return value


def video_step(text: str) -> float:
    """Seconds between two pictures of a video: more than 0 and at most an hour."""
    value = float(text)
    if not 0.0 < value <= _LONGEST_STEP:
        raise argparse.ArgumentTypeError(f"{text} is not more than 0 and at most {_LONGEST_STEP:g}")
    return value


def add_video_step(group: argparse._ActionsContainer) -> None:
    """Add `--video-step`."""
    group.add_argument(
        "--video-step",
        type=video_step,
        default=1.0,
        metavar="S",
        help="seconds between two pictures taken from a video (default: 1)",
    )


def model_at(place: Path) -> "LabModel":
    """The model of a folder, of any task; `SHIPPED` stands for the shipped one.

    Raises:
        ModelError: it cannot be used.
    """
    from faceqa_gui.lab.lab_model import LabModel

    return LabModel.load(None if place == SHIPPED else place)
