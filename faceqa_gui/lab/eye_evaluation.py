"""What each eye channel says of labelled faces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from faceqa_gui.errors import DatasetError, SourceError
from faceqa_gui.eyes.eye_state import EyeDetector, EyeState
from faceqa_gui.lab.dataset import Dataset, LabelledImage
from faceqa_gui.lab.eye_faces import EYE_LABELS
from faceqa_gui.lab.labelled_picture import picture_of
from faceqa_gui.lab.metrics import Counts
from faceqa_gui.lab.pictures import Report, Skipped, missing_pictures
from faceqa_gui.quality.preprocessing import centre_square

COLUMNS = (EyeState.OPEN, EyeState.CLOSED, EyeState.UNKNOWN)
# What keeps a face from being a frontal one; every other reason counts as a failure.
_NOT_FRONTAL = frozenset({"no_face", "not_frontal"})


@dataclass(frozen=True, slots=True)
class EyeAnswer:
    """What the channels say of one picture.

    Attributes:
        image: the picture and its label.
        states: of both eyes together, by name of the channel.
        reasons: why a channel's state is UNKNOWN, as a short identifier; else "".
    """

    image: LabelledImage
    states: Mapping[str, EyeState]
    reasons: Mapping[str, str]

    def is_frontal(self, channel: str) -> bool:
        """Whether `channel` found a face that looks into the camera."""
        return self.reasons[channel] not in _NOT_FRONTAL


def evaluate_eyes(
    dataset: Dataset, detectors: Mapping[str, EyeDetector], report: Report
) -> tuple[tuple[EyeAnswer, ...], tuple[Skipped, ...]]:
    """Show every picture to every detector.

    Args:
        dataset: faces with the labels open and closed.
        detectors: by name of the channel.
        report: called with the number of pictures done and in all.

    Returns:
        What was answered, and the pictures that could not be read.

    Raises:
        DatasetError: no picture could be read.
    """
    answers: list[EyeAnswer] = []
    skipped = missing_pictures(dataset)
    for done, image in enumerate(dataset.images, start=1):
        try:
            picture = centre_square(picture_of(image))
        except SourceError as error:
            skipped.append(Skipped(image.path, str(error)))
        else:
            readings = {name: detector.look(picture) for name, detector in detectors.items()}
            answers.append(
                EyeAnswer(
                    image,
                    {name: reading.state for name, reading in readings.items()},
                    {name: reading.reason for name, reading in readings.items()},
                )
            )
        report(done, len(dataset.images))
    if not answers:
        raise DatasetError(
            f"No picture in {dataset.root} can be read; the first: {skipped[0].reason}"
        )
    return tuple(answers), tuple(skipped)


def eye_confusion(answers: Sequence[EyeAnswer], channel: str) -> Counts:
    """Rows open, closed; columns open, closed, unknown: int64, 2×3.

    A face that is not found counts as unknown.
    """
    counts = np.zeros((len(EYE_LABELS), len(COLUMNS)), np.int64)
    for answer in answers:
        row = EYE_LABELS.index(answer.image.label)
        counts[row, COLUMNS.index(answer.states[channel])] += 1
    return counts
