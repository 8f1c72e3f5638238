"""`Capture`: from a consumed permission to a lit lamp to a stored record."""

import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from faceqa_gui.assessment.assessment import Assessment, Light
from faceqa_gui.assessment.override import QualityOverride
from faceqa_gui.assessment.permission import Permission
from faceqa_gui.assessment.thresholds import good_threshold
from faceqa_gui.errors import FaceQAError
from faceqa_gui.explanation.explanation import Explanation
from faceqa_gui.explanation.pictures import combined_picture
from faceqa_gui.explanation.trust import doubts
from faceqa_gui.eyes.eye_state import EyeBasis, EyeReading
from faceqa_gui.frames.frame import Frame, Pixels, resize
from faceqa_gui.frames.source import SourceInfo
from faceqa_gui.operators.operator import Operator
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.records.audit_writer import AuditWriter
from faceqa_gui.records.dose_ledger import DoseEntry, dose_joules_per_square_metre
from faceqa_gui.records.picture_bytes import png_bytes
from faceqa_gui.records.picture_names import EXPLANATION_FILE, FACE_FILE, FRAME_FILE
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
    OverrideRecord,
    PermissionRecord,
    SuperpixelRecord,
    ThresholdRecord,
    UvPictureRecord,
)
from faceqa_gui.records.standardise import standardised_face
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import Settings
from faceqa_gui.station_state import CaptureSummary
from faceqa_gui.uv.device import Exposure, UvDevice, UvError
from faceqa_gui.uv.second_look import SecondLook
from faceqa_gui.uv.uv_camera import UvCamera
from faceqa_gui.wording import joined, said

THUMBNAIL_SIDE = 128


@dataclass(slots=True, eq=False)
class Capture:
    """One capture. `run` on one thread; `doubt` from any.

    The lamp is armed first and the doubts are looked at after that, so that a doubt before the
    arming is seen here and one after it is seen by the device: none falls between.
    """

    dose: DoseEntry
    operator: Operator
    override: QualityOverride | None
    permission: Permission
    consumed_at: float
    subject: str
    frame: Frame
    assessment: Assessment
    explanation: Explanation
    model: QualityModel
    eyes: EyeBasis
    source: SourceInfo
    settings: Settings
    device: UvDevice
    uv_camera: UvCamera | None
    store: CaptureStore
    audit: AuditWriter
    clock: Callable[[], float]
    uv_problem: str = ""
    """What the operator must know of the UV camera, once `run` is done; "" if nothing."""

    _doubted: threading.Event = field(default_factory=threading.Event)
    # Monotonic, not the station's clock: lamp and cameras stamp what they do with it.
    _doubted_at: float = float("inf")
    _look: SecondLook | None = None

    def doubt(self) -> None:
        """Something speaks against UV light: switch it off, or never switch it on."""
        self._doubted_at = min(self._doubted_at, time.monotonic())
        self._doubted.set()
        self.device.abort()

    def see(self, frame: Frame) -> None:
        """A frame was judged while the capture runs."""
        if self._look is not None:
            self._look.see(frame)

    @property
    def sees(self) -> bool:
        """Whether the UV camera, where there is one, still looks."""
        return self._look is None or not self._look.lost

    def run(self) -> tuple[CaptureSummary, Exposure]:
        """Expose and store; light that may have been on is stored, however it ended.

        Returns:
            The stored capture, and how the exposure ended.

        Raises:
            FaceQAError: the store failed, or the lamp refused; the lamp is off.
        """
        try:
            draft, exposure = self._light()
        except FaceQAError:
            self.dose.joules_per_square_metre = 0.0  # it was never lit
            raise
        if not exposure.simulated:
            self.dose.joules_per_square_metre = dose_joules_per_square_metre(
                self.settings.uv.irradiance_watts_per_square_metre, exposure.duration_seconds
            )
        uv_picture, uv_files = self._uv_picture(exposure)
        record = draft.model_copy(
            update={
                "uv_picture": uv_picture,
                "exposure": ExposureRecord(
                    started_at=exposure.started_at,
                    duration_seconds=exposure.duration_seconds,
                    completed=exposure.completed,
                    simulated=exposure.simulated,
                    reason=exposure.reason,
                    dose_joules_per_square_metre=self.dose.joules_per_square_metre,
                ),
            }
        )
        thumbnail = png_bytes(resize(self._face_picture(), THUMBNAIL_SIDE, THUMBNAIL_SIDE))
        stored = self.store.save(record, self._pictures() | uv_files)
        summary = CaptureSummary(
            stored.identifier, stored.folder, thumbnail, completed=exposure.completed
        )
        return summary, exposure

    def _light(self) -> tuple[CaptureRecord, Exposure]:
        """Write down what is about to happen, have the UV camera look, arm the lamp and expose."""
        self.store.check_ready()
        # No light whose reasons could not be written down.
        self.audit.flush()
        draft = self._draft()
        self.store.begin(draft)
        try:
            if self.uv_camera is not None:
                uv = self.settings.uv
                watch = self.uv_camera.watch(uv.exposure_seconds, uv.lamp_rise_seconds)
                self._look = SecondLook(watch, self.frame)
            self.device.arm()
            return draft, self._expose()
        except UvError:
            self.store.withdraw(draft.identifier)
            raise
        finally:
            if self._look is not None:
                self._look.end()

    def _expose(self) -> Exposure:
        now = self.clock()
        if self._doubted.is_set() or not now < self.permission.expires_at:
            self.device.abort()
            return Exposure(
                now,
                0.0,
                completed=False,
                simulated=self.device.info.simulated,
                reason=said("a doubt came up before the light was switched on"),
            )
        return self.device.expose(self.settings.uv.exposure_seconds)

    def _uv_picture(self, exposure: Exposure) -> tuple[UvPictureRecord | None, dict[str, bytes]]:
        """The UV camera's part of the record and its files; notes what the operator must know."""
        # Of a lamp that failed nobody knows until when it was lit, so no picture is certain.
        if self._look is None or exposure.failure or exposure.duration_seconds <= 0.0:
            return None, {}
        # A lamp reports its end late: it was lit no longer than asked for, or until the doubt.
        lit_seconds = min(exposure.duration_seconds, self.settings.uv.exposure_seconds)
        dark_at = min(exposure.started_at + lit_seconds, self._doubted_at)
        result = self._look.result(exposure.started_at, dark_at, self.settings.uv.lamp_rise_seconds)
        if exposure.completed and result.record.problem:
            self.uv_problem = joined(said("The capture is stored."), result.record.problem)
        elif not exposure.completed and self._look.lost:
            self.uv_problem = joined(
                said("UV light was switched off early."),
                self._look.lost,
                said("The capture is recorded as not completed."),
            )
        return result.record, result.files

    def _pictures(self) -> dict[str, bytes]:
        return {
            FRAME_FILE: png_bytes(self.frame.pixels),
            FACE_FILE: png_bytes(self._face_picture()),
            EXPLANATION_FILE: png_bytes(
                combined_picture(self.explanation, self.settings.explanation.overlay)
            ),
        }

    def _face_picture(self) -> Pixels:
        assessment = self.assessment
        return standardised_face(self.frame.pixels, assessment.face, assessment.region)

    def _draft(self) -> CaptureRecord:
        assessment, explanation, permission = self.assessment, self.explanation, self.permission
        good = good_threshold(self.model, self.settings.quality)
        age = timedelta(seconds=self.clock() - self.frame.captured_at)
        return CaptureRecord(
            identifier=uuid.uuid4().hex,
            session=permission.grounds.session,
            subject=self.subject,
            operator=self.operator.name,
            operator_role=self.operator.role,
            captured_at=datetime.now(UTC).astimezone() - age,
            captured_monotonic=self.frame.captured_at,
            frame=FrameRecord(
                source=self.source.name,
                source_kind=self.source.kind,
                sequence=self.frame.sequence,
                width=self.frame.width,
                height=self.frame.height,
            ),
            region=assessment.region,
            face=assessment.face,
            probabilities={str(k): float(v) for k, v in assessment.probabilities.items()},
            thresholds={
                "good_threshold": ThresholdRecord(value=good.value, source=good.source),
                **{
                    name: ThresholdRecord(value=value, source="model")
                    for name, value in self.eyes.thresholds.items()
                },
            },
            checks=tuple(
                CheckRecord(name=check.name, outcome=check.outcome, score=check.score)
                for check in assessment.checks
            ),
            eyes=EyesRecord(
                state=assessment.eyes.state,
                image_left=_eye_record(assessment.eyes.image_left),
                image_right=_eye_record(assessment.eyes.image_right),
                reason=assessment.eyes.reason,
                manifest_sha256=self.eyes.manifest_sha256,
            ),
            light=Light.GREEN,
            model=ModelRecord(
                name=self.model.label,
                sha256=self.model.sha256,
                runtime=self.model.runtime.name,
                manifest_sha256=self.model.file.manifest_sha256 or None,
            ),
            settings=self.settings.model_dump(mode="json"),
            settings_sha256=permission.grounds.settings_sha256,
            permission=PermissionRecord(
                identifier=permission.identifier,
                issued_at=permission.issued_at,
                expires_at=permission.expires_at,
                consumed_at=self.consumed_at,
            ),
            explanation=ExplanationRecord(
                identifier=explanation.identifier,
                frame_sequence=explanation.frame_sequence,
                target=explanation.target,
                seed=explanation.seed,
                sample_count=explanation.sample_count,
                exact_count=explanation.exact_count,
                r_squared=explanation.r_squared,
                stability=explanation.stability,
                doubts=doubts(explanation, self.settings.explanation),
                evidence_inside_face=explanation.evidence_inside_face,
                agreement=explanation.agreement,
                top=tuple(
                    SuperpixelRecord(number=number, weight=float(explanation.weights[number]))
                    for number in explanation.top
                ),
            ),
            device=DeviceRecord(name=self.device.info.name, simulated=self.device.info.simulated),
            planned_dose_joules_per_square_metre=self.dose.joules_per_square_metre,
            override=_override_record(self.override),
            exposure=None,
        )


def _override_record(override: QualityOverride | None) -> OverrideRecord | None:
    if override is None:
        return None
    return OverrideRecord(
        checks=tuple(sorted(override.checks)),
        reason=override.reason,
        operator=override.operator,
        began_at=override.began_at,
    )


def _eye_record(eye: EyeReading) -> EyeRecord:
    return EyeRecord(state=eye.state, closed_probability=eye.closed_probability)
