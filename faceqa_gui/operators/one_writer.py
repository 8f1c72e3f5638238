"""`one_writer`: one process and thread at a time changes a file."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from faceqa_gui.errors import OperatorError
from faceqa_gui.records.durable import FILE_MODE, make_folder
from faceqa_gui.wording import said

_PATIENCE_SECONDS = 5.0


@contextmanager
def one_writer(lock_file: Path) -> Iterator[None]:
    """Hold the lock in `lock_file` while the block runs; the system frees it of a dead process.

    SQLite's own file lock is used because it is the same on every system.

    Raises:
        OSError: the file cannot be made.
        OperatorError: another holds the lock for too long.
    """
    make_folder(lock_file.parent)
    os.close(os.open(lock_file, os.O_RDWR | os.O_CREAT, FILE_MODE))
    with closing(
        sqlite3.connect(lock_file, timeout=_PATIENCE_SECONDS, isolation_level=None)
    ) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            raise OperatorError(
                said(
                    "Another FaceQA is changing the operators ({lock_file} is held). Try again.",
                    lock_file=lock_file,
                )
            ) from error
        yield
