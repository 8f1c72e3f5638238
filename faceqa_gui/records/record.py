"""`CaptureRecord`: what was captured, by whom, under which model, settings and explanation."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, JsonValue

from faceqa_gui import __version__
from faceqa_gui.frames.frame import Box, Region

SCHEMA_VERSION: Literal[2] = 2
SAFETY_STATEMENT = (
    "Software permission is not eye protection: goggles or a shutter stay the primary control."
)


def _encodable(text: object) -> object:
    """Replace lone surrogates, which no file can hold; typed text may contain them."""
    return text.encode("utf-8", "replace").decode("utf-8") if isinstance(text, str) else text


Text = Annotated[str, BeforeValidator(_encodable)]
Identifier = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Share = Annotated[float, Field(ge=0.0, le=1.0)]
Count = Annotated[int, Field(ge=0)]
Dose = Annotated[float, Field(ge=0.0)]


class _Part(BaseModel):
    # Inputs stay out of error texts: they hold the subject's name.
    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, hide_input_in_errors=True
    )


class FrameRecord(_Part):
    """The visible frame: where it came from, its number and its size in pixels."""

    source: Text
    source_kind: str
    sequence: Count
    width: Annotated[int, Field(ge=2)]
    height: Annotated[int, Field(ge=2)]


class CheckRecord(_Part):
    """One check: its outcome and its score in the check's own unit (None: not assessed)."""

    name: str
    outcome: str
    score: float | None


class EyeRecord(_Part):
    """One eye: its state, and the probability in 0-1 that it is closed (None: not read)."""

    state: str
    closed_probability: Share | None


class EyesRecord(_Part):
    """Both eyes; left and right are sides of the picture, `reason` says why it is unknown.

    `manifest_sha256` names the eye networks' manifest; None where it is not known.
    """

    state: str
    image_left: EyeRecord
    image_right: EyeRecord
    reason: str = ""
    manifest_sha256: Sha256 | None = None


class ModelRecord(_Part):
    """The model that judged, and what ran it.

    `manifest_sha256` names its manifest, and so all its files; None where it is not known.
    """

    name: Text
    sha256: Sha256
    runtime: str
    manifest_sha256: Sha256 | None = None


class ThresholdRecord(_Part):
    """A probability that decided, and who named it: the model's manifest or the settings."""

    value: Share
    source: Literal["model", "settings"]


class PermissionRecord(_Part):
    """The permission that was consumed; times in monotonic seconds."""

    identifier: Identifier
    issued_at: float
    expires_at: float
    consumed_at: float


class SuperpixelRecord(_Part):
    """One superpixel of the explanation and its weight in the surrogate."""

    number: Count
    weight: float


class ExplanationRecord(_Part):
    """The explanation that counted; see `Explanation` for the meaning of each value.

    `exact_count` is None in records of version 1, which did not keep it.
    """

    identifier: Text
    frame_sequence: Count
    target: str
    seed: Count
    sample_count: Count
    exact_count: Count | None = None
    r_squared: float
    stability: Share | None = None
    doubts: tuple[str, ...] = ()
    evidence_inside_face: Share | None
    agreement: Share | None
    top: tuple[SuperpixelRecord, ...]


class DeviceRecord(_Part):
    """The UV device; `simulated` means that it emits no light."""

    name: Text
    simulated: bool


class OverrideRecord(_Part):
    """What an operator overruled: checks by name, in whose words, and since when (monotonic)."""

    checks: tuple[str, ...]
    reason: Text
    operator: Text
    began_at: float


class ExposureRecord(_Part):
    """The exposure as it was: monotonic start, measured seconds, whether and how it ended.

    The dose is the irradiance in the settings times the measured seconds, in J/m²; 0 where no light
    was emitted, None in records from before doses were kept.
    """

    started_at: float
    duration_seconds: Annotated[float, Field(ge=0.0)]
    completed: bool
    simulated: bool
    reason: str
    dose_joules_per_square_metre: Dose | None = None


class UvFrameRecord(_Part):
    """The chosen frame of the UV camera and how it was registered.

    Attributes:
        sequence, width, height: of the frame as it came, in pixels.
        captured_monotonic: when it was captured, on the clock of all other times.
        visible_sequence: of the visible frame that is nearest to it in time.
        offset_seconds: its time minus that of this visible frame.
        crop: the part of it that was registered, in its own pixels.
        registered_width, registered_height: the size of the visible frame, to which it was
            resampled. Size and time are aligned; the parallax of two lenses is not.
        checks: `not_black` (share lit), `not_saturated` (share saturated) and `not_stale`
            (seconds for which the picture was unchanged).
    """

    sequence: Count
    width: Annotated[int, Field(ge=2)]
    height: Annotated[int, Field(ge=2)]
    captured_monotonic: float
    visible_sequence: Count
    offset_seconds: float
    crop: Box
    registered_width: Annotated[int, Field(ge=2)]
    registered_height: Annotated[int, Field(ge=2)]
    checks: tuple[CheckRecord, ...]


class UvPictureRecord(_Part):
    """The UV camera's part: None for `taken` where it saw nothing while the lamp was lit.

    `problem` is what the operator was told of the picture; "" where it is sound.
    """

    source: Text
    source_kind: str
    taken: UvFrameRecord | None
    problem: Text = ""


class FileRecord(_Part):
    """Checksum and size in bytes of one stored file."""

    sha256: Sha256
    size: Count


class CaptureRecord(_Part):
    """Everything that is known of one capture, version 2; `record_versions` reads older ones.

    Attributes:
        identifier: generated name (uuid4, 32 hex digits).
        session: identifier of the station's run.
        subject: free text about the person; never part of a path, a log or an error.
        operator: who captured, and `operator_role` in which role; "" where it is not known.
        captured_at: wall-clock time of the visible frame, with its offset from UTC.
        captured_monotonic: the same moment in monotonic seconds, as all other times here.
        region, face: in frame pixels; `face` is None where none was found.
        probabilities: calibrated, 0-1, by class.
        thresholds: by name, those that the settings need not name; `good_threshold` is always
            there but in records of version 1. The limits of checks and gate are in `settings`.
        light: the gate's light at the press.
        settings: every setting in force, and `settings_sha256` the digest the station bound the
            permission to.
        planned_dose_joules_per_square_metre: what a completed exposure gives; see `ExposureRecord`.
        override: what an operator overruled; None where nothing was.
        exposure: None in a record that was stored before the lamp was lit.
        uv_picture: None where no UV camera was chosen, no light was released, or the lamp failed.
        files: by file name; filled in by the store.
    """

    schema_version: Literal[2] = SCHEMA_VERSION
    identifier: Identifier
    session: Text
    subject: Text
    operator: Text
    operator_role: str = ""
    captured_at: AwareDatetime
    captured_monotonic: float
    frame: FrameRecord
    region: Region
    face: Box | None
    probabilities: dict[str, Share]
    thresholds: dict[str, ThresholdRecord]
    checks: tuple[CheckRecord, ...]
    eyes: EyesRecord
    light: str
    model: ModelRecord
    settings: dict[str, JsonValue]
    settings_sha256: Sha256
    permission: PermissionRecord
    explanation: ExplanationRecord
    device: DeviceRecord
    planned_dose_joules_per_square_metre: Dose | None = None
    override: OverrideRecord | None = None
    exposure: ExposureRecord | None
    uv_picture: UvPictureRecord | None = None
    software_version: str = __version__
    safety_statement: str = SAFETY_STATEMENT
    files: dict[str, FileRecord] = {}
