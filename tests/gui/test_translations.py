"""The translations are whole, fit their sources, and hold what their sentences are given."""

import ast
import re
import shutil
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from support.shown_texts import TRANSLATIONS, build

ROOT = TRANSLATIONS.parents[1]
FILES = ("faceqa_ko.ts", "faceqa_en.ts")
# A value may be written in another form, but none may be lost.
_SPECIAL = re.compile(r"(?<=\{)[^{}:]*(?=[:}])|%n|%\d|&(?=\w)|</?\w[^>]*>|;;|\*\.\w+|\n")


class Message(NamedTuple):
    """One text, with every form of its translation."""

    context: str
    source: str
    kind: str
    forms: tuple[str, ...]


def messages(name: str) -> Iterator[Message]:
    for context in ET.parse(TRANSLATIONS / name).getroot().iter("context"):  # noqa: S314  (our own)
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [one.text or "" for one in translation.iter("numerusform")]
            yield Message(
                context.findtext("name", ""),
                message.findtext("source", ""),
                translation.get("type", ""),
                tuple(forms or [translation.text or ""]),
            )


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_translated(name: str) -> None:
    found = list(messages(name))
    assert found
    assert [one for one in found if one.kind or not all(form.strip() for form in one.forms)] == []


@pytest.mark.parametrize("name", FILES)
def test_a_translation_holds_what_its_sentence_is_given(name: str) -> None:
    wrong = [
        one
        for one in messages(name)
        for form in one.forms
        if Counter(_SPECIAL.findall(form)) != Counter(_SPECIAL.findall(one.source))
    ]
    assert wrong == []


def test_nothing_but_names_is_left_in_english() -> None:
    same = {one.source for one in messages("faceqa_ko.ts") if one.forms == (one.source,)}
    words = {text for text in same if re.search("[a-z]{3}", re.sub(r"\{[^}]*\}", "", text))}
    assert words <= {"FaceQA", "Grad-CAM", "Guided Grad-CAM", "Integrated gradients", "sha256"} | {
        "Pause",
        "{:.0f} fps",
        "{rate} fps",
    }


def test_the_translations_are_those_of_the_sources(tmp_path: Path) -> None:
    for name in FILES:
        shutil.copy(TRANSLATIONS / name, tmp_path)
    build("update", tmp_path)
    for name in FILES:
        kept, fresh = ((folder / name).read_text("utf-8") for folder in (TRANSLATIONS, tmp_path))
        assert fresh == kept, "run “make translations” and translate what is new"


def test_only_literals_are_given_to_the_translator() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted((ROOT / "faceqa_gui").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "tr"
        and not (isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str))
    ]
    assert wrong == []
