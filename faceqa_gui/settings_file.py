"""The settings file: whatever lies there never blocks a start, and nothing of it is lost.

What can be used of a bad file is used as it asks. For each value that cannot, the default stands
in, and the notice names it: a station then stays closed until the notice was acknowledged, because
the file may have asked for more than the default does. The file itself stays as it is, so that the
next start says the same, until settings are saved; then it is kept beside.
"""

import itertools
import json
import os
import stat
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from faceqa_gui.records.durable import make_folder, remove_part, replace_file
from faceqa_gui.settings import VERSION, Settings
from faceqa_gui.settings_changes import is_looser
from faceqa_gui.wording import reason, said

_FILE_LIMIT_BYTES = 1_000_000
_NAMED_PLACES = 6
_LONGEST_NAME = 60

Values = dict[str, Any]


class _UnusableError(ValueError):
    """Nothing of the file can be used; the text says why."""


def load_settings(path: Path) -> tuple[Settings, str]:
    """Read settings; nothing is written but for the rest of a save that was cut short.

    Returns:
        The settings, and a notice for the operator: "" where the file was used in whole, or there
        is none.
    """
    later = said(
        "It stays as it is; once settings are saved it is kept as {name}.bad beside them.",
        name=path.name,
    )
    try:
        content = _read(path)
        if content is None:
            return Settings(), ""
        settings, refused = _as_far_as_valid(_migrated(_parsed(content)))
    except _UnusableError as error:
        return Settings(), (
            said(
                "The settings file {path} could not be used: {error}. Defaults are in use. {later}",
                path=path,
                error=error,
                later=later,
            )
        )
    if not refused:
        return settings, ""
    return settings, (
        said(
            "Not everything in the settings file {path} could be used. The defaults stand in "
            "for {places}. {later}",
            path=path,
            places=_listed(refused),
            later=later,
        )
    )


def save_settings(settings: Settings, path: Path) -> None:
    """Write settings whole or not at all; the old file stays if anything fails.

    A file in their place that could not be used in whole is kept beside under a free name.

    Raises:
        OSError: the folder cannot be written.
    """
    make_folder(path.parent)
    if load_settings(path)[1]:
        _keep_beside(path)
    text = json.dumps(settings.model_dump(mode="json"), indent=2) + "\n"
    replace_file(path, text.encode())


def _keep_beside(path: Path) -> None:
    kept = _free_place(path)
    try:
        # A second name first, so that a crash leaves no moment without a settings file.
        os.link(path, kept, follow_symlinks=False)
    except OSError:
        path.rename(kept)


def _free_place(path: Path) -> Path:
    """A name beside `path` that nothing has yet."""
    for number in itertools.count(1):
        place = path.with_name(f"{path.name}.bad{number if number > 1 else ''}")
        if not os.path.lexists(place):
            break
    return place


def _read(path: Path) -> bytes | None:
    """The file's bytes; None where there is none."""
    with suppress(OSError):
        # Left by a crash; where it cannot be removed the settings can still be read.
        remove_part(path)
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):
            raise _UnusableError(said("it is not a plain file"))
        with path.open("rb") as stream:
            content = stream.read(_FILE_LIMIT_BYTES + 1)
    except FileNotFoundError:
        if path.is_symlink():
            raise _UnusableError(said("it is a link to nothing")) from None
        return None
    except OSError as error:
        raise _UnusableError(said("it cannot be read ({why})", why=reason(error))) from error
    if len(content) > _FILE_LIMIT_BYTES:
        raise _UnusableError(said("it is too large"))
    return content


def _parsed(content: bytes) -> Values:
    try:
        values = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_each_once)
    except _UnusableError:
        raise
    except (ValueError, RecursionError):
        raise _UnusableError(said("it is empty, cut off or not JSON")) from None
    if not isinstance(values, dict):
        raise _UnusableError(said("it is not valid"))
    return values


def _each_once(pairs: list[tuple[str, Any]]) -> Values:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise _UnusableError(said("it names a setting twice"))
    return values


def _migrated(values: Values) -> Values:
    # The first version could be left out of the file.
    version = values.get("version", 1)
    if type(version) is not int or version < 1:
        raise _UnusableError(said("its version is not one of FaceQA"))
    if version > VERSION:
        raise _UnusableError(
            said(
                "it was written by a newer FaceQA (version {version}; this one reads up to "
                "{known})",
                version=version,
                known=VERSION,
            )
        )
    for step in range(version, VERSION):
        values = _STEPS[step](values)
    return values


def _from_1_to_2(values: Values) -> Values:
    """Version 2 brought sections that a file of version 1 has not; their defaults are used."""
    return {**values, "version": 2}


_STEPS: Mapping[int, Callable[[Values], Values]] = {1: _from_1_to_2}


def _as_far_as_valid(values: Values) -> tuple[Settings, list[str]]:
    """The settings that `values` ask for, and the places of those that cannot be had."""
    refused: list[str] = []
    while True:
        try:
            return _validated(values), refused
        except ValidationError as error:
            places = {tuple(map(str, fault["loc"][:2])) for fault in error.errors()}
        together = {place for place in places if _is_section(values, place)}
        for place in sorted(places - together):
            values = _without(values, place)
            refused.append(".".join(place))
        if places == together:
            clashing = {section: values[section] for (section,) in sorted(together)}
            values = {name: value for name, value in values.items() if name not in clashing}
            for section, asked in clashing.items():
                values[section], names = _strict_part(values, section, asked)
                refused += [f"{section}.{name}" for name in names]


def _validated(values: Values) -> Settings:
    return Settings.model_validate_json(json.dumps(values), strict=True)


def _is_section(values: Values, place: tuple[str, ...]) -> bool:
    """Whether the values of a section, each valid by itself, cannot be had together."""
    if not place:
        raise _UnusableError(said("it is not valid"))
    name = place[0]
    return len(place) == 1 and name in Settings.model_fields and isinstance(values[name], dict)


def _without(values: Values, place: tuple[str, ...]) -> Values:
    section, *inner = place
    rest = {name: value for name, value in values.items() if name != section}
    if not inner:
        return rest
    return {**rest, section: {n: v for n, v in values[section].items() if n != inner[0]}}


def _strict_part(rest: Values, section: str, asked: Values) -> tuple[Values, list[str]]:
    """As much of `asked` as can be had beside `rest` and is not laxer than the defaults."""
    defaults = Settings().model_dump(mode="json")[section]
    kept: Values = {}
    refused = []
    for name, value in asked.items():
        try:
            _validated({**rest, section: {**kept, name: value}})
        except ValidationError:
            refused.append(name)
            continue
        if is_looser(section, name, defaults[name], value):
            refused.append(name)
        else:
            kept[name] = value
    return kept, refused


def _listed(places: list[str]) -> str:
    shown = [_printable(place) for place in places[:_NAMED_PLACES]]
    more = len(places) - len(shown)
    names = ", ".join(shown)
    return said("{names} and {count} more", names=names, count=more) if more else names


def _printable(place: str) -> str:
    text = "".join(letter if letter.isprintable() else "?" for letter in place)
    return text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME]}…"
