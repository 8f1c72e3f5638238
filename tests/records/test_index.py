"""The index: locked, damaged, older, newer, or in a place that cannot be written."""

import contextlib
import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.capture_records import FILES, make_record

from faceqa_gui.errors import StoreError
from faceqa_gui.records import index, schema
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.index import APPLICATION_ID, Index
from faceqa_gui.records.layout import INDEX_NAME
from faceqa_gui.records.store import CaptureStore


@pytest.fixture
def store(tmp_path: Path) -> CaptureStore:
    return CaptureStore(tmp_path / "captures", minimum_free_bytes=0)


@pytest.fixture
def path(store: CaptureStore) -> Path:
    store.save(make_record(), FILES)
    return store.root / INDEX_NAME


@contextlib.contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        yield connection


def test_it_is_a_database_of_ours_with_a_log_and_full_synchronisation(path: Path) -> None:
    with opened(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(schema.STEPS),)
    with Index(path, lambda _: None).writing() as connection:
        written = [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "foreign_keys", "secure_delete")
        ]
    assert written == [2, 1, 1]


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX systems")
def test_the_log_is_private_as_well(store: CaptureStore) -> None:
    before = os.umask(0)
    try:
        store.check_ready()
        with Index(store.root / INDEX_NAME, lambda _: None).writing() as connection:
            connection.execute("INSERT INTO captures VALUES (?, '', 'begun', x'')", ("a" * 32,))
            names = sorted(path.name for path in store.root.iterdir())
            modes = {stat.S_IMODE(path.stat().st_mode) for path in store.root.iterdir()}
    finally:
        os.umask(before)
    assert f"{INDEX_NAME}-wal" in names
    assert modes == {0o600}


def test_a_newer_index_is_left_as_it_is(store: CaptureStore, path: Path) -> None:
    with opened(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    for use in (store.captures, store.check_ready, store.verify_all, store.recover):
        with pytest.raises(StoreError, match="written by a newer FaceQA"):
            use()
    assert path.read_bytes() == before


def test_an_older_index_is_copied_and_brought_up_to_date(
    store: CaptureStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = "CREATE TABLE later (\n    word TEXT\n);\nINSERT INTO later VALUES ('new');"
    monkeypatch.setattr(index, "STEPS", (*schema.STEPS, step))
    with pytest.raises(StoreError, match="of an older FaceQA"):
        store.captures()
    for _ in range(2):
        store.append(AuditEvent.STARTED, who="Ana")
    copies = list(store.root.glob(f"{INDEX_NAME}.v*"))
    assert [copy.name for copy in copies] == [f"{INDEX_NAME}.v1"]
    with opened(path) as connection:
        assert connection.execute("SELECT word FROM later").fetchall() == [("new",)]
    with opened(copies[0]) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    if os.name == "posix":
        assert stat.S_IMODE(copies[0].stat().st_mode) == 0o600
    assert len(store.captures()) == 1
    assert store.verify_all() == []


def test_a_copy_that_was_kept_before_stays(
    store: CaptureStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = path.with_name(f"{INDEX_NAME}.v1")
    kept.write_bytes(b"the first copy")
    monkeypatch.setattr(index, "STEPS", (*schema.STEPS, "CREATE TABLE later (word TEXT);\n"))
    store.append(AuditEvent.STARTED, who="Ana")
    assert kept.read_bytes() == b"the first copy"


def test_a_step_that_fails_leaves_the_old_index(
    store: CaptureStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer:
        bad = "CREATE TABLE later (word TEXT);\nINSERT INTO nothing VALUES (1);\n"
        newer.setattr(index, "STEPS", (*schema.STEPS, bad))
        with pytest.raises(StoreError, match="damaged or not an index"):
            store.append(AuditEvent.STARTED, who="Ana")
    with opened(path) as connection:
        tables = connection.execute("SELECT name FROM sqlite_schema").fetchall()
    assert ("later",) not in tables
    assert store.verify_all() == []


def test_a_locked_index_is_said_and_nothing_is_stored(
    store: CaptureStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "BUSY_SECONDS", 0.05)
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        for use in (store.check_ready, lambda: store.save(make_record(), FILES)):
            with pytest.raises(StoreError, match="held by another program"):
                use()
        assert len(store.captures()) == 1, "it can still be read"
        other.rollback()
    assert store.verify_all() == []


@pytest.mark.parametrize("content", [b"not a database at all" * 400, b"SQLite format 3\0" * 90])
def test_what_is_no_index_is_said_and_kept(store: CaptureStore, path: Path, content: bytes) -> None:
    path.unlink()
    for name in ("-wal", "-shm"):
        path.with_name(path.name + name).unlink(missing_ok=True)
    path.write_bytes(content)
    for use in (store.captures, store.check_ready, store.verify_all, store.summaries):
        with pytest.raises(StoreError, match="damaged or not an index"):
            use()
    assert path.read_bytes() == content


def passes(store: CaptureStore) -> bool:
    try:
        return store.verify_all() == []
    except StoreError as error:
        return "damaged" not in str(error)


def test_a_damaged_page_never_passes_for_sound(store: CaptureStore) -> None:
    for _ in range(30):
        store.append(AuditEvent.STARTED, who="Ana", facts={"settings": "a" * 64})
    with Index(store.root / INDEX_NAME, lambda _: None).writing() as connection:
        connection.execute("PRAGMA user_version")
    store._index.forget_deleted()
    path = store.root / INDEX_NAME
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 4096):
        broken = bytearray(content)
        broken[start : start + 4096] = bytes(4096)
        path.write_bytes(bytes(broken))
        assert not passes(store)


def test_an_index_that_vanished_is_not_made_anew(store: CaptureStore, path: Path) -> None:
    for name in ("", "-wal", "-shm"):
        path.with_name(path.name + name).unlink(missing_ok=True)
    for use in (store.captures, store.verify_all, store.audit):
        with pytest.raises(StoreError, match=f"has no {INDEX_NAME}"):
            use()
    for change in (store.check_ready, store.recover):
        with pytest.raises(StoreError, match="had an index, which is gone"):
            change()


def test_an_empty_file_in_its_place_is_not_filled_either(store: CaptureStore, path: Path) -> None:
    path.write_bytes(b"")
    for name in ("-wal", "-shm"):
        path.with_name(path.name + name).unlink(missing_ok=True)
    with pytest.raises(StoreError, match="had an index, which is gone"):
        store.check_ready()


READER = """
import os, sys
from pathlib import Path
from faceqa_gui.records.store import CaptureStore
os.setgid(65534)
os.setuid(65534)
store = CaptureStore(Path(sys.argv[1]))
print(len(store.captures()), store.verify_all())
try:
    store.check_ready()
except Exception as error:
    print(type(error).__name__, error)
"""


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else"
)
def test_a_store_that_may_only_be_read_is_read() -> None:
    # Pytest's own folders are closed to others.
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        store = CaptureStore(Path(place) / "captures", minimum_free_bytes=0)
        store.save(make_record(), FILES)
        for name in ("-wal", "-shm"):
            (store.root / f"{INDEX_NAME}{name}").unlink(missing_ok=True)
        for folder, _, files in os.walk(store.root):
            Path(folder).chmod(0o555)
            for name in files:
                (Path(folder) / name).chmod(0o444)
        done = subprocess.run(
            [sys.executable, "-c", READER, str(store.root)],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        for folder, _, _ in os.walk(store.root):
            Path(folder).chmod(0o755)
    assert done.stdout.splitlines()[0] == "1 []", done.stderr
    assert "StoreError Captures cannot be stored" in done.stdout


def test_a_full_disk_takes_the_whole_entry_back(
    store: CaptureStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(store.audit())
    with opened(path) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    real = Index._open

    def small(self: Index, mode: str) -> sqlite3.Connection:
        connection = real(self, mode)
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    with monkeypatch.context() as full:
        full.setattr(Index, "_open", small)
        with pytest.raises(StoreError, match="is full"):
            store.append(AuditEvent.OVERRULED, who="Ana", subject="S", text="x" * 200_000)
    assert len(store.audit()) == before
    assert store.verify_all() == []


def test_an_index_that_is_a_folder_is_said(store: CaptureStore) -> None:
    (store.root / INDEX_NAME).mkdir(parents=True)
    with pytest.raises(StoreError):
        store.check_ready()
