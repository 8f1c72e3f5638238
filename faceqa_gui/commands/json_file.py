"""`--json FILE`: the figures of a command as a file."""

import argparse
import json
from pathlib import Path
from typing import Any

from faceqa_gui.errors import FaceQAError


def add_json_option(parser: argparse.ArgumentParser) -> None:
    """Add `--json FILE`."""
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to FILE")


def check_json_place(path: Path | None) -> None:
    """Refuse a place that cannot hold the file, before minutes of work are spent.

    Raises:
        FaceQAError: the folder does not exist, or `path` is a folder.
    """
    if path is not None and (path.is_dir() or not path.resolve().parent.is_dir()):
        raise FaceQAError(f"{path} cannot be written. Give a file in a folder that exists.")


def write_json(path: Path | None, values: dict[str, Any]) -> None:
    """Write `values` as UTF-8 JSON; None writes nothing.

    Raises:
        FaceQAError: the file cannot be written.
    """
    if path is not None:
        write_text(path, json.dumps(values, indent=2, ensure_ascii=False, allow_nan=False) + "\n")


def write_text(path: Path | None, text: str) -> None:
    """Write `text` as UTF-8; None writes nothing.

    Raises:
        FaceQAError: the file cannot be written.
    """
    if path is None:
        return
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise FaceQAError(f"{path} cannot be written: {error.strerror}.") from error
