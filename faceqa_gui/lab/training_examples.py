"""Training pictures, decoded once and held in memory, or in a file where they are very many."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import DatasetError, SourceError
from faceqa_gui.eyes.face_finder import FaceFinder
from faceqa_gui.frames.frame import Box, Pixels, resize
from faceqa_gui.lab.augmentation import Augmentation
from faceqa_gui.lab.dataset import Dataset
from faceqa_gui.lab.pictures import BATCH, Skipped, read_pictures
from faceqa_gui.lab.worn import find_face
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.preprocessing import centre_square, network_input
from faceqa_gui.wording import said

Report = Callable[[str], None]

# A little more than the network needs, so that turning and zooming in keep detail.
KEPT_SIDE = 256
_LARGEST_IN_MEMORY = 3_000_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Decoded pictures.

    Attributes:
        pictures: uint8, N×256×256×3, RGB.
        truth: index of the class of each, intp, N.
        faces: of good pictures, where a face was found.
        labels: the classes.
    """

    pictures: Pixels
    truth: NDArray[np.intp]
    faces: tuple[Box | None, ...]
    labels: tuple[str, ...]

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


def read_examples(
    dataset: Dataset, report: Report, left_out: list[Skipped] | None = None
) -> Examples:
    """Decode the pictures of one split.

    Args:
        dataset: the split.
        report: is told how many pictures were read.
        left_out: gets the pictures that cannot be read; None: all must be readable.

    Raises:
        DatasetError: there is none.
        SourceError: a picture cannot be read, and `left_out` is None.
    """
    if not dataset.images:
        raise DatasetError(said("{path} has no pictures to train on.", path=dataset.root))
    finder = FaceFinder()
    pictures = _room_for(len(dataset.images))
    faces: list[Box | None] = []
    truth: list[int] = []
    for found in read_pictures(dataset.images, _kept, BATCH):
        if found.skipped and left_out is None:
            raise SourceError(found.skipped[0].reason)
        if left_out is not None:
            left_out += found.skipped
        for image, kept in zip(found.images, found.pictures, strict=True):
            pictures[len(truth)] = kept
            faces.append(find_face(kept, finder) if image.label == Quality.GOOD else None)
            truth.append(dataset.labels.index(image.label))
    report(f"{len(truth)} pictures read, {sum(face is not None for face in faces)} faces found")
    read = pictures[: len(truth)]
    return Examples(read, np.array(truth, np.intp), tuple(faces), dataset.labels)


def _kept(pixels: Pixels) -> Pixels:
    return resize(centre_square(pixels), KEPT_SIDE, KEPT_SIDE)


def _room_for(count: int) -> Pixels:
    """Room for the pictures: a file that vanishes by itself where memory might not do."""
    shape = (count, KEPT_SIDE, KEPT_SIDE, 3)
    if count * KEPT_SIDE * KEPT_SIDE * 3 <= _LARGEST_IN_MEMORY:
        return np.empty(shape, np.uint8)
    with tempfile.TemporaryFile() as file:
        return np.memmap(file, np.uint8, "w+", shape=shape)


def class_weights(truth: NDArray[np.intp], labels: Sequence[str]) -> NDArray[np.float32]:
    """Weight of each class, float32, so that all classes count alike.

    Raises:
        DatasetError: a class has no picture.
    """
    counts = np.bincount(truth, minlength=len(labels))
    if not counts.all():
        missing = [label for label, count in zip(labels, counts, strict=True) if not count]
        raise DatasetError(
            said("The training split has no pictures of: {missing}.", missing=", ".join(missing))
        )
    return (len(truth) / (len(counts) * counts)).astype(np.float32)


def one_hot(truth: NDArray[np.intp], labels: Sequence[str]) -> NDArray[np.float32]:
    """N×C, 1 for the true class."""
    return np.eye(len(labels), dtype=np.float32)[truth]
