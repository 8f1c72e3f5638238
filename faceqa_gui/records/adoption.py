"""Captures that a FaceQA before the index stored: a folder each, and a file for each begun one."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from faceqa_gui.errors import StoreError
from faceqa_gui.records.contents import file_record
from faceqa_gui.records.layout import (
    IDENTIFIER,
    OLD_INTENT,
    RECORD_NAME,
    capture_folders,
    day_of,
    entries,
)
from faceqa_gui.records.record import CaptureRecord
from faceqa_gui.records.record_versions import record_from_json


def adopt_all(root: Path) -> Iterator[tuple[CaptureRecord, dict[str, bytes] | None]]:
    """Every capture that can be taken over: its record and its files; None if only begun.

    What is damaged is left where it is: `verify` then names it as not being in the index.

    Raises:
        OSError: something cannot be read.
    """
    whole = set()
    for folder in capture_folders(root):
        files = {path.name: path.read_bytes() for path in entries(folder) if _is_plain(path)}
        record = _record(files.get(RECORD_NAME, b""))
        if record is not None and _belongs(record, folder) and _is_whole(record, files):
            whole.add(record.identifier)
            yield record, files
    for intent in old_intents(root):
        record = _record(intent.read_bytes())
        if record is not None and record.identifier not in whole:
            yield record, None


def old_intents(root: Path) -> list[Path]:
    """Files of captures that were begun. Raises `OSError`."""
    return [
        path
        for path in entries(root)
        if path.name.endswith(OLD_INTENT)
        and IDENTIFIER.fullmatch(path.name.removesuffix(OLD_INTENT))
    ]


def _record(content: bytes) -> CaptureRecord | None:
    try:
        return record_from_json(content)
    except (StoreError, ValidationError):
        return None


def _belongs(record: CaptureRecord, folder: Path) -> bool:
    return (day_of(record), record.identifier) == (folder.parent.name, folder.name)


def _is_whole(record: CaptureRecord, files: dict[str, bytes]) -> bool:
    return all(
        name in files and file_record(files[name]) == listed
        for name, listed in record.files.items()
    )


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()
