"""`faceqa records`: what is printed, what is written, and the exit status."""

import json
from pathlib import Path
from typing import Any

import pytest
from support.capture_records import DAY, EXPOSURE, FILES, make_record

from faceqa_gui.cli import main
from faceqa_gui.records.store import CaptureStore, StoredCapture


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaptureStore:
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path))
    return CaptureStore(tmp_path / "captures", minimum_free_bytes=0)


@pytest.fixture
def stored(store: CaptureStore) -> StoredCapture:
    return store.save(make_record(), FILES)


def read(path: Path) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return values


def test_a_store_that_was_never_used_lists_and_verifies_as_empty(
    store: CaptureStore, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["records", "list"]) == 0
    assert main(["records", "verify"]) == 0
    assert capsys.readouterr().out == (
        f"0 captures in {store.root}.\n0 captures checked in {store.root}: 0 problems.\n"
    )


def test_list_names_every_capture_and_its_state(
    store: CaptureStore,
    stored: StoredCapture,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    aborted = EXPOSURE.model_copy(update={"completed": False, "reason": "aborted"})
    stopped = store.save(make_record(exposure=aborted), FILES)
    begun = make_record(exposure=None)
    store.begin(begun)
    broken = store.save(make_record(), FILES)
    (broken.folder / "record.json").write_bytes(b"{")
    figures = tmp_path / "list.json"
    assert main(["records", "list", "--json", str(figures)]) == 0
    states = {row["identifier"]: row["state"] for row in read(figures)["captures"]}
    assert states == {
        stored.identifier: "stored",
        stopped.identifier: "stored, exposure not completed",
        begun.identifier: "incomplete",
        broken.identifier: "unreadable",
    }
    printed = capsys.readouterr().out
    assert all(identifier in printed for identifier in states)
    assert printed.endswith(f"4 captures in {store.root}.\n")
    assert "somebody" not in printed


def test_show_prints_and_writes_the_record(
    store: CaptureStore,
    stored: StoredCapture,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    figures = tmp_path / "show.json"
    assert main(["records", "show", stored.identifier, "--json", str(figures)]) == 0
    assert json.loads(capsys.readouterr().out) == read(stored.folder / "record.json")
    written = read(figures)
    assert written["complete"] is True
    assert written["record"] == read(stored.folder / "record.json")
    assert store.verify_all() == []


def test_show_says_that_a_capture_is_incomplete(
    store: CaptureStore, capsys: pytest.CaptureFixture[str]
) -> None:
    record = make_record(exposure=None)
    store.begin(record)
    assert main(["records", "show", record.identifier]) == 0
    assert capsys.readouterr().out.startswith("This capture was begun and never stored")


def test_text_cannot_steer_the_terminal(
    store: CaptureStore, capsys: pytest.CaptureFixture[str]
) -> None:
    stored = store.save(make_record(subject="a\u202eb\x1b[2J", operator="東京\u202e\x1b"), FILES)
    main(["records", "show", stored.identifier])
    main(["records", "list"])
    printed = capsys.readouterr().out
    assert "東京\\u202e\\u001b" in printed
    assert "\x1b" not in printed
    assert "\u202e" not in printed


def test_verify_names_every_item_and_exits_with_1(
    store: CaptureStore,
    stored: StoredCapture,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    whole = store.save(make_record(), FILES)
    (stored.folder / "frame.png").write_bytes(b"another")
    (stored.folder / "face.png").unlink()
    (stored.folder / "more").touch()
    figures = tmp_path / "verify.json"
    assert main(["records", "verify", "--json", str(figures)]) == 1
    place = f"{DAY}/{stored.identifier}"
    assert capsys.readouterr().out == (
        f"missing: {place}/face.png (the file is gone)\n"
        f"altered: {place}/frame.png (its checksum differs)\n"
        f"extra: {place}/more (not named in the record)\n"
        f"2 captures checked in {store.root}: 3 problems.\n"
    )
    written = read(figures)
    assert written["captures"] == 2
    assert [problem["fault"] for problem in written["problems"]] == ["missing", "altered", "extra"]
    assert main(["records", "verify", stored.identifier]) == 1
    assert main(["records", "verify", whole.identifier]) == 0


def test_a_store_elsewhere_is_read(
    store: CaptureStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = CaptureStore(tmp_path / "Käse 😀", minimum_free_bytes=0)
    identifier = elsewhere.save(make_record(), FILES).identifier
    assert main(["records", "verify", "--store", str(elsewhere.root)]) == 0
    assert main(["records", "list", "--store", str(elsewhere.root)]) == 0
    assert identifier in capsys.readouterr().out
    assert not store.root.exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["list", "--store", "nowhere"], "There is no store in nowhere"),
        (["show", "../../x"], "32 digits"),
        (["show", "a" * 32], "There is no capture"),
        (["verify", "b" * 32], "There is no capture"),
        (["list", "--json", "nowhere/file.json"], "cannot be written"),
    ],
)
def test_wrong_use_is_one_line_and_exit_2(
    store: CaptureStore,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    sentence: str,
) -> None:
    assert main(["records", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert sentence in captured.err
    assert captured.err.count("\n") == 1
    assert not store.root.exists()
