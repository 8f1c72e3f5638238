"""`faceqa records`: list, show, verify and export what captures left behind."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.records_export import add_export_parser
from faceqa_gui.commands.store_option import add_store_option, named_store
from faceqa_gui.errors import StoreError

if TYPE_CHECKING:
    from faceqa_gui.records.record import CaptureRecord
    from faceqa_gui.records.store import CaptureStore


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa records` with its actions."""
    parser = subparsers.add_parser(
        "records",
        help="list, show, verify and export stored captures",
        description="List, show, verify and export what captures left behind.",
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="every capture, oldest first")
    listing.set_defaults(run=run_list)
    showing = actions.add_parser("show", help="the record of one capture")
    showing.add_argument("identifier", metavar="CAPTURE", help="a name that “list” prints")
    showing.set_defaults(run=run_show)
    verifying = actions.add_parser(
        "verify", help="find altered, missing and extra items; exit status 1 if there are any"
    )
    verifying.add_argument(
        "identifier", nargs="?", metavar="CAPTURE", help="only this one (default: the whole store)"
    )
    verifying.set_defaults(run=run_verify)
    for action in (listing, showing, verifying):
        add_store_option(action)
        add_json_option(action)
    add_export_parser(actions)


def run_list(options: argparse.Namespace) -> int:
    """Print one line per capture."""
    store = _store(options)
    rows = [_row(store, capture.identifier) for capture in store.captures()]
    rows += [_summary(open_.identifier, "incomplete", open_.record) for open_ in store.incomplete()]
    rows.sort(key=lambda row: (str(row["captured_at"]), row["identifier"]))
    for row in rows:
        facts = (
            row["identifier"],
            row["captured_at"],
            row["state"],
            row["device"],
            row["operator"],
        )
        print("  ".join(_printable(str(fact)) for fact in facts))
    print(f"{len(rows)} captures in {store.root}.")
    write_json(options.json, {"store": str(store.root), "captures": rows})
    return 0


def run_show(options: argparse.Namespace) -> int:
    """Print one record."""
    store = _store(options)
    unfinished = {open_.identifier: open_.record for open_ in store.incomplete()}
    record = unfinished.get(options.identifier) or store.load(options.identifier)
    complete = options.identifier not in unfinished
    if not complete:
        print("This capture was begun and never stored; the lamp may have been lit.")
    for line in record.model_dump_json(indent=2).splitlines():
        print(_printable(line))
    write_json(options.json, {"complete": complete, "record": record.model_dump(mode="json")})
    return 0


def run_verify(options: argparse.Namespace) -> int:
    """Name everything that is not as it was stored."""
    store = _store(options)
    if options.identifier is None:
        checked, problems = len(store.captures()), store.verify_all()
    else:
        checked, problems = 1, store.verify(options.identifier)
    for problem in problems:
        print(f"{problem.fault}: {_printable(problem.item)} ({problem.detail})")
    print(f"{checked} captures checked in {store.root}: {len(problems)} problems.")
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


def _row(store: "CaptureStore", identifier: str) -> dict[str, str]:
    try:
        record = store.load(identifier)
    except StoreError:
        return _summary(identifier, "unreadable", None)
    return _summary(identifier, "stored", record)


def _summary(identifier: str, state: str, record: "CaptureRecord | None") -> dict[str, str]:
    if record is not None and record.exposure is not None and not record.exposure.completed:
        state += ", exposure not completed"
    return {
        "identifier": identifier,
        "captured_at": record.captured_at.isoformat(timespec="seconds") if record else "unknown",
        "state": state,
        "device": record.device.name if record else "unknown",
        "operator": record.operator if record else "unknown",
    }


def _printable(text: str) -> str:
    """`text` without characters that steer a terminal, such as escapes and reversed writing."""
    return "".join(
        character if character.isprintable() else f"\\u{ord(character):04x}" for character in text
    )
