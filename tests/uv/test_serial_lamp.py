"""A serial lamp obeys on a good line, and is dark whatever happens on a bad one."""

import os
import threading
import time
from collections.abc import Iterator

import pytest
import serial
from support.lamp_emulator import LampEmulator, bad_line, clean

from faceqa_gui.uv.device import UvError, UvStatus
from faceqa_gui.uv.lamp_protocol import HEARTBEAT_SECONDS, Command, LampState, Order
from faceqa_gui.uv.serial_lamp import SerialLamp

SECONDS = 0.15


@pytest.fixture
def emulator() -> Iterator[LampEmulator]:
    with LampEmulator() as emulator:
        yield emulator


@pytest.fixture
def lamp(emulator: LampEmulator) -> Iterator[SerialLamp]:
    lamp = SerialLamp.open(emulator.port)
    yield lamp
    lamp.close()


def lit_seconds(emulator: LampEmulator) -> list[float]:
    return [end - start for start, end in emulator.lamp.lit]


def dark(emulator: LampEmulator) -> bool:
    """Whether the lamp is off by the latest time that its heartbeat allows."""
    deadline = time.monotonic() + 3 * HEARTBEAT_SECONDS
    while emulator.lamp.state in (LampState.LIT, LampState.ARMED):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.005)
    return True


def test_an_exposure_lasts_as_long_as_it_was_set(lamp: SerialLamp, emulator: LampEmulator) -> None:
    assert lamp.status() is UvStatus.OFF
    assert not lamp.info.simulated
    lamp.arm()
    assert lamp.status() is UvStatus.ARMED
    exposure = lamp.expose(SECONDS)
    assert exposure.completed
    assert exposure.reason == "the set time was reached"
    assert not exposure.simulated
    (lit,) = lit_seconds(emulator)
    assert lit == pytest.approx(SECONDS, abs=0.1)
    assert exposure.duration_seconds >= SECONDS
    assert lamp.status() is UvStatus.OFF
    lamp.arm()
    assert lamp.expose(SECONDS).completed
    assert len(emulator.lamp.lit) == 2


def test_a_long_exposure_is_kept_alive_by_the_heartbeat(
    lamp: SerialLamp, emulator: LampEmulator
) -> None:
    lamp.arm()
    time.sleep(2 * HEARTBEAT_SECONDS)
    assert emulator.lamp.state is LampState.ARMED
    assert lamp.expose(5 * HEARTBEAT_SECONDS).completed
    beats = [order for _, order in emulator.orders if order.command is Command.BEAT]
    assert len(beats) >= 5


def test_an_abort_from_another_thread_switches_off(
    lamp: SerialLamp, emulator: LampEmulator
) -> None:
    lamp.arm()
    timer = threading.Timer(SECONDS, lamp.abort)
    timer.start()
    exposure = lamp.expose(5.0)
    timer.join()
    assert not exposure.completed
    assert exposure.reason == "aborted"
    assert emulator.lamp.state in (LampState.ABORTED, LampState.OFF)
    assert lit_seconds(emulator)[0] < 2.0
    assert lamp.status() is UvStatus.OFF


def test_an_abort_does_not_wait_for_a_lamp_that_says_nothing(emulator: LampEmulator) -> None:
    lamp = SerialLamp.open(emulator.port)
    lamp.arm()
    emulator.to_station = lambda _line: []
    started = time.monotonic()
    lamp.abort()
    aborting = time.monotonic() - started
    started = time.monotonic()
    assert not lamp.expose(SECONDS).completed
    assert aborting < (time.monotonic() - started) / 2, "only the exposing thread may wait"
    assert dark(emulator)
    assert emulator.lamp.lit == []
    lamp.close()


def test_an_abort_takes_an_arm_back(lamp: SerialLamp, emulator: LampEmulator) -> None:
    lamp.arm()
    lamp.abort()
    exposure = lamp.expose(SECONDS)
    assert not exposure.completed
    assert exposure.duration_seconds == 0.0
    assert emulator.lamp.lit == []
    with pytest.raises(UvError, match="not armed"):
        lamp.expose(SECONDS)


def test_it_does_not_light_unarmed_or_twice(lamp: SerialLamp, emulator: LampEmulator) -> None:
    with pytest.raises(UvError, match="not armed"):
        lamp.expose(SECONDS)
    lamp.arm()
    with pytest.raises(UvError, match="was not off"):
        lamp.arm()
    assert lamp.status() is UvStatus.OFF
    lamp.arm()
    lamp.expose(SECONDS)
    with pytest.raises(UvError, match="not armed"):
        lamp.expose(SECONDS)
    assert len(emulator.lamp.lit) == 1


@pytest.mark.parametrize("seconds", [0.0, -1.0, 5.1, float("nan"), float("inf")])
def test_a_time_out_of_range_is_refused(
    lamp: SerialLamp, emulator: LampEmulator, seconds: float
) -> None:
    lamp.arm()
    with pytest.raises(UvError, match="is not allowed"):
        lamp.expose(seconds)
    assert lamp.status() is UvStatus.OFF
    assert dark(emulator)
    assert emulator.lamp.lit == []


def test_the_lamps_own_limit_is_kept(emulator: LampEmulator) -> None:
    emulator.lamp.most_milliseconds = 100
    lamp = SerialLamp.open(emulator.port)
    lamp.arm()
    with pytest.raises(UvError, match=r"at most 0\.1 s"):
        lamp.expose(1.0)
    assert emulator.lamp.lit == []
    lamp.close()


def test_a_lamp_that_would_stay_lit_too_long_is_refused(emulator: LampEmulator) -> None:
    emulator.lamp.most_milliseconds = 60_000
    with pytest.raises(UvError, match="Mend its firmware"):
        SerialLamp.open(emulator.port)


def test_a_port_without_a_lamp_is_refused() -> None:
    master, slave = os.openpty()
    with pytest.raises(UvError, match="No UV lamp answers"):
        SerialLamp.open(os.ttyname(slave))
    os.close(master)
    os.close(slave)
    with pytest.raises(UvError, match="cannot be opened"):
        SerialLamp.open("/dev/no-such-port")


def test_a_silent_station_leaves_the_lamp_dark(emulator: LampEmulator) -> None:
    lamp = SerialLamp.open(emulator.port)
    lamp.arm()
    emulator.to_lamp = lambda _line: []
    started = time.monotonic()
    exposure = lamp.expose(5.0)
    assert not exposure.completed
    assert "did not say that it was lit" in exposure.failure
    # As far as the station can know, it may have been lit.
    assert 0.0 < exposure.duration_seconds < 5.0
    assert time.monotonic() - started < 3.0
    assert dark(emulator)
    assert emulator.lamp.lit == []
    lamp.close()


def test_a_line_that_dies_while_lit_switches_off(emulator: LampEmulator) -> None:
    lamp = SerialLamp.open(emulator.port)
    lamp.arm()

    def cut() -> None:
        emulator.to_lamp = lambda _line: []

    timer = threading.Timer(SECONDS, cut)
    timer.start()
    exposure = lamp.expose(5.0)
    timer.join()
    assert not exposure.completed
    assert "lost while it was lit" in exposure.failure
    assert dark(emulator)
    assert exposure.duration_seconds >= lit_seconds(emulator)[0]
    assert emulator.lamp.state is LampState.SILENT
    assert lit_seconds(emulator)[0] < 2.0
    lamp.close()


def test_a_pulled_cable_is_a_fault_and_the_lamp_is_dark(emulator: LampEmulator) -> None:
    lamp = SerialLamp.open(emulator.port)
    lamp.arm()
    timer = threading.Timer(SECONDS, emulator.unplug)
    timer.start()
    exposure = lamp.expose(5.0)
    timer.join()
    assert not exposure.completed
    assert "goes dark by itself" in exposure.failure
    assert lamp.status() is UvStatus.FAULT
    assert not lamp.answers()
    with pytest.raises(UvError):
        lamp.arm()
    lamp.close()
    lamp.close()


@pytest.mark.parametrize("kind", ["dropped", "garbled", "late", "doubled"])
@pytest.mark.parametrize("way", ["to_lamp", "to_station", "both"])
def test_bad_lines_never_light_longer_or_without_an_arm(
    emulator: LampEmulator, kind: str, way: str
) -> None:
    lamp = SerialLamp.open(emulator.port)
    fault = bad_line(kind, 0.3, seed=hash_of(kind + way))
    if way != "to_station":
        emulator.to_lamp = fault
    if way != "to_lamp":
        emulator.to_station = fault
    completed = arms = 0
    for _ in range(4):
        try:
            lamp.arm()
            arms += 1
            exposure = lamp.expose(SECONDS)
            completed += exposure.completed
        except UvError:
            lamp.abort()
        assert lamp.status() is UvStatus.OFF
        assert dark(emulator)
    # Lit never oftener than asked, never longer than set and the emulator's own step.
    assert completed <= len(emulator.lamp.lit) <= arms
    assert all(seconds <= SECONDS + HEARTBEAT_SECONDS for seconds in lit_seconds(emulator))
    emulator.to_lamp = emulator.to_station = clean
    time.sleep(2 * HEARTBEAT_SECONDS)  # late lines, an OFF among them, are still under way
    assert any(tried(lamp) for _ in range(5)), "a mended line works again"
    lamp.close()


def test_a_lost_answer_costs_no_exposure(lamp: SerialLamp, emulator: LampEmulator) -> None:
    """Every second answer is lost, so that one to ARM or to EXPOSE is."""
    count = iter(range(10_000))
    emulator.to_station = lambda line: clean(line) if next(count) % 2 else []
    assert any(tried(lamp) for _ in range(5))


def test_a_late_order_does_not_light(lamp: SerialLamp, emulator: LampEmulator) -> None:
    """An EXPOSE held up on the way arrives after OFF: its number is old by then."""
    lamp.arm()
    lamp.abort()
    lamp.arm()
    newest = emulator.orders[-1][1].sequence
    answer = emulator.lamp.hear(Order(newest - 3, Command.EXPOSE, 1000), time.monotonic())
    assert not answer.accepted
    assert emulator.lamp.lit == []


def test_closing_switches_off(emulator: LampEmulator) -> None:
    lamp = SerialLamp.open(emulator.port)
    lamp.arm()
    lamp.close()
    assert lamp.status() is UvStatus.FAULT
    # Told so, not fallen silent; a second OFF finds it off.
    assert emulator.orders[-1][1].command is Command.OFF
    assert emulator.lamp.state in (LampState.ABORTED, LampState.OFF)
    with serial.Serial(emulator.port) as again:
        assert again.is_open


def tried(lamp: SerialLamp) -> bool:
    """Whether an exposure was completed; a computer under load may miss an answer."""
    try:
        lamp.arm()
        return lamp.expose(SECONDS).completed
    except UvError:
        return False


def hash_of(text: str) -> int:
    return sum(map(ord, text))
