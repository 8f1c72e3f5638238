"""Sleep, locks, windows, doses and overruled findings, through the real station."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from support.lamp_emulator import patient_lamp
from support.scripted import ScriptedRuntime
from support.station_bench import SETTINGS, STEP, StationBench

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.assessment.override import LIFE_SECONDS
from faceqa_gui.errors import FaceQAError
from faceqa_gui.explanation.explanation import Explanation
from faceqa_gui.operators.operator import Operator, Role
from faceqa_gui.presence import SILENCE_SECONDS, STEADY_SECONDS, Interruption
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.quality.runtime import Batch, Prediction
from faceqa_gui.settings import GateSettings, UvSettings
from faceqa_gui.station_state import WaitsFor
from faceqa_gui.uv.device import UvStatus
from faceqa_gui.uv.serial_lamp import SerialLamp

REASON = "bandage on the cheek"
UNCOVERED = frozenset({"uncovered"})
_GOOD = QUALITY_LABELS.index(Quality.GOOD)
_COVERED = QUALITY_LABELS.index(Quality.COVERED_FACE)


class BandagedRuntime(ScriptedRuntime):
    """Calls every face without glasses covered."""

    def run(self, batch: Batch) -> Prediction:
        maps = super().run(batch).class_maps.copy()
        seen = maps[:, 3, 3, _GOOD] > 0.0
        maps[seen, 3, 3, _COVERED] = maps[seen, 3, 3, _GOOD] + 3.0
        return Prediction(maps.sum((1, 2)), maps)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[StationBench]:
    made = StationBench(tmp_path, beats=True)
    yield made
    made.station.close()


@pytest.fixture
def bandaged(tmp_path: Path) -> Iterator[StationBench]:
    made = StationBench(tmp_path, runtime=BandagedRuntime())
    yield made
    made.station.close()


LASTING = {
    Interruption.SLEEP: WaitsFor.AWAKE,
    Interruption.SCREEN_LOCKED: WaitsFor.SCREEN_UNLOCKED,
    Interruption.SIGNED_OUT: WaitsFor.SIGNED_IN,
    Interruption.WINDOW_INACTIVE: WaitsFor.WINDOW_IN_FRONT,
}


@pytest.mark.parametrize("interruption", LASTING)
def test_an_interruption_revokes_until_it_is_over(
    bench: StationBench, interruption: Interruption
) -> None:
    bench.make_ready()
    assert bench.is_permitted()
    bench.station.interrupt(interruption)
    bench.send(Light.GREEN, 30)
    assert LASTING[interruption] in bench.waits
    assert not bench.is_permitted()
    assert not bench.station.press()
    bench.station.resume(interruption)
    if interruption is Interruption.SLEEP:
        bench.send(Light.GREEN, 40)
        assert not bench.is_permitted()  # whoever sits there now has not been seen with open eyes
        bench.make_ready()
    bench.send(Light.GREEN)
    assert bench.is_permitted()
    assert bench.station.press()


@pytest.mark.parametrize("interruption", LASTING)
def test_after_a_short_interruption_green_is_earned_anew(
    bench: StationBench, interruption: Interruption
) -> None:
    bench.make_ready()
    bench.station.interrupt(interruption)
    bench.station.resume(interruption)
    assert not bench.is_permitted()
    assert not bench.station.press()
    bench.send(Light.GREEN, 3)
    assert not bench.is_permitted()


@pytest.mark.parametrize("interruption", LASTING)
def test_an_interruption_during_the_exposure_switches_off(
    bench: StationBench, interruption: Interruption
) -> None:
    bench.make_ready()
    assert bench.station.press()
    bench.lamp.arm()
    bench.station.interrupt(interruption)
    assert bench.lamp.status() is UvStatus.OFF


def test_another_window_in_front_matters_only_where_the_settings_say_so(tmp_path: Path) -> None:
    gate = GateSettings(window_in_front=False)
    bench = StationBench(tmp_path, settings=SETTINGS.model_copy(update={"gate": gate}))
    bench.station.interrupt(Interruption.WINDOW_INACTIVE)
    bench.make_ready()
    assert bench.is_permitted()
    bench.station.close()


def test_a_locked_screen_shows_nobody(bench: StationBench) -> None:
    bench.make_ready()
    assert bench.station.press()
    bench.station.run_capture()
    assert bench.station.state().captures
    bench.station.interrupt(Interruption.SCREEN_LOCKED)
    state = bench.station.state()
    assert state.screen_locked
    assert state.explanation is None
    assert state.captures == ()
    bench.station.resume(Interruption.SCREEN_LOCKED)
    assert bench.station.state().captures


def test_a_signed_out_station_shows_nobody(bandaged: StationBench) -> None:
    bandaged.station.change_subject("S-0421")
    bandaged.send(Light.AMBER, 8)
    bandaged.station.overrule(UNCOVERED, REASON)
    bandaged.make_ready()
    bandaged.station.interrupt(Interruption.SIGNED_OUT)
    bandaged.send(Light.GREEN, 3)
    state = bandaged.station.state()
    assert state.signed_out
    assert not state.screen_locked
    assert (state.explanation, state.progress, state.captures) == (None, None, ())
    assert (state.region, state.face, state.probabilities, state.history) == (None, None, {}, ())
    assert (state.override, state.overridable, state.doubts) == (None, frozenset(), ())
    assert not state.explanation_valid
    bandaged.station.resume(Interruption.SIGNED_OUT)
    assert bandaged.station.state().explanation is not None


def test_another_operator_begins_with_nothing_and_answers_for_what_comes(
    bench: StationBench,
) -> None:
    assert bench.station.operator == Operator("local operator", Role.SUPERVISOR)
    bench.station.change_subject("S-0421")
    bench.make_ready()
    assert bench.station.press()
    bench.station.run_capture()
    otto = Operator("Otto", Role.OPERATOR)
    bench.station.begin_session(otto)
    state = bench.station.state()
    assert (state.captures, state.explanation, state.permitted) == ((), None, False)
    bench.make_ready()
    assert bench.station.press()
    bench.station.change_operator(Operator("Otto", Role.SUPERVISOR))
    bench.station.run_capture()
    records = [bench.store.load(one.identifier) for one in bench.store.captures()]
    (first, second) = sorted(records, key=lambda record: record.captured_at)
    assert (first.subject, first.operator) == ("S-0421", "local operator")
    assert (second.subject, second.operator, second.operator_role) == ("", "Otto", "operator")
    assert first.session != second.session


def test_a_capture_that_outlasts_its_session_is_not_shown_in_the_next(bench: StationBench) -> None:
    bench.make_ready()
    assert bench.station.press()
    bench.station.begin_session(Operator("Otto", Role.OPERATOR))
    bench.station.run_capture()
    assert bench.station.state().captures == ()
    (stored,) = bench.store.captures()
    record = bench.store.load(stored.identifier)
    assert record.operator == "local operator"
    assert record.exposure is not None
    assert not record.exposure.completed


def test_a_frozen_window_revokes_and_its_queued_presses_fire_nothing(bench: StationBench) -> None:
    bench.make_ready()
    bench.beats = False
    bench.send(Light.GREEN, round(2 * SILENCE_SECONDS / (1 / 30)))
    assert WaitsFor.WINDOW_ANSWERING in bench.waits
    assert not bench.is_permitted()
    bench.beats = True
    bench.send(Light.GREEN)
    assert not bench.station.press()
    bench.send(Light.GREEN, round(1.2 * STEADY_SECONDS / (1 / 30)))
    assert bench.station.press()


# Doses


def dosed(root: Path, lamp: SerialLamp, **uv: float) -> StationBench:
    settings = SETTINGS.model_copy(update={"uv": UvSettings(exposure_seconds=0.2, **uv)})
    return StationBench(root, lamp=lamp, settings=settings)


def test_a_capture_with_too_large_a_dose_is_never_allowed(tmp_path: Path) -> None:
    uv = UvSettings(
        exposure_seconds=5.0,
        irradiance_watts_per_square_metre=100.0,
        exposure_limit_joules_per_square_metre=499.0,
    )
    bench = StationBench(tmp_path, settings=SETTINGS.model_copy(update={"uv": uv}))
    bench.make_ready()
    assert bench.waits == (WaitsFor.DOSE,)
    assert not bench.station.press()
    bench.station.close()


def test_the_day_of_a_subject_is_limited_and_remembered(tmp_path: Path) -> None:
    limits = {
        "irradiance_watts_per_square_metre": 100.0,
        "daily_limit_joules_per_square_metre": 45.0,
    }
    with patient_lamp() as emulator:
        bench = dosed(tmp_path, SerialLamp.open(emulator.port), **limits)
        bench.station.change_subject("Ada")
        for given in (1, 2):
            bench.make_ready()
            assert bench.station.press()
            bench.station.run_capture()
            dose = bench.station.state().dose
            assert dose is not None
            lit = [bench.store.load(one.identifier).exposure for one in bench.store.captures()]
            assert len(lit) == given
            seconds = [one.duration_seconds for one in lit if one is not None and one.completed]
            assert all(one >= 0.2 * 0.9 for one in seconds)
            assert dose.last_day_joules_per_square_metre == pytest.approx(100.0 * sum(seconds))
            assert len(seconds) == given
            bench.station.change_subject("Ada")
        bench.make_ready()
        assert bench.waits == (WaitsFor.DOSE,)
        assert not bench.station.press()
        bench.station.change_subject("Bob")
        bench.make_ready()
        assert bench.is_permitted()
        bench.station.close()
        again = dosed(tmp_path, SerialLamp.open(emulator.port), **limits)
        again.station.change_subject("Ada")
        again.make_ready()
        assert again.waits == (WaitsFor.DOSE,)
        again.wall += timedelta(hours=25)
        again.send(Light.GREEN)
        assert again.is_permitted()
        again.station.close()
    doses = [again.store.load(name).exposure for name in again.store.identifiers_since(bench.wall)]
    assert all(dose and dose.dose_joules_per_square_metre for dose in doses)


def test_real_light_stays_off_while_todays_doses_cannot_be_read(tmp_path: Path) -> None:
    first = StationBench(tmp_path)
    first.make_ready()
    assert first.station.press()
    first.station.run_capture()
    (stored,) = first.store.captures()
    (stored.folder / "record.json").write_text("{}")
    first.station.close()
    with patient_lamp() as emulator:
        bench = StationBench(tmp_path, lamp=SerialLamp.open(emulator.port))
        assert "doses are not known" in bench.station.state().notice
        assert "record.json" in bench.station.state().notice
        bench.make_ready()
        assert bench.waits == (WaitsFor.DOSE,)
        assert not bench.station.press()
        bench.station.close()


# Overruled findings


def test_an_overruled_cover_is_explained_as_a_cover_and_recorded(bandaged: StationBench) -> None:
    bandaged.send(Light.AMBER, 8)
    state = bandaged.station.state()
    assert state.light is Light.RED
    assert state.overridable == UNCOVERED
    bandaged.station.overrule(UNCOVERED, REASON)
    bandaged.make_ready()
    state = bandaged.station.state()
    assert state.override is not None
    assert state.overridable == frozenset()
    assert isinstance(state.explanation, Explanation)
    assert state.explanation.target is Quality.COVERED_FACE
    assert state.permitted
    assert bandaged.station.press()
    bandaged.station.run_capture()
    (stored,) = bandaged.store.captures()
    record = bandaged.store.load(stored.identifier)
    assert record.override is not None
    assert record.override.reason == REASON
    assert record.override.checks == ("uncovered",)
    assert {check.name: check.outcome for check in record.checks}["uncovered"] == "fail"
    bandaged.send(Light.GREEN)
    assert bandaged.station.state().light is Light.RED  # once, not for good


def test_overruling_leaves_the_eyes_alone(bandaged: StationBench) -> None:
    bandaged.send(Light.AMBER, 8)
    bandaged.station.overrule(UNCOVERED, REASON)
    bandaged.send(Light.GREEN, 60)  # closed from the start
    assert not bandaged.is_permitted()
    assert WaitsFor.OPEN_EYES_SEEN in bandaged.waits
    bandaged.make_ready()
    assert bandaged.is_permitted()
    bandaged.send(Light.AMBER)
    assert not bandaged.is_permitted()


@pytest.mark.parametrize(
    "ends", ["withdrawn", "too old", "another face", "subject", "settings", "source", "glasses"]
)
def test_overruling_ends(bandaged: StationBench, ends: str) -> None:
    bandaged.send(Light.AMBER, 8)
    bandaged.station.overrule(UNCOVERED, REASON)
    ends_at = bandaged.now + LIFE_SECONDS
    bandaged.make_ready()
    assert bandaged.is_permitted()
    station = bandaged.station
    if ends == "withdrawn":
        station.withdraw_override()
    elif ends == "too old":
        while bandaged.now < ends_at:
            still = station.state().override is not None
            bandaged.now += 0.2 - STEP  # a slow camera, but no silence
            bandaged.send(Light.GREEN)
        assert still, "it ended before its time"
    elif ends == "another face":
        bandaged.send(Light.GREEN, shift=9)
    elif ends == "subject":
        station.change_subject("another")
    elif ends == "settings":
        station.change_settings(SETTINGS.model_copy(update={"operator": "another"}))
    elif ends == "source":
        station.lose_source("gone")
    else:
        bandaged.send(Light.RED)
    assert not bandaged.is_permitted()
    assert not station.press()
    if ends != "glasses":
        assert station.state().override is None


@pytest.mark.parametrize(
    ("checks", "reason", "sentence"),
    [
        (frozenset({"both_eyes_closed"}), REASON, "cannot be overruled"),
        (frozenset({"no_eyeglasses"}), REASON, "cannot be overruled"),
        (UNCOVERED, "no", "at least 10 characters"),
    ],
)
def test_eyes_glasses_and_empty_words_are_refused(
    bandaged: StationBench, checks: frozenset[str], reason: str, sentence: str
) -> None:
    with pytest.raises(FaceQAError, match=sentence):
        bandaged.station.overrule(checks, reason)
    assert bandaged.station.state().override is None


def test_overruling_is_off_by_default(tmp_path: Path) -> None:
    settings = SETTINGS.model_copy(update={"gate": GateSettings()})
    bench = StationBench(tmp_path, settings=settings, runtime=BandagedRuntime())
    bench.send(Light.AMBER, 8)
    assert bench.station.state().overridable == frozenset()
    with pytest.raises(FaceQAError, match="settings forbid"):
        bench.station.overrule(UNCOVERED, REASON)
    bench.station.close()
