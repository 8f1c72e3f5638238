"""Whatever is done to a stored capture, `verify` names it."""

import contextlib
import dataclasses
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.capture_records import DAY, FILES, make_record

from faceqa_gui.errors import StoreError
from faceqa_gui.records import durable, verification
from faceqa_gui.records.audit import AuditEvent, chain_sha256
from faceqa_gui.records.layout import INDEX_NAME, MARK_NAME
from faceqa_gui.records.store import CaptureStore, StoredCapture
from faceqa_gui.records.trail import stored_entries
from faceqa_gui.records.verification import chain_problems


@pytest.fixture
def store(tmp_path: Path) -> CaptureStore:
    return CaptureStore(tmp_path / "captures", minimum_free_bytes=0)


@pytest.fixture
def stored(store: CaptureStore) -> StoredCapture:
    store.save(make_record(), FILES)
    return store.save(make_record(), FILES)


def flip_a_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x10
    path.write_bytes(bytes(data))


def rewrite_the_subject(folder: Path) -> None:
    path = folder / "record.json"
    path.write_text(path.read_text().replace("somebody", "somebodX"))


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def empty_record(folder: Path) -> None:
    (folder / "record.json").write_bytes(b"{}")


def link_to_a_copy(path: Path) -> None:
    copy = path.parent.parent.parent.parent / "copy"
    path.rename(copy)
    path.symlink_to(copy)


def into_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def dangling_record(folder: Path) -> None:
    (folder / "record.json").unlink()
    (folder / "record.json").symlink_to("nowhere")


def several_at_once(folder: Path) -> None:
    flip_a_bit(folder / "frame.png")
    (folder / "face.png").unlink()
    (folder / "zzz").touch()


Tampering = Callable[[Path], object]

TAMPERINGS: dict[str, tuple[Tampering, list[tuple[str, str]]]] = {
    "bit of a picture": (
        lambda folder: flip_a_bit(folder / "frame.png"),
        [("frame.png", "altered")],
    ),
    "bit of the record": (
        rewrite_the_subject,
        [("record.json", "altered")],
    ),
    "truncated picture": (
        lambda folder: truncate(folder / "face.png"),
        [("face.png", "altered")],
    ),
    "truncated record": (
        lambda folder: truncate(folder / "record.json"),
        [("record.json", "altered")],
    ),
    "missing picture": (
        lambda folder: (folder / "face.png").unlink(),
        [("face.png", "missing")],
    ),
    "missing record": (
        lambda folder: (folder / "record.json").unlink(),
        [("record.json", "missing")],
    ),
    "swapped pictures": (
        lambda folder: [
            (folder / "face.png").rename(folder / "t"),
            (folder / "frame.png").rename(folder / "face.png"),
            (folder / "t").rename(folder / "frame.png"),
        ],
        [("face.png", "altered"), ("frame.png", "altered")],
    ),
    "extra file": (
        lambda folder: (folder / "more.png").touch(),
        [("more.png", "extra")],
    ),
    "extra folder": (
        lambda folder: (folder / "more").mkdir(),
        [("more", "extra")],
    ),
    "another record in its place": (
        empty_record,
        [("record.json", "altered")],
    ),
    "link in place of a picture": (
        lambda folder: link_to_a_copy(folder / "frame.png"),
        [("frame.png", "altered")],
    ),
    "folder in place of a picture": (
        lambda folder: into_a_folder(folder / "frame.png"),
        [("frame.png", "altered")],
    ),
    "folder in place of the record": (
        lambda folder: into_a_folder(folder / "record.json"),
        [("record.json", "altered")],
    ),
    "dangling link in place of the record": (
        dangling_record,
        [("record.json", "altered")],
    ),
    "several at once": (
        several_at_once,
        [("face.png", "missing"), ("frame.png", "altered"), ("zzz", "extra")],
    ),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_every_tampering_is_named_exactly(
    store: CaptureStore, stored: StoredCapture, name: str
) -> None:
    tamper, expected = TAMPERINGS[name]
    tamper(stored.folder)
    prefix = f"{DAY}/{stored.identifier}/"
    found = [(problem.item, str(problem.fault)) for problem in store.verify(stored.identifier)]
    assert found == [(prefix + item, fault) for item, fault in expected]
    assert store.verify_all() == store.verify(stored.identifier)


def test_every_single_bit_of_every_file_counts(store: CaptureStore) -> None:
    stored = store.save(make_record(), {"frame.png": b"\x00\xff"})
    for path in sorted(stored.folder.iterdir()):
        data = path.read_bytes()
        step = max(1, len(data) // 40)
        for place in range(0, len(data), step):
            changed = bytearray(data)
            changed[place] ^= 1 << (place % 8)
            path.write_bytes(bytes(changed))
            found = {problem.item.rsplit("/", 1)[1] for problem in store.verify(stored.identifier)}
            assert found & {path.name, "record.json"}, (path.name, place)
        path.write_bytes(data)
    assert store.verify(stored.identifier) == []


@pytest.mark.parametrize("day", ["2026-03-05", "2025-01-01"])
def test_a_capture_moved_to_another_day_is_named(
    store: CaptureStore, stored: StoredCapture, day: str
) -> None:
    moved = store.root / day / stored.identifier
    moved.parent.mkdir()
    stored.folder.rename(moved)
    found = {(problem.item, str(problem.fault)) for problem in store.verify_all()}
    assert found == {
        (f"{DAY}/{stored.identifier}", "missing"),
        (f"{day}/{stored.identifier}", "extra"),
    }


def test_a_copy_under_another_name_is_named(store: CaptureStore, stored: StoredCapture) -> None:
    shutil.copytree(stored.folder, stored.folder.with_name("d" * 32))
    assert [(problem.item, str(problem.fault)) for problem in store.verify_all()] == [
        (f"{DAY}/{'d' * 32}", "extra")
    ]


def test_strays_are_named(store: CaptureStore, stored: StoredCapture) -> None:
    (store.root / "notes.txt").touch()
    (store.root / "2026-13-99x").mkdir()
    (stored.folder.parent / "thumbs.db").touch()
    (stored.folder.parent / ("e" * 32)).symlink_to(stored.folder)
    found = [(problem.item, problem.fault) for problem in store.verify_all()]
    assert found == [
        ("2026-13-99x", "extra"),
        ("notes.txt", "extra"),
        (f"{DAY}/{'e' * 32}", "extra"),
        (f"{DAY}/thumbs.db", "extra"),
    ]


@pytest.mark.skipif(os.name != "posix", reason="names of undecodable bytes are POSIX")
def test_names_of_any_bytes_can_be_reported(store: CaptureStore, stored: StoredCapture) -> None:
    try:
        (stored.folder / os.fsdecode(b"\xff\xfe.png")).touch()
    except OSError:
        pytest.skip("this file system has no such names")
    (problem,) = store.verify_all()
    assert problem.item.endswith("/\\xff\\xfe.png")
    assert problem.item.encode("utf-8")


def test_a_file_that_cannot_be_read_is_named(
    store: CaptureStore, stored: StoredCapture, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = durable.sha256_of_file

    def fails(path: Path) -> str:
        if path.name == "face.png":
            raise OSError(5, "Input/output error")
        return real(path)

    monkeypatch.setattr(verification, "sha256_of_file", fails)
    (problem,) = store.verify(stored.identifier)
    assert problem.item.endswith("face.png")
    assert (problem.fault, problem.detail) == ("unreadable", "Input/output error")


def test_a_file_without_a_reason_is_named_too(
    store: CaptureStore, stored: StoredCapture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Path) -> str:
        raise OSError

    monkeypatch.setattr(verification, "sha256_of_file", fails)
    found = {(problem.item, problem.detail) for problem in store.verify(stored.identifier)}
    prefix = f"{DAY}/{stored.identifier}"
    assert found == {(f"{prefix}/{name}", "it cannot be read") for name in stored.files}


def test_a_store_that_cannot_be_listed_is_a_sentence(
    store: CaptureStore, stored: StoredCapture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Path) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", fails)
    for use in (store.verify_all, store.recover):
        with pytest.raises(StoreError, match="not permitted"):
            use()
    assert stored.folder.is_dir()


# The index and the trail: what a tool for SQLite can do to them


def run_sql(store: CaptureStore, *statements: str) -> None:
    """Change the index as somebody would who knows SQLite and takes the guards off."""
    with contextlib.closing(sqlite3.connect(store.root / INDEX_NAME)) as connection, connection:
        for trigger in ("audit_is_not_altered", "audit_is_not_shortened"):
            connection.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        for statement in statements:
            connection.execute(statement)


NUMBER_OF_ENTRIES = 5


@pytest.fixture
def trail(store: CaptureStore, stored: StoredCapture) -> StoredCapture:
    """A store with five entries: two captures, then three events, one with a note."""
    store.append(AuditEvent.STARTED, who="FaceQA")
    store.append(AuditEvent.OVERRULED, who="Ana", subject="somebody", text="only a fringe")
    store.append(AuditEvent.STOPPED, who="FaceQA")
    return stored


def replaced(table: str, old: str, new: str, where: str) -> str:
    """A statement that changes text inside the bodies of a table."""
    return f"UPDATE {table} SET body = CAST(replace(body, '{old}', '{new}') AS BLOB) WHERE {where}"


SWAP = "UPDATE audit SET number = {} WHERE number = {}"
TRAIL_TAMPERINGS: dict[str, tuple[list[str], set[tuple[str, str]]]] = {
    "an entry altered": (
        [replaced("audit", "started", "stopped", "number = 3")],
        {("audit/3", "altered")},
    ),
    "an entry altered with its checksum": (
        ["UPDATE audit SET sha256 = hex(zeroblob(32)) WHERE number = 3"],
        {("audit/3", "altered")},
    ),
    "an entry removed": (
        ["DELETE FROM audit WHERE number = 3"],
        {("audit/3", "missing")},
    ),
    "the last entry removed": (
        ["DELETE FROM audit WHERE number = 5"],
        {("audit/5", "missing")},
    ),
    "every entry removed": (
        ["DELETE FROM notes", "DELETE FROM audit"],
        {(f"audit/{number}", "missing") for number in range(1, 6)},
    ),
    "two entries exchanged": (
        [SWAP.format(90, 3), SWAP.format(3, 5), SWAP.format(5, 90)],
        {("audit/3", "reordered"), ("audit/5", "reordered")},
    ),
    "an entry about another capture": (
        ["UPDATE audit SET capture = NULL WHERE number = 1"],
        {("audit/1", "altered")},
    ),
    "an entry that is none": (
        ["UPDATE audit SET body = x'7b7d' WHERE number = 3"],
        {("audit/3", "altered"), ("audit/3", "unreadable")},
    ),
    "a note altered": (
        [replaced("notes", "fringe", "shadow", "number = 4")],
        {("notes/4", "altered")},
    ),
    "a note removed": (["DELETE FROM notes WHERE number = 4"], {("notes/4", "missing")}),
    "a note added": (["INSERT INTO notes VALUES (3, x'7b7d')"], {("notes/3", "extra")}),
    "a note of nothing": (
        ["PRAGMA foreign_keys = OFF", "INSERT INTO notes VALUES (77, x'7b7d')"],
        {("notes/77", "extra")},
    ),
}


@pytest.mark.parametrize("name", TRAIL_TAMPERINGS)
def test_every_tampering_with_the_trail_is_named(
    store: CaptureStore, trail: StoredCapture, name: str
) -> None:
    assert len(store.audit()) == NUMBER_OF_ENTRIES
    assert store.verify_all() == []
    statements, expected = TRAIL_TAMPERINGS[name]
    run_sql(store, *statements)
    found = {(problem.item, str(problem.fault)) for problem in store.verify_all()}
    assert expected <= found
    about_captures = {item for item, _ in found - expected}
    # With the entry that names its files gone, a capture has no witness any more.
    assert all("audit" not in item and "notes" not in item for item in about_captures)
    assert trail.folder.is_dir()


def test_an_entry_put_between_is_named(store: CaptureStore, trail: StoredCapture) -> None:
    run_sql(
        store,
        "INSERT INTO audit SELECT 6, capture, body, sha256, sha256 FROM audit WHERE number = 5",
    )
    assert ("audit/6", "altered") in {
        (problem.item, str(problem.fault)) for problem in store.verify_all()
    }
    assert trail.folder.is_dir()


def test_an_entry_rewritten_with_its_checksum_is_missed_by_the_next(
    store: CaptureStore, trail: StoredCapture
) -> None:
    entries = store.audit()
    body = b'{"number": 3, "at": "2026-03-04T05:06:07Z", "who": "Eve", "event": "started"}'
    sha256 = chain_sha256(3, entries[1].sha256, None, body)
    run_sql(
        store,
        f"UPDATE audit SET body = x'{body.hex()}', sha256 = '{sha256}' WHERE number = 3",
    )
    (problem,) = store.verify_all()
    assert (problem.item, problem.detail) == (
        "audit/4",
        "it does not follow the entry before it",
    )
    assert trail.folder.is_dir()


def test_a_chain_that_was_written_anew_differs_from_its_mark(
    store: CaptureStore, trail: StoredCapture
) -> None:
    entries = store.audit()
    connection = sqlite3.connect(store.root / INDEX_NAME)
    bodies = dict(connection.execute("SELECT number, body FROM audit").fetchall())
    connection.close()
    previous, changes = entries[2].sha256, []
    for number in (4, 5):
        body = bodies[number].replace(b"FaceQA", b"nobody").replace(b"Ana", b"Eve")
        sha256 = chain_sha256(number, previous, None, body)
        changes.append(
            f"UPDATE audit SET body = x'{body.hex()}', previous = '{previous}', "
            f"sha256 = '{sha256}' WHERE number = {number}"
        )
        previous = sha256
    run_sql(store, *changes)
    found = {(problem.item, str(problem.fault)) for problem in store.verify_all()}
    assert found == {("audit/5", "altered")}
    assert trail.folder.is_dir()


ROW_TAMPERINGS: dict[str, tuple[str, str]] = {
    "a row removed": ("DELETE FROM captures WHERE identifier = '{0}'", "missing"),
    "a row altered": (
        replaced("captures", "somebody", "nobody!", "identifier = '{0}'"),
        "altered",
    ),
    "a row that is none": (
        "UPDATE captures SET body = x'7b7d' WHERE identifier = '{0}'",
        "unreadable",
    ),
    "a row set back": ("UPDATE captures SET state = 'begun' WHERE identifier = '{0}'", "altered"),
    "a file's checksum altered": (
        "UPDATE files SET sha256 = '" + "0" * 64 + "' WHERE capture = '{0}'",
        "altered",
    ),
    "a file unlisted": (
        "DELETE FROM files WHERE capture = '{0}' AND name = 'face.png'",
        "altered",
    ),
}


@pytest.mark.parametrize("name", ROW_TAMPERINGS)
def test_every_tampering_with_a_row_is_named(
    store: CaptureStore, stored: StoredCapture, name: str
) -> None:
    statement, fault = ROW_TAMPERINGS[name]
    run_sql(store, statement.format(stored.identifier))
    found = {(problem.item, str(problem.fault)) for problem in store.verify_all()}
    assert (f"captures/{stored.identifier}", fault) in found
    assert {item for item, _ in found} == {f"captures/{stored.identifier}"}


def test_rows_that_the_trail_does_not_know_are_named(
    store: CaptureStore, stored: StoredCapture
) -> None:
    run_sql(
        store,
        f"INSERT INTO captures SELECT '{'d' * 32}', day, 'stored', body FROM captures LIMIT 1",
        f"INSERT INTO captures SELECT '{'e' * 32}', day, 'begun', body FROM captures LIMIT 1",
    )
    found = {(problem.item, str(problem.fault)) for problem in store.verify_all()}
    assert found == {(f"captures/{digit * 32}", "extra") for digit in "de"}
    (problem,) = store.verify("d" * 32)
    assert problem.fault == "extra"
    assert stored.folder.is_dir()


def test_a_begun_capture_that_vanished_is_named(store: CaptureStore) -> None:
    record = make_record(exposure=None)
    store.begin(record)
    run_sql(store, "DELETE FROM captures")
    (problem,) = store.verify_all()
    assert (problem.item, problem.fault) == (f"captures/{record.identifier}", "missing")


@pytest.mark.parametrize(
    ("content", "fault"), [(None, "missing"), (b"", "altered"), (b'{"number": 1}', "altered")]
)
def test_a_mark_that_is_gone_or_none_is_named(
    store: CaptureStore, stored: StoredCapture, content: bytes | None, fault: str
) -> None:
    mark = store.root / MARK_NAME
    mark.unlink()
    if content is not None:
        mark.write_bytes(content)
    (problem,) = store.verify_all()
    assert (problem.item, problem.fault) == (MARK_NAME, fault)
    assert stored.folder.is_dir()


def test_a_row_and_a_folder_both_gone_are_named_both(
    store: CaptureStore, stored: StoredCapture
) -> None:
    run_sql(store, f"DELETE FROM captures WHERE identifier = '{stored.identifier}'")
    shutil.rmtree(stored.folder)
    found = [(problem.item, str(problem.fault)) for problem in store.verify_all()]
    assert found == [
        (f"captures/{stored.identifier}", "missing"),
        (stored.identifier, "missing"),
    ]


def test_a_row_of_another_day_is_named(store: CaptureStore, stored: StoredCapture) -> None:
    moved = store.root / "2026-03-05" / stored.identifier
    moved.parent.mkdir()
    stored.folder.rename(moved)
    run_sql(store, f"UPDATE captures SET day = '2026-03-05' WHERE identifier = '{moved.name}'")
    (problem,) = store.verify_all()
    assert problem.detail == "belongs to another folder"


def test_damage_inside_the_index_is_named(store: CaptureStore, stored: StoredCapture) -> None:
    run_sql(
        store, "PRAGMA writable_schema = ON", "DELETE FROM sqlite_schema WHERE name LIKE '%by_day'"
    )
    assert "index.sqlite" in {problem.item for problem in store.verify_all()}
    assert stored.folder.is_dir()


def test_the_trail_refuses_changes_by_careless_hands(
    store: CaptureStore, trail: StoredCapture
) -> None:
    with contextlib.closing(sqlite3.connect(store.root / INDEX_NAME)) as connection:
        for statement in ("DELETE FROM audit", "UPDATE audit SET capture = NULL"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute(statement)
    assert store.verify_all() == []
    assert trail.folder.is_dir()


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_any_changed_byte_of_any_entry_is_noticed(store: CaptureStore, data: st.DataObject) -> None:
    if not store.audit():
        for event in (AuditEvent.STARTED, AuditEvent.SIGNED_IN, AuditEvent.STOPPED):
            store.append(event, who="Ana", facts={"settings": "a" * 64}, text="why")
    with store._index.reading() as connection:
        chain = list(stored_entries(connection))
    place = data.draw(st.integers(0, len(chain) - 1))
    entry = chain[place]
    offset = data.draw(st.integers(0, len(entry.body) - 1))
    changed = bytearray(entry.body)
    changed[offset] ^= data.draw(st.integers(1, 255))
    chain[place] = dataclasses.replace(entry, body=bytes(changed))
    assert [problem.item for problem in chain_problems(chain)] == [f"audit/{entry.number}"]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(order=st.permutations(range(4)), kept=st.integers(1, 4))
def test_any_other_order_or_gap_is_noticed(
    store: CaptureStore, order: list[int], kept: int
) -> None:
    while len(store.audit()) < 4:
        store.append(AuditEvent.STARTED, who="Ana")
    with store._index.reading() as connection:
        chain = list(stored_entries(connection))
    moved = [
        dataclasses.replace(chain[source], number=number + 1)
        for number, source in enumerate(order[:kept])
    ]
    assert (chain_problems(moved) == []) == (moved == chain[:kept])
