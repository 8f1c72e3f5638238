"""Sleep and screen lock, heard on a real message bus of the test's own."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from faceqa_gui.presence import Interruption
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import Settings
from faceqa_gui.station import Station
from faceqa_gui.uv.simulated import SimulatedUv
from faceqa_gui.workers.session_watch import SessionWatch, session_path

LOGIN = "/org/freedesktop/login1"
SAVER = "/org/freedesktop/ScreenSaver"
Send = Callable[[str, str, str, list[object]], None]


class ListeningStation(Station):
    """The engine; it also keeps what it was told."""

    def __init__(self, root: Path) -> None:
        self.told: list[tuple[str, Interruption]] = []
        store = CaptureStore(root, minimum_free_bytes=0)
        super().__init__(Settings(), device=SimulatedUv(), store=store)

    def interrupt(self, interruption: Interruption) -> None:
        self.told.append(("begin", interruption))
        super().interrupt(interruption)

    def resume(self, interruption: Interruption) -> None:
        self.told.append(("end", interruption))
        super().resume(interruption)


@pytest.fixture
def station(tmp_path: Path) -> Iterator[ListeningStation]:
    made = ListeningStation(tmp_path)
    yield made
    made.close()


@pytest.fixture
def bus_address() -> Iterator[str]:
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("dbus-daemon is not installed")
    with subprocess.Popen(
        [daemon, "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()


@pytest.fixture
def watch_and_send(qtbot: QtBot, station: ListeningStation, bus_address: str) -> Iterator[Send]:
    names = ("faceqa test listener", "faceqa test sender")
    listener, sender = (QDBusConnection.connectToBus(bus_address, name) for name in names)
    assert listener.isConnected()
    watch = SessionWatch(station, system=listener, session=listener, session_id="2")

    def send(path: str, interface: str, name: str, arguments: list[object]) -> None:
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(arguments)
        heard = len(station.told)
        assert sender.send(message)
        qtbot.waitUntil(lambda: len(station.told) > heard)

    yield send
    watch.deleteLater()
    for name in names:
        QDBusConnection.disconnectFromBus(name)


def test_sleep_lock_and_screen_saver_are_heard(
    station: ListeningStation, watch_and_send: Send
) -> None:
    session = f"{LOGIN}/session/_32"
    watch_and_send(LOGIN, "org.freedesktop.login1.Manager", "PrepareForSleep", [True])
    watch_and_send(LOGIN, "org.freedesktop.login1.Manager", "PrepareForSleep", [False])
    watch_and_send(session, "org.freedesktop.login1.Session", "Lock", [])
    watch_and_send(session, "org.freedesktop.login1.Session", "Unlock", [])
    watch_and_send(SAVER, "org.freedesktop.ScreenSaver", "ActiveChanged", [True])
    assert station.state().screen_locked
    watch_and_send(SAVER, "org.freedesktop.ScreenSaver", "ActiveChanged", [False])
    assert not station.state().screen_locked
    watch_and_send("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True])
    assert station.told == [
        ("begin", Interruption.SLEEP),
        ("end", Interruption.SLEEP),
        ("begin", Interruption.SCREEN_LOCKED),
        ("end", Interruption.SCREEN_LOCKED),
        ("begin", Interruption.SCREEN_LOCKED),
        ("end", Interruption.SCREEN_LOCKED),
        ("begin", Interruption.SCREEN_LOCKED),
    ]


def test_without_a_bus_it_hears_nothing_and_says_nothing(
    qtbot: QtBot, station: ListeningStation
) -> None:
    nobody = QDBusConnection("faceqa test nobody")
    watch = SessionWatch(station, system=nobody, session=nobody, session_id="")
    qtbot.wait(50)
    assert station.told == []
    watch.deleteLater()


@pytest.mark.parametrize(
    ("session_id", "name"), [("2", "_32"), ("c2", "c2"), ("12", "_312"), ("a-b", "a_2db")]
)
def test_session_paths_are_escaped_as_logind_does(session_id: str, name: str) -> None:
    assert session_path(session_id) == f"{LOGIN}/session/{name}"
