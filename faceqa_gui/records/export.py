"""`export_captures`: chosen captures as a zip file, a table or DICOM files.

It may run on any thread that does not paint; several exports may run at the same time.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from faceqa_gui.errors import StoreError
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.dicom_patient import Patient
from faceqa_gui.records.export_csv import export_csv
from faceqa_gui.records.export_report import ExportKind, ExportReport, Progress
from faceqa_gui.records.export_zip import export_zip
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.wording import said


def export_captures(
    store: CaptureStore,
    identifiers: Sequence[str],
    target: Path,
    kind: ExportKind,
    *,
    who: str,
    progress: Progress | None = None,
    overwrite: bool = False,
    patient: Patient | None = None,
) -> ExportReport:
    """Export captures, whole or not at all, and write that down in the audit trail.

    Args:
        store: holds the captures.
        identifiers: of the captures, in the order wanted.
        target: the file, or for DICOM the folder, which must not exist yet.
        kind: the form.
        who: name of the operator, or of the user of the command line.
        progress: told before each capture how many of how many are done, and once at the end;
            what it returns stops the export if it is true.
        overwrite: whether an earlier export in the same place may be replaced.
        patient: for DICOM, whom the objects name instead of the record's subject.

    Returns:
        What was exported. A damaged file is left out and named, and the rest is exported.

    Raises:
        ExportCancelledError: `progress` stopped it; nothing was written.
        StoreError: nothing was written, unless the sentence says otherwise.
    """
    if not identifiers:
        raise StoreError(
            said("No capture was chosen. “faceqa records list” names those that exist.")
        )
    if kind is ExportKind.ZIP:
        report = export_zip(
            store, identifiers, target, who=who, overwrite=overwrite, progress=progress
        )
    elif kind is ExportKind.CSV:
        report = export_csv(store, identifiers, target, overwrite=overwrite, progress=progress)
    else:
        # Loaded late: a station that never writes DICOM need not wait for it.
        from faceqa_gui.records.dicom_capture import check_one_person
        from faceqa_gui.records.export_dicom import export_dicom

        check_one_person(store, identifiers, patient)
        report = export_dicom(
            store,
            identifiers,
            target,
            patient=patient,
            overwrite=overwrite,
            progress=progress,
        )
    report = replace(report, audit_problem=_write_down(store, who, report))
    if progress is not None:
        progress(len(identifiers), len(identifiers))
    return report


def _write_down(store: CaptureStore, who: str, report: ExportReport) -> str:
    """Name the export in the audit trail; a copy on a medium that cannot be written has no trail.

    Returns:
        Why that failed, in a sentence; "" if it did not.
    """
    try:
        store.append(
            AuditEvent.EXPORTED,
            who=who,
            facts={
                "kind": report.kind,
                "sha256": report.sha256,
                "captures": list(report.captures),
                "left_out": len(report.left_out),
            },
        )
    except StoreError as error:
        return str(error)
    return ""
