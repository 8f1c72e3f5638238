"""`StoreCheck`: whether a store is still what was stored, item by item.

The trail is the witness: its chain shows whether it is whole, and it names the checksum of every
file of every capture. Index and disk are held against it. Whoever can write every file here can
also write a new trail; only its last checksum, kept elsewhere, or encryption shows that.
"""

import hashlib
import os
import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import ValidationError

from faceqa_gui.errors import StoreError
from faceqa_gui.records.audit import (
    START_OF_CHAIN,
    AuditEntry,
    AuditEvent,
    StoredEntry,
    is_whole,
)
from faceqa_gui.records.capture_row import CaptureRow, CaptureState
from faceqa_gui.records.contents import (
    files_of,
    given_name,
    parsed_record,
    stored_record_name,
)
from faceqa_gui.records.durable import sha256_of_file
from faceqa_gui.records.export_report import Progress
from faceqa_gui.records.layout import (
    INDEX_NAME,
    MARK_NAME,
    RECORD_NAME,
    TEMPORARY,
    capture_folders,
    day_folders,
    day_of,
    entries,
    is_capture,
    is_of_index,
)
from faceqa_gui.records.purge import purged_captures, purged_notes
from faceqa_gui.records.seal import Sealer, opened
from faceqa_gui.records.trail import DamagedMark, Mark, Trail, stored_entries
from faceqa_gui.wording import reason, said

_WHOLE_EVENTS = {
    AuditEvent.CAPTURE_STORED,
    AuditEvent.CAPTURE_RECOVERED,
    AuditEvent.CAPTURE_ADOPTED,
}


class VerificationStoppedError(StoreError):
    """The user stopped a verification."""


class Fault(StrEnum):
    """What is wrong with a stored item."""

    ALTERED = "altered"
    MISSING = "missing"
    REORDERED = "reordered"
    EXTRA = "extra"
    UNREADABLE = "unreadable"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Problem:
    """One item of a store that is not as it was stored.

    Attributes:
        item: its path inside the store, with forward slashes; `audit/17` is an entry of the trail,
            `notes/17` its note, `captures/<identifier>` a row of the index.
        fault: what is wrong with it.
        detail: a few words on how it was noticed.
    """

    item: str
    fault: Fault
    detail: str


class StoreCheck:
    """One look at a store, inside one consistent view of its index."""

    def __init__(
        self, root: Path, connection: sqlite3.Connection, trail: Trail, sealer: Sealer | None
    ) -> None:
        self._root = root
        self._connection = connection
        self._trail = trail
        self._sealer = sealer

    def everything(
        self,
        damage: Sequence[str],
        mark: Mark | DamagedMark | None,
        progress: Progress | None = None,
    ) -> list[Problem]:
        """All that is wrong.

        Args:
            damage: what the index's own check found.
            mark: where the trail ended at some time before this view of the index.
            progress: told before each capture; true stops.

        Raises:
            OSError: the store cannot be read.
            VerificationStoppedError: `progress` stopped it.
            StoreError: the key is missing.
        """
        problems = [Problem(INDEX_NAME, Fault.UNREADABLE, text) for text in damage]
        chain = list(stored_entries(self._connection))
        problems += chain_problems(chain)
        problems += _mark_problems(chain, mark)
        trail, unread = self._read(chain)
        problems += unread
        problems += self._note_problems(trail)
        expected = expected_files(trail)
        rows = self._connection.execute("SELECT identifier, state, day FROM captures").fetchall()
        states = {identifier: state for identifier, state, _ in rows}
        places = {identifier: self._root / day / identifier for identifier, _, day in rows}
        for done, identifier in enumerate(sorted(expected)):
            if progress is not None and progress(done, len(expected)):
                raise VerificationStoppedError(
                    said("The verification was stopped. It says nothing of the store.")
                )
            problems += self._capture_problems(identifier, expected[identifier])
        problems += self._begun_problems(trail, states)
        problems += [
            Problem(f"captures/{identifier}", Fault.EXTRA, said("the audit trail does not know it"))
            for identifier, state in sorted(states.items())
            if state == CaptureState.STORED and identifier not in expected
        ]
        begun = {name for name, state in states.items() if state == CaptureState.BEGUN}
        return [*problems, *self._strays({*expected, *begun}, places)]

    def capture(self, identifier: str) -> list[Problem]:
        """All that is wrong with one capture: its row, its files, and what the trail says of it.

        Raises:
            OSError: the store cannot be read.
            StoreError: the key is missing.
        """
        chain = list(stored_entries(self._connection))
        about = {f"audit/{entry.number}" for entry in chain if entry.capture == identifier}
        problems = [problem for problem in chain_problems(chain) if problem.item in about]
        trail, unread = self._read([entry for entry in chain if entry.capture == identifier])
        problems += unread
        expected = expected_files(trail)
        if identifier not in expected:
            unknown = Problem(
                f"captures/{identifier}", Fault.EXTRA, said("the audit trail does not know it")
            )
            return [*problems, unknown]
        return [*problems, *self._capture_problems(identifier, expected[identifier])]

    # The trail

    def _read(self, chain: Iterable[StoredEntry]) -> tuple[list[AuditEntry], list[Problem]]:
        """Entries that can be read, and what is wrong with the others."""
        trail, problems = [], []
        for stored in chain:
            try:
                entry = self._trail.entry(stored, None)
            except StoreError:
                if self._sealer is None and is_whole(stored):
                    raise  # not damage: the key is missing
                problems.append(
                    Problem(f"audit/{stored.number}", Fault.UNREADABLE, said("it cannot be read"))
                )
            else:
                trail.append(entry)
        return trail, problems

    def _note_problems(self, trail: Sequence[AuditEntry]) -> Iterator[Problem]:
        rows = self._connection.execute("SELECT number, body FROM notes ORDER BY number")
        notes = {number: hashlib.sha256(body).hexdigest() for number, body in rows}
        erased = purged_notes(trail)
        for entry in trail:
            item = f"notes/{entry.number}"
            found = notes.pop(entry.number, None)
            if entry.note_sha256 == found:
                continue
            if found is None:
                if entry.number not in erased:
                    yield Problem(item, Fault.MISSING, said("no purge removed it"))
            elif entry.note_sha256 is None:
                yield Problem(item, Fault.EXTRA, said("its entry has no note"))
            else:
                yield Problem(item, Fault.ALTERED, said("its checksum differs"))
        for number in notes:
            yield Problem(f"notes/{number}", Fault.EXTRA, said("there is no such entry"))

    # Captures

    def _capture_problems(self, identifier: str, files: Mapping[str, str]) -> Iterator[Problem]:
        row = self._connection.execute(
            "SELECT day, state, body FROM captures WHERE identifier = ?", (identifier,)
        ).fetchone()
        item = f"captures/{identifier}"
        if row is None:
            yield Problem(item, Fault.MISSING, said("the index has lost it"))
            folder = next((f for f in capture_folders(self._root) if f.name == identifier), None)
        else:
            folder = self._root / row[0] / identifier
            listed = files_of(self._connection, identifier)
            if {name: file.sha256 for name, file in listed.items()} != files:
                yield Problem(
                    item, Fault.ALTERED, said("the index lists other files than the trail")
                )
        if folder is None or not is_capture(folder):
            where = identifier if folder is None else _item(self._root, folder)
            yield Problem(where, Fault.MISSING, said("the capture's folder is gone"))
            return
        sound = True
        for name, sha256 in sorted(files.items()):
            for problem in _file_problems(self._root, folder / name, sha256):
                sound = sound and given_name(name) != RECORD_NAME
                yield problem
        for extra in entries(folder):
            if extra.name not in files:
                yield Problem(
                    _item(self._root, extra), Fault.EXTRA, said("not part of the capture")
                )
        if row is not None and sound:
            yield from self._row_problems(identifier, row[1], row[2], folder)

    def _row_problems(
        self, identifier: str, state: str, body: bytes, folder: Path
    ) -> Iterator[Problem]:
        """What is wrong with a row whose record is what was stored."""
        path = folder / stored_record_name(files_of(self._connection, identifier))
        item = f"captures/{identifier}"
        place = f"{identifier}/{RECORD_NAME}"
        content = opened(path.read_bytes(), place, self._sealer)
        try:
            record = parsed_record(content, path)
        except StoreError:
            yield Problem(_item(self._root, path), Fault.UNREADABLE, said("of a newer FaceQA"))
            return
        try:
            row = CaptureRow.model_validate_json(opened(body, item, self._sealer))
        except (StoreError, ValidationError):
            yield Problem(item, Fault.UNREADABLE, said("the row cannot be read"))
            return
        if row != CaptureRow.of(record, CaptureState.STORED) or state != CaptureState.STORED:
            yield Problem(item, Fault.ALTERED, said("the row differs from the record"))
        if (day_of(record), record.identifier) != (folder.parent.name, folder.name):
            yield Problem(_item(self._root, path), Fault.ALTERED, said("belongs to another folder"))

    def _begun_problems(
        self, trail: Sequence[AuditEntry], states: Mapping[str, str]
    ) -> Iterator[Problem]:
        """Captures that were begun and neither stored nor withdrawn nor purged."""
        ended = {
            entry.capture
            for entry in trail
            if entry.event in {*_WHOLE_EVENTS, AuditEvent.CAPTURE_WITHDRAWN}
        } | purged_captures(trail)
        open_ = {
            entry.capture
            for entry in trail
            if entry.event is AuditEvent.CAPTURE_BEGUN and entry.capture not in ended
        }
        for identifier in sorted(name for name in open_ if name is not None):
            item = f"captures/{identifier}"
            if identifier in states:
                detail = said("begun but never stored; the lamp may have been lit")
                yield Problem(item, Fault.INCOMPLETE, detail)
            else:
                yield Problem(item, Fault.MISSING, said("begun, and gone from the index"))
        for identifier, state in sorted(states.items()):
            if state == CaptureState.BEGUN and identifier not in open_:
                detail = said("the audit trail does not know that it was begun")
                yield Problem(f"captures/{identifier}", Fault.EXTRA, detail)

    def _strays(self, expected: Container[str], places: Mapping[str, Path]) -> Iterator[Problem]:
        days = set(day_folders(self._root))
        for path in entries(self._root):
            if path.name.startswith(TEMPORARY):
                detail = said("being written, or left by a crash")
                yield Problem(_item(self._root, path), Fault.INCOMPLETE, detail)
            elif path not in days and not is_of_index(path):
                yield Problem(_item(self._root, path), Fault.EXTRA, said("not part of a store"))
        for day in sorted(days):
            for path in entries(day):
                if not is_capture(path):
                    yield Problem(_item(self._root, path), Fault.EXTRA, said("not a capture"))
                elif path.name not in expected or places.get(path.name, path) != path:
                    detail = said("the audit trail does not know it, or not here")
                    yield Problem(_item(self._root, path), Fault.EXTRA, detail)


def _mark_problems(
    chain: Sequence[StoredEntry], mark: Mark | DamagedMark | None
) -> Iterator[Problem]:
    if isinstance(mark, DamagedMark):
        yield Problem(MARK_NAME, Fault.ALTERED, said("not the mark of a trail"))
        return
    if mark is None:
        if chain:
            yield Problem(MARK_NAME, Fault.MISSING, said("the trail's mark is gone"))
        return
    last = chain[-1].number if chain else 0
    for number in range(last + 1, mark.number + 1):
        yield Problem(f"audit/{number}", Fault.MISSING, said("cut off at the end of the trail"))
    marked = next((entry for entry in chain if entry.number == mark.number), None)
    if marked is not None and is_whole(marked) and marked.sha256 != mark.sha256:
        yield Problem(
            f"audit/{mark.number}",
            Fault.ALTERED,
            said("{mark} has another checksum", mark=MARK_NAME),
        )


def chain_problems(chain: Sequence[StoredEntry]) -> list[Problem]:
    """What is wrong with the chain itself: entries altered, missing, or moved."""
    problems = []
    sound, previous, expected = True, START_OF_CHAIN, 1
    for entry in chain:
        item = f"audit/{entry.number}"
        problems += [
            Problem(f"audit/{number}", Fault.MISSING, said("there is a gap in the trail"))
            for number in range(expected, entry.number)
        ]
        if not is_whole(entry):
            moved = any(is_whole(_at(entry, other)) for other in chain)
            fault = Fault.REORDERED if moved else Fault.ALTERED
            detail = said("it stood elsewhere") if moved else said("its checksum differs")
            problems.append(Problem(item, fault, detail))
        elif sound and entry.previous != previous and entry.number == expected:
            problems.append(
                Problem(item, Fault.ALTERED, said("it does not follow the entry before it"))
            )
        # One broken entry is named once, not again as the one that the next does not follow.
        sound, previous, expected = is_whole(entry), entry.sha256, entry.number + 1
    return problems


def _at(entry: StoredEntry, other: StoredEntry) -> StoredEntry:
    """`entry` as if it stood where `other` stands."""
    return StoredEntry(other.number, entry.capture, entry.body, entry.previous, entry.sha256)


def expected_files(trail: Iterable[AuditEntry]) -> dict[str, dict[str, str]]:
    """The checksum of every file of every capture that should be there, by identifier and name."""
    trail = list(trail)
    found: dict[str, dict[str, str]] = {}
    for entry in trail:
        files = entry.facts.get("files")
        if entry.event in _WHOLE_EVENTS and entry.capture and isinstance(files, dict):
            found[entry.capture] = {name: str(sha256) for name, sha256 in files.items()}
    for identifier in purged_captures(trail):
        found.pop(identifier, None)
    return found


def _item(root: Path, path: Path) -> str:
    item = path.relative_to(root).as_posix()
    return os.fsencode(item).decode("utf-8", "backslashreplace")


def _file_problems(root: Path, path: Path, sha256: str) -> Iterator[Problem]:
    item = _item(root, path)
    if not os.path.lexists(path):
        yield Problem(item, Fault.MISSING, said("the file is gone"))
    elif path.is_symlink() or not path.is_file():
        yield Problem(item, Fault.ALTERED, said("not a plain file"))
    else:
        try:
            actual = sha256_of_file(path)
        except OSError as error:
            why = reason(error) if error.strerror else said("it cannot be read")
            yield Problem(item, Fault.UNREADABLE, why)
        else:
            if actual != sha256:
                yield Problem(item, Fault.ALTERED, said("its checksum differs"))
