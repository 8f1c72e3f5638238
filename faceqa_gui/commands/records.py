"""`faceqa records`: what captures left behind."""

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.printable import printable
from faceqa_gui.commands.records_export import add_export_parser
from faceqa_gui.commands.records_key import add_key_parser
from faceqa_gui.commands.records_purge import add_purge_parser
from faceqa_gui.commands.store_option import add_store_option, named_store

if TYPE_CHECKING:
    from faceqa_gui.records.audit import AuditEntry
    from faceqa_gui.records.capture_row import CaptureRow
    from faceqa_gui.records.store import CaptureStore


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa records` with its actions."""
    parser = subparsers.add_parser(
        "records",
        help="list, show, verify, export and purge stored captures",
        description="List, show, verify, export and purge what captures left behind, and read "
        "the audit trail. An encrypted store is opened with the key of the station's settings or "
        "of --key-file.",
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="every capture, oldest first")
    listing.set_defaults(run=run_list)
    showing = actions.add_parser("show", help="the record of one capture")
    showing.add_argument("identifier", metavar="CAPTURE", help="a name that “list” prints")
    showing.add_argument("--audit", action="store_true", help="also what the trail says of it")
    showing.set_defaults(run=run_show)
    auditing = actions.add_parser("audit", help="who did what, oldest first")
    auditing.set_defaults(run=run_audit)
    verifying = actions.add_parser(
        "verify", help="find altered, missing and extra items; exit status 1 if there are any"
    )
    verifying.add_argument(
        "identifier", nargs="?", metavar="CAPTURE", help="only this one (default: the whole store)"
    )
    verifying.add_argument(
        "--head",
        metavar="SHA256",
        help="a checksum of the trail that was noted earlier and must still be part of it",
    )
    verifying.set_defaults(run=run_verify)
    for action in (listing, showing, auditing, verifying):
        add_store_option(action)
        add_json_option(action)
    add_export_parser(actions)
    add_purge_parser(actions)
    add_key_parser(actions)


def run_list(options: argparse.Namespace) -> int:
    """Print one line per capture."""
    store = _store(options)
    rows = [_row_figures(row) for row in store.summaries()]
    for row in rows:
        print("  ".join(printable(fact) for fact in row.values()))
    print(f"{len(rows)} captures in {store.root}.")
    write_json(options.json, {"store": str(store.root), "captures": rows})
    return 0


def run_show(options: argparse.Namespace) -> int:
    """Print one record."""
    store = _store(options)
    unfinished = {open_.identifier: open_.record for open_ in store.incomplete()}
    record = unfinished.get(options.identifier) or store.load(options.identifier)
    complete = options.identifier not in unfinished
    trail = store.audit(options.identifier)
    if not complete:
        print("This capture was begun and never stored; the lamp may have been lit.")
    for line in record.model_dump_json(indent=2).splitlines():
        print(printable(line))
    if options.audit:
        for entry in trail:
            print(_entry_line(entry))
    figures = {
        "complete": complete,
        "record": record.model_dump(mode="json"),
        "audit": [entry.as_json() for entry in trail],
    }
    write_json(options.json, figures)
    return 0


def run_audit(options: argparse.Namespace) -> int:
    """Print the audit trail."""
    store = _store(options)
    trail = store.audit()
    for entry in trail:
        print(_entry_line(entry))
    print(f"{len(trail)} entries in {store.root}.")
    write_json(options.json, {"audit": [entry.as_json() for entry in trail]})
    return 0


def run_verify(options: argparse.Namespace) -> int:
    """Name everything that is not as it was stored."""
    from faceqa_gui.records.verification import Fault, Problem

    store = _store(options)
    if options.identifier is None:
        checked, problems = len(store.captures()), store.verify_all()
    else:
        checked, problems = 1, store.verify(options.identifier)
    trail = [] if problems else store.audit()
    if options.head and not problems and options.head not in {entry.sha256 for entry in trail}:
        problems.append(
            Problem("audit", Fault.MISSING, f"no entry has the checksum {options.head}")
        )
    for problem in problems:
        print(f"{problem.fault}: {printable(problem.item)} ({problem.detail})")
    print(f"{checked} captures checked in {store.root}: {len(problems)} problems.")
    if trail and options.identifier is None:
        print(
            f"The audit trail ends with entry {trail[-1].number}, checksum {trail[-1].sha256}. "
            "Note it elsewhere; “--head” then shows whether it is still part of the trail."
        )
    figures = {
        "store": str(store.root),
        "captures": checked,
        "problems": [asdict(problem) for problem in problems],
    }
    write_json(options.json, figures)
    return 1 if problems else 0


def _store(options: argparse.Namespace) -> "CaptureStore":
    check_json_place(options.json)
    return named_store(options)


def _entry_line(entry: "AuditEntry") -> str:
    facts = json.dumps(dict(entry.facts), ensure_ascii=False, sort_keys=True)
    about = entry.note.subject if entry.note else ""
    words = entry.note.text if entry.note else ""
    parts = (
        str(entry.number),
        entry.at.isoformat(timespec="seconds"),
        entry.who,
        entry.event,
        entry.capture or "",
        facts if entry.facts else "",
        f"about {about}" if about else "",
        f"“{words}”" if words else "",
    )
    return printable("  ".join(part for part in parts if part))


def _row_figures(row: "CaptureRow") -> dict[str, str]:
    """What a list shows; not the subject, which `show` names."""
    state = "incomplete" if row.state == "begun" else "stored"
    if row.completed is False:
        state += ", exposure not completed"
    return {
        "identifier": row.identifier,
        "captured_at": row.captured_at.isoformat(timespec="seconds"),
        "state": state,
        "device": row.device,
        "operator": row.operator,
    }
