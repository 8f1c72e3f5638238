"""`SelfTestThread`: looks at the station's parts beside everything else."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from faceqa_gui.self_test import Bench, run_self_test
from faceqa_gui.station import Station
from faceqa_gui.wording import said
from faceqa_gui.workers.engine_thread import EngineThread, closes_gate_on_failure


class SelfTestThread(EngineThread):
    """Runs once; `tested` carries the `SelfTest`, which the station has by then."""

    tested = Signal(object)

    def __init__(
        self,
        station: Station,
        bench: Callable[[Callable[[float], bool]], Bench],
        by: str = "",
        parent: QObject | None = None,
    ) -> None:
        """Look at a bench once started.

        Args:
            station: is told.
            bench: makes what is looked at, given how to wait; called in this thread.
            by: the name of who asked for it; "" for the program itself.
            parent: owner of the thread object.
        """
        super().__init__(station, parent)
        self._bench = bench
        self._by = by

    @closes_gate_on_failure(
        said("The self-test failed inside the program. Close FaceQA and start it again.")
    )
    def run(self) -> None:
        """Test; a test that was cut short by the program's end tells nobody."""
        test = run_self_test(self._bench(self.stopping.wait))
        if not self.stopping.is_set():
            self.station.take_self_test(test, self._by)
            self.tested.emit(test)
