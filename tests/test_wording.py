"""A text that can be translated is a text like any other, and keeps what it was made of."""

import copy
import errno
import json
from datetime import UTC, datetime
from multiprocessing import Pipe
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.errors import FaceQAError, StoreError
from faceqa_gui.quality.model_checks.refusal import ModelRefusedError, Reason
from faceqa_gui.wording import Said, all_of, as_said, joined, reason, said

VALUES = st.one_of(
    st.text(), st.integers(), st.floats(), st.datetimes(), st.builds(Path, st.just("a{b}"))
)


def _crossed(thing: object) -> object:
    """`thing` as another process gets it."""
    here, there = Pipe()
    with here, there:
        there.send(thing)
        return here.recv()


def test_a_text_is_its_english_wherever_a_text_is_asked_for() -> None:
    text = said("{count} of {path}", count=3, path=Path("some") / "place")
    assert text == f"3 of {Path('some', 'place')}"
    assert {text: 1} == {str.__str__(text): 1}
    assert json.loads(json.dumps({"a": text})) == {"a": text}


@pytest.mark.parametrize(
    "again",
    [
        str,
        copy.copy,
        copy.deepcopy,
        _crossed,
        lambda text: str(StoreError(text)),
        lambda text: str(_crossed(FaceQAError(text))),
        lambda text: str(ModelRefusedError(Reason.MANIFEST, text)),
    ],
)
def test_it_keeps_what_it_was_made_of(again: object) -> None:
    text = said("{what}: {number:.1f}", what=said("not {word}", word="so"), number=1.25)
    assert callable(again)
    kept = again(text)
    assert isinstance(kept, Said)
    assert kept == "not so: 1.2"
    assert kept.sentence == "{what}: {number:.1f}"
    assert kept.values == {"what": "not so", "number": 1.25}
    assert isinstance(kept.values["what"], Said)


def test_braces_count_only_where_there_are_values() -> None:
    assert said("a {brace") == "a {brace"
    assert said("{one}", one="{two}") == "{two}"
    with pytest.raises(KeyError):
        said("{one}", two=2)


def test_what_is_no_text_number_or_day_is_kept_as_its_text() -> None:
    error = StoreError(said("It is gone. Bring it back."))
    noon = datetime(2026, 1, 2, 12, 0, tzinfo=UTC)
    text = said("{error} {path} {at:%H}", error=error, path=Path("x"), at=noon)
    assert text == "It is gone. Bring it back. x 12"
    assert isinstance(text.values["error"], Said)
    assert text.values == {"error": str(error), "path": "x", "at": noon}


def test_a_text_without_values_can_be_translated_again() -> None:
    text = said("{one}", one=1)
    assert as_said(text) is text
    assert as_said("from a file {").sentence == "from a file {"


def test_texts_stand_one_after_the_other_and_empty_ones_nowhere() -> None:
    text = joined(said("{one}.", one=1), "", "From a file.")
    assert text == "1. From a file."
    assert all(isinstance(part, Said) for part in text.values.values())
    assert joined("", "") == ""


@pytest.mark.parametrize(
    ("names", "text"), [((), ""), (("a",), "a"), (("a", "b", "c"), "a and b and c")]
)
def test_names_are_listed(names: tuple[str, ...], text: str) -> None:
    assert all_of(names) == text


def test_the_system_says_why_or_does_not() -> None:
    assert reason(PermissionError(errno.EACCES, "Permission denied")) == "Permission denied"
    assert reason(OSError()).sentence == "the system does not say why"


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), VALUES, min_size=1))
def test_any_values_are_filled_in_and_survive_another_process(values: dict[str, object]) -> None:
    text = said(" ".join(f"{{{name}}}" for name in values), **values)
    assert text == " ".join(str(value) for value in values.values())
    again = _crossed(text)
    assert isinstance(again, Said)
    assert (str(again), again.sentence) == (str(text), text.sentence)
    assert list(again.values) == list(text.values)
