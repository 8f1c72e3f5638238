"""`CaptureTable`: the captures in the index, and what the trail says when one comes or goes.

Every method works inside a transaction of the index that its caller began.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import JsonValue, ValidationError

from faceqa_gui.errors import StoreError
from faceqa_gui.records.adoption import adopt_all
from faceqa_gui.records.audit import PROGRAM, AuditEvent
from faceqa_gui.records.capture_facts import begun_facts, outcome_facts
from faceqa_gui.records.capture_row import CaptureRow, CaptureState
from faceqa_gui.records.contents import (
    add_files,
    file_record,
    files_of,
    parsed_record,
    record_bytes,
    stored_record_name,
)
from faceqa_gui.records.layout import (
    INDEX_NAME,
    RECORD_NAME,
    capture_folders,
    checked,
    day_of,
    entries,
    is_capture,
)
from faceqa_gui.records.purge import purged_captures
from faceqa_gui.records.record import CaptureRecord, FileRecord
from faceqa_gui.records.record_versions import record_from_json
from faceqa_gui.records.seal import Sealer, opened, sealed
from faceqa_gui.records.trail import Trail
from faceqa_gui.wording import said


@dataclass(frozen=True, slots=True)
class IncompleteCapture:
    """A capture that was begun and never stored: the lamp may have been lit.

    Attributes:
        identifier: its generated name.
        record: what was known before the exposure; None where it cannot be read.
    """

    identifier: str
    record: CaptureRecord | None


class CaptureTable:
    """The rows of captures and of their files."""

    def __init__(self, root: Path, trail: Trail, sealer: Sealer | None) -> None:
        self._root = root
        self._trail = trail
        self._sealer = sealer

    # Coming and going

    def check_unused(self, connection: sqlite3.Connection, identifier: str) -> None:
        """Make sure that no capture of this name is stored.

        Raises:
            StoreError: one is.
        """
        if self._state(connection, identifier) == CaptureState.STORED:
            raise self._used(identifier)

    def begin(
        self,
        connection: sqlite3.Connection,
        record: CaptureRecord,
        **more: JsonValue,
    ) -> None:
        """Enter a capture whose lamp is about to be lit; `more` goes into the trail.

        Raises:
            StoreError: it was begun or stored before, or the trail cannot be written.
        """
        identifier = record.identifier
        if self._state(connection, identifier) is not None:
            raise self._used(identifier)
        draft = sealed(record_bytes(record), _place_of(identifier), self._sealer)
        self._insert(connection, record, CaptureState.BEGUN, draft)
        self._report(connection, AuditEvent.CAPTURE_BEGUN, record, {**begun_facts(record), **more})

    def withdraw(self, connection: sqlite3.Connection, identifier: str) -> None:
        """Forget a capture that was begun, if it was.

        Raises:
            StoreError: the identifier is none, or the trail cannot be written.
        """
        removed = connection.execute(
            "DELETE FROM captures WHERE identifier = ? AND state = ?",
            (checked(identifier), CaptureState.BEGUN),
        ).rowcount
        if removed:
            self._trail.add(
                connection, AuditEvent.CAPTURE_WITHDRAWN, who=PROGRAM, capture=identifier
            )

    def enter(
        self,
        connection: sqlite3.Connection,
        record: CaptureRecord,
        files: Mapping[str, bytes],
        event: AuditEvent,
    ) -> None:
        """Enter a capture whose folder is whole and holds `files`.

        Raises:
            StoreError: it is stored already, or the trail cannot be written.
        """
        identifier = record.identifier
        self.check_unused(connection, identifier)
        connection.execute("DELETE FROM captures WHERE identifier = ?", (identifier,))
        row = CaptureRow.of(record, CaptureState.STORED).model_dump_json().encode()
        body = sealed(row, _place_of(identifier), self._sealer)
        self._insert(connection, record, CaptureState.STORED, body)
        listed = {name: file_record(data) for name, data in files.items()}
        add_files(connection, identifier, listed)
        self._report(connection, event, record, outcome_facts(record, listed))

    # After a crash, an update or a purge

    def adopt(self, connection: sqlite3.Connection) -> None:
        """Take over what an older FaceQA stored without an index.

        Raises:
            OSError: something cannot be read.
            StoreError: there was an index, which is gone.
        """
        if self._trail.has_mark():
            raise StoreError(
                said(
                    "{root} had an index, which is gone. Nothing was written; restore "
                    "{index} from a backup.",
                    root=self._root,
                    index=INDEX_NAME,
                )
            )
        for record, files in adopt_all(self._root):
            if files is None:
                self.begin(connection, record, adopted=True)
            else:
                self.enter(connection, record, files, AuditEvent.CAPTURE_ADOPTED)

    def complete(self, connection: sqlite3.Connection) -> list[str]:
        """Enter captures that were whole on the disk before the index knew; their identifiers.

        Raises:
            OSError: something cannot be read.
            StoreError: a record cannot be read, or the trail cannot be written.
        """
        done = []
        begun = connection.execute(
            "SELECT identifier, day FROM captures WHERE state = ?", (CaptureState.BEGUN,)
        ).fetchall()
        for identifier, day in begun:
            folder = self._root / day / identifier
            if is_capture(folder):
                files = {path.name: path.read_bytes() for path in entries(folder)}
                stored = stored_record_name(files)
                place = f"{identifier}/{RECORD_NAME}"
                record = parsed_record(opened(files[stored], place, self._sealer), folder / stored)
                self.enter(connection, record, files, AuditEvent.CAPTURE_RECOVERED)
                done.append(identifier)
        return done

    def left_by_purge(self, connection: sqlite3.Connection) -> list[Path]:
        """Folders that a purge was stopped from removing.

        Raises:
            OSError: the store cannot be read.
            StoreError: the trail cannot be read.
        """
        known = {name for (name,) in connection.execute("SELECT identifier FROM captures")}
        unknown = [folder for folder in capture_folders(self._root) if folder.name not in known]
        gone = purged_captures(self._trail.read(connection)) if unknown else frozenset()
        return [folder for folder in unknown if folder.name in gone]

    # Reading

    def rows(self, connection: sqlite3.Connection) -> list[CaptureRow]:
        """What a list shows of every capture.

        Raises:
            StoreError: a row cannot be read, or the key to it is missing.
        """
        found = connection.execute("SELECT identifier, state, body FROM captures")
        return [self._row(identifier, state, body) for identifier, state, body in found]

    def incomplete(self, connection: sqlite3.Connection) -> list[IncompleteCapture]:
        """Captures that were begun and never stored, by identifier."""
        found = connection.execute(
            "SELECT identifier, body FROM captures WHERE state = ? ORDER BY identifier",
            (CaptureState.BEGUN,),
        )
        return [
            IncompleteCapture(identifier, self._draft_or_none(identifier, body))
            for identifier, body in found
        ]

    def place(
        self, connection: sqlite3.Connection, identifier: str
    ) -> tuple[Path, dict[str, FileRecord]]:
        """Where a stored capture lies, and its files.

        Raises:
            StoreError: there is no such capture.
        """
        found = connection.execute(
            "SELECT day FROM captures WHERE identifier = ? AND state = ?",
            (checked(identifier), CaptureState.STORED),
        ).fetchone()
        if found is None:
            raise StoreError(
                said(
                    "There is no capture {identifier} in {root}. “faceqa records list” names "
                    "those that exist.",
                    identifier=identifier,
                    root=self._root,
                )
            )
        return self._root / found[0] / identifier, files_of(connection, identifier)

    # Inside

    def _state(self, connection: sqlite3.Connection, identifier: str) -> str | None:
        found = connection.execute(
            "SELECT state FROM captures WHERE identifier = ?", (identifier,)
        ).fetchone()
        return found[0] if found else None

    def _used(self, identifier: str) -> StoreError:
        return StoreError(
            said(
                "The capture {identifier} exists in {root} and is not overwritten. Start a "
                "new capture.",
                identifier=identifier,
                root=self._root,
            )
        )

    def _insert(
        self,
        connection: sqlite3.Connection,
        record: CaptureRecord,
        state: CaptureState,
        body: bytes,
    ) -> None:
        connection.execute(
            "INSERT INTO captures (identifier, day, state, body) VALUES (?, ?, ?, ?)",
            (record.identifier, day_of(record), state, body),
        )

    def _report(
        self,
        connection: sqlite3.Connection,
        event: AuditEvent,
        record: CaptureRecord,
        facts: Mapping[str, JsonValue],
    ) -> None:
        self._trail.add(
            connection,
            event,
            who=record.operator,
            capture=record.identifier,
            facts=facts,
            subject=record.subject,
            text=record.override.reason if record.override else "",
        )

    def _row(self, identifier: str, state: str, body: bytes) -> CaptureRow:
        place = _place_of(identifier)
        try:
            content = opened(body, place, self._sealer)
            if state == CaptureState.BEGUN:
                return CaptureRow.of(record_from_json(content), CaptureState.BEGUN)
            return CaptureRow.model_validate_json(content)
        except ValidationError as error:
            raise StoreError(
                said(
                    "{place} in {index} cannot be read. Run “faceqa records verify”.",
                    place=place,
                    index=self._root / INDEX_NAME,
                )
            ) from error

    def _draft_or_none(self, identifier: str, body: bytes) -> CaptureRecord | None:
        try:
            return record_from_json(opened(body, _place_of(identifier), self._sealer))
        except (StoreError, ValidationError):
            return None


def _place_of(identifier: str) -> str:
    return f"captures/{identifier}"
