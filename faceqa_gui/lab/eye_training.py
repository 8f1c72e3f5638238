"""Training the eye network: open or closed from one small grey crop."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import DatasetError, ModelError
from faceqa_gui.eyes.eye_crops import CROP_SIDE, normalised
from faceqa_gui.eyes.eye_variants import EyePatch, eye_patches, vary
from faceqa_gui.eyes.face_finder import FaceFinder, to_grey
from faceqa_gui.eyes.learned import MANIFEST_FILE, ONNX_FILE, EyeManifest
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.lab.dataset import Dataset, LabelledImage, read_dataset

if TYPE_CHECKING:
    import keras

EYE_LABELS = ("open", "closed")
FOLDS = 5
EYE_EPOCHS = 25
_BATCH = 128
_MARGIN = 0.5

Report = Callable[[str], None]
Logits = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class LabelledEyes:
    """Both eyes of one face, whose subject decides the fold."""

    patches: tuple[EyePatch, EyePatch]
    subject: str


@dataclass(frozen=True, slots=True)
class TrainedEyes:
    """What a run leaves behind, with figures of the cross-validation over subjects.

    Attributes:
        folder: the eye model.
        faces: how many faces were found and used.
        open_below: see `EyeManifest`.
        closed_above: likewise.
        closed_recognised: share in 0-1 of faces with closed eyes that were called closed.
    """

    folder: Path
    faces: int
    open_below: float
    closed_above: float
    closed_recognised: float

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return asdict(self) | {"folder": self.folder.name}


def train_eyes(
    data: Path, out: Path, *, seed: int, epochs: int, command: str, report: Report
) -> TrainedEyes:
    """Train on the split `dev` and write `eyes.onnx` and its manifest.

    The thresholds come from cross-validation over subjects. The larger opening of a pair counts,
    so they are set on the less closed eye of each face: that of no open face of the development
    split may reach `closed_above`, with a margin on the logit.

    Args:
        data: folder with manifest.csv; labels open and closed, split dev, column subject.
        out: folder of the eye model.
        seed: of every random choice.
        epochs: of each run.
        command: written to the manifest.
        report: is told of progress, a line at a time.

    Raises:
        DatasetError: the data cannot be used.
        ModelError: `out` cannot be written.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ModelError(
            f"{out} cannot be written: {error.strerror}. Name another folder with --out."
        ) from error
    dataset = read_dataset(data, EYE_LABELS, "dev")
    faces = _read_faces(dataset, report)
    held_out, truth = _cross_validate(faces, seed, epochs, report)
    temperature = _temperature(held_out, truth)
    less_closed = held_out.min(axis=1) / temperature
    open_below, closed_above = _thresholds(less_closed, truth)
    recognised = (_sigmoid(less_closed[truth == 1]) >= closed_above).mean()
    report(
        f"cross-validated: open at or below {open_below:.4f}, closed from {closed_above:.4f}; "
        f"{recognised:.1%} of faces with closed eyes are called closed"
    )
    network = _fit(faces, seed, epochs)
    network(np.zeros((1, CROP_SIDE, CROP_SIDE, 1), np.float32))
    network.export(out / ONNX_FILE, format="onnx", verbose=False)
    manifest = EyeManifest(
        sha256=hashlib.sha256((out / ONNX_FILE).read_bytes()).hexdigest(),
        temperature=temperature,
        open_below=open_below,
        closed_above=closed_above,
        libraries={name: version(name) for name in ("keras", "tensorflow", "numpy", "tf2onnx")},
        training_command=command,
        data_sha256=dataset.digest(),
        created=datetime.now(UTC).date().isoformat(),
    )
    (out / MANIFEST_FILE).write_text(manifest.model_dump_json(indent=1) + "\n", encoding="utf-8")
    return TrainedEyes(out, len(faces), open_below, closed_above, float(recognised))


def build_eye_network() -> "keras.Model":
    """From float32 N×32×32×1 crops to one logit each: positive is closed. About 65,000 weights."""
    import keras

    crop = keras.Input((CROP_SIDE, CROP_SIDE, 1))
    features = crop
    for filters in (24, 48, 64):
        for _ in range(2 if filters < 64 else 1):
            features = keras.layers.Conv2D(filters, 3, padding="same", use_bias=False)(features)
            features = keras.layers.BatchNormalization()(features)
            features = keras.layers.ReLU()(features)
        features = keras.layers.MaxPooling2D()(features)
    features = keras.layers.Flatten()(features)
    features = keras.layers.Dropout(0.4)(features)
    return keras.Model(crop, keras.layers.Dense(1, name="closed")(features))


def _read_faces(dataset: Dataset, report: Report) -> list[LabelledEyes]:
    finder = FaceFinder()
    faces = []
    for image in dataset.images:
        found = _eyes_of(image, finder)
        if found is not None:
            faces.append(found)
    report(f"{len(faces)} of {len(dataset.images)} faces were found and are used")
    if not faces:
        raise DatasetError(f"No face was found in {dataset.root}.")
    return faces


def _eyes_of(image: LabelledImage, finder: FaceFinder) -> LabelledEyes | None:
    grey = to_grey(read_picture(image.path))
    boxes = finder.find(grey)
    if not boxes:
        return None
    patches = eye_patches(grey, boxes[0], closed=image.label == "closed")
    return LabelledEyes(patches, image.attributes.get("subject") or image.path.name)


def _cross_validate(
    faces: list[LabelledEyes], seed: int, epochs: int, report: Report
) -> tuple[Logits, NDArray[np.intp]]:
    """Logits of both eyes, faces×2, from a network that never saw the subject; and the truth."""
    digests = [int(hashlib.sha256(face.subject.encode()).hexdigest(), 16) for face in faces]
    folds = np.array([digest % FOLDS for digest in digests])
    logits = np.empty((len(faces), 2))
    started = time.monotonic()
    for fold in range(FOLDS):
        network = _fit(
            [face for face, f in zip(faces, folds, strict=True) if f != fold], seed, epochs
        )
        members = np.flatnonzero(folds == fold)
        if len(members):
            crops = np.stack([_plain(faces[m].patches[side]) for m in members for side in (0, 1)])
            logits[members] = np.asarray(network(crops, training=False)).reshape(-1, 2)
        left = (time.monotonic() - started) / (fold + 1) * (FOLDS - fold)
        report(f"fold {fold + 1}/{FOLDS} done, about {left / 60:.1f} min left")
    return logits, np.array([face.patches[0].closed for face in faces], np.intp)


def _plain(patch: EyePatch) -> NDArray[np.float32]:
    """The crop that a station would cut."""
    share = 0.5 - 0.5 / 1.6
    first = round(share * len(patch.pixels))
    middle = patch.pixels[first:-first, first:-first]
    step = np.linspace(0, len(middle) - 1, CROP_SIDE).round().astype(int)
    return normalised(np.ascontiguousarray(middle[np.ix_(step, step)]))


def _fit(faces: list[LabelledEyes], seed: int, epochs: int) -> "keras.Model":
    import keras

    keras.utils.set_random_seed(seed)
    generator = np.random.default_rng(seed)
    patches = [patch for face in faces for patch in face.patches]
    network = build_eye_network()
    steps = epochs * (len(patches) // _BATCH + 1)
    network.compile(
        keras.optimizers.AdamW(
            keras.optimizers.schedules.CosineDecay(2e-3, steps, alpha=0.02), weight_decay=1e-3
        ),
        keras.losses.BinaryCrossentropy(from_logits=True, label_smoothing=0.02),
    )
    closed = np.array([patch.closed for patch in patches])
    importance = np.where(closed == 1.0, 0.5 / closed.mean(), 0.5 / (1.0 - closed.mean()))
    for _ in range(epochs):
        varied = [vary(patch, generator) for patch in patches]
        crops = np.stack([normalised(crop) for crop, _ in varied])
        targets = np.array([target for _, target in varied], np.float32)
        network.fit(
            crops,
            targets[:, None],
            sample_weight=importance.astype(np.float32),
            batch_size=_BATCH,
            verbose=0,
        )
    return network


def _sigmoid(logits: Logits) -> Logits:
    values: Logits = 1.0 / (1.0 + np.exp(-logits))
    return values


def _temperature(logits: Logits, truth: NDArray[np.intp]) -> float:
    from scipy.optimize import minimize_scalar

    signs = np.where(truth == 1, 1.0, -1.0)[:, None]

    def log_loss(log_temperature: float) -> float:
        return float(np.logaddexp(0.0, -signs * logits / np.exp(log_temperature)).mean())

    return float(np.exp(minimize_scalar(log_loss, bounds=(-2.0, 2.0), method="bounded").x))


def _thresholds(logits: Logits, truth: NDArray[np.intp]) -> tuple[float, float]:
    """`open_below` and `closed_above` from the less closed eye of each face."""
    highest_open = float(logits[truth == 0].max())
    closed_above = float(_sigmoid(np.array(max(highest_open + _MARGIN, 2.2))))
    low_closed = float(np.quantile(logits[truth == 1], 0.01))
    open_below = float(_sigmoid(np.array(min(low_closed, -0.5))))
    return round(open_below, 4), round(closed_above, 4)
