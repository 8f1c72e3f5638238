"""Erasing a subject from the index; the trail keeps when, by whom, and the records' checksums."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import JsonValue

from faceqa_gui.errors import StoreError
from faceqa_gui.records.audit import AuditEntry, AuditEvent
from faceqa_gui.records.capture_row import CaptureRow
from faceqa_gui.records.contents import files_of, stored_record_name
from faceqa_gui.records.trail import Trail
from faceqa_gui.wording import said

DOSE_PERIOD = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Purge:
    """What a purge removed.

    Attributes:
        captures: identifiers of the captures.
        notes: numbers of the audit entries whose notes are gone.
        mentions: numbers of entries about others whose text still holds the subject's; the
            supervisor decides about them.
    """

    captures: tuple[str, ...]
    notes: tuple[int, ...]
    mentions: tuple[int, ...]


def refuse_recent_light(rows: Iterable[CaptureRow], subject: str, now: datetime) -> None:
    """Keep whoever had UV light in the last day: without their records, they could get more.

    Raises:
        StoreError: the subject had, or may have had, real light that recently; or is nobody.
    """
    if not subject:
        raise StoreError(said("Name the subject that is to be purged."))
    lit = [row.captured_at for row in rows if row.subject == subject and not row.simulated]
    if lit and max(lit) + DOSE_PERIOD > now:
        free = (max(lit) + DOSE_PERIOD).astimezone()
        raise StoreError(
            said(
                "The subject had UV light in the last 24 hours, and their dose must stay "
                "known. Purge after {free:%Y-%m-%d %H:%M}.",
                free=free,
            )
        )


def erase(
    connection: sqlite3.Connection,
    trail: Trail,
    rows: Sequence[CaptureRow],
    subject: str,
    *,
    who: str,
) -> Purge:
    """Delete rows and notes of `subject` inside a transaction, and enter that in the trail.

    Raises:
        StoreError: nothing is known of the subject, or the trail cannot be read.
    """
    captures = [row.identifier for row in rows if row.subject == subject]
    notes, mentions = [], []
    for entry in trail.read(connection):
        if entry.note is not None and entry.note.subject == subject:
            notes.append(entry.number)
        elif entry.note is not None and subject in entry.note.text:
            mentions.append(entry.number)
    if not captures and not notes:
        raise StoreError(
            said("Nothing is stored about this subject. Check how the number is written.")
        )
    gone: dict[str, JsonValue] = {}
    for identifier in captures:
        files = files_of(connection, identifier)
        record = files.get(stored_record_name(files))
        gone[identifier] = record.sha256 if record else None
        connection.execute("DELETE FROM captures WHERE identifier = ?", (identifier,))
    connection.executemany("DELETE FROM notes WHERE number = ?", [(number,) for number in notes])
    facts: dict[str, JsonValue] = {"captures": gone, "notes": list(notes)}
    trail.add(connection, AuditEvent.PURGED, who=who, facts=facts)
    return Purge(tuple(captures), tuple(notes), tuple(mentions))


def purged_captures(entries: Iterable[AuditEntry]) -> frozenset[str]:
    """Identifiers of every capture that a purge removed."""
    found: set[str] = set()
    for entry in entries:
        captures = entry.facts.get("captures")
        if entry.event is AuditEvent.PURGED and isinstance(captures, dict):
            found |= captures.keys()
    return frozenset(found)


def purged_notes(entries: Iterable[AuditEntry]) -> frozenset[int]:
    """Numbers of the entries whose notes a purge removed."""
    found: set[int] = set()
    for entry in entries:
        notes = entry.facts.get("notes")
        if entry.event is AuditEvent.PURGED and isinstance(notes, list):
            found |= {number for number in notes if isinstance(number, int)}
    return frozenset(found)
