"""`said`: an English text of a layer without Qt that a window can show in another language."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import reduce
from typing import Self


class Said(str):
    """A text in English that still knows the sentence it was made of, and what stands in it.

    It is an ordinary `str` to whoever prints, logs or stores it. A window hands it to
    `widgets.language.shown`, which translates the sentence and then puts the values in.

    Attributes:
        sentence: the English sentence, with a `{name}` for each value.
        values: what stands there: texts (a text may itself be `Said`), numbers and days; anything
            else is kept as its text.
    """

    __slots__ = ("sentence", "values")
    sentence: str
    values: Mapping[str, object]

    def __new__(cls, sentence: str, values: Mapping[str, object]) -> Self:
        """The sentence with its values put in; braces count only where there are values."""
        kept = {name: _plain(value) for name, value in values.items()}
        made = super().__new__(cls, sentence.format(**kept) if kept else sentence)
        made.sentence = sentence
        made.values = kept
        return made

    def __str__(self) -> str:
        """Itself: `str(error)` of an error that was given it can be translated."""
        return self

    def __reduce__(self) -> tuple[object, ...]:
        """What builds it again in another process."""
        return type(self), (self.sentence, self.values)


def said(sentence: str, /, **values: object) -> Said:
    """A text that windows can translate; `make translations` finds the literal in this call.

    Args:
        sentence: a literal, never an f-string; `{name}` or `{name:.1f}` for each value.
        values: what stands there, by name.
    """
    return Said(sentence, values)


def as_said(text: str) -> Said:
    """A text that was stored or came from elsewhere; one without values can be translated again."""
    return text if isinstance(text, Said) else Said(text, {})


def joined(*texts: str) -> Said:
    """Texts one after the other, each to be translated by itself; empty ones are left out."""
    parts = {f"text{number}": as_said(text) for number, text in enumerate(filter(None, texts))}
    return Said(" ".join(f"{{{name}}}" for name in parts), parts)


def all_of(names: Sequence[str]) -> str:
    """“one and another”; "" for none."""
    if not names:
        return ""
    return reduce(lambda one, other: said("{one} and {other}", one=one, other=other), names)


def reason(error: OSError) -> Said:
    """Why the system refused, in its own words; those that are met most can be translated."""
    return Said(error.strerror or said("the system does not say why"), {})


WORDS_OF_THE_SYSTEM = (
    said("Permission denied"),
    said("No such file or directory"),
    said("Not a directory"),
    said("Is a directory"),
    said("File exists"),
    said("File name too long"),
    said("Too many levels of symbolic links"),
    said("Directory not empty"),
    said("No space left on device"),
    said("Disk quota exceeded"),
    said("Read-only file system"),
    said("File too large"),
    said("Input/output error"),
    said("Device or resource busy"),
    said("No such device"),
    said("No such device or address"),
    said("Operation not permitted"),
    said("Too many open files"),
    said("Cannot allocate memory"),
    said("Stale file handle"),
    said("Transport endpoint is not connected"),
    said("Host is down"),
    said("Connection refused"),
    said("Connection timed out"),
    said("Network is unreachable"),
    said("No route to host"),
    said("what was written cannot be read back unchanged"),
)
"""What `reason` mostly says on Linux and macOS, named here so that translations hold it."""


def _plain(value: object) -> object:
    return value if isinstance(value, str | int | float | date) else str(value)
