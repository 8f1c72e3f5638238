"""Training pictures, decoded once and held in memory."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import DatasetError
from faceqa_gui.eyes.face_finder import FaceFinder
from faceqa_gui.frames.frame import Box, Pixels, resize
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.lab.augmentation import Augmentation
from faceqa_gui.lab.dataset import Dataset
from faceqa_gui.lab.worn import find_face
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.quality.preprocessing import centre_square, network_input

Report = Callable[[str], None]

# A little more than the network needs, so that turning and zooming in keep detail.
KEPT_SIDE = 256


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Decoded pictures.

    Attributes:
        pictures: uint8, N×256×256×3, RGB.
        truth: index of the class of each, intp, N.
        faces: of good pictures, where a face was found.
    """

    pictures: Pixels
    truth: NDArray[np.intp]
    faces: tuple[Box | None, ...]

    def inputs(self, start: int, stop: int) -> NDArray[np.float32]:
        """Some pictures as the network takes them: float32, N×224×224×3."""
        chosen = [network_input(picture) for picture in self.pictures[start:stop]]
        return np.stack(chosen).astype(np.float32)

    def changed(
        self, which: NDArray[np.intp], augmentation: Augmentation, generator: np.random.Generator
    ) -> tuple[NDArray[np.float32], NDArray[np.intp]]:
        """Random variants of the pictures `which`: float32 N×224×224×3, and their classes."""
        pairs = [
            augmentation.change(
                self.pictures[index], int(self.truth[index]), self.faces[index], generator
            )
            for index in which
        ]
        pictures = np.stack([pixels for pixels, _ in pairs]).astype(np.float32)
        return pictures, np.array([label for _, label in pairs], np.intp)


def read_examples(dataset: Dataset, report: Report) -> Examples:
    """Decode the pictures of one split.

    Raises:
        DatasetError: there is none.
        SourceError: a picture cannot be read; training data must be whole.
    """
    if not dataset.images:
        raise DatasetError(f"{dataset.root} has no pictures to train on.")
    finder = FaceFinder()
    pictures = np.empty((len(dataset.images), KEPT_SIDE, KEPT_SIDE, 3), np.uint8)
    faces: list[Box | None] = []
    for index, image in enumerate(dataset.images):
        square = centre_square(read_picture(image.path))
        pictures[index] = resize(square, KEPT_SIDE, KEPT_SIDE)
        is_good = image.label == Quality.GOOD
        faces.append(find_face(pictures[index], finder) if is_good else None)
    report(f"{len(pictures)} pictures read, {sum(face is not None for face in faces)} faces found")
    truth = [dataset.labels.index(image.label) for image in dataset.images]
    return Examples(pictures, np.array(truth, np.intp), tuple(faces))


def class_weights(truth: NDArray[np.intp]) -> NDArray[np.float32]:
    """Weight of each class, float32, so that all classes count alike.

    Raises:
        DatasetError: a class has no picture.
    """
    counts = np.bincount(truth, minlength=len(QUALITY_LABELS))
    if not counts.all():
        missing = [QUALITY_LABELS[index] for index in np.flatnonzero(counts == 0)]
        raise DatasetError(f"The training split has no pictures of: {', '.join(missing)}.")
    return (len(truth) / (len(counts) * counts)).astype(np.float32)


def one_hot(truth: NDArray[np.intp]) -> NDArray[np.float32]:
    """N×5, 1 for the true class."""
    return np.eye(len(QUALITY_LABELS), dtype=np.float32)[truth]
