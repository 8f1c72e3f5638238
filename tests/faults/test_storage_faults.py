"""Rows S1 to S9 of the fault list but S8 (see `test_settings_faults`): what a disk can do.

That every bit of every file, entry and row counts, and that a saver or a purge may be killed at
every system call, is shown with the store alone in tests/records.
"""

import contextlib
import errno
import os
import re
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.killed_calls import die_before_call
from support.station_bench import SETTINGS, StationBench

from faceqa_gui.app import hold_single_instance
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.cli import main
from faceqa_gui.errors import StoreError
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.program_log import kept_log
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.records import index
from faceqa_gui.records.layout import INDEX_NAME, is_of_index
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import SETTINGS_FILE, Settings
from faceqa_gui.settings_file import load_settings, save_settings
from faceqa_gui.start_record import StartRecord
from faceqa_gui.station_state import WaitsFor
from faceqa_gui.uv.device import UvStatus
from faceqa_gui.uv.simulated import SimulatedUv

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX files")


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[StationBench]:
    made = StationBench(tmp_path)
    yield made
    made.station.close()


class FaultyDisk:
    """From the n-th call of one function of the system on, or at it alone, it fails."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, code: int, at_call: int) -> None:
        real = getattr(os, name)
        self.failed = False
        calls = 0

        def call(*values: object, **named: object) -> object:
            nonlocal calls
            calls += 1
            if calls == at_call:
                self.failed = True
                raise OSError(code, os.strerror(code))
            return real(*values, **named)

        monkeypatch.setattr(os, name, call)


def files_of(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not is_of_index(path)
    }


@posix
@pytest.mark.parametrize(
    ("name", "code"),
    [("open", errno.ENOSPC), ("fsync", errno.EIO), ("mkdir", errno.EROFS)],
    ids=["full", "broken", "read-only"],
)
def test_s1_wherever_the_disk_fails_a_capture_is_whole_or_absent_and_said(
    tmp_path: Path, name: str, code: int
) -> None:
    short = SETTINGS.uv.model_copy(update={"exposure_seconds": 0.01})
    bench = StationBench(tmp_path, settings=SETTINGS.model_copy(update={"uv": short}))
    bench.make_ready()
    assert bench.station.press()
    bench.station.run_capture()
    old = files_of(bench.store.root)
    failures = 0
    while True:
        bench.send(Light.GREEN, 40)
        with pytest.MonkeyPatch.context() as monkeypatch:
            assert bench.station.press()
            disk = FaultyDisk(monkeypatch, name, code, at_call=failures + 1)
            said = sentence_of(bench)
        if not disk.failed:
            break
        # The disk may also fail in the look that follows a capture: then the notice says so.
        assert str(bench.store.root) in (said or bench.station.state().notice)
        assert bench.lamp.status() is UvStatus.OFF
        left = list(bench.store.root.glob(".saving-*"))
        assert left == [], "something half-written waits for the next start"
        bench.store.recover()
        now = files_of(bench.store.root)
        assert {file: now[file] for file in old} == old, "an old file has changed"
        assert {problem.fault for problem in bench.store.verify_all()} <= {"incomplete"}
        bench.station.acknowledge()
        failures += 1
    assert failures >= 1
    bench.station.close()


def sentence_of(bench: StationBench) -> str:
    """Why the capture failed; "" if it did not."""
    try:
        bench.station.run_capture()
    except StoreError as error:
        return str(error)
    return ""


@posix
def test_s1_a_disk_that_cannot_be_written_refuses_the_press(tmp_path: Path) -> None:
    bench = StationBench(tmp_path)
    bench.make_ready()
    assert bench.is_permitted()
    bench.store.root.rename(tmp_path / "unplugged")
    (tmp_path / "captures").write_text("not a folder any more")
    bench.station.acknowledge()  # the look at the disk that also follows each capture
    bench.send(Light.GREEN, 3)
    state = bench.station.state()
    assert WaitsFor.STORAGE in state.waits_for
    assert str(tmp_path / "captures") in state.notice
    assert not bench.station.press()
    (tmp_path / "captures").unlink()
    (tmp_path / "unplugged").rename(tmp_path / "captures")
    bench.station.acknowledge()
    bench.send(Light.GREEN, 3)
    assert bench.is_permitted()
    bench.station.close()


def test_s1_too_little_room_refuses_the_press_beforehand(tmp_path: Path) -> None:
    bench = StationBench(tmp_path)
    bench.store._minimum_free_bytes = 1 << 60
    bench.station.acknowledge()
    bench.make_ready()
    assert WaitsFor.STORAGE in bench.waits
    assert "MB are free" in bench.station.state().notice
    assert not bench.station.press()
    bench.station.close()


class UnpluggingLamp(SimulatedUv):
    """While it is lit, the drive of the store disappears."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = root

    def arm(self) -> None:
        super().arm()
        self._root.rename(self._root.with_name("unplugged"))
        self._root.write_text("nothing here")


def test_s1_a_drive_removed_during_the_exposure_is_said_and_leaves_the_intent(
    tmp_path: Path,
) -> None:
    root = tmp_path / "captures"
    bench = StationBench(tmp_path, lamp=UnpluggingLamp(root))
    bench.make_ready()
    assert bench.station.press()
    with pytest.raises(StoreError, match="captures"):
        bench.station.run_capture()
    assert bench.lamp.status() is UvStatus.OFF
    root.unlink()
    root.with_name("unplugged").rename(root)
    (incomplete,) = CaptureStore(root).incomplete()
    assert incomplete.record is not None
    bench.station.close()


def dies_before_call(number: int, settings: Settings, path: Path) -> bool:
    """Save in a process that kills itself before its n-th system call; whether it died."""
    child = os.fork()
    if child == 0:
        die_before_call(number)
        save_settings(settings, path)
        sys.setprofile(None)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@posix
def test_s2_a_crash_at_each_system_call_leaves_old_or_new_settings(tmp_path: Path) -> None:
    # The same for captures: tests/records/test_crashes.py.
    path = tmp_path / SETTINGS_FILE
    old, new = Settings(operator="old"), Settings(operator="new")
    save_settings(old, path)
    kills = 0
    seen = set()
    while dies_before_call(kills + 1, new, path):
        kills += 1
        found, notice = load_settings(path)
        assert notice == ""
        assert found in (old, new)
        seen.add(found.operator)
        assert [file.name for file in tmp_path.iterdir()] == [SETTINGS_FILE], "an orphan stays"
        save_settings(old, path)
    assert kills >= 6
    assert seen == {"old", "new"}
    assert load_settings(path)[0] == new


def test_s3_a_picture_that_cannot_be_encoded_is_said_and_nothing_is_stored(
    bench: StationBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_ending: str, _pixels: Pixels) -> tuple[bool, None]:
        return False, None

    bench.make_ready()
    assert bench.station.press()
    monkeypatch.setattr(cv2, "imencode", fail)
    with pytest.raises(StoreError):
        bench.station.run_capture()
    assert bench.store.captures() == []
    assert len(bench.store.incomplete()) == 1, "the lamp may have been lit"


@posix
def test_s3_what_reads_back_differently_is_not_stored(
    bench: StationBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def flip_a_bit(handle: int) -> None:
        real(handle)
        where = str(Path(f"/proc/self/fd/{handle}").readlink())
        if where.endswith("frame.png"):
            with Path(where).open("r+b") as stream:
                stream.seek(100)
                stream.write(b"\0\xff")

    if not Path("/proc/self/fd").exists():
        pytest.skip("finds the file by /proc")
    bench.make_ready()
    assert bench.station.press()
    monkeypatch.setattr(os, "fsync", flip_a_bit)
    with pytest.raises(StoreError, match="read back"):
        bench.station.run_capture()
    assert bench.store.captures() == []


def test_s4_verify_names_the_damaged_record_and_no_other(
    bench: StationBench, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for subject in ("one", "two", "three"):
        bench.station.change_subject(subject)
        bench.make_ready()
        assert bench.station.press()
        bench.station.run_capture()
    first, second, third = bench.store.captures()
    assert main(["records", "verify", "--store", str(bench.store.root)]) == 0
    content = bytearray((first.folder / "frame.png").read_bytes())
    content[len(content) // 2] ^= 1
    (first.folder / "frame.png").write_bytes(content)
    (second.folder / "face.png").unlink()
    capsys.readouterr()
    assert main(["records", "verify", "--store", str(bench.store.root)]) == 1
    said = capsys.readouterr().out
    assert re.search(rf"{first.identifier}/frame.png.*altered|altered.*{first.identifier}", said)
    assert f"{second.identifier}/face.png" in said
    assert third.identifier not in said
    assert tmp_path.exists()


def change_index(store: CaptureStore, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(store.root / INDEX_NAME)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


MOVE = "UPDATE audit SET number = {} WHERE number = {}"


@pytest.mark.parametrize(
    ("statements", "named"),
    [
        (["DELETE FROM captures WHERE identifier = '{}'"], "missing: captures/{}"),
        (["DELETE FROM audit WHERE capture = '{}'"], "missing: audit/"),
        ([MOVE.format(90, 1), MOVE.format(1, 3), MOVE.format(3, 90)], "reordered: audit/1"),
    ],
    ids=["deleted row", "deleted entry", "reordered audit"],
)
def test_s4_a_change_of_the_index_or_the_trail_is_named(
    bench: StationBench, capsys: pytest.CaptureFixture[str], statements: list[str], named: str
) -> None:
    bench.make_ready()
    assert bench.station.press()
    bench.station.run_capture()
    (capture,) = bench.store.captures()
    bench.station.close()
    unguarded = ("DROP TRIGGER audit_is_not_altered", "DROP TRIGGER audit_is_not_shortened")
    changes = [statement.format(capture.identifier) for statement in statements]
    change_index(bench.store, *unguarded, *changes)
    assert main(["records", "verify", "--store", str(bench.store.root)]) == 1
    assert named.format(capture.identifier) in capsys.readouterr().out


def lock_index(store: CaptureStore) -> sqlite3.Connection:
    connection = sqlite3.connect(store.root / INDEX_NAME)
    connection.execute("BEGIN IMMEDIATE")
    return connection


def test_s5_a_locked_index_keeps_the_lamp_off_and_can_be_read(
    bench: StationBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "BUSY_SECONDS", 0.05)
    bench.make_ready()
    bench.station.audit.writer.flush()
    with contextlib.closing(lock_index(bench.store)):
        assert bench.station.press()
        with pytest.raises(StoreError, match="held by another program"):
            bench.station.run_capture()
        assert len(bench.store.audit()) >= 1
        bench.send(Light.GREEN, 40)
        assert WaitsFor.STORAGE in bench.waits
    bench.station.acknowledge()
    bench.send(Light.GREEN, 40)
    assert bench.station.press()
    bench.station.run_capture()
    assert len(bench.store.captures()) == 1


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda path: path.write_bytes(b"not an index" * 900), "damaged or not an index"),
        (lambda path: set_version(path, 99), "written by a newer FaceQA"),
    ],
    ids=["damaged", "newer"],
)
def test_s5_a_damaged_or_newer_index_is_left_and_no_light_is_released(
    tmp_path: Path, spoil: Callable[[Path], object], said: str
) -> None:
    store = CaptureStore(tmp_path / "captures", minimum_free_bytes=0)
    store.check_ready()
    path = store.root / INDEX_NAME
    spoil(path)
    before = path.read_bytes()
    bench = StationBench(tmp_path)
    bench.make_ready()
    assert WaitsFor.STORAGE in bench.waits
    assert said in bench.station.state().notice
    assert not bench.station.press()
    bench.station.close()
    assert path.read_bytes() == before


def set_version(path: Path, version: int) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")


# Older: tests/records/test_index.py brings one up to date, with a copy beside it.


@posix
def test_s6_a_second_program_refuses_camera_and_store(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as camera:
        camera.settimeout(0.1)
        lock = hold_single_instance(tmp_path)
        done = subprocess.run(
            [sys.executable, "main.py", f"http://127.0.0.1:{camera.getsockname()[1]}/video"],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env=os.environ
            | {"FACEQA_HOME": str(tmp_path), "DISPLAY": ":0", "QT_QPA_PLATFORM": "minimal"},
        )
        lock.unlock()
        assert (done.returncode, done.stdout) == (2, "")
        assert "already running" in done.stderr
        assert done.stderr.count("\n") == 1
        with pytest.raises(TimeoutError):
            camera.accept()
    assert [path.name for path in tmp_path.iterdir()] == [], "the second one wrote something"


@pytest.mark.parametrize(
    "subject",
    [
        "../../x",
        "/etc/passwd",
        "C:\\Windows",
        "CON",
        "NUL",
        "x" * 300,
        "line\nbreak",
        "\u202eright to left",
        "😀",
        "a/b",
        ".hidden",
        "%00",
        "=cmd()",
        "",
    ],
)
def test_s7_no_name_that_anybody_types_becomes_a_path(tmp_path: Path, subject: str) -> None:
    place = tmp_path / "Größe 目录 😀"
    place.mkdir()
    bench = StationBench(place)
    bench.station.change_subject(subject)
    bench.make_ready()
    assert bench.station.press()
    bench.station.run_capture()
    (stored,) = bench.store.captures()
    assert bench.store.verify(stored.identifier) == []
    assert bench.store.load(stored.identifier).subject == subject
    plain = re.compile(r"captures|\d{4}-\d\d-\d\d|[0-9a-f]{32}|[a-z_]+\.(png|json)")
    names = [path.name for path in place.rglob("*") if not is_of_index(path)]
    assert all(plain.fullmatch(name) for name in names), names
    assert [path.name for path in tmp_path.iterdir()] == [place.name]
    bench.station.close()


@posix
def test_s9_everything_that_is_written_is_for_this_user_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("FACEQA_HOME", str(home))
    before = os.umask(0)
    try:
        lock = hold_single_instance(home)
        StartRecord(home).begin()
        save_settings(SETTINGS, home / SETTINGS_FILE)
        with kept_log(home):
            bench = StationBench(home)
            bench.make_ready()
            assert bench.station.press()
            bench.station.run_capture()
            bench.station.close()
        QualityModel.load()  # probes runtimes, and remembers what it found
        modes = {
            path.relative_to(home).as_posix(): stat.S_IMODE(path.stat().st_mode)
            for path in (home, *home.rglob("*"))
        }
        lock.unlock()
    finally:
        os.umask(before)
    assert {"runtimes.json", "faceqa.log", "settings.json", "starts.json", "station.lock"} <= set(
        modes
    )
    wrong = {
        name: oct(mode)
        for name, mode in modes.items()
        if mode != (0o700 if (home / name).is_dir() else 0o600)
    }
    assert wrong == {}
