"""What a record says is told in words; unusual and old records are told as well."""

import json
from pathlib import Path

import pytest
from support.capture_records import make_record
from support.stored_captures import full_record

from faceqa_gui.records.record import CaptureRecord
from faceqa_gui.records.record_versions import record_from_json
from faceqa_gui.widgets.capture_facts import Fact, Tone, fact_sections

OLD_RECORD = Path(__file__).parents[1] / "records" / "record_v1.json"


def facts(record: CaptureRecord) -> dict[str, dict[str, Fact]]:
    return {
        section.title: {fact.label: fact for fact in section.facts}
        for section in fact_sections(record)
    }


def test_every_part_of_a_record_is_told() -> None:
    record = full_record()
    told = facts(record)
    assert told["Capture"]["Operator"].text == "front desk 2 (operator)"
    assert told["Capture"]["Identifier"].text == record.identifier
    assert told["UV light"]["Exposure"] == Fact(
        "Exposure", "✓ completed: the set time was reached", Tone.GOOD
    )
    assert told["UV light"]["Dose"].text == "10.00 J/m² (no light emitted)"
    assert told["Why it was allowed"]["Good"].text == "97.0 %"
    assert told["Why it was allowed"]["Good threshold"].text == "0.9, named by the model"
    assert told["Checks"]["Face shown"] == Fact("Face shown", "✓ passed   0.990", Tone.GOOD)
    assert told["Checks"]["Uncovered"].text == "✕ failed   0.700   overruled"
    assert told["Checks"]["Backlight"].text == "– not assessed"
    assert told["Eyes"]["Left in the picture"].text == "closed, closed with 98.0 %"
    assert told["Explanation"]["Samples"].text == "1000, 400 exact"
    assert told["Overruling"]["Reason"].text == "Bandage"
    assert told["UV camera"]["Problem"] == Fact("Problem", "▲ It was dim.", Tone.WARNING)
    assert told["Model"]["sha256"].text == record.model.sha256
    assert told["Settings that were not at their default"]["Gate · Dwell"].text == "0.6 s"


def test_a_capture_that_was_cut_short_says_so_in_words_and_shape() -> None:
    exposure = facts(full_record(completed=False))["UV light"]["Exposure"]
    assert exposure == Fact("Exposure", "◐ not completed: a doubt came up", Tone.WARNING)
    unknown = facts(make_record(exposure=None))["UV light"]["Exposure"]
    assert unknown.text.startswith("▲ not known")


def test_an_old_record_says_what_it_did_not_keep() -> None:
    told = facts(record_from_json(OLD_RECORD.read_bytes()))
    grounds = told["Why it was allowed"]["Good threshold"].text
    assert grounds == "not kept in a record of version 1"
    assert told["Explanation"]["Samples"].text == "1000"
    assert told["Model"]["Manifest"].text == "not known"
    assert told["Capture"]["Operator"].text == "local operator"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("eyes", "state"), "squinting"),
        (("explanation", "target"), "a cat"),
        (("checks", 0, "outcome"), "maybe"),
        (("settings", "gate"), 5),
        (("settings", "unknown"), {"x": 1}),
        (("thresholds", "new_one"), {"value": 0.5, "source": "settings"}),
    ],
)
def test_words_that_this_program_does_not_know_are_told_as_they_are(
    path: tuple[str | int, ...], value: object
) -> None:
    values = json.loads(full_record().model_dump_json())
    owner = values
    for step in path[:-1]:
        owner = owner[step]
    owner[path[-1]] = value
    sections = fact_sections(CaptureRecord.model_validate(values))
    text = " ".join(fact.text for section in sections for fact in section.facts)
    assert "closed" in text
    if isinstance(value, str):
        assert value in text


def test_a_subject_without_a_name_and_a_doubtful_explanation_are_told() -> None:
    record = make_record(subject="")
    doubtful = record.model_copy(
        update={"explanation": record.explanation.model_copy(update={"doubts": ("poor_fit",)})}
    )
    told = facts(doubtful)
    assert told["Capture"]["Subject"].text == "not named"
    assert told["Explanation"]["Doubts"] == Fact("Doubts", "▲ poor fit", Tone.WARNING)
