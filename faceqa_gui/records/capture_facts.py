"""What the audit trail says of a capture: nothing that could name a person."""

from collections.abc import Mapping

from pydantic import JsonValue

from faceqa_gui.records.record import CaptureRecord, FileRecord


def begun_facts(record: CaptureRecord) -> dict[str, JsonValue]:
    """Why a capture was allowed, and with what: written before the lamp is lit."""
    return {
        "permission": record.permission.identifier,
        "light": record.light,
        "model": record.model.sha256,
        "manifest": record.model.manifest_sha256,
        "settings": record.settings_sha256,
        "explanation": record.explanation.identifier,
        "device": record.device.name,
        "simulated": record.device.simulated,
        "planned_dose_joules_per_square_metre": record.planned_dose_joules_per_square_metre,
        "overruled": list(record.override.checks) if record.override else [],
        "role": record.operator_role,
    }


def outcome_facts(record: CaptureRecord, files: Mapping[str, FileRecord]) -> dict[str, JsonValue]:
    """How a capture ended, and the checksum of every file as it lies on the disk."""
    exposure = record.exposure
    outcome: dict[str, JsonValue] = {
        "completed": exposure.completed if exposure else None,
        "reason": exposure.reason if exposure else "",
        "dose_joules_per_square_metre": (
            exposure.dose_joules_per_square_metre if exposure else None
        ),
        "files": {name: file.sha256 for name, file in files.items()},
    }
    return {**begun_facts(record), **outcome}
