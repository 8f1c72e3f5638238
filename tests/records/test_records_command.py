"""`faceqa records`: what is printed, what is written, and the exit status."""

import json
from pathlib import Path
from typing import Any

import pytest
from support.capture_records import DAY, EXPOSURE, FILES, make_record

from faceqa_gui.cli import main
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.keys import read_key
from faceqa_gui.records.seal import Sealer
from faceqa_gui.records.store import CaptureStore, StoredCapture
from faceqa_gui.settings import SETTINGS_FILE, RecordsSettings, Settings
from faceqa_gui.settings_file import save_settings


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
        broken.identifier: "stored",
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


def test_show_and_audit_print_the_trail(
    store: CaptureStore,
    stored: StoredCapture,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    store.append(
        AuditEvent.OVERRULED,
        who="Ana",
        facts={"checks": ["glare"]},
        subject="somebody",
        text="a lamp\x1b[2J behind",
    )
    figures = tmp_path / "audit.json"
    assert main(["records", "show", stored.identifier, "--audit"]) == 0
    assert f"capture_stored  {stored.identifier}" in capsys.readouterr().out
    assert main(["records", "audit", "--json", str(figures)]) == 0
    printed = capsys.readouterr().out
    assert (
        'Ana  overruled  {"checks": ["glare"]}  about somebody  “a lamp\\u001b[2J behind”'
        in printed
    )
    assert printed.endswith(f"2 entries in {store.root}.\n")
    assert [entry["event"] for entry in read(figures)["audit"]] == ["capture_stored", "overruled"]


def test_verify_names_the_end_of_the_trail_and_looks_for_an_earlier_one(
    store: CaptureStore, stored: StoredCapture, capsys: pytest.CaptureFixture[str]
) -> None:
    (first,) = store.audit()
    store.append(AuditEvent.STARTED, who="Ana")
    assert main(["records", "verify"]) == 0
    assert f"entry 2, checksum {store.audit()[-1].sha256}" in capsys.readouterr().out
    assert main(["records", "verify", "--head", first.sha256]) == 0
    assert main(["records", "verify", "--head", "0" * 64]) == 1
    assert "missing: audit (no entry has the checksum 000" in capsys.readouterr().out
    assert stored.folder.is_dir()


def test_purge_says_what_it_would_do_and_then_does_it(
    store: CaptureStore,
    stored: StoredCapture,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    figures = tmp_path / "purge.json"
    purge = ["records", "purge", "--subject", "somebody", "--json", str(figures)]
    assert main(purge) == 0
    assert "1 captures of this subject would be removed" in capsys.readouterr().out
    assert read(figures) == {"captures": [stored.identifier], "removed": False}
    store.append(AuditEvent.OVERRULED, who="Ana", subject="other", text="looks like somebody")
    assert main([*purge, "--yes"]) == 0
    printed = capsys.readouterr().out
    assert "1 captures and 1 notes of the audit trail were removed" in printed
    assert "still mention the subject: 2." in printed
    assert read(figures)["removed"] is True
    assert store.captures() == []
    assert main([*purge, "--yes"]) == 2
    assert "Nothing is stored about this subject" in capsys.readouterr().err


def test_a_key_is_made_named_copied_and_opens_its_store(
    tmp_path: Path, store: CaptureStore, capsys: pytest.CaptureFixture[str]
) -> None:
    key, copy = tmp_path / "keys" / "station.key", tmp_path / "copy.key"
    assert main(["records", "key", "create", "--key-file", str(key)]) == 0
    assert "Copy it to a safe place" in capsys.readouterr().out
    assert main(["records", "key", "create", "--key-file", str(key)]) == 2
    assert "is not overwritten" in capsys.readouterr().err
    assert main(["records", "key", "copy", "--key-file", str(key), "--to", str(copy)]) == 0
    assert copy.read_bytes() == key.read_bytes()
    capsys.readouterr()
    assert main(["records", "key", "show", "--key-file", str(copy)]) == 0
    sealer = Sealer(read_key("file", key))
    assert capsys.readouterr().out == f"{sealer.name}\n"
    stored = CaptureStore(store.root, minimum_free_bytes=0, sealer=sealer).save(
        make_record(), FILES
    )
    assert main(["records", "verify"]) == 2
    assert "is encrypted and no key was given" in capsys.readouterr().err
    assert main(["records", "verify", "--key-file", str(copy)]) == 0
    save_settings(
        Settings(records=RecordsSettings(encryption="file", key_file=str(key))),
        tmp_path / SETTINGS_FILE,
    )
    assert main(["records", "show", stored.identifier]) == 0
    assert "somebody" in capsys.readouterr().out


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
        f"extra: {place}/more (not part of the capture)\n"
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
