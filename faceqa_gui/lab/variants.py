"""Runs the quality network over several variants of every picture of a data set."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import DatasetError, SourceError
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.lab.dataset import Dataset, LabelledImage
from faceqa_gui.lab.pictures import Report, Skipped, missing_pictures, run_checked
from faceqa_gui.quality.preprocessing import centre_square
from faceqa_gui.quality.runtime import Runtime

Variants = Callable[[Pixels, int], Pixels]
"""From a guide square (uint8, S×S×3, RGB) and its number to K inputs (uint8, K×224×224×3)."""


@dataclass(frozen=True, slots=True, eq=False)
class VariantAnswers:
    """What the network says of the variants of each picture.

    Attributes:
        images: the N pictures that could be read, in the order of the data set.
        truth: index of the class of each in the data set's labels, intp, N.
        logits: float32, N×K×C.
        skipped: the pictures that are missing or cannot be read.
    """

    images: tuple[LabelledImage, ...]
    truth: NDArray[np.intp]
    logits: NDArray[np.float32]
    skipped: tuple[Skipped, ...]


def ask_variants(
    dataset: Dataset, variants: Variants, runtime: Runtime, report: Report
) -> VariantAnswers:
    """Read every picture once, and run the network on its variants in one batch.

    Args:
        dataset: the pictures.
        variants: makes the variants; the same number K for every picture.
        runtime: runs the network.
        report: called after every picture with the number done and in all.

    Raises:
        DatasetError: no picture could be read.
        ModelError: the network's answer is not finite.
    """
    skipped = missing_pictures(dataset)
    images: list[LabelledImage] = []
    logits: list[NDArray[np.float32]] = []
    for number, image in enumerate(dataset.images):
        try:
            square = centre_square(read_picture(image.path))
        except SourceError as error:
            skipped.append(Skipped(image.path, str(error)))
        else:
            images.append(image)
            logits.append(distinct_logits(runtime, variants(square, number)))
        report(number + 1, len(dataset.images))
    if not images:
        raise DatasetError(
            f"No picture in {dataset.root} can be read; the first: {skipped[0].reason}"
        )
    truth = np.array([dataset.labels.index(image.label) for image in images], np.intp)
    return VariantAnswers(tuple(images), truth, np.stack(logits), tuple(skipped))


def distinct_logits(runtime: Runtime, inputs: Pixels) -> NDArray[np.float32]:
    """Logits (float32, K×C) of K inputs (uint8, K×224×224×3).

    Inputs that equal the first are not run again.

    Raises:
        ModelError: the network's answer is not finite.
    """
    repeats = np.array(
        [number > 0 and np.array_equal(one, inputs[0]) for number, one in enumerate(inputs)]
    )
    found = run_checked(runtime, inputs[~repeats]).logits
    place = np.where(repeats, 0, np.cumsum(~repeats) - 1)
    return found[place]
