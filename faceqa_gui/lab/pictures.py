"""Runs the quality network over many picture files; what cannot be read never stops the run."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import DatasetError, ModelError, SourceError
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.picture_file import NotedPicture, PictureNote
from faceqa_gui.lab.dataset import Dataset, LabelledImage
from faceqa_gui.lab.labelled_picture import pictures_of
from faceqa_gui.quality.preprocessing import network_input
from faceqa_gui.quality.runtime import Prediction, Runtime
from faceqa_gui.wording import said

Report = Callable[[int, int], None]
Prepare = Callable[[Pixels], Pixels]

BATCH = 32
"""Pictures that the network is asked about at once."""

_READERS = 2
_NO_INPUTS = np.empty((0, 0, 0, 3), dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A picture that was left out, and why, in the user's words."""

    path: Path
    reason: str
    frame: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ReadBatch:
    """Some pictures of a data set as network input.

    Attributes:
        images: the pictures that could be read, at most 32.
        inputs: uint8, N×224×224×3, RGB, one per image.
        skipped: the pictures that could not.
        notes: what was done to each image on reading.
    """

    images: tuple[LabelledImage, ...]
    inputs: Pixels
    skipped: tuple[Skipped, ...]
    notes: tuple[tuple[PictureNote, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class ReadPictures:
    """Some pictures, each in its own size.

    Attributes:
        images: the pictures that could be read.
        pictures: uint8, H×W×3, RGB, one per image, as they were prepared.
        skipped: the pictures that could not.
        notes: what was done to each image on reading.
    """

    images: tuple[LabelledImage, ...]
    pictures: tuple[Pixels, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[tuple[PictureNote, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What the network says of the pictures of a data set.

    Attributes:
        images: the N pictures that could be read, in the order of the data set.
        truth: index of the true class of each in the data set's labels, intp, N.
        prediction: logits and class maps of the N pictures.
        skipped: the pictures that are missing or cannot be read.
    """

    images: tuple[LabelledImage, ...]
    truth: NDArray[np.intp]
    prediction: Prediction
    skipped: tuple[Skipped, ...]


def read_pictures(
    images: Sequence[LabelledImage], prepare: Prepare, at_once: int
) -> Iterator[ReadPictures]:
    """Read pictures, `at_once` at a time; what of them nobody needs is gone before the next.

    Args:
        images: in the order of a data set.
        prepare: makes of a whole picture what is wanted of it; called from several threads.
        at_once: how many are in memory together.
    """
    with ThreadPoolExecutor(max_workers=_READERS) as pool:
        for start in range(0, len(images), at_once):
            some = images[start : start + at_once]
            files = [list(group) for _, group in groupby(some, lambda image: image.path)]
            prepared = pool.map(lambda file: _read_file(file, prepare), files)
            pairs = list(zip(some, chain.from_iterable(prepared), strict=True))
            read = [(image, one) for image, one in pairs if not isinstance(one, SourceError)]
            yield ReadPictures(
                tuple(image for image, _ in read),
                tuple(one.pixels for _, one in read),
                tuple(
                    Skipped(image.path, str(one), image.frame)
                    for image, one in pairs
                    if isinstance(one, SourceError)
                ),
                tuple(one.notes for _, one in read),
            )


def read_batches(dataset: Dataset, report: Report) -> Iterator[ReadBatch]:
    """Read every picture of `dataset`, batch by batch; batches without a picture are kept.

    Args:
        dataset: the pictures.
        report: called before each further batch with the number of pictures done and in all.
    """
    total, done = len(dataset.images), 0
    for found in read_pictures(dataset.images, network_input, BATCH):
        stacked = np.stack(found.pictures) if found.pictures else _NO_INPUTS
        yield ReadBatch(found.images, stacked, found.skipped, found.notes)
        done = min(done + BATCH, total)
        report(done, total)


def ask_network(dataset: Dataset, runtime: Runtime, report: Report) -> Answers:
    """Read every picture of `dataset` and run the network on it.

    Args:
        dataset: the pictures; its labels are the network's classes, in the network's order.
        runtime: runs the network.
        report: called after every batch with the number of pictures done and in all.

    Raises:
        DatasetError: no picture could be read.
        ModelError: the network's answer is not finite.
    """
    skipped = missing_pictures(dataset)
    images: list[LabelledImage] = []
    parts: list[Prediction] = []
    for batch in read_batches(dataset, report):
        skipped += batch.skipped
        images += batch.images
        if batch.images:
            parts.append(run_checked(runtime, batch.inputs))
    if not parts:
        raise DatasetError(
            said(
                "No picture in {path} can be read; the first: {why}",
                path=dataset.root,
                why=skipped[0].reason,
            )
        )
    return Answers(
        tuple(images),
        np.array([dataset.labels.index(image.label) for image in images], dtype=np.intp),
        Prediction(
            np.concatenate([part.logits for part in parts]),
            np.concatenate([part.class_maps for part in parts]),
        ),
        tuple(skipped),
    )


def missing_pictures(dataset: Dataset) -> list[Skipped]:
    """The listed pictures that have no file."""
    return [
        Skipped(
            image.path,
            said("{path} is listed in the manifest but does not exist.", path=image.path),
        )
        for image in dataset.missing
    ]


def skipped_groups(skipped: Sequence[Skipped]) -> list[list[Skipped]]:
    """Pictures that were left out for the same reason together, in the order of the first."""
    groups: dict[str, list[Skipped]] = {}
    for one in skipped:
        groups.setdefault(one.reason.replace(str(one.path), ""), []).append(one)
    return list(groups.values())


def run_checked(runtime: Runtime, inputs: Pixels) -> Prediction:
    """Run the network on `inputs` (uint8, N×224×224×3, RGB).

    Raises:
        ModelError: the network's answer is not finite.
    """
    prediction = runtime.run(inputs.astype(np.float32))
    if not np.isfinite(prediction.logits).all():
        raise ModelError(
            said(
                "The model gives answers that are not numbers ({name}). Check it with "
                "`faceqa model verify`, or train it again.",
                name=runtime.name,
            )
        )
    return prediction


def _read_file(
    images: Sequence[LabelledImage], prepare: Prepare
) -> list[NotedPicture | SourceError]:
    """Pictures of one file, prepared."""
    return [
        found
        if isinstance(found, SourceError)
        else NotedPicture(prepare(found.pixels), found.notes)
        for found in pictures_of(images)
    ]
