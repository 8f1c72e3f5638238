"""Names that are unique however they are written, and PINs that nobody tries first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.errors import OperatorError
from faceqa_gui.operators.name_and_pin import check_pin, checked_name, name_key
from faceqa_gui.operators.operator import LOCAL, Operator, Right, Role


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë", "Zoe\u0308"),
        ("STRASSE", "straße"),
        ("Anna  Berg", " anna berg "),
        ("ÅSA", "a\u030asa"),
    ],
)
def test_names_that_look_the_same_are_the_same(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_names_that_differ_stay_different() -> None:
    assert name_key("Anna") != name_key("Anne")


@pytest.mark.parametrize(
    ("name", "kept"),
    [("  Anna \t Berg ", "Anna Berg"), ("Zoe\u0308", "Zoë"), ("李", "李"), ("x" * 80, "x" * 80)],
)
def test_a_name_is_kept_composed_and_trimmed(name: str, kept: str) -> None:
    assert checked_name(name) == kept


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "a\u202eb", "a\x00b", "a\u200bb"])
def test_empty_long_and_invisible_names_are_refused(name: str) -> None:
    with pytest.raises(OperatorError, match="1 to 80"):
        checked_name(name)


@given(st.text(min_size=1, max_size=90))
def test_a_kept_name_is_kept_again(name: str) -> None:
    try:
        kept = checked_name(name)
    except OperatorError:
        return
    assert checked_name(kept) == kept
    assert name_key(kept) == name_key(name)


@pytest.mark.parametrize("pin", ["", "123", "1" * 13, "12a4", "१२३४५", "12 45", "-1234"])
def test_what_is_not_4_to_12_digits_is_refused_with_advice(pin: str) -> None:
    with pytest.raises(OperatorError, match="six or more are better"):
        check_pin(pin)


@pytest.mark.parametrize(
    "pin",
    ["0000", "999999", "1234", "4321", "7890", "0987", "2468", "1357", "1212", "123123", "2580"],
)
def test_pins_that_anybody_tries_first_are_refused(pin: str) -> None:
    with pytest.raises(OperatorError, match="first that anybody tries"):
        check_pin(pin)


@pytest.mark.parametrize("pin", ["4071", "284615", "739502846150"])
def test_other_pins_are_taken(pin: str) -> None:
    check_pin(pin)


@pytest.mark.parametrize("right", Right)
def test_every_right_is_the_supervisors_alone(right: Right) -> None:
    assert Operator("a", Role.SUPERVISOR).may(right)
    assert not Operator("a", Role.OPERATOR).may(right)
    assert LOCAL.may(right)
