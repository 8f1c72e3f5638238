"""The UV camera with real sources: when it serves, what it says, and that it holds nobody up."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from support.faulty_source import FaultyDevice, Ports
from support.mjpeg_server import mjpeg_server
from support.uv_rig import noisy, wait_until

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.camera import CameraSource
from faceqa_gui.frames.frame import Frame
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.frames.source import FrameSource, SourceInfo, SourceKind
from faceqa_gui.uv.device import UvError
from faceqa_gui.uv.second_look import SecondLook
from faceqa_gui.uv.uv_camera import KEPT_SIGHTS, UvCamera, UvCameraError, UvWatch, uv_camera_for
from faceqa_gui.uv.uv_picture import Sight

PERIOD = 1 / 30
INFO = SourceInfo("uv", SourceKind.CAMERA, 8, 8, 30.0)


@contextmanager
def wanted(camera: UvCamera | None) -> Iterator[UvCamera]:
    """Keep a camera wanted, as a station does; afterwards its thread has ended."""
    assert camera is not None
    stop = threading.Event()

    def want() -> None:
        while not stop.wait(0.02):
            camera.want()

    wanter = threading.Thread(target=want)
    wanter.start()
    try:
        yield camera
    finally:
        stop.set()
        wanter.join()
        camera.close()
        wait_until(lambda: not any(t.name.startswith("UV camera") for t in threading.enumerate()))


@contextmanager
def faulty(root: Path, rate: float = 60.0) -> Iterator[tuple[UvCamera, FaultyDevice]]:
    """A wanted camera whose device a test breaks."""
    ports = Ports(root)
    device = FaultyDevice(noisy(lambda: 100), rate)
    ports.plug(1, device)
    camera = UvCamera(lambda: CameraSource(1, ports.system), live_only=True)
    try:
        with wanted(camera):
            yield camera, device
            device.let_go()
    finally:
        device.let_go()


def jpeg(level: int) -> bytes:
    encoded, content = cv2.imencode(".jpg", np.full((48, 64, 3), level, np.uint8))
    assert encoded
    return content.tobytes()


def video(folder: Path) -> Path:
    path = folder / "uv.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 30.0, (64, 48))
    paint = noisy(lambda: 90, 64, 48)
    for number in range(9):
        writer.write(paint(number))
    writer.release()
    return path


def test_nothing_is_chosen_by_default() -> None:
    assert uv_camera_for("", live_only=True) is None
    assert uv_camera_for("  ", live_only=True) is None


def test_nothing_is_opened_before_it_is_wanted(tmp_path: Path) -> None:
    camera = uv_camera_for(str(tmp_path / "nothing"), live_only=False)
    assert camera is not None
    assert not camera.ready
    assert camera.problem == ""
    with pytest.raises(UvCameraError, match="not ready"):
        camera.watch(1.0, 0.0)
    camera.close()


def test_a_video_serves_again_and_again(tmp_path: Path) -> None:
    with wanted(uv_camera_for(str(video(tmp_path)), live_only=False)) as camera:
        wait_until(lambda: camera.ready)
        watch = camera.watch(1.0, 0.1)
        time.sleep(0.5)
        assert camera.ready
        assert watch.lost == ""
        assert len(watch.moments()) > 3
        assert watch.info.kind is SourceKind.VIDEO


def test_a_recording_never_serves_a_real_lamp(tmp_path: Path) -> None:
    with wanted(uv_camera_for(str(video(tmp_path)), live_only=True)) as camera:
        wait_until(lambda: "no live picture" in camera.problem)
        assert not camera.ready


def test_a_still_picture_never_serves(tmp_path: Path) -> None:
    Image.new("RGB", (64, 48), (90, 90, 90)).save(tmp_path / "still.png")
    with wanted(uv_camera_for(str(tmp_path), live_only=False)) as camera:
        wait_until(lambda: "the same picture again" in camera.problem)
        assert not camera.ready


def test_a_stream_that_stands_still_never_serves() -> None:
    with (
        mjpeg_server(jpeg(90)) as address,
        wanted(uv_camera_for(address, live_only=True)) as camera,
    ):
        wait_until(lambda: "the same picture again" in camera.problem)
        with pytest.raises(UvCameraError, match="the same picture again"):
            camera.watch(1.0, 0.0)


def test_a_dark_stream_serves_because_light_is_still_to_come() -> None:
    with mjpeg_server(jpeg(0)) as address, wanted(uv_camera_for(address, live_only=True)) as camera:
        wait_until(lambda: camera.ready)
        time.sleep(1.2)
        assert camera.ready


def test_a_name_that_means_nothing_is_a_sentence() -> None:
    with wanted(uv_camera_for("no such camera", live_only=True)) as camera:
        wait_until(lambda: "not a source that can be found" in camera.problem)
        assert not camera.ready


def test_a_source_that_breaks_inside_is_a_sentence(caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> FrameSource:
        raise RuntimeError("inside")

    with wanted(UvCamera(broken, live_only=True)) as camera:
        wait_until(lambda: "failed inside the program" in camera.problem)
        assert not camera.ready
    assert "the UV camera failed" in caplog.text


def test_a_camera_that_goes_and_comes_back(tmp_path: Path) -> None:
    with faulty(tmp_path) as (camera, device):
        wait_until(lambda: camera.ready)
        watch = camera.watch(1.0, 0.0)
        device.plugged = False
        wait_until(lambda: not camera.ready)
        wait_until(lambda: watch.lost != "")
        assert "Check its cable" in camera.problem
        device.plugged = True
        wait_until(lambda: camera.ready)
        assert camera.problem == ""
        # The exposure that lost it does not get it back.
        assert watch.lost != ""


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (lambda device: setattr(device, "hangs", True), "stopped sending"),
        (lambda device: setattr(device, "frozen", True), "the same picture again"),
        (lambda device: setattr(device, "crashes", True), "Check its cable"),
    ],
)
def test_a_camera_that_fails_while_it_is_watched_is_lost(
    tmp_path: Path, fault: Callable[[FaultyDevice], None], words: str
) -> None:
    with faulty(tmp_path) as (camera, device):
        wait_until(lambda: camera.ready)
        watch = camera.watch(1.0, 0.0)
        assert watch.lost == ""
        fault(device)
        wait_until(lambda: words in watch.lost, 2.5)
        assert not camera.ready
        with pytest.raises(UvCameraError):
            camera.watch(1.0, 0.0)


class NeverOpens:
    """A source that hangs where no source may: in `open`, and in `close` as well."""

    def __init__(self) -> None:
        self.released = threading.Event()

    def open(self) -> SourceInfo:
        """Hang."""
        self.released.wait(30.0)
        raise SourceError("It never opened.")

    def read(self) -> Frame | None:
        """Never called."""
        return None

    def close(self) -> None:
        """Hang."""
        self.released.wait(30.0)


def test_a_source_that_hangs_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faceqa_gui.uv.uv_camera.ANSWER_SECONDS", 0.2)
    made: list[NeverOpens] = []

    def make() -> NeverOpens:
        made.append(NeverOpens())
        return made[-1]

    with wanted(UvCamera(make, live_only=False)) as camera:
        wait_until(lambda: "does not answer" in camera.problem)
        began = time.monotonic()
        for _ in range(100):
            camera.want()
            assert not camera.ready
            with pytest.raises(UvCameraError, match="does not answer"):
                camera.watch(1.0, 0.0)
        camera.close(0.1)
        assert time.monotonic() - began < 1.0
        assert len(made) == 1
        made[0].released.set()


class Dark:
    """A camera behind a filter: black pictures that reach the program late, until it falls silent.

    It knows no limit of its own for silence.
    """

    def __init__(self, *, late_seconds: float = 0.0, silent: threading.Event | None = None) -> None:
        self._late_seconds = late_seconds
        self._silent = silent
        self._closed = threading.Event()

    def open(self) -> SourceInfo:
        """Ready at once."""
        return INFO

    def read(self) -> Frame | None:
        """The next picture."""
        if self._silent is not None and self._silent.is_set():
            self._closed.wait(30.0)
        if self._closed.wait(PERIOD):
            return None
        at = time.monotonic() - self._late_seconds
        return Frame(np.zeros((8, 8, 3), np.uint8), 0, at, "dark")

    def close(self) -> None:
        """End a waiting read."""
        self._closed.set()


def test_a_dark_camera_that_falls_silent_is_lost() -> None:
    silent = threading.Event()
    with wanted(UvCamera(lambda: Dark(silent=silent), live_only=True)) as camera:
        wait_until(lambda: camera.ready)
        watch = camera.watch(1.0, 0.0)
        assert watch.lost == ""
        silent.set()
        wait_until(lambda: "stopped sending" in watch.lost)
        assert not camera.ready


def test_a_camera_whose_pictures_come_late_never_serves() -> None:
    with wanted(UvCamera(lambda: Dark(late_seconds=2.0), live_only=True)) as camera:
        wait_until(lambda: "stopped sending" in camera.problem)
        time.sleep(0.3)
        assert not camera.ready


def test_a_closed_camera_stays_closed(tmp_path: Path) -> None:
    with faulty(tmp_path) as (camera, device):
        wait_until(lambda: camera.ready)
        camera.close(2.0)
        openings = device.openings
        time.sleep(0.1)
        assert device.openings == openings
        assert not camera.ready


def test_a_camera_too_slow_for_the_exposure_is_refused(tmp_path: Path) -> None:
    with faulty(tmp_path, rate=5.0) as (camera, _):
        wait_until(lambda: camera.ready)
        with pytest.raises(UvError, match=r"too seldom for an exposure of 0\.4 s"):
            camera.watch(0.4, 0.1)
        camera.watch(1.0, 0.1)


# What is kept during an exposure


def sights(levels: list[int]) -> list[Sight]:
    """Thirty pictures a second, from 10 s on."""
    found: list[Sight] = []
    for number, level in enumerate(levels):
        pixels = np.full((20, 20, 3), level, np.uint8)
        pixels[0, :2, 0] = divmod(number + 1, 256)
        frame = Frame(pixels, number, 10.0 + number * PERIOD, "uv")
        found.append(Sight.after(found[-1] if found else None, frame))
    return found


def watch_of(seen: list[Sight]) -> UvWatch:
    before = Sight.after(None, Frame(np.zeros((20, 20, 3), np.uint8), 0, 9.9, "uv"))
    watch = UvWatch(INFO, before, PERIOD, lambda: "")
    for sight in seen:
        watch.add(sight)
    return watch


@given(st.lists(st.sampled_from([0, 120, 255]), min_size=1, max_size=200))
def test_memory_is_bounded_and_a_sound_picture_is_never_lost(levels: list[int]) -> None:
    seen = sights(levels)
    watch = watch_of(seen)
    assert len(watch.moments()) <= KEPT_SIGHTS + 1
    end = seen[-1].frame.captured_at
    picture = watch.picture(9.0, end, 0.0)
    assert picture is not None
    sound = [sight for sight in seen if 32 <= int(sight.frame.pixels[1:].max()) < 250]
    assert (picture.failed == ()) == bool(sound)
    if sound:
        assert picture.frame is sound[-1].frame


@given(
    st.lists(st.sampled_from([0, 120, 255]), min_size=1, max_size=60),
    st.floats(10.0, 12.0),
    st.floats(0.0, 2.0),
    st.floats(0.0, 0.5),
)
def test_no_picture_is_from_before_the_rise_or_after_the_end(
    levels: list[int], lit_at: float, seconds: float, rise_seconds: float
) -> None:
    picture = watch_of(sights(levels)).picture(lit_at, lit_at + seconds, rise_seconds)
    if picture is not None:
        assert lit_at + rise_seconds + PERIOD <= picture.frame.captured_at <= lit_at + seconds


def test_what_comes_after_the_end_is_not_kept() -> None:
    seen = sights([120] * 5)
    watch = watch_of(seen[:3])
    watch.end()
    watch.add(seen[3])
    assert len(watch.moments()) == 3


def test_of_the_visible_frames_those_near_to_a_uv_frame_stay() -> None:
    levels = [120, *[0] * 100]
    seen = sights(levels)
    watch = watch_of([])
    shown = [
        Frame(np.full((8, 8, 3), number, np.uint8), number, 10.005 + number * PERIOD, "visible")
        for number in range(len(seen))
    ]
    look = SecondLook(watch, shown[0])
    for sight, frame in zip(seen, shown, strict=True):
        watch.add(sight)
        look.see(frame)
    look.end()
    look.see(shown[0])
    result = look.result(9.0, 20.0, 0.0)
    taken = result.record.taken
    assert taken is not None
    # The only sound picture came first, a hundred frames ago.
    assert taken.sequence == 0
    assert taken.visible_sequence == 0
    assert taken.offset_seconds == pytest.approx(-0.005)
    assert set(result.files) == {"uv.png", "uv_registered.png", "uv_visible.png"}
