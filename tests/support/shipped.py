"""The shipped network and eye detector, and a station that judges with them by a turned clock."""

import functools
import itertools
from pathlib import Path

from faceqa_gui.assessment.assessment import Assessment, Light
from faceqa_gui.assessment.assessor import Assessor
from faceqa_gui.eyes.decision import default_eye_detector
from faceqa_gui.eyes.eye_state import EyeDetector
from faceqa_gui.frames.demo_subject import DemoSubject
from faceqa_gui.frames.frame import Frame, Pixels
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import Settings
from faceqa_gui.station import Station
from faceqa_gui.uv.simulated import SimulatedUv

STEP_SECONDS = 0.1


@functools.cache
def shipped_model() -> QualityModel:
    """The network that the station ships with."""
    return QualityModel.load()


@functools.cache
def shipped_eyes() -> EyeDetector:
    """The eye detector that the station ships with."""
    return default_eye_detector()


@functools.cache
def demo_scene(name: str) -> Pixels:
    """The first frame of the demo subject's scene: uint8, 720×1280×3, RGB."""
    demo = _demo_subject()
    # Half a minute of frames before it need not be painted.
    demo._sequence = next(n for n in itertools.count() if demo.scene_at(n) == name)
    frame = demo.read()
    assert frame is not None
    return frame.pixels


@functools.cache
def _demo_subject() -> DemoSubject:
    demo = DemoSubject(paced=False)
    demo.open()
    return demo


def assess(pixels: Pixels) -> Assessment:
    """What the station's assessor says of one picture."""
    assessor = Assessor(
        shipped_model(),
        shipped_eyes(),
        kind=SourceKind.CAMERA,
        good_threshold=shipped_model().good_threshold,
        frozen_seconds=Settings().gate.frozen_seconds,
        checks=Settings().checks,
    )
    return assessor.assess(Frame(pixels.copy(), 0, 0.0, "altered demo"))


class ShippedStation:
    """A station with the shipped perception, which sees one picture each tenth of a second."""

    def __init__(self, root: Path) -> None:
        self.now = 1000.0
        self.sequence = -1
        self.station = Station(
            Settings(),
            device=SimulatedUv(),
            store=CaptureStore(root / "captures", minimum_free_bytes=0),
            clock=lambda: self.now,
        )
        self.station.attach(shipped_model(), shipped_eyes())
        self.station.open_source(SourceInfo("altered demo", SourceKind.CAMERA, 1280, 720, 10.0))

    def show(self, pixels: Pixels) -> Light:
        """The light after one more picture."""
        self.sequence += 1
        self.now += STEP_SECONDS
        self.station.judge(Frame(pixels.copy(), self.sequence, self.now, "altered demo"))
        return self.station.state().light
