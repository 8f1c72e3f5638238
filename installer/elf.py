"""Which Debian packages the program's compiled files need, asked of the files themselves."""

import re
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from installer.paths import BuildError, run

_MAGIC = b"\x7fELF"
_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")
_LIBC_VERSION = re.compile(r"Name: GLIBC_(\d+(?:\.\d+)+)")
_LIBC = "libc6"

_OPTIONAL = ("*Multimedia*", "*TextToSpeech*", "*texttospeech*", "*Wl*", "*[Ww]ayland*")
"""Parts of Qt for sound and for Wayland. Without the system's libraries of theirs instructions are
shown and not heard, and windows come through X11; the package recommends those (`control.in`)."""


def is_elf(path: Path) -> bool:
    """Whether a file is a program or shared library of Linux."""
    with path.open("rb") as stream:
        return stream.read(len(_MAGIC)) == _MAGIC


def elf_files(folder: Path) -> list[Path]:
    """Every program and shared library in a folder, sorted; links are left to what they lead to."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink() and is_elf(path)
    )


def needed_packages(folder: Path) -> str:
    """The installed packages that hold what the program's files link to, as a `Depends` field.

    Libraries inside the folder need none. The C library is needed in the version of its newest
    symbol that a file uses; others keep their symbols as long as they keep their name.

    Args:
        folder: the program's.

    Raises:
        BuildError: binutils is not installed, or a library that a file needs is nowhere.
    """
    files = [path for path in elf_files(folder) if not is_optional(path.relative_to(folder))]
    own = {path.name for path in folder.rglob("*.so*")}
    words = [str(path) for path in files]
    wanted = needed_libraries(run(["readelf", "--dynamic", "--wide", *words])) - own
    places = library_places(run(["/sbin/ldconfig", "-p"]))
    missing = sorted(wanted - set(places))
    if missing:
        raise BuildError(f"Install what holds {', '.join(missing)}: the program needs it.")
    packages = {_package_of(places[name]) for name in wanted}
    libc = newest_libc(run(["readelf", "--version-info", "--wide", *words]))
    return depends_field(packages, libc)


def needed_libraries(told: str) -> set[str]:
    """The names in what `readelf --dynamic` prints of any number of files."""
    return set(_NEEDED.findall(told))


def newest_libc(told: str) -> str:
    """The newest version in what `readelf --version-info` prints; "0" if there is none."""
    found = {tuple(int(part) for part in name.split(".")) for name in _LIBC_VERSION.findall(told)}
    return ".".join(str(part) for part in max(found, default=(0,)))


def library_places(told: str) -> Mapping[str, Path]:
    """Files by the name of their library, from what `ldconfig -p` prints; the first counts."""
    places: dict[str, Path] = {}
    for line in told.splitlines():
        name, arrow, path = line.strip().partition(" => ")
        if arrow:
            places.setdefault(name.split(" ")[0], Path(path))
    return places


def depends_field(packages: Iterable[str], libc: str) -> str:
    """Packages as Debian writes them, sorted, the C library with its least version."""
    return ", ".join(
        f"{name} (>= {libc})" if name == _LIBC else name for name in sorted(set(packages))
    )


def is_optional(place: Path) -> bool:
    """Whether the program runs without a file of Qt, by its path inside the program."""
    return "PySide6" in place.parts and any(
        fnmatchcase(part, pattern) for part in place.parts for pattern in _OPTIONAL
    )


def _package_of(path: Path) -> str:
    """The package that a library of the system came with."""
    # Merged systems list a file under /lib that its package holds under /usr/lib, or the reverse.
    real = path.resolve()
    for place in (path, real, Path("/usr") / path.relative_to("/"), _without_usr(real)):
        try:
            return run(["dpkg", "-S", str(place)]).split(":", 1)[0]
        except BuildError:
            continue
    raise BuildError(f"{path} came with no package, so that the package cannot name it.")


def _without_usr(path: Path) -> Path:
    return Path("/") / path.relative_to("/usr") if path.is_relative_to("/usr") else path
