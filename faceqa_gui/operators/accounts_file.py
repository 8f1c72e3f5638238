"""The form of `operators.json`, checked whenever it is read."""

import hashlib
from datetime import datetime, timedelta
from typing import Annotated, Literal, Self

from argon2 import extract_parameters
from argon2.exceptions import InvalidHashError
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_validator, model_validator

from faceqa_gui.errors import OperatorError
from faceqa_gui.operators.name_and_pin import checked_name, name_key
from faceqa_gui.operators.operator import Operator, Role

VERSION: Literal[1] = 1
FREE_TRIES = 5
FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 30, 900

_MOST_MEMORY_KIB = 1024 * 1024
_MOST_TIME_COST = 100
_MOST_ACCOUNTS = 1000


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class WrongPins(_Part):
    """Wrong PINs in a row, and when the last one was tried."""

    count: int = Field(ge=1, le=1_000_000)
    last: AwareDatetime

    @property
    def wait_seconds(self) -> int:
        """How long after the last one the next may be tried: 30 s from the fifth on, doubling."""
        beyond = self.count - FREE_TRIES
        if beyond < 0:
            return 0
        return min(FIRST_WAIT_SECONDS << min(beyond, 10), LONGEST_WAIT_SECONDS)

    def wait_at(self, now: datetime) -> float:
        """Seconds still to wait at `now`; all of them where the clock was set back."""
        passed = max((now - self.last) / timedelta(seconds=1), 0.0)
        return max(self.wait_seconds - passed, 0.0)


class Account(_Part):
    """One operator, with the hash of the PIN and what was tried in vain."""

    name: str
    role: Role
    pin: str
    wrong: WrongPins | None = None

    @field_validator("name")
    @classmethod
    def _is_as_it_is_kept(cls, name: str) -> str:
        try:
            kept = checked_name(name)
        except OperatorError as error:
            raise ValueError(str(error)) from error
        if kept != name:
            raise ValueError("a name is not written as names are kept")
        return name

    @field_validator("pin")
    @classmethod
    def _is_a_sane_hash(cls, pin: str) -> str:
        try:
            parameters = extract_parameters(pin)
        except InvalidHashError as error:
            raise ValueError("a PIN's hash cannot be read") from error
        if parameters.memory_cost > _MOST_MEMORY_KIB or parameters.time_cost > _MOST_TIME_COST:
            raise ValueError("a PIN's hash would take this computer too long")
        return pin

    @property
    def key(self) -> str:
        """What makes the name unique."""
        return name_key(self.name)

    @property
    def operator(self) -> Operator:
        """The operator without the secret."""
        return Operator(self.name, self.role)


class AccountsFile(_Part):
    """Everything in `operators.json`.

    Attributes:
        version: of this form.
        mode: one local operator, or operators who sign in.
        accounts: who may sign in.
        strangers: wrong tries with names that nobody has, by a number drawn from the name, so that
            the time they wait tells nothing and no typed text is kept.
    """

    version: Literal[1] = VERSION
    mode: Literal["single", "accounts"]
    accounts: Annotated[tuple[Account, ...], Field(max_length=_MOST_ACCOUNTS)] = ()
    strangers: dict[Annotated[int, Field(ge=0, lt=256)], WrongPins] = {}

    @model_validator(mode="after")
    def _can_be_managed(self) -> Self:
        if self.mode == "single":
            if self.accounts:
                raise ValueError("a single operator has no accounts")
            return self
        if not any(account.role is Role.SUPERVISOR for account in self.accounts):
            raise ValueError("there is no supervisor")
        if len({account.key for account in self.accounts}) != len(self.accounts):
            raise ValueError("two operators have the same name")
        return self

    def find(self, name: str) -> Account | None:
        """The account of that name, if there is one."""
        key = name_key(name)
        return next((account for account in self.accounts if account.key == key), None)

    def slot(self, name: str) -> str:
        """Under what tries with `name` are counted: the account's key, or a stranger's number."""
        account = self.find(name)
        return account.key if account else f"#{_stranger_number(name)}"

    def wrong_pins(self, name: str) -> WrongPins | None:
        """What was tried in vain with `name`; None where nothing was."""
        account = self.find(name)
        return account.wrong if account else self.strangers.get(_stranger_number(name))

    def with_wrong_pins(self, name: str, wrong: WrongPins) -> "AccountsFile":
        """A copy that counts them."""
        account = self.find(name)
        if account is not None:
            return self.replaced(account.model_copy(update={"wrong": wrong}))
        return self.model_copy(
            update={"strangers": self.strangers | {_stranger_number(name): wrong}}
        )

    def replaced(self, account: Account) -> "AccountsFile":
        """A copy with `account` in place of the one of the same name."""
        accounts = tuple(account if one.key == account.key else one for one in self.accounts)
        return self.model_copy(update={"accounts": accounts})


def _stranger_number(name: str) -> int:
    """0-255, drawn from the name."""
    return hashlib.sha256(name_key(name).encode("utf-8", "surrogatepass")).digest()[0]
