"""`faceqa operators`, as a supervisor's script uses it."""

import json
from pathlib import Path

import pytest
from support.clinic_accounts import (
    OPERATOR,
    OPERATOR_PIN,
    SUPERVISOR,
    SUPERVISOR_PIN,
    WRONG_PIN,
    clinic_accounts,
)

from faceqa_gui.cli import main
from faceqa_gui.errors import OperatorError
from faceqa_gui.operators.accounts import OPERATORS_FILE
from faceqa_gui.operators.command_rights import (
    NEW_PIN_VARIABLE,
    PIN_VARIABLE,
    authorise,
    trail_of,
)
from faceqa_gui.operators.operator import Right
from faceqa_gui.records.audit import AuditEvent


@pytest.fixture
def clinic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path))
    monkeypatch.setenv(PIN_VARIABLE, SUPERVISOR_PIN)
    monkeypatch.setenv(NEW_PIN_VARIABLE, "640281")
    clinic_accounts(tmp_path)
    return tmp_path


def listed(folder: Path) -> dict[str, str]:
    out = folder / "out.json"
    assert main(["operators", "list", "--json", str(out)]) == 0
    return {one["name"]: one["role"] for one in json.loads(out.read_text())["operators"]}


def test_operators_are_added_changed_and_removed_on_the_record(clinic: Path) -> None:
    supervisor = ["--supervisor", SUPERVISOR.name]
    for arguments in (
        ["add", "Eva", "--role", "supervisor", *supervisor],
        ["role", "Eva", "operator", *supervisor],
        ["pin", OPERATOR.name, *supervisor],
        ["remove", "Nora", *supervisor],
    ):
        assert main(["operators", *arguments]) == 0
    assert listed(clinic) == {"Sue Weiß": "supervisor", "Otto": "operator", "Eva": "operator"}
    trail = trail_of(clinic).audit()
    assert {entry.event for entry in trail} == {AuditEvent.OPERATORS_CHANGED}
    assert {entry.who for entry in trail} == {SUPERVISOR.name}
    said = [(entry.facts["name"], entry.facts["change"]) for entry in trail]
    assert said == [
        ("Eva", "added as supervisor"),
        ("Eva", "made operator"),
        ("Otto", "new PIN"),
        ("Nora", "removed"),
    ]
    kept = b"".join(path.read_bytes() for path in clinic.rglob("*") if path.is_file())
    for pin in (SUPERVISOR_PIN, OPERATOR_PIN, "640281"):
        assert pin.encode() not in kept


def test_an_own_pin_is_changed_with_the_old_one(
    clinic: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["operators", "pin", OPERATOR.name]) == 2
    assert "do not belong together" in capsys.readouterr().err
    monkeypatch.setenv(PIN_VARIABLE, OPERATOR_PIN)
    assert main(["operators", "pin", OPERATOR.name]) == 0
    assert trail_of(clinic).audit()[-1].who == OPERATOR.name


@pytest.mark.parametrize(
    ("given", "entered", "sentence"),
    [
        ((SUPERVISOR.name, WRONG_PIN), ("sign_in_refused", SUPERVISOR.name), "do not belong"),
        (("Eve", WRONG_PIN), ("sign_in_refused", "(unknown name)"), "do not belong"),
        ((OPERATOR.name, OPERATOR_PIN), ("right_refused", OPERATOR.name), "not a supervisor"),
    ],
)
def test_a_refusal_is_on_the_record(
    clinic: Path,
    monkeypatch: pytest.MonkeyPatch,
    given: tuple[str, str],
    entered: tuple[str, str],
    sentence: str,
) -> None:
    monkeypatch.setenv(PIN_VARIABLE, given[1])
    before = listed(clinic)
    with pytest.raises(OperatorError, match=sentence):
        authorise(Right.OPERATORS, clinic, given[0])
    assert main(["operators", "remove", "Nora", "--supervisor", given[0]]) == 2
    assert listed(clinic) == before
    entry, again = trail_of(clinic).audit()
    assert (again.event, again.who) == (entry.event, entry.who)
    assert (entry.event, entry.who, entry.facts["right"]) == (*entered, "operators")


def test_the_way_of_working_is_changed_by_a_supervisor(
    clinic: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["operators", "mode", "single", "--supervisor", SUPERVISOR.name]) == 0
    assert main(["operators", "list"]) == 0
    assert "One local operator" in capsys.readouterr().out
    assert main(["operators", "add", "Eva"]) == 2
    assert "mode accounts" in capsys.readouterr().err
    assert main(["operators", "mode", "accounts"]) == 2
    assert "--name" in capsys.readouterr().err
    assert main(["operators", "mode", "accounts", "--name", "Eva"]) == 0
    assert listed(clinic) == {"Eva": "supervisor"}


def test_what_is_not_chosen_or_damaged_is_said(
    clinic: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (clinic / OPERATORS_FILE).write_text("{")
    for arguments in (["list"], ["mode", "single"], ["remove", "Otto"]):
        assert main(["operators", *arguments]) == 2
        assert "nobody can sign in" in capsys.readouterr().err
    (clinic / OPERATORS_FILE).unlink()
    assert main(["operators", "list"]) == 0
    assert "Nothing is chosen yet" in capsys.readouterr().out
