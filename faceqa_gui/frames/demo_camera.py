"""`DemoCamera`: the demo subject on the road of a real camera, which is unplugged now and then."""

import threading
import weakref
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.frames.camera import CameraSource
from faceqa_gui.frames.camera_trouble import CameraError
from faceqa_gui.frames.demo_subject import NAME, DemoSubject
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.frames.source import SourceInfo, SourceKind


class DemoCamera(CameraSource):
    """A camera whose device is the demo subject, for trials of everything behind a camera.

    It is read by a reader thread, is lost, and is opened again as a camera is. It counts the
    pictures that anybody in the program still holds.
    """

    def __init__(self, frames_per_second: float, *, loss_seconds: float = 0.0) -> None:
        """Describe the camera.

        Args:
            frames_per_second: rate in Hz, > 0.
            loss_seconds: it is unplugged after so many seconds of pictures, each time; 0 for never.
        """
        super().__init__("demo")
        self._demo = DemoSubject(frames_per_second)
        self._pictures_to_loss = round(loss_seconds * frames_per_second)
        # A picture may be forgotten in the middle of counting, by the thread that counts.
        self._census = threading.RLock()
        self._alive = 0
        self.most_alive = 0
        self.delivered = 0
        self.losses = 0

    @property
    def alive(self) -> int:
        """How many of its pictures are held anywhere in the program now."""
        with self._census:
            return self._alive

    def _connect(self) -> cv2.VideoCapture:
        self._demo.open()
        return cast("cv2.VideoCapture", _DemoDevice(self._demo, self._pictures_to_loss))

    def _describe(self, capture: cv2.VideoCapture, first: Pixels) -> SourceInfo:
        height, width = first.shape[:2]
        rate = capture.get(cv2.CAP_PROP_FPS)
        return SourceInfo(NAME, SourceKind.DEMONSTRATION, width, height, rate)

    def _lost(self) -> CameraError:
        self.losses += 1
        return super()._lost()

    def _converted(self, picture: NDArray[Any]) -> Pixels:
        pixels = super()._converted(picture)
        weakref.finalize(pixels, self._forget).atexit = False
        with self._census:
            self.delivered += 1
            self._alive += 1
            self.most_alive = max(self.most_alive, self._alive)
        return pixels

    def _forget(self) -> None:
        with self._census:
            self._alive -= 1


class _DemoDevice:
    """The part of `cv2.VideoCapture` that a live source uses."""

    def __init__(self, demo: DemoSubject, pictures: int) -> None:
        self._demo = demo
        self._left = pictures or None

    def read(self) -> tuple[bool, NDArray[np.uint8] | None]:
        """The next picture, BGR; none once the device is unplugged."""
        if self._left == 0:
            return False, None
        self._left = None if self._left is None else self._left - 1
        frame = self._demo.read()
        return (False, None) if frame is None else (True, frame.pixels[:, :, ::-1].copy())

    def get(self, _name: int) -> float:
        """The rate in Hz: all that is asked for."""
        return self._demo.frames_per_second

    def release(self) -> None:
        """The demo stops."""
        self._demo.close()
