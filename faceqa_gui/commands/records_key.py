"""`faceqa records key`: make the key of encrypted records, name it, and copy it."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from faceqa_gui.commands import Parsers

if TYPE_CHECKING:
    from faceqa_gui.records.keys import KeyPlace


def add_key_parser(actions: Parsers) -> None:
    """Add `faceqa records key` with its actions."""
    parser = actions.add_parser(
        "key",
        help="the key of encrypted records",
        description="Make the key with which records are encrypted, name it, or copy it. Whoever "
        "loses the key loses the records: copy it to a safe place before it is used.",
    )
    steps = parser.add_subparsers(dest="step", required=True, metavar="STEP")
    create = steps.add_parser(
        "create", help="make a key; one that is there is never replaced", description="Make a key."
    )
    show = steps.add_parser(
        "show",
        help="the key's name, from which the key cannot be found",
        description="Print the key's name, as sealed records carry it.",
    )
    copy = steps.add_parser(
        "copy", help="copy the key to a new file", description="Copy the key to a new file."
    )
    restore = steps.add_parser(
        "restore",
        help="put a copied key back into the keyring",
        description="Put a key from a file into the system's keyring, where none may be.",
    )
    for step in (create, show, copy):
        place = step.add_mutually_exclusive_group(required=True)
        place.add_argument("--keyring", action="store_true", help="in the system's keyring")
        place.add_argument("--key-file", type=Path, metavar="FILE", help="in this file")
    copy.add_argument("--to", type=Path, required=True, metavar="FILE", help="the copy; not there")
    restore.add_argument("--key-file", type=Path, required=True, metavar="FILE", help="the copy")
    create.set_defaults(run=run_create)
    show.set_defaults(run=run_show)
    copy.set_defaults(run=run_copy)
    restore.set_defaults(run=run_restore)


def run_create(options: argparse.Namespace) -> int:
    """Make a key and say what to do with it."""
    from faceqa_gui.records.keys import create_key

    sealer = create_key(_place(options), options.key_file)
    where = "the system's keyring" if options.keyring else str(options.key_file)
    print(
        f"The key {sealer.name} is in {where}. Copy it to a safe place with “faceqa records key "
        "copy”, then turn encryption on in the settings and start the station again."
    )
    return 0


def run_show(options: argparse.Namespace) -> int:
    """Print the key's name."""
    from faceqa_gui.records.keys import read_key
    from faceqa_gui.records.seal import Sealer

    print(Sealer(read_key(_place(options), options.key_file)).name)
    return 0


def run_copy(options: argparse.Namespace) -> int:
    """Copy the key to a file."""
    from faceqa_gui.records.keys import keep_key, read_key

    keep_key(read_key(_place(options), options.key_file), "file", options.to)
    print(f"The key is copied to {options.to}. Keep it where the records are not.")
    return 0


def run_restore(options: argparse.Namespace) -> int:
    """Put a copied key into the keyring."""
    from faceqa_gui.records.keys import keep_key, read_key

    keep_key(read_key("file", options.key_file), "keyring", None)
    print("The key is in the system's keyring.")
    return 0


def _place(options: argparse.Namespace) -> "KeyPlace":
    return "keyring" if options.keyring else "file"
