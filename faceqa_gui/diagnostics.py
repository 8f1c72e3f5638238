"""`diagnostics`: what whoever helps needs to know of a station, and nothing about any person.

Numbers, switches and choices of the settings are told; texts, which may be names, addresses or
places, are only said to be there. The program's log quotes nobody by itself.
"""

import hashlib
import shutil
from collections.abc import Iterator
from importlib.metadata import PackageMetadata, distributions
from pathlib import Path
from typing import Literal, get_origin

from pydantic import BaseModel

from faceqa_gui.errors import FaceQAError
from faceqa_gui.eyes.haar_files import CASCADE_FOLDER
from faceqa_gui.lab.machine import this_machine
from faceqa_gui.program_log import LOG_FILE
from faceqa_gui.quality.model_list import ModelList
from faceqa_gui.quality.shipped_models import SHIPPED_EYE_MODEL, SHIPPED_QUALITY_MODEL
from faceqa_gui.settings import SETTINGS_FILE
from faceqa_gui.settings_file import load_settings

LIBRARIES = (
    "pyside6",
    "numpy",
    "opencv-python",
    "openvino",
    "onnxruntime",
    "tensorflow",
    "keras",
    "lime",
    "scikit-image",
    "pyqtgraph",
)
"""Those whose version explains most."""

_LOG_LINES = 60
_GIGABYTE = 1e9
_UNKNOWN = "not stated"
_LONGEST_LICENCE = 60


def diagnostics(folder: Path) -> str:
    """Versions, checksums, settings, disk and the end of the log, as plain text.

    Args:
        folder: of everything the program writes.
    """
    settings, problem = load_settings(folder / SETTINGS_FILE)
    return "\n".join(
        [
            this_machine(LIBRARIES).text(),
            "",
            *(f"{name}: {sha256}" for name, sha256 in checksums(folder)),
            "",
            f"settings file: {'with problems' if problem else 'sound, or not there'}",
            *_values(settings, ""),
            "",
            f"free on disk: {_free(folder)}",
            "",
            "end of the log:",
            *_log_end(folder),
            "",
        ]
    )


def checksums(folder: Path) -> list[tuple[str, str]]:
    """Name and sha256 of every model that may decide here, and of each cascade file."""
    found = [
        ("quality model (shipped)", SHIPPED_QUALITY_MODEL),
        ("eye model (shipped)", SHIPPED_EYE_MODEL),
    ]
    try:
        imported = ModelList(folder).imported()
    except FaceQAError:
        found.append(("imported models", "their list cannot be read"))
    else:
        found += [("imported model", model.sha256) for model in imported]
    for path in sorted(CASCADE_FOLDER.glob("*.xml")):
        found.append((path.name, hashlib.sha256(path.read_bytes()).hexdigest()))
    return found


def licences() -> list[tuple[str, str, str]]:
    """Name, version and licence of every installed package, as each states it itself."""
    found = {}
    for one in distributions():
        meta = one.metadata
        name = meta["Name"]
        expression = _first_line(meta, "License-Expression")
        stated = expression or _classified(meta.get_all("Classifier") or [])
        found[name.lower()] = (
            name,
            one.version,
            stated or _first_line(meta, "License") or _UNKNOWN,
        )
    return [found[name] for name in sorted(found)]


def _first_line(meta: PackageMetadata, field: str) -> str:
    """Some packages put the whole text of their licence into one field."""
    lines = "".join(meta.get_all(field) or []).strip().splitlines()
    return lines[0][:_LONGEST_LICENCE] if lines else ""


def _classified(classifiers: list[str]) -> str:
    return ", ".join(
        line.rsplit(" :: ", 1)[-1] for line in classifiers if line.startswith("License ::")
    )


def _values(section: BaseModel, before: str) -> Iterator[str]:
    """A line for each setting; whatever a person may have typed is left out."""
    for name, field in type(section).model_fields.items():
        value = getattr(section, name)
        if isinstance(value, BaseModel):
            yield from _values(value, f"{before}{name}.")
        elif value is None or isinstance(value, int | float) or _is_choice(field.annotation):
            yield f"{before}{name} = {value}"
        else:
            yield f"{before}{name} = {'(set)' if value else '(empty)'}"


def _is_choice(annotation: object) -> bool:
    return get_origin(annotation) is Literal


def _free(folder: Path) -> str:
    place = next(one for one in (folder, *folder.parents) if one.exists())
    return f"{shutil.disk_usage(place).free / _GIGABYTE:.1f} GB"


def _log_end(folder: Path) -> list[str]:
    try:
        text = (folder / LOG_FILE).read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return ["(there is none)"]
    except OSError as error:
        return [f"(it cannot be read: {error.strerror})"]
    return [line.replace(str(Path.home()), "~") for line in text.splitlines()[-_LOG_LINES:]]
