"""`source_from`: the source that an operator's words, a setting or an argument name."""

import stat
from pathlib import Path

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.camera import CameraSource
from faceqa_gui.frames.camera_list import THIS_COMPUTER, list_cameras
from faceqa_gui.frames.demo_subject import DemoSubject
from faceqa_gui.frames.image_folder import ImageFolderSource
from faceqa_gui.frames.network_stream import STREAM_SCHEMES, NetworkStreamSource
from faceqa_gui.frames.picture_suffixes import PICTURE_SUFFIXES
from faceqa_gui.frames.source import FrameSource
from faceqa_gui.frames.video_file import VideoFileSource
from faceqa_gui.settings import CameraSettings
from faceqa_gui.wording import said


def source_from(
    text: str, *, paced: bool = True, loop: bool = False, wanted: CameraSettings | None = None
) -> FrameSource:
    """The source called `text`, not yet opened.

    Args:
        text: `demo`; a camera's number, name or device path; an http(s) or rtsp address; a video
            or image file; or a folder of images.
        paced: False lets files and the demo run as fast as they are read.
        loop: files and folders start over at their end; the demo always does.
        wanted: asked of a camera, and the rotation of a network camera too; None for the defaults.

    Raises:
        SourceError: `text` names none of these.
    """
    given = text.strip()
    if given.casefold() == "demo":
        return DemoSubject(paced=paced)
    if given.isascii() and given.isdecimal():
        return CameraSource(int(given), wanted=wanted)
    scheme, separator, _ = given.partition("://")
    if separator and scheme.lower() in STREAM_SCHEMES:
        return NetworkStreamSource(given, wanted=wanted)
    if given and not separator:
        source = _source_at(Path(given).expanduser(), paced=paced, loop=loop, wanted=wanted)
        if source is not None:
            return source
        if any(camera.name.casefold() == given.casefold() for camera in list_cameras()):
            return CameraSource(given, wanted=wanted)
    # An address may hold a password, so only its beginning is repeated.
    shown = f"{scheme}://…" if separator else given
    raise SourceError(
        said(
            "“{shown}” is not a source that can be found. Give demo, a camera number or "
            "name, an http, https or rtsp address, a video file, a picture or a folder of "
            "pictures.",
            shown=shown,
        )
    )


def check_other_source(first: str, second: str) -> None:
    """Make sure that two texts do not name one source, which would then see everything twice.

    Cameras are compared by device where the system lists them; files by where links lead.

    Raises:
        SourceError: both name the same source.
    """
    if first.strip() and second.strip() and _place(first.strip()) == _place(second.strip()):
        raise SourceError(
            said(
                "The UV camera and the source of the visible pictures would be one and the same. "
                "Choose another source, or another UV camera in the settings."
            )
        )


def _place(given: str) -> str:
    if "://" in given:
        return given
    if given.isascii() and given.isdecimal():
        return str(THIS_COMPUTER.devices / f"video{int(given)}")
    try:
        path = Path(given).expanduser()
        if path.exists() or path.is_relative_to(THIS_COMPUTER.devices):
            return str(path.resolve())
    except (OSError, RuntimeError):
        return given  # no name that a file can have
    if THIS_COMPUTER.listing is not None:
        # Elsewhere cameras have no names, and asking for them would open every one.
        for camera in list_cameras():
            if camera.name.casefold() == given.casefold():
                return str(THIS_COMPUTER.device_file(camera))
    return given.casefold()


def _source_at(
    path: Path, *, paced: bool, loop: bool, wanted: CameraSettings | None
) -> FrameSource | None:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        mode = 0
    if stat.S_ISDIR(mode) or (stat.S_ISREG(mode) and path.suffix.lower() in PICTURE_SUFFIXES):
        return ImageFolderSource(path, paced=paced, loop=loop)
    if stat.S_ISREG(mode):
        return VideoFileSource(path, paced=paced, loop=loop)
    # A device path stays a camera's name while the camera is unplugged.
    return CameraSource(str(path), wanted=wanted) if path.is_relative_to("/dev") else None
