"""`authorise`: who answers for a command that needs a right."""

import os
import sys
from getpass import getpass
from pathlib import Path

from faceqa_gui.errors import OperatorError
from faceqa_gui.operators.accounts import Accounts, Mode
from faceqa_gui.operators.operator import Operator, Right, Role
from faceqa_gui.settings import SETTINGS_FILE
from faceqa_gui.settings_file import load_settings

PIN_VARIABLE = "FACEQA_PIN"


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
        OperatorError: refused, or nobody can be asked.
        StoreError: the try could not be noted.
    """
    accounts = accounts or Accounts(folder, local_unless_chosen=True)
    standing = accounts.standing()
    if standing.mode is Mode.UNREADABLE:
        raise OperatorError(standing.problem)
    if standing.mode is not Mode.ACCOUNTS:
        settings, _ = load_settings(folder / SETTINGS_FILE)
        return Operator(settings.operator, Role.SUPERVISOR)
    name = supervisor or _ask("Supervisor's name: ", "Name one with --supervisor")
    operator = accounts.verify(name, asked_pin(f"PIN of {name}: "))
    if not operator.may(right):
        raise OperatorError(f"{operator.name} is not a supervisor. Ask one to do this.")
    return operator


def asked_pin(prompt: str, variable: str = PIN_VARIABLE) -> str:
    """A PIN from the environment, else from the terminal, where it is not shown.

    Raises:
        OperatorError: there is neither.
    """
    given = os.environ.get(variable)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise OperatorError(f"There is no terminal to ask for a PIN. Set {variable}.")
    return getpass(prompt)


def _ask(prompt: str, otherwise: str) -> str:
    if not sys.stdin.isatty():
        raise OperatorError(f"There is no terminal to ask at. {otherwise}.")
    return input(prompt)
