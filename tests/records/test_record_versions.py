"""Records of the version before are still read, newer ones refused, nonsense named as such."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from support.capture_records import FILES, make_record

from faceqa_gui.records.record import ThresholdRecord
from faceqa_gui.records.record_versions import NewerRecordError, from_1_to_2, record_from_json
from faceqa_gui.records.store import CaptureStore

OLD_FILE = Path(__file__).with_name("record_v1.json")
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def old_values() -> dict[str, Any]:
    values: dict[str, Any] = json.loads(OLD_FILE.read_bytes())
    return values


def encoded(values: object) -> bytes:
    return json.dumps(values).encode()


def test_a_record_of_version_1_keeps_all_it_said() -> None:
    record = record_from_json(OLD_FILE.read_bytes())
    said = json.loads(record.model_dump_json())
    for name, value in old_values().items():
        if name not in {"schema_version", "model", "explanation", "eyes"}:
            assert said[name] == value, name
    assert said["eyes"] == {**old_values()["eyes"], "manifest_sha256": None}
    assert said["model"] == {**old_values()["model"], "manifest_sha256": None}
    assert said["explanation"] == {**old_values()["explanation"], "exact_count": None}
    assert (record.schema_version, record.operator_role, record.thresholds) == (2, "", {})


def test_a_threshold_that_the_old_settings_named_is_taken_over() -> None:
    values = old_values()
    values["settings"]["quality"]["good_threshold"] = 0.8
    record = record_from_json(encoded(values))
    assert record.thresholds == {"good_threshold": ThresholdRecord(value=0.8, source="settings")}


@pytest.mark.parametrize("settings", [None, [], {}, {"quality": None}, {"quality": 3}])
def test_old_settings_of_any_form_name_no_threshold(settings: object) -> None:
    assert from_1_to_2({"settings": settings})["thresholds"] == {}


def test_a_record_of_this_version_reads_as_it_was_written() -> None:
    record = make_record()
    assert record_from_json(record.model_dump_json().encode()) == record


@pytest.mark.parametrize("version", [3, 12])
def test_a_newer_record_is_refused_in_a_sentence(version: int) -> None:
    with pytest.raises(NewerRecordError, match=f"newer FaceQA .version {version}; .* up to 2"):
        record_from_json(encoded({"schema_version": version}))


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"schema_version": ' * 5_000]
    + [encoded({"schema_version": version}) for version in (0, -1, "1", 1.0, True, None, 1, 2)],
)
def test_what_is_no_record_is_refused(content: bytes) -> None:
    with pytest.raises(ValidationError):
        record_from_json(content)


@given(name=st.sampled_from(sorted(old_values())), value=JSON)
def test_an_old_record_is_read_or_refused_whatever_stands_in_a_field(
    name: str, value: object
) -> None:
    content = encoded({**old_values(), name: value, "schema_version": 1})
    try:
        record = record_from_json(content)
    except ValidationError as error:
        said = str(error)
    else:
        said = ""
        assert record.schema_version == 2
    assert "somebody" not in said


def test_a_stored_record_of_a_newer_program_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = CaptureStore(tmp_path / "captures", minimum_free_bytes=0)
    begun = make_record()
    with monkeypatch.context() as newer:
        for module in ("store", "capture_table"):
            place = f"faceqa_gui.records.{module}.record_bytes"
            newer.setattr(place, lambda _: encoded({"schema_version": 3}))
        stored = store.save(make_record(), FILES)
        store.begin(begun)
    with pytest.raises(NewerRecordError, match="newer FaceQA"):
        store.load(stored.identifier)
    assert [problem.detail for problem in store.verify(stored.identifier)] == ["of a newer FaceQA"]
    (incomplete,) = store.incomplete()
    assert (incomplete.identifier, incomplete.record) == (begun.identifier, None)
