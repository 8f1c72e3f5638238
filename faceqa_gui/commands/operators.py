"""`faceqa operators`: who may sign in at the station."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json

if TYPE_CHECKING:
    from faceqa_gui.operators.accounts import Accounts

_ROLES = ("operator", "supervisor")
_MODES = ("single", "accounts")


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa operators` with its actions."""
    parser = subparsers.add_parser(
        "operators",
        help="who may sign in at the station",
        description="Say who may sign in at the station, and change it. Changes need a "
        "supervisor, whose PIN is asked for; scripts give it in FACEQA_PIN, and a new one in "
        "FACEQA_NEW_PIN. No PIN is ever an argument.",
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="operators and their roles")
    add_json_option(listing)
    listing.set_defaults(run=run_list)
    adding = actions.add_parser("add", help="let another operator sign in")
    adding.add_argument("name", metavar="NAME")
    adding.add_argument("--role", choices=_ROLES, default="operator", help="default: operator")
    adding.set_defaults(run=run_add)
    removing = actions.add_parser("remove", help="let an operator sign in no more")
    removing.add_argument("name", metavar="NAME")
    removing.set_defaults(run=run_remove)
    role = actions.add_parser("role", help="give an operator another role")
    role.add_argument("name", metavar="NAME")
    role.add_argument("role", choices=_ROLES)
    role.set_defaults(run=run_role)
    pin = actions.add_parser("pin", help="change the own PIN, or with --supervisor anybody's")
    pin.add_argument("name", metavar="NAME")
    pin.set_defaults(run=run_pin)
    mode = actions.add_parser("mode", help="one local operator, or operators who sign in")
    mode.add_argument("mode", choices=_MODES)
    mode.add_argument("--name", help="of the first supervisor (accounts)")
    mode.set_defaults(run=run_mode)
    for action in (adding, removing, role, pin, mode):
        action.add_argument("--supervisor", metavar="NAME", help="who answers for it")


def run_list(options: argparse.Namespace) -> int:
    """Print how people work at the station, and who."""
    from faceqa_gui.errors import OperatorError
    from faceqa_gui.operators.accounts import Mode

    check_json_place(options.json)
    standing = _accounts()[0].standing()
    if standing.problem:
        raise OperatorError(standing.problem)
    words = {
        Mode.NOT_CHOSEN: "Nothing is chosen yet: the first start of the station asks.",
        Mode.SINGLE: "One local operator; nobody signs in.",
        Mode.ACCOUNTS: f"{len(standing.operators)} may sign in:",
    }
    print(words[standing.mode])
    for operator in standing.operators:
        print(f"{operator.role:10}  {operator.name}")
    rows = [{"name": one.name, "role": str(one.role)} for one in standing.operators]
    write_json(options.json, {"mode": str(standing.mode), "operators": rows})
    return 0


def run_add(options: argparse.Namespace) -> int:
    """Add an operator."""
    from faceqa_gui.operators.command_rights import asked_new_pin, authorise
    from faceqa_gui.operators.operator import Right, Role

    accounts, folder = _accounts()
    by = authorise(Right.OPERATORS, folder, options.supervisor)
    role = Role(options.role)
    added = accounts.add(options.name, role, asked_new_pin(options.name), by=by)
    _note(folder, by.name, added.name, f"added as {role}")
    print(f"{added.name} may sign in as {role}.")
    return 0


def run_remove(options: argparse.Namespace) -> int:
    """Remove an operator."""
    from faceqa_gui.operators.command_rights import authorise
    from faceqa_gui.operators.operator import Right

    accounts, folder = _accounts()
    by = authorise(Right.OPERATORS, folder, options.supervisor)
    accounts.remove(options.name, by=by)
    _note(folder, by.name, options.name, "removed")
    print(f"{options.name} may sign in no more. Their records keep the name.")
    return 0


def run_role(options: argparse.Namespace) -> int:
    """Change a role."""
    from faceqa_gui.operators.command_rights import authorise
    from faceqa_gui.operators.operator import Right, Role

    accounts, folder = _accounts()
    by = authorise(Right.OPERATORS, folder, options.supervisor)
    accounts.set_role(options.name, Role(options.role), by=by)
    _note(folder, by.name, options.name, f"made {options.role}")
    print(f"{options.name} is {options.role} from now on.")
    return 0


def run_pin(options: argparse.Namespace) -> int:
    """Change the own PIN with the old one, or reset anybody's."""
    from faceqa_gui.operators.command_rights import asked_new_pin, asked_pin, authorise
    from faceqa_gui.operators.operator import Right

    accounts, folder = _accounts()
    if options.supervisor:
        by = authorise(Right.OPERATORS, folder, options.supervisor)
        accounts.reset_pin(options.name, asked_new_pin(options.name), by=by)
        _note(folder, by.name, options.name, "new PIN")
    else:
        old = asked_pin(f"Present PIN of {options.name}: ")
        accounts.change_pin(options.name, old, asked_new_pin(options.name))
        _note(folder, options.name, options.name, "own PIN")
    print(f"{options.name} has a new PIN.")
    return 0


def run_mode(options: argparse.Namespace) -> int:
    """Choose how people work at the station."""
    from faceqa_gui.errors import OperatorError
    from faceqa_gui.operators.accounts import ONE_LOCAL_OPERATOR
    from faceqa_gui.operators.command_rights import asked_new_pin, authorise
    from faceqa_gui.operators.operator import Right

    accounts, folder = _accounts()
    if options.mode == "accounts" and not options.name:
        raise OperatorError("Give the name of the first supervisor with --name.")
    by = authorise(Right.OPERATORS, folder, options.supervisor)
    if options.mode == "single":
        accounts.choose_single(by)
        _note(folder, by.name, "", ONE_LOCAL_OPERATOR)
        print("One local operator works here; nobody signs in.")
    else:
        accounts.choose_accounts(options.name, asked_new_pin(options.name), by)
        _note(folder, by.name, options.name, "operators sign in")
        print(f"Operators sign in; {options.name} is the first supervisor.")
    return 0


def _accounts() -> "tuple[Accounts, Path]":
    from faceqa_gui.operators.accounts import Accounts
    from faceqa_gui.settings import home

    folder = home()
    return Accounts(folder), folder


def _note(folder: Path, who: str, name: str, change: str) -> None:
    from faceqa_gui.operators.command_rights import trail_of
    from faceqa_gui.records.audit import AuditEvent

    facts = {"change": change, "name": name}
    trail_of(folder).append(AuditEvent.OPERATORS_CHANGED, who=who, facts=facts)
