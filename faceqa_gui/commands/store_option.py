"""`--store DIR` and `--key-file FILE`: which store of captures a command works on."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from faceqa_gui.errors import StoreError

if TYPE_CHECKING:
    from faceqa_gui.records.store import CaptureStore

STORE_FOLDER = "captures"


def add_store_option(parser: argparse.ArgumentParser) -> None:
    """Add `--store DIR` and `--key-file FILE`."""
    parser.add_argument(
        "--store",
        type=Path,
        metavar="DIR",
        help=f"folder of the captures (default: {STORE_FOLDER} in FACEQA_HOME)",
    )
    parser.add_argument(
        "--key-file",
        type=Path,
        metavar="FILE",
        help="key of an encrypted store (default: the one of the station's settings)",
    )


def named_store(options: argparse.Namespace) -> "CaptureStore":
    """The store that was named, or the one of this installation.

    Raises:
        StoreError: there is none where it was named.
    """
    from faceqa_gui.records.keys import read_key, sealer_for
    from faceqa_gui.records.seal import Sealer
    from faceqa_gui.records.store import CaptureStore
    from faceqa_gui.settings import SETTINGS_FILE, home
    from faceqa_gui.settings_file import load_settings

    named: Path | None = options.store
    if named is not None and not named.is_dir():
        raise StoreError(f"There is no store in {named}. Name the folder that holds the captures.")
    settings, _ = load_settings(home() / SETTINGS_FILE)
    kept = settings.records
    key_file: Path | None = options.key_file
    sealer = (
        sealer_for(kept.encryption, Path(kept.key_file))
        if key_file is None
        else Sealer(read_key("file", key_file))
    )
    return CaptureStore(named or home() / STORE_FOLDER, sealer=sealer)
