"""What the trail says of a session of the station."""

from pathlib import Path

import pytest
from support.recording_lamp import RecordingLamp
from support.station_bench import SETTINGS, StationBench

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.audit_desk import AuditDesk, changes
from faceqa_gui.errors import StoreError
from faceqa_gui.frames.source import SourceKind
from faceqa_gui.records.audit import AuditEntry, AuditEvent
from faceqa_gui.records.audit_writer import AuditWriter
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import Settings
from faceqa_gui.uv.simulated import SimulatedUv


def entries(bench: StationBench, *events: AuditEvent) -> list[AuditEntry]:
    bench.station.audit.writer.flush()
    return [entry for entry in bench.store.audit() if entry.event in events]


def test_a_session_is_told_from_its_start_to_its_end(tmp_path: Path) -> None:
    bench = StationBench(tmp_path)
    bench.station.change_subject("Patient 7")
    bench.make_ready()
    assert bench.station.press()
    bench.station.run_capture()
    bench.station.close()
    told = [entry.event for entry in bench.store.audit()]
    assert told == [
        AuditEvent.STARTED,
        AuditEvent.MODEL_LOADED,
        AuditEvent.CAPTURE_BEGUN,
        AuditEvent.CAPTURE_STORED,
        AuditEvent.STOPPED,
    ]
    started, loaded, begun, stored, _ = bench.store.audit()
    assert begun.facts["settings"] == started.facts["settings"]
    assert begun.facts["model"] == loaded.facts["model"]
    assert stored.facts["completed"] is True
    assert all("Patient 7" not in str(entry.facts) for entry in bench.store.audit())
    assert stored.note is not None
    assert stored.note.subject == "Patient 7"
    assert bench.store.verify_all() == []
    (capture,) = bench.store.captures()
    record = bench.store.load(capture.identifier)
    assert record.eyes.manifest_sha256 == "c" * 64
    assert {name: limit.source for name, limit in record.thresholds.items()} == {
        "good_threshold": "model",
        "eye_closed_above": "model",
    }


def test_a_refused_press_says_what_was_missing(tmp_path: Path) -> None:
    bench = StationBench(tmp_path)
    bench.send(Light.AMBER, 20)
    assert not bench.station.press()
    (refused,) = entries(bench, AuditEvent.PRESS_REFUSED)
    assert "closed_eyes" in str(refused.facts["waits_for"])
    bench.station.close()


def test_settings_say_what_changed_and_no_password_of_a_camera(tmp_path: Path) -> None:
    bench = StationBench(tmp_path)
    gate = SETTINGS.gate.model_copy(update={"dwell_seconds": 0.9})
    address = "rtsp://doctor:secret@camera/1"
    bench.station.change_settings(SETTINGS.model_copy(update={"gate": gate, "source": address}))
    bench.station.change_settings(
        SETTINGS.model_copy(update={"gate": gate, "source": address, "theme": "dark"})
    )
    first, second = entries(bench, AuditEvent.SETTINGS_CHANGED)
    assert first.facts["changed"] == {
        "gate.dwell_seconds": [SETTINGS.gate.dwell_seconds, 0.9],
        "source": [],
    }
    assert second.facts["changed"] == {"theme": [SETTINGS.theme, "dark"]}
    assert "secret" not in str(bench.store.audit())
    bench.station.close()


def test_a_failure_and_who_read_of_it_are_told(tmp_path: Path) -> None:
    bench = StationBench(tmp_path)
    bench.station.acknowledge()
    bench.station.fail("The model's answer is not valid.")
    bench.station.acknowledge()
    failed, read = entries(bench, AuditEvent.FAILED, AuditEvent.ACKNOWLEDGED)
    assert failed.facts == read.facts == {"notice": "The model's answer is not valid."}
    bench.station.close()


def test_an_overruling_and_its_reason_are_told(tmp_path: Path) -> None:
    gate = SETTINGS.gate.model_copy(update={"quality_override": True})
    bench = StationBench(tmp_path, settings=SETTINGS.model_copy(update={"gate": gate}))
    bench.station.change_subject("Patient 7")
    bench.station.overrule(frozenset({"uncovered"}), "only the ceiling lamp")
    bench.station.withdraw_override()
    bench.station.withdraw_override()
    overruled, withdrawn = entries(bench, AuditEvent.OVERRULED, AuditEvent.OVERRULING_WITHDRAWN)
    assert overruled.facts == {"checks": ["uncovered"]}
    assert overruled.note is not None
    assert (overruled.note.subject, overruled.note.text) == ("Patient 7", "only the ceiling lamp")
    assert withdrawn.note is None
    bench.station.close()


def test_no_light_without_the_reasons_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lamp = RecordingLamp()
    bench = StationBench(tmp_path, kind=SourceKind.CAMERA, lamp=lamp)
    bench.make_ready()

    def fail(_: AuditWriter) -> None:
        raise StoreError("The audit trail cannot be written.")

    assert bench.station.press()
    monkeypatch.setattr(AuditWriter, "flush", fail)
    with pytest.raises(StoreError, match="audit trail"):
        bench.station.run_capture()
    assert lamp.exposures == []
    assert bench.store.incomplete() == []
    bench.station.close()


def test_settings_that_changed_outside_are_said_at_the_start(tmp_path: Path) -> None:
    store = CaptureStore(tmp_path / "captures", minimum_free_bytes=0)
    for sha256, finding in (("a" * 64, ""), ("b" * 64, "changed outside FaceQA")):
        desk = AuditDesk(store)
        desk.started("Ana", sha256, SimulatedUv().info)
        desk.writer.flush()
        assert finding in desk.finding
        assert bool(desk.finding) == bool(finding)
        desk.writer.close()


def test_equal_settings_have_no_changes() -> None:
    assert changes(Settings(), Settings()) == {}
