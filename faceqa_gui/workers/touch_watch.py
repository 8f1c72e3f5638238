"""`TouchWatch`: notices that somebody uses the keyboard, the mouse or the screen."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}


class TouchWatch(QObject):
    """Listens to every window of the program that gets the focus; shortcuts never come so far.

    Only what the system sends to windows is looked at, not each widget's events: those would come
    with every painted frame.
    """

    touched = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            # Qt keeps a filter once, however often it is installed.
            window.installEventFilter(self)
            self.touched.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002  (Qt's name and form)
        """Look, and let everything through."""
        if event.type() in _TOUCHES:
            self.touched.emit()
        return False
