"""`SoundThread`: plays what the subject is told by ear, and lets no window wait for it."""

import logging
import threading

from PySide6.QtCore import QObject, QThread, Signal

from faceqa_gui.wording import said
from faceqa_gui.workers.sound import Sound

_log = logging.getLogger(__name__)


class SoundThread(QThread):
    """Has the loudspeaker to itself; the first sound starts it.

    Opening a loudspeaker or a voice may take long or never end, so nothing of it is done by whoever
    asks. `failed` carries a sentence, once, where nothing can be heard; later sounds are tried
    again, because a loudspeaker may be plugged in meanwhile.
    """

    failed = Signal(object)
    _wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._next: Sound | None = None
        self._stopping = False
        self._told = False

    def play(self, sound: Sound) -> None:
        """Play `sound` in place of whatever still plays; returns at once."""
        with self._lock:
            if self._stopping:
                return
            self._next = sound
        if self.isRunning():
            self._wanted.emit()
        else:
            self.start()

    def stop(self) -> None:
        """Ask the thread to end; `wait` then returns once the loudspeaker lets it go."""
        with self._lock:
            self._stopping, self._next = True, None
        self.quit()

    def run(self) -> None:
        """Play until stopped."""
        try:
            # Importing it needs libraries of the system, and takes a moment.
            from faceqa_gui.workers.loudspeaker import Loudspeaker
        except ImportError as error:
            self._tell(
                said(
                    "Instructions are only shown, not heard: this computer's sound cannot be used "
                    "({why}). Have it installed, or mute the sound in the View menu.",
                    why=error.msg,
                )
            )
            return
        speaker = Loudspeaker(self._take, self._tell)
        self._wanted.connect(speaker.play_next)
        speaker.play_next()
        if not self._stopping:
            self.exec()
        speaker.stop()
        self._wanted.disconnect(speaker.play_next)

    def _take(self) -> Sound | None:
        with self._lock:
            sound, self._next = self._next, None
            return sound

    def _tell(self, sentence: str) -> None:
        if not self._told:
            self._told = True
            _log.warning("no sound: %s", sentence)
            self.failed.emit(sentence)
