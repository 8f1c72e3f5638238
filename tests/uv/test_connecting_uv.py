"""A serial lamp may start slowly, come late, go and come back; it never lights by itself."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.lamp_emulator import LampEmulator

from faceqa_gui.app import open_uv_device
from faceqa_gui.settings import UvSettings
from faceqa_gui.uv.connecting import ConnectingUv
from faceqa_gui.uv.device import UvError, UvStatus
from faceqa_gui.uv.lamp_protocol import Command, LampState

SECONDS = 0.15


def wait_for(true: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.01)


def connected(device: ConnectingUv) -> bool:
    return device.status() is UvStatus.OFF


def lamp_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("lamp ")]


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    yield
    assert lamp_threads() == []


@pytest.fixture
def emulator() -> Iterator[LampEmulator]:
    with LampEmulator() as emulator:
        yield emulator


@pytest.fixture
def device(emulator: LampEmulator) -> Iterator[ConnectingUv]:
    device = ConnectingUv(emulator.port)
    wait_for(lambda: connected(device))
    yield device
    device.close()


def test_the_simulated_lamp_is_the_default() -> None:
    device = open_uv_device(UvSettings())
    assert device.info.simulated
    assert not device.info.problem
    device.close()


def test_the_settings_choose_the_serial_lamp(emulator: LampEmulator) -> None:
    device = open_uv_device(UvSettings(device="serial", serial_port=emulator.port))
    assert isinstance(device, ConnectingUv)
    assert not device.info.simulated
    device.close()


def test_it_connects_and_exposes(device: ConnectingUv, emulator: LampEmulator) -> None:
    assert device.info.problem == ""
    assert device.info.name == f"UV lamp on {emulator.port}"
    assert emulator.lamp.lit == []
    device.arm()
    assert device.status() is UvStatus.ARMED
    assert device.expose(SECONDS).completed
    assert len(emulator.lamp.lit) == 1
    device.close()
    assert device.status() is UvStatus.FAULT
    assert "closed" in device.info.problem


def test_opening_does_not_wait_for_a_lamp(emulator: LampEmulator) -> None:
    emulator.to_lamp = lambda _line: []
    device = ConnectingUv(emulator.port)
    assert device.status() is UvStatus.FAULT
    assert "Connecting to the UV lamp" in device.info.problem
    with pytest.raises(UvError, match="Connecting"):
        device.arm()
    with pytest.raises(UvError, match="not begun"):
        device.expose(SECONDS)
    device.abort()
    device.close()


def test_a_board_that_starts_anew_is_waited_for(emulator: LampEmulator) -> None:
    emulator.deaf_until = time.monotonic() + 1.5
    device = ConnectingUv(emulator.port)
    wait_for(lambda: connected(device), 3.5)
    assert device.info.problem == ""
    device.close()
    given = {order.command for _, order in emulator.orders}
    assert given <= {Command.HELLO, Command.OFF, Command.STATUS}


@pytest.mark.parametrize(
    ("port", "said"),
    [("", "No port is set"), ("/dev/no-such-port", "cannot be opened")],
)
def test_a_lamp_that_is_not_there_says_why(port: str, said: str) -> None:
    device = ConnectingUv(port)
    wait_for(lambda: said in device.info.problem)
    assert device.status() is UvStatus.FAULT
    with pytest.raises(UvError, match=said):
        device.arm()
    device.close()
    device.close()


def test_a_lamp_that_would_stay_lit_too_long_is_named(emulator: LampEmulator) -> None:
    emulator.lamp.most_milliseconds = 60_000
    device = ConnectingUv(emulator.port)
    wait_for(lambda: "Mend its firmware" in device.info.problem)
    assert device.status() is UvStatus.FAULT
    device.close()


def test_another_protocol_is_named(emulator: LampEmulator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faceqa_gui.uv.connecting.PATIENCE_SECONDS", 0.1)
    emulator.to_station = lambda _line: [(0.0, b"ok T:21.4\n")]
    device = ConnectingUv(emulator.port)
    wait_for(lambda: "does not speak protocol 1" in device.info.problem)
    device.close()


def test_a_port_in_use_is_named(emulator: LampEmulator, device: ConnectingUv) -> None:
    second = ConnectingUv(emulator.port)
    wait_for(lambda: "in use" in second.info.problem)
    assert connected(device)
    second.close()


def test_a_lamp_that_goes_comes_back_without_lighting(tmp_path: Path) -> None:
    port = tmp_path / "lamp"
    device = ConnectingUv(str(port))
    wait_for(lambda: "cannot be opened" in device.info.problem)
    for _ in range(2):
        with LampEmulator() as emulator:
            port.symlink_to(emulator.port)
            wait_for(lambda: connected(device))
            assert device.info.problem == ""
            device.arm()
        port.unlink()
        assert emulator.lamp.lit == []
        wait_for(lambda: "lost" in device.info.problem or "opened" in device.info.problem)
        assert device.status() is UvStatus.FAULT
        with pytest.raises(UvError):
            device.arm()
    device.close()


def test_an_idle_lamp_that_falls_silent_is_noticed(
    device: ConnectingUv, emulator: LampEmulator
) -> None:
    emulator.to_lamp = lambda _line: []
    wait_for(lambda: device.status() is UvStatus.FAULT)
    assert "is lost" in device.info.problem
    emulator.to_lamp = lambda line: [(0.0, line)]
    wait_for(lambda: connected(device))
    assert emulator.lamp.lit == []


def test_an_exposure_ends_on_the_lamp_on_which_it_began(tmp_path: Path) -> None:
    """The cable is pulled while it is lit, and another lamp is plugged in meanwhile."""
    port = tmp_path / "lamp"
    with LampEmulator() as first, LampEmulator() as second:
        port.symlink_to(first.port)
        device = ConnectingUv(str(port))
        wait_for(lambda: connected(device))
        device.arm()

        def swap() -> None:
            first.unplug()
            port.unlink()
            port.symlink_to(second.port)

        timer = threading.Timer(SECONDS, swap)
        timer.start()
        exposure = device.expose(5.0)
        timer.join()
        assert not exposure.completed
        assert "goes dark by itself" in exposure.failure
        assert SECONDS / 2 < exposure.duration_seconds < 5.0
        wait_for(lambda: connected(device))
        with pytest.raises(UvError, match="not armed"):
            device.expose(SECONDS)
        assert second.lamp.lit == []
        device.close()


def test_an_abort_reaches_a_lit_lamp_from_any_thread(
    device: ConnectingUv, emulator: LampEmulator
) -> None:
    device.arm()
    timer = threading.Timer(SECONDS, device.abort)
    timer.start()
    exposure = device.expose(5.0)
    timer.join()
    assert not exposure.completed
    assert exposure.reason == "aborted"
    assert emulator.lamp.state in (LampState.ABORTED, LampState.OFF)


def test_closing_while_lit_switches_off(device: ConnectingUv, emulator: LampEmulator) -> None:
    device.arm()
    timer = threading.Timer(SECONDS, device.close)
    timer.start()
    exposure = device.expose(5.0)
    timer.join()
    assert not exposure.completed
    assert emulator.lamp.state not in (LampState.LIT, LampState.ARMED)
    assert emulator.orders[-1][1].command is Command.OFF


def test_closing_does_not_wait_for_a_lamp_that_never_came() -> None:
    master, slave = os.openpty()
    device = ConnectingUv(os.ttyname(slave))
    time.sleep(0.3)
    started = time.monotonic()
    device.close()
    assert time.monotonic() - started < 1.5, "far less than the patience"
    os.close(master)
    os.close(slave)
