"""`licence_texts`: the licence of every library in the program, as its authors wrote it."""

from collections.abc import Sequence
from importlib.metadata import Distribution
from pathlib import Path, PurePosixPath

from installer.components import OWN, PYTHON, Component

INDEX = "INDEX.txt"

_TEXTS = Path(__file__).with_name("licences")
_NAMES = ("LICEN", "COPYING", "COPYRIGHT", "NOTICE", "THIRD")

# Wheels without a licence text in them: whose the work is, and the texts that it names.
_APACHE = Path(__file__).resolve().parents[1] / "LICENSE"
_QT = (
    (
        "Copyright (C) The Qt Company Ltd. and other contributors. Used under the LGPL, version 3: "
        "Qt's shared libraries lie as files of their own in _internal/PySide6/Qt/lib and may be "
        "replaced. Sources: https://download.qt.io/official_releases/QtForPython/"
    ),
    (_TEXTS / "LGPL-3.0.txt", _TEXTS / "GPL-3.0.txt"),
)
_MISSING: dict[str, tuple[str, tuple[Path, ...]]] = {
    "PySide6": _QT,
    "PySide6_Addons": _QT,
    "PySide6_Essentials": _QT,
    "shiboken6": _QT,
    "flatbuffers": ("Copyright Google Inc.", (_APACHE,)),
    "pyserial": ("Copyright (C) 2001-2020 Chris Liechti", (_TEXTS / "BSD-3-Clause.txt",)),
}


class NoLicenceError(Exception):
    """A library in the program has no licence text."""


def licence_texts(components: Sequence[Component], python_licence: Path) -> dict[str, bytes]:
    """The files of the program's folder of licences, and an index of them.

    Args:
        components: what is in the program.
        python_licence: the licence that came with this Python.

    Returns:
        Contents by path inside that folder.

    Raises:
        NoLicenceError: a library has no text, and none is known here.
    """
    texts: dict[str, bytes] = {}
    lines = ["FaceQA is made with these libraries. Their licences lie in the folders named here."]
    for component in components:
        if component.name == OWN:
            continue
        found = _texts_of(component, python_licence)
        if not found:
            raise NoLicenceError(
                f"{component.name} has no licence text: add it to _MISSING in {__file__}."
            )
        folder = f"{component.name}-{component.version}"
        texts |= {f"{folder}/{name}": content for name, content in found.items()}
        lines.append(f"{folder}: {stated_licence(component)}")
    texts[INDEX] = ("\n".join(lines) + "\n").encode()
    return texts


def stated_licence(component: Component) -> str:
    """The licence that a library names itself in a few words."""
    if component.name == PYTHON:
        return "PSF-2.0"
    if component.distribution is None:
        return "see its text"
    metadata = component.distribution.metadata
    for field in ("License-Expression", "License"):
        # Some libraries put the whole text there.
        words = str((metadata.get_all(field) or ["UNKNOWN"])[0])
        if words != "UNKNOWN" and len(words) < 100 and "\n" not in words:
            return words
    kinds = [
        text.rpartition(" :: ")[2]
        for text in metadata.get_all("Classifier") or ()
        if text.startswith("License ::")
    ]
    return ", ".join(kinds) or "see its text"


def _texts_of(component: Component, python_licence: Path) -> dict[str, bytes]:
    if component.name == PYTHON:
        return {"LICENSE.txt": python_licence.read_bytes()}
    found = {} if component.distribution is None else _own_texts(component.distribution)
    if not found and component.name in _MISSING:
        owner, texts = _MISSING[component.name]
        found = {"COPYRIGHT.txt": f"{owner}\n".encode()}
        found |= {text.name: text.read_bytes() for text in texts}
    return found


def _own_texts(distribution: Distribution) -> dict[str, bytes]:
    """Licence files that were installed with a library, by a name without folders."""
    found: dict[str, bytes] = {}
    for file in distribution.files or ():
        path = PurePosixPath(str(file))
        source = Path(str(distribution.locate_file(file)))
        if not path.name.upper().startswith(_NAMES) or path.suffix in {".py", ".pyc"}:
            continue
        if source.is_file():
            found["_".join(path.parts[1:]) or path.name] = source.read_bytes()
    return found
