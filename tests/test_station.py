"""The engine: from frames to a permission, to the lamp, to a record."""

import logging
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.lamp_emulator import patient_lamp
from support.scripted import (
    NOT_A_NUMBER,
    ScriptedEyes,
    scripted_frame,
)
from support.station_bench import INFO, SETTINGS, STEP, StationBench

from faceqa_gui.assessment.actions import Action
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.errors import FaceQAError
from faceqa_gui.explanation.trust import Doubt
from faceqa_gui.frames.source import SourceKind
from faceqa_gui.quality.labels import Quality
from faceqa_gui.records.picture_bytes import png_pixels
from faceqa_gui.settings import Settings, UvSettings
from faceqa_gui.station import FIRST_PICTURE_SECONDS, LATE_SECONDS
from faceqa_gui.station_state import Step, StepState, WaitsFor
from faceqa_gui.uv.connecting import ConnectingUv
from faceqa_gui.uv.device import UvStatus
from faceqa_gui.uv.lamp_protocol import LampState
from faceqa_gui.uv.serial_lamp import SerialLamp


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[StationBench]:
    made = StationBench(tmp_path)
    yield made
    made.station.close()


def test_the_whole_way_to_a_capture(bench: StationBench, tmp_path: Path) -> None:
    bench.make_ready()
    state = bench.station.state()
    assert state.permitted
    assert state.waits_for == ()
    assert state.light is Light.GREEN
    assert state.action is Action.READY
    bench.station.change_subject("Ada")
    assert not bench.station.state().permitted
    bench.make_ready()
    assert bench.station.press()
    bench.station.run_capture()
    (stored,) = bench.store.captures()
    record = bench.store.load(stored.identifier)
    assert record.subject == "Ada"
    assert record.exposure is not None
    assert record.exposure.completed
    assert record.device.simulated
    assert record.frame.sequence == bench.sequence
    assert set(record.files) == {"frame.png", "face.png", "explanation.png"}
    assert bench.store.verify(stored.identifier) == []
    state = bench.station.state()
    assert [capture.identifier for capture in state.captures] == [stored.identifier]
    assert png_pixels(state.captures[0].thumbnail).shape == (128, 128, 3)
    assert state.captures[0].completed
    assert state.steps[Step.UV_CAPTURE] is StepState.DONE
    assert bench.lamp.status() is UvStatus.OFF
    assert (tmp_path / "captures").is_dir()


def test_a_press_without_permission_does_nothing(bench: StationBench) -> None:
    assert not bench.station.press()
    bench.send(Light.AMBER, 8)
    assert not bench.station.press()
    bench.station.run_capture()
    assert bench.store.captures() == []


def test_a_second_press_finds_nothing(bench: StationBench) -> None:
    bench.make_ready()
    assert bench.station.press()
    assert not bench.station.press()


def test_one_open_frame_ends_the_permission(bench: StationBench) -> None:
    bench.make_ready()
    bench.send(Light.AMBER)
    assert not bench.station.state().permitted
    assert not bench.station.press()


def test_silence_ends_the_permission(bench: StationBench) -> None:
    bench.make_ready()
    bench.now += 0.31
    assert not bench.station.press()
    assert bench.waits == (WaitsFor.CAMERA,)


def test_the_watchdog_acts_without_anybody_asking(bench: StationBench) -> None:
    bench.make_ready()
    assert bench.station.press()
    bench.now += 0.31
    deadline = time.monotonic() + 5.0
    bench.lamp.arm()
    while bench.lamp.status() is not UvStatus.OFF and time.monotonic() < deadline:
        time.sleep(0.01)
    assert bench.lamp.status() is UvStatus.OFF


@pytest.mark.parametrize(
    "doubt",
    ["settings", "source", "subject", "failure", "open eyes"],
)
def test_every_doubt_ends_the_permission(bench: StationBench, doubt: str) -> None:
    bench.make_ready()
    acts = {
        "settings": lambda: bench.station.change_settings(
            SETTINGS.model_copy(update={"operator": "another"})
        ),
        "source": lambda: bench.station.open_source(INFO),
        "subject": lambda: bench.station.change_subject("another"),
        "failure": lambda: bench.station.fail("a reason"),
        "open eyes": lambda: bench.send(Light.AMBER),
    }
    acts[doubt]()
    assert not bench.station.state().permitted
    assert not bench.station.press()


def test_looks_and_source_may_change_while_a_face_is_ready(bench: StationBench) -> None:
    bench.make_ready()
    bench.station.change_settings(SETTINGS.model_copy(update={"theme": "dark"}))
    assert bench.station.settings.theme == "dark"
    bench.send(Light.GREEN)
    assert bench.station.press()


def test_a_doubt_between_press_and_lamp_keeps_it_dark(bench: StationBench) -> None:
    bench.make_ready()
    assert bench.station.press()
    bench.send(Light.RED)
    bench.station.run_capture()
    (stored,) = bench.store.captures()
    exposure = bench.store.load(stored.identifier).exposure
    assert exposure is not None
    assert not exposure.completed
    assert exposure.duration_seconds == 0.0
    assert "switched off early" in bench.station.state().notice


def test_a_press_whose_capture_starts_too_late_keeps_it_dark(bench: StationBench) -> None:
    bench.make_ready()
    assert bench.station.press()
    for _ in range(40):
        bench.send(Light.GREEN)
    bench.station.run_capture()
    (stored,) = bench.store.captures()
    exposure = bench.store.load(stored.identifier).exposure
    assert exposure is not None
    assert not exposure.completed


def test_an_open_eye_during_exposure_switches_off(bench: StationBench) -> None:
    bench.station.change_settings(
        SETTINGS.model_copy(update={"uv": UvSettings(exposure_seconds=5.0)})
    )
    bench.make_ready()
    assert bench.station.press()
    capture = threading.Thread(target=bench.station.run_capture)
    capture.start()
    while bench.lamp.status() is not UvStatus.EXPOSING:
        time.sleep(0.001)
    bench.send(Light.GREEN)
    assert bench.lamp.status() is UvStatus.EXPOSING
    bench.send(Light.AMBER)
    capture.join(2.0)
    assert not capture.is_alive()
    (stored,) = bench.store.captures()
    exposure = bench.store.load(stored.identifier).exposure
    assert exposure is not None
    assert not exposure.completed


def test_closing_during_exposure_switches_off(tmp_path: Path) -> None:
    bench = StationBench(tmp_path)
    bench.station.change_settings(
        SETTINGS.model_copy(update={"uv": UvSettings(exposure_seconds=5.0)})
    )
    bench.make_ready()
    assert bench.station.press()
    capture = threading.Thread(target=bench.station.run_capture)
    capture.start()
    while bench.lamp.status() is not UvStatus.EXPOSING:
        time.sleep(0.001)
    bench.station.close()
    capture.join(2.0)
    assert not capture.is_alive()
    assert bench.lamp.status() is UvStatus.FAULT


def test_still_pictures_are_never_more_than_amber(tmp_path: Path) -> None:
    bench = StationBench(tmp_path, kind=SourceKind.STILLS)
    bench.make_ready()
    state = bench.station.state()
    assert state.light is Light.AMBER
    assert state.action is Action.LIVE_PICTURE_ONLY
    assert not bench.station.press()
    bench.station.close()


def test_only_the_newest_captures_keep_their_small_picture(
    bench: StationBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("faceqa_gui.station.KEPT_THUMBNAILS", 2)
    for number in range(4):
        bench.station.change_subject(f"S-{number}")
        bench.make_ready()
        assert bench.station.press()
        bench.station.run_capture()
    captures = bench.station.state().captures
    assert [bool(capture.thumbnail) for capture in captures] == [False, False, True, True]
    assert {capture.identifier for capture in captures} == {
        stored.identifier for stored in bench.store.captures()
    }


def test_a_frozen_picture_is_red(bench: StationBench) -> None:
    bench.make_ready()
    same = scripted_frame(Light.GREEN, 0, 0.0).pixels
    for _ in range(20):
        bench.sequence += 1
        bench.now += STEP
        frame = scripted_frame(Light.GREEN, bench.sequence, bench.now)
        bench.station.judge(type(frame)(same, bench.sequence, bench.now, "script"))
    assert bench.station.state().light is Light.RED
    assert bench.station.state().action is Action.CHECK_CAMERA


def test_the_first_picture_is_waited_for_before_the_camera_is_doubted(
    bench: StationBench,
) -> None:
    bench.make_ready()
    bench.station.open_source(INFO)
    assert bench.station.state().action is Action.WAIT_FOR_MODEL
    assert not bench.station.state().permitted
    bench.now += FIRST_PICTURE_SECONDS + 0.1
    assert bench.station.state().action is Action.CHECK_CAMERA
    bench.station.open_source(INFO)
    bench.station.lose_source("")
    assert bench.station.state().action is Action.CHECK_CAMERA


def test_a_computer_that_judges_too_late_is_not_put_down_to_the_camera(
    bench: StationBench,
) -> None:
    bench.make_ready()
    bench.sequence += 1
    frame = scripted_frame(Light.GREEN, bench.sequence, bench.now)
    bench.now += 1.0
    bench.station.judge(frame)
    state = bench.station.state()
    assert state.light is Light.RED
    assert not state.permitted
    assert state.action is Action.WAIT_FOR_COMPUTER
    bench.now += LATE_SECONDS + 0.1
    assert bench.station.state().action is Action.CHECK_CAMERA


def test_an_answer_that_is_no_number_latches(bench: StationBench) -> None:
    bench.send(Light.RED, code=NOT_A_NUMBER)
    state = bench.station.state()
    assert state.must_acknowledge
    assert "not valid" in state.notice
    bench.station.acknowledge()
    bench.make_ready()
    assert bench.station.press()


def test_an_exception_while_judging_latches_and_leaks_no_picture(
    bench: StationBench, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_self: ScriptedEyes, _pixels: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(ScriptedEyes, "look", fail)
    with caplog.at_level(logging.ERROR):
        bench.send(Light.AMBER)
    assert bench.station.state().must_acknowledge
    assert "array(" not in caplog.text
    bench.send(Light.AMBER)
    assert bench.waits == (WaitsFor.ACKNOWLEDGEMENT,)


def test_another_face_needs_its_own_explanation(bench: StationBench) -> None:
    bench.make_ready()
    bench.send(Light.AMBER, 8, shift=4)
    bench.send(Light.GREEN, 40, shift=4)
    assert bench.waits == (WaitsFor.EXPLANATION,)
    bench.explain()
    bench.send(Light.GREEN, shift=4)
    assert bench.station.press()


def test_explaining_another_class_does_not_count(bench: StationBench) -> None:
    bench.send(Light.AMBER, 2)
    bench.station.request_explanation(Quality.EYEGLASSES)
    bench.explain()
    bench.send(Light.GREEN, 2)
    state = bench.station.state()
    assert state.explanation is not None
    assert state.explanation.target is Quality.EYEGLASSES
    assert not state.explanation_valid


def test_an_old_explanation_no_longer_counts(bench: StationBench) -> None:
    bench.make_ready()
    explanation = bench.station.state().explanation
    bench.send(Light.AMBER, 5)
    bench.send(Light.GREEN, int(31 / STEP))
    assert bench.waits[:1] == (WaitsFor.OPEN_EYES_SEEN,)
    assert WaitsFor.EXPLANATION in bench.waits
    bench.explain()
    assert bench.station.state().explanation is not explanation


def strict(low_trust: str) -> Settings:
    """Evidence of a shifted face lies outside of it, which these settings do not accept."""
    explanation = SETTINGS.explanation.model_copy(
        update={"least_evidence_inside": 0.9, "low_trust": low_trust}
    )
    return SETTINGS.model_copy(update={"explanation": explanation})


def explain_shifted_face(bench: StationBench, low_trust: str) -> None:
    bench.station.change_settings(strict(low_trust))
    bench.send(Light.AMBER, 8, shift=4)
    bench.explain()
    bench.send(Light.GREEN, 40, shift=4)


def test_a_weak_explanation_keeps_the_button_closed_and_says_so(bench: StationBench) -> None:
    explain_shifted_face(bench, "block")
    state = bench.station.state()
    assert state.light is Light.GREEN
    assert not state.permitted
    assert state.waits_for == (WaitsFor.TRUSTED_EXPLANATION,)
    assert state.action is Action.WAIT_FOR_OPERATOR
    assert state.doubts == (Doubt.OUTSIDE_FACE,)
    assert state.steps[Step.EXPLANATION_CHECKED] is StepState.CURRENT
    assert not bench.station.press()
    assert bench.station.next_explanation() is None
    bench.station.request_explanation(Quality.GOOD)
    assert bench.waits == (WaitsFor.EXPLANATION,)


def test_a_weak_explanation_only_warns_where_that_is_set(bench: StationBench) -> None:
    explain_shifted_face(bench, "warn")
    assert bench.station.state().doubts == (Doubt.OUTSIDE_FACE,)
    assert bench.station.press()
    bench.station.run_capture()
    (stored,) = bench.store.captures()
    record = bench.store.load(stored.identifier)
    assert record.explanation.doubts == (Doubt.OUTSIDE_FACE,)
    assert record.settings["explanation"] == strict("warn").explanation.model_dump(mode="json")


def test_stricter_thresholds_end_the_permission(bench: StationBench) -> None:
    bench.make_ready()
    bench.station.change_settings(strict("block"))
    assert not bench.station.press()
    bench.send(Light.GREEN)
    assert not bench.station.press()


def test_a_cancelled_explanation_comes_back_only_on_request(bench: StationBench) -> None:
    bench.send(Light.AMBER, 8)
    taken = bench.station.next_explanation()
    assert taken is not None
    request, job = taken
    bench.station.report_progress(request, next(job))
    assert bench.station.state().progress is not None
    bench.station.cancel_explanation()
    assert not bench.station.explanation_is_wanted(request)
    assert bench.station.state().progress is None
    bench.send(Light.AMBER, 8)
    assert bench.station.next_explanation() is None
    bench.station.request_explanation(None)
    bench.explain()
    bench.send(Light.AMBER)
    assert bench.station.state().explanation_valid


def test_the_result_of_a_given_up_job_is_discarded(bench: StationBench) -> None:
    bench.send(Light.AMBER, 8)
    taken = bench.station.next_explanation()
    assert taken is not None
    request, job = taken
    bench.station.change_subject("another")
    bench.now += STEP
    try:
        while True:
            next(job)
    except StopIteration as finished:
        bench.station.finish_explanation(request, finished.value)
    assert bench.station.state().explanation is None


def test_a_request_without_a_frame_is_a_notice(bench: StationBench) -> None:
    bench.station.request_explanation(None)
    assert "no judged frame" in bench.station.state().notice


def test_a_store_that_cannot_be_written_keeps_the_button_closed(tmp_path: Path) -> None:
    (tmp_path / "captures").write_text("a file in the folder's place")
    bench = StationBench(tmp_path)
    bench.make_ready()
    assert bench.waits == (WaitsFor.STORAGE,)
    assert "captures" in bench.station.state().notice
    assert not bench.station.press()
    (tmp_path / "captures").unlink()
    bench.station.acknowledge()
    bench.send(Light.GREEN)
    assert bench.station.press()
    bench.station.close()


def test_a_store_that_fails_at_the_press_keeps_the_lamp_dark(
    bench: StationBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.make_ready()
    assert bench.station.press()

    def full(_record: object) -> None:
        raise FaceQAError("The disk is full.")

    monkeypatch.setattr(bench.store, "begin", full)
    with pytest.raises(FaceQAError, match="full"):
        bench.station.run_capture()
    assert bench.lamp.status() is UvStatus.OFF
    assert bench.store.captures() == []
    bench.send(Light.GREEN)
    assert bench.station.state().permitted


def test_a_device_that_is_busy_is_named(bench: StationBench) -> None:
    bench.make_ready()
    bench.lamp.arm()
    bench.send(Light.GREEN)
    assert bench.waits == (WaitsFor.DEVICE,)


@pytest.mark.parametrize("kind", list(SourceKind))
def test_real_light_is_released_on_live_people_alone(tmp_path: Path, kind: SourceKind) -> None:
    with patient_lamp() as emulator:
        bench = StationBench(tmp_path, kind=kind, lamp=SerialLamp.open(emulator.port))
        bench.make_ready()
        live = kind in (SourceKind.CAMERA, SourceKind.STREAM)
        assert (WaitsFor.LIVE_SOURCE in bench.waits) != live
        assert bench.station.state().permitted == live
        assert bench.station.press() == live
        if live:
            bench.station.run_capture()
            (stored,) = bench.store.captures()
            record = bench.store.load(stored.identifier)
            assert not record.device.simulated
            assert record.device.name == f"UV lamp on {emulator.port}"
            assert record.exposure is not None
            assert record.exposure.completed
        assert len(emulator.lamp.lit) == live
        bench.station.close()
        assert emulator.lamp.state not in (LampState.LIT, LampState.ARMED)


def test_a_lamp_that_is_missing_says_so_and_keeps_the_button_closed(tmp_path: Path) -> None:
    bench = StationBench(tmp_path, lamp=ConnectingUv(""))
    bench.make_ready()
    assert "No port is set" in bench.station.state().notice
    assert bench.waits == (WaitsFor.DEVICE,)
    assert not bench.station.press()
    bench.station.notify("Something else.")
    assert bench.station.state().notice == "Something else."
    bench.station.acknowledge()
    assert "No port is set" in bench.station.state().notice
    bench.station.acknowledge()
    assert bench.station.state().notice == ""
    assert bench.waits == (WaitsFor.DEVICE,)
    bench.station.close()


def test_losing_the_source_says_why(bench: StationBench) -> None:
    bench.make_ready()
    bench.station.lose_source("The cable is out.")
    state = bench.station.state()
    assert state.notice == "The cable is out."
    assert state.waits_for == (WaitsFor.CAMERA,)
    assert state.light is Light.RED
    bench.send(Light.GREEN)
    assert bench.station.state().light is Light.RED


def test_history_keeps_ten_seconds(bench: StationBench) -> None:
    bench.send(Light.AMBER, 400)
    history = bench.station.state().history
    assert history[-1].at - history[0].at <= 10.0
    assert len(history) == pytest.approx(300, abs=2)
