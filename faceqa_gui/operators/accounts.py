"""`Accounts`: the operators of a station, in a file that only its own user can read."""

import base64
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from pydantic import ValidationError

from faceqa_gui.errors import OperatorError
from faceqa_gui.operators.accounts_file import Account, AccountsFile, WrongPins
from faceqa_gui.operators.name_and_pin import check_pin, checked_name
from faceqa_gui.operators.one_writer import one_writer
from faceqa_gui.operators.operator import Operator, Right, Role
from faceqa_gui.records.durable import refusal, replace_file
from faceqa_gui.wording import as_said, reason, said

OPERATORS_FILE = "operators.json"
ONE_LOCAL_OPERATOR = "one local operator"
"""What the audit trail calls the change to a station where nobody signs in."""

STRANGER = "(unknown name)"
"""What the audit trail calls a name that nobody has: what was typed may be a PIN."""

_FILE_LIMIT_BYTES = 1_000_000


class Mode(StrEnum):
    """How the station knows who works there."""

    NOT_CHOSEN = "not_chosen"
    SINGLE = "single"
    ACCOUNTS = "accounts"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the file says at one moment.

    Attributes:
        mode: how the station knows who works there.
        operators: who may sign in, in the file's order.
        problem: why the file cannot be used and what to do; "" where it can.
    """

    mode: Mode
    operators: tuple[Operator, ...] = ()
    problem: str = ""


class SignInError(OperatorError):
    """A name and a PIN that do not belong together, or were tried too soon.

    Attributes:
        who: the name of the operator; `STRANGER` for a name that nobody has.
        wait_seconds: how long to wait before the next try.
    """

    def __init__(self, sentence: str, who: str, wait_seconds: float) -> None:
        super().__init__(sentence)
        self.who = who
        self.wait_seconds = wait_seconds


class Accounts:
    """The operators in a folder. Any thread or process may ask; changes happen one at a time.

    The file is read anew for every question, so that a change made elsewhere counts at once. A
    file that cannot be used lets nobody in, and is left as it is.
    """

    def __init__(
        self,
        folder: Path,
        *,
        local_unless_chosen: bool = False,
        hasher: PasswordHasher | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Nothing is read or written yet.

        Args:
            folder: of everything the program writes.
            local_unless_chosen: a missing file stands for the one local operator, instead of for a
                choice still to be made.
            hasher: of PINs; None for the library's own parameters (RFC 9106, second choice).
            monotonic: seconds that never go back.
            wall: the calendar's time.
        """
        self.path = folder / OPERATORS_FILE
        self._lock_file = folder / f"{OPERATORS_FILE}.lock"
        self._missing = Mode.SINGLE if local_unless_chosen else Mode.NOT_CHOSEN
        self._hasher = hasher or PasswordHasher()
        self._monotonic = monotonic
        self._wall = wall
        self._tried: dict[str | int, float] = {}

    def standing(self) -> Standing:
        """What the file says now."""
        try:
            file = self._read()
        except OperatorError as error:
            return Standing(Mode.UNREADABLE, problem=str(error))
        if file is None:
            return Standing(self._missing)
        return Standing(Mode(file.mode), tuple(account.operator for account in file.accounts))

    # Signing in

    def verify(self, name: str, pin: str) -> Operator:
        """The operator of that name, if the PIN is theirs; an unknown name takes as long.

        A try counts as wrong from before it is looked at, so that a process that is killed in
        the midst has used it up.

        Raises:
            SignInError: name and PIN do not belong together, or it is too soon after wrong ones.
            OperatorError: nobody signs in here, or the file cannot be used.
            StoreError: the try could not be noted.
        """
        with self._changing() as change:
            file = change.needed()
            account = file.find(name)
            who = account.name if account else STRANGER
            wait = self._wait(change, name)
            if wait > 0.0:
                raise SignInError(
                    said(
                        "Too many wrong PINs. The next one is looked at in {time}.",
                        time=duration(wait),
                    ),
                    who,
                    wait,
                )
            before = file.wrong_pins(name)
            wrong = WrongPins(count=before.count + 1 if before else 1, last=self._wall())
            change.save(file.with_wrong_pins(name, wrong))
            self._tried[file.slot(name)] = self._monotonic()
        hashed = account.pin if account else self._nobodys_hash()
        if not self._fits(hashed, pin) or account is None:
            raise SignInError(_refused_sentence(wrong.wait_seconds), who, wrong.wait_seconds)
        with self._changing() as change:
            file = change.needed()
            found = file.find(name)
            if found is None or found.pin != hashed:
                raise SignInError(_refused_sentence(0), who, 0.0)
            if self._hasher.check_needs_rehash(hashed):
                hashed = self._hasher.hash(pin)
            change.save(file.replaced(found.model_copy(update={"pin": hashed, "wrong": None})))
            self._tried.pop(found.key, None)
        return found.operator

    def _wait(self, change: "_Change", name: str) -> float:
        """Seconds until a PIN for `name` is looked at."""
        file = change.needed()
        wrong = file.wrong_pins(name)
        if wrong is None:
            return 0.0
        now = self._wall()
        if now < wrong.last:
            # The calendar was set back: the whole wait begins anew.
            wrong = wrong.model_copy(update={"last": now})
            change.save(file.with_wrong_pins(name, wrong))
        passed = self._monotonic() - self._tried.get(file.slot(name), float("-inf"))
        # Both clocks must agree that it is over: setting the calendar forward shortens nothing.
        return max(wrong.wait_at(now), wrong.wait_seconds - passed)

    def _fits(self, hashed: str, pin: str) -> bool:
        try:
            return self._hasher.verify(hashed, pin.encode("utf-8", "surrogatepass"))
        except VerificationError:
            return False

    def _nobodys_hash(self) -> str:
        """A hash that no PIN fits and that takes as long to compare as a real one."""
        hasher = self._hasher
        salt, digest = (
            base64.b64encode(secrets.token_bytes(length)).decode().rstrip("=")
            for length in (hasher.salt_len, hasher.hash_len)
        )
        costs = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
        return f"$argon2id$v=19${costs}${salt}${digest}"

    # Choosing and changing

    def choose_single(self, by: Operator | None = None) -> None:
        """One local operator with every right; operators who signed in are forgotten.

        Args:
            by: who chooses; None only where nothing was chosen yet.

        Raises:
            OperatorError: `by` may not choose.
            StoreError: it could not be written.
        """
        self._choose(AccountsFile(mode="single"), by)

    def choose_accounts(self, name: str, pin: str, by: Operator | None = None) -> None:
        """Operators sign in from now on; the first one is a supervisor.

        Raises:
            OperatorError: name or PIN are not taken, `by` may not choose, or operators sign in
                already.
            StoreError: it could not be written.
        """
        first = self._new_account(name, Role.SUPERVISOR, pin)
        self._choose(AccountsFile(mode="accounts", accounts=(first,)), by)

    def _choose(self, wanted: AccountsFile, by: Operator | None) -> None:
        with self._changing() as change:
            if change.file is not None:
                _needs_right(by)
                if change.file.mode == wanted.mode == "accounts":
                    raise OperatorError(
                        said("Operators sign in here already. Add the new one to them.")
                    )
            change.save(wanted)

    def add(self, name: str, role: Role, pin: str, *, by: Operator) -> Operator:
        """Let another operator sign in.

        Raises:
            OperatorError: name or PIN are not taken, the name is in use, or `by` may not.
            StoreError: it could not be written.
        """
        _needs_right(by)
        new = self._new_account(name, role, pin)
        with self._changing() as change:
            file = change.needed()
            if file.find(new.name) is not None:
                raise OperatorError(
                    said("There is an operator of that name already. Choose another.")
                )
            change.save(_checked(file, (*file.accounts, new)))
        return new.operator

    def remove(self, name: str, *, by: Operator) -> None:
        """Let an operator sign in no more; their records keep the name.

        Raises:
            OperatorError: there is none, it is the last supervisor, or `by` may not.
            StoreError: it could not be written.
        """
        _needs_right(by)
        with self._changing() as change:
            file = change.needed()
            gone = _found(file, name)
            change.save(_checked(file, tuple(one for one in file.accounts if one is not gone)))

    def set_role(self, name: str, role: Role, *, by: Operator) -> None:
        """Make an operator a supervisor, or the other way round. Raises like `remove`."""
        _needs_right(by)
        with self._changing() as change:
            file = change.needed()
            account = _found(file, name).model_copy(update={"role": role})
            change.save(_checked(file, file.replaced(account).accounts))

    def reset_pin(self, name: str, pin: str, *, by: Operator) -> None:
        """Give an operator a new PIN; what was tried in vain is forgotten. Raises like `add`."""
        _needs_right(by)
        self._set_pin(name, pin)

    def change_pin(self, name: str, pin: str, new_pin: str) -> None:
        """An operator changes their own PIN. Raises like `verify` and `add`."""
        check_pin(new_pin)
        self.verify(name, pin)
        self._set_pin(name, new_pin)

    def _set_pin(self, name: str, pin: str) -> None:
        check_pin(pin)
        hashed = self._hasher.hash(pin)
        with self._changing() as change:
            file = change.needed()
            account = _found(file, name).model_copy(update={"pin": hashed, "wrong": None})
            change.save(file.replaced(account))
            self._tried.pop(account.key, None)

    def _new_account(self, name: str, role: Role, pin: str) -> Account:
        kept = checked_name(name)
        check_pin(pin)
        return Account(name=kept, role=role, pin=self._hasher.hash(pin))

    # The file

    @contextmanager
    def _changing(self) -> Iterator["_Change"]:
        try:
            with one_writer(self._lock_file):
                yield _Change(self.path, self._read())
        except OSError as error:
            raise refusal(said("The operators could not be written"), self.path, error) from error

    def _read(self) -> AccountsFile | None:
        """The file's content; None where there is none.

        Raises:
            OperatorError: there is one that cannot be used.
        """
        try:
            content = _bytes_of(self.path)
            return None if content is None else AccountsFile.model_validate_json(content)
        except ValidationError as error:
            newer = any(wrong["loc"] == ("version",) for wrong in error.errors())
            fault = said("is of another version of FaceQA") if newer else said("is damaged")
        except OSError as error:
            fault = said("cannot be read ({why})", why=reason(error))
        except ValueError as error:
            fault = as_said(str(error))
        raise OperatorError(
            said(
                "{path} {fault}, so nobody can sign in and settings, models, purges and "
                "operators stay closed. Put a good copy of it back, or move it away to "
                "choose anew.",
                path=self.path,
                fault=fault,
            )
        )


@dataclass(slots=True)
class _Change:
    """The file while nobody else can change it."""

    path: Path
    file: AccountsFile | None

    def needed(self) -> AccountsFile:
        """The file of a station where operators sign in."""
        if self.file is None or self.file.mode == "single":
            raise OperatorError(
                said(
                    "Nobody signs in at this station: it has one local operator. "
                    "“faceqa operators mode accounts” changes that."
                )
            )
        return self.file

    def save(self, file: AccountsFile) -> None:
        """Write the file whole."""
        replace_file(self.path, file.model_dump_json(indent=2, exclude_none=True).encode() + b"\n")


def duration(seconds: float) -> str:
    """A wait in words, rounded up: “45 s”, “2 min 5 s”."""
    whole = int(-(-seconds // 1))
    minutes, rest = divmod(whole, 60)
    if not minutes:
        return said("{seconds} s", seconds=rest)
    if rest:
        return said("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
    return said("{minutes} min", minutes=minutes)


def _refused_sentence(wait_seconds: int) -> str:
    if wait_seconds:
        return said(
            "Name and PIN do not belong together. The next PIN is looked at in {time}.",
            time=duration(wait_seconds),
        )
    return said("Name and PIN do not belong together. Try again.")


def _needs_right(by: Operator | None) -> None:
    if by is None or not by.may(Right.OPERATORS):
        raise OperatorError(said("Only a supervisor changes who works here. Ask one to do it."))


def _found(file: AccountsFile, name: str) -> Account:
    account = file.find(name)
    if account is None:
        raise OperatorError(
            said("There is no operator of that name. “faceqa operators list” says who.")
        )
    return account


def _checked(file: AccountsFile, accounts: tuple[Account, ...]) -> AccountsFile:
    if not any(account.role is Role.SUPERVISOR for account in accounts):
        raise OperatorError(
            said(
                "This is the last supervisor; without one nobody could change anything any more. "
                "Make another operator a supervisor first."
            )
        )
    return file.model_copy(update={"accounts": accounts})


def _bytes_of(path: Path) -> bytes | None:
    """Raises `OSError`, or `ValueError` with what the file is."""
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            raise ValueError(said("is a link to nothing")) from None
        return None
    if not stat.S_ISREG(kind):
        raise ValueError(said("is not a plain file"))
    with path.open("rb") as stream:
        content = stream.read(_FILE_LIMIT_BYTES + 1)
    if len(content) > _FILE_LIMIT_BYTES:
        raise ValueError(said("is too large"))
    return content
