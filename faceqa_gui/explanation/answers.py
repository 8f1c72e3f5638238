"""What a model's answer must be before anything is explained by it."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import FaceQAError
from faceqa_gui.wording import said

Floats = TypeVar("Floats", NDArray[np.float32], NDArray[np.float64])


class ExplanationError(FaceQAError):
    """An explanation cannot be computed."""


def finite(answers: Floats) -> Floats:
    """`answers` themselves.

    Raises:
        ExplanationError: one of them is not a finite number.
    """
    if not np.isfinite(answers).all():
        raise ExplanationError(
            said(
                "The model's answer is not a number, so it cannot be explained. "
                "Check the model with “faceqa model verify”."
            )
        )
    return answers
