"""Who works at the station: opened by a valid sign-in alone, in any order of events."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from support.clinic_accounts import (
    OPERATOR,
    OPERATOR_PIN,
    OTHER,
    OTHER_PIN,
    SUPERVISOR,
    SUPERVISOR_PIN,
    WRONG_PIN,
    Clocks,
    clinic_accounts,
    new_accounts,
)

from faceqa_gui.errors import OperatorError
from faceqa_gui.operators.accounts import Accounts, Mode, SignInError
from faceqa_gui.operators.operator import LOCAL, Operator, Right, Role
from faceqa_gui.operators.session import GRANT_SECONDS, IDLE_SECONDS, Door, OperatorSession

PINS = {
    OPERATOR.name: OPERATOR_PIN,
    OTHER.name: OTHER_PIN,
    SUPERVISOR.name: SUPERVISOR_PIN,
}


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def accounts(tmp_path: Path, clocks: Clocks) -> Accounts:
    return clinic_accounts(tmp_path, clocks)


@pytest.fixture
def session(accounts: Accounts, clocks: Clocks) -> OperatorSession:
    return OperatorSession(accounts, clock=lambda: clocks.monotonic)


@pytest.fixture
def local(tmp_path: Path, clocks: Clocks) -> OperatorSession:
    accounts = new_accounts(tmp_path / "local", clocks)
    accounts.choose_single()
    return OperatorSession(accounts, local_name="front desk", clock=lambda: clocks.monotonic)


def refused(session: OperatorSession, right: Right = Right.SETTINGS) -> str:
    with pytest.raises(OperatorError) as error:
        session.who_may(right)
    assert not session.may(right)
    return str(error.value)


def test_it_starts_signed_out_with_no_right(session: OperatorSession) -> None:
    view = session.view()
    assert (view.door, view.operator, view.mode) == (Door.SIGNED_OUT, None, Mode.ACCOUNTS)
    for right in Right:
        assert "Sign in" in refused(session, right)


def test_a_supervisor_has_the_rights_and_an_operator_none(session: OperatorSession) -> None:
    session.sign_in("otto", OPERATOR_PIN)
    assert session.view().operator == OPERATOR
    for right in Right:
        assert "needs a supervisor" in refused(session, right)
    session.sign_in(SUPERVISOR.name, SUPERVISOR_PIN)
    for right in Right:
        assert session.take(right) == SUPERVISOR
        assert session.take(right) == SUPERVISOR


def test_a_wrong_pin_changes_nothing(session: OperatorSession) -> None:
    with pytest.raises(SignInError):
        session.sign_in(OPERATOR.name, WRONG_PIN)
    assert session.view().door is Door.SIGNED_OUT
    session.sign_in(OPERATOR.name, OPERATOR_PIN)
    with pytest.raises(SignInError):
        session.sign_in(SUPERVISOR.name, WRONG_PIN)
    assert session.view().operator == OPERATOR


def test_the_same_operator_unlocks_the_same_session(session: OperatorSession) -> None:
    session.sign_in(OPERATOR.name, OPERATOR_PIN)
    number = session.view().number
    session.lock()
    session.lock()
    view = session.view()
    assert (view.door, view.operator, view.idle) == (Door.LOCKED, OPERATOR, False)
    session.sign_in(OPERATOR.name, OPERATOR_PIN)
    assert session.view().number == number


def test_another_operator_begins_a_new_session(session: OperatorSession) -> None:
    session.sign_in(OPERATOR.name, OPERATOR_PIN)
    number = session.view().number
    session.lock()
    session.sign_in(OTHER.name, OTHER_PIN)
    assert session.view().operator == OTHER
    assert session.view().number == number + 1


def test_after_a_sign_out_even_the_same_operator_begins_anew(session: OperatorSession) -> None:
    session.sign_in(OPERATOR.name, OPERATOR_PIN)
    number = session.view().number
    session.sign_out()
    assert session.view().operator is None
    session.lock()
    assert session.view().door is Door.SIGNED_OUT
    session.sign_in(OPERATOR.name, OPERATOR_PIN)
    assert session.view().number == number + 1


def test_nothing_touched_for_long_locks_and_a_touch_opens_nothing(
    session: OperatorSession, clocks: Clocks
) -> None:
    session.sign_in(SUPERVISOR.name, SUPERVISOR_PIN)
    clocks.pass_by(IDLE_SECONDS - 1)
    session.touch()
    clocks.pass_by(IDLE_SECONDS - 1)
    assert session.view().door is Door.OPEN
    clocks.pass_by(1)
    session.touch()  # too late: it was locked before anybody looked
    view = session.view()
    assert (view.door, view.idle) == (Door.LOCKED, True)
    assert "Sign in" in refused(session)


def test_another_idle_time_counts_at_once(session: OperatorSession, clocks: Clocks) -> None:
    session.sign_in(OPERATOR.name, OPERATOR_PIN)
    session.change_idle_seconds(30)
    clocks.pass_by(30)
    assert session.view().door is Door.LOCKED


def test_never_is_for_the_local_operator_alone(
    session: OperatorSession, local: OperatorSession, clocks: Clocks
) -> None:
    session.sign_in(OPERATOR.name, OPERATOR_PIN)
    for one in (session, local):
        one.change_idle_seconds(0)
    clocks.pass_by(IDLE_SECONDS)
    assert session.view().door is Door.LOCKED
    clocks.pass_by(10**7)
    assert local.view().door is Door.OPEN


def test_a_clock_that_goes_back_locks(session: OperatorSession, clocks: Clocks) -> None:
    session.sign_in(OPERATOR.name, OPERATOR_PIN)
    clocks.monotonic -= 1.0
    assert session.view().door is Door.LOCKED


def test_the_local_operator_is_there_at_once_and_comes_back_without_a_pin(
    local: OperatorSession, clocks: Clocks
) -> None:
    view = local.view()
    assert (view.door, view.operator) == (Door.OPEN, Operator("front desk", Role.SUPERVISOR))
    assert local.may(Right.PURGE)
    clocks.pass_by(IDLE_SECONDS)
    assert local.view().door is Door.LOCKED
    assert not local.may(Right.PURGE)
    local.enter()
    assert local.view().number == view.number
    local.sign_out()
    local.enter()
    assert local.view().number == view.number + 1


def test_the_local_operator_can_be_renamed(local: OperatorSession) -> None:
    number = local.view().number
    local.rename_local("desk 2")
    assert local.view().operator == Operator("desk 2", Role.SUPERVISOR)
    local.rename_local("")
    assert local.view().operator == LOCAL
    assert local.view().number == number


def test_a_new_local_name_is_nobody_elses(session: OperatorSession) -> None:
    session.sign_in(OPERATOR.name, OPERATOR_PIN)
    session.rename_local("desk 2")
    assert session.view().operator == OPERATOR


def test_where_operators_sign_in_nobody_enters_without(session: OperatorSession) -> None:
    with pytest.raises(OperatorError, match="Give name and PIN"):
        session.enter()
    assert session.view().door is Door.SIGNED_OUT


def test_what_is_not_chosen_yet_opens_nothing(tmp_path: Path) -> None:
    session = OperatorSession(new_accounts(tmp_path / "none"))
    assert session.view().door is Door.SIGNED_OUT
    with pytest.raises(OperatorError):
        session.enter()


def test_a_damaged_file_closes_at_once_and_a_mended_one_asks_again(
    session: OperatorSession, accounts: Accounts
) -> None:
    session.sign_in(SUPERVISOR.name, SUPERVISOR_PIN)
    good = accounts.path.read_bytes()
    accounts.path.write_bytes(good[:-20])
    assert "nobody can sign in" in refused(session)
    view = session.view()
    assert (view.door, view.operator) == (Door.UNREADABLE, None)
    assert "nobody can sign in" in view.problem
    with pytest.raises(OperatorError, match="nobody can sign in"):
        session.enter()
    accounts.path.write_bytes(good)
    assert session.view().door is Door.SIGNED_OUT


def test_a_removed_file_closes(session: OperatorSession, accounts: Accounts) -> None:
    session.sign_in(SUPERVISOR.name, SUPERVISOR_PIN)
    accounts.path.unlink()
    refused(session)
    assert session.view().door is Door.SIGNED_OUT


def test_the_local_operator_goes_when_operators_sign_in(
    local: OperatorSession, tmp_path: Path
) -> None:
    accounts = new_accounts(tmp_path / "local")
    accounts.choose_accounts(SUPERVISOR.name, SUPERVISOR_PIN, LOCAL)
    refused(local)
    assert local.view().door is Door.SIGNED_OUT


def test_who_is_removed_or_made_an_operator_has_no_right_from_then_on(
    session: OperatorSession, accounts: Accounts
) -> None:
    accounts.set_role(OTHER.name, Role.SUPERVISOR, by=SUPERVISOR)
    session.sign_in(OTHER.name, OTHER_PIN)
    assert session.may(Right.SETTINGS)
    accounts.set_role(OTHER.name, Role.OPERATOR, by=SUPERVISOR)
    assert "needs a supervisor" in refused(session)
    accounts.remove(OTHER.name, by=SUPERVISOR)
    assert "Sign in" in refused(session)


# A supervisor allows one action


def allow(session: OperatorSession, right: Right = Right.SETTINGS) -> None:
    assert session.authorise(right, SUPERVISOR.name, SUPERVISOR_PIN) == SUPERVISOR


def test_a_supervisor_allows_one_action_once(session: OperatorSession) -> None:
    session.sign_in(OPERATOR.name, OPERATOR_PIN)
    allow(session)
    assert session.view().operator == OPERATOR
    refused(session, Right.PURGE)
    assert session.who_may(Right.SETTINGS) == SUPERVISOR
    assert session.take(Right.SETTINGS) == SUPERVISOR
    refused(session)


def test_an_operator_allows_nothing(session: OperatorSession) -> None:
    session.sign_in(OPERATOR.name, OPERATOR_PIN)
    with pytest.raises(OperatorError, match="Nora is not a supervisor"):
        session.authorise(Right.SETTINGS, OTHER.name, OTHER_PIN)
    with pytest.raises(SignInError):
        session.authorise(Right.SETTINGS, SUPERVISOR.name, WRONG_PIN)
    refused(session)


@pytest.mark.parametrize(
    "ends", ["withdrawn", "too old", "locked", "out", "another", "unlocked", "removed"]
)
def test_what_was_allowed_ends(
    session: OperatorSession, accounts: Accounts, clocks: Clocks, ends: str
) -> None:
    accounts.set_role(OTHER.name, Role.SUPERVISOR, by=SUPERVISOR)
    session.change_idle_seconds(3600)
    session.sign_in(OPERATOR.name, OPERATOR_PIN)
    allow(session)
    if ends == "withdrawn":
        session.withdraw(Right.SETTINGS)
        session.withdraw(Right.SETTINGS)
    elif ends == "too old":
        clocks.pass_by(GRANT_SECONDS + 1)
    elif ends == "another":
        session.sign_in(OPERATOR.name, OPERATOR_PIN)
    elif ends == "removed":
        accounts.remove(SUPERVISOR.name, by=SUPERVISOR)
    else:
        if ends == "out":
            session.sign_out()
        else:
            session.lock()
        refused(session)
        if ends == "unlocked":
            session.sign_in(OPERATOR.name, OPERATOR_PIN)
    refused(session)


def test_nothing_is_allowed_for_nobody(session: OperatorSession) -> None:
    with pytest.raises(OperatorError, match="Nobody works here any more"):
        allow(session)


def test_nothing_is_allowed_to_who_came_while_the_pin_was_compared(
    session: OperatorSession, accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.sign_in(OPERATOR.name, OPERATOR_PIN)
    verify = accounts.verify

    def meanwhile(name: str, pin: str) -> Operator:
        monkeypatch.undo()
        session.sign_in(OTHER.name, OTHER_PIN)
        return verify(name, pin)

    monkeypatch.setattr(accounts, "verify", meanwhile)
    with pytest.raises(OperatorError, match="any more"):
        allow(session)


# Any order of events


class SessionMachine(RuleBasedStateMachine):
    """The real session and accounts; the machine keeps its own book of who may be believed."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.clocks = Clocks()
        self.accounts = clinic_accounts(Path(self.folder.name), self.clocks)
        self.session = OperatorSession(self.accounts, clock=lambda: self.clocks.monotonic)
        self.good = self.accounts.path.read_bytes()
        self.roles = {one.name: one.role for one in self.accounts.standing().operators}
        self.proved: str | None = None  # whose PIN was right, while they can still be there
        self.locked = False
        self.touched = self.clocks.monotonic
        self.allowed: dict[Right, float] = {}
        self.readable = True
        self.rights_seen = 0

    def teardown(self) -> None:
        self.folder.cleanup()

    @initialize(somebody=st.sampled_from(("", *PINS)))
    def it_begins(self, somebody: str) -> None:
        if somebody:
            self.sign_in(somebody, right_pin=True)

    def forget(self) -> None:
        self.proved, self.locked = None, False
        self.allowed.clear()

    @rule(name=st.sampled_from((*PINS, "nobody")), right_pin=st.booleans())
    def sign_in(self, name: str, right_pin: bool) -> None:  # noqa: FBT001  (drawn)
        try:
            self.session.sign_in(name, PINS.get(name, OTHER_PIN) if right_pin else WRONG_PIN)
        except OperatorError:
            return
        assert right_pin
        assert name in self.roles
        assert self.readable
        self.forget()
        self.proved, self.touched = name, self.clocks.monotonic

    @rule()
    def enter_without_a_pin(self) -> None:
        with pytest.raises(OperatorError):
            self.session.enter()

    @rule(
        right=st.sampled_from(Right),
        name=st.sampled_from(tuple(PINS)),
        right_pin=st.sampled_from((True, True, False)),
    )
    def allow(self, right: Right, name: str, right_pin: bool) -> None:  # noqa: FBT001  (drawn)
        try:
            self.session.authorise(right, name, PINS[name] if right_pin else WRONG_PIN)
        except OperatorError:
            return
        assert right_pin
        assert self.roles[name] is Role.SUPERVISOR
        assert self.is_open()
        self.allowed[right] = self.clocks.monotonic

    @rule()
    def lock(self) -> None:
        self.session.lock()
        self.locked = True
        self.allowed.clear()

    @rule()
    def sign_out(self) -> None:
        self.session.sign_out()
        self.forget()

    @rule()
    def touch(self) -> None:
        if not self.is_open():
            self.locked = True
        self.session.touch()
        self.touched = self.clocks.monotonic

    @rule(seconds=st.sampled_from((1.0, 40.0, 200.0, 1000.0)))
    def time_goes_by(self, seconds: float) -> None:
        self.clocks.pass_by(seconds)

    @rule(name=st.sampled_from((OPERATOR.name, OTHER.name)), role=st.sampled_from(Role))
    def another_role(self, name: str, role: Role) -> None:
        with suppress(OperatorError):
            self.accounts.set_role(name, role, by=SUPERVISOR)
            self.roles[name] = role
            self.good = self.accounts.path.read_bytes()

    @rule(name=st.sampled_from((OPERATOR.name, OTHER.name)))
    def remove(self, name: str) -> None:
        with suppress(OperatorError):
            self.accounts.remove(name, by=SUPERVISOR)
            del self.roles[name]
            self.good = self.accounts.path.read_bytes()
            if self.proved == name:
                self.forget()

    @rule(how=st.sampled_from(("damaged", "removed")))
    def spoil(self, how: str) -> None:
        if how == "damaged":
            self.accounts.path.write_bytes(self.good[:-30])
        else:
            self.accounts.path.unlink(missing_ok=True)
        self.readable = False
        self.forget()

    @rule()
    def mend(self) -> None:
        self.session.view()
        self.accounts.path.write_bytes(self.good)
        self.readable = True

    @rule(right=st.sampled_from(Right))
    def use(self, right: Right) -> None:
        with suppress(OperatorError):
            self.session.take(right)
            self.allowed.pop(right, None)

    @rule(right=st.sampled_from(Right))
    def withdraw(self, right: Right) -> None:
        self.session.withdraw(right)
        self.allowed.pop(right, None)

    def is_open(self) -> bool:
        idle = self.clocks.monotonic - self.touched >= IDLE_SECONDS
        if self.locked or idle:
            self.locked = True
            self.allowed.clear()
        return self.proved is not None and not self.locked and self.readable

    @invariant()
    def no_right_without_a_valid_sign_in_of_that_role(self) -> None:
        is_open = self.is_open()
        view = self.session.view()
        assert (view.door is Door.OPEN) == is_open
        if is_open:
            assert view.operator is not None
            assert view.operator.name == self.proved
        for right in Right:
            supervisor = self.proved and self.roles.get(self.proved) is Role.SUPERVISOR
            allowed = self.clocks.monotonic - self.allowed.get(right, -1e9) <= GRANT_SECONDS
            has = self.session.may(right)
            assert not has or (is_open and (supervisor or allowed))
            if is_open and supervisor:
                assert has
            self.rights_seen += has
        type(self).seen += self.rights_seen

    seen = 0


def test_no_order_of_events_gives_a_right_without_a_valid_sign_in() -> None:
    run_state_machine_as_test(
        SessionMachine,
        settings=settings(
            max_examples=40,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert SessionMachine.seen > 100, "a machine that never had a right would have proved nothing"
