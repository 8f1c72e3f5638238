"""Row S8 of the fault list: whatever lies in the place of the settings file."""

import os
import signal
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from support.killed_calls import die_before_call

from faceqa_gui.app import _usual_app
from faceqa_gui.operators.accounts import Accounts
from faceqa_gui.settings import SETTINGS_FILE, Settings
from faceqa_gui.settings_file import load_settings, save_settings

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX files")

NEWER = b'{"version": 7, "operator": "Ada", "moon": 1}'
BAD_SETTINGS: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "not JSON"),
    "cut": (b'{"version": 2, "gate": {', "not JSON"),
    "list": (b"[]", "not valid"),
    "null": (b"null", "not valid"),
    "wrong types": (b'{"gate": {"needed_frames": "many"}}', "gate.needed_frames"),
    "binary": (b"\x80\x00\xff", "not JSON"),
    "not UTF-8": ('{"operator": "Jürgen"}'.encode("latin-1"), "not JSON"),
    "UTF-16": ('{"operator": "Ada"}'.encode("utf-16"), "not JSON"),
    "half a character": (b'{"operator": "\\ud800"}', "not valid"),
    "deep": (b"[" * 100_000, "not JSON"),
    "deep and whole": (b'{"gate": ' + b"[" * 900 + b"]" * 900 + b"}", "not valid"),
    "long number": (b'{"gate": ' + b"9" * 9000 + b"}", "not JSON"),
    "10 MB": (b'{"operator": "' + b"x" * 10_000_000 + b'"}', "too large"),
    "newer version": (NEWER, "newer FaceQA (version 7; this one reads up to 2)"),
    "no version": (b'{"version": "2"}', "its version"),
    "version 0": (b'{"version": 0}', "its version"),
    "version true": (b'{"version": true}', "its version"),
    "a setting twice": (b'{"uv": {"device": "simulated", "device": "serial"}}', "twice"),
    "a section twice": (b'{"gate": {"dwell_seconds": 2.0}, "gate": {}}', "twice"),
}


@pytest.mark.parametrize("bad", BAD_SETTINGS)
def test_s8_bad_settings_are_defaults_a_notice_and_a_backup(tmp_path: Path, bad: str) -> None:
    content, reason = BAD_SETTINGS[bad]
    path = tmp_path / SETTINGS_FILE
    path.write_bytes(content)
    found, notice = load_settings(path)
    assert found == Settings()
    assert reason in notice
    assert "Ada" not in notice
    # It asks for something until somebody saved others: a second start says the same.
    assert load_settings(path) == (found, notice)
    save_settings(found, path)
    kept = tmp_path / f"{SETTINGS_FILE}.bad"
    assert kept.name in notice
    assert kept.read_bytes() == content
    assert load_settings(path) == (Settings(), "")


def test_s8_empty_settings_are_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / SETTINGS_FILE
    path.write_text("{}")
    assert load_settings(path) == (Settings(), "")


def test_s8_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / SETTINGS_FILE
    path.write_bytes(b'\xef\xbb\xbf{"operator": "Ada"}')
    assert load_settings(path) == (Settings(operator="Ada"), "")


def test_s8_a_second_bad_file_does_not_replace_the_first_backup(tmp_path: Path) -> None:
    path = tmp_path / SETTINGS_FILE
    for content in (NEWER, b"{", b"]"):
        path.write_bytes(content)
        save_settings(Settings(), path)
    kept = [tmp_path / f"settings.json.bad{number}" for number in ("", 2, 3)]
    assert [file.read_bytes() for file in kept] == [NEWER, b"{", b"]"]


@posix
@pytest.mark.timeout(30)
@pytest.mark.parametrize("target", ["nothing", "/dev/zero", "itself", "folder", "pipe"])
def test_s8_a_link_to_no_plain_file_is_not_followed(tmp_path: Path, target: str) -> None:
    path = tmp_path / SETTINGS_FILE
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    path.symlink_to({"itself": SETTINGS_FILE}.get(target, target))
    found, notice = load_settings(path)
    assert found == Settings()
    assert "could not be used" in notice
    save_settings(Settings(operator="Ada"), path)
    assert not path.is_symlink()
    assert (tmp_path / "settings.json.bad").is_symlink()
    assert load_settings(path) == (Settings(operator="Ada"), "")


@posix
def test_s8_a_link_to_settings_is_read_and_what_it_leads_to_is_not_overwritten(
    tmp_path: Path,
) -> None:
    shared = tmp_path / "shared.json"
    save_settings(Settings(operator="Ada"), shared)
    before = shared.read_bytes()
    path = tmp_path / SETTINGS_FILE
    path.symlink_to(shared)
    assert load_settings(path)[0].operator == "Ada"
    save_settings(Settings(operator="Grace"), path)
    assert shared.read_bytes() == before


@pytest.mark.parametrize("inside", [False, True], ids=["empty", "with a file"])
def test_s8_a_folder_in_the_files_place_is_kept_beside(tmp_path: Path, *, inside: bool) -> None:
    path = tmp_path / SETTINGS_FILE
    path.mkdir()
    if inside:
        (path / "notes").write_text("x")
    found, notice = load_settings(path)
    assert found == Settings()
    assert "not a plain file" in notice
    save_settings(found, path)
    assert (tmp_path / "settings.json.bad").is_dir()
    assert load_settings(path) == (found, "")


@posix
def test_s8_a_file_that_may_not_be_read_is_kept_beside(tmp_path: Path) -> None:
    path = tmp_path / SETTINGS_FILE
    save_settings(Settings(operator="Ada"), path)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read anything")
    found, notice = load_settings(path)
    assert found == Settings()
    assert "cannot be read (Permission denied)" in notice
    save_settings(found, path)
    assert (tmp_path / "settings.json.bad").exists()


def test_s8_a_disk_that_does_not_answer_is_a_notice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / SETTINGS_FILE
    save_settings(Settings(operator="Ada"), path)

    def fails(*_: object, **__: object) -> object:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fails)
    found, notice = load_settings(path)
    assert found == Settings()
    assert "cannot be read (Input/output error)" in notice


def dies_before_call(number: int, path: Path) -> bool:
    """Save over a bad file in a process that kills itself before its n-th system call."""
    child = os.fork()
    if child == 0:
        die_before_call(number)
        save_settings(Settings(operator="new"), path)
        sys.setprofile(None)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@posix
def test_s8_a_crash_while_a_bad_file_is_replaced_loses_neither(tmp_path: Path) -> None:
    kills = 0
    while True:
        folder = tmp_path / str(kills)
        folder.mkdir()
        path = folder / SETTINGS_FILE
        path.write_bytes(NEWER)
        died = dies_before_call(kills + 1, path)
        found, notice = load_settings(path)
        assert (found.operator, notice == "") in {("new", True), ("local operator", False)}
        assert NEWER in [file.read_bytes() for file in folder.iterdir()]
        if not died:
            break
        kills += 1
    assert notice == ""
    assert kills >= 6


@pytest.mark.parametrize("content", [NEWER, b'{"gate": {"dwell_seconds": "long"}}'])
def test_s8_the_gate_stays_closed_until_the_notice_was_read(
    qapp: QApplication, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / SETTINGS_FILE).write_bytes(content)
    assert qapp is not None
    app = _usual_app(tmp_path, Accounts(tmp_path, local_unless_chosen=True), "demo", "")
    try:
        state = app.station.state()
        assert state.must_acknowledge
        assert "could be used" in state.notice or "could not be used" in state.notice
        app.station.acknowledge()
        assert not app.station.state().must_acknowledge
    finally:
        app.stop()
        app.window.deleteLater()
    assert (tmp_path / SETTINGS_FILE).read_bytes() == content
