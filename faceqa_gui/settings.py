"""`Settings`: typed values with their unit, their meaning, and which direction is the safer one."""

import os
from pathlib import Path
from typing import Annotated, Literal, Self

from platformdirs import user_data_path
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    ValidationInfo,
    field_validator,
    model_validator,
)

from faceqa_gui.wording import said

VERSION: Literal[2] = 2
SETTINGS_FILE = "settings.json"

Fraction = Annotated[float, Field(ge=0.0, le=1.0)]
Seconds = Annotated[float, Field(gt=0.0, le=3600.0)]
Dose = Annotated[float, Field(gt=0.0, le=1_000_000.0)]
GreyLevels = Annotated[float, Field(ge=0.0, le=255.0)]


class _Section(BaseModel):
    # Inputs stay out of error texts, which reach the log.
    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, hide_input_in_errors=True
    )


def _marked(unit: str = "", *, stricter: bool | str | None = None) -> dict[str, JsonValue]:
    """What a setting says of itself beyond its type.

    Args:
        unit: shown behind the value.
        stricter: of a safety value, `"higher"` or `"lower"` for numbers, else the one strict value;
            None where no direction is safer.
    """
    return {"unit": unit, "stricter": stricter}


class CameraSettings(_Section):
    """How the camera of the visible pictures delivers; each is asked of its driver and read back.

    A change of any of them starts the gate anew.
    """

    picture_size: Literal["640×480", "1280×720", "1920×1080"] = Field(
        "1280×720",
        description="size asked of the camera; one that it does not have gives another, and that "
        "is said",
        json_schema_extra=_marked(unit="px"),
    )
    rotation_degrees: Literal[0, 90, 180, 270] = Field(
        0,
        description="turn the picture clockwise, for a camera that hangs on its side; what is "
        "judged and stored is turned as well",
        json_schema_extra=_marked(unit="°"),
    )
    live_view: Literal["plain", "mirrored"] = Field(
        "plain",
        description="how people see themselves; what is judged and stored is never mirrored",
    )
    exposure: Literal["automatic", "locked"] = Field(
        "automatic",
        description="locked: the camera keeps what it has found a second after it was opened, "
        "where its driver can",
    )
    white_balance: Literal["automatic", "locked"] = Field(
        "automatic",
        description="locked: the camera keeps what it has found a second after it was opened, "
        "where its driver can",
    )

    @property
    def size_in_pixels(self) -> tuple[int, int]:
        """Width and height that are asked of the camera."""
        width, height = self.picture_size.split("×")
        return int(width), int(height)

    @property
    def is_mirrored(self) -> bool:
        """Whether the live view is shown as a mirror does."""
        return self.live_view == "mirrored"

    @property
    def locks_exposure(self) -> bool:
        """Whether the driver is asked to keep its exposure."""
        return self.exposure == "locked"

    @property
    def locks_white_balance(self) -> bool:
        """Whether the driver is asked to keep its white balance."""
        return self.white_balance == "locked"


class GateSettings(_Section):
    """How a stream of frames becomes a light and a permission."""

    window_frames: int = Field(
        8,
        ge=1,
        le=120,
        description="M: frames looked at together",
        json_schema_extra=_marked(unit="frames", stricter="lower"),
    )
    needed_frames: int = Field(
        6,
        ge=1,
        le=120,
        description="N of M frames that must be green",
        json_schema_extra=_marked(unit="frames", stricter="higher"),
    )
    dwell_seconds: Seconds = Field(
        0.4,
        description="how long green must hold before it is shown",
        json_schema_extra=_marked(unit="s", stricter="higher"),
    )
    stale_seconds: Seconds = Field(
        0.3,
        description="no assessment for this long closes the gate",
        json_schema_extra=_marked(unit="s", stricter="lower"),
    )
    frozen_seconds: Seconds = Field(
        0.5,
        description="an unchanging picture for this long is frozen",
        json_schema_extra=_marked(unit="s", stricter="lower"),
    )
    window_in_front: bool = Field(
        default=True,
        description="UV light is released only while this window is in front",
        json_schema_extra=_marked(stricter=True),
    )
    quality_override: bool = Field(
        default=False,
        description="let an operator overrule a finding about the face, with a written reason; "
        "glasses and eyes are never overruled",
        json_schema_extra=_marked(stricter=False),
    )
    permission_seconds: Annotated[float, Field(gt=0.0, le=1.0)] = Field(
        1.0,
        description="life of a UV permission",
        json_schema_extra=_marked(unit="s", stricter="lower"),
    )
    open_seen_seconds: Seconds = Field(
        30.0,
        description="open eyes must have been seen this recently before closed ones count",
        json_schema_extra=_marked(unit="s", stricter="lower"),
    )
    break_seconds: Seconds = Field(
        1.0,
        description="a face lost for this long is a new face",
        json_schema_extra=_marked(unit="s", stricter="lower"),
    )

    @model_validator(mode="after")
    def _needs_no_more_than_it_looks_at(self) -> Self:
        if self.needed_frames > self.window_frames:
            raise ValueError(said("the needed frames cannot be more than the window's frames"))
        return self


class QualitySettings(_Section):
    """Which quality network judges, and how its answer is read."""

    model: str = Field(
        "",
        max_length=1000,
        description="imported model or its folder, from the next start on; empty: the shipped one",
    )
    good_threshold: Fraction | None = Field(
        None,
        description="probability needed to call a face good; empty: the model's own",
        json_schema_extra=_marked(stricter="higher"),
    )


class ChecksSettings(_Section):
    """What is asked of a face that the network calls good; none of it needs a network.

    The defaults were chosen on validation pictures so that each check refuses at most about 1 % of
    good faces; `faceqa evaluate --checks` measures them. A light from behind is not asked about:
    faces fill those pictures, so that they cannot tell what it would cost in front of a white wall.
    """

    face_size: bool = Field(
        default=True,
        description="ask that the face fills the guide",
        json_schema_extra=_marked(stricter=True),
    )
    least_face_share: Fraction = Field(
        0.33,
        description="smallest width of the face, as a share of the guide's side",
        json_schema_extra=_marked(unit="× guide", stricter="higher"),
    )
    most_face_share: float = Field(
        1.1,
        ge=0.0,
        le=2.0,
        description="largest width of the face, as a share of the guide's side",
        json_schema_extra=_marked(unit="× guide", stricter="lower"),
    )
    face_position: bool = Field(
        default=True,
        description="ask that the face is in the middle",
        json_schema_extra=_marked(stricter=True),
    )
    most_offset: Fraction = Field(
        0.16,
        description="longest way of the face from the middle, as a share of the guide's side",
        json_schema_extra=_marked(unit="× guide", stricter="lower"),
    )
    resolution: bool = Field(
        default=True,
        description="ask for enough pixels across the face",
        json_schema_extra=_marked(stricter=True),
    )
    least_face_pixels: int = Field(
        100,
        ge=0,
        le=10_000,
        description="smallest width of the face in the camera's picture, in pixels",
        json_schema_extra=_marked(unit="px", stricter="higher"),
    )
    darkness: bool = Field(
        default=True,
        description="ask that the face is bright enough",
        json_schema_extra=_marked(stricter=True),
    )
    least_brightness_levels: GreyLevels = Field(
        40.0,
        description="smallest mean grey level of the face, of 255",
        json_schema_extra=_marked(unit="of 255", stricter="higher"),
    )
    glare: bool = Field(
        default=True,
        description="ask that the face is not too bright",
        json_schema_extra=_marked(stricter=True),
    )
    most_glare: Fraction = Field(
        0.1,
        description="largest share of the face that is pure white",
        json_schema_extra=_marked(unit="of face", stricter="lower"),
    )
    backlight: bool = Field(
        default=False,
        description="ask that no light shines from behind",
        json_schema_extra=_marked(stricter=True),
    )
    most_backlight_levels: GreyLevels = Field(
        60.0,
        description="how much brighter than the face the rest may be, of 255",
        json_schema_extra=_marked(unit="of 255", stricter="lower"),
    )
    sharpness: bool = Field(
        default=True,
        description="ask that the found face is sharp",
        json_schema_extra=_marked(stricter=True),
    )
    least_sharpness: Fraction = Field(
        0.12,
        description="smallest share of the face's fine detail that more blur would take",
        json_schema_extra=_marked(stricter="higher"),
    )

    @model_validator(mode="after")
    def _leaves_room_between_its_limits(self) -> Self:
        if self.least_face_share > self.most_face_share:
            raise ValueError(said("the smallest face share cannot be more than the largest one"))
        return self


class EyesSettings(_Section):
    """Which rule reads the eyes."""

    mode: Literal["decision", "paper"] = Field(
        "decision",
        description="rule for the lab's measurements; a station always uses the decision, because "
        "the paper's rule calls closed what it cannot see",
    )


class ExplanationSettings(_Section):
    """Parameters of the combined explanation; the defaults are the paper's (section 3)."""

    sample_count: int = Field(
        1000,
        ge=10,
        le=20_000,
        description="perturbed pictures",
        json_schema_extra=_marked(unit="pictures", stricter="higher"),
    )
    seed: int = Field(0, ge=0, description="seed of superpixels and perturbations")
    quickshift_kernel_size: float = Field(
        4.0,
        gt=0.0,
        le=50.0,
        description="width of the density kernel of superpixels in pixels",
        json_schema_extra=_marked(unit="px"),
    )
    quickshift_max_distance: float = Field(
        200.0,
        gt=0.0,
        le=1000.0,
        description="longest link inside a superpixel",
        json_schema_extra=_marked(unit="px"),
    )
    kernel_width: float = Field(0.25, gt=0.0, le=10.0, description="of the cosine-distance kernel")
    top_superpixels: int = Field(5, ge=1, le=50, description="superpixels that are kept and shown")
    overlay: Fraction = Field(0.4, description="opacity of the heat map on the explained picture")
    batch_size: int = Field(
        10,
        ge=1,
        le=512,
        description="pictures at once; live frames wait for one batch at most",
        json_schema_extra=_marked(unit="pictures"),
    )
    hold_seconds: Seconds = Field(
        0.5,
        description="a good face held this long is explained",
        json_schema_extra=_marked(unit="s", stricter="higher"),
    )
    valid_seconds: Seconds = Field(
        30.0,
        description="life of an explanation for the same face",
        json_schema_extra=_marked(unit="s", stricter="lower"),
    )
    until_stable: bool = Field(
        default=False,
        description="stop early once the top superpixels have held",
        json_schema_extra=_marked(stricter=False),
    )
    low_trust: Literal["block", "warn"] = Field(
        "block",
        description="whether a weak explanation keeps UV light off or only warns",
        json_schema_extra=_marked(stricter="block"),
    )
    least_evidence_inside: Fraction = Field(
        0.5,
        description="weak below this share of evidence inside the face",
        json_schema_extra=_marked(stricter="higher"),
    )
    least_agreement: Fraction = Field(
        0.15,
        description="weak below this agreement of Grad-CAM and LIME (IoU)",
        json_schema_extra=_marked(stricter="higher"),
    )
    least_fit: Fraction = Field(
        0.17,
        description="weak below this fit of LIME's simple model (R²)",
        json_schema_extra=_marked(stricter="higher"),
    )
    least_stability: Fraction = Field(
        0.0,
        description="weak below this share of resamples with the same top",
        json_schema_extra=_marked(stricter="higher"),
    )


class UvSettings(_Section):
    """The UV device."""

    device: Literal["simulated", "serial"] = Field(
        "simulated",
        description="the lamp, from the next start on; the simulated one emits no light",
        json_schema_extra=_marked(stricter="simulated"),
    )
    serial_port: str = Field(
        "",
        max_length=200,
        description="port of the serial lamp, such as /dev/ttyUSB0 or COM3, from the next start on",
    )
    exposure_seconds: float = Field(
        1.0,
        gt=0.0,
        le=5.0,
        description="how long the lamp is lit in one capture, in seconds",
        json_schema_extra=_marked(unit="s", stricter="lower"),
    )
    camera: str = Field(
        "",
        max_length=1000,
        description="second camera that looks while the lamp is lit: named like the source, which "
        "it must not be; empty: none",
    )
    lamp_rise_seconds: float = Field(
        0.1,
        ge=0.0,
        le=5.0,
        description="time the lamp takes to full light; no UV picture counts before",
        json_schema_extra=_marked(unit="s"),
    )
    irradiance_watts_per_square_metre: float = Field(
        10.0,
        gt=0.0,
        le=10_000.0,
        description="of the lamp at the face, as measured there",
        json_schema_extra=_marked(unit="W/m²", stricter="higher"),
    )
    exposure_limit_joules_per_square_metre: Dose = Field(
        100.0,
        description="largest dose of one capture: irradiance × time",
        json_schema_extra=_marked(unit="J/m²", stricter="lower"),
    )
    daily_limit_joules_per_square_metre: Dose = Field(
        1000.0,
        description="largest dose of one subject in 24 hours; ask whoever answers for the lamp. "
        "Unprotected eyes: 10000 J/m² of UV-A in 8 hours (ICNIRP 2004)",
        json_schema_extra=_marked(unit="J/m²", stricter="lower"),
    )


class OperatorsSettings(_Section):
    """How the station treats whoever works there."""

    idle_seconds: int = Field(
        300,
        ge=0,
        le=3600,
        description="a station that nobody touches for this long shows nobody and waits; operators "
        "sign in again. At least 30; 0: never, where nobody signs in",
        json_schema_extra=_marked(unit="s"),
    )

    @field_validator("idle_seconds")
    @classmethod
    def _outlasts_a_capture(cls, seconds: int) -> int:
        if 0 < seconds < 30:
            raise ValueError(said("the idle time is 0 or at least 30 seconds"))
        return seconds


class RecordsSettings(_Section):
    """How captures are kept."""

    encryption: Literal["off", "keyring", "file"] = Field(
        "off",
        description="encrypt what is stored, from the next start on, with a key in the system's "
        "keyring or in a file: make it with “faceqa records key create”. Whoever loses the key "
        "loses the records",
    )
    key_file: str = Field(
        "",
        max_length=1000,
        description="file of the key, where it is in a file; keep a copy of it elsewhere",
    )


class ControlsSettings(_Section):
    """The foot pedal, which sends a key like a keyboard."""

    pedal_key: Literal["F9", "F13", "F14", "F15", "F16", "F17", "F18", "F19", "F20", "Pause"] = (
        Field("F9", description="key that the foot pedal sends; F9 always asks for UV light")
    )
    pedal_does: Literal["uv_capture", "explain_now"] = Field(
        "uv_capture", description="what a press of the foot pedal does"
    )


class GuidanceSettings(_Section):
    """How the subject is guided; everybody may change it, and it closes no gate."""

    tones: bool = Field(
        default=True,
        description="a tone for “come closer”, “hold still”, “close your eyes”, “light on” and "
        "“done”: closed eyes cannot read",
    )
    speech: bool = Field(
        default=True,
        description="the same in words, where this computer has a voice for the language",
    )
    muted: bool = Field(default=False, description="no tones and no speech for now")
    volume: Fraction = Field(0.6, description="loudness of tones and speech")
    ghost: bool = Field(
        default=True,
        description="show the subject's last capture faintly over the live view",
    )
    subject_window: bool = Field(
        default=False,
        description="a window for the subject with large print, on the second screen if there "
        "is one",
    )


EVERYBODYS = ("theme", "language", "guidance")
"""Settings that need no right: they change what is seen and heard, never what is decided."""

GATE_STAYS = (*EVERYBODYS, "source", "controls")
"""Settings whose change ends nothing that was seen or explained."""


class Settings(_Section):
    """Everything an installation may change."""

    version: Literal[2] = VERSION
    source: str = Field("demo", description="camera index or name, file, folder, address or demo")
    operator: str = Field(
        "local operator",
        max_length=80,
        description="name of the one local operator, where nobody signs in",
    )
    theme: Literal["system", "light", "dark"] = Field("system", description="looks of the window")
    language: Literal["system", "en", "ko"] = Field(
        "system", description="language of the windows; changes at once"
    )
    camera: CameraSettings = CameraSettings()
    gate: GateSettings = GateSettings()
    quality: QualitySettings = QualitySettings()
    checks: ChecksSettings = ChecksSettings()
    eyes: EyesSettings = EyesSettings()
    explanation: ExplanationSettings = ExplanationSettings()
    uv: UvSettings = UvSettings()
    operators: OperatorsSettings = OperatorsSettings()
    controls: ControlsSettings = ControlsSettings()
    guidance: GuidanceSettings = GuidanceSettings()
    records: RecordsSettings = RecordsSettings()

    @field_validator("uv")
    @classmethod
    def _looks_with_two_cameras(cls, uv: UvSettings, info: ValidationInfo) -> UvSettings:
        source = info.data.get("source", "").strip().casefold()
        if uv.camera.strip() and uv.camera.strip().casefold() == source:
            raise ValueError(
                said(
                    "the UV camera is the source of the visible pictures; choose another one "
                    "or none"
                )
            )
        return uv


UNATTENDED = OperatorsSettings(idle_seconds=0)
"""For a flow or a measurement that no hand touches, where nobody signs in."""


def home() -> Path:
    """Folder of everything the program writes: `FACEQA_HOME`, else the platform's usual place."""
    moved = os.environ.get("FACEQA_HOME")
    return Path(moved) if moved else user_data_path("faceqa", appauthor=False)
