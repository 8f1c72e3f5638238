"""The program's log: what failed and where in the code, never a picture or a person's text.

It lies beside the settings as `faceqa.log`, for whoever maintains the station. Messages of
exceptions may quote what somebody typed, so that only their kind and place are written.
"""

import copy
import logging
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from faceqa_gui.errors import StoreError
from faceqa_gui.wording import reason, said

LOG_FILE = "faceqa.log"
_LARGEST_BYTES = 1_000_000
_OLDER_FILES = 2
_FILE_MODE = 0o600

_log = logging.getLogger(__name__)
_Info = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _PlacesOnly(logging.Formatter):
    """Writes of an exception its kind and the places that it went through."""

    def format(self, record: logging.LogRecord) -> str:
        # Another handler may have left its own text of the exception in the record.
        own = copy.copy(record)
        own.exc_text = None
        return super().format(own)

    def formatException(self, ei: _Info) -> str:  # noqa: N802  (logging's name)
        kind, _, trace = ei
        name = kind.__qualname__ if kind else ""
        places = traceback.extract_tb(trace)
        lines = [f"  {place.filename}:{place.lineno} in {place.name}" for place in places]
        return "\n".join([name, *lines])


class _PrivateFile(RotatingFileHandler):
    """A log file that only its owner can read."""

    def _open(self) -> TextIOWrapper:
        stream = super()._open()
        Path(self.baseFilename).chmod(_FILE_MODE)
        return stream


@contextmanager
def kept_log(folder: Path) -> Iterator[None]:
    """Write the program's log into `folder`, and nothing of it to the terminal.

    Raises:
        StoreError: the log cannot be written.
    """
    path = folder / LOG_FILE
    try:
        handler = _PrivateFile(
            path, maxBytes=_LARGEST_BYTES, backupCount=_OLDER_FILES, encoding="utf-8"
        )
    except OSError as error:
        raise StoreError(
            said(
                "The log {path} cannot be written: {why}. Check its permissions, or set "
                "FACEQA_HOME to another folder.",
                path=path,
                why=reason(error),
            )
        ) from error
    handler.setFormatter(_PlacesOnly("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()


@contextmanager
def watched_failures(tell: Callable[[str], None]) -> Iterator[None]:
    """Log every exception that nobody caught, in any thread or slot, and tell it in a sentence.

    Args:
        tell: is given the sentence, in the thread where it happened.
    """
    threads, main = threading.excepthook, sys.excepthook

    def note(
        kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None or issubclass(kind, KeyboardInterrupt):
            return
        _log.error("nobody caught this", exc_info=(kind, error, trace))
        tell(
            said(
                "Something failed inside the program. UV light stays off until you acknowledge "
                "this; restart the program if it comes again."
            )
        )

    def note_in_thread(found: threading.ExceptHookArgs) -> None:
        note(found.exc_type, found.exc_value, found.exc_traceback)

    sys.excepthook, threading.excepthook = note, note_in_thread
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = main, threads
