"""`FrameSource`: the one protocol that every source of frames keeps."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from faceqa_gui.frames.camera_controls import CameraControls
from faceqa_gui.frames.frame import Frame


class SourceKind(StrEnum):
    """Where frames come from; only moving pictures can show that a person is present."""

    CAMERA = "camera"
    VIRTUAL = "virtual camera"
    VIDEO = "video"
    STREAM = "stream"
    STILLS = "stills"
    DEMONSTRATION = "demonstration"


LIVE_KINDS = (SourceKind.CAMERA, SourceKind.STREAM)
"""What shows the present moment; a virtual camera may show anything."""


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What an opened source says of itself.

    Attributes:
        name: readable name, shown in the window and written to records.
        kind: which of the six sources it is.
        width, height: picture size in pixels.
        frames_per_second: nominal rate in Hz, > 0.
        warning: what the operator must know of it, in one or two sentences; "" for nothing.
        controls: what the driver of a camera took; None where that is not known.
        device: what the camera calls itself; "" where it is no camera or does not say.
    """

    name: str
    kind: SourceKind
    width: int
    height: int
    frames_per_second: float
    warning: str = ""
    controls: CameraControls | None = None
    device: str = ""


class FrameSource(Protocol):
    """A camera, video file, network stream, image folder or the demo subject.

    `open`, `read` and `close` are called from one thread; `close` may be called from any thread,
    more than once, and makes a blocked `read` return soon.
    """

    def open(self) -> SourceInfo:
        """Start delivering. Raises `SourceError` in the user's words if that fails."""

    def read(self) -> Frame | None:
        """The next frame at the source's own pace; None when it has ended.

        Raises `SourceError` when the source breaks (unplugged, undecodable, disconnected).
        """

    def close(self) -> None:
        """Release the device or file."""
