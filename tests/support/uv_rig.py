"""A station with the real clock, a face in front of it, and a second camera that a test breaks."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.errors import SourceError
from faceqa_gui.frames.camera import CameraSource
from faceqa_gui.frames.source import FrameSource, SourceInfo, SourceKind
from faceqa_gui.records.record import CaptureRecord
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import Settings
from faceqa_gui.station import Station
from faceqa_gui.station_state import StationState
from faceqa_gui.uv.device import UvDevice, UvStatus
from faceqa_gui.uv.simulated import SimulatedUv
from support.analytic import model_with
from support.faulty_source import FaultyDevice, Painter, Ports
from support.scripted import ScriptedEyes, ScriptedRuntime, scripted_frame
from support.station_bench import SETTINGS

PATIENCE_SECONDS = 20.0
UV_NAME = "the second camera"
_STEP_SECONDS = 1 / 60


def wait_until(happened: Callable[[], object], seconds: float = PATIENCE_SECONDS) -> None:
    """Fail if it has not happened in time."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "this never came"
        time.sleep(0.002)


def uv_settings(camera: str = UV_NAME, exposure_seconds: float = 0.4) -> Settings:
    """Scripted settings with a second camera, and a gate that needs little time."""
    uv = SETTINGS.uv.model_copy(update={"camera": camera, "exposure_seconds": exposure_seconds})
    gate = SETTINGS.gate.model_copy(
        update={"window_frames": 3, "needed_frames": 3, "dwell_seconds": 0.05}
    )
    return SETTINGS.model_copy(update={"uv": uv, "gate": gate})


def noisy(level: Callable[[], int], width: int = 120, height: int = 60) -> Painter:
    """Pictures of a level that may change, with the noise of a sensor."""
    noise = np.random.default_rng(1).integers(-3, 4, (height, width, 3))

    def paint(number: int) -> np.ndarray:
        picture = np.clip(level() + np.roll(noise, number, (0, 1)), 0, 255).astype(np.uint8)
        picture[0, 0] = (*divmod(number % 65536, 256), 0)
        return picture

    return paint


class UvRig:
    """Frames are judged by a thread of the rig; the captures run on the test's."""

    def __init__(
        self, root: Path, settings: Settings | None = None, lamp: UvDevice | None = None
    ) -> None:
        self.ports = Ports(root / "computer")
        self.lamp = lamp or SimulatedUv()
        self.uv = FaultyDevice(noisy(self.level))
        self.ports.plug(1, self.uv)
        self.store = CaptureStore(root / "captures", minimum_free_bytes=0)
        self.station = Station(
            settings or uv_settings(),
            device=self.lamp,
            store=self.store,
            uv_source=self._source if settings is None else None,
        )
        self.station.attach(model_with(ScriptedRuntime()), ScriptedEyes())
        self.station.open_source(SourceInfo("script", SourceKind.CAMERA, 64, 64, 60.0))
        self.light = Light.AMBER
        self._stop = threading.Event()
        self._feeder = threading.Thread(target=self._feed, name="face")
        self._feeder.start()

    def level(self) -> int:
        """Behind its filter the camera sees UV light alone."""
        return 130 if self.lamp.status() is UvStatus.EXPOSING else 4

    def _source(self, name: str) -> FrameSource:
        if name != UV_NAME:
            raise SourceError("There is no such camera. Choose another one.")
        return CameraSource(1, self.ports.system)

    def _feed(self) -> None:
        sequence = 0
        while not self._stop.wait(_STEP_SECONDS):
            self.station.judge(scripted_frame(self.light, sequence, time.monotonic()))
            sequence += 1

    @property
    def state(self) -> StationState:
        """What a window would show now."""
        return self.station.state()

    def explain(self) -> None:
        """Run the explanation of the face, as the explainer thread does."""
        end = time.monotonic() + PATIENCE_SECONDS
        while (taken := self.station.next_explanation()) is None:
            assert time.monotonic() < end, "no explanation is wanted"
            time.sleep(0.002)
        request, job = taken
        try:
            while True:
                next(job)
        except StopIteration as finished:
            self.station.finish_explanation(request, finished.value)

    def close_eyes(self) -> None:
        """All but the UV camera is there."""
        self.explain()
        self.light = Light.GREEN
        wait_until(lambda: self.state.light is Light.GREEN)

    def make_permitted(self) -> None:
        """A permission is held."""
        self.close_eyes()
        wait_until(lambda: self.state.permitted)

    def press(self) -> None:
        """Press until the press counts: a newer frame may just have taken the permission along."""
        wait_until(self.station.press)

    def capture(self) -> CaptureRecord:
        """Press, expose and store; the newest record."""
        self.press()
        self.station.run_capture()
        return self.record()

    def record(self) -> CaptureRecord:
        """The only record; its files are whole."""
        (stored,) = self.store.captures()
        assert self.store.verify(stored.identifier) == []
        return self.store.load(stored.identifier)

    def stop(self) -> None:
        """End the frames."""
        self._stop.set()
        self._feeder.join()


@contextmanager
def uv_rig(
    root: Path, settings: Settings | None = None, lamp: UvDevice | None = None
) -> Iterator[UvRig]:
    """A running rig; afterwards its threads have ended and the UV camera is closed.

    Args:
        root: where its store and its computer lie.
        settings: with the source of a UV camera; None for one that the rig breaks.
        lamp: None for the simulated one.
    """
    rig = UvRig(root, settings, lamp)
    try:
        yield rig
    finally:
        rig.stop()
        rig.uv.let_go()
        rig.station.close()
        wait_until(lambda: not any(t.name.startswith("UV camera") for t in threading.enumerate()))
