"""`HelpKey`: F1 in any window opens the page for what is in front of somebody."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from faceqa_gui.windows.help_topics import Topic, topic_of
from faceqa_gui.windows.help_window import HelpWindow


class HelpKey(QObject):
    """Gives each window the key when it first comes to the front.

    A dialog that blocks the other windows gets a help window of its own.
    """

    def __init__(
        self, application: QApplication, owner: QWidget, *, owner_has_key: bool = False
    ) -> None:
        """Follow the windows from now on.

        Args:
            application: whose windows are followed.
            owner: the window that the help belongs to; it ends with it.
            owner_has_key: an action of its own does this in `owner`.
        """
        super().__init__(owner)
        self._owner = owner
        self._have_key: set[QWidget] = {owner} if owner_has_key else set()
        self.window: HelpWindow | None = None
        application.focusWindowChanged.connect(self._take_front)

    def _take_front(self) -> None:
        window = QApplication.activeWindow()
        if window is not None:
            self.give(window)

    def give(self, window: QWidget) -> None:
        """Let F1 open help in a window, unless it does already."""
        if window in self._have_key:
            return
        self._have_key.add(window)
        window.destroyed.connect(partial(self._have_key.discard, window))
        key = QShortcut(QKeySequence(Qt.Key.Key_F1), window)
        key.activated.connect(lambda: self.show_for(QApplication.focusWidget()))

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
