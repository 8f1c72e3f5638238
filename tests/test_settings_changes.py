"""What differs between two settings is named, and what of it loosens a safety value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.settings import Settings
from faceqa_gui.settings_changes import Change, changes, is_looser, stricter_value


def settings(section: str = "", **values: object) -> Settings:
    return Settings.model_validate({section: values} if section else values)


def test_equal_settings_do_not_differ() -> None:
    assert changes(Settings(), Settings()) == ()


def test_what_differs_is_named_with_both_values() -> None:
    new = Settings.model_validate({"theme": "dark", "gate": {"dwell_seconds": 0.2}})
    assert changes(Settings(), new) == (
        Change("", "theme", "system", "dark", looser=False),
        Change("gate", "dwell_seconds", 0.4, 0.2, looser=True),
    )


@pytest.mark.parametrize(
    ("section", "name", "strict", "loose"),
    [
        ("gate", "dwell_seconds", 0.5, 0.4),
        ("gate", "needed_frames", 7, 6),
        ("gate", "window_frames", 8, 9),
        ("gate", "stale_seconds", 0.2, 0.3),
        ("gate", "window_in_front", True, False),
        ("gate", "quality_override", False, True),
        ("checks", "sharpness", True, False),
        ("checks", "least_face_share", 0.4, 0.3),
        ("checks", "most_glare", 0.1, 0.2),
        ("explanation", "low_trust", "block", "warn"),
        ("explanation", "sample_count", 1000, 500),
        ("uv", "device", "simulated", "serial"),
        ("uv", "exposure_seconds", 1.0, 2.0),
        ("uv", "irradiance_watts_per_square_metre", 10.0, 5.0),
        ("uv", "daily_limit_joules_per_square_metre", 1000.0, 1001.0),
    ],
)
def test_only_the_loose_direction_counts(
    section: str, name: str, strict: object, loose: object
) -> None:
    towards = changes(settings(section, **{name: strict}), settings(section, **{name: loose}))
    back = changes(settings(section, **{name: loose}), settings(section, **{name: strict}))
    assert [(change.name, change.looser) for change in towards] == [(name, True)]
    assert [(change.name, change.looser) for change in back] == [(name, False)]


@pytest.mark.parametrize(
    ("old", "new", "model", "looser"),
    [
        (None, 0.8, 0.9, True),
        (None, 0.95, 0.9, False),
        (0.95, None, 0.9, True),
        (0.8, None, 0.9, False),
        (None, 0.99, None, True),
        (0.1, None, None, True),
    ],
)
def test_the_models_own_threshold_is_compared_where_it_is_known(
    old: float | None, new: float | None, model: float | None, *, looser: bool
) -> None:
    before, after = settings("quality", good_threshold=old), settings("quality", good_threshold=new)
    (change,) = changes(before, after, model)
    assert change.looser is looser


def test_looks_are_no_safety_values() -> None:
    assert stricter_value("", "theme") is None
    assert not is_looser("", "theme", "dark", "light")
    assert not is_looser("explanation", "overlay", 0.4, 0.9)


@given(st.floats(0.01, 3600.0), st.floats(0.01, 3600.0))
def test_a_value_and_its_reverse_are_never_both_looser(one: float, other: float) -> None:
    there = is_looser("gate", "dwell_seconds", one, other)
    back = is_looser("gate", "dwell_seconds", other, one)
    assert (there, back) == ((one > other), (other > one))
