"""`AssessorThread`: judges the newest frame, never a queue of them."""

from PySide6.QtCore import QObject

from faceqa_gui.frames.latest import LatestFrame
from faceqa_gui.station import Station
from faceqa_gui.wording import said
from faceqa_gui.workers.engine_thread import EngineThread, closes_gate_on_failure

_WAIT_SECONDS = 0.1


class AssessorThread(EngineThread):
    """Carries the newest frame into the station."""

    def __init__(
        self, station: Station, newest: LatestFrame, parent: QObject | None = None
    ) -> None:
        super().__init__(station, parent)
        self._newest = newest

    @closes_gate_on_failure(said("Judging frames failed inside the program. Restart the program."))
    def run(self) -> None:
        """Judge until stopped."""
        while not self.stopping.is_set():
            frame = self._newest.take(_WAIT_SECONDS)
            if frame is not None:
                self.station.judge(frame)
