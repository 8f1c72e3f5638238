"""A station with its real threads, fed by the program's own camera source from a faulty device."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.frames.camera import CameraSource
from faceqa_gui.frames.latest import LatestFrame
from faceqa_gui.frames.source import FrameSource
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import UvSettings
from faceqa_gui.station import Station
from faceqa_gui.station_state import StationState
from faceqa_gui.uv.device import UvDevice
from faceqa_gui.uv.simulated import SimulatedUv
from faceqa_gui.workers.assessor_thread import AssessorThread
from faceqa_gui.workers.capture_thread import CaptureThread
from faceqa_gui.workers.explainer_thread import ExplainerThread
from faceqa_gui.workers.frame_thread import FrameThread
from support import station_bench
from support.analytic import model_with
from support.faulty_source import FaultyDevice, Ports, scripted
from support.scripted import ScriptedEyes, ScriptedRuntime

SETTINGS = station_bench.SETTINGS.model_copy(update={"uv": UvSettings(exposure_seconds=5.0)})
PATIENCE_SECONDS = 20.0


class CameraRig:
    """Camera 0 of a computer, and everything behind it up to the lamp."""

    def __init__(self, root: Path, *, source: FrameSource | None, lamp: UvDevice | None) -> None:
        self.ports = Ports(root)
        self.device = FaultyDevice(scripted(Light.AMBER))
        if source is None:
            self.ports.plug(0, self.device)
        self.source = source or CameraSource(0, self.ports.system)
        self.lamp = lamp or SimulatedUv()
        self.store = CaptureStore(root / "captures", minimum_free_bytes=0)
        self.station = Station(SETTINGS, device=self.lamp, store=self.store)
        self.station.attach(model_with(ScriptedRuntime()), ScriptedEyes())
        self.newest = LatestFrame()
        self.reader = FrameThread(self.station, self.source, self.newest, reconnects=True)
        self.capturer = CaptureThread(self.station)
        self.threads = (
            self.reader,
            AssessorThread(self.station, self.newest),
            ExplainerThread(self.station),
            self.capturer,
        )

    @property
    def state(self) -> StationState:
        """What a window would show now."""
        return self.station.state()

    def wait(
        self, happened: Callable[[StationState], bool], seconds: float = PATIENCE_SECONDS
    ) -> StationState:
        """The first state in which `happened`; fails after `seconds`."""
        end = time.monotonic() + seconds
        while not happened(state := self.state):
            assert time.monotonic() < end, f"this never came; the last state was {state}"
            time.sleep(0.005)
        return state

    def make_permitted(self) -> None:
        """Open eyes, an explanation, closed eyes: UV light is permitted."""
        self.device.paint = scripted(Light.AMBER)
        self.wait(lambda state: state.explanation_valid)
        self.device.paint = scripted(Light.GREEN)
        self.wait(lambda state: state.permitted)

    def make_exposing(self) -> None:
        """A capture with a lit lamp, which would last for 5 s."""
        self.make_permitted()
        self.wait(lambda _: self.capturer.press())
        self.wait(lambda _: self.lamp.status() == "exposing")


@contextmanager
def camera_rig(
    root: Path, *, source: FrameSource | None = None, lamp: UvDevice | None = None
) -> Iterator[CameraRig]:
    """A running rig; every thread has ended afterwards."""
    rig = CameraRig(root, source=source, lamp=lamp)
    for thread in rig.threads:
        thread.start()
    try:
        yield rig
    finally:
        for thread in rig.threads:
            thread.stop()
        rig.newest.close()
        ended = [thread.wait(5000) for thread in rig.threads]
        rig.device.let_go()
        rig.station.close()
        assert all(ended)
