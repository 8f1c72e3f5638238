"""What a folder or a list of pictures offers, so that somebody can choose before a run."""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from faceqa_gui.errors import DatasetError
from faceqa_gui.lab.dataset import read_dataset
from faceqa_gui.lab.label_files import LABEL_COLUMN, label_files_in
from faceqa_gui.wording import said

_MOST_GROUPS = 40
_NO_GROUPS = frozenset({"file", "split", LABEL_COLUMN})


@dataclass(frozen=True, slots=True)
class DataChoice:
    """What can be chosen of some data.

    Attributes:
        columns: of its label file; empty for a folder per class.
        column: the one that holds the label.
        splits: number of pictures by name of their split, sorted; "" where there is none.
        labels: number of pictures by label.
        missing: number of listed pictures without a file.
        groups: columns with at least two and few enough values to group by.
    """

    columns: tuple[str, ...]
    column: str
    splits: Mapping[str, int]
    labels: Mapping[str, int]
    missing: int
    groups: tuple[str, ...]

    @property
    def pictures(self) -> int:
        """Number of pictures in all splits."""
        return sum(self.splits.values())


def look_at(root: Path, labels: Sequence[str], column: str) -> DataChoice:
    """Read the list of the pictures; no picture is opened.

    Args:
        root: a data folder or a label file (see `read_dataset`).
        labels: the labels that are accepted.
        column: that holds the label.

    Raises:
        DatasetError: the data cannot be used; the message says where and why.
    """
    dataset = read_dataset(root, labels, label_column=column)
    values: dict[str, set[str]] = {}
    for image in dataset.images:
        for name, text in image.attributes.items():
            values.setdefault(name, set()).add(text)
    return DataChoice(
        columns=columns_of(root),
        column=column,
        splits=dict(sorted(Counter(image.split for image in dataset.images).items())),
        labels=dataset.counts(),
        missing=len(dataset.missing),
        groups=tuple(
            name
            for name, found in values.items()
            if 1 < len(found) <= _MOST_GROUPS and name not in {*_NO_GROUPS, column}
        ),
    )


def columns_of(root: Path) -> tuple[str, ...]:
    """The columns of a label file, or of the first one of a folder; empty where there is none.

    Raises:
        DatasetError: the file cannot be read.
    """
    try:
        files = label_files_in(root) if root.is_dir() else [root]
        if not files:
            return ()
        with files[0].open(encoding="utf-8-sig", newline="") as stream:
            return tuple(next(csv.reader(stream), ()))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DatasetError(
            said(
                "{root} cannot be read as a list of pictures. Choose a folder or a CSV file "
                "in UTF-8.",
                root=root,
            )
        ) from error
