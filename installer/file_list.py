"""`file_list`: every file of a folder with its checksum, in an order that does not change."""

import hashlib
from pathlib import Path

NAME = "SHA256SUMS"
"""The list lies in the program's folder; `sha256sum --check --quiet SHA256SUMS` reads it there."""


def file_list(folder: Path) -> str:
    """One line for each file but the list itself: SHA-256, two spaces, path inside `folder`.

    Lines are sorted by path, byte by byte. A link counts as the file that it leads to.

    Args:
        folder: what to list.

    Returns:
        Lines as `sha256sum` writes them, each ended by a line feed.
    """
    paths = {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()
    }
    paths.pop(NAME, None)
    return "".join(f"{_sha256(paths[name])}  {name}\n" for name in sorted(paths, key=str.encode))


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
