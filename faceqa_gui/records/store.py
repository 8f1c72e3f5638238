"""`CaptureStore`: captures on disk, each whole or not at all, their index and their audit trail.

See `layout` for the names. Folders are 0700 and files 0600. One station captures; any number of
programs may read, export or purge at the same time.
"""

import os
import shutil
import sqlite3
import uuid
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from pydantic import JsonValue

from faceqa_gui.errors import StoreError
from faceqa_gui.records.adoption import old_intents
from faceqa_gui.records.audit import AuditEntry, AuditEvent
from faceqa_gui.records.capture_row import CaptureRow, CaptureState
from faceqa_gui.records.capture_table import CaptureTable, IncompleteCapture
from faceqa_gui.records.contents import (
    file_record,
    files_of,
    given_name,
    parsed_record,
    read_bytes,
    record_bytes,
    stored_record_name,
)
from faceqa_gui.records.durable import (
    FOLDER_MODE,
    make_folder,
    refusal,
    remove,
    sync_folder,
    write_new_file,
)
from faceqa_gui.records.export_report import Progress
from faceqa_gui.records.index import Index
from faceqa_gui.records.layout import (
    INDEX_NAME,
    RECORD_NAME,
    SEALED,
    TEMPORARY,
    capture_folders,
    check_file_name,
    day_of,
    entries,
)
from faceqa_gui.records.purge import Purge, erase, refuse_recent_light
from faceqa_gui.records.record import CaptureRecord, FileRecord
from faceqa_gui.records.seal import Sealer
from faceqa_gui.records.trail import Trail
from faceqa_gui.records.verification import Problem, StoreCheck
from faceqa_gui.wording import said

MINIMUM_FREE_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class StoredCapture:
    """Where one whole capture lies.

    Attributes:
        identifier: its generated name.
        folder: its folder.
        files: names of the files in it, sorted, as they were given; `record.json` is among them.
    """

    identifier: str
    folder: Path
    files: tuple[str, ...]


class CaptureStore:
    """The captures below one folder. Not thread-safe for capturing: one thread captures."""

    def __init__(
        self,
        root: Path,
        *,
        minimum_free_bytes: int = MINIMUM_FREE_BYTES,
        sealer: Sealer | None = None,
    ) -> None:
        """Nothing is read or written yet.

        Args:
            root: the store's folder; need not exist. Its parents may be links, itself may not.
            minimum_free_bytes: space that must be free before a capture is begun.
            sealer: encrypts whatever is stored from now on, and opens what is encrypted.
        """
        self.root = root.absolute()
        self._minimum_free_bytes = minimum_free_bytes
        self._sealer = sealer
        self._index = Index(self.root / INDEX_NAME, self._fill)
        self._trail = Trail(self.root, self._index, sealer)
        self._table = CaptureTable(self.root, self._trail, sealer)

    # Writing

    def check_ready(self) -> None:
        """Make sure that a capture could be stored now; call it before the lamp is armed.

        Raises:
            StoreError: folder or index cannot be made or written, or too little space is free.
        """
        what = said("Captures cannot be stored")
        # Window and capture may ask at the same time, so each has its own.
        probe = self.root / f"{TEMPORARY}{uuid.uuid4().hex}"
        with _sentences(what, self.root):
            self._make_root()
            try:
                write_new_file(probe, b"FaceQA")
            finally:
                remove(probe)
            free = shutil.disk_usage(self.root).free
        if free < self._minimum_free_bytes:
            raise StoreError(
                said(
                    "{what} in {root}: only {free:.0f} MB are free and {needed:.0f} MB are "
                    "needed. Free some space.",
                    what=what,
                    root=self.root,
                    free=free / 1e6,
                    needed=self._minimum_free_bytes / 1e6,
                )
            )
        with self._changing(what) as connection:
            self._trail.check_ready(connection)

    def append(
        self,
        event: AuditEvent,
        *,
        who: str,
        capture: str | None = None,
        facts: Mapping[str, JsonValue] | None = None,
        subject: str = "",
        text: str = "",
    ) -> AuditEntry:
        """Append one entry to the audit trail; it is on the disk when this returns.

        Args:
            event: what happened.
            who: name of the operator, or `PROGRAM`.
            capture: the capture it is about.
            facts: about programs, models and devices; nothing that could name a person.
            subject: whom it is about; a purge of them removes it.
            text: in the operator's own words; goes with the subject.

        Raises:
            StoreError: it cannot be written.
        """
        what = said("The audit trail cannot be written")
        with self._changing(what) as connection:
            entry = self._trail.add(
                connection,
                event,
                who=who,
                capture=capture,
                facts=facts,
                subject=subject,
                text=text,
            )
        self._mark(what)
        return entry

    def begin(self, record: CaptureRecord) -> None:
        """Write down that a capture begins, before the lamp is lit.

        If neither `save` nor `withdraw` follows, `incomplete` names it after the next start.

        Raises:
            StoreError: it cannot be written, or was begun before; do not light the lamp.
        """
        what = said("The capture cannot be begun")
        identifier = record.identifier
        with self._changing(what) as connection:
            self._table.begin(connection, record)
        try:
            self._mark(what)
        except StoreError:
            # The lamp stays dark; if this fails as well, the capture is named as incomplete.
            with suppress(StoreError):
                self.withdraw(identifier)
            raise

    def withdraw(self, identifier: str) -> None:
        """Forget a capture that was begun: the lamp was never lit. The trail keeps that it was.

        Raises:
            StoreError: the index cannot be written.
        """
        what = said("The capture cannot be withdrawn")
        with self._changing(what) as connection:
            self._table.withdraw(connection, identifier)
        self._mark(what)

    def save(self, record: CaptureRecord, files: Mapping[str, bytes]) -> StoredCapture:
        """Store a capture whole, or nothing of it.

        Args:
            record: what is known of it; its `files` are filled in here.
            files: content by name; names are lower-case letters, digits and `_`, with an ending.

        Returns:
            Where it lies. It has then survived a power cut.

        Raises:
            StoreError: nothing was stored, unless the sentence says otherwise.
        """
        for name in files:
            check_file_name(name)
        listed = {name: file_record(data) for name, data in files.items()}
        record = record.model_copy(update={"files": listed})
        everything = dict(
            self._sealed_file(record.identifier, name, data)
            for name, data in (*files.items(), (RECORD_NAME, record_bytes(record)))
        )
        folder = self.root / day_of(record) / record.identifier
        what = said("The capture could not be stored")
        with self._changing(what) as connection:
            self._table.check_unused(connection, record.identifier)
        if os.path.lexists(folder):
            raise StoreError(
                said("{folder} exists and is not overwritten. Start a new capture.", folder=folder)
            )
        temporary = self.root / f"{TEMPORARY}{record.identifier}"
        try:
            with _sentences(what, self.root):
                self._write_folder(temporary, folder, everything)
            with self._changing(what) as connection:
                self._table.enter(connection, record, everything, AuditEvent.CAPTURE_STORED)
        except BaseException:
            # Whatever stopped it, a removal that fails as well is left to `recover`.
            with suppress(OSError):
                remove(temporary)
                remove(folder)
            raise
        with _sentences(said("The capture was stored but may not survive a power cut"), folder):
            self._trail.mark()
        names = tuple(sorted(given_name(name) for name in everything))
        return StoredCapture(record.identifier, folder, names)

    def recover(self) -> list[str]:
        """Clean up after a crash; only the program that captures may call this, at its start.

        Returns:
            Names of what was removed or completed: unfinished folders, captures whose folder was
            whole before the index knew, and folders that a purge had left. Captures without a
            record stay, see `incomplete`.

        Raises:
            StoreError: something cannot be read, written or removed.
        """
        what = said("The store could not be cleaned up")
        done: list[str] = []
        with _sentences(what, self.root):
            if not self.root.exists():
                return done
            for path in entries(self.root):
                if path.name.startswith(TEMPORARY):
                    remove(path)
                    done.append(path.name)
            with self._changing(what) as connection:
                done += self._table.complete(connection)
                left = self._table.left_by_purge(connection)
            for folder in left:
                remove(folder)
                done.append(folder.name)
            for intent in old_intents(self.root):
                remove(intent)
                done.append(intent.name)
            sync_folder(self.root)
            self._trail.mark()
        return done

    def purge(self, subject: str, *, who: str, now: datetime) -> Purge:
        """Remove every trace of a subject; the trail keeps that, when and what checksums.

        Args:
            subject: exactly as in the records.
            who: name of the supervisor.
            now: the wall clock's time.

        Raises:
            StoreError: nothing is known of the subject, they had UV light in the last 24 hours
                (their dose must be known), or something cannot be removed.
        """
        what = said("The subject cannot be purged")
        with self._changing(what) as connection:
            rows = self._table.rows(connection)
            refuse_recent_light(rows, subject, now)
            purge = erase(connection, self._trail, rows, subject, who=who)
        self._mark(what)
        with _sentences(what, self.root):
            for folder in capture_folders(self.root):
                if folder.name in purge.captures:
                    remove(folder)
                    sync_folder(folder.parent)
            self._index.forget_deleted()
            for path in entries(self.root):
                if self._index.is_old_copy(path):
                    remove(path)
            sync_folder(self.root)
        return purge

    # Reading

    def captures(self) -> list[StoredCapture]:
        """Every whole capture, by day and then by identifier.

        Raises:
            StoreError: the store cannot be read.
        """
        with self._reading(said("The captures cannot be read")) as connection:
            rows = connection.execute(
                "SELECT identifier, day FROM captures WHERE state = ? ORDER BY day, identifier",
                (CaptureState.STORED,),
            ).fetchall()
            return [
                StoredCapture(
                    identifier,
                    self.root / day / identifier,
                    tuple(sorted(map(given_name, files_of(connection, identifier)))),
                )
                for identifier, day in rows
            ]

    def summaries(self) -> list[CaptureRow]:
        """What the index says of every capture, begun ones too, oldest first.

        Raises:
            StoreError: the store cannot be read, or the key to it is missing.
        """
        with self._reading(said("The captures cannot be read")) as connection:
            found = self._table.rows(connection)
        return sorted(found, key=lambda row: (row.captured_at, row.identifier))

    def identifiers_since(self, day: date) -> list[str]:
        """Identifiers of the whole captures of `day` and later days, by day.

        Raises:
            StoreError: the store cannot be read.
        """
        with self._reading(said("The captures cannot be read")) as connection:
            rows = connection.execute(
                "SELECT identifier FROM captures WHERE state = ? AND day >= ? "
                "ORDER BY day, identifier",
                (CaptureState.STORED, day.isoformat()),
            ).fetchall()
        return [identifier for (identifier,) in rows]

    def incomplete(self) -> list[IncompleteCapture]:
        """Captures that were begun and never stored.

        Raises:
            StoreError: the store cannot be read.
        """
        with self._reading(said("The captures cannot be read")) as connection:
            return self._table.incomplete(connection)

    def load(self, identifier: str) -> CaptureRecord:
        """The record of a capture.

        Raises:
            StoreError: there is no such capture, or its record cannot be read.
        """
        folder, files = self._place(identifier)
        stored = stored_record_name(files)
        with _sentences(said("The record cannot be read"), folder):
            content = read_bytes(folder, stored, files[stored], self._sealer)
        return parsed_record(content, folder / stored)

    def file_names(self, identifier: str) -> list[str]:
        """Names of a capture's files as they were given, sorted; `record.json` is among them.

        Raises:
            StoreError: there is no such capture.
        """
        return sorted(map(given_name, self._place(identifier)[1]))

    def read_file(self, identifier: str, name: str) -> bytes:
        """The content of one file of a capture, as it was given to `save`.

        Raises:
            StoreError: there is no such file, it was altered, or the key to it is missing.
        """
        folder, files = self._place(identifier)
        stored = next((stored for stored in files if given_name(stored) == name), None)
        if stored is None:
            raise StoreError(
                said(
                    "The capture {identifier} has no file {name!r}. It has: {names}.",
                    identifier=identifier,
                    name=name,
                    names=", ".join(sorted(map(given_name, files))),
                )
            )
        with _sentences(said("The file cannot be read"), folder):
            return read_bytes(folder, stored, files[stored], self._sealer)

    def audit(self, capture: str | None = None) -> list[AuditEntry]:
        """The audit trail, or what it says about one capture; oldest first.

        Raises:
            StoreError: it cannot be read, or the key to it is missing.
        """
        with self._reading(said("The audit trail cannot be read")) as connection:
            return self._trail.read(connection, capture)

    def newest(self, events: Container[AuditEvent]) -> AuditEntry | None:
        """The last entry of the trail about one of `events`; None if there is none.

        Raises:
            StoreError: it cannot be read, or the key to it is missing.
        """
        with self._reading(said("The audit trail cannot be read")) as connection:
            return self._trail.newest(connection, events)

    # Verifying

    def verify(self, identifier: str) -> list[Problem]:
        """Everything that is wrong with one capture; [] if nothing is.

        Raises:
            StoreError: there is no such capture, or the store cannot be read.
        """
        self._place(identifier)
        with self._reading(said("The capture cannot be verified")) as connection:
            return self._check(connection).capture(identifier)

    def verify_all(self, progress: Progress | None = None) -> list[Problem]:
        """Everything that is wrong in the store, and every item that does not belong there.

        Args:
            progress: told before each capture how many of how many are done; true stops.

        Raises:
            VerificationStoppedError: `progress` stopped it.
            StoreError: the store cannot be read, or the key to it is missing.
        """
        what = said("The store cannot be verified")
        # Read before the index: a station that writes meanwhile only makes the trail longer.
        with _sentences(what, self.root):
            mark = self._trail.read_mark()
        damage = self._index.damage() if self._has_index(what) else []
        with self._reading(what) as connection:
            return self._check(connection).everything(damage, mark, progress)

    # Inside

    def _fill(self, connection: sqlite3.Connection) -> None:
        self._table.adopt(connection)

    def _check(self, connection: sqlite3.Connection) -> StoreCheck:
        return StoreCheck(self.root, connection, self._trail, self._sealer)

    @contextmanager
    def _changing(self, what: str) -> Iterator[sqlite3.Connection]:
        with _sentences(what, self.root):
            self._make_root()
            with self._index.writing() as connection:
                yield connection

    @contextmanager
    def _reading(self, what: str) -> Iterator[sqlite3.Connection]:
        if not self._has_index(what):
            with Index.empty() as connection:
                yield connection
            return
        with _sentences(what, self.root), self._index.reading() as connection:
            yield connection

    def _has_index(self, what: str) -> bool:
        """False for a store that nothing was ever stored in.

        Raises:
            StoreError: there is something and no index.
        """
        with _sentences(what, self.root):
            if self._index.exists():
                return True
            if not self._trail.has_mark() and next(capture_folders(self.root), None) is None:
                return False
        raise StoreError(
            said(
                "{what}: {root} has no {index}. If an older FaceQA made it, start the "
                "station on it once; else restore the index from a backup.",
                what=what,
                root=self.root,
                index=INDEX_NAME,
            )
        )

    def _make_root(self) -> None:
        self._refuse_link(self.root)
        make_folder(self.root)

    def _refuse_link(self, path: Path) -> None:
        if path.is_symlink():
            raise StoreError(
                said(
                    "{path} is a link, so captures could end up elsewhere. Name the folder "
                    "itself as the store.",
                    path=path,
                )
            )

    def _mark(self, what: str) -> None:
        with _sentences(what, self.root):
            self._trail.mark()

    def _write_folder(self, temporary: Path, folder: Path, files: Mapping[str, bytes]) -> None:
        temporary.mkdir(mode=FOLDER_MODE)
        for name, data in files.items():
            write_new_file(temporary / name, data)
        sync_folder(temporary)
        self._refuse_link(folder.parent)
        make_folder(folder.parent)
        temporary.rename(folder)
        sync_folder(folder.parent)
        sync_folder(self.root)

    def _place(self, identifier: str) -> tuple[Path, dict[str, FileRecord]]:
        """Where a stored capture lies, and its files."""
        with self._reading(said("The capture cannot be read")) as connection:
            return self._table.place(connection, identifier)

    def _sealed_file(self, identifier: str, name: str, data: bytes) -> tuple[str, bytes]:
        if self._sealer is None:
            return name, data
        return f"{name}{SEALED}", self._sealer.seal(data, f"{identifier}/{name}")


@contextmanager
def _sentences(what: str, place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise refusal(what, place, error) from error
