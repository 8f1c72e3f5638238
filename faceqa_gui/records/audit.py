"""The audit trail: who did what when, in a chain that shows every later change.

Each entry's checksum covers its number, the checksum of the entry before it, the capture it is
about and its body, so that no entry can be altered, taken out, put in or moved without breaking
the chain. What might name a person lies in a note beside the entry, which keeps a salted checksum
of it alone: a purge removes the note and its salt, and the chain still holds.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, JsonValue

from faceqa_gui.records.record import Identifier, Sha256, Text

PROGRAM = "FaceQA"
"""Who does what no operator asked for."""

START_OF_CHAIN = "0" * 64
_SALT_BYTES = 16


class AuditEvent(StrEnum):
    """What happened."""

    STARTED = "started"
    STOPPED = "stopped"
    SIGNED_IN = "signed_in"
    SIGN_IN_REFUSED = "sign_in_refused"
    SIGNED_OUT = "signed_out"
    LOCKED = "locked"
    RIGHT_REFUSED = "right_refused"
    OPERATORS_CHANGED = "operators_changed"
    SETTINGS_CHANGED = "settings_changed"
    SETTINGS_FOUND_CHANGED = "settings_found_changed"
    MODEL_IMPORTED = "model_imported"
    MODEL_REFUSED = "model_refused"
    MODEL_REMOVED = "model_removed"
    MODEL_LOADED = "model_loaded"
    SELF_TESTED = "self_tested"
    OVERRULED = "overruled"
    OVERRULING_WITHDRAWN = "overruling_withdrawn"
    PRESS_REFUSED = "press_refused"
    FAILED = "failed"
    ACKNOWLEDGED = "acknowledged"
    CAPTURE_BEGUN = "capture_begun"
    CAPTURE_WITHDRAWN = "capture_withdrawn"
    CAPTURE_STORED = "capture_stored"
    CAPTURE_RECOVERED = "capture_recovered"
    CAPTURE_ADOPTED = "capture_adopted"
    EXPORTED = "exported"
    SENT = "sent"
    PURGED = "purged"


class _Part(BaseModel):
    # Inputs stay out of error texts: they may name a person.
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Note(_Part):
    """What an entry says about a person; `purge` removes it.

    Attributes:
        salt: random, so that nobody can guess the text from its checksum.
        subject: whom the entry is about; "" if it names nobody.
        text: in the operator's own words, such as a reason.
    """

    salt: str
    subject: Text = ""
    text: Text = ""

    @classmethod
    def about(cls, subject: str, text: str) -> "Note | None":
        """A note with a fresh salt; None where there is nothing to say."""
        if not subject and not text:
            return None
        return cls(salt=secrets.token_hex(_SALT_BYTES), subject=subject, text=text)


class Body(_Part):
    """What an entry says, as it is stored.

    Attributes:
        number: of the entry, from 1.
        at: wall-clock time with its offset from UTC.
        who: name of the operator, or the program's own.
        event: what happened.
        facts: about programs, models and devices; never about a person.
        note_sha256: checksum of the stored note; None if there is none.
    """

    number: Annotated[int, Field(ge=1)]
    at: AwareDatetime
    who: Text
    event: AuditEvent
    facts: Mapping[str, JsonValue] = {}
    note_sha256: Sha256 | None = None


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """One entry as it lies in the index: `body` may be sealed, checksums cover what lies there."""

    number: int
    capture: str | None
    body: bytes
    previous: str
    sha256: str


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One entry of the trail, read.

    Attributes:
        number: from 1, without gaps.
        at, who, event, facts: see `Body`.
        capture: identifier of the capture it is about; None if about none.
        note: None if there was none or a purge removed it; `note_sha256` is its checksum.
        sha256: the entry's checksum, which the next entry's covers.
    """

    number: int
    at: AwareDatetime
    who: str
    event: AuditEvent
    capture: Identifier | None
    facts: Mapping[str, JsonValue]
    note: Note | None
    note_sha256: str | None
    sha256: str

    def as_json(self) -> dict[str, Any]:
        """The entry as plain values for a JSON file."""
        return {
            "number": self.number,
            "at": self.at.isoformat(),
            "who": self.who,
            "event": self.event,
            "capture": self.capture,
            "facts": dict(self.facts),
            "subject": self.note.subject if self.note else None,
            "text": self.note.text if self.note else None,
            "sha256": self.sha256,
        }


def chain_sha256(number: int, previous: str, capture: str | None, body: bytes) -> str:
    """The checksum of an entry: 64 hexadecimal digits."""
    head = json.dumps([number, previous, capture]).encode()
    return hashlib.sha256(head + b"\n" + body).hexdigest()


def is_whole(entry: StoredEntry) -> bool:
    """Whether an entry is still what its own checksum says."""
    return entry.sha256 == chain_sha256(entry.number, entry.previous, entry.capture, entry.body)
