"""`EngineThread`: a Qt thread that can be asked to stop and whose failure closes the gate."""

import functools
import logging
import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QThread

from faceqa_gui.station import Station

_log = logging.getLogger(__name__)


class EngineThread(QThread):
    """A thread at work for the station; `stop` asks it to end, its loops look at `stopping`."""

    def __init__(self, station: Station, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.station = station
        self.stopping = threading.Event()

    def stop(self) -> None:
        """Ask the thread to end; `wait` then returns soon."""
        self.stopping.set()


AnyThread = TypeVar("AnyThread", bound=EngineThread)


def closes_gate_on_failure(
    notice: str,
) -> Callable[[Callable[[AnyThread], None]], Callable[[AnyThread], None]]:
    """For `run`: an error that nobody foresaw latches the gate, is logged, and is said out loud."""

    def decorate(run: Callable[[AnyThread], None]) -> Callable[[AnyThread], None]:
        @functools.wraps(run)
        def guarded(thread: AnyThread) -> None:
            try:
                run(thread)
            except Exception:  # noqa: BLE001  (closed beats open, whatever went wrong)
                _log.exception("%s failed", type(thread).__name__)
                thread.station.fail(notice)

        return guarded

    return decorate
