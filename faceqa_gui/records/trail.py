"""`Trail`: appends to the audit trail and reads it, inside transactions of the index.

After every commit the number and checksum of the last entry are written to `audit.mark` beside the
index, so that entries cut off at the end are missed as well as any others.
"""

import hashlib
import sqlite3
from collections.abc import Container, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from faceqa_gui.errors import StoreError
from faceqa_gui.records.audit import (
    START_OF_CHAIN,
    AuditEntry,
    AuditEvent,
    Body,
    Note,
    StoredEntry,
    chain_sha256,
)
from faceqa_gui.records.durable import replace_file
from faceqa_gui.records.index import Index
from faceqa_gui.records.layout import MARK_NAME
from faceqa_gui.records.record import Sha256
from faceqa_gui.records.seal import Sealer, is_sealed, opened, sealed
from faceqa_gui.wording import said

_FORWARDS = (
    "SELECT number, capture, body, previous, sha256 FROM audit "
    "WHERE ?1 IS NULL OR capture = ?1 ORDER BY number"
)
_BACKWARDS = f"{_FORWARDS} DESC"
_MARK_LIMIT_BYTES = 1_000


class Mark(BaseModel):
    """Where the trail ended when it was last written to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: Annotated[int, Field(ge=1)]
    sha256: Sha256


class DamagedMark:
    """What lies in the place of the mark and is none."""


class Trail:
    """The audit trail of one store."""

    def __init__(self, root: Path, index: Index, sealer: Sealer | None) -> None:
        self._mark = root / MARK_NAME
        self._index = index
        self._sealer = sealer

    # Writing

    def check_ready(self, connection: sqlite3.Connection) -> StoredEntry | None:
        """Make sure that an entry could be added; returns the last one, None before the first.

        Raises:
            StoreError: the key is missing, or the store is encrypted and this would not be.
        """
        sealed(b"", "audit", self._sealer)
        last = _last(connection)
        if last is not None and self._sealer is None and is_sealed(last.body):
            raise StoreError(
                said(
                    "The records are encrypted and encryption is off in the settings. Turn it on, "
                    "or start with another FACEQA_HOME."
                )
            )
        return last

    def add(
        self,
        connection: sqlite3.Connection,
        event: AuditEvent,
        *,
        who: str,
        capture: str | None = None,
        facts: Mapping[str, JsonValue] | None = None,
        subject: str = "",
        text: str = "",
    ) -> AuditEntry:
        """Append one entry inside a transaction of the index; see `CaptureStore.append`."""
        last = self.check_ready(connection)
        number, previous = (last.number + 1, last.sha256) if last else (1, START_OF_CHAIN)
        note = Note.about(subject, text)
        stored_note = None if note is None else self._sealed(note, f"notes/{number}")
        body = Body(
            number=number,
            at=datetime.now(UTC).astimezone(),
            who=who,
            event=event,
            facts=facts or {},
            note_sha256=None if stored_note is None else hashlib.sha256(stored_note).hexdigest(),
        )
        stored = self._sealed(body, f"audit/{number}")
        entry = StoredEntry(
            number, capture, stored, previous, chain_sha256(number, previous, capture, stored)
        )
        connection.execute(
            "INSERT INTO audit (number, capture, body, previous, sha256) VALUES (?, ?, ?, ?, ?)",
            (number, capture, stored, previous, entry.sha256),
        )
        if stored_note is not None:
            connection.execute("INSERT INTO notes VALUES (?, ?)", (number, stored_note))
        return _read(entry, body, note)

    def mark(self) -> None:
        """Write down where the trail ends, after a commit; other writers wait meanwhile.

        Raises:
            OSError: the mark cannot be written; the next one that is covers this entry as well.
            StoreError: the index cannot be read.
        """
        with self._index.writing() as connection:
            last = _last(connection)
            if last is not None:
                mark = Mark(number=last.number, sha256=last.sha256)
                replace_file(self._mark, mark.model_dump_json().encode() + b"\n")

    # Reading

    def has_mark(self) -> bool:
        """Whether there was a trail before. Raises `OSError`."""
        return self._mark.exists()

    def read_mark(self) -> Mark | DamagedMark | None:
        """The mark; None where there is none. Raises `OSError`."""
        try:
            with self._mark.open("rb") as stream:
                return Mark.model_validate_json(stream.read(_MARK_LIMIT_BYTES))
        except FileNotFoundError:
            return None
        except ValidationError:
            return DamagedMark()

    def read(self, connection: sqlite3.Connection, capture: str | None = None) -> list[AuditEntry]:
        """Every entry, or those about one capture, oldest first.

        Raises:
            StoreError: an entry was altered, or the key to it is missing.
        """
        notes = dict(connection.execute("SELECT number, body FROM notes").fetchall())
        return [
            self.entry(stored, notes.get(stored.number))
            for stored in stored_entries(connection, capture)
        ]

    def newest(self, connection: sqlite3.Connection, events: Container[str]) -> AuditEntry | None:
        """The last entry about one of `events`, without its note; None if there is none.

        Raises:
            StoreError: an entry was altered, or the key to it is missing.
        """
        read = (self.entry(stored, None) for stored in stored_entries(connection, backwards=True))
        return next((entry for entry in read if entry.event in events), None)

    def entry(self, stored: StoredEntry, note: bytes | None) -> AuditEntry:
        """An entry as it can be read.

        Raises:
            StoreError: it was altered, or the key to it is missing.
        """
        place = f"audit/{stored.number}"
        try:
            body = Body.model_validate_json(opened(stored.body, place, self._sealer))
            read = (
                None
                if note is None
                else Note.model_validate_json(opened(note, f"notes/{stored.number}", self._sealer))
            )
        except ValidationError as error:
            raise StoreError(
                said(
                    "{place} of the audit trail cannot be read. Run “faceqa records verify”.",
                    place=place,
                )
            ) from error
        return _read(stored, body, read)

    def _sealed(self, part: BaseModel, place: str) -> bytes:
        return sealed(part.model_dump_json().encode(), place, self._sealer)


def stored_entries(
    connection: sqlite3.Connection, capture: str | None = None, *, backwards: bool = False
) -> Iterator[StoredEntry]:
    """The trail as it lies there, by number; only what is about `capture` if one is given."""
    for row in connection.execute(_BACKWARDS if backwards else _FORWARDS, (capture,)):
        yield StoredEntry(*row)


def _last(connection: sqlite3.Connection) -> StoredEntry | None:
    return next(stored_entries(connection, backwards=True), None)


def _read(stored: StoredEntry, body: Body, note: Note | None) -> AuditEntry:
    return AuditEntry(
        number=body.number,
        at=body.at,
        who=body.who,
        event=body.event,
        capture=stored.capture,
        facts=body.facts,
        note=note,
        note_sha256=body.note_sha256,
        sha256=stored.sha256,
    )
