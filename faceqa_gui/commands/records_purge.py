"""`faceqa records purge`: remove every trace of a subject."""

import argparse
from datetime import UTC, datetime

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.store_option import add_store_option, named_store


def add_purge_parser(actions: Parsers) -> None:
    """Add `faceqa records purge`."""
    parser = actions.add_parser(
        "purge",
        help="remove every capture and every mention of a subject; a supervisor's right",
        description="Remove every capture of a subject, and what the audit trail says about them. "
        "The trail keeps that captures were removed, by whom, and the checksums of their records. "
        "It cannot be undone. Copies elsewhere, such as exports and backups, are not reached.",
    )
    parser.add_argument(
        "--subject", required=True, metavar="NUMBER", help="exactly as in the records"
    )
    parser.add_argument(
        "--yes", action="store_true", help="really remove; without it, only say what would be"
    )
    parser.add_argument("--supervisor", metavar="NAME", help="who answers for it")
    add_store_option(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Purge, or say what would be removed."""
    from faceqa_gui.operators.command_rights import authorise
    from faceqa_gui.operators.operator import Right
    from faceqa_gui.settings import home

    check_json_place(options.json)
    store = named_store(options)
    if not options.yes:
        rows = [row for row in store.summaries() if row.subject == options.subject]
        print(f"{len(rows)} captures of this subject would be removed. Add --yes to remove them.")
        write_json(options.json, {"captures": [row.identifier for row in rows], "removed": False})
        return 0
    operator = authorise(Right.PURGE, home(), options.supervisor)
    purge = store.purge(options.subject, who=operator.name, now=datetime.now(UTC))
    print(
        f"{len(purge.captures)} captures and {len(purge.notes)} notes of the audit trail were "
        f"removed from {store.root}."
    )
    if purge.mentions:
        numbers = ", ".join(map(str, purge.mentions))
        print(f"Entries about others still mention the subject: {numbers}. Look at them.")
    figures = {
        "captures": list(purge.captures),
        "notes": list(purge.notes),
        "mentions": list(purge.mentions),
        "removed": True,
    }
    write_json(options.json, figures)
    return 0
