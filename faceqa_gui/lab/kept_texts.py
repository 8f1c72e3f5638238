"""Texts that can be translated, as plain values of a file, and made again from them."""

import re
import string
from typing import Any

from faceqa_gui.wording import Said, as_said

_FORM = re.compile(r"[+]?\d{0,2}(\.\d)?[a-zA-Z%]?")


def text_json(text: str) -> Any:  # noqa: ANN401  (a JSON value)
    """A text for a JSON file: with its sentence and values where it has some that JSON knows."""
    if not isinstance(text, Said) or not text.values:
        return str.__str__(text)
    if not all(isinstance(value, str | int | float) for value in text.values.values()):
        return str.__str__(text)
    values = {
        name: text_json(value) if isinstance(value, str) else value
        for name, value in text.values.items()
    }
    return {"sentence": text.sentence, "values": values}


def text_from_json(kept: object) -> Said:
    """What `text_json` made.

    Raises:
        ValueError: it is nothing that it makes.
    """
    match kept:
        case str():
            return as_said(kept)
        case {"sentence": str(sentence), "values": dict(values)}:
            if not values or not _is_plain(sentence):
                raise ValueError("not a sentence of FaceQA")
            made = {
                str(name): value if isinstance(value, int | float) else text_from_json(value)
                for name, value in values.items()
            }
            return Said(sentence, made)
    raise ValueError("no text")


def _is_plain(sentence: str) -> bool:
    """Whether filling it in reads nothing but values, and makes nothing long of them."""
    return all(
        name is None or (name.isidentifier() and _FORM.fullmatch(form or "") is not None)
        for _, name, form, _ in string.Formatter().parse(sentence)
    )
