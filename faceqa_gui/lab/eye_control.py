"""Does the eye network read the eye, or the source of the picture?

Closed eyes come mostly from one source. A network that reads the source would still tell the labels
apart on cheeks, and would fail when all faces have one size and one sharpness.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import DatasetError
from faceqa_gui.eyes.eye_model import EyeModel
from faceqa_gui.eyes.eye_places import EyePlaces
from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.eyes.face_finder import FaceFinder, Grey, to_grey
from faceqa_gui.eyes.face_patch import FACE_SIDE, PATCH_SIDE, face_patch
from faceqa_gui.frames.frame import resize
from faceqa_gui.lab.dataset import Dataset
from faceqa_gui.lab.labelled_picture import picture_of
from faceqa_gui.lab.pictures import Report
from faceqa_gui.quality.preprocessing import centre_square

MATCHED_FACE = 48
_CHEEKS_DOWN = 0.3

View = Callable[[Grey, EyePlaces], tuple[Grey, EyePlaces]]


@dataclass(frozen=True, slots=True)
class ControlRow:
    """What the networks say under one condition.

    Attributes:
        condition: what they were shown.
        open_called_closed, open_faces: of faces with open eyes.
        closed_called_closed, closed_faces: of faces with closed eyes.
        auc: probability in 0-1 that a closed face gets more “closed” than an open one.
    """

    condition: str
    open_called_closed: int
    open_faces: int
    closed_called_closed: int
    closed_faces: int
    auc: float

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return {name: getattr(self, name) for name in self.__slots__}


def control_eyes(dataset: Dataset, model: EyeModel, report: Report) -> tuple[ControlRow, ...]:
    """Show the found faces as they are, all alike in size and sharpness, and at their cheeks.

    Args:
        dataset: faces with the labels open and closed.
        model: the eye model.
        report: is told how many pictures are done, and of how many.

    Raises:
        DatasetError: no face of one of the labels was found.
        SourceError: a picture cannot be read.
    """
    finder = FaceFinder()
    views: dict[str, View] = {
        "eyes, as they are": lambda patch, places: (patch, places),
        f"eyes, every face {MATCHED_FACE} pixels wide": lambda patch, places: (
            _matched(patch),
            places,
        ),
        "cheeks in place of the eyes": lambda patch, places: (patch, _at_the_cheeks(places)),
    }
    closed: list[bool] = []
    answers: dict[str, list[float]] = {name: [] for name in views}
    for done, image in enumerate(dataset.images, start=1):
        grey = to_grey(centre_square(picture_of(image)))
        faces = finder.find(grey)
        if faces:
            patch = face_patch(grey, faces[0])
            places = model.locate(patch)
            closed.append(image.label == "closed")
            for name, view in views.items():
                answers[name].append(min(model.closed_probabilities(*view(patch, places))))
        report(done, len(dataset.images))
    truth = np.array(closed, bool)
    if not truth.any() or truth.all():
        raise DatasetError(f"{dataset.root} needs faces with open and with closed eyes.")
    return tuple(_row(name, np.array(values), truth, model) for name, values in answers.items())


def control_text(rows: tuple[ControlRow, ...]) -> str:
    """The table for people."""
    lines = [f"{'Shown':<34}{'open called closed':>20}{'closed called closed':>22}{'AUC':>7}"]
    lines += [
        f"{row.condition:<34}{f'{row.open_called_closed} of {row.open_faces}':>20}"
        f"{f'{row.closed_called_closed} of {row.closed_faces}':>22}{row.auc:>7.3f}"
        for row in rows
    ]
    return "\n".join(lines)


def _matched(patch: Grey) -> Grey:
    side = round(PATCH_SIDE * MATCHED_FACE / FACE_SIDE)
    return resize(resize(patch, side, side), PATCH_SIDE, PATCH_SIDE)


def _at_the_cheeks(places: EyePlaces) -> EyePlaces:
    down = _CHEEKS_DOWN * FACE_SIDE
    return replace(
        places,
        left=(places.left[0], places.left[1] + down),
        right=(places.right[0], places.right[1] + down),
    )


def _row(
    condition: str, values: NDArray[np.float64], truth: NDArray[np.bool_], model: EyeModel
) -> ControlRow:
    called = np.array([model.state(float(value)) is EyeState.CLOSED for value in values])
    higher = values[truth][:, None] > values[~truth][None]
    equal = values[truth][:, None] == values[~truth][None]
    return ControlRow(
        condition,
        int(called[~truth].sum()),
        int((~truth).sum()),
        int(called[truth].sum()),
        int(truth.sum()),
        float((higher + 0.5 * equal).mean()),
    )
