"""`open_capture`: everything that a store holds of one capture, as far as it can be read."""

from collections.abc import Mapping
from dataclasses import dataclass

from faceqa_gui.errors import StoreError
from faceqa_gui.records.audit import AuditEntry
from faceqa_gui.records.picture_names import (
    EXPLANATION_FILE,
    FACE_FILE,
    FRAME_FILE,
    REGISTERED_FILE,
    UV_FILE,
    VISIBLE_FILE,
)
from faceqa_gui.records.record import CaptureRecord
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.wording import said

PICTURES = (FRAME_FILE, FACE_FILE, EXPLANATION_FILE, UV_FILE, REGISTERED_FILE, VISIBLE_FILE)
"""The pictures of a capture in the order in which they are looked at."""

NEVER_STORED = said(
    "This capture was begun and never stored; the lamp may have been lit. What is shown was known "
    "before the exposure."
)


@dataclass(frozen=True, slots=True)
class CaptureView:
    """One capture, opened.

    Attributes:
        identifier: its generated name.
        record: None where it cannot be read.
        problem: why it is not whole, in a sentence; "" where nothing is wrong with the record.
        pictures: content of each picture file by name; those that cannot be read are in `lost`.
        lost: by file name, why it cannot be shown, in a sentence.
        audit: what the trail says of it, oldest first.
        audit_problem: why the trail cannot be read, in a sentence; "" if it can.
    """

    identifier: str
    record: CaptureRecord | None
    problem: str
    pictures: Mapping[str, bytes]
    lost: Mapping[str, str]
    audit: tuple[AuditEntry, ...]
    audit_problem: str


def open_capture(store: CaptureStore, identifier: str) -> CaptureView:
    """Read a capture; damage is told in the result, so that the rest of it can be seen."""
    record, problem = _record(store, identifier)
    pictures: dict[str, bytes] = {}
    lost: dict[str, str] = {}
    try:
        names = store.file_names(identifier)
    except StoreError:
        names = []  # never stored, which the record's problem says
    for name in PICTURES:
        if name in names:
            try:
                pictures[name] = store.read_file(identifier, name)
            except StoreError as error:
                lost[name] = str(error)
    audit: tuple[AuditEntry, ...] = ()
    audit_problem = ""
    try:
        audit = tuple(store.audit(identifier))
    except StoreError as error:
        audit_problem = str(error)
    return CaptureView(identifier, record, problem, pictures, lost, audit, audit_problem)


def _record(store: CaptureStore, identifier: str) -> tuple[CaptureRecord | None, str]:
    try:
        return store.load(identifier), ""
    except StoreError as error:
        problem = str(error)
    try:
        begun = {capture.identifier: capture.record for capture in store.incomplete()}
    except StoreError:
        return None, problem
    if identifier in begun:
        return begun[identifier], NEVER_STORED
    return None, problem
