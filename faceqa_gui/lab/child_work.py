"""`ChildWork`: long work in a process of its own, with progress, pause, resume and cancel.

Neither the work nor the libraries it imports hold up the process that asked for it: a station in
that process goes on judging live frames.
"""

import os
import threading
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from traceback import extract_tb

from faceqa_gui.errors import FaceQAError, RunError
from faceqa_gui.lab.run_control import Control
from faceqa_gui.wording import said

_LOST = said(
    "The process that did the work ended before it was done, perhaps for lack of memory. Close "
    "other programs and start the run again; what a run folder holds is not repeated."
)
_CANCELLED = said("Cancelled.")
_LOOK_SECONDS = 0.1
_PATIENCE_SECONDS = 5.0
_LOWER_PRIORITY = 10


class Talk:
    """The child's side: tells how far it is, and is told to pause or to end."""

    def __init__(self, connection: "Connection[object, object]") -> None:
        self._connection = connection
        self.control = Control()
        threading.Thread(target=self._listen, daemon=True).start()

    def progress(self, done: int, total: int) -> None:
        """Tell that `done` of `total` are done."""
        self._connection.send(("progress", done, total))

    def step(self, done: int, total: int) -> None:
        """Tell the same where the work does not look at `control` by itself; waits while paused.

        Raises:
            RunError: the work was cancelled.
        """
        self.progress(done, total)
        self.control.wait()
        if self.control.cancelled:
            raise RunError(_CANCELLED)

    def _listen(self) -> None:
        try:
            while True:
                match self._connection.recv():
                    case "pause":
                        self.control.pause()
                    case "resume":
                        self.control.resume()
                    case _:
                        self.control.cancel()
        except (EOFError, OSError):
            # Whoever asked is gone; so is the use of the work.
            self.control.cancel()


class ChildWork:
    """Runs `function(talk, *arguments)` once in a process of its own; both must be importable."""

    def __init__(self, function: Callable[..., object], *arguments: object) -> None:
        """Start nothing yet."""
        context = get_context("spawn")
        self._connection, self._childs = context.Pipe()
        self._process = context.Process(
            target=_work, args=(self._childs, function, arguments), name="faceqa-lab"
        )
        self._cancelled_at: float | None = None

    def run(self, report: Callable[[int, int], object]) -> object:
        """Work to the end; to be called once.

        Args:
            report: called in this thread with what is done and the total.

        Raises:
            FaceQAError: the work cannot be done, was cancelled, or its process was lost.
        """
        self._process.start()
        self._childs.close()
        try:
            while not self._is_overdue():
                if not self._connection.poll(_LOOK_SECONDS):
                    continue
                match self._connection.recv():
                    case ("progress", int(done), int(total)):
                        report(done, total)
                    case ("done", result):
                        return result
                    case ("refused", FaceQAError() as error):
                        raise error
            raise RunError(_CANCELLED)
        except (EOFError, OSError) as error:
            raise RunError(_CANCELLED if self.cancelled else _LOST) from error
        finally:
            self._process.terminate()
            self._process.join()
            self._connection.close()

    @property
    def cancelled(self) -> bool:
        """Whether somebody cancelled it."""
        return self._cancelled_at is not None

    def pause(self) -> None:
        """Go no further than the pictures under way."""
        self._tell("pause")

    def resume(self) -> None:
        """Go on."""
        self._tell("resume")

    def cancel(self) -> None:
        """End soon, or be ended."""
        self._cancelled_at = time.monotonic()
        self._tell("cancel")

    def _tell(self, wish: str) -> None:
        try:
            self._connection.send(wish)
        except OSError:
            return  # it has ended already

    def _is_overdue(self) -> bool:
        begun = self._cancelled_at
        return begun is not None and time.monotonic() - begun > _PATIENCE_SECONDS


def _work(
    connection: "Connection[object, object]",
    function: Callable[..., object],
    arguments: tuple[object, ...],
) -> None:
    if hasattr(os, "nice"):
        os.nice(_LOWER_PRIORITY)
    try:
        answer: tuple[str, object] = ("done", function(Talk(connection), *arguments))
    except FaceQAError as error:
        answer = ("refused", error)
    except Exception as error:  # noqa: BLE001  (whoever asked would wait for ever)
        answer = ("refused", RunError(_unforeseen(error)))
    connection.send(answer)


def _unforeseen(error: Exception) -> str:
    """Kind and place of a failure; its own words may quote a person."""
    place = extract_tb(error.__traceback__)[-1]
    return said(
        "The work failed in a way that was not foreseen ({kind} in {file}, line {line}). Start it "
        "again.",
        kind=type(error).__name__,
        file=Path(place.filename).name,
        line=place.lineno,
    )
