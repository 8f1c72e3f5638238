"""Operators of a made-up clinic, with PINs that are hashed at little cost."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from argon2 import PasswordHasher

from faceqa_gui.operators.accounts import Accounts, Mode
from faceqa_gui.operators.operator import Operator, Role

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
SUPERVISOR, SUPERVISOR_PIN = Operator("Sue Weiß", Role.SUPERVISOR), "284615"
OPERATOR, OPERATOR_PIN = Operator("Otto", Role.OPERATOR), "739502"
OTHER, OTHER_PIN = Operator("Nora", Role.OPERATOR), "501937"
WRONG_PIN = "918273"


class Clocks:
    """The two clocks of the accounts, turned by the test."""

    def __init__(self) -> None:
        self.monotonic = 1000.0
        self.wall = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)

    def pass_by(self, seconds: float) -> None:
        """Time goes by on both."""
        self.monotonic += seconds
        self.wall += timedelta(seconds=seconds)


def new_accounts(
    folder: Path, clocks: Clocks | None = None, *, hasher: PasswordHasher = CHEAP
) -> Accounts:
    """The accounts in `folder`, whatever they are."""
    clocks = clocks or Clocks()
    return Accounts(
        folder,
        hasher=hasher,
        monotonic=lambda: clocks.monotonic,
        wall=lambda: clocks.wall,
    )


def choose_local_operator(home: Path) -> None:
    """Have the program start there without asking who works at the station."""
    accounts = new_accounts(home)
    if accounts.standing().mode is Mode.NOT_CHOSEN:
        accounts.choose_single()


def clinic_accounts(folder: Path, clocks: Clocks | None = None) -> Accounts:
    """One supervisor and two operators who sign in."""
    accounts = new_accounts(folder, clocks)
    accounts.choose_accounts(SUPERVISOR.name, SUPERVISOR_PIN)
    for operator, pin in ((OPERATOR, OPERATOR_PIN), (OTHER, OTHER_PIN)):
        accounts.add(operator.name, operator.role, pin, by=SUPERVISOR)
    return accounts
