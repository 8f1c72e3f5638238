"""`RecordsThread`: reads the store for a window, so that the window never waits for a disk."""

import logging
import threading
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from faceqa_gui.errors import FaceQAError
from faceqa_gui.wording import said

_FAILED = said("The program failed at it; the log says more. Close this window and open it again.")
_log = logging.getLogger(__name__)


class RecordsThread(QThread):
    """Answers questions, the newest first: what is looked at now matters more than before.

    `answered` carries the question and its answer, `refused` the question and a sentence. The
    first question starts it.
    """

    answered = Signal(object, object)
    refused = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[tuple[object, Callable[[], object]]] = deque()
        self._changed = threading.Condition()
        self._stopping = False

    def ask(self, question: object, work: Callable[[], object]) -> None:
        """Have `work` done here; `question` comes back with what it returns."""
        with self._changed:
            self._waiting.appendleft((question, work))
            self._changed.notify()
        if not self.isRunning() and not self._stopping:
            self.start()

    def forget(self) -> None:
        """Drop every question that waits; the answer to the present one may still come."""
        with self._changed:
            self._waiting.clear()

    def stop(self) -> None:
        """Ask the thread to end; `wait` then returns as soon as the present question is done."""
        with self._changed:
            self._stopping = True
            self._changed.notify()

    def run(self) -> None:
        """Answer until stopped."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._stopping)
                if self._stopping:
                    return
                question, work = self._waiting.popleft()
            try:
                answer = work()
            except FaceQAError as error:
                self.refused.emit(question, str(error))
            except Exception:  # noqa: BLE001  (whoever asked would wait for ever)
                _log.exception("the records could not be read")
                self.refused.emit(question, _FAILED)
            else:
                self.answered.emit(question, answer)
