"""`OperatorSession`: who works at the station now, and until when; it knows no Qt and no light."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from faceqa_gui.errors import OperatorError
from faceqa_gui.operators.accounts import Accounts, Mode, Standing
from faceqa_gui.operators.operator import LOCAL, Operator, Right, Role
from faceqa_gui.wording import said

GRANT_SECONDS = 600.0
"""A supervisor's permission for one action ends after so long."""

IDLE_SECONDS = 300


class Door(StrEnum):
    """Whether somebody works at the station."""

    OPEN = "open"
    LOCKED = "locked"
    SIGNED_OUT = "signed_out"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class SessionView:
    """What a window shows of the session.

    Attributes:
        door: whether somebody works here.
        operator: who, or who locked it; None where nobody is signed in.
        number: grows when another session begins, of the same operator or another one.
        mode: how the station knows who works there.
        problem: why nobody can sign in; "" where they can.
        idle: the door was locked because nothing was touched.
    """

    door: Door
    operator: Operator | None
    number: int
    mode: Mode
    problem: str
    idle: bool


class OperatorSession:
    """Opens for a valid sign-in alone. Every method is thread-safe; those with a PIN are slow.

    Where there is one local operator it opens without a PIN. The accounts are looked at again for
    every right, so that somebody who was removed has none from then on.
    """

    def __init__(
        self,
        accounts: Accounts,
        *,
        local_name: str = LOCAL.name,
        idle_seconds: float = IDLE_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Start signed out; the local operator is there at once.

        Args:
            accounts: who may sign in.
            local_name: of the one local operator.
            idle_seconds: nothing touched for so long locks; 0 is never, for the local operator
                alone (others are locked out after `IDLE_SECONDS` then).
            clock: monotonic seconds.
        """
        self._lock = threading.RLock()
        self._accounts = accounts
        self._clock = clock
        self._local = Operator(local_name or LOCAL.name, Role.SUPERVISOR)
        self._idle_seconds = idle_seconds
        self._door = Door.SIGNED_OUT
        self._operator: Operator | None = None
        self._is_local = False
        self._idle = False
        self._number = 0
        self._touched = clock()
        self._grants: dict[Right, tuple[Operator, float]] = {}
        if accounts.standing().mode is Mode.SINGLE:
            self.enter()

    # Coming and going

    def sign_in(self, name: str, pin: str) -> None:
        """Sign in, or unlock; anybody but the one who locked begins a new session.

        Raises:
            OperatorError: refused (`SignInError`), or nobody can sign in.
            StoreError: the try could not be noted.
        """
        operator = self._accounts.verify(name, pin)
        with self._lock:
            self._open(operator, is_local=False)

    def enter(self) -> None:
        """The one local operator begins to work, or comes back; nobody else needs to.

        Raises:
            OperatorError: operators sign in here.
        """
        with self._lock:
            standing = self._accounts.standing()
            if standing.mode is not Mode.SINGLE:
                raise OperatorError(
                    standing.problem
                    or said("Operators sign in at this station. Give name and PIN.")
                )
            self._open(self._local, is_local=True)

    def _open(self, operator: Operator, *, is_local: bool) -> None:
        same = self._operator is not None and (self._operator.name, self._is_local) == (
            operator.name,
            is_local,
        )
        if not same:
            self._number += 1
        self._grants.clear()
        self._operator, self._is_local = operator, is_local
        self._door, self._idle = Door.OPEN, False
        self._touched = self._clock()

    def lock(self) -> None:
        """The operator leaves for a while."""
        with self._lock:
            if self._door is Door.OPEN:
                self._door = Door.LOCKED
                self._grants.clear()

    def sign_out(self) -> None:
        """The operator's session is over."""
        with self._lock:
            self._leave(Door.SIGNED_OUT)

    def _leave(self, door: Door) -> None:
        self._door, self._operator, self._is_local, self._idle = door, None, False, False
        self._grants.clear()

    def touch(self) -> bool:
        """Somebody touched the station; what is locked stays locked.

        Returns:
            Whether it is open, as far as time alone can tell.
        """
        with self._lock:
            self._lock_if_idle()
            self._touched = self._clock()
            return self._door is Door.OPEN

    def rename_local(self, name: str) -> None:
        """The one local operator has another name from now on."""
        with self._lock:
            self._local = Operator(name or LOCAL.name, Role.SUPERVISOR)
            if self._is_local:
                self._operator = self._local

    def change_idle_seconds(self, idle_seconds: float) -> None:
        """Lock after another time."""
        with self._lock:
            self._idle_seconds = idle_seconds

    def view(self) -> SessionView:
        """Who works here now; locks when it is time, and follows the accounts' file."""
        with self._lock:
            standing = self._settle()
            return SessionView(
                self._door,
                self._operator,
                self._number,
                standing.mode,
                standing.problem,
                self._idle,
            )

    def _settle(self) -> Standing:
        """Lock where idle, and sign out whoever may no longer be signed in."""
        self._lock_if_idle()
        standing = self._accounts.standing()
        if standing.mode is Mode.UNREADABLE:
            self._leave(Door.UNREADABLE)
        elif self._door is Door.UNREADABLE:
            self._leave(Door.SIGNED_OUT)
        elif self._is_local:
            if standing.mode is not Mode.SINGLE:
                self._leave(Door.SIGNED_OUT)
        elif self._operator is not None:
            now = {one.name: one for one in standing.operators}.get(self._operator.name)
            if now is None:
                self._leave(Door.SIGNED_OUT)
            else:
                self._operator = now
        return standing

    def _lock_if_idle(self) -> None:
        seconds = self._idle_seconds or (0 if self._is_local else IDLE_SECONDS)
        passed = self._clock() - self._touched
        if self._door is Door.OPEN and seconds and not 0.0 <= passed < seconds:
            self._door, self._idle = Door.LOCKED, True
            self._grants.clear()

    # Rights

    def authorise(self, right: Right, name: str, pin: str) -> Operator:
        """A supervisor allows whoever works here one action.

        Raises:
            OperatorError: refused, no supervisor, or nobody works here.
            StoreError: the try could not be noted.
        """
        began = self.view()
        supervisor = self._accounts.verify(name, pin)
        if not supervisor.may(right):
            raise OperatorError(
                said("{name} is not a supervisor. Ask one to allow this.", name=supervisor.name)
            )
        with self._lock:
            now = self.view()
            if now.door is not Door.OPEN or now.number != began.number:
                raise OperatorError(said("Nobody works here any more, so nothing was allowed."))
            self._grants[right] = (supervisor, self._clock())
        return supervisor

    def may(self, right: Right) -> bool:
        """Whether `who_may` would name somebody."""
        try:
            self.who_may(right)
        except OperatorError:
            return False
        return True

    def who_may(self, right: Right) -> Operator:
        """Who answers for an action now: the one who works here, or who allowed it.

        Raises:
            OperatorError: nobody does.
        """
        with self._lock:
            standing = self._settle()
            if self._door is not Door.OPEN or self._operator is None:
                raise OperatorError(
                    standing.problem
                    or said("Nobody works here now, so this stays closed. Sign in.")
                )
            if self._operator.may(right):
                return self._operator
            supervisor, granted_at = self._grants.get(right, (None, 0.0))
            fresh = 0.0 <= self._clock() - granted_at <= GRANT_SECONDS
            if supervisor in standing.operators and fresh:
                return supervisor
            raise OperatorError(
                said("This needs a supervisor, who has not allowed it. Ask one for name and PIN.")
            )

    def take(self, right: Right) -> Operator:
        """Like `who_may`, and a supervisor's permission is used up."""
        with self._lock:
            operator = self.who_may(right)
            self._grants.pop(right, None)
            return operator

    def withdraw(self, right: Right) -> None:
        """What a supervisor allowed is not wanted any more."""
        with self._lock:
            self._grants.pop(right, None)
