"""`PreviewThread`: shows a source and looks at the room, without a station behind it."""

import threading
import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from faceqa_gui.assessment.room_check import RoomCheck
from faceqa_gui.errors import FaceQAError, SourceError
from faceqa_gui.frames.camera_trouble import Trouble, trouble_of
from faceqa_gui.frames.frame import Frame
from faceqa_gui.frames.latest import LatestFrame
from faceqa_gui.frames.source import FrameSource, SourceInfo
from faceqa_gui.self_test import CameraFacts
from faceqa_gui.settings import ChecksSettings
from faceqa_gui.wording import said

_PAUSE_SECONDS = 1.5
_LOOK_SECONDS = 0.15
_RATE_FRAMES = 20


class PreviewThread(QThread):
    """Opens a source again and again until it delivers; nothing that it shows is judged or kept.

    Its signals: the source opened (`SourceInfo`), failed (a sentence and its `Trouble`), a frame
    waits for `take`, and the room was looked at (`RoomLook`).
    """

    opened = Signal(object)
    failed = Signal(object, object)
    frame_waiting = Signal()
    looked = Signal(object)

    def __init__(
        self,
        make_source: Callable[[], FrameSource],
        checks: ChecksSettings,
        parent: QObject | None = None,
    ) -> None:
        """Show a source once started.

        Args:
            make_source: makes it, not yet opened; called in this thread.
            checks: thresholds for the room.
            parent: owner of the thread object.
        """
        super().__init__(parent)
        self._make_source = make_source
        self._checks = checks
        self._source: FrameSource | None = None
        self._newest = LatestFrame()
        self._read_at: deque[float] = deque(maxlen=_RATE_FRAMES)
        self._ending = threading.Event()
        self._facts = CameraFacts()
        self._why: tuple[str, Trouble] = ("", Trouble.OTHER)

    @property
    def facts(self) -> CameraFacts:
        """What is known of the source now, as a self-test asks for it."""
        return self._facts

    def take(self) -> Frame | None:
        """The newest frame to paint, once."""
        return self._newest.take(0.0)

    def stop(self) -> None:
        """Ask the thread to end; a blocked read returns."""
        self._ending.set()
        source = self._source
        if source is not None:
            source.close()

    def run(self) -> None:
        """Open and read until the end."""
        try:
            source = self._source = self._make_source()
            room = RoomCheck(self._checks)
        except FaceQAError as error:
            self._fail(str(error), Trouble.OTHER)
            return
        while not self._ending.is_set():
            try:
                info = source.open()
                self.opened.emit(info)
                self._pump(source, info, room)
                self._why = (said("The source stopped sending pictures."), Trouble.LOST)
            except SourceError as error:
                self._why = (str(error), trouble_of(error))
            source.close()
            if not self._ending.is_set():
                self._fail(*self._why)
            self._ending.wait(_PAUSE_SECONDS)

    def _fail(self, sentence: str, trouble: Trouble) -> None:
        self._facts = CameraFacts(problem=sentence)
        self.failed.emit(sentence, trouble)

    def _pump(self, source: FrameSource, info: SourceInfo, room: RoomCheck) -> None:
        look_at = 0.0
        while not self._ending.is_set() and (frame := source.read()) is not None:
            self._read_at.append(frame.captured_at)
            self._facts = CameraFacts(info.name, info.kind, self._rate())
            if self._newest.put(frame):
                self.frame_waiting.emit()
            now = time.monotonic()
            if now >= look_at:
                self.looked.emit(room.look(frame))
                look_at = now + _LOOK_SECONDS

    def _rate(self) -> float:
        times = list(self._read_at)
        if len(times) < 2 or times[-1] <= times[0]:
            return 0.0
        return (len(times) - 1) / (times[-1] - times[0])
