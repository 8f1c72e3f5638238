"""`CameraError`: why a camera gives no picture, so that a window can offer the way on."""

from enum import StrEnum
from pathlib import Path

from faceqa_gui.errors import SourceError

_MOST_NAMED = 3


class Trouble(StrEnum):
    """What keeps a source from delivering."""

    ABSENT = "absent"
    LOST = "lost"
    REPLACED = "replaced"
    UNCERTAIN = "uncertain"
    IN_USE = "in_use"
    DENIED = "denied"
    SILENT = "silent"
    OTHER = "other"


class CameraError(SourceError):
    """A camera cannot be opened or has stopped.

    Attributes:
        trouble: what kind of trouble it is.
    """

    def __init__(self, sentence: str, trouble: Trouble) -> None:
        """Say `sentence` to the user, and `trouble` to the program."""
        super().__init__(sentence)
        self.trouble = trouble


def trouble_of(error: SourceError) -> Trouble:
    """The kind of trouble that an error tells of; `OTHER` where it is no camera's."""
    return error.trouble if isinstance(error, CameraError) else Trouble.OTHER


def programs_that_hold(device: Path, processes: Path = Path("/proc")) -> list[str]:
    """Names of this user's other programs that have `device` open, as far as Linux tells.

    Args:
        device: device file.
        processes: where Linux lists processes; elsewhere there is no such folder.
    """
    place = str(device.resolve())
    own = processes / "self"
    here = own.resolve().name if own.exists() else ""
    found = []
    for process in sorted(processes.glob("[0-9]*")):
        try:
            if process.name != here and any(
                str(entry.readlink()) == place for entry in (process / "fd").iterdir()
            ):
                found.append((process / "comm").read_text(encoding="utf-8").strip())
        except OSError:
            # It ended meanwhile, or is another user's.
            continue
    return sorted(set(found))[:_MOST_NAMED]
