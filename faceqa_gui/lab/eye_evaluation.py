"""What each eye channel says of labelled faces."""

from collections.abc import Mapping

import numpy as np

from faceqa_gui.errors import DatasetError, SourceError
from faceqa_gui.eyes.eye_state import EyeDetector, EyeState
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.lab.dataset import Dataset
from faceqa_gui.lab.metrics import Counts
from faceqa_gui.lab.pictures import Report, Skipped, missing_pictures
from faceqa_gui.quality.preprocessing import centre_square

_COLUMNS = (EyeState.OPEN, EyeState.CLOSED, EyeState.UNKNOWN)


def evaluate_eyes(
    dataset: Dataset, detectors: Mapping[str, EyeDetector], report: Report
) -> tuple[dict[str, Counts], tuple[Skipped, ...]]:
    """Show every picture to every detector.

    Args:
        dataset: faces with the labels open and closed.
        detectors: by name of the channel.
        report: called with the number of pictures done and in all.

    Returns:
        Per channel int64 counts, 2×3: rows open, closed; columns open, closed, unknown (a face
        that is not found counts as unknown). And the pictures that could not be read.

    Raises:
        DatasetError: no picture could be read.
    """
    counts = {name: np.zeros((len(dataset.labels), len(_COLUMNS)), np.int64) for name in detectors}
    skipped = missing_pictures(dataset)
    for done, image in enumerate(dataset.images, start=1):
        try:
            picture = centre_square(read_picture(image.path))
        except SourceError as error:
            skipped.append(Skipped(image.path, str(error)))
        else:
            row = dataset.labels.index(image.label)
            for name, detector in detectors.items():
                counts[name][row, _COLUMNS.index(detector.look(picture).state)] += 1
        report(done, len(dataset.images))
    if not any(confusion.any() for confusion in counts.values()):
        raise DatasetError(
            f"No picture in {dataset.root} can be read; the first: {skipped[0].reason}"
        )
    return counts, tuple(skipped)
