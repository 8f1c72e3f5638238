"""`LongErrand`: work that takes seconds to minutes, tells how far it is and can be stopped."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from faceqa_gui.workers.errand import Errand

Report = Callable[[int, int], bool]
"""Told how much of how much is done; true once the work is to stop."""


class LongErrand(Errand):
    """`progressed` carries what is done and the total; a stopped work refuses in its own words."""

    progressed = Signal(int, int)

    def __init__(self, work: Callable[[Report], object], parent: QObject | None = None) -> None:
        """Run `work` once started."""
        super().__init__(lambda: work(self._report), parent)
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Ask the work to stop at its next report."""
        self._stopped.set()

    def _report(self, done: int, total: int) -> bool:
        self.progressed.emit(done, total)
        return self._stopped.is_set()
