"""A camera that a test breaks, plugged into a computer that a test re-plugs.

`FaultyDevice` stands for the hardware and its driver behind `cv2.VideoCapture`; `Ports` stands for
the folders in which Linux lists cameras. The program's own `CameraSource` opens and reads them.
"""

import itertools
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.frames.camera_list import CameraSystem
from faceqa_gui.frames.opencv import cv2
from support.scripted import scripted_frame

Picture = NDArray[Any]
"""What OpenCV would deliver: BGR, or whatever a broken driver hands out."""

Painter = Callable[[int], Picture]
_LIMIT_SECONDS = 60.0


def scripted(light: Light) -> Painter:
    """Pictures that the scripted network and eyes read as `light`."""
    return lambda number: scripted_frame(light, number, 0.0).pixels[:, :, ::-1]


class FaultyDevice:
    """A camera whose faults are attributes; they take effect at the next picture.

    Attributes:
        paint: makes the picture of a number.
        rate: pictures per second.
        plugged: False: it delivers nothing and cannot be opened.
        opens: False: another program has it; it cannot be opened.
        frozen: it delivers the last picture again and again.
        ring: it delivers the last so many pictures in turn; 0 for none.
        hangs: a read does not return while it is set.
        hangs_in_open: likewise for opening.
        crashes: its calls raise OpenCV's own error.
        controls: what its driver can set, by OpenCV's number, and the present value.
        stubborn: controls that say that they took a value, and keep theirs.
    """

    def __init__(self, paint: Painter, rate: float = 30.0) -> None:
        self.paint = paint
        self.rate = rate
        self.plugged = True
        self.opens = True
        self.frozen = False
        self.ring = 0
        self.hangs = False
        self.hangs_in_open = False
        self.crashes = False
        self.controls: dict[int, float] = {}
        self.stubborn: set[int] = set()
        self.asked: list[tuple[int, float]] = []
        self.openings = 0
        self.delivered: list[Picture] = []
        self._numbers = itertools.count()
        self._released = threading.Event()

    def let_go(self) -> None:
        """End every hanging call, so that no thread outlives its test."""
        self.hangs = self.hangs_in_open = False
        self._released.set()

    def connect(self) -> "FaultyCapture":
        """What opening the device gives."""
        self.openings += 1
        if self.hangs_in_open:
            self._released.wait(_LIMIT_SECONDS)
        if self.crashes:
            raise cv2.error("the driver is broken")
        return FaultyCapture(self)

    def next_picture(self) -> tuple[bool, Picture | None]:
        """What a read gives, at the device's pace."""
        time.sleep(1.0 / self.rate)
        if self.hangs:
            self._released.wait(_LIMIT_SECONDS)
        if self.crashes:
            raise cv2.error("the driver is broken")
        if not self.plugged:
            return False, None
        if self.frozen and self.delivered:
            return True, self.delivered[-1].copy()
        picture = self.delivered[-self.ring] if self.ring else self.paint(next(self._numbers))
        self.delivered = [*self.delivered[-63:], picture]
        return True, picture.copy()


class FaultyCapture:
    """The part of `cv2.VideoCapture` that the program uses."""

    def __init__(self, device: FaultyDevice | None) -> None:
        self._device = device

    def isOpened(self) -> bool:  # noqa: N802  (OpenCV's name)
        """Whether the device could be opened."""
        return self._device is not None and self._device.plugged and self._device.opens

    def read(self) -> tuple[bool, Picture | None]:
        """The next picture."""
        return (False, None) if self._device is None else self._device.next_picture()

    def set(self, name: int, value: float) -> bool:
        """Settings are refused, as many cameras do, but those that the device has."""
        device = self._device
        if device is None:
            return False
        device.asked.append((name, value))
        if name not in device.controls:
            return False
        if name not in device.stubborn:
            device.controls[name] = value
        return True

    def get(self, name: int) -> float:
        """The nominal rate, or what a control stands at."""
        device = self._device
        if device is None:
            return 0.0
        return device.rate if name == cv2.CAP_PROP_FPS else device.controls.get(name, -1.0)

    def release(self) -> None:
        """Let the device go."""


class Ports:
    """Cameras that come and go, listed as Linux lists them."""

    def __init__(self, root: Path) -> None:
        """Make an empty list under `root`."""
        self._listing, self._links = root / "video4linux", root / "by-id"
        self._devices, self._places = root / "dev", root / "places"
        for folder in (self._listing, self._links, self._devices, self._places):
            folder.mkdir(parents=True)
        self._plugged: dict[Path, FaultyDevice] = {}
        self.system = CameraSystem(self._listing, self._links, self._devices, self._connect)

    def plug(
        self,
        index: int,
        device: FaultyDevice,
        *,
        name: str = "Desk camera",
        port: str = "1-1",
        serial: str = "",
    ) -> Path:
        """Plug `device` in; it is listed under `index`. Returns its device file."""
        place = self._places / port / f"{port}:1.0"
        place.mkdir(parents=True, exist_ok=True)
        if serial:
            (place.parent / "serial").write_text(f"{serial}\n")
        folder = self._listing / f"video{index}"
        folder.mkdir()
        (folder / "name").write_text(f"{name}\n")
        (folder / "index").write_text("0\n")
        (folder / "device").symlink_to(place)
        file = self._devices / f"video{index}"
        file.write_bytes(b"")
        device.plugged = True
        self._plugged[file] = device
        return file

    def unplug(self, index: int) -> None:
        """Pull the device out that is listed under `index`."""
        folder = self._listing / f"video{index}"
        for entry in folder.iterdir():
            entry.unlink()
        folder.rmdir()
        file = self._devices / f"video{index}"
        file.unlink()
        self._plugged.pop(file).plugged = False

    def _connect(self, place: Path | int) -> cv2.VideoCapture:
        device = self._plugged.get(place) if isinstance(place, Path) else None
        capture = FaultyCapture(None) if device is None else device.connect()
        return cast("cv2.VideoCapture", capture)


def blank(level: int, *, noise: float = 0.0) -> Painter:
    """A picture of one grey level (0-255), with sensor noise of so many levels."""
    return lambda number: np.clip(
        np.random.default_rng(number).normal(level, noise, (720, 1280, 3)), 0, 255
    ).astype(np.uint8)


def colour_bars(_number: int) -> Picture:
    """The seven bars of a test signal."""
    bars = [(b, g, r) for g in (192, 0) for r in (192, 0) for b in (192, 0)][:7]
    return np.repeat(np.array([bars], np.uint8), 183, axis=1).repeat(720, axis=0)
