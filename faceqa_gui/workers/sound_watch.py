"""`SoundWatch`: tells the start record when a start has run soundly for long enough."""

from PySide6.QtCore import QObject, QTimer, Slot

from faceqa_gui.start_record import SOUND_SECONDS, StartRecord
from faceqa_gui.station import Station

_LOOK_MS = 1000


class SoundWatch(QObject):
    """Calls the start sound once, `SOUND_SECONDS` after its first verdict."""

    def __init__(
        self,
        station: Station,
        starts: StartRecord,
        parent: QObject | None = None,
        *,
        sound_seconds: float = SOUND_SECONDS,
    ) -> None:
        super().__init__(parent)
        self._station = station
        self._starts = starts
        self._sound_seconds = sound_seconds
        self._first_verdict: float | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self.look)
        self._look.start()

    def stop(self) -> None:
        """Look no more; a timer that outlives its station would fire into nothing."""
        self._look.stop()

    @Slot()
    def look(self) -> None:
        """Look at the station once; the watch ends with the sound start."""
        state = self._station.state()
        if self._first_verdict is None and state.assessment_ms is not None:
            self._first_verdict = state.now
        if (
            self._first_verdict is not None
            and state.now - self._first_verdict >= self._sound_seconds
        ):
            self._look.stop()
            self._starts.call_sound()
