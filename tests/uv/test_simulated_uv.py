"""The simulated lamp keeps the protocol, its times and its aborts."""

import math
import threading
import time

import pytest

from faceqa_gui.uv.device import LONGEST_EXPOSURE_SECONDS, UvDevice, UvError, UvStatus
from faceqa_gui.uv.simulated import SimulatedUv

SHORT = 0.02
LONG = LONGEST_EXPOSURE_SECONDS


@pytest.fixture
def lamp() -> UvDevice:
    return SimulatedUv()


def wait_until_exposing(lamp: UvDevice) -> None:
    deadline = time.monotonic() + 10.0
    while lamp.status() is not UvStatus.EXPOSING:
        assert time.monotonic() < deadline, "the exposure never began"
        time.sleep(0.001)


class Exposing:
    """An exposure of the longest time in a thread of its own."""

    def __init__(self, lamp: UvDevice) -> None:
        self.completed: list[bool] = []
        self.seconds = math.nan
        lamp.arm()
        self._thread = threading.Thread(target=self._run, args=(lamp,))
        self._thread.start()
        wait_until_exposing(lamp)

    def _run(self, lamp: UvDevice) -> None:
        exposure = lamp.expose(LONG)
        self.completed.append(exposure.completed)
        self.seconds = exposure.duration_seconds

    def end(self) -> None:
        self._thread.join(LONG / 2)
        assert not self._thread.is_alive(), "the exposure was not cut short"
        assert self.completed == [False]
        assert 0.0 <= self.seconds < LONG


def test_a_completed_exposure_lasts_its_time_and_says_that_it_was_simulated(lamp: UvDevice) -> None:
    assert lamp.status() is UvStatus.OFF
    lamp.arm()
    assert lamp.status() is UvStatus.ARMED
    before = time.monotonic()
    exposure = lamp.expose(SHORT)
    assert before <= exposure.started_at <= time.monotonic() - exposure.duration_seconds
    assert exposure.duration_seconds >= SHORT * 0.99
    assert exposure.completed
    assert exposure.simulated
    assert lamp.info.simulated
    assert "no light" in lamp.info.name
    assert lamp.status() is UvStatus.OFF


def test_an_arm_allows_one_exposure_only(lamp: UvDevice) -> None:
    lamp.arm()
    lamp.expose(SHORT)
    with pytest.raises(UvError, match="not armed"):
        lamp.expose(SHORT)
    assert lamp.status() is UvStatus.OFF


def test_it_never_exposes_without_an_arm(lamp: UvDevice) -> None:
    with pytest.raises(UvError, match="not armed"):
        lamp.expose(SHORT)
    assert lamp.status() is UvStatus.OFF


def test_a_second_arm_takes_the_first_one_back(lamp: UvDevice) -> None:
    lamp.arm()
    with pytest.raises(UvError, match="armed"):
        lamp.arm()
    assert lamp.status() is UvStatus.OFF
    with pytest.raises(UvError, match="not armed"):
        lamp.expose(SHORT)


@pytest.mark.parametrize(
    "seconds", [0.0, -1.0, LONG + 0.001, math.nan, math.inf, -math.inf], ids=str
)
def test_times_out_of_range_are_refused_and_disarm(lamp: UvDevice, seconds: float) -> None:
    lamp.arm()
    with pytest.raises(UvError, match="not allowed"):
        lamp.expose(seconds)
    assert lamp.status() is UvStatus.OFF
    with pytest.raises(UvError, match="not armed"):
        lamp.expose(SHORT)


def test_an_abort_from_another_thread_ends_the_exposure(lamp: UvDevice) -> None:
    exposing = Exposing(lamp)
    lamp.abort()
    exposing.end()
    assert lamp.status() is UvStatus.OFF


def test_an_abort_between_arm_and_expose_is_not_lost(lamp: UvDevice) -> None:
    lamp.arm()
    lamp.abort()
    assert lamp.status() is UvStatus.OFF
    exposure = lamp.expose(LONG)
    assert not exposure.completed
    assert exposure.reason == "aborted"
    assert exposure.duration_seconds < LONG / 2


def test_an_abort_before_the_arm_does_not_count(lamp: UvDevice) -> None:
    lamp.abort()
    lamp.abort()
    lamp.arm()
    assert lamp.expose(SHORT).completed


def test_an_arm_during_an_exposure_switches_off(lamp: UvDevice) -> None:
    exposing = Exposing(lamp)
    with pytest.raises(UvError, match="could not be armed"):
        lamp.arm()
    exposing.end()
    assert lamp.status() is UvStatus.OFF


def test_a_second_exposure_at_the_same_time_switches_off(lamp: UvDevice) -> None:
    exposing = Exposing(lamp)
    with pytest.raises(UvError, match="not armed"):
        lamp.expose(SHORT)
    exposing.end()
    assert lamp.status() is UvStatus.OFF


def test_close_ends_the_exposure_and_forbids_more(lamp: UvDevice) -> None:
    exposing = Exposing(lamp)
    lamp.close()
    exposing.end()
    lamp.close()
    assert lamp.status() is UvStatus.FAULT
    with pytest.raises(UvError, match="could not be armed"):
        lamp.arm()
    with pytest.raises(UvError, match="not armed"):
        lamp.expose(SHORT)
    assert lamp.status() is UvStatus.FAULT


def test_racing_aborts_always_end_the_exposure(lamp: UvDevice) -> None:
    for _ in range(50):
        lamp.arm()
        aborter = threading.Thread(target=lamp.abort)
        aborter.start()
        exposure = lamp.expose(LONG)
        aborter.join()
        assert not exposure.completed
        assert exposure.duration_seconds < LONG / 2
