"""`SideWindow`: what the windows beside the station's have in common."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class SideWindow(QWidget):
    """A window of its own on the station's ground, which Escape closes."""

    def __init__(self, least: QSize, size: QSize, parent: QWidget | None) -> None:
        """Show nothing yet.

        Args:
            least: the smallest size in which everything fits.
            size: to begin with.
            parent: the station window, if there is one.
        """
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(least)
        self.resize(size)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
