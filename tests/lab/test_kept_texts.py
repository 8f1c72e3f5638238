"""A text of a run's file can be translated as the one that was kept."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.lab.kept_texts import text_from_json, text_json
from faceqa_gui.lab.pictures import Skipped
from faceqa_gui.lab.report_tables import grouped_reasons
from faceqa_gui.wording import Said, as_said, said

FLAT = st.one_of(st.text(), st.integers(), st.floats(allow_nan=False))
VALUES = st.one_of(
    FLAT, st.builds(lambda inner: said("{inner}, {inner!r}", inner=inner), st.text())
)


@given(VALUES, VALUES, st.floats(allow_nan=False))
def test_what_is_kept_comes_back(one: object, two: object, number: float) -> None:
    text = said("{one} of {two!r} with {number:.1f} %", one=one, two=two, number=number)
    again = text_from_json(json.loads(json.dumps(text_json(text))))
    assert again == text
    assert again.sentence == text.sentence
    assert again.values.keys() == text.values.keys()


@given(st.text())
def test_a_text_without_values_comes_back(text: str) -> None:
    assert text_from_json(json.loads(json.dumps(text_json(text)))) == text
    assert text_from_json(text_json(as_said(text))) == text


@pytest.mark.parametrize(
    "kept",
    [
        None,
        3,
        ["a"],
        {},
        {"sentence": "a"},
        {"sentence": "no place", "values": {}},
        {"sentence": "{a.__class__}", "values": {"a": "x"}},
        {"sentence": "{a[0]}", "values": {"a": "x"}},
        {"sentence": "{a:>999999999}", "values": {"a": "x"}},
        {"sentence": "{a:{b}}", "values": {"a": "x", "b": "y"}},
        {"sentence": "{a", "values": {"a": "x"}},
        {"sentence": "{a:.1f}", "values": {"a": "x"}},
        {"sentence": "{a}", "values": {"a": ["x"]}},
    ],
)
def test_what_faceqa_never_keeps_is_no_text(kept: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (whoever reads it takes any for damage)
        text_from_json(kept)


def test_a_sentence_without_its_value_is_no_text() -> None:
    with pytest.raises(KeyError):
        text_from_json({"sentence": "{a}", "values": {"b": "x"}})


def test_reasons_that_differ_in_names_and_numbers_are_one() -> None:
    skipped = [
        Skipped(
            Path(name),
            said(
                "{path} is only {width}×{height} pixels. Choose a larger picture.",
                path=Path(name),
                width=width,
                height=2,
            ),
        )
        for name, width in (("a.png", 1), ("b.png", 3))
    ]
    [(reason, files)] = grouped_reasons(skipped)
    assert reason == "The file is only …×… pixels. Choose a larger picture."
    assert isinstance(reason, Said)
    assert reason.sentence.startswith("{path} is only")
    assert files == ["a.png", "b.png"]


def test_a_name_inside_another_sentence_is_left_out_too() -> None:
    where = [said("{path}, line {line}", path=name, line=7) for name in ("a", "b")]
    skipped = [
        Skipped(Path(name), said("{where}: it takes {size:.0f} MB", where=at, size=2.0))
        for name, at in zip(("a", "b"), where, strict=True)
    ]
    assert grouped_reasons(skipped) == [("The file, line …: it takes 2 MB", ["a", "b"])]
