"""`Errand`: one slow piece of work beside the GUI thread, such as comparing a PIN."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from faceqa_gui.errors import FaceQAError, OperatorError
from faceqa_gui.wording import said


class Errand(QThread):
    """Runs once; `done` carries what the work returned, `refused` its `FaceQAError`.

    Whoever keeps one waits for it before they go.
    """

    done = Signal(object)
    refused = Signal(object)

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        """Run `work` once started."""
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        """Work, and tell how it went."""
        try:
            result = self._work()
        except FaceQAError as error:
            self.refused.emit(error)
        except Exception:
            # Otherwise whoever asked would wait for ever.
            self.refused.emit(
                OperatorError(said("This computer failed at it; the log says more. Try again."))
            )
            raise
        else:
            self.done.emit(result)
