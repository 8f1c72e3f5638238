"""`CaptureStore`: captures on disk, each whole or not at all.

    <store>/2026-11-21/<identifier>/record.json, record.sha256, frame.png, …
    <store>/<identifier>.intent.json    a capture that was begun and not stored yet
    <store>/.saving-…                   being written; `recover` removes it after a crash

Names are generated; no text that anybody typed becomes part of a path. Folders are 0700 and files
0600. One station writes; any number of programs may read at the same time.
"""

import hashlib
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from faceqa_gui.errors import StoreError
from faceqa_gui.records.durable import (
    FOLDER_MODE,
    make_folder,
    refusal,
    remove,
    sync_folder,
    write_new_file,
)
from faceqa_gui.records.record import CaptureRecord, FileRecord
from faceqa_gui.records.verification import (
    CHECKSUM_NAME,
    RECORD_NAME,
    Fault,
    Problem,
    checksum_line,
    date_name,
    find_problems,
    problem_at,
    read_record,
)

MINIMUM_FREE_BYTES = 200_000_000

_TEMPORARY = ".saving-"
_INTENT = ".intent.json"
_IDENTIFIER = re.compile(r"[0-9a-f]{32}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# Windows keeps the names of its devices to itself, whatever their ending.
_FILE_NAME = re.compile(r"(?!(con|prn|aux|nul|com\d|lpt\d)\.)[a-z][a-z0-9_]{0,39}\.[a-z0-9]{1,8}")


@dataclass(frozen=True, slots=True)
class StoredCapture:
    """Where one whole capture lies.

    Attributes:
        identifier: its generated name.
        folder: its folder.
        files: names of the files in it, sorted; `record.json` and its checksum are among them.
    """

    identifier: str
    folder: Path
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncompleteCapture:
    """A capture that was begun and never stored: the lamp may have been lit.

    Attributes:
        identifier: its generated name.
        intent: file with what was known before the exposure.
        record: its content; None where it cannot be read.
    """

    identifier: str
    intent: Path
    record: CaptureRecord | None


class CaptureStore:
    """The captures below one folder. Not thread-safe for writing: one thread captures."""

    def __init__(self, root: Path, *, minimum_free_bytes: int = MINIMUM_FREE_BYTES) -> None:
        """Nothing is read or written yet.

        Args:
            root: the store's folder; need not exist. Its parents may be links, itself may not.
            minimum_free_bytes: space that must be free before a capture is begun.
        """
        self.root = root.absolute()
        self._minimum_free_bytes = minimum_free_bytes

    # Writing

    def check_ready(self) -> None:
        """Make sure that a capture could be stored now; call it before the lamp is armed.

        Raises:
            StoreError: the folder cannot be made or written, or too little space is free.
        """
        what = "Captures cannot be stored"
        probe = self.root / f"{_TEMPORARY}probe"
        with _sentences(what, self.root):
            self._make_root()
            remove(probe)
            write_new_file(probe, b"FaceQA")
            remove(probe)
            free = shutil.disk_usage(self.root).free
        if free < self._minimum_free_bytes:
            raise StoreError(
                f"{what} in {self.root}: only {free / 1e6:.0f} MB are free and "
                f"{self._minimum_free_bytes / 1e6:.0f} MB are needed. Free some space."
            )

    def begin(self, record: CaptureRecord) -> None:
        """Write down that a capture begins, before the lamp is lit.

        If neither `save` nor `withdraw` follows, `incomplete` names it after the next start.

        Raises:
            StoreError: it cannot be written, or was begun before; do not light the lamp.
        """
        intent = self._intent(record.identifier)
        temporary = self.root / f"{_TEMPORARY}{intent.name}"
        with _sentences("The capture cannot be begun", self.root):
            self._make_root()
            self._check_unused(record.identifier)
            if intent.exists():
                raise StoreError(f"The capture {record.identifier} was begun before. Start again.")
            try:
                write_new_file(temporary, _json(record))
                temporary.rename(intent)
                sync_folder(self.root)
            finally:
                remove(temporary)

    def withdraw(self, identifier: str) -> None:
        """Forget a capture that was begun: the lamp was never lit.

        Raises:
            StoreError: its file cannot be removed.
        """
        with _sentences("The capture cannot be withdrawn", self.root):
            remove(self._intent(_checked(identifier)))
            sync_folder(self.root)

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
        _check_names(files)
        listed = {
            name: FileRecord(sha256=hashlib.sha256(data).hexdigest(), size=len(data))
            for name, data in files.items()
        }
        text = _json(record.model_copy(update={"files": listed}))
        digest = hashlib.sha256(text).hexdigest()
        everything = {
            **files,
            CHECKSUM_NAME: checksum_line(digest).encode(),
            RECORD_NAME: text,
        }
        temporary = self.root / f"{_TEMPORARY}{record.identifier}"
        folder = self.root / date_name(record) / record.identifier
        with _sentences("The capture could not be stored", self.root):
            self._make_root()
            self._check_unused(record.identifier)
            try:
                temporary.mkdir(mode=FOLDER_MODE)
                for name, data in everything.items():
                    write_new_file(temporary / name, data)
                sync_folder(temporary)
                self._refuse_link(folder.parent)
                make_folder(folder.parent)
                temporary.rename(folder)
            except BaseException:
                # Whatever stopped it, a removal that fails as well is left to `recover`.
                with suppress(OSError):
                    remove(temporary)
                raise
        with _sentences("The capture was stored but may not survive a power cut", folder):
            sync_folder(folder.parent)
            remove(self._intent(record.identifier))
            sync_folder(self.root)
        return StoredCapture(record.identifier, folder, tuple(sorted(everything)))

    def recover(self) -> list[str]:
        """Clean up after a crash; only the program that writes may call this, at its start.

        Returns:
            Names of what was removed: unfinished folders and files, and the intents of captures
            that were stored whole. Captures without a record stay, see `incomplete`.

        Raises:
            StoreError: something cannot be read or removed.
        """
        removed = []
        with _sentences("The store could not be cleaned up", self.root):
            for path in self._entries(self.root):
                stored_whole = path.name.endswith(_INTENT) and self._find(_stem(path)) is not None
                if stored_whole or path.name.startswith(_TEMPORARY):
                    remove(path)
                    removed.append(path.name)
            if removed:
                sync_folder(self.root)
        return removed

    # Reading

    def captures(self) -> list[StoredCapture]:
        """Every whole capture, by day and then by identifier.

        Raises:
            StoreError: the store cannot be read.
        """
        with _sentences("The captures cannot be read", self.root):
            return [
                StoredCapture(
                    folder.name, folder, tuple(path.name for path in self._entries(folder))
                )
                for folder in self._folders()
            ]

    def identifiers_since(self, day: date) -> list[str]:
        """Identifiers of the whole captures of `day` and later days, by day.

        Raises:
            StoreError: the store cannot be read.
        """
        first = day.isoformat()
        with _sentences("The captures cannot be read", self.root):
            return [folder.name for folder in self._folders() if folder.parent.name >= first]

    def incomplete(self) -> list[IncompleteCapture]:
        """Captures that were begun and never stored.

        Raises:
            StoreError: the store cannot be read.
        """
        with _sentences("The captures cannot be read", self.root):
            return [
                IncompleteCapture(_stem(path), path, _record_or_none(path))
                for path in self._entries(self.root)
                if self._is_open_intent(path)
            ]

    def load(self, identifier: str) -> CaptureRecord:
        """The record of a capture.

        Raises:
            StoreError: there is no such capture, or its record cannot be read.
        """
        with _sentences("The record cannot be read", self.root):
            path = self._folder(identifier) / RECORD_NAME
            try:
                return read_record(path)
            except ValidationError as error:
                raise StoreError(
                    f"{path} is not a capture record of this version. "
                    "Run “faceqa records verify” and restore it from a backup."
                ) from error

    def verify(self, identifier: str) -> list[Problem]:
        """Everything that is wrong with one capture; [] if nothing is.

        Raises:
            StoreError: there is no such capture, or its folder cannot be read.
        """
        with _sentences("The capture cannot be verified", self.root):
            return find_problems(self.root, self._folder(identifier))

    def verify_all(self) -> list[Problem]:
        """Everything that is wrong in the store, and every item that does not belong there.

        Raises:
            StoreError: the store cannot be read.
        """
        with _sentences("The store cannot be verified", self.root):
            problems = self._strays()
            for folder in self._folders():
                problems += find_problems(self.root, folder)
            return problems

    # Inside

    def _make_root(self) -> None:
        self._refuse_link(self.root)
        make_folder(self.root)

    def _refuse_link(self, path: Path) -> None:
        if path.is_symlink():
            raise StoreError(
                f"{path} is a link, so captures could end up elsewhere. "
                "Name the folder itself as the store."
            )

    def _check_unused(self, identifier: str) -> None:
        if self._find(identifier) is not None:
            raise StoreError(
                f"The capture {identifier} exists in {self.root} and is not overwritten. "
                "Start a new capture."
            )

    def _intent(self, identifier: str) -> Path:
        return self.root / f"{identifier}{_INTENT}"

    def _is_open_intent(self, path: Path) -> bool:
        if not path.name.endswith(_INTENT) or not _IDENTIFIER.fullmatch(_stem(path)):
            return False
        return self._find(_stem(path)) is None

    def _entries(self, folder: Path) -> list[Path]:
        return sorted(folder.iterdir()) if folder.is_dir() else []

    def _days(self) -> Iterator[Path]:
        for day in self._entries(self.root):
            if _DATE.fullmatch(day.name) and day.is_dir() and not day.is_symlink():
                yield day

    def _folders(self) -> Iterator[Path]:
        for day in self._days():
            for folder in self._entries(day):
                if _is_capture(folder):
                    yield folder

    def _find(self, identifier: str) -> Path | None:
        candidates = (day / identifier for day in self._days())
        return next((folder for folder in candidates if _is_capture(folder)), None)

    def _folder(self, identifier: str) -> Path:
        folder = self._find(_checked(identifier))
        if folder is None:
            raise StoreError(
                f"There is no capture {identifier} in {self.root}. "
                "“faceqa records list” names those that exist."
            )
        return folder

    def _strays(self) -> list[Problem]:
        strays = []
        days = set(self._days())
        for path in self._entries(self.root):
            if self._is_open_intent(path):
                detail = "begun but never stored; the lamp may have been lit"
                strays.append(problem_at(self.root, path, Fault.INCOMPLETE, detail))
            elif path not in days:
                strays.append(problem_at(self.root, path, Fault.EXTRA, "not part of a store"))
        strays += [
            problem_at(self.root, path, Fault.EXTRA, "not a capture")
            for day in sorted(days)
            for path in self._entries(day)
            if not _is_capture(path)
        ]
        return strays


def _is_capture(path: Path) -> bool:
    named = _IDENTIFIER.fullmatch(path.name) is not None
    return named and path.is_dir() and not path.is_symlink()


def _stem(intent: Path) -> str:
    return intent.name.removesuffix(_INTENT)


def _record_or_none(path: Path) -> CaptureRecord | None:
    try:
        return read_record(path)
    except (OSError, StoreError, ValidationError):
        return None


def _json(record: CaptureRecord) -> bytes:
    return (record.model_dump_json(indent=2) + "\n").encode()


def _checked(identifier: str) -> str:
    if not _IDENTIFIER.fullmatch(identifier):
        raise StoreError(
            "A capture's name has 32 digits 0-9 and a-f. “faceqa records list” names them."
        )
    return identifier


def _check_names(files: Mapping[str, bytes]) -> None:
    for name in files:
        if not _FILE_NAME.fullmatch(name) or name in {RECORD_NAME, CHECKSUM_NAME}:
            raise StoreError(
                f"{name!r} is not a name for a file of a capture. Use lower-case letters, digits "
                "and “_”, and an ending."
            )


@contextmanager
def _sentences(what: str, place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise refusal(what, place, error) from error
