"""Names inside a store: all generated, so that no text that anybody typed becomes part of a path.

What lies in a store's folder:

- `index.sqlite`: what is stored, and the audit trail
- `audit.mark`: number and checksum of the trail's last entry
- `2026-11-21/<identifier>/`: `record.json`, `frame.png`, …; with `.sealed` behind it if encrypted
- `.saving-…`: being written; removed after a crash
"""

import re
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

from faceqa_gui.errors import StoreError
from faceqa_gui.records.record import CaptureRecord
from faceqa_gui.wording import said

INDEX_NAME = "index.sqlite"
MARK_NAME = "audit.mark"
RECORD_NAME = "record.json"
TEMPORARY = ".saving-"
SEALED = ".sealed"
OLD_INTENT = ".intent.json"
"""Ending of what stores without an index kept of a capture that was begun."""

IDENTIFIER = re.compile(r"[0-9a-f]{32}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# Windows keeps the names of its devices to itself, whatever their ending.
_FILE_NAME = re.compile(r"(?!(con|prn|aux|nul|com\d|lpt\d)\.)[a-z][a-z0-9_]{0,39}\.[a-z0-9]{1,8}")


def day_of(record: CaptureRecord) -> str:
    """Name of the folder of the record's day (UTC)."""
    return record.captured_at.astimezone(UTC).date().isoformat()


def day_folders(root: Path) -> Iterator[Path]:
    """Folders of days inside a store, oldest first. Raises `OSError`."""
    for day in entries(root):
        if _DATE.fullmatch(day.name) and day.is_dir() and not day.is_symlink():
            yield day


def capture_folders(root: Path) -> Iterator[Path]:
    """Folders of captures inside a store, by day. Raises `OSError`."""
    for day in day_folders(root):
        for folder in entries(day):
            if is_capture(folder):
                yield folder


def is_capture(path: Path) -> bool:
    """Whether `path` is a folder that could be a capture's."""
    named = IDENTIFIER.fullmatch(path.name) is not None
    return named and path.is_dir() and not path.is_symlink()


def entries(folder: Path) -> list[Path]:
    """What lies in a folder, sorted; [] if there is no such folder. Raises `OSError`."""
    return sorted(folder.iterdir()) if folder.is_dir() else []


def is_of_index(path: Path) -> bool:
    """Whether a file is the index, its log, the trail's mark, or a copy that was kept."""
    return path.name.strip(".") in {MARK_NAME, f"{MARK_NAME}.part"} or path.name.startswith(
        INDEX_NAME
    )


def checked(identifier: str) -> str:
    """`identifier`, if it has the form of one.

    Raises:
        StoreError: it has not.
    """
    if not IDENTIFIER.fullmatch(identifier):
        raise StoreError(
            said("A capture's name has 32 digits 0-9 and a-f. “faceqa records list” names them.")
        )
    return identifier


def check_file_name(name: str) -> None:
    """Make sure that `name` may be given to a file of a capture.

    Raises:
        StoreError: it may not.
    """
    if not _FILE_NAME.fullmatch(name) or name == RECORD_NAME:
        raise StoreError(
            said(
                "{name!r} is not a name for a file of a capture. Use lower-case letters, "
                "digits and “_”, and an ending.",
                name=name,
            )
        )
