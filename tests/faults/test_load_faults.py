"""Rows L1 to L3 of the fault list: long runs, small and large machines, and the same clip twice.

Of L2, how long a frame takes on two cores and without a GPU is a figure of the machine and not a
test: `faceqa bench assess` and `faceqa bench station` measure it. The station uses no GPU.
"""

import dataclasses
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.analytic import model_with
from support.scripted import CHECKS_OFF, ScriptedEyes, ScriptedRuntime, scripted_frame
from support.shipped import ShippedStation, assess

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.errors import FaceQAError
from faceqa_gui.frames.demo_camera import DemoCamera
from faceqa_gui.frames.demo_subject import DemoSubject
from faceqa_gui.frames.frame import Frame, resize
from faceqa_gui.frames.latest import LatestFrame
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.frames.video_file import VideoFileSource
from faceqa_gui.lab.machine import Machine
from faceqa_gui.quality.runtime import Batch, Prediction
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import Settings
from faceqa_gui.station import Station
from faceqa_gui.station_soak import MemoryOverTime, Soak
from faceqa_gui.uv.simulated import SimulatedUv
from faceqa_gui.workers.assessor_thread import AssessorThread
from faceqa_gui.workers.frame_thread import FrameThread


def in_another_program(*command: str, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run Python with `command`, without a screen."""
    environment = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return subprocess.run(
        [sys.executable, *command],
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
        env=environment | {"FACEQA_HOME": str(home), **more},
    )


def soak(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    return in_another_program("-m", "faceqa_gui", "bench", "soak", *arguments, home=home)


# L1: a long run with a slow window. The half hour itself is `faceqa bench soak`, run by hand before
# a release; here the same command runs for seconds, and what it counts with is tested.


def test_l1_with_a_slow_window_no_frame_queues_and_no_thread_is_left(tmp_path: Path) -> None:
    file = tmp_path / "soak.json"
    done = soak("--minutes", "0.08", "--slow-window", "150", "--json", str(file), home=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "waiting at once" in done.stdout
    found = json.loads(file.read_text())
    places = {"camera", "assessor", "preview", "preview notices"}
    assert found["most_waiting"] == dict.fromkeys(places, 1)
    assert found["threads_left"] == []
    assert found["painted_rate"] < found["delivered_rate"]
    # At most one in each place, and one in the hands of each thread and of the window.
    assert 1 <= found["most_pictures_held"] <= 16
    assert len(found["memory"]["floors_mb"]) >= 2
    assert found["memory"]["median_mb"] > 0.0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--minutes", "0"), "--minutes"),
        (("--fps", "-1"), "--fps"),
        (("--slow-window", "9999"), "--slow-window"),
        (("--json", "/no/such/folder/file"), "/no/such/folder/file"),
    ],
)
def test_l1_what_cannot_be_run_is_a_sentence(
    arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    done = soak(*arguments, home=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def course(*, leak: float = 0.0, work: float = 0.0) -> list[tuple[float, int]]:
    """Half an hour at 500 MB with work that comes and goes, and a leak, in MB per hour and MB."""
    return [
        (float(at), int(1e6 * (500.0 + leak * at / 3600.0 + work * (at % 31 > 20))))
        for at in range(1800)
    ]


def test_l1_work_that_comes_and_goes_is_flat_and_a_leak_is_not() -> None:
    flat = MemoryOverTime.of(course(work=150.0), 180.0, 60.0)
    assert flat.deviation == pytest.approx(0.0)
    assert flat.slope_mb_per_hour == pytest.approx(0.0, abs=1e-6)
    assert flat.most_mb == pytest.approx(650.0)
    leaking = MemoryOverTime.of(course(leak=200.0), 180.0, 60.0)
    assert leaking.deviation > 0.05
    assert leaking.slope_mb_per_hour == pytest.approx(200.0, rel=0.05)


def test_l1_memory_of_too_short_a_run_is_not_judged() -> None:
    with pytest.raises(FaceQAError, match="too short"):
        MemoryOverTime.of(course()[:100], 90.0, 60.0)


def test_l1_the_goal_is_flat_memory_no_queue_and_no_thread_left() -> None:
    good = Soak(
        seconds=1800.0,
        source_rate=30.0,
        slow_window_ms=200.0,
        memory=MemoryOverTime.of(course(), 180.0, 60.0),
        most_waiting={"camera": 1, "assessor": 1, "preview": 1},
        most_pictures_held=9,
        delivered_rate=30.0,
        judged_rate=20.0,
        painted_rate=4.0,
        losses=38,
        explanations=50,
        captures=50,
        threads_left=(),
        offscreen=True,
        machine=Machine("a processor", 2, "a system", "2026-11-21", {"faceqa": "0"}),
    )
    assert good.reaches_goal
    assert "no thread left): reached" in good.text()
    leak = MemoryOverTime.of(course(leak=200.0), 180.0, 60.0)
    for change in (
        dataclasses.replace(good, memory=leak),
        dataclasses.replace(good, most_waiting={"camera": 1, "assessor": 2}),
        dataclasses.replace(good, threads_left=("reader of Camera 0",)),
    ):
        assert not change.reaches_goal
        assert "not reached" in change.text()
        assert change.as_json()["reaches_goal"] is False


@given(steps=st.lists(st.booleans(), max_size=60))
def test_l1_a_slot_never_holds_more_than_one_frame(steps: list[bool]) -> None:
    slot, number, newest = LatestFrame(), -1, None
    for puts in steps:
        if puts:
            number += 1
            newest = number
            slot.put(scripted_frame(Light.RED, number, 0.0))
        else:
            taken = slot.take(0.0)
            assert (taken and taken.sequence) == newest
            newest = None
    assert slot.most_waiting == (1 if any(steps) else 0)


def test_l1_pictures_of_a_camera_that_nobody_reads_do_not_pile_up() -> None:
    camera = DemoCamera(60.0)
    camera.open()
    end = time.monotonic() + 20.0
    while camera.delivered < 12 and time.monotonic() < end:
        time.sleep(0.01)
    camera.close()
    assert camera.delivered >= 12
    assert camera.most_waiting == 1
    assert camera.most_alive <= 3


# L2: small screens, high resolution


_WINDOW = """
import sys
from pathlib import Path
from faceqa_gui.app import StationApp, qt_application
from faceqa_gui.frames.demo_subject import DemoSubject
from faceqa_gui.settings import Settings
application = qt_application(offscreen=True)
app = StationApp(Settings(theme="dark"), DemoSubject(), folder=Path(sys.argv[1]))
window = app.window
window.resize(1280, 720)
window.show()
app.refresh()
application.processEvents()
picture = window.grab()
print(window.width(), window.height(), picture.width(), picture.height())
print(window.minimumSizeHint().width(), window.minimumSizeHint().height())
for name in ("uv_button", "live_view", "banner", "top_bar"):
    part = getattr(window, name)
    corner = part.mapTo(window, part.rect().bottomRight())
    print(name, corner.x(), corner.y(), part.width(), part.height())
image = picture.toImage()
print("ground", image.pixelColor(2, image.height() // 2).lightness())
app.stop()
"""


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_l2_a_small_dark_window_shows_everything_at_every_scale(
    tmp_path: Path, scale: float
) -> None:
    done = in_another_program(
        "-c",
        _WINDOW,
        str(tmp_path),
        home=tmp_path,
        QT_QPA_PLATFORM="offscreen",
        QT_SCALE_FACTOR=str(scale),
    )
    assert done.returncode == 0, done.stderr
    lines = [line.split() for line in done.stdout.splitlines()]
    width, height, pixels_wide, pixels_high = map(int, lines[0])
    assert (width, height) == (1280, 720)
    assert (pixels_wide, pixels_high) == (1280 * scale, 720 * scale)
    least_width, least_height = map(int, lines[1])
    assert least_width <= 1280
    assert least_height <= 720
    for _, *numbers in lines[2:6]:
        right, bottom, part_width, part_height = map(int, numbers)
        assert 0 < right <= width
        assert 0 < bottom <= height
        assert min(part_width, part_height) > 10
    assert int(lines[6][1]) < 100


def test_l2_a_4k_frame_has_the_verdict_of_a_small_one() -> None:
    for scene in ("eyes open", "eyes closed"):
        demo = DemoSubject(1.0, paced=False)
        demo.open()
        frame = next(one for one in iter(demo.read, None) if demo.scene_at(one.sequence) == scene)
        small = assess(frame.pixels)
        large = assess(resize(frame.pixels, 3840, 2160))
        assert large.light is small.light
        assert large.eyes.state is small.eyes.state
        assert large.region.side == 2160


class SlowRuntime(ScriptedRuntime):
    """A network that is as slow as a test wants."""

    def run(self, batch: Batch) -> Prediction:
        time.sleep(0.3)
        return super().run(batch)


class LargePictures:
    """A source of 4K frames at 10 per second."""

    def __init__(self) -> None:
        self._closed = threading.Event()
        self._pictures = [
            np.kron(
                scripted_frame(Light.AMBER, number, 0.0).pixels[:36], np.ones((60, 60, 1))
            ).astype(np.uint8)
            for number in range(4)
        ]
        self.sent = 0

    def open(self) -> SourceInfo:
        height, width = self._pictures[0].shape[:2]
        return SourceInfo("4K", SourceKind.CAMERA, width, height, 10.0)

    def read(self) -> Frame | None:
        if self._closed.wait(0.1):
            return None
        frame = Frame(self._pictures[self.sent % 4].copy(), self.sent, time.monotonic(), "4K")
        self.sent += 1
        return frame

    def close(self) -> None:
        self._closed.set()


@pytest.mark.usefixtures("qapp")
def test_l2_the_preview_keeps_the_rate_of_a_4k_camera_however_slow_the_network(
    tmp_path: Path,
) -> None:
    settings = Settings(checks=CHECKS_OFF)
    store = CaptureStore(tmp_path / "captures", minimum_free_bytes=0)
    station = Station(settings, device=SimulatedUv(), store=store)
    station.attach(model_with(SlowRuntime()), ScriptedEyes())
    source, newest = LargePictures(), LatestFrame()
    reader = FrameThread(station, source, newest, reconnects=False)
    assessor = AssessorThread(station, newest)
    shown: set[int] = set()
    reader.start()
    assessor.start()
    end = time.monotonic() + 60.0
    while source.sent < 20 and time.monotonic() < end:
        frame = reader.take_preview()
        if frame is not None:
            shown.add(frame.sequence)
        time.sleep(0.005)
    judged = len(station.state().history)
    for thread in (reader, assessor):
        thread.stop()
        assert thread.wait(5000)
    station.close()
    assert len(shown) >= 0.8 * source.sent
    assert 0 < judged < len(shown)
    assert newest.dropped > 0
    assert reader.most_waiting["assessor"] == reader.most_waiting["preview"] == 1


# L3: the same clip twice


def test_l3_a_clip_that_is_played_twice_has_the_same_verdicts(tmp_path: Path) -> None:
    clip = tmp_path / "clip.avi"
    demo = DemoSubject(1.5, paced=False, loop=False, width=640, height=360)
    demo.open()
    writer = cv2.VideoWriter(str(clip), cv2.VideoWriter.fourcc(*"MJPG"), 10.0, (640, 360))
    for frame in iter(demo.read, None):
        writer.write(np.ascontiguousarray(frame.pixels[:, :, ::-1]))
    writer.release()

    def verdicts(root: Path) -> list[tuple[Light, object]]:
        bench, video = ShippedStation(root), VideoFileSource(clip, paced=False)
        seen: list[tuple[Light, object]] = []
        video.open()
        for frame in iter(video.read, None):
            light = bench.show(frame.pixels)
            state = bench.station.state()
            said = (state.action, state.eyes, state.face, dict(state.probabilities))
            seen.append((light, said))
        video.close()
        bench.station.close()
        return seen

    first, second = verdicts(tmp_path / "first"), verdicts(tmp_path / "second")
    assert first == second
    assert {verdict[0] for verdict in first} >= {Light.RED, Light.AMBER}
