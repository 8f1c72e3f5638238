"""`whole_file`: a file for people to take along, that appears whole or not at all.

It may lie on a stick or a share, so nothing is asked of the file system that these do not have.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedRandom
from pathlib import Path

from faceqa_gui.errors import StoreError
from faceqa_gui.records.durable import FILE_MODE, refusal, remove, sync_folder
from faceqa_gui.wording import said

_NEW_FILE = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def check_place(path: Path, *, overwrite: bool) -> None:
    """Refuse a place that cannot take the file, before minutes of work are spent.

    Raises:
        StoreError: the folder does not exist, or something lies there already.
    """
    if not path.absolute().parent.is_dir():
        raise StoreError(
            said(
                "There is no folder {parent}. Make it, then export.", parent=path.absolute().parent
            )
        )
    if os.path.lexists(path) and (path.is_symlink() or not path.is_file()):
        raise StoreError(said("{path} exists and is no plain file. Name another one.", path=path))
    if os.path.lexists(path) and not overwrite:
        raise StoreError(
            said(
                "{path} exists and is not overwritten. Name another file, or allow it to be "
                "replaced.",
                path=path,
            )
        )


def part_beside(path: Path) -> Path:
    """Where what is not whole yet lies; always the same, so that what a crash left is found."""
    return path.absolute().with_name(f".{path.name}.part")


@contextmanager
def whole_file(path: Path, what: str, *, overwrite: bool) -> Iterator[BufferedRandom]:
    """A stream to write; `path` appears, for this user only, when the block ends without an error.

    Args:
        path: of the file.
        what: begins the sentence of an error, such as `The export cannot be written`.
        overwrite: whether a file that is there may be replaced.

    Raises:
        StoreError: it exists, or cannot be written; then nothing of it stays. After a crash a
            hidden file may stay, which the next export to the same place removes.
    """
    check_place(path, overwrite=overwrite)
    part = part_beside(path)
    try:
        try:
            remove(part)
            with os.fdopen(os.open(part, _NEW_FILE, FILE_MODE), "w+b") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            check_place(path, overwrite=overwrite)
            part.replace(path)
        except BaseException:
            # What went wrong first is what the user must hear.
            with suppress(OSError):
                remove(part)
            raise
        sync_folder(path.absolute().parent)
    except OSError as error:
        raise refusal(what, path, error) from error
