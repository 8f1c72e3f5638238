"""The gate: slow to open, quick to close."""

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.assessments import FACE, make_assessment

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.assessment.gate import OPEN_FRAMES_NEEDED, Gate
from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.frames.frame import Box
from faceqa_gui.settings import GateSettings

SETTINGS = GateSettings()
STEP = 1 / 30


class Feed:
    """Sends frames to a gate at 30 a second."""

    def __init__(self, gate: Gate) -> None:
        self.gate = gate
        self.sequence = -1
        self.now = 100.0

    def send(
        self,
        light: Light,
        times: int = 1,
        *,
        eyes: EyeState | None = None,
        face: Box | None = FACE,
    ) -> Light:
        shown = Light.RED
        for _ in range(times):
            self.sequence += 1
            self.now += STEP
            frame = make_assessment(self.sequence, self.now, light, eyes=eyes, face=face)
            shown = self.gate.update(frame, self.now)
        return shown

    def open_gate(self) -> None:
        self.send(Light.AMBER, OPEN_FRAMES_NEEDED)
        assert self.send(Light.GREEN, 40) is Light.GREEN


@pytest.fixture
def feed() -> Feed:
    return Feed(Gate(SETTINGS))


def test_it_starts_red(feed: Feed) -> None:
    assert feed.gate.light(0.0) is Light.RED
    assert feed.gate.latched == ""
    assert feed.gate.good_for(0.0) == 0.0


def test_open_then_closed_turns_green_after_n_of_m_and_the_dwell(feed: Feed) -> None:
    assert feed.send(Light.AMBER, 10) is Light.AMBER
    lights = [feed.send(Light.GREEN) for _ in range(40)]
    first = lights.index(Light.GREEN)
    assert first * STEP >= SETTINGS.dwell_seconds
    assert first >= SETTINGS.needed_frames - 1
    assert set(lights[:first]) == {Light.AMBER}
    assert set(lights[first:]) == {Light.GREEN}


def test_eyes_closed_from_the_start_never_turn_green(feed: Feed) -> None:
    assert feed.send(Light.GREEN, 300) is Light.AMBER


def test_unknown_eyes_do_not_count_as_seen_open(feed: Feed) -> None:
    feed.send(Light.AMBER, 30, eyes=EyeState.UNKNOWN)
    assert feed.send(Light.GREEN, 60) is Light.AMBER


def test_too_few_open_frames_do_not_count(feed: Feed) -> None:
    feed.send(Light.AMBER, OPEN_FRAMES_NEEDED - 1)
    assert feed.send(Light.GREEN, 60) is Light.AMBER


def test_open_eyes_seen_too_long_ago_close_the_gate(feed: Feed) -> None:
    feed.open_gate()
    frames = int(SETTINGS.open_seen_seconds / STEP)
    assert feed.send(Light.GREEN, frames) is Light.AMBER


def test_open_eyes_expire_between_two_frames_too() -> None:
    feed = Feed(Gate(GateSettings(open_seen_seconds=1.0)))
    feed.send(Light.AMBER, OPEN_FRAMES_NEEDED)
    assert feed.send(Light.GREEN, 29) is Light.GREEN
    assert feed.gate.light(feed.now + 0.1) is Light.AMBER


@pytest.mark.parametrize("bad", [Light.AMBER, Light.RED])
def test_one_bad_frame_drops_and_the_way_back_is_the_whole_way(feed: Feed, bad: Light) -> None:
    feed.open_gate()
    assert feed.send(bad) is bad
    lights = [feed.send(Light.GREEN) for _ in range(60)]
    assert Light.GREEN in lights
    assert lights.index(Light.GREEN) * STEP >= SETTINGS.dwell_seconds


def test_a_flicker_while_waiting_restarts_the_dwell(feed: Feed) -> None:
    feed.send(Light.AMBER, 10)
    feed.send(Light.GREEN, 8)
    feed.send(Light.AMBER, 1)
    assert feed.send(Light.GREEN, 8) is Light.AMBER


def test_silence_closes(feed: Feed) -> None:
    feed.open_gate()
    assert feed.gate.light(feed.now + SETTINGS.stale_seconds - 0.01) is Light.GREEN
    assert feed.gate.light(feed.now + SETTINGS.stale_seconds + 0.01) is Light.RED
    assert feed.gate.light(feed.now) is Light.RED
    assert feed.gate.good_for(feed.now) == 0.0


def test_a_clock_that_jumps_back_closes(feed: Feed) -> None:
    feed.open_gate()
    assert feed.gate.light(feed.now - 3600.0) is Light.RED


@pytest.mark.parametrize(
    ("sequence_step", "captured_offset", "now_offset"),
    [(0, 0.01, 0.01), (-1, 0.01, 0.01), (1, -0.5, 0.0), (1, 0.5, 0.0)],
    ids=["repeated", "out-of-order", "older", "from the future"],
)
def test_a_frame_out_of_place_closes(
    feed: Feed, sequence_step: int, captured_offset: float, now_offset: float
) -> None:
    feed.open_gate()
    frame = make_assessment(feed.sequence + sequence_step, feed.now + captured_offset, Light.GREEN)
    assert feed.gate.update(frame, feed.now + now_offset) is Light.RED
    feed.now += 0.6
    assert feed.send(Light.GREEN, 60) is Light.AMBER


def test_a_late_assessment_is_red_but_does_not_end_the_face(feed: Feed) -> None:
    feed.open_gate()
    number = feed.gate.face_number
    late = make_assessment(feed.sequence + 1, feed.now + 0.01, Light.GREEN)
    assert feed.gate.update(late, feed.now + 0.4) is Light.RED
    feed.sequence, feed.now = feed.sequence + 1, feed.now + 0.4
    lights = [feed.send(Light.GREEN) for _ in range(40)]
    assert lights.index(Light.GREEN) * STEP >= SETTINGS.dwell_seconds
    assert feed.gate.face_number == number


def test_another_face_must_show_its_open_eyes_again(feed: Feed) -> None:
    feed.open_gate()
    number = feed.gate.face_number
    elsewhere = Box(FACE.left + FACE.width, FACE.top, FACE.width, FACE.height)
    assert feed.send(Light.GREEN, 60, face=elsewhere) is Light.AMBER
    assert feed.gate.face_number > number


def test_a_face_lost_for_long_is_a_new_face(feed: Feed) -> None:
    feed.open_gate()
    number = feed.gate.face_number
    feed.send(Light.RED, int(SETTINGS.break_seconds / STEP) + 2)
    assert feed.gate.face_number > number
    assert feed.send(Light.GREEN, 60) is Light.AMBER


def test_latching_holds_until_it_is_acknowledged(feed: Feed) -> None:
    feed.open_gate()
    feed.gate.latch("first reason")
    feed.gate.latch("second reason")
    assert feed.gate.latched == "first reason"
    feed.send(Light.AMBER, 10)
    assert feed.send(Light.GREEN, 60) is Light.RED
    feed.gate.acknowledge()
    assert feed.gate.latched == ""
    feed.send(Light.AMBER, 10)
    assert feed.send(Light.GREEN, 60) is Light.GREEN


def test_a_new_source_starts_over(feed: Feed) -> None:
    feed.open_gate()
    feed.gate.restart()
    assert feed.gate.light(feed.now) is Light.RED
    feed.sequence, feed.now = -1, 1.0
    feed.open_gate()


def test_good_for_measures_the_unbroken_time(feed: Feed) -> None:
    feed.send(Light.AMBER, 31)
    assert feed.gate.good_for(feed.now) == pytest.approx(1.0)
    feed.send(Light.RED)
    assert feed.gate.good_for(feed.now) == 0.0


FRAMES = st.lists(
    st.tuples(
        st.sampled_from(list(Light)),
        st.sampled_from([STEP, STEP, STEP, 0.2, 0.35]),
        st.sampled_from([FACE, FACE, FACE, Box(900, 100, 400, 400)]),
    ),
    max_size=120,
)


@settings(max_examples=300)
@given(frames=FRAMES, run=st.integers(0, 60))
def test_green_always_has_its_reasons(frames: Sequence[tuple[Light, float, Box]], run: int) -> None:
    """Whatever came before: green only after N of M green frames, the dwell and open eyes."""
    gate = Gate(SETTINGS)
    now = 50.0
    history: list[tuple[Light, float, Box]] = []
    script = [*frames, *[(Light.AMBER, STEP, FACE)] * 4, *[(Light.GREEN, STEP, FACE)] * run]
    for sequence, (light, step, face) in enumerate(script):
        now += step
        history.append((light, now, face))
        if gate.update(make_assessment(sequence, now, light, face=face), now) is not Light.GREEN:
            continue
        dwell = [entry for entry in history if now - entry[1] <= SETTINGS.dwell_seconds - 1e-9]
        assert all(entry[0] is Light.GREEN for entry in dwell)
        window = history[-SETTINGS.window_frames :]
        assert sum(entry[0] is Light.GREEN for entry in window) >= SETTINGS.needed_frames
        recent = [entry for entry in history if now - entry[1] <= SETTINGS.open_seen_seconds]
        assert sum(entry[0] is Light.AMBER for entry in recent) >= OPEN_FRAMES_NEEDED
        assert len({entry[2] for entry in window}) == 1
        gaps = [b[1] - a[1] for a, b in itertools.pairwise(window)]
        assert max(gaps, default=0.0) <= SETTINGS.stale_seconds
