"""`CameraSource`: a camera that is plugged into this computer, and never silently another one."""

import errno
import math
import os
import threading
from pathlib import Path

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.camera_list import (
    THIS_COMPUTER,
    Camera,
    CameraSystem,
    camera_named,
    choices_in,
)
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.live_source import LiveSource
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.frames.source import SourceInfo, SourceKind

_WIDTH = 1280
_HEIGHT = 720
_USUAL_RATE = 30.0
_HIGHEST_RATE = 240.0
_OPEN_SECONDS = 10.0
_SILENCE_SECONDS = 1.0


class CameraSource(LiveSource):
    """A camera of this computer, asked for 1280×720 pictures.

    From its first opening on it is that one device. After a loss it is looked for again, under
    whatever number it then has; if it is not found for certain the operator is asked.
    """

    def __init__(self, device: int | str, system: CameraSystem = THIS_COMPUTER) -> None:
        """Choose a camera.

        Args:
            device: an index, a name from `list_cameras`, or a device path such as
                `/dev/v4l/by-id/usb-…`, which stays right when indices change.
            system: where cameras are listed and opened.
        """
        self._device = device
        self._system = system
        self._memory = threading.Lock()
        self._camera: Camera | None = None
        self._numbered: int | None = None
        name = f"Camera {device}" if isinstance(device, int) else f"Camera {Path(device).name}"
        super().__init__(name, open_seconds=_OPEN_SECONDS, silence_seconds=_SILENCE_SECONDS)

    def _connect(self) -> cv2.VideoCapture:
        found = self._located()
        place = self._system.device_file(found) if isinstance(found, Camera) else found
        if isinstance(place, Path):
            self._check_access(place)
        capture = self._system.connect(place)
        if not capture.isOpened():
            capture.release()
            raise self._no_picture()
        self._remember(found)
        # Raw video at this size fills a USB 2 line at 10 frames a second; MJPEG does not.
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, _WIDTH)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, _HEIGHT)
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        return capture

    def _located(self) -> Camera | Path | int:
        """What to open now: a listed camera, a file that no list tells of, or a number."""
        with self._memory:
            known, numbered = self._camera, self._numbered
        if numbered is not None:
            raise SourceError(
                f"{self.name} was lost, and this system does not tell whether it is still the "
                "same camera. Choose the camera again."
            )
        cameras = self._system.cameras() if self._system.listing is not None else []
        if known is not None:
            return self._found_again(known, cameras)
        if isinstance(self._device, str) and Path(self._device).is_absolute():
            place = Path(self._device).resolve()
            return next((one for one in cameras if self._is_at(one, place)), place)
        if isinstance(self._device, str):
            chosen = camera_named(self._device, self._system.cameras())
            return chosen if self._system.listing is not None else chosen.index
        if self._system.listing is None:
            return self._device
        listed = next((one for one in cameras if one.index == self._device), None)
        return listed or self._system.devices / f"video{self._device}"

    def _found_again(self, known: Camera, cameras: list[Camera]) -> Camera:
        """The device that was opened before, wherever it is now.

        Raises:
            SourceError: it is not there for certain; the sentence names the choices.
        """
        again = next((one for one in cameras if one.is_same_device(known)), None)
        if again is not None:
            return again
        if not cameras:
            raise self._absent()
        raise SourceError(
            f"{self.name} ({known.name}) is not there any more, and another camera is not used "
            f"without being asked. Plug it in where it was, or choose one: {choices_in(cameras)}."
        )

    def _is_at(self, camera: Camera, place: Path) -> bool:
        return self._system.device_file(camera).resolve() == place

    def _remember(self, found: Camera | Path | int) -> None:
        """From now on this source is that device; the first one to be opened counts."""
        with self._memory:
            if isinstance(found, Camera):
                self._camera = self._camera or found
            elif isinstance(found, int):
                self._numbered = found

    def _check_access(self, device: Path) -> None:
        try:
            os.close(os.open(device, os.O_RDWR | os.O_NONBLOCK))
        except OSError as error:
            raise self._refused(error) from error

    def _refused(self, error: OSError) -> SourceError:
        if error.errno in {errno.ENOENT, errno.ENODEV, errno.ENXIO}:
            return self._absent()
        if error.errno in {errno.EACCES, errno.EPERM}:
            return SourceError(
                f"{self.name} may not be used: permission denied. Add your account to the "
                "group “video” and log in again."
            )
        if error.errno == errno.EBUSY:
            return self._no_picture()
        return SourceError(
            f"{self.name} cannot be opened ({error.strerror}). Plug it in again or choose another."
        )

    def _describe(self, capture: cv2.VideoCapture, first: Pixels) -> SourceInfo:
        rate = capture.get(cv2.CAP_PROP_FPS)
        if not math.isfinite(rate) or not 0.0 < rate <= _HIGHEST_RATE:
            rate = _USUAL_RATE
        height, width = first.shape[:2]
        with self._memory:
            camera = self._camera
        if camera is None or not camera.virtual:
            return SourceInfo(self.name, SourceKind.CAMERA, width, height, rate)
        warning = (
            f"{self.name} ({camera.name}) is a virtual camera: a program makes its picture, which "
            "may be a recording. It never counts as a live person. Choose a real camera."
        )
        return SourceInfo(self.name, SourceKind.VIRTUAL, width, height, rate, warning)

    def _absent(self) -> SourceError:
        return SourceError(
            f"{self.name} is not there. Plug it in, or choose another source "
            "such as a video file or the demo."
        )

    def _no_picture(self) -> SourceError:
        return SourceError(
            f"{self.name} delivers no picture; another program may be using it, or access is "
            "denied. Close other camera programs and check the system's camera permission."
        )

    def _lost(self) -> SourceError:
        return SourceError(f"{self.name} stopped sending pictures. Check its cable.")
