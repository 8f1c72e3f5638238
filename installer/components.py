"""`find_components`: which libraries the frozen program really holds, file by file."""

import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

OWN = "faceqa-gui"
PYTHON = "CPython"
FREEZER = "pyinstaller"

_METADATA = ".dist-info/"


class UnknownFileError(Exception):
    """A file of the program belongs to no installed library."""


@dataclass(frozen=True, slots=True)
class Collected:
    """A file or module of the frozen program.

    Attributes:
        place: path inside the folder of libraries, or dotted name of a module.
        source: what it was made from on the building computer.
        kind: PyInstaller's word, such as `BINARY`, `DATA` or `PYMODULE`.
    """

    place: str
    source: str
    kind: str


@dataclass(frozen=True, slots=True)
class Component:
    """A library in the program.

    Attributes:
        name: of the distribution, `CPython` or `faceqa-gui`.
        version: of it.
        files: what of it is in the program.
        distribution: its metadata; None for Python itself.
    """

    name: str
    version: str
    files: tuple[Collected, ...]
    distribution: Distribution | None


def find_components(
    collected: Iterable[Collected], root: Path, search_path: Sequence[str]
) -> tuple[Component, ...]:
    """The libraries that collected files come from, sorted by name.

    Args:
        collected: what was put into the program.
        root: FaceQA's own source folder.
        search_path: where libraries are installed, the first that has one counts.

    Raises:
        UnknownFileError: a file is of no library: a bill of materials would lack something.
    """
    installed = {found.name: found for found in reversed([*distributions(path=[*search_path])])}
    owners = {path: name for name, found in installed.items() for path in _paths(found)}
    folders = {str(Path(path).parent): name for path, name in owners.items() if _METADATA in path}
    files: dict[str, list[Collected]] = {}
    for entry in collected:
        files.setdefault(_owner(entry, owners, folders, root), []).append(entry)
    return tuple(
        Component(
            name,
            sys.version.split()[0] if name == PYTHON else installed[name].version,
            tuple(sorted(files[name], key=lambda entry: entry.place)),
            installed.get(name),
        )
        for name in sorted(files, key=str.lower)
        if any(_METADATA not in file.place for file in files[name])
    )


def _paths(installed: Distribution) -> Iterator[str]:
    """Every file of an installed library; there are tens of thousands, so that text must do."""
    base = str(installed.locate_file(""))
    for file in installed.files or ():
        path = f"{base}/{file}"
        yield os.path.normpath(path) if ".." in path else path


def _owner(
    entry: Collected, owners: Mapping[str, str], folders: Mapping[str, str], root: Path
) -> str:
    source = Path(entry.source)
    if entry.kind == "SYMLINK" or entry.source in {"", "-"}:
        # A link inside the program, or a package without a file of its own: nobody's work.
        return OWN
    for path in (source, source.resolve()):
        owner = owners.get(str(path)) or folders.get(str(path.parent))
        if owner is not None:
            return owner
    if "PyInstaller" in source.parts or "_pyinstaller_hooks_contrib" in source.parts:
        return FREEZER
    if source.is_relative_to(root / "build"):
        return FREEZER
    if source.is_relative_to(root) and not source.is_relative_to(sysconfig.get_path("purelib")):
        return OWN
    if source.resolve().is_relative_to(Path(sys.base_prefix).resolve()):
        return PYTHON
    raise UnknownFileError(f"{entry.place} was made from {source}, which is of no library.")


def read_collected(rows: Sequence[Sequence[str]]) -> tuple[Collected, ...]:
    """The rows (place, source, kind) that the spec file wrote."""
    return tuple(Collected(place, source, kind) for place, source, kind in rows)
