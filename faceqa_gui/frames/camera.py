"""`CameraSource`: a camera that is plugged into this computer, and never silently another one."""

import errno
import math
import os
import threading
from pathlib import Path

from faceqa_gui.frames.camera_controls import (
    SETTLING_SECONDS,
    CameraControls,
    ControlDesk,
    ControlState,
)
from faceqa_gui.frames.camera_list import (
    THIS_COMPUTER,
    Camera,
    CameraSystem,
    camera_named,
    choices_in,
    readable_name,
)
from faceqa_gui.frames.camera_trouble import CameraError, Trouble, programs_that_hold
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.live_source import LiveSource
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.settings import CameraSettings
from faceqa_gui.wording import Said, joined, reason, said

_USUAL_RATE = 30.0
_HIGHEST_RATE = 240.0
_OPEN_SECONDS = 10.0
_ON_ITS_SIDE = (90, 270)
_SILENCE_SECONDS = 1.0


class CameraSource(LiveSource):
    """A camera of this computer, asked for what the settings wish of it.

    From its first opening on it is that one device. After a loss it is looked for again, under
    whatever number it then has; if it is not found for certain the operator is asked.
    """

    def __init__(
        self,
        device: int | str,
        system: CameraSystem = THIS_COMPUTER,
        *,
        wanted: CameraSettings | None = None,
    ) -> None:
        """Choose a camera.

        Args:
            device: an index, a name from `list_cameras`, or a device path such as
                `/dev/v4l/by-id/usb-…`, which stays right when indices change.
            system: where cameras are listed and opened.
            wanted: size, rotation and locks; None for the defaults. See `want`.
        """
        self._device = device
        self._system = system
        self._wanted = wanted or CameraSettings()
        self._controls: ControlDesk | None = None
        self._memory = threading.Lock()
        self._camera: Camera | None = None
        self._numbered: int | None = None
        which = str(device) if isinstance(device, int) else readable_name(device)
        name = said("Camera {which}", which=which)
        super().__init__(name, open_seconds=_OPEN_SECONDS, silence_seconds=_SILENCE_SECONDS)

    def want(self, wanted: CameraSettings) -> None:
        """Ask for other properties from the next opening on; it stays the same device."""
        with self._memory:
            self._wanted = wanted

    def _connect(self) -> cv2.VideoCapture:
        found = self._located()
        place = self._system.device_file(found) if isinstance(found, Camera) else found
        if isinstance(place, Path):
            self._check_access(place)
        capture = self._system.connect(place)
        if not capture.isOpened():
            capture.release()
            raise self._silent(place)
        self._remember(found)
        with self._memory:
            wanted = self._wanted
        self._prepare(
            degrees=wanted.rotation_degrees,
            settling_seconds=SETTLING_SECONDS
            if wanted.locks_exposure or wanted.locks_white_balance
            else 0.0,
        )
        width, height = wanted.size_in_pixels
        # Raw video at this size fills a USB 2 line at 10 frames a second; MJPEG does not.
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, width)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, height)
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        self._controls = ControlDesk(capture)
        return capture

    def _located(self) -> Camera | Path | int:
        """What to open now: a listed camera, a file that no list tells of, or a number."""
        with self._memory:
            known, numbered = self._camera, self._numbered
        if numbered is not None:
            raise CameraError(
                said(
                    "{camera} was lost, and this system does not tell whether it is still the "
                    "same camera. Choose the camera again.",
                    camera=self.name,
                ),
                Trouble.UNCERTAIN,
            )
        cameras = self._system.cameras() if self._system.listing is not None else []
        if known is not None:
            return self._found_again(known, cameras)
        if isinstance(self._device, str) and Path(self._device).is_absolute():
            place = Path(self._device).resolve()
            found = next((one for one in cameras if self._is_at(one, place)), None)
            if found is not None and Path(self._device).parent == self._system.links:
                self._refuse_twins(found, cameras)
            return found or place
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
        raise CameraError(
            said(
                "{camera} ({name}) is not there any more, and another camera is not used without "
                "being asked. Plug it in where it was, or choose one: {choices}.",
                camera=self.name,
                name=known.name,
                choices=choices_in(cameras),
            ),
            Trouble.REPLACED,
        )

    def _refuse_twins(self, found: Camera, cameras: list[Camera]) -> None:
        """A name that twins share leads to whichever was plugged in last.

        Raises:
            SourceError: there is a twin, so that nobody knows which one was meant.
        """
        if sum(one.looks_like(found) for one in cameras) > 1:
            raise CameraError(
                said(
                    "There are several cameras called {name} that cannot be told apart by "
                    "themselves. Choose one of them by its socket: {choices}.",
                    name=found.name,
                    choices=choices_in(cameras),
                ),
                Trouble.REPLACED,
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

    def _refused(self, error: OSError) -> CameraError:
        if error.errno in {errno.ENOENT, errno.ENODEV, errno.ENXIO}:
            return self._absent()
        if error.errno in {errno.EACCES, errno.EPERM}:
            return CameraError(
                said(
                    "{camera} may not be used: permission denied. Add your account to the group "
                    "“video” and log in again.",
                    camera=self.name,
                ),
                Trouble.DENIED,
            )
        if error.errno == errno.EBUSY:
            return self._no_picture()
        return CameraError(
            said(
                "{camera} cannot be opened ({reason}). Plug it in again or choose another.",
                camera=self.name,
                reason=reason(error),
            ),
            Trouble.OTHER,
        )

    def _describe(self, capture: cv2.VideoCapture, first: Pixels) -> SourceInfo:
        rate = capture.get(cv2.CAP_PROP_FPS)
        if not math.isfinite(rate) or not 0.0 < rate <= _HIGHEST_RATE:
            rate = _USUAL_RATE
        height, width = first.shape[:2]
        with self._memory:
            camera, wanted = self._camera, self._wanted
        controls = None if self._controls is None else self._controls.lock(wanted)
        virtual = camera is not None and camera.virtual
        return SourceInfo(
            self.name,
            SourceKind.VIRTUAL if virtual else SourceKind.CAMERA,
            width,
            height,
            rate,
            self._warning(camera, wanted, (width, height), controls),
            controls,
            "" if camera is None else camera.name,
        )

    def _warning(
        self,
        camera: Camera | None,
        wanted: CameraSettings,
        size: tuple[int, int],
        controls: CameraControls | None,
    ) -> str:
        """What of the wishes was not met, and whether a program makes the picture."""
        told: list[Said] = []
        if camera is not None and camera.virtual:
            told.append(
                said(
                    "{camera} ({name}) is a virtual camera: a program makes its picture, which "
                    "may be a recording. It never counts as a live person. Choose a real camera.",
                    camera=self.name,
                    name=camera.name,
                )
            )
        if wanted.rotation_degrees in _ON_ITS_SIDE:
            size = (size[1], size[0])
        # Only a size that somebody chose is missed.
        chosen = wanted.picture_size != CameraSettings().picture_size
        if chosen and size != wanted.size_in_pixels:
            told.append(
                said(
                    "{camera} gives {width}×{height} pixels instead of {wanted}; it has no such "
                    "size. Choose another one in the settings.",
                    camera=self.name,
                    width=size[0],
                    height=size[1],
                    wanted=wanted.picture_size,
                )
            )
        if controls is not None:
            told += self._unlocked(wanted, controls)
        return joined(*told) if told else ""

    def _unlocked(self, wanted: CameraSettings, controls: CameraControls) -> list[Said]:
        missed = []
        if wanted.locks_exposure and controls.exposure is not ControlState.LOCKED:
            missed.append(
                said("The driver of {camera} did not lock the exposure.", camera=self.name)
            )
        if wanted.locks_white_balance and controls.white_balance is not ControlState.LOCKED:
            missed.append(
                said("The driver of {camera} did not lock the white balance.", camera=self.name)
            )
        return missed

    def _absent(self) -> CameraError:
        return CameraError(
            said(
                "{camera} is not there. Plug it in, or choose another source such as a video file "
                "or the demo.",
                camera=self.name,
            ),
            Trouble.ABSENT,
        )

    def _silent(self, place: Path | int) -> CameraError:
        """Why a device that is there cannot be opened: who else has it open, where that is told."""
        others = programs_that_hold(place) if isinstance(place, Path) else []
        if not others:
            return self._no_picture()
        return CameraError(
            said(
                "{camera} delivers no picture; it is open in another program: {programs}. Close "
                "that program, then try again.",
                camera=self.name,
                programs=", ".join(others),
            ),
            Trouble.IN_USE,
        )

    def _no_picture(self) -> CameraError:
        return CameraError(
            said(
                "{camera} delivers no picture; another program may be using it, or access is "
                "denied. Close other camera programs and check the system's camera permission.",
                camera=self.name,
            ),
            Trouble.SILENT,
        )

    def _lost(self) -> CameraError:
        return CameraError(
            said("{camera} stopped sending pictures. Check its cable.", camera=self.name),
            Trouble.LOST,
        )
