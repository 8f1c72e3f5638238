"""Is the machine awake, and can somebody be at the window?"""

import pytest

from faceqa_gui.presence import (
    ASLEEP_SECONDS,
    SILENCE_SECONDS,
    STEADY_SECONDS,
    Interruption,
    Presence,
    SleepWatch,
)

FROZEN = frozenset({Interruption.WINDOW_FROZEN})


def test_a_station_that_never_had_a_window_needs_none() -> None:
    assert Presence().interruptions(1000.0) == frozenset()


def test_a_window_that_falls_silent_is_frozen() -> None:
    presence = Presence()
    presence.beat(10.0)
    assert presence.interruptions(10.0 + SILENCE_SECONDS) == frozenset()
    assert presence.interruptions(10.0 + 1.01 * SILENCE_SECONDS) == FROZEN
    assert presence.interruptions(9.0) == FROZEN


def test_a_thawed_window_counts_only_when_its_queued_presses_are_spent() -> None:
    presence = Presence()
    presence.beat(10.0)
    thawed = 10.0 + 4 * SILENCE_SECONDS
    for step in range(6):
        now = thawed + step * STEADY_SECONDS / 5
        presence.beat(now)
        assert presence.interruptions(now) == (FROZEN if step < 5 else frozenset())


def test_interruptions_last_until_they_end() -> None:
    presence = Presence()
    presence.begin(Interruption.SLEEP)
    presence.begin(Interruption.SCREEN_LOCKED)
    presence.end(Interruption.SLEEP)
    presence.end(Interruption.WINDOW_INACTIVE)
    assert presence.interruptions(0.0) == {Interruption.SCREEN_LOCKED}


@pytest.mark.parametrize(
    ("monotonic_step", "wall_step", "slept"),
    [
        (0.05, 0.05, False),
        (ASLEEP_SECONDS + 1, ASLEEP_SECONDS + 1, True),  # stopped, or a clock that runs in sleep
        (0.05, 3600.0, True),  # a monotonic clock that stands still in sleep
        (0.05, -3600.0, True),  # the clock was set back
    ],
)
def test_missed_ticks_are_a_sleep(monotonic_step: float, wall_step: float, slept: bool) -> None:  # noqa: FBT001  (a parameter of the test)
    clocks = {"monotonic": 100.0, "wall": 1e9}
    watch = SleepWatch(lambda: clocks["monotonic"], lambda: clocks["wall"])
    assert not watch.slept()
    clocks["monotonic"] += monotonic_step
    clocks["wall"] += wall_step
    assert watch.slept() is slept
    assert not watch.slept()
