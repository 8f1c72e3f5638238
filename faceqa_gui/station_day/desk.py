"""`Desk`: the operator's hands at the real window, which count what they do."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from faceqa_gui.app import StationApp
from faceqa_gui.station_day.sheet import Sheet
from faceqa_gui.windows.actions import StationAction

NAME, PIN = "Front desk", "284913"


class Desk:
    """Everything goes through widgets and actions of the window, as a person's hands would."""

    def __init__(self, station_app: StationApp, sheet: Sheet) -> None:
        self._app = station_app
        self._sheet = sheet
        self.clicks = 0
        self.keys = 0

    def click(self, button: QAbstractButton) -> None:
        """Press a button of the window."""
        self.clicks += 1
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose(self, which: StationAction) -> None:
        """Choose an action from its menu: one click opens the menu, one takes the line."""
        self.clicks += 2
        self._app.window.action_table[which].trigger()

    def name_subject(self, name: str) -> None:
        """Write who sits there."""
        field = self._app.window.top_bar.subject_field
        self.clicks += 1
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        field.clear()
        self._type(field, name)

    def unlock(self) -> None:
        """Sign in again, as whoever locked."""
        cover = self._app.window.cover
        if cover.name.text() != NAME:
            cover.name.clear()
            self._type(cover.name, NAME)
        self._type(cover.pin, PIN)

    def keep_picture(self, caption: str) -> None:
        """Keep what the operator sees now."""
        self._app.refresh()
        self._sheet.add(self._app.window.grab().toImage(), caption)

    def _type(self, field: QLineEdit, text: str) -> None:
        self.keys += len(text) + 1
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
