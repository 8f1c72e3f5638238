"""`CameraSource` and `list_cameras`: cameras that are plugged into this computer."""

import errno
import math
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.live_source import LiveSource
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.frames.source import SourceInfo, SourceKind

_WIDTH = 1280
_HEIGHT = 720
_USUAL_RATE = 30.0
_HIGHEST_RATE = 240.0
_OPEN_SECONDS = 10.0
_SILENCE_SECONDS = 2.0
_PROBED_CAMERAS = 4
_ON_LINUX = sys.platform.startswith("linux")
_SYSTEM_LIST = Path("/sys/class/video4linux")
_STABLE_LINKS = Path("/dev/v4l/by-id")
_DEVICES = Path("/dev")


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera that is plugged in.

    Attributes:
        index: its number now; another plug or a restart may change it.
        name: what the device calls itself.
        stable_path: a path that stays with the device, or "" where the system gives none.
    """

    index: int
    name: str
    stable_path: str


def list_cameras() -> list[Camera]:
    """The cameras of this computer by index.

    Linux lists them without opening them. Elsewhere the first few numbers are tried, which may
    make the camera's lamp blink.
    """
    if _ON_LINUX:
        return cameras_in(_SYSTEM_LIST, _STABLE_LINKS)
    return [
        Camera(index, f"Camera {index}", "") for index in range(_PROBED_CAMERAS) if _opens(index)
    ]


def cameras_in(system_list: Path, stable_links: Path) -> list[Camera]:
    """The cameras that Linux lists.

    Args:
        system_list: folder with one folder `videoN` per device, each holding `name` and `index`.
        stable_links: folder of symbolic links whose names stay with the device.
    """
    stable: dict[str, str] = {}
    if stable_links.is_dir():
        for link in sorted(stable_links.iterdir(), reverse=True):
            stable[link.resolve().name] = str(link)
    cameras = []
    for folder in system_list.glob("video*"):
        number = folder.name.removeprefix("video")
        # A webcam's further nodes carry metadata, not pictures.
        if number.isdecimal() and _text(folder / "index") in {"", "0"}:
            name = _text(folder / "name") or f"Camera {number}"
            cameras.append(Camera(int(number), name, stable.get(folder.name, "")))
    return sorted(cameras, key=lambda camera: camera.index)


class CameraSource(LiveSource):
    """A camera of this computer, asked for 1280×720 pictures."""

    def __init__(self, device: int | str) -> None:
        """Choose a camera.

        Args:
            device: an index, a name from `list_cameras`, or a device path such as
                `/dev/v4l/by-id/usb-…`, which stays right when indices change.
        """
        self._device = device
        name = f"Camera {device}" if isinstance(device, int) else f"Camera {Path(device).name}"
        super().__init__(name, open_seconds=_OPEN_SECONDS, silence_seconds=_SILENCE_SECONDS)

    def _connect(self) -> cv2.VideoCapture:
        device = self._located()
        if isinstance(device, Path):
            self._check_access(device)
            capture = cv2.VideoCapture(str(device), cv2.CAP_V4L2)
        else:
            capture = cv2.VideoCapture(device, cv2.CAP_ANY)
        if not capture.isOpened():
            capture.release()
            raise self._no_picture()
        # Raw video at this size fills a USB 2 line at 10 frames a second; MJPEG does not.
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, _WIDTH)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, _HEIGHT)
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        return capture

    def _located(self) -> int | Path:
        """The device to open now: a device file on Linux, an index elsewhere."""
        if isinstance(self._device, str) and Path(self._device).is_absolute():
            return Path(self._device).resolve()
        if isinstance(self._device, str):
            index = camera_named(self._device, list_cameras()).index
        else:
            index = self._device
        return _DEVICES / f"video{index}" if _ON_LINUX else index

    def _check_access(self, device: Path) -> None:
        try:
            os.close(os.open(device, os.O_RDWR | os.O_NONBLOCK))
        except OSError as error:
            raise self._refused(error) from error

    def _refused(self, error: OSError) -> SourceError:
        if error.errno in {errno.ENOENT, errno.ENODEV, errno.ENXIO}:
            return SourceError(
                f"{self.name} is not there. Plug it in, or choose another source "
                "such as a video file or the demo."
            )
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
        return SourceInfo(self.name, SourceKind.CAMERA, width, height, rate)

    def _no_picture(self) -> SourceError:
        return SourceError(
            f"{self.name} delivers no picture; another program may be using it, or access is "
            "denied. Close other camera programs and check the system's camera permission."
        )

    def _lost(self) -> SourceError:
        return SourceError(f"{self.name} stopped sending pictures. Check its cable.")


def camera_named(name: str, cameras: list[Camera]) -> Camera:
    """The one camera whose name is `name`, letters' case aside.

    Raises:
        SourceError: no camera, or more than one, has that name.
    """
    found = [camera for camera in cameras if camera.name.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        choices = ", ".join(camera.stable_path or str(camera.index) for camera in found)
        raise SourceError(f"More than one camera is called {name}. Choose one of: {choices}.")
    names = ", ".join(f"{camera.index} ({camera.name})" for camera in cameras) or "none"
    raise SourceError(f"No camera is called {name}. Cameras found: {names}.")


def _opens(index: int) -> bool:
    capture = cv2.VideoCapture(index, cv2.CAP_ANY)
    try:
        return bool(capture.isOpened())
    finally:
        capture.release()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
