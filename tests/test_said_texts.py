"""Whatever a window may show of the layers without Qt is marked, so that it can be translated."""

import ast

import pytest
from support.said_calls import (
    behind_windows,
    built_text,
    calls,
    errors_of_users,
    places_of,
    said_literals,
    trees,
)

from faceqa_gui.assessment.actions import SENTENCES, Action
from faceqa_gui.wording import Said

_NOTICES = frozenset(
    {
        "notify",
        "fail",
        "lose_source",
        "latch",
        "decline_explanation",
        "closes_gate_on_failure",
        "refusal",
        "UvInfo",
        "Skipped",
        "LeftOut",
    }
)
"""What takes a text for the operator besides errors."""


def test_the_scan_sees_what_it_must() -> None:
    assert {"errors", "frames.camera", "lab.dataset", "quality.model_checks.answers"} <= (
        behind_windows()
    )
    assert not any(name.startswith("commands") for name in behind_windows())
    assert {"FaceQAError", "SourceError", "CameraError", "SignInError", "UvCameraError"} <= (
        errors_of_users()
    )


@pytest.mark.parametrize(
    ("source", "is_built"),
    [
        ('f"{path} is gone"', True),
        ('"It is gone"', True),
        ('problem + " Try again."', True),
        ('problem or "Try again."', True),
        ('"{} is gone".format(path)', True),
        ('"gone" if there else problem', True),
        ('said("It is gone")', False),
        ("problem", False),
        ("str(error)", False),
        ('""', False),
    ],
)
def test_a_text_that_nobody_can_translate_is_known(source: str, is_built: bool) -> None:  # noqa: FBT001  (a case's answer)
    assert built_text(ast.parse(source, mode="eval").body) is is_built


@pytest.mark.parametrize("names", [errors_of_users(), _NOTICES], ids=["errors", "notices"])
def test_no_error_or_notice_of_a_window_is_put_together(names: frozenset[str]) -> None:
    found = [
        f"{place} - write said(“…”, name=value)"
        for place in calls(names, behind_windows())
        if any(map(built_text, place.call.args))
    ]
    assert not found, "\n".join(found)


def test_every_marked_text_is_a_literal_whose_places_are_filled() -> None:
    wrong = []
    for place in calls(frozenset({"said"}), frozenset(trees())):
        given = {keyword.arg for keyword in place.call.keywords}
        match place.call.args:
            case [ast.Constant(value=str(text))]:
                # “**values” is seen only when the program runs; braces count where values are.
                if None not in given and given and places_of(text) != given:
                    wrong.append(str(place))
            case _:
                wrong.append(str(place))
    assert not wrong, "\n".join(wrong)


def test_a_text_has_the_same_places_wherever_it_stands() -> None:
    assert len(said_literals()) > 600
    for text in said_literals():
        if "{" in text:
            assert places_of(text)


@pytest.mark.parametrize("action", Action)
def test_every_instruction_can_be_translated(action: Action) -> None:
    sentence = SENTENCES[action]
    assert isinstance(sentence.headline, Said)
    assert isinstance(sentence.detail, Said)
