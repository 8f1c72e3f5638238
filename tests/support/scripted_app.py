"""The real program in front of a scripted camera, with scripted perception behind it."""

import threading
import time

from faceqa_gui.app import StationApp
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.eyes.eye_state import EyeDetector
from faceqa_gui.frames.frame import Frame
from faceqa_gui.frames.pace import Pace
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.quality.model import QualityModel
from support.analytic import model_with
from support.scripted import SIDE, ScriptedEyes, ScriptedRuntime, scripted_frame

_RATE = 30.0


class ScriptedCamera:
    """Shows `light` at 30 frames a second; keeps the `FrameSource` protocol."""

    def __init__(self) -> None:
        self.light = Light.AMBER
        self._pace = Pace(_RATE)
        self._sequence = 0
        self._closed = threading.Event()

    def open(self) -> SourceInfo:
        """Say that it is a camera."""
        return SourceInfo("script", SourceKind.CAMERA, SIDE, SIDE, _RATE)

    def read(self) -> Frame | None:
        """The next frame."""
        if not self._pace.wait(self._closed):
            return None
        self._sequence += 1
        return scripted_frame(self.light, self._sequence, time.monotonic())

    def close(self) -> None:
        """End a waiting read."""
        self._closed.set()


class ScriptedApp(StationApp):
    """Everything is real but what is seen in a picture."""

    def _load(self) -> tuple[QualityModel, EyeDetector]:
        return model_with(ScriptedRuntime()), ScriptedEyes()
