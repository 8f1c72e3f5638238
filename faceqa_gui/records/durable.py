"""Files and folders that are really on the disk when a function returns.

On Windows folders cannot be synchronised and modes mean little: there the store is protected by
the access rights of the user's own profile.
"""

import errno
import hashlib
import os
import shutil
from pathlib import Path

from faceqa_gui.errors import StoreError
from faceqa_gui.wording import reason, said

FOLDER_MODE = 0o700
FILE_MODE = 0o600

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_SYNCS_FOLDERS = os.name == "posix"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def refusal(what: str, place: Path, error: OSError) -> StoreError:
    """`error` in the user's words: what failed, where, and what to do."""
    if error.errno in _FULL:
        return StoreError(
            said(
                "{what} in {place}: the disk or its quota is full. Free some space, then try "
                "again.",
                what=what,
                place=place,
            )
        )
    if error.errno in _FORBIDDEN:
        return StoreError(
            said(
                "{what} in {place}: writing or reading is not permitted there. Check the "
                "folder's permissions.",
                what=what,
                place=place,
            )
        )
    return StoreError(
        said(
            "{what} in {place}: {why}. Check that the folder exists and its drive is connected.",
            what=what,
            place=place,
            why=reason(error) if error.strerror else said("the disk does not answer"),
        )
    )


def make_folder(path: Path) -> None:
    """Create `path` and its missing parents, for this user only. Raises `OSError`."""
    missing = [folder for folder in (path, *path.parents) if not folder.is_dir()]
    for folder in reversed(missing):
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)  # another thread may be faster
        sync_folder(folder.parent)


def sync_folder(path: Path) -> None:
    """Put the names inside `path` on the disk. Raises `OSError`."""
    if _SYNCS_FOLDERS:
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write_new_file(path: Path, data: bytes) -> None:
    """Write a file that does not exist yet, put it on the disk, read it back and compare.

    Raises:
        OSError: it exists, or cannot be written, or is not what was written.
    """
    with os.fdopen(os.open(path, _NEW_FILE, FILE_MODE), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    if sha256_of_file(path) != hashlib.sha256(data).hexdigest():
        raise OSError(errno.EIO, "what was written cannot be read back unchanged")


def replace_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; an old one stays if anything fails.

    Only one process may write the same path. Raises `OSError`.
    """
    part = _part(path)
    remove(part)
    try:
        write_new_file(part, data)
        part.replace(path)
    finally:
        remove(part)
    sync_folder(path.parent)


def remove_part(path: Path) -> None:
    """Remove what a crash in the midst of `replace_file` left. Raises `OSError`."""
    remove(_part(path))


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def sha256_of_file(path: Path) -> str:
    """The checksum of a file as 64 hexadecimal digits. Raises `OSError`."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def remove(path: Path) -> None:
    """Remove a file, a link (not what it leads to) or a whole folder. Raises `OSError`."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
