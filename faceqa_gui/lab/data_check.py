"""What is wrong with a data set before anything is trained or measured on it; changes nothing."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from faceqa_gui.errors import DatasetError
from faceqa_gui.frames.picture_file import PictureNote
from faceqa_gui.lab.data_notes import OddPictures, odd_json, odd_pictures
from faceqa_gui.lab.dataset import Dataset, LabelledImage, file_sha256
from faceqa_gui.lab.evaluation import skipped_json
from faceqa_gui.lab.perceptual_hash import (
    LEAST_LIKENESS,
    MOST_BITS,
    grey_thumbnail,
    likeness,
    near_pairs,
    perceptual_hash,
)
from faceqa_gui.lab.pictures import Report, Skipped, missing_pictures, read_batches
from faceqa_gui.quality.runtime import Runtime

_FOLDS = 5
_REGULARISATION = 0.01


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two pictures in different splits that show the same photograph."""

    first: LabelledImage
    second: LabelledImage
    likeness: float


@dataclass(frozen=True, slots=True)
class SuspectedLabel:
    """A picture which a classifier that never saw it gives another label.

    Attributes:
        image: the picture.
        suggested: the label that fits better.
        own_probability, suggested_probability: of its label and of the suggested one, in 0-1.
    """

    image: LabelledImage
    suggested: str
    own_probability: float
    suggested_probability: float


@dataclass(frozen=True, slots=True, eq=False)
class DataCheck:
    """Findings about one data set.

    Attributes:
        dataset: what was looked at.
        unreadable: pictures that are missing or cannot be read.
        odd: pictures that can be read but are not plain 8-bit RGB.
        exact_duplicates: groups of files with the same content.
        near_duplicates: the same photograph in two splits, the surest first.
        suspected_labels: the surest first; None where they were not looked for.
        labels_note: why they were not looked for, or how; one sentence.
    """

    dataset: Dataset
    unreadable: tuple[Skipped, ...]
    odd: OddPictures
    exact_duplicates: tuple[tuple[LabelledImage, ...], ...]
    near_duplicates: tuple[NearPair, ...]
    suspected_labels: tuple[SuspectedLabel, ...] | None
    labels_note: str

    @property
    def is_sound(self) -> bool:
        """Whether every picture can be read and none lies in two splits or under two labels."""
        leaks = any(
            len({image.split for image in group}) > 1 or len({image.label for image in group}) > 1
            for group in self.exact_duplicates
        )
        return not (self.unreadable or self.near_duplicates or leaks)

    def as_json(self) -> dict[str, Any]:
        """The findings as plain values for a JSON file; files are relative to the data folder."""
        suspected = self.suspected_labels
        return {
            "images": len(self.dataset.images),
            "data_sha256": self.dataset.digest(),
            "sound": self.is_sound,
            "unreadable": skipped_json(self.unreadable),
            "odd": odd_json(self.odd),
            "exact_duplicates": [
                [self._image_json(image) for image in group] for group in self.exact_duplicates
            ],
            "near_duplicates": [
                {
                    "pictures": [self._image_json(pair.first), self._image_json(pair.second)],
                    "likeness": pair.likeness,
                }
                for pair in self.near_duplicates
            ],
            "suspected_labels": None
            if suspected is None
            else [
                {
                    **self._image_json(one.image),
                    "suggested": one.suggested,
                    "own_probability": one.own_probability,
                    "suggested_probability": one.suggested_probability,
                }
                for one in suspected
            ],
            "labels_note": self.labels_note,
        }

    def _image_json(self, image: LabelledImage) -> dict[str, str]:
        return {"file": self.name(image.path), "label": image.label, "split": image.split}

    def name(self, path: Path) -> str:
        """The path of a picture relative to the data folder."""
        return path.relative_to(self.dataset.root).as_posix()


def check_data(dataset: Dataset, runtime: Runtime | None, report: Report) -> DataCheck:
    """Look for unreadable pictures, duplicates, leaks between splits and doubtful labels.

    Args:
        dataset: the pictures, every split.
        runtime: a quality network; its class maps describe the pictures to the label check,
            a cross-validated logistic regression. None: labels are not checked.
        report: called with the number of pictures done and in all.

    Raises:
        DatasetError: no picture could be read.
    """
    unreadable = missing_pictures(dataset)
    images: list[LabelledImage] = []
    notes: list[tuple[PictureNote, ...]] = []
    thumbnails: list[NDArray[np.float64]] = []
    features: list[NDArray[np.float32]] = []
    for batch in read_batches(dataset, report):
        unreadable += batch.skipped
        images += batch.images
        notes += batch.notes
        thumbnails += [grey_thumbnail(pixels) for pixels in batch.inputs]
        if runtime is not None and batch.images:
            maps = runtime.run(batch.inputs.astype(np.float32)).class_maps
            features.append(maps.reshape(len(maps), -1))
    if not images:
        raise DatasetError(
            f"No picture in {dataset.root} can be read; the first: {unreadable[0].reason}"
        )
    if runtime is None:
        suspected, note = None, "Labels were not checked: no model describes these pictures."
    else:
        suspected, note = _suspected_labels(images, np.concatenate(features), dataset.labels)
    return DataCheck(
        dataset,
        tuple(unreadable),
        odd_pictures(images, notes),
        _exact_duplicates(images),
        _near_duplicates(images, thumbnails),
        suspected,
        note,
    )


def _exact_duplicates(images: Sequence[LabelledImage]) -> tuple[tuple[LabelledImage, ...], ...]:
    groups: defaultdict[str, list[LabelledImage]] = defaultdict(list)
    for image in images:
        # Pictures of one video are not equal because they share its file.
        if image.frame is not None:
            continue
        groups[file_sha256(image.path) or image.path.as_posix()].append(image)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _near_duplicates(
    images: Sequence[LabelledImage], thumbnails: Sequence[NDArray[np.float64]]
) -> tuple[NearPair, ...]:
    hashes = np.array([perceptual_hash(thumbnail) for thumbnail in thumbnails], dtype=np.uint64)
    found = [
        NearPair(images[first], images[second], likeness(thumbnails[first], thumbnails[second]))
        for first, second in near_pairs(hashes, MOST_BITS)
        if images[first].split != images[second].split
    ]
    sure = [pair for pair in found if pair.likeness >= LEAST_LIKENESS]
    return tuple(sorted(sure, key=lambda pair: -pair.likeness))


def _suspected_labels(
    images: Sequence[LabelledImage], features: NDArray[np.float32], labels: Sequence[str]
) -> tuple[tuple[SuspectedLabel, ...] | None, str]:
    truth = np.array([labels.index(image.label) for image in images])
    present, place, counts = np.unique(truth, return_inverse=True, return_counts=True)
    folds = min(_FOLDS, int(counts.min()))
    if len(present) < 2 or folds < 2:
        return None, "Labels were not checked: two classes with two pictures each are needed."
    people = [image.attributes.get("subject", "") for image in images]
    groups = [person or image.path.as_posix() for person, image in zip(people, images, strict=True)]
    by_person = max(Counter(groups).values()) > 1
    splitter = StratifiedGroupKFold if by_person else StratifiedKFold
    probabilities = cross_val_predict(
        make_pipeline(StandardScaler(), LogisticRegression(C=_REGULARISATION, max_iter=500)),
        features.astype(np.float64),
        place,
        groups=groups if by_person else None,
        cv=splitter(folds, shuffle=True, random_state=0),
        method="predict_proba",
    )
    own = probabilities[np.arange(len(place)), place]
    best = probabilities.argmax(axis=1)
    doubtful = np.flatnonzero(best != place)
    found = [
        SuspectedLabel(
            images[index],
            labels[present[best[index]]],
            float(own[index]),
            float(probabilities[index, best[index]]),
        )
        for index in doubtful[np.argsort(own[doubtful])]
    ]
    apart = "people kept apart" if by_person else "pictures kept apart"
    note = (
        f"Labels were checked in {folds}-fold cross-validation, {apart}. Look before you change; "
        "wrong labels that the model itself was trained on may stay hidden."
    )
    return tuple(found), note
