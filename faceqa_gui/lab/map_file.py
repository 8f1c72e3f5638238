"""The maps of a run as one file for other programs."""

from pathlib import Path

import numpy as np

from faceqa_gui.errors import StoreError
from faceqa_gui.lab.dataset import Dataset
from faceqa_gui.lab.evaluation import Evaluation


def write_maps(path: Path, dataset: Dataset, evaluation: Evaluation) -> None:
    """Write the maps of an evaluation that was asked for them; nothing where it was not.

    The NumPy file holds `maps` (float16, N×56×56), and for each picture its name below the data
    folder (`files`), its label (`labels`) and the class that it was given and explained (`given`).

    Raises:
        StoreError: the file cannot be written.
    """
    if evaluation.maps is None:
        return
    given = [evaluation.labels[place] for place in evaluation.probabilities.argmax(axis=1)]
    try:
        with path.open("wb") as stream:
            np.savez_compressed(
                stream,
                maps=evaluation.maps,
                files=np.array([dataset.name(image) for image in evaluation.images]),
                labels=np.array([image.label for image in evaluation.images]),
                given=np.array(given),
            )
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}.") from error
