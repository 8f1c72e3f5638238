"""Versioned, typed settings; a missing or bad file never blocks a start."""

import itertools
import json
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal, Self

from platformdirs import user_data_path
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from faceqa_gui.records.durable import make_folder, remove_part, replace_file

VERSION: Literal[1] = 1
SETTINGS_FILE = "settings.json"
_FILE_LIMIT_BYTES = 1_000_000

Fraction = Annotated[float, Field(ge=0.0, le=1.0)]
Seconds = Annotated[float, Field(gt=0.0, le=3600.0)]
Dose = Annotated[float, Field(gt=0.0, le=1_000_000.0)]
GreyLevels = Annotated[float, Field(ge=0.0, le=255.0)]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GateSettings(_Section):
    """How a stream of frames becomes a light and a permission."""

    window_frames: int = Field(8, ge=1, le=120, description="M: frames looked at together")
    needed_frames: int = Field(6, ge=1, le=120, description="N of M frames that must be green")
    dwell_seconds: Seconds = Field(0.4, description="how long green must hold before it is shown")
    stale_seconds: Seconds = Field(0.3, description="no assessment for this long closes the gate")
    frozen_seconds: Seconds = Field(
        0.5, description="an unchanging picture for this long is frozen"
    )
    window_in_front: bool = Field(
        default=True, description="UV light is released only while this window is in front"
    )
    quality_override: bool = Field(
        default=False,
        description="let an operator overrule a finding about the face, with a written reason; "
        "glasses and eyes are never overruled",
    )
    permission_seconds: Annotated[float, Field(gt=0.0, le=1.0)] = Field(
        1.0, description="life of a UV permission"
    )
    open_seen_seconds: Seconds = Field(
        30.0, description="open eyes must have been seen this recently before closed ones count"
    )
    break_seconds: Seconds = Field(1.0, description="a face lost for this long is a new face")

    @model_validator(mode="after")
    def _needs_no_more_than_it_looks_at(self) -> Self:
        if self.needed_frames > self.window_frames:
            raise ValueError("the needed frames cannot be more than the window's frames")
        return self


class QualitySettings(_Section):
    """How the quality network's answer is read."""

    good_threshold: Fraction | None = Field(
        None, description="probability needed to call a face good; empty: the model's own"
    )


class ChecksSettings(_Section):
    """What is asked of a face that the network calls good; none of it needs a network.

    The defaults were chosen on validation pictures so that each check refuses at most about 1 % of
    good faces; `faceqa evaluate --checks` measures them. A light from behind is not asked about:
    faces fill those pictures, so that they cannot tell what it would cost in front of a white wall.
    """

    face_size: bool = Field(default=True, description="ask that the face fills the guide")
    least_face_share: Fraction = Field(
        0.33, description="smallest width of the face, as a share of the guide's side"
    )
    most_face_share: float = Field(
        1.1, ge=0.0, le=2.0, description="largest width of the face, as a share of the guide's side"
    )
    face_position: bool = Field(default=True, description="ask that the face is in the middle")
    most_offset: Fraction = Field(
        0.16, description="longest way of the face from the middle, as a share of the guide's side"
    )
    resolution: bool = Field(default=True, description="ask for enough pixels across the face")
    least_face_pixels: int = Field(
        100,
        ge=0,
        le=10_000,
        description="smallest width of the face in the camera's picture, in pixels",
    )
    darkness: bool = Field(default=True, description="ask that the face is bright enough")
    least_brightness_levels: GreyLevels = Field(
        40.0, description="smallest mean grey level of the face, of 255"
    )
    glare: bool = Field(default=True, description="ask that the face is not too bright")
    most_glare: Fraction = Field(0.1, description="largest share of the face that is pure white")
    backlight: bool = Field(default=False, description="ask that no light shines from behind")
    most_backlight_levels: GreyLevels = Field(
        60.0, description="how much brighter than the face the rest may be, of 255"
    )
    sharpness: bool = Field(default=True, description="ask that the found face is sharp")
    least_sharpness: Fraction = Field(
        0.12, description="smallest share of the face's fine detail that more blur would take"
    )

    @model_validator(mode="after")
    def _leaves_room_between_its_limits(self) -> Self:
        if self.least_face_share > self.most_face_share:
            raise ValueError("the smallest face share cannot be more than the largest one")
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

    sample_count: int = Field(1000, ge=10, le=20_000, description="perturbed pictures")
    seed: int = Field(0, ge=0, description="seed of superpixels and perturbations")
    quickshift_kernel_size: float = Field(
        4.0, gt=0.0, le=50.0, description="width of the density kernel of superpixels in pixels"
    )
    quickshift_max_distance: float = Field(
        200.0, gt=0.0, le=1000.0, description="longest link inside a superpixel"
    )
    kernel_width: float = Field(0.25, gt=0.0, le=10.0, description="of the cosine-distance kernel")
    top_superpixels: int = Field(5, ge=1, le=50, description="superpixels that are kept and shown")
    overlay: Fraction = Field(0.4, description="opacity of the heat map on the explained picture")
    batch_size: int = Field(
        10, ge=1, le=512, description="pictures at once; live frames wait for one batch at most"
    )
    hold_seconds: Seconds = Field(0.5, description="a good face held this long is explained")
    valid_seconds: Seconds = Field(30.0, description="life of an explanation for the same face")
    until_stable: bool = Field(
        default=False, description="stop early once the top superpixels have held"
    )
    low_trust: Literal["block", "warn"] = Field(
        "block", description="whether a weak explanation keeps UV light off or only warns"
    )
    least_evidence_inside: Fraction = Field(
        0.5, description="weak below this share of evidence inside the face"
    )
    least_agreement: Fraction = Field(
        0.15, description="weak below this agreement of Grad-CAM and LIME (IoU)"
    )
    least_fit: Fraction = Field(0.17, description="weak below this fit of LIME's simple model (R²)")
    least_stability: Fraction = Field(
        0.0, description="weak below this share of resamples with the same top"
    )


class UvSettings(_Section):
    """The UV device."""

    device: Literal["simulated", "serial"] = Field(
        "simulated",
        description="the lamp, from the next start on; the simulated one emits no light",
    )
    serial_port: str = Field(
        "",
        max_length=200,
        description="port of the serial lamp, such as /dev/ttyUSB0 or COM3, from the next start on",
    )
    exposure_seconds: float = Field(
        1.0, gt=0.0, le=5.0, description="how long the lamp is lit in one capture, in seconds"
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
    )
    irradiance_watts_per_square_metre: float = Field(
        10.0, gt=0.0, le=10_000.0, description="of the lamp at the face, as measured there"
    )
    exposure_limit_joules_per_square_metre: Dose = Field(
        100.0, description="largest dose of one capture: irradiance × time"
    )
    daily_limit_joules_per_square_metre: Dose = Field(
        1000.0,
        description="largest dose of one subject in 24 hours; ask whoever answers for the lamp. "
        "Unprotected eyes: 10000 J/m² of UV-A in 8 hours (ICNIRP 2004)",
    )


class Settings(_Section):
    """Everything an installation may change."""

    version: Literal[1] = VERSION
    source: str = Field("demo", description="camera index or name, file, folder, address or demo")
    operator: str = Field("local operator", max_length=80, description="written to every record")
    theme: Literal["system", "light", "dark"] = Field("system", description="looks of the window")
    gate: GateSettings = GateSettings()
    quality: QualitySettings = QualitySettings()
    checks: ChecksSettings = ChecksSettings()
    eyes: EyesSettings = EyesSettings()
    explanation: ExplanationSettings = ExplanationSettings()
    uv: UvSettings = UvSettings()

    @field_validator("uv")
    @classmethod
    def _looks_with_two_cameras(cls, uv: UvSettings, info: ValidationInfo) -> UvSettings:
        source = info.data.get("source", "").strip().casefold()
        if uv.camera.strip() and uv.camera.strip().casefold() == source:
            raise ValueError(
                "the UV camera is the source of the visible pictures; choose another one or none"
            )
        return uv


def home() -> Path:
    """Folder of everything the program writes: `FACEQA_HOME`, else the platform's usual place."""
    moved = os.environ.get("FACEQA_HOME")
    return Path(moved) if moved else user_data_path("faceqa", appauthor=False)


def load_settings(path: Path) -> tuple[Settings, str]:
    """Read settings.

    Returns:
        The settings, and a notice for the operator: "" or why defaults are in use. A file that
        cannot be used is kept beside the original place under an ending such as `.bad`, and never
        replaces one that was kept before.
    """
    try:
        content = _read(path)
        if content is None:
            return Settings(), ""
        return Settings.model_validate_json(content), ""
    except ValidationError as error:
        newer = any(fault["loc"] == ("version",) for fault in error.errors())
        reason = "it is of another version of FaceQA" if newer else "it is not valid"
    except ValueError as error:
        reason = str(error)
    except OSError as error:
        reason = f"it cannot be read: {error.strerror}"
    kept = _free_place(path)
    try:
        path.replace(kept)
    except OSError:
        kept = path
    return Settings(), (
        f"The settings file could not be used ({reason}); defaults are in use. "
        f"The old file is kept as {kept}."
    )


def _read(path: Path) -> bytes | None:
    """The file's bytes; None where there is none. Raises `OSError`, `ValueError` with a reason."""
    with suppress(OSError):
        # Left by a crash; where it cannot be removed the settings can still be read.
        remove_part(path)
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            raise ValueError("it is a link to nothing") from None
        return None
    if not stat.S_ISREG(kind):
        raise ValueError("it is not a plain file")
    with path.open("rb") as stream:
        content = stream.read(_FILE_LIMIT_BYTES + 1)
    if len(content) > _FILE_LIMIT_BYTES:
        raise ValueError("it is too large")
    return content


def _free_place(path: Path) -> Path:
    """A name beside `path` that nothing has yet."""
    for number in itertools.count(1):
        place = path.with_name(f"{path.name}.bad{number if number > 1 else ''}")
        if not os.path.lexists(place):
            break
    return place


def save_settings(settings: Settings, path: Path) -> None:
    """Write settings whole or not at all; the old file stays if anything fails.

    Raises:
        OSError: the folder cannot be written.
    """
    make_folder(path.parent)
    text = json.dumps(settings.model_dump(mode="json"), indent=2) + "\n"
    replace_file(path, text.encode())
