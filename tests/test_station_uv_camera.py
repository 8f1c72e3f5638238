"""A capture with a UV camera, through the real station, from the press to the stored files."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from support.faulty_source import FaultyDevice
from support.lamp_emulator import LampEmulator
from support.uv_rig import UvRig, noisy, uv_rig, uv_settings, wait_until

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.errors import FaceQAError
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.presence import Interruption
from faceqa_gui.records.record import CaptureRecord, UvFrameRecord
from faceqa_gui.station_state import WaitsFor
from faceqa_gui.uv.device import Exposure, UvStatus
from faceqa_gui.uv.lamp_protocol import LampState
from faceqa_gui.uv.serial_lamp import SerialLamp
from faceqa_gui.uv.simulated import SimulatedUv

UV_FILES = {"uv.png", "uv_registered.png", "uv_visible.png"}
VISIBLE_FILES = {"frame.png", "face.png", "explanation.png"}


def taken(record: CaptureRecord) -> UvFrameRecord:
    assert record.uv_picture is not None
    assert record.uv_picture.taken is not None
    return record.uv_picture.taken


def outcomes(record: CaptureRecord) -> dict[str, str]:
    return {check.name: check.outcome for check in taken(record).checks}


def assert_lit(record: CaptureRecord) -> None:
    """The frame was captured after the lamp's rise and before it went off."""
    assert record.exposure is not None
    at = taken(record).captured_monotonic - record.exposure.started_at
    assert 0.1 <= at <= record.exposure.duration_seconds


def test_the_uv_picture_is_stored_beside_the_visible_one(tmp_path: Path) -> None:
    with uv_rig(tmp_path) as rig:
        rig.make_permitted()
        record = rig.capture()
        assert record.exposure is not None
        assert record.exposure.completed
        assert set(record.files) == VISIBLE_FILES | UV_FILES
        assert record.uv_picture is not None
        assert (record.uv_picture.source, record.uv_picture.source_kind) == ("Camera 1", "camera")
        assert record.uv_picture.problem == ""
        assert set(outcomes(record).values()) == {"pass"}
        assert_lit(record)
        frame = taken(record)
        assert (frame.width, frame.height) == (120, 60)
        assert (frame.registered_width, frame.registered_height) == (64, 64)
        assert (frame.crop.left, frame.crop.width, frame.crop.height) == (30, 60, 60)
        (stored,) = rig.store.captures()
        pictures = {name: read_picture(stored.folder / name) for name in UV_FILES}
        assert pictures["uv.png"].shape == (60, 120, 3)
        assert pictures["uv_registered.png"].shape == (64, 64, 3)
        assert pictures["uv_visible.png"].shape == (64, 64, 3)
        assert abs(int(np.median(pictures["uv.png"])) - 130) <= 4
        assert rig.state.notice == ""
        # Frames come sixty times a second; a busy machine may leave some out.
        assert frame.visible_sequence > record.frame.sequence
        assert abs(frame.offset_seconds) < 0.2
        visible_at = frame.captured_monotonic - frame.offset_seconds
        assert visible_at > record.captured_monotonic


def test_without_a_uv_camera_nothing_changes(tmp_path: Path) -> None:
    with uv_rig(tmp_path, uv_settings("")) as rig:
        rig.make_permitted()
        record = rig.capture()
        assert record.uv_picture is None
        assert set(record.files) == VISIBLE_FILES
        assert rig.uv.openings == 0


def test_the_camera_opens_for_a_clear_face_and_closes_when_nobody_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("faceqa_gui.uv.uv_camera.KEEP_OPEN_SECONDS", 0.3)
    with uv_rig(tmp_path) as rig:
        rig.light = Light.RED
        wait_until(lambda: rig.state.light is Light.RED and rig.state.region is not None)
        openings = rig.uv.openings
        rig.light = Light.AMBER
        wait_until(lambda: rig.uv.openings > openings)
        wait_until(lambda: WaitsFor.UV_CAMERA not in rig.state.waits_for)
        rig.light = Light.RED
        wait_until(lambda: WaitsFor.UV_CAMERA in rig.state.waits_for)
        delivered = len(rig.uv.delivered)
        time.sleep(0.1)
        assert len(rig.uv.delivered) <= delivered + 1
        assert rig.state.notice == ""
        rig.light = Light.AMBER
        wait_until(lambda: WaitsFor.UV_CAMERA not in rig.state.waits_for)
        rig.station.interrupt(Interruption.SCREEN_LOCKED)
        wait_until(lambda: WaitsFor.UV_CAMERA in rig.state.waits_for)
        rig.station.resume(Interruption.SCREEN_LOCKED)
        wait_until(lambda: WaitsFor.UV_CAMERA not in rig.state.waits_for)


def black(_rig: UvRig) -> int:
    return 4


def saturated(_rig: UvRig) -> int:
    return 255


@pytest.mark.parametrize(
    ("level", "check", "words"),
    [(black, "not_black", "black"), (saturated, "not_saturated", "too bright")],
)
def test_a_bad_picture_is_stored_named_and_said(
    tmp_path: Path, level: Callable[[UvRig], int], check: str, words: str
) -> None:
    with uv_rig(tmp_path) as rig:
        rig.uv.paint = noisy(lambda: level(rig))
        rig.make_permitted()
        record = rig.capture()
        assert record.exposure is not None
        assert record.exposure.completed
        assert [name for name, outcome in outcomes(record).items() if outcome == "fail"] == [check]
        assert record.uv_picture is not None
        assert words in record.uv_picture.problem
        assert rig.state.notice == f"The capture is stored. {record.uv_picture.problem}"
        assert set(record.files) == VISIBLE_FILES | UV_FILES
        assert_lit(record)


class BreaksAtLight(SimulatedUv):
    """A real simulated lamp; when it lights, something happens to the camera."""

    def __init__(self, after_seconds: float = 0.0) -> None:
        super().__init__()
        self.breaks: Callable[[], None] = lambda: None
        self._after_seconds = after_seconds

    def expose(self, duration_seconds: float) -> Exposure:
        """Light, and break the camera."""
        later = threading.Timer(self._after_seconds, self.breaks)
        later.start()
        try:
            return super().expose(duration_seconds)
        finally:
            later.join()


def freeze(device: FaultyDevice) -> None:
    device.frozen = True


def hang(device: FaultyDevice) -> None:
    device.hangs = True


def unplug(device: FaultyDevice) -> None:
    device.plugged = False


def test_a_camera_that_repeats_its_last_dark_picture_is_stale(tmp_path: Path) -> None:
    lamp = BreaksAtLight()
    with uv_rig(tmp_path, lamp=lamp) as rig:
        rig.uv.paint = noisy(lambda: 120)
        lamp.breaks = lambda: freeze(rig.uv)
        rig.make_permitted()
        record = rig.capture()
        assert outcomes(record)["not_stale"] == "fail"
        assert "nothing newer" in rig.state.notice
        assert record.uv_picture is not None
        assert record.uv_picture.problem in rig.state.notice


@pytest.mark.parametrize("fault", [hang, unplug])
def test_a_camera_that_dies_at_the_light_switches_it_off(
    tmp_path: Path, fault: Callable[[FaultyDevice], None]
) -> None:
    lamp = BreaksAtLight()
    with uv_rig(tmp_path, lamp=lamp) as rig:
        rig.station.change_settings(uv_settings(exposure_seconds=5.0))
        lamp.breaks = lambda: fault(rig.uv)
        rig.make_permitted()
        record = rig.capture()
        assert record.exposure is not None
        assert not record.exposure.completed
        assert record.exposure.duration_seconds < 3.0
        assert rig.lamp.status() is UvStatus.OFF
        assert record.uv_picture is not None
        assert record.uv_picture.taken is None
        assert "no picture" in record.uv_picture.problem
        assert set(record.files) == VISIBLE_FILES
        assert "switched off early" in rig.state.notice
        assert "Check its cable" in rig.state.notice
        assert not rig.state.permitted


def test_a_picture_taken_before_the_camera_died_is_kept(tmp_path: Path) -> None:
    lamp = BreaksAtLight(after_seconds=0.5)
    with uv_rig(tmp_path, lamp=lamp) as rig:
        rig.station.change_settings(uv_settings(exposure_seconds=5.0))
        lamp.breaks = lambda: unplug(rig.uv)
        rig.make_permitted()
        record = rig.capture()
        assert record.exposure is not None
        assert not record.exposure.completed
        assert set(outcomes(record).values()) == {"pass"}
        assert_lit(record)


def test_a_hanging_camera_delays_neither_an_abort_nor_the_end(tmp_path: Path) -> None:
    lamp = BreaksAtLight(after_seconds=0.3)
    with uv_rig(tmp_path, lamp=lamp) as rig:
        rig.station.change_settings(uv_settings(exposure_seconds=5.0))
        lamp.breaks = lambda: hang(rig.uv)
        rig.make_permitted()
        rig.press()
        capture = threading.Thread(target=rig.station.run_capture)
        capture.start()
        wait_until(lambda: lamp.status() is UvStatus.EXPOSING)
        time.sleep(0.4)
        rig.light = Light.AMBER
        wait_until(lambda: lamp.status() is UvStatus.OFF, 2.0)
        capture.join(2.0)
        assert not capture.is_alive()
        record = rig.record()
        assert record.exposure is not None
        assert not record.exposure.completed
        assert_lit(record)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (lambda device: setattr(device, "opens", False), "UV camera: Camera 1 "),
        (unplug, "UV camera: "),
        (lambda device: setattr(device, "crashes", True), "UV camera: "),
        (lambda device: setattr(device, "rate", 0.7), ""),
        (lambda device: setattr(device, "hangs_in_open", True), ""),
    ],
)
def test_a_camera_that_does_not_serve_keeps_the_button_closed(
    tmp_path: Path, fault: Callable[[FaultyDevice], None], words: str
) -> None:
    with uv_rig(tmp_path) as rig:
        rig.station.change_subject("nobody")
        fault(rig.uv)
        wait_until(lambda: WaitsFor.UV_CAMERA in rig.state.waits_for)
        rig.close_eyes()
        wait_until(lambda: words in rig.state.notice)
        assert rig.state.waits_for == (WaitsFor.UV_CAMERA,)
        assert not rig.station.press()
        rig.station.run_capture()
        assert rig.store.captures() == []
        assert rig.store.incomplete() == []


def test_a_camera_that_comes_back_takes_its_sentence_along(tmp_path: Path) -> None:
    with uv_rig(tmp_path) as rig:
        rig.close_eyes()
        wait_until(lambda: rig.state.permitted)
        rig.uv.plugged = False
        wait_until(lambda: rig.state.notice.startswith("UV camera: "))
        assert not rig.station.press()
        rig.uv.plugged = True
        wait_until(lambda: rig.state.permitted)
        assert rig.state.notice == ""


def test_a_camera_lost_between_press_and_lamp_refuses_before_any_light(tmp_path: Path) -> None:
    lit: list[float] = []

    class Watched(SimulatedUv):
        def arm(self) -> None:
            lit.append(time.monotonic())
            super().arm()

    with uv_rig(tmp_path, lamp=Watched()) as rig:
        rig.make_permitted()
        rig.press()
        rig.uv.plugged = False
        wait_until(lambda: rig.state.notice.startswith("UV camera: "))
        with pytest.raises(FaceQAError, match="UV camera"):
            rig.station.run_capture()
        assert lit == []
        assert rig.store.captures() == []
        assert rig.store.incomplete() == []


def test_an_exposure_too_short_for_the_camera_is_refused_before_any_light(tmp_path: Path) -> None:
    with uv_rig(tmp_path) as rig:
        rig.uv.rate = 4.0
        rig.make_permitted()
        rig.press()
        with pytest.raises(FaceQAError, match=r"too seldom for an exposure of 0\.4 s"):
            rig.station.run_capture()
        assert rig.lamp.status() is UvStatus.OFF
        assert rig.store.incomplete() == []


def test_a_video_file_serves_a_lamp_without_light(tmp_path: Path) -> None:
    path = tmp_path / "uv.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 30.0, (160, 120))
    paint = noisy(lambda: 90, 160, 120)
    for number in range(20):
        writer.write(paint(number))
    writer.release()
    with uv_rig(tmp_path, uv_settings(str(path))) as rig:
        rig.make_permitted()
        record = rig.capture()
        assert record.uv_picture is not None
        assert record.uv_picture.source_kind == "video"
        assert record.uv_picture.problem == ""
        assert taken(record).crop.width == 120


class ReportsLate(SimulatedUv):
    """A lamp that is off for a while before it says so, and counts that while as lit."""

    def expose(self, duration_seconds: float) -> Exposure:
        """Light, and report late."""
        exposure = super().expose(duration_seconds)
        time.sleep(0.2)
        return replace(exposure, duration_seconds=time.monotonic() - exposure.started_at)


@pytest.mark.parametrize("ends_early", [False, True])
def test_no_picture_is_taken_while_a_lamp_reports_its_end(
    tmp_path: Path, *, ends_early: bool
) -> None:
    with uv_rig(tmp_path, lamp=ReportsLate()) as rig:
        rig.uv.paint = noisy(lambda: 130)
        rig.make_permitted()
        rig.press()
        capture = threading.Thread(target=rig.station.run_capture)
        capture.start()
        wait_until(lambda: rig.lamp.status() is UvStatus.EXPOSING)
        if ends_early:
            time.sleep(0.25)
            rig.light = Light.AMBER
        wait_until(lambda: rig.lamp.status() is UvStatus.OFF)
        dark_at = time.monotonic()
        capture.join(5.0)
        record = rig.record()
        assert record.exposure is not None
        assert record.exposure.completed != ends_early
        assert taken(record).captured_monotonic <= dark_at


@pytest.mark.parametrize("ends_early", [False, True])
def test_with_a_real_lamp_the_picture_lies_in_the_light_that_the_lamp_knows_of(
    tmp_path: Path, *, ends_early: bool
) -> None:
    with (
        LampEmulator() as emulator,
        uv_rig(tmp_path, lamp=SerialLamp.open(emulator.port)) as rig,
    ):
        lamp = emulator.lamp
        rig.uv.paint = noisy(lambda: 130 if lamp.state is LampState.LIT else 4)
        rig.make_permitted()
        rig.press()
        capture = threading.Thread(target=rig.station.run_capture)
        capture.start()
        if ends_early:
            wait_until(lambda: lamp.state is LampState.LIT)
            time.sleep(0.25)
            rig.light = Light.AMBER
        capture.join(5.0)
        record = rig.record()
        assert record.exposure is not None
        assert not record.device.simulated
        if record.exposure.reason not in {"aborted", "the set time was reached"}:
            # A machine too busy for the heartbeat: the lamp goes dark, no picture is certain.
            assert record.uv_picture is None
            return
        assert record.exposure.completed != ends_early
        (lit,) = lamp.lit
        assert lit[0] < taken(record).captured_monotonic <= lit[1]
        assert record.uv_picture is not None
        assert record.uv_picture.problem == ""


def test_another_uv_camera_may_be_chosen_while_the_station_runs(tmp_path: Path) -> None:
    with uv_rig(tmp_path) as rig:
        rig.make_permitted()
        rig.station.change_settings(uv_settings("another name"))
        wait_until(lambda: rig.state.notice.startswith("UV camera: There is no such camera."))
        assert not rig.station.press()
        rig.station.change_settings(uv_settings(""))
        wait_until(lambda: WaitsFor.UV_CAMERA not in rig.state.waits_for)
