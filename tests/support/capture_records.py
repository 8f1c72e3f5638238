"""Records and files as a station would hand them to the store."""

import uuid
from datetime import UTC, datetime

from faceqa_gui.frames.frame import Box, Region
from faceqa_gui.records.record import (
    CaptureRecord,
    CheckRecord,
    DeviceRecord,
    ExplanationRecord,
    ExposureRecord,
    EyeRecord,
    EyesRecord,
    FrameRecord,
    ModelRecord,
    PermissionRecord,
    SuperpixelRecord,
    ThresholdRecord,
)

PATIENT = "Patient-90125-Wilhelmina"
DAY = "2026-03-04"
FILES = {"frame.png": b"visible" * 500, "face.png": b"face" * 300, "explanation.png": b"why" * 99}
EXPOSURE = ExposureRecord(
    started_at=12.5,
    duration_seconds=1.0,
    completed=True,
    simulated=True,
    reason="the set time was reached",
)


def make_record(
    *,
    subject: str = "somebody",
    operator: str = "local operator",
    exposure: ExposureRecord | None = EXPOSURE,
    captured_at: datetime = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC),
) -> CaptureRecord:
    eye = EyeRecord(state="closed", closed_probability=0.98)
    return CaptureRecord(
        identifier=uuid.uuid4().hex,
        session=uuid.uuid4().hex,
        subject=subject,
        operator=operator,
        captured_at=captured_at,
        captured_monotonic=12.0,
        frame=FrameRecord(
            source="demo", source_kind="demonstration", sequence=41, width=1280, height=720
        ),
        region=Region(280, 0, 720),
        face=Box(400, 100, 300, 320),
        probabilities={"good": 0.97, "blur": 0.03},
        thresholds={"good_threshold": ThresholdRecord(value=0.9, source="model")},
        checks=(CheckRecord(name="clear", outcome="pass", score=0.97),),
        eyes=EyesRecord(state="closed", image_left=eye, image_right=eye),
        light="green",
        model=ModelRecord(name="MobileNet", sha256="a" * 64, runtime="OpenVINO"),
        settings={"version": 1, "gate": {"dwell_seconds": 0.4}},
        settings_sha256="b" * 64,
        permission=PermissionRecord(
            identifier=uuid.uuid4().hex, issued_at=12.0, expires_at=13.0, consumed_at=12.4
        ),
        explanation=ExplanationRecord(
            identifier=uuid.uuid4().hex,
            frame_sequence=30,
            target="good",
            seed=0,
            sample_count=1000,
            exact_count=400,
            r_squared=0.8,
            evidence_inside_face=0.9,
            agreement=0.5,
            top=(SuperpixelRecord(number=3, weight=0.2),),
        ),
        device=DeviceRecord(name="Simulated UV lamp (emits no light)", simulated=True),
        exposure=exposure,
    )
