"""Model folders: `manifest.json`, `model.keras` (the reference) and `model.onnx` (for runtimes).

A quantised MobileNet also has `early.npz` and `late_int8.onnx`: the early layers, whose work the
samples of an explanation share, and the late ones in 8 bits.

Bytes are hashed once and loaded from those bytes, so a file that is swapped later is not used.
"""

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
)

from faceqa_gui.errors import ModelError
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.preprocessing import INPUT_SIDE, PREPROCESSING
from faceqa_gui.wording import reason, said

SCHEMA_VERSION: Literal[1] = 1
MANIFEST_FILE = "manifest.json"
KERAS_FILE = "model.keras"
ONNX_FILE = "model.onnx"
EARLY_FILE = "early.npz"
ROUNDED_FILE = "late_int8.onnx"
MODELS_VARIABLE = "FACEQA_MODELS"
DEFAULT_MODEL = "quality-mobilenet"
QUALITY_TASK = "quality"
"""What a station's model judges; models of other tasks are for the lab alone."""
LARGEST_FILE_BYTES = 300_000_000
LARGEST_MANIFEST_BYTES = 1_000_000
NETWORK_FILES = (KERAS_FILE, ONNX_FILE)
"""Files that every model has."""
QUANTISED_FILES = (EARLY_FILE, ROUNDED_FILE)
"""Files that a quantised MobileNet has as well."""

_LONGEST_QUOTE = 100

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Verification(BaseModel):
    """A reduced runtime that agreed with the reference (see `faceqa model verify`).

    Attributes:
        runtime: name of the candidate, as in `runtimes.REDUCED`.
        pictures: validation pictures whose verdicts were compared.
        top_agreement: share in 0-1 with the same most probable class.
        mean_difference: mean absolute difference of the probabilities.
        explained: pictures whose explanations were compared.
        mean_rank_correlation: Spearman's, of their superpixel weights.
        same_top: share in 0-1 with the same set of top superpixels.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    runtime: str
    pictures: int = Field(ge=1)
    top_agreement: float
    mean_difference: float
    explained: int = Field(ge=1)
    mean_rank_correlation: float
    same_top: float


class Manifest(BaseModel):
    """What a model says of itself.

    Attributes:
        version: of this schema.
        name: readable name.
        architecture: of the network.
        task: what it judges, `quality` or an attribute such as `gender`; written only if it is
            another one, so that manifests of quality stay as they were, byte by byte.
        labels: classes in the order of the outputs.
        input_side: of the square RGB input in pixels; values 0-255, scaled inside the network.
        preprocessing: how a picture becomes the input.
        temperature: the logits are divided by it before the softmax; > 0.
        good_threshold: probability from which a face counts as good, chosen on validation data;
            None for the other tasks, which have no good class.
        probe_logits: the Keras network's logits for `runtime.probe_batch`, row by row.
        files: sha256 of each file beside the manifest.
        libraries: versions it was trained with.
        training_command: that made it.
        data_sha256: digest of the training data.
        created: date, ISO 8601.
        verified: reduced runtimes that agreed with this network; no other one is used for it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = SCHEMA_VERSION
    name: str
    architecture: str
    task: str = Field(default=QUALITY_TASK, exclude_if=lambda task: task == QUALITY_TASK)
    labels: tuple[str, ...]
    input_side: int
    preprocessing: str
    temperature: float = Field(gt=0.0, allow_inf_nan=False)
    good_threshold: float | None = Field(
        default=None,
        ge=0.0,
        le=1.0,
        validate_default=True,
        exclude_if=lambda threshold: threshold is None,
    )
    probe_logits: tuple[Annotated[float, Field(allow_inf_nan=False)], ...]
    files: dict[str, Sha256]
    libraries: dict[str, str]
    training_command: str
    data_sha256: Sha256
    created: str
    verified: tuple[Verification, ...] = ()

    @field_validator("good_threshold")
    @classmethod
    def _only_of_quality(cls, threshold: float | None, others: ValidationInfo) -> float | None:
        if (threshold is not None) != (others.data.get("task") == QUALITY_TASK):
            raise ValueError("a threshold belongs to models of quality, and to them alone")
        return threshold


@dataclass(frozen=True, slots=True, eq=False)
class ModelFile:
    """A verified model folder: its manifest and the very bytes whose checksums were compared.

    Attributes:
        folder: where it was read.
        manifest: what it says of itself.
        keras_bytes: the reference.
        onnx_bytes: what runtimes load.
        early_bytes: early layers of a quantised model.
        rounded_bytes: late layers of it, in 8 bits.
        manifest_sha256: of the manifest's bytes, which name all other bytes; it is what a list
            of models holds. "" for a model that was not read from a folder.
    """

    folder: Path
    manifest: Manifest
    keras_bytes: bytes
    onnx_bytes: bytes
    early_bytes: bytes | None = None
    rounded_bytes: bytes | None = None
    manifest_sha256: str = ""

    @property
    def sha256(self) -> str:
        """Checksum of the reference network; it names the model in every record."""
        return self.manifest.files[KERAS_FILE]


def default_model_folder() -> Path:
    """The shipped model: in `FACEQA_MODELS` if that is set, else beside the program."""
    moved = os.environ.get(MODELS_VARIABLE)
    root = Path(moved) if moved else Path(__file__).resolve().parents[2] / "models"
    return root / DEFAULT_MODEL


def read_model(folder: Path) -> ModelFile:
    """Read and verify a model folder as a station may use it.

    Raises:
        ModelError: something is missing, altered or of another form.
    """
    content = read_manifest_bytes(folder)
    return verified_model(folder, content, lambda name: read_file(folder, name))


def read_any_model(folder: Path) -> ModelFile:
    """Read and verify a model folder of any task, for the lab; a station reads by `read_model`.

    Raises:
        ModelError: something is missing, altered or of another form.
    """
    content = read_manifest_bytes(folder)
    manifest = parse_any_manifest(content, folder)
    return _with_files(folder, content, manifest, lambda name: read_file(folder, name))


def verified_model(folder: Path, manifest_bytes: bytes, read: Callable[[str], bytes]) -> ModelFile:
    """A model whose every file is the one that its manifest names.

    Args:
        folder: where it lies or came from; for sentences.
        manifest_bytes: its manifest.
        read: gives the bytes of a file of `NETWORK_FILES` or `QUANTISED_FILES`; each is asked
            for once.

    Raises:
        ModelError: something is altered or of another form.
    """
    manifest = parse_manifest(manifest_bytes, folder)
    return _with_files(folder, manifest_bytes, manifest, read)


def _with_files(
    folder: Path, manifest_bytes: bytes, manifest: Manifest, read: Callable[[str], bytes]
) -> ModelFile:
    keras, onnx = (_verified(folder, name, manifest, read) for name in NETWORK_FILES)
    early, rounded = (
        _verified(folder, name, manifest, read) if name in manifest.files else None
        for name in QUANTISED_FILES
    )
    digest = hashlib.sha256(manifest_bytes).hexdigest()
    return ModelFile(folder, manifest, keras, onnx, early, rounded, digest)


def read_manifest_bytes(folder: Path) -> bytes:
    """The bytes of a model folder's manifest.

    Raises:
        ModelError: there is none, or it cannot be read.
    """
    path = folder / MANIFEST_FILE
    if folder.is_file():
        raise ModelError(
            said(
                "{folder} is a single file; FaceQA loads model folders with {manifest} only, "
                "because other model files can carry code. Train or import it again.",
                folder=folder,
                manifest=MANIFEST_FILE,
            )
        )
    try:
        return _read_at_most(path, LARGEST_MANIFEST_BYTES)
    except FileNotFoundError as error:
        raise ModelError(
            said(
                "{folder} is not a model: it has no {manifest}. Name a folder made by "
                "“faceqa train”.",
                folder=folder,
                manifest=MANIFEST_FILE,
            )
        ) from error
    except OSError as error:
        raise ModelError(
            said("{path} cannot be read: {why}.", path=path, why=reason(error))
        ) from error


def read_file(folder: Path, name: str) -> bytes:
    """The bytes of one file of a model folder.

    Raises:
        ModelError: there is none, or it cannot be read.
    """
    path = folder / name
    try:
        return _read_at_most(path, LARGEST_FILE_BYTES)
    except OSError as error:
        raise ModelError(
            said("{path} cannot be read: {why}.", path=path, why=reason(error))
        ) from error


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest alone.

    Raises:
        ModelError: it is missing, damaged, or describes another kind of network.
    """
    return parse_manifest(read_manifest_bytes(folder), folder)


def parse_manifest(content: bytes, folder: Path) -> Manifest:
    """A manifest, checked to be of a model that the station could use.

    Raises:
        ModelError: it is damaged, or describes another kind of network.
    """
    manifest = parse_any_manifest(content, folder)
    if manifest.task != QUALITY_TASK:
        raise ModelError(
            said(
                "The model in {folder} judges {task}; only a model that judges "
                "{quality_task} can be used here. Give it to “faceqa evaluate” or to the lab.",
                folder=folder,
                task=_shown(manifest.task),
                quality_task=QUALITY_TASK,
            )
        )
    return manifest


def parse_any_manifest(content: bytes, folder: Path) -> Manifest:
    """A manifest of any task whose network takes pictures as FaceQA gives them.

    Raises:
        ModelError: it is damaged, or describes another kind of input or other quality classes.
    """
    manifest = _parsed(content, folder / MANIFEST_FILE)
    if manifest.task == QUALITY_TASK and manifest.labels != QUALITY_LABELS:
        raise ModelError(
            said(
                "The model in {folder} has the classes {classes}; FaceQA needs {needed} in "
                "this order.",
                folder=folder,
                classes=_shown(", ".join(manifest.labels)),
                needed=", ".join(QUALITY_LABELS),
            )
        )
    if manifest.input_side != INPUT_SIDE:
        raise ModelError(
            said(
                "The model in {folder} takes pictures of {side} pixels; FaceQA needs {needed}.",
                folder=folder,
                side=manifest.input_side,
                needed=INPUT_SIDE,
            )
        )
    if manifest.preprocessing != PREPROCESSING:
        raise ModelError(
            said(
                "The model in {folder} expects another input ({preprocessing}); FaceQA gives "
                "{needed}.",
                folder=folder,
                preprocessing=_shown(manifest.preprocessing),
                needed=PREPROCESSING,
            )
        )
    return manifest


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest of a model folder, whole or not at all.

    Raises:
        ModelError: the folder cannot be written.
    """
    path = folder / MANIFEST_FILE
    part = path.with_name(MANIFEST_FILE + ".part")
    try:
        part.write_text(manifest.model_dump_json(indent=1) + "\n", encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise ModelError(
            said("{path} cannot be written: {why}.", path=path, why=reason(error))
        ) from error


def _parsed(content: bytes, path: Path) -> Manifest:
    try:
        values = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ModelError(
            said("{path} is empty, cut off or not JSON. Copy the model folder again.", path=path)
        ) from error
    version = values.get("version") if isinstance(values, dict) else None
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise ModelError(
            said(
                "{path} was written by a newer FaceQA (form {version}, this one reads "
                "{known}). Install the newer FaceQA, or take an older model.",
                path=path,
                version=version,
                known=SCHEMA_VERSION,
            )
        )
    try:
        return Manifest.model_validate_json(content)
    except ValidationError as error:
        where = ", ".join(
            ".".join(map(str, fault["loc"])) or "file" for fault in error.errors()[:3]
        )
        raise ModelError(
            said(
                "{path} is not a manifest of a model (see: {where}). Train or import it again.",
                path=path,
                where=_shown(where),
            )
        ) from error


def _shown(text: str) -> str:
    """Text of a file from elsewhere as a sentence may quote it: short, on one line."""
    plain = "".join(letter if letter.isprintable() else "?" for letter in text)
    return plain if len(plain) <= _LONGEST_QUOTE else plain[:_LONGEST_QUOTE] + "…"


def _verified(folder: Path, name: str, manifest: Manifest, read: Callable[[str], bytes]) -> bytes:
    path = folder / name
    expected = manifest.files.get(name)
    if expected is None:
        raise ModelError(
            said(
                "The manifest in {folder} does not list {name}. Train the model again.",
                folder=folder,
                name=name,
            )
        )
    content = read(name)
    if not content:
        raise ModelError(
            said("{path} is empty. Copy the model folder again from where it came.", path=path)
        )
    found = hashlib.sha256(content).hexdigest()
    if found != expected:
        raise ModelError(
            said(
                "{path} is not the file that the manifest names: its sha256 begins with "
                "{found}, expected {expected}. Copy the model folder again from where it "
                "came.",
                path=path,
                found=found[:8],
                expected=expected[:8],
            )
        )
    return content


def _read_at_most(path: Path, limit: int) -> bytes:
    """A plain file's bytes. Raises `OSError`, and `ModelError` if it is larger or not a file."""
    if path.exists() and not path.is_file():
        raise ModelError(
            said("{path} is not a plain file. Copy the model folder again.", path=path)
        )
    with path.open("rb") as stream:
        if os.fstat(stream.fileno()).st_size > limit:
            raise ModelError(
                said("{path} is too large to be of a model of FaceQA. Copy it again.", path=path)
            )
        return stream.read(limit + 1)
