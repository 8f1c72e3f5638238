"""`authorise`: who answers for a command that needs a right."""

import os
import sys
from getpass import getpass
from pathlib import Path

from pydantic import JsonValue

from faceqa_gui.errors import OperatorError
from faceqa_gui.operators.accounts import (
    ONE_LOCAL_OPERATOR,
    OPERATORS_FILE,
    Accounts,
    Mode,
    SignInError,
)
from faceqa_gui.operators.operator import Operator, Right, Role
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.keys import sealer_for
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import SETTINGS_FILE
from faceqa_gui.settings_file import load_settings
from faceqa_gui.wording import said

PIN_VARIABLE = "FACEQA_PIN"
NEW_PIN_VARIABLE = "FACEQA_NEW_PIN"


def authorise(
    right: Right,
    folder: Path,
    supervisor: str | None = None,
    *,
    accounts: Accounts | None = None,
) -> Operator:
    """Who answers for `right` on the command line.

    Where operators sign in, a supervisor's name and PIN are asked for at the terminal. Scripts
    give the name as an argument and the PIN in the environment (`FACEQA_PIN`), never as an
    argument, which every process on the computer could read.

    Args:
        right: what the command does.
        folder: of everything the program writes (`settings.home()`).
        supervisor: the name from the command line; None asks.
        accounts: those of `folder`; None for the usual ones.

    Raises:
        OperatorError: refused, nobody can be asked, or the operators' file was taken away.
        StoreError: the try could not be noted, or the audit trail cannot be read.
    """
    accounts = accounts or Accounts(folder, local_unless_chosen=True)
    standing = accounts.standing()
    if standing.mode is Mode.UNREADABLE:
        raise OperatorError(standing.problem)
    if not accounts.path.exists():
        refuse_lost_accounts(folder)
    if standing.mode is not Mode.ACCOUNTS:
        settings, _ = load_settings(folder / SETTINGS_FILE)
        return Operator(settings.operator, Role.SUPERVISOR)
    name = supervisor or _ask("Supervisor's name: ", "Name one with --supervisor")
    pin = asked_pin(f"PIN of {name}: ")
    try:
        operator = accounts.verify(name, pin)
    except SignInError as error:
        facts: dict[str, JsonValue] = {"right": str(right), "wait_seconds": error.wait_seconds}
        trail_of(folder).append(AuditEvent.SIGN_IN_REFUSED, who=error.who, facts=facts)
        raise
    if not operator.may(right):
        trail_of(folder).append(
            AuditEvent.RIGHT_REFUSED, who=operator.name, facts={"right": str(right)}
        )
        raise OperatorError(
            said("{name} is not a supervisor. Ask one to do this.", name=operator.name)
        )
    return operator


def refuse_lost_accounts(folder: Path) -> None:
    """Keep everything closed where operators signed in and their file was taken away.

    Else whoever can remove one file would have every right at the next start.

    Raises:
        OperatorError: the audit trail says that operators signed in last.
        StoreError: the trail cannot be read.
    """
    changed = trail_of(folder).newest({AuditEvent.OPERATORS_CHANGED})
    if changed is not None and changed.facts.get("change") != ONE_LOCAL_OPERATOR:
        raise OperatorError(
            said(
                "{path} is gone, though operators signed in here (audit entry {number}). Put "
                "it back from a backup. Without one, begin anew in another FACEQA_HOME; the "
                "records stay readable with --store.",
                path=folder / OPERATORS_FILE,
                number=changed.number,
            )
        )


def trail_of(folder: Path) -> CaptureStore:
    """The store of the station in `folder`, for its audit trail.

    Args:
        folder: of everything the program writes.
    """
    kept = load_settings(folder / SETTINGS_FILE)[0].records
    sealer = sealer_for(kept.encryption, Path(kept.key_file))
    return CaptureStore(folder / "captures", sealer=sealer)


def asked_pin(prompt: str, variable: str = PIN_VARIABLE) -> str:
    """A PIN from the environment, else from the terminal, where it is not shown.

    Raises:
        OperatorError: there is neither.
    """
    given = os.environ.get(variable)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise OperatorError(
            said("There is no terminal to ask for a PIN. Set {variable}.", variable=variable)
        )
    return getpass(prompt)


def asked_new_pin(name: str) -> str:
    """A new PIN for `name`, from the environment, else typed twice at the terminal.

    Raises:
        OperatorError: there is neither, or the two differ.
    """
    pin = asked_pin(f"New PIN of {name}: ", NEW_PIN_VARIABLE)
    if NEW_PIN_VARIABLE not in os.environ and pin != getpass("The same again: "):
        raise OperatorError(said("The two PINs differ. Nothing was changed."))
    return pin


def _ask(prompt: str, otherwise: str) -> str:
    if not sys.stdin.isatty():
        raise OperatorError(
            said("There is no terminal to ask at. {otherwise}.", otherwise=otherwise)
        )
    return input(prompt)
