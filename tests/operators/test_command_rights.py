"""Who answers for a command: asked at the terminal, or given by a script."""

import io
import sys
from pathlib import Path

import pytest
from support.clinic_accounts import (
    OPERATOR,
    OPERATOR_PIN,
    SUPERVISOR,
    SUPERVISOR_PIN,
    WRONG_PIN,
    clinic_accounts,
    new_accounts,
)

from faceqa_gui.errors import OperatorError
from faceqa_gui.operators import command_rights
from faceqa_gui.operators.accounts import ONE_LOCAL_OPERATOR, OPERATORS_FILE, SignInError
from faceqa_gui.operators.command_rights import (
    NEW_PIN_VARIABLE,
    PIN_VARIABLE,
    asked_new_pin,
    authorise,
    refuse_lost_accounts,
    trail_of,
)
from faceqa_gui.operators.operator import LOCAL, Operator, Right, Role
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.settings import SETTINGS_FILE, Settings
from faceqa_gui.settings_file import save_settings


class Terminal(io.StringIO):
    """Standard input that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def no_pin_and_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in (PIN_VARIABLE, NEW_PIN_VARIABLE):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(sys, "stdin", io.StringIO())


def test_a_folder_without_operators_has_the_local_one(tmp_path: Path) -> None:
    assert authorise(Right.MODELS, tmp_path) == LOCAL
    save_settings(Settings(operator="front desk"), tmp_path / SETTINGS_FILE)
    new_accounts(tmp_path).choose_single()
    assert authorise(Right.PURGE, tmp_path) == Operator("front desk", Role.SUPERVISOR)


def test_a_damaged_file_refuses(tmp_path: Path) -> None:
    (tmp_path / OPERATORS_FILE).write_text("{")
    with pytest.raises(OperatorError, match="nobody can sign in"):
        authorise(Right.PURGE, tmp_path)


@pytest.mark.parametrize("change", ["operators sign in", "added", "own PIN"])
def test_a_file_that_was_taken_away_gives_nobody_rights(tmp_path: Path, change: str) -> None:
    trail = trail_of(tmp_path)
    trail.append(AuditEvent.OPERATORS_CHANGED, who="(nobody)", facts={"change": change})
    for use in (lambda: authorise(Right.PURGE, tmp_path), lambda: refuse_lost_accounts(tmp_path)):
        with pytest.raises(OperatorError, match=r"operators.json is gone.*audit entry 1"):
            use()


def test_a_station_of_one_local_operator_may_lose_the_file(tmp_path: Path) -> None:
    trail = trail_of(tmp_path)
    for change in ("operators sign in", ONE_LOCAL_OPERATOR):
        trail.append(AuditEvent.OPERATORS_CHANGED, who="(nobody)", facts={"change": change})
    assert authorise(Right.PURGE, tmp_path) == LOCAL


def test_a_script_gives_name_and_pin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    accounts = clinic_accounts(tmp_path)
    monkeypatch.setenv(PIN_VARIABLE, SUPERVISOR_PIN)
    assert authorise(Right.PURGE, tmp_path, "sue weiß", accounts=accounts) == SUPERVISOR
    with pytest.raises(SignInError):
        authorise(Right.PURGE, tmp_path, OPERATOR.name, accounts=accounts)
    monkeypatch.setenv(PIN_VARIABLE, OPERATOR_PIN)
    with pytest.raises(OperatorError, match="Otto is not a supervisor"):
        authorise(Right.PURGE, tmp_path, OPERATOR.name, accounts=accounts)


def test_without_a_terminal_it_says_what_to_give(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts = clinic_accounts(tmp_path)
    with pytest.raises(OperatorError, match="FACEQA_PIN"):
        authorise(Right.PURGE, tmp_path, SUPERVISOR.name, accounts=accounts)
    monkeypatch.setenv(PIN_VARIABLE, SUPERVISOR_PIN)
    with pytest.raises(OperatorError, match="--supervisor"):
        authorise(Right.PURGE, tmp_path, accounts=accounts)


def test_a_new_pin_is_typed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    typed = iter(["640281", "640281", "640281", "640218"])
    monkeypatch.setattr(command_rights, "getpass", lambda _prompt: next(typed))
    assert asked_new_pin("Otto") == "640281"
    with pytest.raises(OperatorError, match="differ"):
        asked_new_pin("Otto")
    monkeypatch.setenv(NEW_PIN_VARIABLE, "739502")
    assert asked_new_pin("Otto") == "739502"


def test_at_a_terminal_it_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    accounts = clinic_accounts(tmp_path)
    asked: list[str] = []

    def typed(pin: str) -> None:
        def answer(prompt: str) -> str:
            asked.append(prompt)
            return pin

        monkeypatch.setattr(sys, "stdin", Terminal("Sue Weiß\n"))
        monkeypatch.setattr(command_rights, "getpass", answer)

    typed(SUPERVISOR_PIN)
    assert authorise(Right.OPERATORS, tmp_path, accounts=accounts) == SUPERVISOR
    typed(WRONG_PIN)
    with pytest.raises(SignInError):
        authorise(Right.OPERATORS, tmp_path, accounts=accounts)
    assert asked == ["PIN of Sue Weiß: "] * 2
    assert "Supervisor's name" in capsys.readouterr().out
