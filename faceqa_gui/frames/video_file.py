"""`VideoFileSource`: a recorded video, at its own frame rate or as fast as it is read."""

import math
import threading
import time
from pathlib import Path

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.conversion import rgb_from_opencv
from faceqa_gui.frames.frame import Frame, Pixels
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.frames.pace import Pace
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.wording import said

_USUAL_RATE = 25.0
_HIGHEST_RATE = 240.0


class VideoFileSource:
    """Plays a video file; keeps the `FrameSource` protocol."""

    def __init__(self, path: Path, *, paced: bool = True, loop: bool = False) -> None:
        """Play a video.

        Args:
            path: a video that OpenCV's FFmpeg can decode.
            paced: False delivers frames as fast as they are read.
            loop: start over at the end.
        """
        self._path = path
        self._name = said("Video: {name}", name=path.name)
        self._paced = paced
        self._loop = loop
        self._closed = threading.Event()
        self._capture_lock = threading.Lock()
        self._capture: cv2.VideoCapture | None = None
        self._first: Pixels | None = None
        self._pace = Pace(_USUAL_RATE)
        self._sequence = 0

    def open(self) -> SourceInfo:
        """Open the file and decode its first picture; playing starts at the beginning.

        Raises:
            SourceError: the file is missing or is not a video that can be decoded.
        """
        self.close()
        if not self._path.is_file():
            raise SourceError(said("{path} does not exist. Check the name.", path=self._path))
        with self._capture_lock:
            self._capture = self._opened()
            self._first = self._decoded()
            rate = self._capture.get(cv2.CAP_PROP_FPS)
            if self._first is None:
                self._capture.release()
                self._capture = None
                raise self._unreadable()
        if not math.isfinite(rate) or not 0.0 < rate <= _HIGHEST_RATE:
            rate = _USUAL_RATE
        self._pace = Pace(rate)
        self._sequence = 0
        self._closed.clear()
        height, width = self._first.shape[:2]
        return SourceInfo(self._name, SourceKind.VIDEO, width, height, rate)

    def read(self) -> Frame | None:
        """The next frame; None at the end or after `close`.

        Raises:
            SourceError: a picture has an unusable form.
        """
        if self._closed.is_set() or (self._paced and not self._pace.wait(self._closed)):
            return None
        with self._capture_lock:
            pixels = self._next_picture()
        if pixels is None:
            return None
        frame = Frame(pixels, self._sequence, time.monotonic(), self._name)
        self._sequence += 1
        return frame

    def close(self) -> None:
        """Release the file; a waiting `read` returns None at once."""
        self._closed.set()
        with self._capture_lock:
            self._first = None
            if self._capture is not None:
                self._capture.release()
                self._capture = None

    def _next_picture(self) -> Pixels | None:
        if self._first is not None:
            first, self._first = self._first, None
            return first
        pixels = self._decoded()
        if pixels is None and self._loop and self._capture is not None:
            self._capture.release()
            self._capture = self._opened()
            pixels = self._decoded()
        return pixels

    def _opened(self) -> cv2.VideoCapture:
        # An absolute path keeps FFmpeg from reading the name as an address.
        capture = cv2.VideoCapture(str(self._path.resolve()), cv2.CAP_FFMPEG)
        if not capture.isOpened():
            capture.release()
            raise self._unreadable()
        return capture

    def _decoded(self) -> Pixels | None:
        if self._capture is None:
            return None
        found, picture = self._capture.read()
        return rgb_from_opencv(picture, self._name) if found else None

    def _unreadable(self) -> SourceError:
        return SourceError(
            said(
                "{path} is not a video that can be played. Choose another file, or convert "
                "it to MP4 (H.264).",
                path=self._path,
            )
        )
