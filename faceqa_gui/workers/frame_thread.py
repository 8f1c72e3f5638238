"""`FrameThread`: reads a source and keeps only the newest frame."""

import threading
from collections import deque

from PySide6.QtCore import QObject, Signal

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.camera_trouble import Trouble, trouble_of
from faceqa_gui.frames.frame import Frame
from faceqa_gui.frames.frame_rate import RateWatch
from faceqa_gui.frames.latest import LatestFrame
from faceqa_gui.frames.source import FrameSource, SourceInfo
from faceqa_gui.station import Station
from faceqa_gui.wording import said
from faceqa_gui.workers.engine_thread import EngineThread, closes_gate_on_failure

_FIRST_PAUSE_SECONDS = 0.5
_LONGEST_PAUSE_SECONDS = 5.0
_RATE_FRAMES = 30


class FrameThread(EngineThread):
    """Carries frames to the assessor and to the preview; reconnects live sources by itself.

    The frames of a live source that has stalled are shown but not judged, so that the gate closes
    by its own silence rule. `lost` carries the sentence that tells why, and the `Trouble`.
    """

    opened = Signal(object)
    frame_waiting = Signal()
    lost = Signal(object, object)

    def __init__(
        self,
        station: Station,
        source: FrameSource,
        newest: LatestFrame,
        *,
        reconnects: bool,
        parent: QObject | None = None,
    ) -> None:
        """Read frames.

        Args:
            station: is told when the source opens and when it is lost.
            source: what to read; this thread opens and closes it.
            newest: where the assessor takes frames from.
            reconnects: come back by itself after a loss (cameras and network streams).
            parent: owner of the thread object.
        """
        super().__init__(station, parent)
        self._source = source
        self._newest = newest
        self._reconnects = reconnects
        self._preview = LatestFrame()
        self._notices_sent = 0
        self._notices_answered = 0
        self._most_notices = 0
        self._read_at: deque[float] = deque(maxlen=_RATE_FRAMES)
        self._pace = RateWatch()
        self._stalled = False
        self._again = threading.Event()
        self._reopening = False

    def take_preview(self) -> Frame | None:
        """The newest frame to paint, once; older ones are gone."""
        self._notices_answered += 1
        return self._preview.take(0.0)

    @property
    def most_waiting(self) -> dict[str, int]:
        """Largest number of frames, or of notices of them, that waited at once, by place."""
        return {
            "assessor": self._newest.most_waiting,
            "preview": self._preview.most_waiting,
            "preview notices": self._most_notices,
        }

    @property
    def frames_per_second(self) -> float:
        """The measured rate in Hz over the last frames; 0.0 before it is known."""
        times = list(self._read_at)
        if len(times) < 2 or times[-1] <= times[0]:
            return 0.0
        return (len(times) - 1) / (times[-1] - times[0])

    def stop(self) -> None:
        """Ask the thread to end; a blocked read returns."""
        super().stop()
        self._again.set()
        self._source.close()

    def try_again(self) -> None:
        """Open a lost source now instead of after the pause."""
        self._again.set()

    def reopen(self) -> None:
        """Close the source and open it at once, because something else is wanted of it."""
        self._reopening = True
        self._again.set()
        self._source.close()

    @closes_gate_on_failure(
        said("Reading the camera failed inside the program. Restart the program.")
    )
    def run(self) -> None:
        """Open and read until the end; come back with growing pauses while a camera is away."""
        pause = _FIRST_PAUSE_SECONDS
        while not self.stopping.is_set():
            self._reopening = False
            self._again.clear()
            trouble = Trouble.LOST
            try:
                info = self._source.open()
                self.station.open_source(info)
                if info.warning:
                    self.station.notify(info.warning)
                self.opened.emit(info)
                pause = _FIRST_PAUSE_SECONDS
                self._pump(info)
                notice = said("The camera stopped sending pictures.") if self._reconnects else ""
            except SourceError as error:
                notice, trouble = str(error), trouble_of(error)
            self._source.close()
            if self.stopping.is_set():
                return
            asked = self._reopening
            self.station.lose_source("" if asked else notice)
            if not asked:
                self.lost.emit(notice, trouble)
            if not (self._reconnects or asked):
                return
            if not asked:
                self._again.wait(pause)
                pause = min(2 * pause, _LONGEST_PAUSE_SECONDS)

    def _pump(self, info: SourceInfo) -> None:
        self._pace.reopen()
        while not self.stopping.is_set():
            frame = self._source.read()
            if frame is None:
                return
            self._read_at.append(frame.captured_at)
            if not (self._reconnects and self._is_stalled(frame, info)):
                self._newest.put(frame)
            if self._preview.put(frame):
                self._notices_sent += 1
                waiting = self._notices_sent - self._notices_answered
                self._most_notices = max(self._most_notices, waiting)
                self.frame_waiting.emit()

    def _is_stalled(self, frame: Frame, info: SourceInfo) -> bool:
        stalled = self._pace.see(frame.captured_at)
        if stalled and not self._stalled:
            self.station.notify(
                said(
                    "{source} sends {present:.1f} pictures a second instead of {usual:.0f}; they "
                    "are not judged. Check its cable and the light.",
                    source=info.name,
                    present=self._pace.present,
                    usual=self._pace.usual,
                )
            )
        elif self._stalled and not stalled:
            self.station.notify(
                said("{source} sends its pictures at the usual pace again.", source=info.name)
            )
        self._stalled = stalled
        return stalled
