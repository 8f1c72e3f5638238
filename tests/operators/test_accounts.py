"""Who may sign in: kept privately, closed when damaged, slow to those who guess."""

import json
import multiprocessing
import os
import sqlite3
import statistics
import threading
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from support.clinic_accounts import (
    CHEAP,
    OPERATOR,
    OPERATOR_PIN,
    OTHER,
    SUPERVISOR,
    SUPERVISOR_PIN,
    WRONG_PIN,
    Clocks,
    clinic_accounts,
    new_accounts,
)

from faceqa_gui.errors import FaceQAError, OperatorError, StoreError
from faceqa_gui.operators import one_writer
from faceqa_gui.operators.accounts import STRANGER, Accounts, Mode, SignInError, duration
from faceqa_gui.operators.operator import LOCAL, Operator, Role


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def accounts(tmp_path: Path, clocks: Clocks) -> Accounts:
    return clinic_accounts(tmp_path, clocks)


def fail_once(accounts: Accounts, name: str, pin: str = WRONG_PIN) -> SignInError:
    with pytest.raises(SignInError) as refused:
        accounts.verify(name, pin)
    return refused.value


# Choosing


def test_nothing_is_chosen_at_first(tmp_path: Path) -> None:
    assert new_accounts(tmp_path).standing().mode is Mode.NOT_CHOSEN
    assert Accounts(tmp_path, local_unless_chosen=True).standing().mode is Mode.SINGLE
    assert list(tmp_path.iterdir()) == []


def test_a_single_operator_is_chosen_and_kept(tmp_path: Path) -> None:
    accounts = new_accounts(tmp_path)
    accounts.choose_single()
    assert new_accounts(tmp_path).standing().mode is Mode.SINGLE
    with pytest.raises(OperatorError, match="Nobody signs in"):
        accounts.verify(LOCAL.name, SUPERVISOR_PIN)
    with pytest.raises(OperatorError, match="Nobody signs in"):
        accounts.add("Otto", Role.OPERATOR, OPERATOR_PIN, by=LOCAL)


def test_nobody_can_be_added_before_the_choice(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="Nobody signs in"):
        new_accounts(tmp_path).add("Otto", Role.OPERATOR, OPERATOR_PIN, by=LOCAL)


def test_the_first_operator_is_a_supervisor(tmp_path: Path) -> None:
    accounts = new_accounts(tmp_path)
    accounts.choose_accounts("  Sue  Weiß ", SUPERVISOR_PIN)
    assert accounts.standing().operators == (SUPERVISOR,)
    assert accounts.verify("SUE WEISS", SUPERVISOR_PIN) == SUPERVISOR


def test_the_choice_is_changed_by_a_supervisor_alone(accounts: Accounts) -> None:
    for by in (None, OPERATOR):
        with pytest.raises(OperatorError, match="Only a supervisor"):
            accounts.choose_single(by)
    accounts.choose_single(SUPERVISOR)
    assert accounts.standing().mode is Mode.SINGLE
    with pytest.raises(OperatorError, match="Only a supervisor"):
        accounts.choose_accounts("Eve", OPERATOR_PIN)
    accounts.choose_accounts("Sue", SUPERVISOR_PIN, LOCAL)
    assert [one.name for one in accounts.standing().operators] == ["Sue"]
    with pytest.raises(OperatorError, match="already"):
        accounts.choose_accounts("Eve", OPERATOR_PIN, SUPERVISOR)


# The file


@pytest.mark.skipif(os.name != "posix", reason="modes mean little elsewhere")
def test_the_file_is_private_and_holds_no_pin(accounts: Accounts) -> None:
    fail_once(accounts, "Nobody at all", "4711471147")
    kept = accounts.path.read_text("utf-8")
    assert accounts.path.stat().st_mode & 0o777 == 0o600
    for secret in (SUPERVISOR_PIN, OPERATOR_PIN, "4711471147", "Nobody"):
        assert secret not in kept
    assert kept.count("$argon2id$") == 3


@pytest.mark.parametrize(
    "spoil",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b" " * 1_100_000,
        b'{"version": 1, "mode": "accounts"}',
        b'{"version": 1, "mode": "single", "unknown": 1}',
        b'{"version": 2, "mode": "single"}',
        b'{"version": 1, "mode": "everybody"}',
        b'{"version": 1, "mode": "single", "strangers": {"999": {"count": 1}}}',
    ],
)
def test_a_file_that_cannot_be_used_opens_nothing_and_stays(
    accounts: Accounts, spoil: bytes
) -> None:
    accounts.path.write_bytes(spoil)
    standing = accounts.standing()
    assert standing.mode is Mode.UNREADABLE
    assert standing.operators == ()
    assert str(accounts.path) in standing.problem
    assert "nobody can sign in" in standing.problem
    assert "good copy" in standing.problem
    for refused in (
        lambda: accounts.verify(SUPERVISOR.name, SUPERVISOR_PIN),
        lambda: accounts.choose_single(SUPERVISOR),
        lambda: accounts.choose_accounts("Eve", OPERATOR_PIN, SUPERVISOR),
        lambda: accounts.remove(OPERATOR.name, by=SUPERVISOR),
    ):
        with pytest.raises(OperatorError, match="nobody can sign in"):
            refused()
    assert accounts.path.read_bytes() == spoil


def altered(accounts: Accounts, **changes: object) -> None:
    content = json.loads(accounts.path.read_text("utf-8"))
    content["accounts"][1] |= changes
    accounts.path.write_text(json.dumps(content), "utf-8")


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "SUE WEISS"},
        {"name": " Otto"},
        {"name": "x" * 81},
        {"role": "owner"},
        {"pin": OPERATOR_PIN},
        {"pin": ""},
        {"pin": CHEAP.hash("1").replace("m=8", "m=2000000000")},
        {"pin": CHEAP.hash("1").replace("t=1", "t=101")},
        {"wrong": {"count": 0, "last": "2026-05-04T09:30:00Z"}},
        {"wrong": {"count": 1, "last": "2026-05-04T09:30:00"}},
    ],
)
def test_an_account_that_makes_no_sense_closes_the_file(
    accounts: Accounts, changes: dict[str, object]
) -> None:
    altered(accounts, **changes)
    assert accounts.standing().mode is Mode.UNREADABLE


def test_accounts_beside_a_single_operator_make_no_sense(accounts: Accounts) -> None:
    content = json.loads(accounts.path.read_text("utf-8"))
    accounts.path.write_text(json.dumps(content | {"mode": "single"}), "utf-8")
    assert accounts.standing().mode is Mode.UNREADABLE


def test_a_newer_file_is_named_as_such(accounts: Accounts) -> None:
    accounts.path.write_text('{"version": 2, "mode": "single", "more": []}')
    assert "another version of FaceQA" in accounts.standing().problem


def test_things_in_the_files_place_open_nothing(tmp_path: Path) -> None:
    accounts = new_accounts(tmp_path)
    accounts.path.mkdir()
    assert "not a plain file" in accounts.standing().problem
    accounts.path.rmdir()
    accounts.path.symlink_to(tmp_path / "nowhere")
    assert "link to nothing" in accounts.standing().problem


def test_a_file_that_may_not_be_read_opens_nothing(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "cannot be read (Permission denied)" in accounts.standing().problem


def test_a_mended_file_counts_at_once(accounts: Accounts) -> None:
    good = accounts.path.read_bytes()
    accounts.path.write_bytes(good[:-10])
    assert accounts.standing().mode is Mode.UNREADABLE
    accounts.path.write_bytes(good)
    assert accounts.verify(OPERATOR.name, OPERATOR_PIN) == OPERATOR


def test_a_disk_that_cannot_be_written_lets_nobody_in(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("faceqa_gui.operators.accounts.replace_file", full)
    with pytest.raises(StoreError, match="disk or its quota is full"):
        accounts.verify(OPERATOR.name, OPERATOR_PIN)


# Changing


def test_names_are_unique_however_they_are_written(accounts: Accounts) -> None:
    with pytest.raises(OperatorError, match="already"):
        accounts.add("OTTO", Role.OPERATOR, "640281", by=SUPERVISOR)
    with pytest.raises(OperatorError, match="already"):
        accounts.add("sue weiss", Role.OPERATOR, "640281", by=SUPERVISOR)


def test_only_a_supervisor_changes_operators(accounts: Accounts) -> None:
    before = accounts.path.read_bytes()
    for refused in (
        lambda: accounts.add("Eve", Role.SUPERVISOR, "640281", by=OPERATOR),
        lambda: accounts.remove(OTHER.name, by=OPERATOR),
        lambda: accounts.set_role(OPERATOR.name, Role.SUPERVISOR, by=OPERATOR),
        lambda: accounts.reset_pin(SUPERVISOR.name, "640281", by=OPERATOR),
    ):
        with pytest.raises(OperatorError, match="Only a supervisor"):
            refused()
    assert accounts.path.read_bytes() == before


def test_the_last_supervisor_stays(accounts: Accounts) -> None:
    with pytest.raises(OperatorError, match="last supervisor"):
        accounts.remove(SUPERVISOR.name, by=SUPERVISOR)
    with pytest.raises(OperatorError, match="last supervisor"):
        accounts.set_role(SUPERVISOR.name, Role.OPERATOR, by=SUPERVISOR)
    accounts.set_role(OPERATOR.name, Role.SUPERVISOR, by=SUPERVISOR)
    accounts.remove(SUPERVISOR.name, by=SUPERVISOR)
    assert [one.name for one in accounts.standing().operators] == ["Otto", "Nora"]


def test_who_is_removed_cannot_sign_in(accounts: Accounts) -> None:
    accounts.remove("otto", by=SUPERVISOR)
    assert fail_once(accounts, OPERATOR.name, OPERATOR_PIN).who == STRANGER
    with pytest.raises(OperatorError, match="no operator of that name"):
        accounts.remove(OPERATOR.name, by=SUPERVISOR)


def test_a_pin_is_reset_by_a_supervisor_and_ends_the_wait(accounts: Accounts) -> None:
    for _ in range(6):
        fail_once(accounts, OPERATOR.name)
    accounts.reset_pin(OPERATOR.name, "640281", by=SUPERVISOR)
    assert accounts.verify(OPERATOR.name, "640281") == OPERATOR
    fail_once(accounts, OPERATOR.name, OPERATOR_PIN)


def test_an_own_pin_is_changed_with_the_old_one(accounts: Accounts) -> None:
    with pytest.raises(OperatorError, match="first that anybody tries"):
        accounts.change_pin(OPERATOR.name, OPERATOR_PIN, "0000")
    with pytest.raises(SignInError):
        accounts.change_pin(OPERATOR.name, WRONG_PIN, "640281")
    accounts.change_pin(OPERATOR.name, OPERATOR_PIN, "640281")
    assert accounts.verify(OPERATOR.name, "640281") == OPERATOR


@pytest.mark.parametrize("change", ["removed", "given another PIN"])
def test_who_is_changed_while_the_pin_is_compared_is_not_signed_in(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    fits = accounts._fits

    def meanwhile(hashed: str, pin: str) -> bool:
        others = new_accounts(accounts.path.parent)
        if change == "removed":
            others.remove(OPERATOR.name, by=SUPERVISOR)
        else:
            others.reset_pin(OPERATOR.name, "640281", by=SUPERVISOR)
        return fits(hashed, pin)

    monkeypatch.setattr(accounts, "_fits", meanwhile)
    fail_once(accounts, OPERATOR.name, OPERATOR_PIN)


def test_an_old_hash_is_made_anew_when_its_parameters_are_old(tmp_path: Path) -> None:
    clinic_accounts(tmp_path)
    stronger = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    accounts = new_accounts(tmp_path, hasher=stronger)
    assert accounts.path.read_text("utf-8").count("t=2") == 0
    assert accounts.verify(OPERATOR.name, OPERATOR_PIN) == OPERATOR
    assert accounts.path.read_text("utf-8").count("m=16,t=2") == 1
    assert accounts.verify(OPERATOR.name, OPERATOR_PIN) == OPERATOR


def test_the_real_parameters_are_those_of_the_rfc(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path)
    accounts.choose_accounts("Sue", SUPERVISOR_PIN)
    assert "$argon2id$v=19$m=65536,t=3,p=4$" in accounts.path.read_text("utf-8")
    assert accounts.verify("sue", SUPERVISOR_PIN).role is Role.SUPERVISOR
    fail_once(accounts, "sue")
    fail_once(accounts, "nobody")


# Guessing


@pytest.mark.parametrize("name", [OPERATOR.name, "somebody unknown"])
def test_wrong_pins_are_slowed_down_and_doubling(
    accounts: Accounts, clocks: Clocks, name: str
) -> None:
    waits = []
    for _ in range(12):
        refused = fail_once(accounts, name)
        waits.append(refused.wait_seconds)
        clocks.pass_by(refused.wait_seconds)
    assert waits == [0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]


@pytest.mark.parametrize("name", [OPERATOR.name, "somebody unknown"])
def test_what_is_tried_during_the_wait_is_not_looked_at(
    accounts: Accounts, clocks: Clocks, name: str
) -> None:
    for _ in range(5):
        fail_once(accounts, name)
    clocks.pass_by(29.0)
    refused = fail_once(accounts, name, OPERATOR_PIN)
    assert "looked at in 1 s" in str(refused)
    assert refused.wait_seconds == pytest.approx(1.0)


def test_a_right_pin_after_the_wait_forgets_the_wrong_ones(
    accounts: Accounts, clocks: Clocks
) -> None:
    for _ in range(5):
        fail_once(accounts, OPERATOR.name)
    clocks.pass_by(30.0)
    assert accounts.verify(OPERATOR.name, OPERATOR_PIN) == OPERATOR
    assert fail_once(accounts, OPERATOR.name).wait_seconds == 0


def test_others_need_not_wait(accounts: Accounts) -> None:
    for _ in range(5):
        fail_once(accounts, OPERATOR.name)
    assert accounts.verify(SUPERVISOR.name, SUPERVISOR_PIN) == SUPERVISOR
    fail_once(accounts, OPERATOR.name, OPERATOR_PIN)


def test_a_restart_does_not_end_the_wait(tmp_path: Path) -> None:
    clocks = Clocks()
    accounts = clinic_accounts(tmp_path, clocks)
    for _ in range(7):
        clocks.pass_by(fail_once(accounts, OPERATOR.name).wait_seconds)
    refused = fail_once(accounts, OPERATOR.name)
    assert refused.wait_seconds == 240
    clocks.pass_by(60.0)
    clocks.monotonic = 3.0  # the computer was started anew
    assert fail_once(new_accounts(tmp_path, clocks), OPERATOR.name).wait_seconds == 180


def test_a_clock_set_forward_does_not_end_the_wait(accounts: Accounts, clocks: Clocks) -> None:
    for _ in range(5):
        fail_once(accounts, OPERATOR.name)
    clocks.wall += timedelta(days=400)
    assert fail_once(accounts, OPERATOR.name, OPERATOR_PIN).wait_seconds == pytest.approx(30.0)


@pytest.mark.parametrize("name", [OPERATOR.name, "somebody unknown"])
def test_a_clock_set_back_begins_the_wait_anew_and_no_longer(tmp_path: Path, name: str) -> None:
    clocks = Clocks()
    accounts = clinic_accounts(tmp_path, clocks)
    for _ in range(5):
        fail_once(accounts, name)
    clocks.wall -= timedelta(days=400)
    clocks.pass_by(20.0)
    assert fail_once(new_accounts(tmp_path, clocks), name).wait_seconds == 30
    clocks.pass_by(20.0)
    assert fail_once(new_accounts(tmp_path, clocks), name).wait_seconds == pytest.approx(10.0)
    clocks.pass_by(10.0)
    assert fail_once(accounts, name).wait_seconds == 60


def test_a_try_counts_from_before_it_is_looked_at(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_given: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(accounts, "_fits", die)
    for _ in range(5):
        with pytest.raises(KeyboardInterrupt):
            accounts.verify(OPERATOR.name, OPERATOR_PIN)
    assert fail_once(new_accounts(accounts.path.parent), OPERATOR.name).wait_seconds > 0


def test_tries_of_many_threads_are_all_counted(accounts: Accounts) -> None:
    refused: list[FaceQAError] = []

    def guess() -> None:
        try:
            accounts.verify(OPERATOR.name, WRONG_PIN)
        except FaceQAError as error:
            refused.append(error)

    threads = [threading.Thread(target=guess) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 8
    assert sum("Too many" in str(one) for one in refused) == 3


def _add_operators(folder: str, first: int) -> None:
    accounts = new_accounts(Path(folder))
    for number in range(first, first + 5):
        accounts.add(f"Operator {number}", Role.OPERATOR, OPERATOR_PIN, by=SUPERVISOR)


def test_changes_of_several_processes_are_all_kept(accounts: Accounts) -> None:
    spawn = multiprocessing.get_context("spawn")
    folder = str(accounts.path.parent)
    workers = [spawn.Process(target=_add_operators, args=(folder, 10 * n)) for n in (1, 2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0]
    assert len(accounts.standing().operators) == 3 + 10


def test_a_file_that_another_holds_is_a_sentence(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_writer, "_PATIENCE_SECONDS", 0.01)
    lock = accounts.path.with_name("operators.json.lock")
    with closing(sqlite3.connect(lock, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(OperatorError, match="Another FaceQA"):
            accounts.verify(OPERATOR.name, OPERATOR_PIN)
    assert accounts.verify(OPERATOR.name, OPERATOR_PIN) == OPERATOR


def test_an_unknown_name_takes_as_long_as_a_wrong_pin(tmp_path: Path) -> None:
    hasher = PasswordHasher(time_cost=2, memory_cost=16384, parallelism=1)
    accounts = new_accounts(tmp_path, hasher=hasher)
    accounts.choose_accounts("Sue", SUPERVISOR_PIN)

    def seconds(hashed: str) -> float:
        began = time.perf_counter()
        assert not accounts._fits(hashed, WRONG_PIN)
        return time.perf_counter() - began

    known = hasher.hash(SUPERVISOR_PIN)
    times = [(seconds(known), seconds(accounts._nobodys_hash())) for _ in range(7)]
    ratio = statistics.median(nobody / somebody for somebody, nobody in times)
    assert 0.5 < ratio < 2.0
    sentences = {str(fail_once(accounts, name)) for name in ("Sue", "Nobody")}
    assert len(sentences) == 1


def test_strange_text_is_a_wrong_pin(accounts: Accounts) -> None:
    for name, pin in (("", ""), ("\udcff", "\udcff"), ("Otto", "x" * 5000)):
        assert fail_once(accounts, name, pin).wait_seconds == 0


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 s"), (59.0, "59 s"), (60.0, "1 min"), (61.5, "1 min 2 s"), (900.0, "15 min")],
)
def test_a_wait_in_words(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_an_operator_is_what_the_file_says(accounts: Accounts) -> None:
    accounts.set_role(OPERATOR.name, Role.SUPERVISOR, by=SUPERVISOR)
    assert accounts.verify(OPERATOR.name, OPERATOR_PIN) == Operator("Otto", Role.SUPERVISOR)
