"""`LabControl`: opens the lab beside a running station, and ends what it does with the station."""

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, Slot

from faceqa_gui.errors import FaceQAError
from faceqa_gui.windows.actions import StationAction
from faceqa_gui.windows.station_window import StationWindow
from faceqa_gui.workers.errand import Errand

if TYPE_CHECKING:
    from faceqa_gui.windows.lab_window import LabWindow

_MODULE = "faceqa_gui.windows.lab_window"


class LabControl(QObject):
    """The lab's libraries take a second to import: that is done beside the GUI thread, once."""

    def __init__(self, folder: Path, window: StationWindow, parent: QObject | None = None) -> None:
        """Follow the window's wish.

        Args:
            folder: everything the program writes goes there.
            window: the station's; the lab's window belongs to it.
            parent: keeps this object.
        """
        super().__init__(parent)
        self._folder = folder
        self._window = window
        self._errand: Errand | None = None
        self.lab: LabWindow | None = None
        """The lab's window; None until it was asked for."""
        window.action_table.on(StationAction.LAB, self._open)

    @property
    def is_working(self) -> bool:
        """Whether a thread of the lab is at work."""
        importing = self._errand is not None and self._errand.isRunning()
        return importing or (self.lab is not None and self.lab.is_working)

    def stop(self) -> None:
        """Ask everything of the lab to end; an unfinished run can go on another day."""
        if self.lab is not None:
            self.lab.stop()

    def wait(self, deadline: QDeadlineTimer) -> bool:
        """Wait for the lab's threads; whether they ended."""
        imported = self._errand is None or self._errand.wait(deadline)
        return imported and (self.lab is None or self.lab.wait(deadline))

    @Slot()
    def _open(self) -> None:
        if self.lab is not None:
            self.lab.open()
        elif self._errand is None:
            self._errand = Errand(lambda: importlib.import_module(_MODULE), self)
            self._errand.done.connect(self._show)
            self._errand.refused.connect(self._say)
            self._errand.start()

    @Slot(object)
    def _show(self, _module: object) -> None:
        from faceqa_gui.windows.lab_window import LabWindow

        self.lab = LabWindow(self._folder, self._window)
        self.lab.open()

    @Slot(object)
    def _say(self, error: FaceQAError) -> None:
        self._errand = None
        self._window.show_notice(str(error))
