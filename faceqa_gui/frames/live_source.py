"""`LiveSource`: what camera and stream share, a reader thread that keeps the newest picture.

OpenCV's calls can block for ever. They run in a thread of their own, so that `close`
ends a waiting `read` at once and a silent device is noticed; a thread that hangs is abandoned and
the next opening gets a new one.
"""

import threading
import time
from abc import ABC, abstractmethod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.conversion import rgb_from_opencv
from faceqa_gui.frames.frame import Frame, Pixels
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.frames.source import SourceInfo
from faceqa_gui.wording import said

_JOIN_SECONDS = 0.5
_MOST_ABANDONED = 4
_TURNS = {
    90: cv2.ROTATE_90_CLOCKWISE,
    180: cv2.ROTATE_180,
    270: cv2.ROTATE_90_COUNTERCLOCKWISE,
}


class _Connection:
    """One opening of a device: the slot its reader thread fills and `read` empties."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.info: SourceInfo | None = None
        self.newest: tuple[Pixels, float] | None = None
        self.arrived = 0
        self.replaced = 0
        self.taken = 0
        self.error: SourceError | None = None
        self.closed = False
        self.thread: threading.Thread | None = None

    def close(self) -> None:
        with self.changed:
            self.closed = True
            self.changed.notify_all()


class LiveSource(ABC):
    """A source that delivers by itself; keeps the `FrameSource` protocol.

    Frame numbers go on rising when the source is opened again after a loss. Pictures that change
    their size on the way are a loss: places of the face before and after are not comparable.
    """

    def __init__(self, name: str, *, open_seconds: float, silence_seconds: float) -> None:
        """Describe the source.

        Args:
            name: readable name, without secrets.
            open_seconds: `open` fails when no picture has come after this time.
            silence_seconds: `read` fails when no picture has come for this time.
        """
        self.name = name
        self._open_seconds = open_seconds
        self._silence_seconds = silence_seconds
        self._connection = _Connection()
        self._abandoned: list[threading.Thread] = []
        self._sequence = 0
        self._most_waiting = 0
        self._turn: int | None = None
        self._settling_seconds = 0.0

    @property
    def most_waiting(self) -> int:
        """Largest number of pictures that waited at once, counted from arrivals and departures."""
        return self._most_waiting

    @abstractmethod
    def _connect(self) -> cv2.VideoCapture:
        """Open the device, in the reader thread. Raises `SourceError` with the reason."""

    def _prepare(self, *, degrees: int, settling_seconds: float = 0.0) -> None:
        """Say, in the reader thread, how the pictures of an opened device are taken.

        Args:
            degrees: by how much each is turned clockwise: 0, 90, 180 or 270.
            settling_seconds: the first pictures, for so long, are not handed on.
        """
        self._turn = _TURNS.get(degrees)
        self._settling_seconds = settling_seconds

    @abstractmethod
    def _describe(self, capture: cv2.VideoCapture, first: Pixels) -> SourceInfo:
        """What the opened device is, told from its first picture."""

    @abstractmethod
    def _no_picture(self) -> SourceError:
        """The sentence for a device that opens but delivers no picture."""

    @abstractmethod
    def _lost(self) -> SourceError:
        """The sentence for a device that stopped delivering."""

    def open(self) -> SourceInfo:
        """Connect and wait for the first picture.

        Raises:
            SourceError: the device is absent, denied, in use, silent, or has hung too often.
        """
        self.close()
        self._refuse_if_hanging()
        connection = self._connection = _Connection()
        reader = threading.Thread(
            target=self._pump, args=(connection,), name=f"reader of {self.name}", daemon=True
        )
        reader.start()
        connection.thread = reader
        with connection.changed:
            connection.changed.wait_for(
                lambda: connection.info or connection.error or connection.closed,
                self._open_seconds,
            )
            if connection.info is not None and connection.error is None:
                return connection.info
            error = connection.error or self._no_picture()
        connection.close()
        raise error

    def read(self) -> Frame | None:
        """Wait for the next picture; None after `close`.

        Raises:
            SourceError: the device stopped delivering.
        """
        connection = self._connection
        with connection.changed:
            connection.changed.wait_for(
                lambda: connection.newest or connection.error or connection.closed,
                self._silence_seconds,
            )
            if connection.closed or connection.thread is None:
                return None
            if connection.newest is None:
                raise connection.error or self._lost()
            pixels, captured_at = connection.newest
            connection.newest = None
            connection.taken += 1
        frame = Frame(pixels, self._sequence, captured_at, self.name)
        self._sequence += 1
        return frame

    def close(self) -> None:
        """Let the device go; a waiting `read` returns None at once."""
        connection = self._connection
        connection.close()
        # A device that hangs inside its driver is left to the daemon thread.
        if connection.thread is not None and connection.thread is not threading.current_thread():
            connection.thread.join(_JOIN_SECONDS)

    @property
    def abandoned_readers(self) -> int:
        """How many threads still hang inside a driver after their opening was given up."""
        return sum(thread.is_alive() for thread in self._abandoned)

    def _refuse_if_hanging(self) -> None:
        """Keep the openings of a device that hangs each time from piling up threads."""
        last = self._connection.thread
        hanging = [thread for thread in self._abandoned if thread.is_alive()]
        if last is not None and last.is_alive() and last not in hanging:
            hanging.append(last)
        self._abandoned = hanging
        if len(hanging) >= _MOST_ABANDONED:
            raise SourceError(
                said(
                    "{name} does not answer and cannot be reached again. Unplug it and plug "
                    "it in, or restart the computer.",
                    name=self.name,
                )
            )

    def _pump(self, connection: _Connection) -> None:
        try:
            capture = self._connect()
        except SourceError as error:
            self._fail(connection, error)
            return
        except cv2.error:
            self._fail(connection, self._no_picture())
            return
        try:
            self._fill(connection, capture)
        except SourceError as error:
            self._fail(connection, error)
        except cv2.error:
            self._fail(connection, self._lost())
        finally:
            capture.release()

    def _fill(self, connection: _Connection, capture: cv2.VideoCapture) -> None:
        opened_at = time.monotonic()
        while not connection.closed:
            found, picture = capture.read()
            captured_at = time.monotonic()
            if not found or picture is None:
                raise self._no_picture() if connection.info is None else self._lost()
            if captured_at - opened_at < self._settling_seconds:
                continue
            pixels = self._converted(picture)
            with connection.changed:
                if connection.info is None:
                    connection.info = self._describe(capture, pixels)
                elif pixels.shape[:2] != (connection.info.height, connection.info.width):
                    raise self._resized(connection.info, pixels)
                connection.arrived += 1
                connection.replaced += connection.newest is not None
                connection.newest = (pixels, captured_at)
                waiting = connection.arrived - connection.replaced - connection.taken
                self._most_waiting = max(self._most_waiting, waiting)
                connection.changed.notify_all()

    def _converted(self, picture: NDArray[Any]) -> Pixels:
        pixels = rgb_from_opencv(picture, self.name)
        return pixels if self._turn is None else turned(pixels, self._turn)

    def _resized(self, info: SourceInfo, pixels: Pixels) -> SourceError:
        height, width = pixels.shape[:2]
        return SourceError(
            said(
                "{name} changed its picture from {old_width}×{old_height} to "
                "{width}×{height} pixels. It is opened again; if this comes again, choose "
                "one size in its settings.",
                name=self.name,
                old_width=info.width,
                old_height=info.height,
                width=width,
                height=height,
            )
        )

    @staticmethod
    def _fail(connection: _Connection, error: SourceError) -> None:
        with connection.changed:
            connection.error = error
            connection.changed.notify_all()


def turned(pixels: Pixels, code: int) -> Pixels:
    """`pixels` (uint8, H×W×3) turned by one of OpenCV's `ROTATE_` codes; contiguous."""
    made: Pixels = cv2.rotate(pixels, code).astype(np.uint8, copy=False)
    return made
