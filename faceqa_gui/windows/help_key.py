"""`HelpKey`: F1 in any window opens the page for what is in front of somebody."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from faceqa_gui.windows.help_topics import Topic, topic_of
from faceqa_gui.windows.help_window import HelpWindow


class HelpKey(QObject):
    """Listens to the whole program; a dialog that blocks the others gets a window of its own."""

    def __init__(self, application: QApplication, owner: QWidget) -> None:
        """Listen from now on.

        Args:
            application: whose keys are listened to.
            owner: the window that the help belongs to; it ends with it.
        """
        super().__init__(owner)
        self._owner = owner
        self.window: HelpWindow | None = None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Take F1 before anybody else does."""
        pressed = event.type() is QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1:
            if isinstance(watched, QWidget):
                self.show_for(watched)
            return True
        return super().eventFilter(watched, event)

    def show_for(self, widget: QWidget | None) -> None:
        """Open the page for a widget."""
        self.show_topic(topic_of(widget))

    def show_topic(self, topic: Topic) -> None:
        """Open a page."""
        owner = QApplication.activeModalWidget() or self._owner
        if self.window is None or self.window.parentWidget() is not owner:
            self._close()
            self.window = HelpWindow(owner)
            self.window.destroyed.connect(self._forget)
        self.window.show_topic(topic)

    def _close(self) -> None:
        if self.window is not None:
            self.window.destroyed.disconnect(self._forget)
            self.window.close()
            self.window.deleteLater()
            self.window = None

    def _forget(self) -> None:
        self.window = None
