"""What one capture's folder holds, and how it is read: checked against the index, and opened."""

import hashlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from faceqa_gui.errors import StoreError
from faceqa_gui.records.layout import RECORD_NAME, SEALED
from faceqa_gui.records.record import CaptureRecord, FileRecord
from faceqa_gui.records.record_versions import record_from_json
from faceqa_gui.records.seal import Sealer, opened
from faceqa_gui.wording import said

LARGEST_FILE_BYTES = 500_000_000


def files_of(connection: sqlite3.Connection, identifier: str) -> dict[str, FileRecord]:
    """Checksum and size of every file of a capture as it lies on the disk, by name."""
    rows = connection.execute(
        "SELECT name, sha256, size FROM files WHERE capture = ? ORDER BY name", (identifier,)
    )
    return {name: FileRecord(sha256=sha256, size=size) for name, sha256, size in rows}


def add_files(
    connection: sqlite3.Connection, identifier: str, files: dict[str, FileRecord]
) -> None:
    """Enter the files of a capture."""
    connection.executemany(
        "INSERT INTO files (capture, name, sha256, size) VALUES (?, ?, ?, ?)",
        [(identifier, name, file.sha256, file.size) for name, file in files.items()],
    )


def file_record(data: bytes) -> FileRecord:
    """Checksum and size of a file's bytes."""
    return FileRecord(sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def given_name(stored: str) -> str:
    """A file's name without the ending that says that it is encrypted."""
    return stored.removesuffix(SEALED)


def read_bytes(folder: Path, stored: str, expected: FileRecord, sealer: Sealer | None) -> bytes:
    """The content of one file of the capture in `folder`, which is named by its identifier.

    Raises:
        OSError: it cannot be read.
        StoreError: it is not what was stored, or the key to it is missing.
    """
    with (folder / stored).open("rb") as stream:
        data = stream.read(min(expected.size, LARGEST_FILE_BYTES) + 1)
    if file_record(data) != expected:
        raise StoreError(
            said(
                "{path} is not what was stored. Run “faceqa records verify” and restore it "
                "from a backup.",
                path=folder / stored,
            )
        )
    if not stored.endswith(SEALED):
        return data
    return opened(data, f"{folder.name}/{given_name(stored)}", sealer)


def parsed_record(data: bytes, place: Path) -> CaptureRecord:
    """The record that `data` holds.

    Raises:
        StoreError: it holds none, or one of a newer FaceQA.
    """
    try:
        return record_from_json(data)
    except ValidationError as error:
        raise StoreError(
            said(
                "{place} is not a capture record. Run “faceqa records verify” and restore it "
                "from a backup.",
                place=place,
            )
        ) from error


def record_bytes(record: CaptureRecord) -> bytes:
    """A record as it is stored."""
    return (record.model_dump_json(indent=2) + "\n").encode()


def stored_record_name(files: Iterable[str]) -> str:
    """Under which name the record lies there."""
    return next((name for name in files if given_name(name) == RECORD_NAME), RECORD_NAME)
