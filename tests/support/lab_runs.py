"""Small runs of the lab: generated pictures, bad ones among them, and the shipped model."""

import functools
from pathlib import Path

import numpy as np

from faceqa_gui.lab.dataset import Dataset, read_dataset
from faceqa_gui.lab.lab_model import LabModel
from faceqa_gui.lab.run_engine import RunAnswers
from faceqa_gui.quality.labels import QUALITY_LABELS
from support.labelled_pictures import write_folders

SHARD = 4
"""Pictures of a shard in tests."""


@functools.cache
def shipped_lab_model() -> LabModel:
    """The shipped model, opened once."""
    return LabModel.load()


def few_pictures(root: Path, each: int = 3) -> Dataset:
    """`each` pictures of every class; one of them is no picture."""
    write_folders(root, QUALITY_LABELS, each)
    (root / "good" / "0.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    return read_dataset(root, QUALITY_LABELS)


def assert_same_answers(one: RunAnswers, other: RunAnswers) -> None:
    """Bit for bit: pictures, every array, what was left out and why."""
    assert one.images == other.images
    assert one.arrays.keys() == other.arrays.keys()
    for name, array in one.arrays.items():
        assert array.dtype == other.arrays[name].dtype
        np.testing.assert_array_equal(array, other.arrays[name])
    assert one.skipped == other.skipped
    assert one.notes == other.notes
