"""Stores of a FaceQA before the index: taken over whole, with what is damaged left in its place."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from support.capture_records import FILES

from faceqa_gui.errors import StoreError
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.store import CaptureStore

RECORD = Path(__file__).with_name("record_v1.json")


def old_record(identifier: str) -> bytes:
    values = json.loads(RECORD.read_text())
    values["identifier"] = identifier
    values["files"] = {
        name: {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
        for name, data in FILES.items()
    }
    return json.dumps(values).encode()


def write_old_capture(root: Path, identifier: str) -> Path:
    """A capture's folder as FaceQA wrote it before there was an index."""
    record = old_record(identifier)
    day = json.loads(record)["captured_at"][:10]
    folder: Path = root / day / identifier
    folder.mkdir(parents=True)
    (folder / "record.json").write_bytes(record)
    digest = hashlib.sha256(record).hexdigest()
    (folder / "record.sha256").write_text(f"{digest}  record.json\n")
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def store(tmp_path: Path) -> CaptureStore:
    return CaptureStore(tmp_path / "captures", minimum_free_bytes=0)


def test_captures_of_an_older_program_are_taken_over(store: CaptureStore) -> None:
    folder = write_old_capture(store.root, "a" * 32)
    begun = store.root / f"{'b' * 32}.intent.json"
    begun.write_bytes(old_record("b" * 32))
    settled = store.root / f"{'a' * 32}.intent.json"
    settled.write_bytes(old_record("a" * 32))
    with pytest.raises(StoreError, match="start the station on it once"):
        store.captures()
    assert store.recover() == [settled.name, begun.name]
    (capture,) = store.captures()
    assert (capture.identifier, capture.folder) == ("a" * 32, folder)
    assert "record.sha256" in capture.files
    assert store.read_file("a" * 32, "frame.png") == FILES["frame.png"]
    assert [open_.identifier for open_ in store.incomplete()] == ["b" * 32]
    events = [entry.event for entry in store.audit()]
    assert events == [AuditEvent.CAPTURE_ADOPTED, AuditEvent.CAPTURE_BEGUN]
    assert store.audit()[1].facts["adopted"] is True
    assert [problem.fault for problem in store.verify_all()] == ["incomplete"]
    assert store.load("a" * 32).schema_version == 2


def test_what_is_damaged_stays_and_is_named(store: CaptureStore) -> None:
    write_old_capture(store.root, "a" * 32)
    altered = write_old_capture(store.root, "b" * 32)
    (altered / "frame.png").write_bytes(b"another")
    missing = write_old_capture(store.root, "c" * 32)
    (missing / "face.png").unlink()
    none = write_old_capture(store.root, "d" * 32)
    (none / "record.json").write_bytes(b"{}")
    newer = write_old_capture(store.root, "e" * 32)
    (newer / "record.json").write_bytes(b'{"schema_version": 99}')
    empty = write_old_capture(store.root, "f" * 32)
    (empty / "record.json").unlink()
    (empty / "record.json").symlink_to(RECORD)
    moved = write_old_capture(store.root, "0" * 32)
    shutil.move(moved, moved.with_name("1" * 32))
    (store.root / f"{'2' * 32}.intent.json").write_bytes(b"{")
    store.recover()
    assert [capture.identifier for capture in store.captures()] == ["a" * 32]
    found = {problem.item.rsplit("/", 1)[1]: problem.fault for problem in store.verify_all()}
    assert found == {digit * 32: "extra" for digit in "bcdef1"}


def test_an_encrypted_station_takes_plain_captures_over(tmp_path: Path) -> None:
    from faceqa_gui.records.seal import KEY_BYTES, Sealer

    store = CaptureStore(
        tmp_path / "captures", minimum_free_bytes=0, sealer=Sealer(bytes(KEY_BYTES))
    )
    write_old_capture(store.root, "a" * 32)
    store.recover()
    assert store.read_file("a" * 32, "frame.png") == FILES["frame.png"]
    assert store.verify_all() == []
