"""`Index`: the SQLite file of a store; what lies in it and how it is opened.

Write-ahead log and full synchronisation: what was committed survives a power cut. Every operation
opens and closes the file, so that a store whose drive went away is noticed at the next one.
"""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from faceqa_gui.errors import StoreError
from faceqa_gui.records.durable import FILE_MODE, sync_folder
from faceqa_gui.records.schema import STEPS
from faceqa_gui.wording import said

APPLICATION_ID = 0x46514131  # "FQA1"
BUSY_SECONDS = 5.0

_FULL = {"SQLITE_FULL"}
_BUSY = {"SQLITE_BUSY", "SQLITE_LOCKED"}
_DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_SCHEMA", "SQLITE_ERROR"}


_MAKING = threading.Lock()


class Index:
    """One SQLite file. Any number of threads and programs may use it at the same time."""

    def __init__(self, path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
        """Nothing is opened yet.

        Args:
            path: of the file.
            fill: called once inside the transaction that makes the file.
        """
        self.path = path
        self._fill = fill

    @staticmethod
    @contextmanager
    def empty() -> Iterator[sqlite3.Connection]:
        """What an index looks like in which nothing was entered yet."""
        with closing(sqlite3.connect(":memory:")) as connection:
            for step in STEPS:
                connection.executescript(step)
            yield connection

    def is_old_copy(self, path: Path) -> bool:
        """Whether a file is a copy of this index that was kept before it was brought up to date."""
        return path.name.startswith(f"{self.path.name}.v")

    def exists(self) -> bool:
        """Whether there is an index; one that is being made does not count yet.

        Raises:
            OSError: its folder cannot be read.
            StoreError: it is damaged.
        """
        if not self.path.is_file() or self.path.stat().st_size == 0:
            return False
        with _sentences(self.path), closing(self._open(_reading_mode(self.path))) as connection:
            return _version(connection) > 0

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One consistent view of the index; nothing can be written through it.

        Raises:
            StoreError: it is missing, damaged, or of another version.
        """
        with _sentences(self.path), closing(self._open(_reading_mode(self.path))) as connection:
            version = _version(connection)
            if version != len(STEPS):
                raise _other_version(self.path, version)
            connection.execute("BEGIN")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is on the disk when the block ends, or nothing is.

        A missing file is made, an older one copied and brought up to date first.

        Raises:
            StoreError: the index cannot be written, is damaged, or is of a newer version.
        """
        with _sentences(self.path):
            self._make_file()
            with closing(self._open("rw")) as connection:
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute("PRAGMA secure_delete = ON").fetchone()
                connection.execute("BEGIN IMMEDIATE")
                self._bring_up_to_date(connection)
                # Closing without this takes everything back.
                yield connection
                connection.execute("COMMIT")

    def forget_deleted(self) -> None:
        """Write the file anew, so that no free page or log keeps what was deleted.

        Raises:
            StoreError: it cannot be written.
        """
        with _sentences(self.path), closing(self._open("rw")) as connection:
            connection.execute("PRAGMA secure_delete = ON").fetchone()
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def damage(self) -> list[str]:
        """What SQLite's own check finds; [] if nothing.

        Raises:
            StoreError: the file cannot be read at all.
        """
        with self.reading() as connection:
            rows = connection.execute("PRAGMA integrity_check(10)").fetchall()
            return [str(text) for (text,) in rows if text != "ok"]

    # Inside

    def _open(self, mode: str) -> sqlite3.Connection:
        address = f"{self.path.as_uri()}?{_MODES[mode]}"
        return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)

    def _make_file(self) -> None:
        # Two threads that turn the log on at once would find the file locked, without a wait.
        with _MAKING:
            if self.path.exists() and self.path.stat().st_size:
                return
            # SQLite would take the mode from the umask; its log gets the mode of this file.
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, FILE_MODE))
            sync_folder(self.path.parent)
            with closing(self._open("rw")) as connection:
                connection.execute("PRAGMA journal_mode = WAL").fetchone()

    def _bring_up_to_date(self, connection: sqlite3.Connection) -> None:
        version = _version(connection)
        if version > len(STEPS):
            raise _other_version(self.path, version)
        if version == len(STEPS):
            return
        if version:
            self._keep_copy(version)
        for number, step in enumerate(STEPS[version:], start=version + 1):
            for statement in _statements(step):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number:d}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        if not version:
            self._fill(connection)

    def _keep_copy(self, version: int) -> None:
        """A copy of the file as it was, beside it; one that was kept before stays."""
        kept = self.path.with_name(f"{self.path.name}.v{version}")
        if kept.exists():
            return
        os.close(os.open(kept, os.O_RDWR | os.O_CREAT, FILE_MODE))
        # Another connection reads it: SQLite copies nothing through one that is about to write.
        with closing(self._open("ro")) as source, closing(sqlite3.connect(kept)) as copy:
            source.backup(copy)


_MODES = {"rw": "mode=rw", "ro": "mode=ro", "still": "mode=ro&immutable=1"}


def _reading_mode(path: Path) -> str:
    """SQLite cannot place its log in a folder that cannot be written, where nobody else writes."""
    log = path.with_name(f"{path.name}-wal")
    logged = log.exists() and log.stat().st_size > 0
    still = not os.access(path.parent, os.W_OK) and not logged
    return "still" if still else "ro"


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _statements(step: str) -> Iterator[str]:
    """The statements of a step; unlike `executescript`, running them one by one commits nothing."""
    statement = ""
    for line in step.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _other_version(path: Path, version: int) -> StoreError:
    if version > len(STEPS):
        return StoreError(
            said(
                "The index {path} was written by a newer FaceQA (form {version}, this one "
                "knows {known}). It was left as it is; install the newer FaceQA.",
                path=path,
                version=version,
                known=len(STEPS),
            )
        )
    return StoreError(
        said(
            "The index {path} is of an older FaceQA. Start the station once, which brings it "
            "up to date.",
            path=path,
        )
    )


@contextmanager
def _sentences(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise _refusal(path, error) from error


def _refusal(path: Path, error: sqlite3.Error) -> StoreError:
    name = getattr(error, "sqlite_errorname", "SQLITE_ERROR")
    kind = "_".join(name.split("_")[:2])
    if kind in _FULL:
        return StoreError(
            said(
                "The index {path} cannot be written: the disk or its quota is full. Free "
                "some space, then try again.",
                path=path,
            )
        )
    if kind in _BUSY:
        return StoreError(
            said(
                "The index {path} is held by another program. Close it, then try again.", path=path
            )
        )
    if kind in _DAMAGED:
        return StoreError(
            said(
                "The index {path} is damaged or not an index of FaceQA. Nothing was written; "
                "keep the folder as it is and restore the index from a backup.",
                path=path,
            )
        )
    return StoreError(
        said(
            "The index {path} cannot be used ({name}). Check the folder's permissions and "
            "that its drive is connected.",
            path=path,
            name=name,
        )
    )
