"""Stores with captures whose pictures are real ones."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from faceqa_gui.frames.frame import Box
from faceqa_gui.records.picture_bytes import png_bytes
from faceqa_gui.records.record import (
    CaptureRecord,
    CheckRecord,
    OverrideRecord,
    UvFrameRecord,
    UvPictureRecord,
)
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import Settings
from support.capture_records import EXPOSURE, make_record

NOON = datetime(2026, 3, 4, 12, 0, 0, tzinfo=UTC)
GREYS = {
    "frame.png": 60,
    "face.png": 120,
    "explanation.png": 180,
    "uv.png": 20,
    "uv_registered.png": 30,
    "uv_visible.png": 70,
}
PICTURES = {name: png_bytes(np.full((48, 64, 3), grey, np.uint8)) for name, grey in GREYS.items()}
CUT_SHORT = EXPOSURE.model_copy(
    update={"completed": False, "duration_seconds": 0.2, "reason": "a doubt came up"}
)


def full_record(subject: str = "Ada", *, completed: bool = True, minutes: int = 0) -> CaptureRecord:
    """A record in which every section has something to say."""
    record = make_record(
        subject=subject,
        operator="front desk 2",
        captured_at=NOON + timedelta(minutes=minutes),
        exposure=EXPOSURE.model_copy(update={"dose_joules_per_square_metre": 10.0})
        if completed
        else CUT_SHORT,
    )
    taken = UvFrameRecord(
        sequence=70,
        width=64,
        height=48,
        captured_monotonic=12.8,
        visible_sequence=52,
        offset_seconds=0.01,
        crop=Box(0, 6, 64, 36),
        registered_width=64,
        registered_height=48,
        checks=(CheckRecord(name="not_black", outcome="pass", score=0.6),),
    )
    return record.model_copy(
        update={
            "operator_role": "operator",
            "planned_dose_joules_per_square_metre": 10.0,
            "checks": (
                CheckRecord(name="face_shown", outcome="pass", score=0.99),
                CheckRecord(name="uncovered", outcome="fail", score=0.7),
                CheckRecord(name="backlight", outcome="not_assessed", score=None),
            ),
            "override": OverrideRecord(
                checks=("uncovered",), reason="Bandage", operator="Dr. Noether", began_at=9.0
            ),
            "settings": Settings.model_validate({"gate": {"dwell_seconds": 0.6}}).model_dump(
                mode="json"
            ),
            "uv_picture": UvPictureRecord(
                source="1", source_kind="camera", taken=taken, problem="It was dim."
            ),
        }
    )


def store_of(root: Path, *records: CaptureRecord) -> CaptureStore:
    """A store with these captures."""
    store = CaptureStore(root, minimum_free_bytes=0)
    for record in records:
        store.begin(record)
        store.save(record, PICTURES)
    return store
