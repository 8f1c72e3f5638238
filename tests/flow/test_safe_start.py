"""Real starts of the program that are killed, and the safe start that follows."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.clinic_accounts import choose_local_operator

from faceqa_gui.app import SAFE_START_NOTICE, run_station
from faceqa_gui.settings import SETTINGS_FILE, Settings, UvSettings
from faceqa_gui.settings_file import save_settings
from faceqa_gui.start_record import START_FILE, StartRecord
from faceqa_gui.windows.station_window import StationWindow

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")

LONGEST_SECONDS = 90.0
PROBES_FILE = "runtimes.json"


def wait_for(happened: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + LONGEST_SECONDS
    while not happened():
        assert time.monotonic() < end, what
        time.sleep(0.05)


@contextmanager
def running(home: Path) -> Iterator[subprocess.Popen[str]]:
    """The station itself, painting into nothing: `minimal` is a screen nobody sees."""
    choose_local_operator(home)
    process = subprocess.Popen(
        [sys.executable, "main.py"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"FACEQA_HOME": str(home), "DISPLAY": ":0", "QT_QPA_PLATFORM": "minimal"},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


class Camera:
    """A network camera that notices when somebody looks, and never sends a picture."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(0.05)
        self._visitors: list[socket.socket] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.getsockname()[1]}/video"

    def looked_at(self) -> bool:
        """Whether somebody has come since the last question."""
        try:
            self._visitors.append(self._server.accept()[0])
        except TimeoutError:
            return False
        return True

    def close(self) -> None:
        for visitor in (*self._visitors, self._server):
            visitor.close()


@pytest.fixture
def camera() -> Iterator[Camera]:
    made = Camera()
    yield made
    made.close()


def crashes(home: Path) -> int:
    counted: int = json.loads((home / START_FILE).read_bytes())["unfinished"]
    return counted


def test_two_starts_killed_make_the_third_one_safe(tmp_path: Path, camera: Camera) -> None:
    settings_file = tmp_path / SETTINGS_FILE
    save_settings(Settings(source=camera.address), settings_file)
    before = settings_file.read_bytes()
    for killed in (1, 2):
        with running(tmp_path) as process:
            wait_for(camera.looked_at, "the usual start opens its camera")
            os.kill(process.pid, signal.SIGKILL)
            assert process.wait(LONGEST_SECONDS) == -signal.SIGKILL
        assert crashes(tmp_path) == killed
    while camera.looked_at():
        pass
    (tmp_path / PROBES_FILE).unlink(missing_ok=True)
    with running(tmp_path) as process:
        # Its model is loaded in the background; the camera would have been opened before.
        wait_for((tmp_path / PROBES_FILE).exists, "the safe start loads its model")
        assert not camera.looked_at(), "the safe start opened the camera"
        assert crashes(tmp_path) == 3
        process.terminate()
        _, said = process.communicate(timeout=LONGEST_SECONDS)
        assert (process.returncode, said) == (0, "")
    assert settings_file.read_bytes() == before
    assert crashes(tmp_path) == 0
    with running(tmp_path):
        wait_for(camera.looked_at, "a clean stop makes the next start a usual one")


def look_at_window(look: Callable[[StationWindow], None]) -> None:
    """Run the station, show its window to `look`, and close it."""
    seen = []

    def visit() -> None:
        # One that another test left behind is not this program's.
        windows = [
            w
            for w in QApplication.topLevelWidgets()
            if isinstance(w, StationWindow) and w.isVisible()
        ]
        if not windows:
            QTimer.singleShot(50, visit)
            return
        try:
            look(windows[0])
            seen.append(windows[0])
        finally:
            # The last window ends the program; a second word to end would reach the next test.
            windows[0].close()

    QTimer.singleShot(500, visit)
    assert run_station(None, "") == 0
    assert seen, "the look at the window failed"
    seen[0].deleteLater()


@pytest.fixture
def crashed_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Path]:
    """The folder of a station whose last two starts have crashed."""
    assert qtbot is not None
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path))
    # A program that leaves a thread behind ends its process at once, and here that is pytest's: a
    # busy computer may take its time to load the model.
    monkeypatch.setattr("faceqa_gui.app._STOP_MS", 60_000)
    choose_local_operator(tmp_path)
    for _ in range(2):
        StartRecord(tmp_path).begin()
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield tmp_path
    for number, handler in handlers.items():
        signal.signal(number, handler)


def test_the_window_of_a_safe_start_says_so_and_what_to_do(crashed_home: Path) -> None:
    settings_file = crashed_home / SETTINGS_FILE
    save_settings(Settings(source="demo", uv=UvSettings(device="serial")), settings_file)
    before = settings_file.read_bytes()

    def look(window: StationWindow) -> None:
        assert window.notice_bar.label.text() == SAFE_START_NOTICE
        assert "choose one" in window.top_bar.source_button.line
        assert window.uv_button._simulated

    look_at_window(look)
    assert settings_file.read_bytes() == before


def test_a_safe_start_leaves_even_bad_settings_where_they_are(crashed_home: Path) -> None:
    settings_file = crashed_home / SETTINGS_FILE
    settings_file.write_text("{ broken")
    look_at_window(lambda window: window.show())
    assert settings_file.read_text() == "{ broken"


def test_settings_saved_in_a_safe_start_keep_the_old_file_beside(crashed_home: Path) -> None:
    settings_file = crashed_home / SETTINGS_FILE
    save_settings(Settings(operator="Ada"), settings_file)
    before = settings_file.read_bytes()

    def look(window: StationWindow) -> None:
        window.settings_changed.emit(Settings(operator="Grace"))
        window.settings_changed.emit(Settings(operator="Joan"))

    look_at_window(look)
    assert Settings.model_validate_json(settings_file.read_bytes()).operator == "Joan"
    assert settings_file.with_name("settings.json.old").read_bytes() == before
