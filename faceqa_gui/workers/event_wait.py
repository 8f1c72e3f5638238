"""`let_pass`: lets time pass in the window while everything else goes on."""

from PySide6.QtCore import QEventLoop, QTimer


def let_pass(milliseconds: int) -> None:
    """Handle events for so long.

    `QTest.qWait` keeps Python's lock while it sleeps, which starves the threads that judge.
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
