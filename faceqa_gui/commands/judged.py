"""What `audit` and `compare` begin with: a model's answers on labelled pictures."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from faceqa_gui.commands.progress import ProgressLine

if TYPE_CHECKING:
    from faceqa_gui.lab.dataset import Dataset
    from faceqa_gui.lab.evaluation import Evaluation
    from faceqa_gui.lab.lab_model import LabModel

SHIPPED = Path("-")
"""Stands for the shipped model."""


def model_at(place: Path | None) -> "LabModel":
    """The model of a folder; `-` and None are the shipped one.

    Raises:
        ModelError: it cannot be used.
    """
    from faceqa_gui.lab.lab_model import LabModel

    return LabModel.load(None if place == SHIPPED else place)


def pictures_for(
    model: "LabModel", data: Path, split: str | None, columns: Sequence[str]
) -> "Dataset":
    """The pictures that a model is judged on, with every column that is asked for.

    Raises:
        DatasetError: they cannot be used, or they have no such column.
    """
    from faceqa_gui.lab.audit import check_columns
    from faceqa_gui.lab.dataset import read_dataset

    column = model.task.column
    dataset = read_dataset(data, model.labels, split, label_column=column)
    check_columns(dataset.images, columns, column)
    return dataset


def judged(model: "LabModel", dataset: "Dataset", split: str | None) -> "Evaluation":
    """What the model says of every picture, with progress.

    Raises:
        DatasetError: no picture can be read.
        ModelError: the model's answers are not finite.
    """
    from faceqa_gui.lab.evaluation import evaluate

    return evaluate(model, dataset, ProgressLine("pictures"), split=split)
