"""`Camera` and `list_cameras`: which cameras are plugged in, and what tells one from another."""

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from faceqa_gui.frames.camera_trouble import CameraError, Trouble
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.wording import said

_PROBED_CAMERAS = 4
_ON_LINUX = sys.platform.startswith("linux")
_VIRTUAL_FOLDER = "/devices/virtual/"

# What programs that pose as a camera call themselves.
_VIRTUAL = re.compile(
    r"virtual|loopback|dummy video|screen capture|unity video|nvidia broadcast|snap camera"
    r"|\b(obs|manycam|xsplit|mmhmm|droidcam|iriun|epoccam|i?vcam|camtwist|vivid)\b",
    re.IGNORECASE,
)


# As udev writes it: usb-<maker>_<product>_<serial>-video-index0; a maker may be four digits.
_LINKED = re.compile(r"usb-(?:[0-9a-f]{4}_)?(?P<name>.+)-video-index\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera that is plugged in.

    Attributes:
        index: its number now; another plug or a restart may change it.
        name: what the device calls itself.
        stable_path: a path that stays with the device, or "" where the system gives none.
        serial: its serial number, or "" where it has none.
        port: where it is plugged in, or "" where the system does not tell.
        virtual: its picture comes from a program, not from a lens.
    """

    index: int
    name: str
    stable_path: str
    serial: str = ""
    port: str = ""
    virtual: bool = False

    @property
    def reference(self) -> str:
        """What names it to `source_from`, now and, where the system has such a name, later."""
        return self.stable_path or str(self.index)

    def looks_like(self, other: "Camera") -> bool:
        """Whether nothing but the socket tells the two apart."""
        return (self.name, self.serial) == (other.name, other.serial)

    def is_same_device(self, other: "Camera") -> bool:
        """Whether both are for certain one device.

        A serial number follows the device to any port. Without one only the same name in the same
        port counts; a twin that is plugged into that port meanwhile is not told apart.
        """
        if not self.looks_like(other):
            return False
        if self.serial:
            # The pictures of a device with two lenses come through different interfaces of it.
            return _interface(self.port) == _interface(other.port)
        return bool(self.port) and self.port == other.port


@dataclass(frozen=True, slots=True)
class CameraSystem:
    """Where a computer lists its cameras, and how one is opened.

    Attributes:
        listing: folder with one folder `videoN` per device, or None where a system has no such
            list; then cameras are known by number only.
        links: folder of symbolic links whose names stay with the device.
        devices: folder of the device files.
        connect: opens a device file or a number.
        sockets: folder of symbolic links whose names stay with the socket; None for none.
    """

    listing: Path | None
    links: Path
    devices: Path
    connect: Callable[[Path | int], cv2.VideoCapture]
    sockets: Path | None = None

    def cameras(self) -> list[Camera]:
        """The cameras that are plugged in, by index; without a list the first numbers are tried."""
        if self.listing is not None:
            return cameras_in(self.listing, self.links, self.sockets)
        return [
            Camera(index, said("Camera {which}", which=str(index)), "")
            for index in range(_PROBED_CAMERAS)
            if self._opens(index)
        ]

    def device_file(self, camera: Camera) -> Path:
        """The file through which `camera` is opened now."""
        return self.devices / f"video{camera.index}"

    def _opens(self, index: int) -> bool:
        capture = self.connect(index)
        try:
            return bool(capture.isOpened())
        finally:
            capture.release()


def _connect(device: Path | int) -> cv2.VideoCapture:
    if isinstance(device, Path):
        return cv2.VideoCapture(str(device), cv2.CAP_V4L2)
    return cv2.VideoCapture(device, cv2.CAP_ANY)


THIS_COMPUTER = CameraSystem(
    listing=Path("/sys/class/video4linux") if _ON_LINUX else None,
    links=Path("/dev/v4l/by-id"),
    devices=Path("/dev"),
    connect=_connect,
    sockets=Path("/dev/v4l/by-path"),
)


def list_cameras() -> list[Camera]:
    """The cameras of this computer by index.

    Linux lists them without opening them. Elsewhere the first few numbers are tried, which may
    make the camera's lamp blink.
    """
    return THIS_COMPUTER.cameras()


def cameras_in(listing: Path, links: Path, sockets: Path | None = None) -> list[Camera]:
    """The cameras that Linux lists.

    Args:
        listing: folder with one folder `videoN` per device, each holding `name` and `index`, and
            `device`, a link to where it is plugged in.
        links: folder of symbolic links whose names stay with the device.
        sockets: folder of symbolic links whose names stay with the socket, for devices that no
            name of their own tells apart; None for none.
    """
    by_device, by_socket = _links_in(links), {} if sockets is None else _links_in(sockets)
    cameras = []
    for folder in listing.glob("video*"):
        number = folder.name.removeprefix("video")
        # A webcam's further nodes carry metadata, not pictures.
        if number.isdecimal() and _text(folder / "index") in {"", "0"}:
            cameras.append(_camera(folder, int(number), by_device.get(folder.name, "")))
    named = [_told_apart(one, cameras, by_socket.get(f"video{one.index}", "")) for one in cameras]
    return sorted(named, key=lambda camera: camera.index)


def _links_in(folder: Path) -> dict[str, str]:
    """A link to each device file of that name; the first one in the order of the alphabet."""
    if not folder.is_dir():
        return {}
    return {link.resolve().name: str(link) for link in sorted(folder.iterdir(), reverse=True)}


def _told_apart(camera: Camera, cameras: Sequence[Camera], socket: str) -> Camera:
    """A twin is known by its socket; so is a device that has no link of its own."""
    twin = sum(one.looks_like(camera) for one in cameras) > 1
    stable = socket if twin else camera.stable_path or socket
    return replace(camera, stable_path=stable)


def _camera(folder: Path, number: int, stable_path: str) -> Camera:
    name = _text(folder / "name") or said("Camera {which}", which=str(number))
    place = folder / "device"
    port = place.resolve() if place.exists() else folder.resolve()
    made = _VIRTUAL_FOLDER in f"{folder.resolve()}" or says_virtual(name)
    return Camera(number, name, stable_path, _text(port.parent / "serial"), str(port), made)


def says_virtual(name: str) -> bool:
    """Whether a camera's `name` is one that programs give their made pictures."""
    return _VIRTUAL.search(name) is not None


def camera_named(name: str, cameras: Sequence[Camera]) -> Camera:
    """The one camera whose name is `name`, letters' case aside.

    Raises:
        SourceError: no camera, or more than one, has that name.
    """
    found = [camera for camera in cameras if camera.name.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        choices = ", ".join(camera.reference for camera in found)
        raise CameraError(
            said(
                "More than one camera is called {name}. Choose one of: {choices}.",
                name=name,
                choices=choices,
            ),
            Trouble.REPLACED,
        )
    raise CameraError(
        said(
            "No camera is called {name}. Cameras found: {choices}.",
            name=name,
            choices=choices_in(cameras),
        ),
        Trouble.ABSENT,
    )


def readable_name(device: str) -> str:
    """A device path or name for people: of a link by name, what the device calls itself there."""
    name = Path(device).name
    linked = _LINKED.fullmatch(name)
    return linked["name"].replace("_", " ") if linked else name


def choices_in(cameras: Sequence[Camera]) -> str:
    """The cameras in words, with the numbers by which they can be chosen; “none” without any."""
    return ", ".join(f"{camera.index} ({camera.name})" for camera in cameras) or said("none")


def _interface(port: str) -> str:
    return port.rpartition(":")[2]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
