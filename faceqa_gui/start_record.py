"""`StartRecord`: how many starts in a row have crashed, so that the next one can be a safe one.

The number is raised on the disk before anything risky happens and set back by a clean stop, so a
process that dies in whatever way leaves it raised. Whoever writes it holds the lock of the only
instance.
"""

import json
import logging
from pathlib import Path

from faceqa_gui.records.durable import replace_file

START_FILE = "starts.json"
CRASHES_BEFORE_SAFE = 2
"""After so many crashed starts in a row the next one is a safe start."""

SOUND_SECONDS = 30.0
"""A start counts as sound this long after its first verdict.

What crashes a start (a camera driver, a model, a runtime, a setting) has by then worked for many
frames, and a first explanation and capture fit into this time. A crash after that is no reason to
take the operator's settings away.
"""

_FILE_LIMIT_BYTES = 1000
_MOST = 1_000_000
_log = logging.getLogger(__name__)


class StartRecord:
    """The count of starts that have not ended cleanly, in a file that may be missing or bad."""

    def __init__(self, folder: Path) -> None:
        """Read what earlier starts left; nothing is written yet.

        Args:
            folder: of everything the program writes; its lock must be held.
        """
        self._path = folder / START_FILE
        self._crashed = _read(self._path)

    @property
    def is_safe_start(self) -> bool:
        """Whether this start is to touch no camera and no settings by itself."""
        return self._crashed >= CRASHES_BEFORE_SAFE

    def begin(self) -> None:
        """This start counts as crashed from now on, until it is called sound."""
        self._write(min(self._crashed + 1, _MOST))

    def call_sound(self) -> None:
        """This start has ended cleanly or run soundly: none in a row has crashed."""
        self._write(0)

    def _write(self, unfinished: int) -> None:
        try:
            replace_file(self._path, json.dumps({"unfinished": unfinished}).encode() + b"\n")
        except OSError as error:
            # A start that cannot be counted must still be possible.
            _log.warning("%s cannot be written: %s", self._path, error.strerror)


def _read(path: Path) -> int:
    """The number in the file; 0 where it is missing or says nothing that can be understood."""
    try:
        with path.open("rb") as stream:
            values = json.loads(stream.read(_FILE_LIMIT_BYTES))
    except FileNotFoundError:
        return 0
    except (OSError, ValueError, RecursionError):
        _log.warning("%s cannot be read; crashed starts are counted anew", path)
        return 0
    unfinished = values.get("unfinished") if isinstance(values, dict) else None
    if isinstance(unfinished, bool) or not isinstance(unfinished, int):
        return 0
    return min(max(unfinished, 0), _MOST)
