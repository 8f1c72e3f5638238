"""Records hold any text as data, and refuse what cannot be true."""

import json
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from support.capture_records import make_record

from faceqa_gui import __version__
from faceqa_gui.records.record import SAFETY_STATEMENT, CaptureRecord


@given(subject=st.text(), operator=st.text())
def test_a_record_survives_json_with_any_text(subject: str, operator: str) -> None:
    record = make_record(subject=subject, operator=operator)
    assert CaptureRecord.model_validate_json(record.model_dump_json().encode()) == record
    assert record.subject == subject


def test_lone_surrogates_are_replaced() -> None:
    record = make_record(subject="a\ud800b")
    assert record.subject == "a?b"
    assert record.model_dump_json().encode("utf-8")


def test_it_states_its_version_and_the_safety_notice() -> None:
    values = json.loads(make_record().model_dump_json())
    assert values["schema_version"] == 2
    assert values["software_version"] == __version__
    assert values["safety_statement"] == SAFETY_STATEMENT
    assert "goggles" in values["safety_statement"]
    assert datetime.fromisoformat(values["captured_at"]).utcoffset() is not None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("schema_version", 1),
        ("schema_version", 3),
        ("thresholds", {"good_threshold": {"value": 1.2, "source": "model"}}),
        ("thresholds", {"good_threshold": {"value": 0.9, "source": "somebody"}}),
        ("identifier", "../../x"),
        ("identifier", "A" * 32),
        ("identifier", "a" * 32 + "\n"),
        ("captured_at", "2026-03-04T05:06:07"),
        ("captured_monotonic", float("nan")),
        ("probabilities", {"good": 1.5}),
        ("probabilities", {"good": float("nan")}),
        ("settings_sha256", "short"),
        ("subject", 5),
        ("unknown", 1),
    ],
)
def test_values_that_cannot_be_true_are_refused(field: str, value: object) -> None:
    values = make_record().model_dump() | {field: value}
    with pytest.raises(ValidationError):
        CaptureRecord.model_validate(values)


def test_errors_do_not_repeat_what_was_typed() -> None:
    values = make_record().model_dump() | {"identifier": "Erika Mustermann", "subject": ["Erika"]}
    with pytest.raises(ValidationError) as caught:
        CaptureRecord.model_validate(values)
    assert "Erika" not in str(caught.value)
