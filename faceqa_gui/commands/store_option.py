"""`--store DIR`: which store of captures a command works on."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from faceqa_gui.errors import StoreError

if TYPE_CHECKING:
    from faceqa_gui.records.store import CaptureStore

STORE_FOLDER = "captures"


def add_store_option(parser: argparse.ArgumentParser) -> None:
    """Add `--store DIR`."""
    parser.add_argument(
        "--store",
        type=Path,
        metavar="DIR",
        help=f"folder of the captures (default: {STORE_FOLDER} in FACEQA_HOME)",
    )


def named_store(options: argparse.Namespace) -> "CaptureStore":
    """The store that was named, or the one of this installation.

    Raises:
        StoreError: there is none where it was named.
    """
    from faceqa_gui.records.store import CaptureStore
    from faceqa_gui.settings import home

    named: Path | None = options.store
    if named is not None and not named.is_dir():
        raise StoreError(f"There is no store in {named}. Name the folder that holds the captures.")
    return CaptureStore(named or home() / STORE_FOLDER)
