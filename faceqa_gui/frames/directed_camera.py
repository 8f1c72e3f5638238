"""`DirectedCamera`: a camera that shows what it is told to, and can be unplugged."""

import threading
import time
from bisect import bisect_right
from operator import itemgetter
from typing import cast

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.frames.camera import CameraSource
from faceqa_gui.frames.demo_motion import Motion
from faceqa_gui.frames.demo_subject import NAME
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.frames.pace import Pace
from faceqa_gui.frames.source import SourceInfo, SourceKind


class DirectedCamera(CameraSource):
    """Walks the road of a real camera: it is read by a thread, lost, and opened again."""

    def __init__(self, picture: Pixels, label: str, frames_per_second: float = 30.0) -> None:
        """Plug it in.

        Args:
            picture: what it sees first; RGB uint8, H×W×3, of the size of all later ones.
            label: what that shows.
            frames_per_second: rate in Hz, > 0.
        """
        super().__init__("demo")
        self._rate = frames_per_second
        self._motion = Motion(picture.shape[1], picture.shape[0])
        self._lock = threading.Lock()
        self._shown = [(time.monotonic(), label)]
        self._taken: list[tuple[float, str]] = []
        self._picture = picture
        self._plugged = True

    def show(self, picture: Pixels, label: str) -> None:
        """See another picture from the next frame on."""
        with self._lock:
            self._picture = picture
            self._shown.append((time.monotonic(), label))

    def labels_within(self, begin: float, end: float) -> frozenset[str]:
        """What was seen at any moment from `begin` to `end` (monotonic seconds)."""
        with self._lock:
            shown = list(self._shown)
        until = [at for at, _ in shown[1:]] + [float("inf")]
        return frozenset(
            label
            for (since, label), over in zip(shown, until, strict=True)
            if since <= end and over >= begin
        )

    def label_of(self, captured_at: float) -> str:
        """What the frame shows that was read at `captured_at` (monotonic seconds)."""
        with self._lock:
            return self._taken[bisect_right(self._taken, captured_at, key=itemgetter(0)) - 1][1]

    def unplug(self) -> None:
        """Deliver nothing more until `plug`."""
        with self._lock:
            self._plugged = False

    def plug(self) -> None:
        """Be there again; the station opens it by itself."""
        with self._lock:
            self._plugged = True

    def _connect(self) -> cv2.VideoCapture:
        with self._lock:
            if not self._plugged:
                raise self._absent()
        return cast("cv2.VideoCapture", _Device(self))

    def _describe(self, capture: cv2.VideoCapture, first: Pixels) -> SourceInfo:
        height, width = first.shape[:2]
        return SourceInfo(
            NAME, SourceKind.DEMONSTRATION, width, height, capture.get(cv2.CAP_PROP_FPS)
        )

    @property
    def rate(self) -> float:
        """Frames per second."""
        return self._rate

    def next_picture(self, number: int) -> NDArray[np.uint8] | None:
        """Frame `number` of this opening, BGR; None while it is unplugged."""
        with self._lock:
            if not self._plugged:
                return None
            picture = self._picture
            self._taken.append((time.monotonic(), self._shown[-1][1]))
        moved = self._motion.moved(picture, number, number / self._rate)
        return np.ascontiguousarray(moved[:, :, ::-1])


class _Device:
    """The part of `cv2.VideoCapture` that a live source uses."""

    def __init__(self, camera: DirectedCamera) -> None:
        self._camera = camera
        self._pace = Pace(camera.rate)
        self._released = threading.Event()
        self._number = 0

    def read(self) -> tuple[bool, NDArray[np.uint8] | None]:
        """The next picture, BGR, in its time."""
        due = self._pace.wait(self._released)
        picture = self._camera.next_picture(self._number) if due else None
        self._number += 1
        return picture is not None, picture

    def get(self, _name: int) -> float:
        """The rate in Hz: all that is asked for."""
        return self._camera.rate

    def set(self, _name: int, _value: float) -> bool:
        """No property can be changed."""
        return False

    def release(self) -> None:
        """Stop waiting."""
        self._released.set()
