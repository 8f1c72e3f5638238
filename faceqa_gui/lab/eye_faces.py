"""Faces to train the eye networks on."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from faceqa_gui.errors import DatasetError, SourceError
from faceqa_gui.eyes.eye_pairs import EyePairs
from faceqa_gui.eyes.eye_places import Point
from faceqa_gui.eyes.face_finder import FaceFinder, Grey, to_grey
from faceqa_gui.eyes.face_patch import face_patch
from faceqa_gui.lab.dataset import Dataset, LabelledImage, read_dataset
from faceqa_gui.lab.pictures import read_pictures
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.quality.preprocessing import centre_square
from faceqa_gui.wording import said

EYE_LABELS = ("open", "closed")
# Whole pictures are large.
_AT_ONCE = 8

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True, eq=False)
class LabelledFace:
    """A found face and whether its eyes are closed.

    Attributes:
        patch: uint8, 192×192.
        closed: both eyes; else both are open.
        pair: where the cascades found the eyes, in patch pixels; None where they did not.
        person: a number, the same for every picture of one subject.
        name: of the file.
        source: of the picture, as the manifest says; "" where it does not.
    """

    patch: Grey
    closed: bool
    pair: tuple[Point, Point] | None
    person: int
    name: str
    source: str


def read_faces(dataset: Dataset, report: Report) -> list[LabelledFace]:
    """Faces of a data set with the labels open and closed.

    Raises:
        DatasetError: no face was found.
        SourceError: a picture cannot be read.
    """
    faces = _found(dataset.images)
    report(f"{len(faces)} of {len(dataset.images)} faces were found and are used")
    if not faces:
        raise DatasetError(said("No face was found in {path}.", path=dataset.root))
    return faces


def read_good_faces(folder: Path, held_out: set[str], report: Report) -> list[LabelledFace]:
    """Good faces of a face-quality data set (split train), all with open eyes.

    Args:
        folder: the data set.
        held_out: subjects that must not be trained on.
        report: is told how many were found.

    Raises:
        DatasetError: the data set cannot be used.
        SourceError: a picture cannot be read.
    """
    dataset = read_dataset(folder, QUALITY_LABELS, "train")
    images = [
        image
        for image in dataset.images
        if image.label == Quality.GOOD and _subject(image) not in held_out
    ]
    faces = _found(images)
    report(f"{len(faces)} of {len(images)} good faces were found and count as open")
    return faces


def _found(images: Sequence[LabelledImage]) -> list[LabelledFace]:
    finder, pairs = FaceFinder(), EyePairs()
    faces = []
    for some in read_pictures(images, centre_square, _AT_ONCE):
        if some.skipped:
            raise SourceError(some.skipped[0].reason)
        for image, square in zip(some.images, some.pictures, strict=True):
            grey = to_grey(square)
            boxes = finder.find(grey)
            if not boxes:
                continue
            patch, closed = face_patch(grey, boxes[0]), image.label == "closed"
            digest = hashlib.sha256(_subject(image).encode()).hexdigest()
            faces.append(
                LabelledFace(
                    patch,
                    closed,
                    pairs.find(patch, closed=closed),
                    int(digest, 16),
                    image.path.name,
                    image.attributes.get("source", ""),
                )
            )
    return faces


def subjects(images: Iterable[LabelledImage]) -> set[str]:
    """Whom the pictures show; a picture without a subject stands for itself."""
    return {_subject(image) for image in images}


def _subject(image: LabelledImage) -> str:
    return image.attributes.get("subject") or image.path.name
