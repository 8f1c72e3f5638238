"""`ChildErrand`: work in a process of its own, waited for beside the GUI thread."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from faceqa_gui.lab.child_work import ChildWork
from faceqa_gui.workers.errand import Errand


class ChildErrand(Errand):
    """`progressed` carries what is done and the total; `work` pauses, resumes and cancels it."""

    progressed = Signal(int, int)

    def __init__(
        self,
        function: Callable[..., object],
        arguments: Sequence[object],
        parent: QObject | None = None,
    ) -> None:
        """Run `function(talk, *arguments)` in a child process once started (see `ChildWork`)."""
        self.work = ChildWork(function, *arguments)
        super().__init__(lambda: self.work.run(self.progressed.emit), parent)
