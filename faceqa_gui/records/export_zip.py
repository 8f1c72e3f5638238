"""`export_zip`: captures as one zip file that says by itself what it holds and how to check it.

README.txt                      how to check it
MANIFEST.json                   what, when, by whom; checksum and size of every other file
SHA256SUMS                      the same checksums for `sha256sum --check`
captures/<identifier>/…         the record, the pictures, and the capture's audit lines
"""

import hashlib
import json
import zipfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from faceqa_gui import __version__
from faceqa_gui.errors import StoreError
from faceqa_gui.records.audit import AuditEntry
from faceqa_gui.records.durable import FILE_MODE
from faceqa_gui.records.export_report import (
    ExportKind,
    ExportReport,
    LeftOut,
    Progress,
    go_on,
    refuse_nothing,
)
from faceqa_gui.records.layout import RECORD_NAME
from faceqa_gui.records.record import SAFETY_STATEMENT
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.records.whole_file import whole_file
from faceqa_gui.wording import said

MANIFEST_VERSION = 1
MANIFEST_NAME = "MANIFEST.json"
CHECKSUMS_NAME = "SHA256SUMS"
README_NAME = "README.txt"
AUDIT_NAME = "audit.jsonl"

_README = f"""Captures exported from FaceQA {__version__}.

{SAFETY_STATEMENT}

What is here
  captures/NAME/record.json   what was captured, by whom, why the program allowed it
  captures/NAME/*.png         the pictures, as they were stored
  captures/NAME/audit.jsonl   what the audit trail says about the capture, oldest first
  MANIFEST.json               checksums and sizes; what is missing stands under "left_out"

To see that nothing was changed since the export, unpack it and run in this folder
  sha256sum --check SHA256SUMS
(macOS: shasum -a 256 --check SHA256SUMS). To see that this is the export that was made, compare the
sha256 of the zip file with the entry "exported" in the station's audit trail; the manifest names
the end of the trail before the export. The checksums alone show damage, not who made the file.
"""


def export_zip(
    store: CaptureStore,
    identifiers: Sequence[str],
    target: Path,
    *,
    who: str,
    overwrite: bool,
    progress: Progress | None,
) -> ExportReport:
    """Write the captures and all that belongs to them to `target`, or nothing.

    Raises:
        StoreError: the file exists, nothing can be exported, or it cannot be written.
    """
    left_out: list[LeftOut] = []
    with whole_file(target, said("The export cannot be written"), overwrite=overwrite) as stream:
        with zipfile.ZipFile(stream, "w") as archive:
            writer = _Writer(archive)
            writer.add(README_NAME, _README.encode())
            audit = _Audit.of(store, left_out)
            exported = []
            for number, identifier in enumerate(identifiers):
                go_on(progress, number, len(identifiers))
                if _add_capture(writer, store, identifier, audit, left_out):
                    exported.append(identifier)
            refuse_nothing(exported, left_out)
            manifest = _manifest(writer, exported, who, audit, left_out)
            writer.add(MANIFEST_NAME, manifest)
            archive.writestr(writer.info(CHECKSUMS_NAME), writer.checksums())
        stream.seek(0)
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    return ExportReport(
        target=target,
        kind=ExportKind.ZIP,
        captures=tuple(exported),
        files=len(writer.files) + 1,
        left_out=tuple(left_out),
        sha256=sha256,
    )


class _Writer:
    """Adds files to an archive and remembers their checksums."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._now = datetime.now(UTC).astimezone()
        self.files: dict[str, dict[str, Any]] = {}

    @property
    def began_at(self) -> datetime:
        return self._now

    def info(self, name: str) -> zipfile.ZipInfo:
        info = zipfile.ZipInfo(name, self._now.timetuple()[:6])
        info.external_attr = FILE_MODE << 16
        # A PNG is as small as it gets.
        packs = not name.endswith(".png")
        info.compress_type = zipfile.ZIP_DEFLATED if packs else zipfile.ZIP_STORED
        return info

    def add(self, name: str, data: bytes) -> None:
        self._archive.writestr(self.info(name), data)
        self.files[name] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}

    def checksums(self) -> bytes:
        return "".join(f"{file['sha256']}  {name}\n" for name, file in self.files.items()).encode()


class _Audit:
    """The audit trail by capture, read once."""

    def __init__(self, entries: Sequence[AuditEntry]) -> None:
        self.head = entries[-1] if entries else None
        self._by_capture: defaultdict[str, list[AuditEntry]] = defaultdict(list)
        for entry in entries:
            if entry.capture is not None:
                self._by_capture[entry.capture].append(entry)

    @classmethod
    def of(cls, store: CaptureStore, left_out: list[LeftOut]) -> "_Audit":
        try:
            return cls(store.audit())
        except StoreError as error:
            left_out.append(LeftOut("", AUDIT_NAME, str(error)))
            return cls(())

    def lines(self, identifier: str) -> bytes:
        lines = [json.dumps(e.as_json(), ensure_ascii=False) for e in self._by_capture[identifier]]
        return "".join(f"{line}\n" for line in lines).encode()


def _add_capture(
    writer: _Writer,
    store: CaptureStore,
    identifier: str,
    audit: _Audit,
    left_out: list[LeftOut],
) -> bool:
    """Add what can be read of a capture; whether that is anything."""
    try:
        names = store.file_names(identifier)
    except StoreError as error:
        left_out.append(LeftOut(identifier, RECORD_NAME, str(error)))
        return False
    added = False
    for name in names:
        try:
            data = store.read_file(identifier, name)
        except StoreError as error:
            left_out.append(LeftOut(identifier, name, str(error)))
        else:
            writer.add(f"captures/{identifier}/{name}", data)
            added = True
    if added:
        writer.add(f"captures/{identifier}/{AUDIT_NAME}", audit.lines(identifier))
    return added


def _manifest(
    writer: _Writer,
    exported: Sequence[str],
    who: str,
    audit: _Audit,
    left_out: Sequence[LeftOut],
) -> bytes:
    head = audit.head
    values = {
        "format": "FaceQA captures",
        "version": MANIFEST_VERSION,
        "program": f"FaceQA {__version__}",
        "exported_at": writer.began_at.isoformat(timespec="seconds"),
        "exported_by": who,
        "audit_head": {"number": head.number, "sha256": head.sha256} if head else None,
        "safety_statement": SAFETY_STATEMENT,
        "captures": list(exported),
        "left_out": [asdict(item) for item in left_out],
        "files": writer.files,
    }
    return (json.dumps(values, indent=2, ensure_ascii=False) + "\n").encode()
