"""`CaptureThread`: exposes and records, off the GUI thread."""

import threading

from PySide6.QtCore import QObject

from faceqa_gui.errors import FaceQAError
from faceqa_gui.station import Station
from faceqa_gui.wording import said
from faceqa_gui.workers.engine_thread import EngineThread, closes_gate_on_failure


class CaptureThread(EngineThread):
    """Runs the capture that a press has begun."""

    def __init__(self, station: Station, parent: QObject | None = None) -> None:
        super().__init__(station, parent)
        self._pressed = threading.Event()

    def press(self) -> bool:
        """Pass the button's press to the station; True if a capture now runs."""
        begun = self.station.press()
        if begun:
            self._pressed.set()
        return begun

    def stop(self) -> None:
        """Ask the thread to end."""
        super().stop()
        self._pressed.set()

    @closes_gate_on_failure(
        said("The capture failed inside the program; UV light is off. Restart the program.")
    )
    def run(self) -> None:
        """Run one capture after the other until stopped."""
        while True:
            self._pressed.wait()
            if self.stopping.is_set():
                return
            self._pressed.clear()
            try:
                self.station.run_capture()
            except FaceQAError as error:
                self.station.notify(str(error))
