"""`HelpControl`: joins help and about box with the station's window."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from faceqa_gui.windows.actions import StationAction
from faceqa_gui.windows.help_key import HelpKey
from faceqa_gui.windows.station_window import StationWindow


class HelpControl(QObject):
    """F1 opens the page for where the keys go; Help → About tells what this program is."""

    def __init__(
        self, folder: Path, window: StationWindow, application: QApplication, parent: QObject
    ) -> None:
        """Take the two actions over.

        Args:
            folder: of everything the program writes.
            window: the station's.
            application: whose keys are listened to.
            parent: owner.
        """
        super().__init__(parent)
        self._folder = folder
        self._window = window
        self.key = HelpKey(application, window, owner_has_key=True)
        window.action_table.on(StationAction.HELP_PAGE, self._help)
        window.action_table.on(StationAction.ABOUT, self._about)

    @Slot()
    def _help(self) -> None:
        self.key.show_for(QApplication.focusWidget())

    @Slot()
    def _about(self) -> None:
        # Gathering versions reads hundreds of files: nothing that a start should wait for.
        from faceqa_gui.windows.about_dialog import AboutDialog

        dialog = AboutDialog(self._folder, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
