"""Training the eye model: where the eyes are, and whether they are open or closed."""

import csv
import hashlib
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import ModelError
from faceqa_gui.eyes.eye_crops import VIEWS, aligned_eyes, eye_inputs
from faceqa_gui.eyes.eye_model import EYES_FILE, LOCALISER_FILE, MANIFEST_FILE, EyeManifest
from faceqa_gui.eyes.eye_places import EyePlaces, Point
from faceqa_gui.eyes.eye_variants import AlignedEye
from faceqa_gui.lab.dataset import VIDEO_STEP, read_dataset
from faceqa_gui.lab.eye_faces import (
    EYE_LABELS,
    LabelledFace,
    Report,
    read_faces,
    read_good_faces,
    subjects,
)
from faceqa_gui.lab.eye_networks import (
    fit_eye_network,
    fit_localiser,
    joined,
    locate,
)
from faceqa_gui.lab.eye_thresholds import (
    choose_thresholds,
    choose_witness,
    fit_eye_temperature,
)
from faceqa_gui.lab.onnx_export import export_onnx
from faceqa_gui.records.csv_text import harmless

if TYPE_CHECKING:
    import keras

LOCALISER_EPOCHS = 30
EYE_EPOCHS = 30
HELD_OUT_FILE = "held_out.csv"
_DISAGREEMENT_QUANTILE = 0.995

Logits = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TrainedEyes:
    """What a run leaves behind, with figures of the cross-validation over subjects.

    Attributes:
        folder: the eye model.
        faces: how many faces were found and used.
        open_below: see `EyeManifest`.
        closed_above: likewise.
        witness_cascade, witness_votes: likewise.
        closed_recognised: share in 0-1 of found faces with closed eyes that the networks call
            closed.
    """

    folder: Path
    faces: int
    open_below: float
    closed_above: float
    witness_cascade: str
    witness_votes: int
    closed_recognised: float

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return asdict(self) | {"folder": self.folder.name}


@dataclass(frozen=True, slots=True)
class EyeRecipe:
    """What decides over a run besides the data.

    Attributes:
        seed: of every random choice.
        epochs: of each eye network.
        localiser_epochs: of each localiser.
        networks: whose mean logit counts.
        folds: of the cross-validation over subjects.
    """

    seed: int = 0
    epochs: int = EYE_EPOCHS
    localiser_epochs: int = LOCALISER_EPOCHS
    networks: int = 2
    folds: int = 5


def train_eyes(
    data: Path,
    out: Path,
    recipe: EyeRecipe,
    *,
    good_faces: Path | None,
    command: str,
    report: Report,
    video_step: float = VIDEO_STEP,
) -> TrainedEyes:
    """Train on the split `dev` and write the localiser, the eye network and their manifest.

    The localiser learns from pairs of eyes that cascades found; each face is then located by a
    localiser that never saw its subject, and the places are averaged. Thresholds come from
    cross-validation over subjects. The larger opening of a pair counts, so they are set on the
    less closed eye of each face.

    Args:
        data: folder with manifest.csv; labels open and closed, split dev, column subject.
        out: folder of the eye model.
        recipe: what to do.
        good_faces: face-quality data set whose good training faces count as open eyes too, but
            for those whose subject belongs to another split of `data`; None: no more.
        video_step: seconds between two pictures taken from a video.
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
    everything = read_dataset(data, EYE_LABELS, video_step=video_step)
    dataset = everything.split("dev")
    faces = read_faces(dataset, report)
    labelled = len(faces)
    if good_faces is not None:
        held_out = subjects(image for image in everything.images if image.split != "dev")
        faces += read_good_faces(good_faces, held_out, report)
    localiser, places = _train_localiser(faces, labelled, recipe, report)
    logits = _cross_validate(faces, places, recipe, report)
    truth = np.array([face.closed for face in faces])
    temperature = fit_eye_temperature(logits, truth)
    less_closed = logits.min(axis=1) / temperature
    _write_held_out(out / HELD_OUT_FILE, faces, places, less_closed)
    thresholds = choose_thresholds(less_closed[:labelled], truth[:labelled], less_closed[labelled:])
    cascade, votes = choose_witness(faces[:labelled], places[:labelled], report)
    report(thresholds.text(less_closed[:labelled], truth[:labelled]))
    if good_faces is not None:
        beyond = int((less_closed[labelled:] >= thresholds.closed_logit).sum())
        report(f"good faces called closed by the networks: {beyond} of {len(faces) - labelled}")
    disagreement = float(
        np.quantile([place.disagreement for place in places[:labelled]], _DISAGREEMENT_QUANTILE)
    )
    network = joined(_fit_all(faces, places, recipe))
    export_onnx(localiser, out / LOCALISER_FILE)
    export_onnx(network, out / EYES_FILE)
    manifest = EyeManifest(
        files={
            name: hashlib.sha256((out / name).read_bytes()).hexdigest()
            for name in (LOCALISER_FILE, EYES_FILE)
        },
        temperature=temperature,
        open_below=thresholds.open_below,
        closed_above=thresholds.closed_above,
        witness_cascade=cascade,
        witness_votes=votes,
        largest_disagreement=round(disagreement, 4),
        libraries={name: version(name) for name in ("keras", "tensorflow", "numpy", "tf2onnx")},
        training_command=command,
        data_sha256=dataset.digest(),
        created=datetime.now(UTC).date().isoformat(),
    )
    (out / MANIFEST_FILE).write_text(manifest.model_dump_json(indent=1) + "\n", encoding="utf-8")
    return TrainedEyes(
        out,
        len(faces),
        thresholds.open_below,
        thresholds.closed_above,
        cascade,
        votes,
        thresholds.closed_recognised(less_closed[:labelled], truth[:labelled]),
    )


def _train_localiser(
    faces: list[LabelledFace], labelled: int, recipe: EyeRecipe, report: Report
) -> tuple["keras.Model", list[EyePlaces]]:
    """The localiser, and where localisers that never saw its subject see each face's eyes.

    The first `labelled` faces teach it; the good faces beyond them are only located.
    """
    places: dict[int, EyePlaces] = {}
    for fold in range(recipe.folds):
        taught = [
            (face.patch, face.pair)
            for face in faces[:labelled]
            if face.person % recipe.folds != fold and face.pair is not None
        ]
        network = fit_localiser(taught, seed=recipe.seed + fold, epochs=recipe.localiser_epochs)
        members = [index for index, face in enumerate(faces) if face.person % recipe.folds == fold]
        found = locate(network, [faces[index].patch for index in members])
        places.update(zip(members, found, strict=True))
        report(f"localiser {fold + 1}/{recipe.folds} done")
    located = [places[index] for index in range(len(faces))]
    settled = [
        (face.patch, _settled(face, place))
        for face, place in zip(faces[:labelled], located[:labelled], strict=True)
    ]
    final = fit_localiser(settled, seed=recipe.seed, epochs=recipe.localiser_epochs)
    return final, located


def _settled(face: LabelledFace, place: EyePlaces) -> tuple[Point, Point]:
    """The mean of what the cascades and a localiser found; the latter where it stands alone."""
    if face.pair is None:
        return place.left, place.right
    (left, right), seen = np.array(face.pair), np.array([place.left, place.right])
    first, second = ((np.array([left, right]) + seen) / 2).tolist()
    return (first[0], first[1]), (second[0], second[1])


def _aligned(faces: list[LabelledFace], places: list[EyePlaces]) -> list[AlignedEye]:
    return [
        AlignedEye(pixels, float(face.closed))
        for face, place in zip(faces, places, strict=True)
        for pixels in aligned_eyes(face.patch, place)
    ]


def _fit_all(
    faces: list[LabelledFace], places: list[EyePlaces], recipe: EyeRecipe
) -> list["keras.Model"]:
    eyes = _aligned(faces, places)
    return [
        fit_eye_network(eyes, seed=recipe.seed + number, epochs=recipe.epochs)
        for number in range(recipe.networks)
    ]


def _cross_validate(
    faces: list[LabelledFace], places: list[EyePlaces], recipe: EyeRecipe, report: Report
) -> Logits:
    """Logits of both eyes, faces×2, from networks that never saw the subject."""
    logits = np.empty((len(faces), 2))
    for fold in range(recipe.folds):
        taught = [index for index, face in enumerate(faces) if face.person % recipe.folds != fold]
        members = [index for index, face in enumerate(faces) if face.person % recipe.folds == fold]
        network = joined(_fit_all([faces[i] for i in taught], [places[i] for i in taught], recipe))
        if members:
            crops = np.concatenate([eye_inputs(faces[i].patch, places[i]) for i in members])
            answers = np.asarray(network(crops, training=False), np.float64)
            logits[members] = answers.reshape(len(members), 2, VIEWS).mean(axis=2)
        report(f"eye networks {fold + 1}/{recipe.folds} done")
    return logits


def _write_held_out(
    path: Path, faces: list[LabelledFace], places: list[EyePlaces], less_closed: Logits
) -> None:
    """What the cross-validation said of each face, to be looked through."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["file", "source", "closed", "less_closed_logit", "disagreement"])
        for face, place, logit in zip(faces, places, less_closed.tolist(), strict=True):
            values = (harmless(face.name), harmless(face.source), int(face.closed))
            rows.writerow([*values, f"{logit:.3f}", f"{place.disagreement:.3f}"])
