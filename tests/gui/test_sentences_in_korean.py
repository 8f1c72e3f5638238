"""What layers without Qt say is said in Korean too, whatever stands in it."""

import re
import string
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from support.said_calls import places_of, said_literals
from support.shown_texts import TRANSLATIONS, build, speak

from faceqa_gui.errors import StoreError
from faceqa_gui.widgets.language import shown, use_language
from faceqa_gui.wording import Said, all_of, joined, reason, said

_HANGUL = re.compile("[가-힣]")
_WORDS = re.compile(r"[A-Za-z]{2,}")
_NO_KOREAN_WORDS = {
    "F1",
    "{size:.0f} MB",
    "A {one}, B {two} [{low:+.3f} to {high:+.3f}]",
    "{value:.3f} [{low:.3f} to {high:.3f}]",
    "{one} and {other}",
}
"""Those that have nothing to say but names, units and signs."""

_FILLED = sorted(text for text in said_literals() if "{" in text)
_VALUES = st.one_of(
    st.text(),
    st.integers(),
    st.floats(),
    st.datetimes(timezones=st.just(UTC)),
    st.builds(lambda text: said("{one} {two:.1f}", one=text, two=1.5), st.text()),
)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translations of these sources."""
    folder = tmp_path_factory.mktemp("translations")
    for name in ("faceqa_ko.ts", "faceqa_en.ts"):
        (folder / name).write_bytes((TRANSLATIONS / name).read_bytes())
    build("release", folder)
    return folder


@pytest.fixture(autouse=True)
def _korean(qapp: QApplication, compiled: Path) -> Iterator[None]:
    speak(qapp, "ko", compiled)
    yield
    use_language(qapp, "en")


@cache
def _korean_texts() -> dict[str, str]:
    """The finished Korean of every sentence of the layers without Qt."""
    root = ET.parse(TRANSLATIONS / "faceqa_ko.ts").getroot()  # noqa: S314  (our own file)
    said_context = next(c for c in root.iter("context") if c.findtext("name") == "said")
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in said_context.iter("message")
        if (part := message.find("translation")) is not None and part.get("type") != "unfinished"
    }


def test_every_sentence_has_a_korean_one() -> None:
    missing = [
        str(place) for text, place in said_literals().items() if not _korean_texts().get(text)
    ]
    assert not missing, "\n".join(missing)


def test_a_korean_sentence_has_the_same_places_and_is_korean() -> None:
    for text, korean in _korean_texts().items():
        if "{" in text:
            assert places_of(korean) == places_of(text), text
        if _WORDS.search(re.sub(r"\{[^}]*\}", "", text)) and text not in _NO_KOREAN_WORDS:
            assert _HANGUL.search(korean), text


@given(st.data())
def test_whatever_stands_in_a_sentence_it_is_shown_in_korean(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(_FILLED))
    values = {
        name: data.draw(_values_for(form))
        for _, name, form, _ in string.Formatter().parse(text)
        if name is not None
    }
    told = shown(Said(text, values))
    assert told
    without = re.sub(r"\{[^}]*\}", "", text)
    assert _HANGUL.search(told) or not _WORDS.search(without) or text in _NO_KOREAN_WORDS


def _values_for(form: str | None) -> st.SearchStrategy[object]:
    """Values that an English sentence can be made of."""
    match (form or "")[-1:]:
        case "f" | "g" | "%":
            return st.floats()
        case "X":
            return st.integers(0)
        case "M":
            return st.datetimes(timezones=st.just(UTC))
    return _VALUES


def test_sentences_inside_a_sentence_are_korean_too() -> None:
    error = StoreError(
        said(
            "{what} in {place}: {why}. Check that the folder exists and its drive is connected.",
            what=said("The record cannot be read"),
            place=Path("a"),
            why=reason(OSError(5, "Input/output error")),
        )
    )
    text = shown(joined(str(error), said("Close FaceQA and start it again.")))
    assert _HANGUL.search(text)
    assert not _WORDS.search(text.replace("FaceQA", ""))
    assert "a" in text


def test_a_list_is_korean_and_a_day_is_written_as_the_language_does() -> None:
    assert shown(all_of(("a.csv", "b.csv"))) == "a.csv, b.csv"
    noon = datetime(2026, 7, 9, 12, 30, tzinfo=UTC)
    text = shown(
        said(
            "The subject had UV light in the last 24 hours, and their dose must stay known. Purge "
            "after {free:%Y-%m-%d %H:%M}.",
            free=noon,
        )
    )
    assert _HANGUL.search(text)
    assert "2026" in text


def test_a_text_that_nobody_marked_is_shown_as_it_is() -> None:
    assert shown("C:\\{path}") == "C:\\{path}"
    assert shown(Said("never heard of {it}", {"it": 1})) == "never heard of 1"
