"""Each part's results, from real models, a real store, a scripted clock, lamps and cameras."""

import shutil
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui import self_test
from faceqa_gui.eyes.eye_model import EYE_MODEL_FOLDER
from faceqa_gui.eyes.haar_files import CASCADE_FOLDER, cascade_names
from faceqa_gui.frames.source import SourceKind
from faceqa_gui.quality.model_list import ModelList
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.self_test import (
    CLOSING,
    Bench,
    CameraFacts,
    ClockReading,
    Finding,
    Part,
    Result,
    SelfTest,
    judge_clock,
    look_at_camera,
    look_at_cascades,
    look_at_clock,
    look_at_disk,
    look_at_eye_models,
    look_at_lamp,
    look_at_model,
    opened_camera,
    run_self_test,
)
from faceqa_gui.settings import CameraSettings
from faceqa_gui.uv.device import UvInfo, UvStatus
from faceqa_gui.uv.simulated import SimulatedUv

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
BEGAN = ClockReading(100.0, NOON)


def never_stopped(seconds: float) -> bool:
    time.sleep(min(seconds, 0.005))
    return False


class Lamp(SimulatedUv):
    """A lamp whose problem and status a test sets; it emits no light."""

    def __init__(self, problem: str = "", status: UvStatus = UvStatus.OFF) -> None:
        super().__init__()
        self.problem, self.state = problem, status
        self.asked = 0

    @property
    def info(self) -> UvInfo:
        return UvInfo("Lamp 1", simulated=False, problem=self.problem)

    def status(self) -> UvStatus:
        self.asked += 1
        return self.state


@pytest.fixture
def store(tmp_path: Path) -> CaptureStore:
    return CaptureStore(tmp_path / "captures", minimum_free_bytes=0)


def sentence_and_finding(result: Result) -> tuple[Finding, str]:
    return result.finding, result.sentence


# The whole


def bench(
    folder: Path, store: CaptureStore, camera: Callable[[], CameraFacts], patience: float = 0.0
) -> Bench:
    return Bench(
        models=ModelList(folder),
        model="",
        store=store,
        device=SimulatedUv(),
        camera=camera,
        began=ClockReading.now(),
        patience_seconds=patience,
    )


def test_a_sound_station_passes_in_every_part(tmp_path: Path, store: CaptureStore) -> None:
    facts = CameraFacts("Desk camera", SourceKind.CAMERA, 30.0)
    test = run_self_test(bench(tmp_path, store, lambda: facts))
    assert {result.part for result in test.results} == set(Part)
    assert {result.finding for result in test.results if result.part is not Part.DISK} == {
        Finding.PASS
    }
    assert not test.closing
    assert all(result.sentence.endswith(".") for result in test.results)
    assert test.of(Part.CAMERA).sentence == "Desk camera delivers 30 pictures a second."
    assert 0.0 < test.seconds < 60.0


def test_whoever_ends_the_program_is_not_waited_for(tmp_path: Path, store: CaptureStore) -> None:
    ended = threading.Event()
    ended.set()
    made = bench(tmp_path, store, CameraFacts, patience=60.0)
    test = run_self_test(
        Bench(
            models=made.models,
            model="",
            store=store,
            device=Lamp("not there yet"),
            camera=CameraFacts,
            began=made.began,
            patience_seconds=60.0,
            wait=ended.wait,
        )
    )
    assert test.seconds < 30.0
    assert test.of(Part.LAMP).finding is Finding.FAIL


@given(st.lists(st.sampled_from(Finding), min_size=len(Part), max_size=len(Part)))
def test_the_worst_finding_counts_and_only_failures_of_safety_close(found: list[Finding]) -> None:
    results = tuple(Result(part, one, "") for part, one in zip(Part, found, strict=True))
    test = SelfTest(results, NOON, 1.0)
    order = [Finding.PASS, Finding.WARN, Finding.FAIL]
    assert test.finding is max(found, key=order.index)
    assert {result.part for result in test.closing} == {
        part
        for part, one in zip(Part, found, strict=True)
        if one is Finding.FAIL and part in {"model", "eye_cascades", "eye_models", "clock", "lamp"}
    }
    assert set(Part) > CLOSING


# Models and cascades


def test_a_model_that_is_not_there_fails_with_its_sentence(tmp_path: Path) -> None:
    result = look_at_model(ModelList(tmp_path), "nowhere")
    assert result.finding is Finding.FAIL
    assert "nowhere" in result.sentence


def test_an_altered_cascade_fails_and_an_added_file_does_not_count(tmp_path: Path) -> None:
    folder = tmp_path / "haar"
    shutil.copytree(CASCADE_FOLDER, folder)
    (folder / "haarcascade_new.xml").write_text("<xml/>")
    assert look_at_cascades(folder).finding is Finding.PASS
    altered = folder / f"haarcascade_{cascade_names()[0]}.xml"
    altered.write_bytes(altered.read_bytes() + b" ")
    result = look_at_cascades(folder)
    assert result.finding is Finding.FAIL
    assert altered.name in result.sentence
    altered.unlink()
    assert look_at_cascades(folder).finding is Finding.FAIL
    (folder / "checksums.sha256").unlink()
    assert "checksums.sha256 cannot be read" in look_at_cascades(folder).sentence


def test_an_altered_eye_network_fails(tmp_path: Path) -> None:
    folder = tmp_path / "eyes"
    shutil.copytree(EYE_MODEL_FOLDER, folder)
    assert look_at_eye_models(folder).finding is Finding.PASS
    network = folder / "eyes.onnx"
    network.write_bytes(network.read_bytes()[:-1] + b"\0")
    assert look_at_eye_models(folder).finding is Finding.FAIL
    manifest = folder / "manifest.json"
    manifest.write_text(manifest.read_text() + " ")
    assert "not the one that this program came with" in look_at_eye_models(folder).sentence


# Disk


def test_a_disk_fails_when_nothing_can_be_stored_and_warns_before(
    tmp_path: Path, store: CaptureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    plenty = usage._replace(free=50_000_000_000)
    little = usage._replace(free=900_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: plenty)
    assert sentence_and_finding(look_at_disk(store)) == (
        Finding.PASS,
        "50 GB are free for captures.",
    )
    monkeypatch.setattr(shutil, "disk_usage", lambda _: little)
    result = look_at_disk(store)
    assert result.finding is Finding.WARN
    assert "Only 0.9 GB are free" in result.sentence
    full = CaptureStore(tmp_path / "full")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1))
    assert look_at_disk(full).finding is Finding.FAIL


# Clock


@given(
    seconds=st.floats(0.1, 100_000.0),
    step=st.floats(-10_000.0, 10_000.0).filter(lambda x: abs(abs(x) - 2.0) > 0.01),
)
def test_a_clock_that_was_set_is_warned_of(seconds: float, step: float) -> None:
    now = ClockReading(100.0 + seconds, NOON + timedelta(seconds=seconds + step))
    expected = Finding.WARN if abs(step) > 2.0 else Finding.PASS
    assert judge_clock(BEGAN, now, None).finding is expected


@given(behind=st.floats(-100_000.0, 100_000.0).filter(lambda x: abs(x - 60.0) > 0.01))
def test_a_clock_before_the_newest_record_fails(behind: float) -> None:
    now = ClockReading(101.0, NOON + timedelta(seconds=1))
    newest = now.wall + timedelta(seconds=behind)
    result = judge_clock(BEGAN, now, newest)
    assert result.finding is (Finding.FAIL if behind > 60.0 else Finding.PASS)
    assert ("Set the clock" in result.sentence) == (behind > 60.0)


def test_the_newest_record_is_that_of_a_session_before(store: CaptureStore) -> None:
    assert look_at_clock(ClockReading.now(), store).finding is Finding.PASS
    assert self_test.newest_record(store) is None
    store.append(AuditEvent.STOPPED, who="Ana")
    newest = self_test.newest_record(store)
    assert newest is not None
    assert look_at_clock(ClockReading.now(), store).finding is Finding.PASS
    # What this session has written is no witness against its own clock.
    store.append(AuditEvent.STARTED, who="Ana")
    assert self_test.newest_record(store) == newest


def test_a_store_that_cannot_be_read_is_no_proof_of_the_time(store: CaptureStore) -> None:
    store.append(AuditEvent.STOPPED, who="Ana")
    (store.root / "index.sqlite").write_bytes(b"x" * 4096)
    result = look_at_clock(ClockReading.now(), store)
    assert result.finding is Finding.FAIL


def test_seconds_that_stand_still_fail(
    store: CaptureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = ClockReading.now()
    monkeypatch.setattr(time, "monotonic", lambda: began.monotonic)
    result = look_at_clock(began, store)
    assert result.finding is Finding.FAIL
    assert "stands still" in result.sentence


# Lamp and camera


def test_a_lamp_that_answers_late_is_waited_for() -> None:
    lamp = Lamp("The lamp is not connected. Plug it in.")

    def wait(_seconds: float) -> bool:
        if lamp.asked > 3:
            lamp.problem = ""
        return False

    result = look_at_lamp(lamp, until=time.monotonic() + 60.0, wait=wait)
    assert sentence_and_finding(result) == (Finding.PASS, "Lamp 1 answers.")


@pytest.mark.parametrize(
    ("lamp", "sentence"),
    [
        (Lamp("The lamp is not connected. Plug it in."), "The lamp is not connected. Plug it in."),
        (Lamp(status=UvStatus.FAULT), "Lamp 1 reports a fault. Switch it off and on again"),
    ],
)
def test_a_lamp_that_does_not_answer_fails(lamp: Lamp, sentence: str) -> None:
    result = look_at_lamp(lamp, until=time.monotonic() + 0.05, wait=never_stopped)
    assert result.finding is Finding.FAIL
    assert sentence in result.sentence


@pytest.mark.parametrize(
    ("facts", "finding", "words"),
    [
        (CameraFacts("Desk", SourceKind.CAMERA, 29.7), Finding.PASS, "30 pictures a second"),
        (CameraFacts("Hall", SourceKind.STREAM, 25.0), Finding.PASS, "Hall delivers 25"),
        (CameraFacts("Desk", SourceKind.CAMERA, 7.0), Finding.WARN, "only 7 pictures"),
        (CameraFacts("d", SourceKind.DEMONSTRATION, 30.0), Finding.WARN, "nobody is present"),
        (CameraFacts("OBS", SourceKind.VIRTUAL, 30.0), Finding.WARN, "OBS is no live camera"),
        (CameraFacts("f", SourceKind.VIDEO, 30.0), Finding.WARN, "no live camera"),
        (CameraFacts("f", SourceKind.STILLS, 5.0), Finding.WARN, "no live camera"),
        (CameraFacts(problem="Camera 0 is not there."), Finding.FAIL, "Camera 0 is not there."),
        (CameraFacts("Desk", SourceKind.CAMERA), Finding.FAIL, "No pictures come"),
    ],
)
def test_a_camera_is_found_as_it_delivers(facts: CameraFacts, finding: Finding, words: str) -> None:
    result = look_at_camera(lambda: facts, until=time.monotonic() + 0.05, wait=never_stopped)
    assert result.finding is finding
    assert words in result.sentence


def test_a_source_is_opened_read_and_let_go_for_a_test_without_a_station(tmp_path: Path) -> None:
    with opened_camera("demo", CameraSettings()) as camera:
        result = look_at_camera(camera, until=time.monotonic() + 30.0, wait=never_stopped)
    assert result.finding is Finding.WARN
    with opened_camera(str(tmp_path / "none.mp4"), CameraSettings()) as camera:
        result = look_at_camera(camera, until=time.monotonic() + 30.0, wait=never_stopped)
    assert result.finding is Finding.FAIL
    assert "none.mp4" in result.sentence
    names = [one.name for one in threading.enumerate()]
    assert "camera of the self-test" not in names
