"""What each eye channel says of labelled faces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.eye_faces import EYE_LABELS
from faceqa_gui.lab.metrics import Counts

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


def eye_confusion(answers: Sequence[EyeAnswer], channel: str) -> Counts:
    """Rows open, closed; columns open, closed, unknown: int64, 2×3.

    A face that is not found counts as unknown.
    """
    counts = np.zeros((len(EYE_LABELS), len(COLUMNS)), np.int64)
    for answer in answers:
        row = EYE_LABELS.index(answer.image.label)
        counts[row, COLUMNS.index(answer.states[channel])] += 1
    return counts
