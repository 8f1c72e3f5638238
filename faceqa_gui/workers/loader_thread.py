"""`LoaderThread`: loads model and eye detector, so that the window paints first."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from faceqa_gui.errors import FaceQAError
from faceqa_gui.eyes.eye_state import EyeDetector
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.station import Station
from faceqa_gui.wording import said
from faceqa_gui.workers.engine_thread import EngineThread, closes_gate_on_failure

Loader = Callable[[], tuple[QualityModel, EyeDetector]]


class LoaderThread(EngineThread):
    """Loads once and attaches the result to the station."""

    loaded = Signal(object)
    refused = Signal(str)

    def __init__(self, station: Station, load: Loader, parent: QObject | None = None) -> None:
        super().__init__(station, parent)
        self._load = load

    @closes_gate_on_failure(said("The model could not be loaded. Run “faceqa model verify”."))
    def run(self) -> None:
        """Load; a model that is refused latches the station closed, with the reason."""
        try:
            model, eyes = self._load()
        except FaceQAError as error:
            self.station.fail(str(error))
            self.refused.emit(str(error))
            return
        self.station.attach(model, eyes)
        self.loaded.emit(model)
