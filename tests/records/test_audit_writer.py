"""`AuditWriter`: in order, behind whoever reports, and never silently lost."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from faceqa_gui.errors import StoreError
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.audit_writer import AuditWriter
from faceqa_gui.records.store import CaptureStore

A, B = "a" * 64, "b" * 64


@pytest.fixture
def store(tmp_path: Path) -> CaptureStore:
    return CaptureStore(tmp_path / "captures", minimum_free_bytes=0)


@pytest.fixture
def writer(store: CaptureStore) -> Iterator[AuditWriter]:
    running = AuditWriter(store)
    yield running
    running.close()


def events(store: CaptureStore) -> list[AuditEvent]:
    return [entry.event for entry in store.audit()]


def test_entries_are_written_in_order(store: CaptureStore, writer: AuditWriter) -> None:
    wanted = [AuditEvent.SIGNED_IN, AuditEvent.PRESS_REFUSED, AuditEvent.SIGNED_OUT] * 4
    for event in wanted:
        writer.note(event, who="Ana", facts={"n": 1}, subject="S", text="T")
    writer.flush()
    assert events(store) == wanted
    note = store.audit()[0].note
    assert note is not None
    assert (note.subject, note.text) == ("S", "T")


def test_several_threads_lose_nothing(store: CaptureStore, writer: AuditWriter) -> None:
    def report() -> None:
        for _ in range(10):
            writer.note(AuditEvent.PRESS_REFUSED, who="Ana")

    threads = [threading.Thread(target=report) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    writer.flush()
    assert len(events(store)) == 40
    assert store.verify_all() == []


def test_what_could_not_be_written_is_said_once(store: CaptureStore, writer: AuditWriter) -> None:
    store.root.write_text("a file in the place of the store")
    writer.note(AuditEvent.SIGNED_IN, who="Ana")
    writer.note(AuditEvent.SIGNED_OUT, who="Ana")
    with pytest.raises(StoreError, match="audit trail cannot be written"):
        writer.flush()
    store.root.unlink()
    writer.flush()
    writer.note(AuditEvent.SIGNED_IN, who="Ana")
    writer.flush()
    assert events(store) == [AuditEvent.SIGNED_IN]


def test_closing_writes_what_waits(store: CaptureStore) -> None:
    writer = AuditWriter(store)
    writer.note(AuditEvent.STOPPED, who="Ana")
    writer.close()
    assert events(store) == [AuditEvent.STOPPED]


@pytest.mark.parametrize(
    ("version", "settings", "found"), [("1", A, False), ("1", B, True), ("2", B, False)]
)
def test_settings_that_changed_outside_are_noticed(
    store: CaptureStore, writer: AuditWriter, version: str, settings: str, *, found: bool
) -> None:
    writer.note_start(who="Ana", facts={"version": "1", "settings": A})
    writer.flush()
    assert not writer.settings_found_changed
    writer.note_start(who="Ana", facts={"version": version, "settings": settings})
    writer.flush()
    assert writer.settings_found_changed == found
    noticed: list[AuditEvent] = [AuditEvent.SETTINGS_FOUND_CHANGED] if found else []
    assert events(store) == [AuditEvent.STARTED, *noticed, AuditEvent.STARTED]


def test_settings_that_changed_inside_are_known(writer: AuditWriter) -> None:
    writer.note_start(who="Ana", facts={"version": "1", "settings": A})
    writer.note(AuditEvent.SETTINGS_CHANGED, who="Ana", facts={"version": "1", "settings": B})
    writer.note_start(who="Ana", facts={"version": "1", "settings": B})
    writer.flush()
    assert not writer.settings_found_changed
