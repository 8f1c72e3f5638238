"""Which Debian packages the program's compiled files need, asked of the files themselves."""

from fnmatch import fnmatchcase
from pathlib import Path
from tempfile import TemporaryDirectory

from installer.paths import run

_MAGIC = b"\x7fELF"
_FIELD = "shlibs:Depends="

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
    """The packages and least versions that hold what the files link to, as a `Depends` field.

    `dpkg-shlibdeps` reads the names of libraries and symbols from every file and looks up the
    installed package of each; libraries inside the folder need none.

    Args:
        folder: the program's.

    Raises:
        BuildError: dpkg-dev is not installed, or a library that a file needs is nowhere.
    """
    files = [path for path in elf_files(folder) if not is_optional(path.relative_to(folder))]
    places = sorted({str(path.parent) for path in files})
    with TemporaryDirectory(prefix="faceqa-deb-") as name:
        source = Path(name) / "debian"
        source.mkdir()
        (source / "control").write_text(
            "Source: faceqa\n\nPackage: faceqa\nArchitecture: any\n", encoding="utf-8"
        )
        told = run(
            [
                *("dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"),
                *(f"-l{place}" for place in places),
                *(f"-e{path}" for path in files),
            ],
            cwd=Path(name),
        )
    return packages_from(told)


def is_optional(place: Path) -> bool:
    """Whether the program runs without a file of Qt, by its path inside the program."""
    return "PySide6" in place.parts and any(
        fnmatchcase(part, pattern) for part in place.parts for pattern in _OPTIONAL
    )


def packages_from(told: str) -> str:
    """The list in what `dpkg-shlibdeps -O` prints; empty if nothing is needed."""
    lines = [line for line in told.splitlines() if line.startswith(_FIELD)]
    return lines[0].removeprefix(_FIELD) if lines else ""
