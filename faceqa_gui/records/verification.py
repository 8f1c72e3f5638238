"""`find_problems`: whether a stored capture is still what was stored, item by item.

`record.json` names the checksum of every other file, and `record.sha256` (in the form that
`sha256sum --check` reads) that of `record.json`. This finds damage and careless changes; whoever
rewrites both files on purpose is not found here.
"""

import os
import re
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from pathlib import Path

from pydantic import ValidationError

from faceqa_gui.records.durable import sha256_of_file
from faceqa_gui.records.record import CaptureRecord
from faceqa_gui.records.record_versions import NewerRecordError, record_from_json

RECORD_NAME = "record.json"
CHECKSUM_NAME = "record.sha256"
_CHECKSUM_LINE = re.compile(rf"([0-9a-f]{{64}})  {re.escape(RECORD_NAME)}\n")
_RECORD_LIMIT_BYTES = 4_000_000


class Fault(StrEnum):
    """What is wrong with a stored item."""

    ALTERED = "altered"
    MISSING = "missing"
    EXTRA = "extra"
    UNREADABLE = "unreadable"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Problem:
    """One item of a store that is not as it was stored.

    Attributes:
        item: its path inside the store, with forward slashes.
        fault: what is wrong with it.
        detail: a few words on how it was noticed.
    """

    item: str
    fault: Fault
    detail: str


def problem_at(root: Path, path: Path, fault: Fault, detail: str) -> Problem:
    """A problem of the item `path` inside `root`."""
    item = path.relative_to(root).as_posix()
    return Problem(os.fsencode(item).decode("utf-8", "backslashreplace"), fault, detail)


def read_record(path: Path) -> CaptureRecord:
    """The record in a file, of this version or an older one.

    Raises:
        OSError: it cannot be read.
        NewerRecordError: a newer FaceQA made it.
        ValidationError: it is not a record.
    """
    with path.open("rb") as stream:
        return record_from_json(stream.read(_RECORD_LIMIT_BYTES))


def date_name(record: CaptureRecord) -> str:
    """Name of the folder of the record's day (UTC)."""
    return record.captured_at.astimezone(UTC).date().isoformat()


def checksum_line(sha256: str) -> str:
    """What `record.sha256` holds."""
    return f"{sha256}  {RECORD_NAME}\n"


def find_problems(root: Path, folder: Path) -> list[Problem]:
    """Everything that is wrong in one capture's folder inside `root`; [] if nothing is.

    Raises:
        OSError: the folder itself cannot be read.
    """
    path = folder / RECORD_NAME
    problems = _checksum_problems(root, folder)
    record = None
    if path.is_file():
        try:
            record = read_record(path)
        except OSError:
            # Already named: its checksum could not be read either.
            return problems
        except NewerRecordError:
            return [*problems, problem_at(root, path, Fault.UNREADABLE, "of a newer FaceQA")]
        except ValidationError:
            return [*problems, problem_at(root, path, Fault.UNREADABLE, "not a capture record")]
    if record is None:
        return problems
    if (date_name(record), record.identifier) != (folder.parent.name, folder.name):
        problems.append(problem_at(root, path, Fault.ALTERED, "belongs to another folder"))
    for name, stored in sorted(record.files.items()):
        problems += _file_problems(root, folder / name, stored.sha256)
    expected = {RECORD_NAME, CHECKSUM_NAME, *record.files}
    problems += [
        problem_at(root, extra, Fault.EXTRA, "not named in the record")
        for extra in sorted(folder.iterdir())
        if extra.name not in expected
    ]
    return problems


def _checksum_problems(root: Path, folder: Path) -> list[Problem]:
    path = folder / CHECKSUM_NAME
    if not os.path.lexists(path):
        missing = problem_at(root, path, Fault.MISSING, "the record's checksum is gone")
        return [missing, *_file_problems(root, folder / RECORD_NAME, None)]
    try:
        line = _CHECKSUM_LINE.fullmatch(path.read_text(encoding="ascii", errors="replace"))
    except OSError as error:
        line = None
        problem = problem_at(root, path, Fault.UNREADABLE, _reason(error))
    else:
        problem = problem_at(root, path, Fault.ALTERED, "not a checksum")
    if line is None:
        return [problem, *_file_problems(root, folder / RECORD_NAME, None)]
    return _file_problems(root, folder / RECORD_NAME, line[1])


def _file_problems(root: Path, path: Path, sha256: str | None) -> list[Problem]:
    """What is wrong with one file; its content is not judged where `sha256` is None."""
    if not os.path.lexists(path):
        return [problem_at(root, path, Fault.MISSING, "the file is gone")]
    if path.is_symlink() or not path.is_file():
        return [problem_at(root, path, Fault.ALTERED, "not a plain file")]
    try:
        actual = sha256_of_file(path)
    except OSError as error:
        return [problem_at(root, path, Fault.UNREADABLE, _reason(error))]
    if sha256 not in {None, actual}:
        return [problem_at(root, path, Fault.ALTERED, "its checksum differs")]
    return []


def _reason(error: OSError) -> str:
    return error.strerror or "it cannot be read"
