"""What an export says of itself: progress, what was left out, what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from faceqa_gui.errors import StoreError
from faceqa_gui.wording import said

Progress = Callable[[int, int], bool | None]
"""Told before each capture how many of how many are done; true stops the export there."""


class ExportCancelledError(StoreError):
    """The user stopped an export."""


class ExportKind(StrEnum):
    """The form of an export."""

    ZIP = "zip"
    CSV = "csv"
    DICOM = "dicom"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that an export lacks.

    Attributes:
        capture: identifier of the capture.
        item: name of the file; `record.json` where nothing of the capture could be exported.
        reason: why, in a sentence.
    """

    capture: str
    item: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was exported.

    Attributes:
        target: the file or folder.
        kind: its form.
        captures: identifiers of the captures in it, in the order they were asked for.
        files: how many files it holds; of a CSV file, how many rows.
        left_out: what is missing, and why.
        sha256: checksum of the file; of a folder, of the list of its files' checksums.
        audit_problem: why the audit trail does not name the export, in a sentence; "" if it does.
    """

    target: Path
    kind: ExportKind
    captures: tuple[str, ...]
    files: int
    left_out: tuple[LeftOut, ...]
    sha256: str
    audit_problem: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether everything that was asked for is in it, and written down."""
        return not self.left_out and not self.audit_problem


def go_on(progress: Progress | None, done: int, total: int) -> None:
    """Tell how far an export is.

    Raises:
        ExportCancelledError: it is to stop.
    """
    if progress is not None and progress(done, total):
        raise ExportCancelledError(said("The export was stopped. Nothing of it was kept."))


def refuse_nothing(exported: Sequence[str], left_out: Sequence[LeftOut]) -> None:
    """Refuse an export in which nothing is.

    Raises:
        StoreError: nothing was exported; it says why.
    """
    if not exported:
        why = left_out[-1].reason if left_out else said("The captures have no pictures.")
        raise StoreError(said("Nothing can be exported. {why}", why=why))
