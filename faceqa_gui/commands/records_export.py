"""`faceqa records export`: captures as a zip file, a table, DICOM files, or to an archive."""

import argparse
import getpass
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.progress import ProgressLine
from faceqa_gui.commands.store_option import add_store_option, named_store
from faceqa_gui.errors import FaceQAError, StoreError

if TYPE_CHECKING:
    from faceqa_gui.records.capture_row import CaptureRow
    from faceqa_gui.records.dicom_patient import Patient
    from faceqa_gui.records.export_report import LeftOut
    from faceqa_gui.records.store import CaptureStore

_DICOM_OPTIONS = ("patient_name", "patient_id", "accession")
_SEND_OPTIONS = ("calling", "tls_ca", "tls_certificate")


def add_export_parser(actions: Parsers) -> None:
    """Add `faceqa records export`."""
    parser = actions.add_parser(
        "export",
        help="captures as a zip file, a table, DICOM files, or to a picture archive",
        description="Export captures; without a choice, all of them. Whoever gets an export sees "
        "the subject's pictures and identifier. It is written down in the audit trail. Exit "
        "status: 0 everything is exported, 1 something is missing and named, 2 wrong use or "
        "nothing at all.",
    )
    parser.set_defaults(run=run_export)
    chosen = parser.add_argument_group("which captures")
    chosen.add_argument("identifiers", nargs="*", metavar="CAPTURE", help="a name “list” prints")
    chosen.add_argument("--subject", metavar="TEXT", help="only of this subject, as it was typed")
    chosen.add_argument("--since", type=_day, metavar="DAY", help="only of this day or later")
    chosen.add_argument("--until", type=_day, metavar="DAY", help="only of this day or earlier")
    add_store_option(parser)
    forms = parser.add_argument_group("where to").add_mutually_exclusive_group()
    forms.add_argument("--zip", type=Path, metavar="FILE", help="everything, with checksums")
    forms.add_argument("--csv", type=Path, metavar="FILE", help="a table, one row per capture")
    forms.add_argument("--dicom", type=Path, metavar="DIR", help="DICOM files")
    forms.add_argument(
        "--columns", action="store_true", help="only print what the columns of the table mean"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace an earlier export")
    dicom = parser.add_argument_group("DICOM")
    dicom.add_argument(
        "--patient-id", metavar="ID", help="patient's identifier (default: the subject)"
    )
    dicom.add_argument("--patient-name", metavar="NAME", help="such as Müller^Anna")
    dicom.add_argument("--accession", metavar="NUMBER", help="number of the order")
    dicom.add_argument(
        "--send", metavar="AE@HOST:PORT", help="store in this picture archive (C-STORE)"
    )
    dicom.add_argument("--calling", metavar="AE", help="our own AE title (default: FACEQA)")
    dicom.add_argument("--tls", action="store_true", help="encrypt the connection")
    dicom.add_argument(
        "--tls-ca", type=Path, metavar="FILE", help="certificates to trust (default: the system's)"
    )
    dicom.add_argument(
        "--tls-certificate", type=Path, metavar="FILE", help="our own certificate and key (PEM)"
    )
    add_json_option(parser)


def run_export(options: argparse.Namespace) -> int:
    """Export what was chosen."""
    if options.columns:
        return _print_columns()
    _check(options)
    store = named_store(options)
    identifiers = _chosen(store.summaries(), options)
    figures: dict[str, Any] = {"store": str(store.root), "captures": identifiers}
    whole = True
    if options.zip or options.csv or options.dicom:
        whole = _export(store, identifiers, options, figures)
    if options.send:
        whole = _send(store, identifiers, options, figures) and whole
    write_json(options.json, figures)
    return 0 if whole else 1


def _export(
    store: "CaptureStore",
    identifiers: Sequence[str],
    options: argparse.Namespace,
    figures: dict[str, Any],
) -> bool:
    from faceqa_gui.records.export import export_captures
    from faceqa_gui.records.export_report import ExportKind

    kind = next(kind for kind in ExportKind if getattr(options, kind))
    report = export_captures(
        store,
        identifiers,
        getattr(options, kind),
        kind,
        who=_user(),
        progress=ProgressLine("captures"),
        overwrite=options.overwrite,
        patient=_patient(options),
    )
    print(f"{len(report.captures)} of {len(identifiers)} captures are in {report.target}.")
    print(f"sha256 {report.sha256}" + (" of its SHA256SUMS" if options.dicom else ""))
    _print_left_out(report.left_out)
    _print_audit_problem(report.audit_problem)
    figures["export"] = {
        "kind": report.kind,
        "target": str(report.target),
        "captures": report.captures,
        "files": report.files,
        "sha256": report.sha256,
        "left_out": [asdict(item) for item in report.left_out],
        "audit_problem": report.audit_problem,
    }
    return report.is_whole


def _send(
    store: "CaptureStore",
    identifiers: Sequence[str],
    options: argparse.Namespace,
    figures: dict[str, Any],
) -> bool:
    from faceqa_gui.records.pacs import CALLING, Line, Peer, checked_title, send_captures

    report = send_captures(
        store,
        identifiers,
        Peer.parse(options.send),
        who=_user(),
        progress=ProgressLine("captures"),
        patient=_patient(options),
        line=Line(
            calling=checked_title(options.calling or CALLING),
            tls=options.tls,
            authorities=options.tls_ca,
            certificate=options.tls_certificate,
        ),
    )
    if report.problem:
        print(report.problem, file=sys.stderr)
    print(f"{len(report.stored)} of {len(identifiers)} captures are stored in {report.peer}.")
    if not report.is_whole:
        for state, names in (
            ("stored", report.stored),
            ("partly stored", report.partly),
            ("not stored", report.not_stored),
        ):
            for name in names:
                print(f"{state}: {name}")
    _print_left_out(report.left_out)
    _print_audit_problem(report.audit_problem)
    figures["sent"] = {
        "peer": str(report.peer),
        "stored": report.stored,
        "partly": report.partly,
        "not_stored": report.not_stored,
        "left_out": [asdict(item) for item in report.left_out],
        "problem": report.problem,
        "audit_problem": report.audit_problem,
    }
    return report.is_whole


def _check(options: argparse.Namespace) -> None:
    """Refuse what does not go together, before anything is read.

    Raises:
        FaceQAError: it does not.
    """
    check_json_place(options.json)
    if not (options.zip or options.csv or options.dicom or options.send):
        raise FaceQAError("Say where to export to: --zip, --csv, --dicom or --send.")
    if not options.send and (options.tls or any(getattr(options, key) for key in _SEND_OPTIONS)):
        raise FaceQAError("--calling and --tls need --send.")
    if not options.tls and (options.tls_ca or options.tls_certificate):
        raise FaceQAError("--tls-ca and --tls-certificate need --tls.")
    if not (options.send or options.dicom):
        if any(getattr(options, key) for key in _DICOM_OPTIONS):
            raise FaceQAError("A patient or an accession number needs --dicom or --send.")
    elif options.send:
        from faceqa_gui.records.pacs import Peer, checked_title

        Peer.parse(options.send)
        checked_title(options.calling or "FACEQA")


def _chosen(rows: Iterable["CaptureRow"], options: argparse.Namespace) -> list[str]:
    """Identifiers of the captures that were asked for, oldest first.

    Raises:
        StoreError: there are none, or one that was named is not there.
    """
    from faceqa_gui.records.capture_row import CaptureState

    stored = [row for row in rows if row.state is CaptureState.STORED]
    unknown = set(options.identifiers) - {row.identifier for row in stored}
    if unknown:
        raise StoreError(
            f"There is no stored capture {min(unknown)!r}. “faceqa records list” names those that "
            "exist."
        )
    chosen = [row.identifier for row in stored if _is_chosen(row, options)]
    if not chosen:
        raise StoreError("No stored capture is of that subject and those days. Nothing was done.")
    return chosen


def _is_chosen(row: "CaptureRow", options: argparse.Namespace) -> bool:
    day = row.captured_at.date()
    return (
        (not options.identifiers or row.identifier in options.identifiers)
        and (options.subject is None or row.subject == options.subject)
        and (options.since is None or day >= options.since)
        and (options.until is None or day <= options.until)
    )


def _patient(options: argparse.Namespace) -> "Patient | None":
    if not any(getattr(options, key) for key in _DICOM_OPTIONS):
        return None
    from faceqa_gui.records.dicom_patient import Patient

    return Patient(
        identifier=options.patient_id or "",
        name=options.patient_name or "",
        accession=options.accession or "",
    )


def _print_left_out(left_out: Iterable["LeftOut"]) -> None:
    for item in left_out:
        print(f"left out: {item.capture}/{item.item}: {item.reason}")


def _print_audit_problem(problem: str) -> None:
    if problem:
        print(f"This stands in no audit trail. {problem}", file=sys.stderr)


def _print_columns() -> int:
    from faceqa_gui.records.export_csv import COLUMNS

    for column in COLUMNS:
        print(f"{column.name:36} {column.meaning}")
    return 0


def _user() -> str:
    """The operating system's user, who answers for what this command does."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        # A container may run under a number that has no name.
        return "unknown user"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no day such as 2026-03-04") from error
