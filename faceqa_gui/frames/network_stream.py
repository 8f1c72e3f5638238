"""`NetworkStreamSource`: MJPEG over http(s), or rtsp."""

import math
from urllib.parse import urlsplit

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.live_source import LiveSource
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.settings import CameraSettings
from faceqa_gui.wording import said

STREAM_SCHEMES = frozenset({"http", "https", "rtsp", "rtsps"})
"""Beginnings of the addresses that can be opened."""

_USUAL_RATE = 25.0
_HIGHEST_RATE = 240.0
_MARGIN_SECONDS = 1.0


class NetworkStreamSource(LiveSource):
    """A network camera. Passwords in the address never reach a name or an error sentence."""

    def __init__(
        self,
        address: str,
        *,
        open_seconds: float = 5.0,
        silence_seconds: float = 3.0,
        wanted: CameraSettings | None = None,
    ) -> None:
        """Read a stream.

        Args:
            address: `http://…`, `https://…`, `rtsp://…` or `rtsps://…`.
            open_seconds: how long connecting may take.
            silence_seconds: a stream that is silent for this long is lost.
            wanted: its rotation counts, the rest is the network camera's own; None: as it comes.

        Raises:
            SourceError: the address has another form.
        """
        self._address = address
        self._wanted = wanted or CameraSettings()
        self._open_limit = open_seconds
        self._read_limit = silence_seconds
        super().__init__(
            _public_name(address),
            open_seconds=open_seconds + silence_seconds + _MARGIN_SECONDS,
            silence_seconds=silence_seconds + _MARGIN_SECONDS,
        )

    def want(self, wanted: CameraSettings) -> None:
        """Turn the pictures in another way from the next opening on."""
        self._wanted = wanted

    def _connect(self) -> cv2.VideoCapture:
        self._prepare(degrees=self._wanted.rotation_degrees)
        limits = [
            cv2.CAP_PROP_OPEN_TIMEOUT_MSEC,
            round(self._open_limit * 1000),
            cv2.CAP_PROP_READ_TIMEOUT_MSEC,
            round(self._read_limit * 1000),
        ]
        capture = cv2.VideoCapture(self._address, cv2.CAP_FFMPEG, limits)
        if not capture.isOpened():
            capture.release()
            raise SourceError(
                said(
                    "{name} cannot be reached, or sends no video. Check the address, the "
                    "network and that the camera is on.",
                    name=self.name,
                )
            )
        return capture

    def _describe(self, capture: cv2.VideoCapture, first: Pixels) -> SourceInfo:
        rate = capture.get(cv2.CAP_PROP_FPS)
        if not math.isfinite(rate) or not 0.0 < rate <= _HIGHEST_RATE:
            rate = _USUAL_RATE
        height, width = first.shape[:2]
        return SourceInfo(self.name, SourceKind.STREAM, width, height, rate)

    def _no_picture(self) -> SourceError:
        return SourceError(
            said(
                "{name} answers but sends no picture. Check that its camera is on.", name=self.name
            )
        )

    def _lost(self) -> SourceError:
        return SourceError(
            said(
                "{name} stopped sending pictures. Check the network and the camera.", name=self.name
            )
        )


def _public_name(address: str) -> str:
    """The address without user, password and query, which may hold secrets."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
        port = "" if parts.port is None else f":{parts.port}"
    except ValueError:
        host = None
    if not host or parts.scheme.lower() not in STREAM_SCHEMES:
        raise SourceError(
            said(
                "The stream address cannot be used. Give one like http://host:port/stream.mjpg "
                "or rtsp://host/path."
            )
        )
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme.lower()}://{shown}{port}{parts.path}"
