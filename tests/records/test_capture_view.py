"""A capture is opened as far as it can be read; a long verification can be watched and stopped."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from support.capture_records import FILES, make_record

from faceqa_gui.errors import StoreError
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.capture_view import NEVER_STORED, open_capture
from faceqa_gui.records.layout import INDEX_NAME
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.records.verification import VerificationStoppedError


@pytest.fixture
def store(tmp_path: Path) -> CaptureStore:
    return CaptureStore(tmp_path / "captures", minimum_free_bytes=0)


def test_a_whole_capture_is_opened_with_all_it_has(store: CaptureStore) -> None:
    record = make_record()
    store.begin(record)
    store.save(record, FILES)
    view = open_capture(store, record.identifier)
    assert view.record == store.load(record.identifier)
    assert (view.problem, view.audit_problem, dict(view.lost)) == ("", "", {})
    assert view.pictures == FILES
    assert list(view.pictures) == ["frame.png", "face.png", "explanation.png"]
    assert [entry.event for entry in view.audit] == [
        AuditEvent.CAPTURE_BEGUN,
        AuditEvent.CAPTURE_STORED,
    ]


def test_a_capture_that_was_never_stored_shows_what_was_known(store: CaptureStore) -> None:
    record = make_record(exposure=None)
    store.begin(record)
    view = open_capture(store, record.identifier)
    assert view.record == record
    assert view.problem == NEVER_STORED
    assert (dict(view.pictures), dict(view.lost)) == ({}, {})


def test_a_damaged_picture_is_named_and_the_others_are_shown(store: CaptureStore) -> None:
    stored = store.save(make_record(), FILES)
    (stored.folder / "face.png").write_bytes(b"other")
    view = open_capture(store, stored.identifier)
    assert view.record is not None
    assert set(view.pictures) == {"frame.png", "explanation.png"}
    assert "is not what was stored" in view.lost["face.png"]


def test_a_damaged_record_is_a_sentence_beside_its_pictures(store: CaptureStore) -> None:
    stored = store.save(make_record(), FILES)
    (stored.folder / "record.json").write_text("{}")
    view = open_capture(store, stored.identifier)
    assert view.record is None
    assert "is not what was stored" in view.problem
    assert set(view.pictures) == set(FILES)


def test_an_unknown_capture_is_a_sentence(store: CaptureStore) -> None:
    store.save(make_record(), FILES)
    view = open_capture(store, "a" * 32)
    assert view.record is None
    assert "There is no capture" in view.problem


def test_a_store_without_its_index_is_a_sentence(store: CaptureStore) -> None:
    stored = store.save(make_record(), FILES)
    for path in store.root.glob(f"{INDEX_NAME}*"):
        path.unlink()
    view = open_capture(store, stored.identifier)
    assert view.record is None
    assert "has no" in view.problem
    assert "has no" in view.audit_problem


def test_a_trail_that_cannot_be_read_is_a_sentence(store: CaptureStore) -> None:
    record = make_record()
    store.begin(record)
    store.save(record, FILES)
    with closing(sqlite3.connect(store.root / INDEX_NAME)) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE audit SET body = x'00'")
        connection.commit()
    view = open_capture(store, record.identifier)
    assert view.record is not None
    assert view.audit == ()
    assert view.audit_problem


def test_a_verification_tells_how_far_it_is_and_can_be_stopped(store: CaptureStore) -> None:
    for _ in range(3):
        store.save(make_record(), FILES)
    told: list[tuple[int, int]] = []
    assert store.verify_all(lambda done, total: told.append((done, total))) == []
    assert told == [(0, 3), (1, 3), (2, 3)]
    with pytest.raises(VerificationStoppedError, match="was stopped"):
        store.verify_all(lambda done, _: done == 1)
    assert isinstance(VerificationStoppedError(), StoreError)
