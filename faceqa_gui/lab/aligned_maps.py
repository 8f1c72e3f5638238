"""Average maps of classes and groups, on faces whose eyes are laid over each other.

Hung, Lee and Sarvepalli wished for the average map of a class and did not have it, because “the
face from each image is located at a different place”. Here each face and its maps are turned,
scaled and shifted until the eyes lie in fixed places; then maps can be averaged.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import DatasetError, SourceError
from faceqa_gui.eyes.alignment import (
    ALIGNED_SIDE,
    aligned_map,
    aligned_picture,
    alignment,
    covered,
    find_eyes,
)
from faceqa_gui.eyes.learned import LearnedEyes
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.lab.audit import group_names
from faceqa_gui.lab.class_maps import INTEGRATED, MapMaker
from faceqa_gui.lab.dataset import Dataset, LabelledImage
from faceqa_gui.lab.label_files import LABEL_COLUMN
from faceqa_gui.lab.labelled_picture import picture_of
from faceqa_gui.lab.pictures import Report
from faceqa_gui.quality.preprocessing import network_input

MOST_GROUPS = 60
"""More would fill the memory, and nobody would look at them."""

SOFTENING = 4.0
"""Standard deviation in aligned pixels; the eyes lie 79 apart."""

UNREADABLE = "unreadable"
_EVERYTHING = ("all", "all")
_CLASS = "class"

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class MeanMap:
    """The average of many aligned maps.

    Attributes:
        mean: float32, 224×224; 0 where fewer than half of the pictures reach.
        spread: standard deviation between pictures (n - 1), float32, 224×224; 0 likewise, and
            where one picture alone reaches.
        standard_error: of the mean, `spread` / √n, float32, 224×224.
    """

    mean: Floats
    spread: Floats
    standard_error: Floats

    def as_json(self) -> dict[str, Any]:
        """Digests of the arrays, and what can be said in a number."""
        return {
            "mean_sha256": _digest(self.mean),
            "spread_sha256": _digest(self.spread),
            "standard_error_sha256": _digest(self.standard_error),
            "highest_mean": float(self.mean.max()),
            "lowest_mean": float(self.mean.min()),
            "average_spread": float(self.spread.mean()),
        }


@dataclass(frozen=True, slots=True, eq=False)
class AverageGroup:
    """The average maps of one class or group.

    Attributes:
        kind: `all`, `class`, or the column of the manifest.
        name: of the class or the group.
        images: number of aligned pictures.
        face: their mean, uint8, 224×224×3, RGB; white where fewer than half of them reach.
        maps: by number of the model and name of the method.
        differences: the second model's maps minus the first one's, picture by picture, by name of
            the method; empty with one model.
    """

    kind: str
    name: str
    images: int
    face: Pixels
    maps: Mapping[tuple[int, str], MeanMap]
    differences: Mapping[str, MeanMap]


@dataclass(frozen=True, slots=True, eq=False)
class AverageMaps:
    """Average maps of one or two models.

    Attributes:
        models: checksums that name them.
        methods: names of the methods.
        split: name of the split; None for the whole data set.
        located: number of pictures whose eyes were located.
        left_out: how many were not used, by reason.
        groups: everything first, then the classes, then the groups.
    """

    models: tuple[str, ...]
    methods: tuple[str, ...]
    split: str | None
    located: int
    left_out: Mapping[str, int]
    groups: tuple[AverageGroup, ...]

    def as_json(self) -> dict[str, Any]:
        """Counts and digests as plain values for a JSON file."""
        return {
            "models_sha256": list(self.models),
            "methods": list(self.methods),
            "split": self.split,
            "located": self.located,
            "left_out": dict(self.left_out),
            "groups": [
                {
                    "kind": group.kind,
                    "name": group.name,
                    "images": group.images,
                    "face_sha256": hashlib.sha256(group.face.tobytes()).hexdigest(),
                    "maps": [
                        {"model": "AB"[model], "method": method, **found.as_json()}
                        for (model, method), found in group.maps.items()
                    ],
                    "differences": {
                        method: {
                            **found.as_json(),
                            "share_beyond_two_standard_errors": _beyond(found),
                        }
                        for method, found in group.differences.items()
                    },
                }
                for group in self.groups
            ],
        }

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Every array by name, such as `class/good/A/grad-cam/mean`, to be kept in one file."""
        found: dict[str, NDArray[Any]] = {}
        for group in self.groups:
            start = f"{group.kind}/{group.name}"
            found[f"{start}/face"] = group.face
            parts = {f"{start}/{'AB'[one]}/{way}": kept for (one, way), kept in group.maps.items()}
            parts |= {f"{start}/B-A/{way}": kept for way, kept in group.differences.items()}
            for name, kept in parts.items():
                found[f"{name}/mean"] = kept.mean
                found[f"{name}/spread"] = kept.spread
                found[f"{name}/standard_error"] = kept.standard_error
        return found


def choose_images(
    dataset: Dataset, labels: Sequence[str], each: int, seed: int = 0
) -> tuple[LabelledImage, ...]:
    """At most `each` pictures of every class, drawn with `seed`, in the order of the data set.

    Args:
        dataset: the pictures.
        labels: the classes; pictures of others are not taken.
        each: how many.
        seed: of the draw.
    """
    generator = np.random.default_rng(seed)
    chosen: list[LabelledImage] = []
    for label in labels:
        images = [image for image in dataset.images if image.label == label]
        order = generator.permutation(len(images))[:each]
        chosen += [images[place] for place in order.tolist()]
    return tuple(sorted(chosen, key=lambda image: image.place))


def average_maps(
    makers: Sequence[MapMaker],
    images: Sequence[LabelledImage],
    eyes: LearnedEyes,
    report: Report,
    *,
    columns: Sequence[str] = (),
    label_column: str = LABEL_COLUMN,
    split: str | None = None,
) -> AverageMaps:
    """Average the maps of one or two models over aligned faces.

    Each picture is explained for its true class. Grad-CAM counts as it is (0-1, highest 1).
    Integrated gradients are divided by the mean of their magnitude in the picture, so that no
    picture outweighs the others, and softened by `SOFTENING` pixels, which is how closely faces
    can be laid over each other by their eyes; the sum over a neighbourhood stays what it was.

    Args:
        makers: one or two models with the same methods and classes.
        images: the pictures; their labels are classes of the models.
        eyes: locates the eyes.
        report: called with the number of pictures done and in all.
        columns: of the manifest to group by as well.
        label_column: the column that the labels come from.
        split: name of the split, for the record.

    Raises:
        DatasetError: no picture has such a column, there are too many groups, or no eyes were
            located.
    """
    labels = makers[0].model.labels
    named = {column: group_names(images, column, label_column) for column in columns}
    keys = [_EVERYTHING, *((_CLASS, label) for label in labels)]
    keys += [(column, name) for column, names in named.items() for name in sorted(set(names))]
    if len(keys) > MOST_GROUPS:
        raise DatasetError(
            f"There are {len(keys)} classes and groups; average maps take {MOST_GROUPS} at most. "
            "Group by a column with fewer values."
        )
    kept: dict[tuple[str, str], _Sums] = {}
    left_out: Counter[str] = Counter()
    for done, image in enumerate(images):
        read = _aligned(image, makers, labels.index(image.label), eyes)
        if isinstance(read, str):
            left_out[read] += 1
        else:
            belongs = {_EVERYTHING, (_CLASS, image.label)}
            belongs |= {(column, names[done]) for column, names in named.items()}
            for key in belongs:
                kept.setdefault(key, _Sums()).add(read)
        report(done + 1, len(images))
    if not kept:
        raise DatasetError(
            "The eyes were located on none of the pictures. Give pictures of faces that look into "
            "the camera."
        )
    return AverageMaps(
        models=tuple(maker.model.sha256 for maker in makers),
        methods=makers[0].methods,
        split=split,
        located=kept[_EVERYTHING].count,
        left_out=dict(sorted(left_out.items())),
        groups=tuple(kept[key].group(*key) for key in dict.fromkeys(keys) if key in kept),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _AlignedMaps:
    face: Pixels
    inside: NDArray[np.bool_]
    maps: dict[tuple[int, str], Floats]


def _aligned(
    image: LabelledImage, makers: Sequence[MapMaker], column: int, eyes: LearnedEyes
) -> _AlignedMaps | str:
    """The picture and its maps in their aligned place, or why it is left out."""
    try:
        picture = network_input(picture_of(image))
    except SourceError:
        return UNREADABLE
    found = find_eyes(picture, eyes)
    if isinstance(found, str):
        return found
    matrix = alignment(found)
    maps = {
        (number, method): _comparable(aligned_map(values, matrix), values, method)
        for number, maker in enumerate(makers)
        for method, values in maker.maps(picture, column).values.items()
    }
    return _AlignedMaps(
        aligned_picture(picture, matrix),
        covered((picture.shape[0], picture.shape[1]), matrix),
        maps,
    )


def _comparable(aligned: Floats, values: Floats, method: str) -> Floats:
    """An aligned map in the unit in which maps are averaged."""
    from scipy.ndimage import gaussian_filter

    if method != INTEGRATED:
        return aligned
    magnitude = float(np.abs(values).mean(dtype=np.float64))
    if magnitude <= 0.0:
        return aligned
    return np.asarray(gaussian_filter(aligned / magnitude, SOFTENING), np.float32)


class _Moments:
    """Sum and sum of squares of aligned maps; pixels outside a picture are added as 0."""

    def __init__(self) -> None:
        self._sum = np.zeros((ALIGNED_SIDE, ALIGNED_SIDE))
        self._squares = np.zeros((ALIGNED_SIDE, ALIGNED_SIDE))

    def add(self, values: NDArray[np.float64]) -> None:
        self._sum += values
        self._squares += values * values

    def mean_map(self, reached: NDArray[np.int64], shown: NDArray[np.bool_]) -> MeanMap:
        """The average over the pictures that reach a pixel, where it is shown (both 224×224)."""
        count = np.maximum(reached, 1)
        mean = self._sum / count
        # Rounding may push the sum of squared deviations a little below 0.
        squared = np.maximum(self._squares - count * mean * mean, 0.0)
        spread = np.where(reached > 1, np.sqrt(squared / np.maximum(reached - 1, 1)), 0.0)
        parts = (mean, spread, spread / np.sqrt(count))
        return MeanMap(*(np.where(shown, part, 0.0).astype(np.float32) for part in parts))


class _Sums:
    """What is kept of one class or group."""

    def __init__(self) -> None:
        self.count = 0
        self._reached = np.zeros((ALIGNED_SIDE, ALIGNED_SIDE), np.int64)
        self._face = np.zeros((ALIGNED_SIDE, ALIGNED_SIDE, 3))
        self._maps: dict[tuple[int, str], _Moments] = {}
        self._differences: dict[str, _Moments] = {}

    def add(self, found: _AlignedMaps) -> None:
        self.count += 1
        self._reached += found.inside
        self._face += found.face * found.inside[:, :, None]
        maps = {key: values * found.inside.astype(float) for key, values in found.maps.items()}
        for key, values in maps.items():
            self._maps.setdefault(key, _Moments()).add(values)
        for (model, method), values in maps.items():
            if model == 1:
                moments = self._differences.setdefault(method, _Moments())
                moments.add(values - maps[0, method])

    def group(self, kind: str, name: str) -> AverageGroup:
        reached, shown = self._reached, 2 * self._reached >= self.count
        mean = np.round(self._face / np.maximum(reached, 1)[:, :, None])
        return AverageGroup(
            kind,
            name,
            self.count,
            np.where(shown[:, :, None], mean, 255).astype(np.uint8),
            {key: moments.mean_map(reached, shown) for key, moments in self._maps.items()},
            {key: moments.mean_map(reached, shown) for key, moments in self._differences.items()},
        )


def _beyond(found: MeanMap) -> float:
    """Share in 0-1 of the pixels whose mean lies more than two standard errors from 0."""
    return float((np.abs(found.mean) > 2.0 * found.standard_error).mean())


def _digest(values: Floats) -> str:
    return hashlib.sha256(values.astype("<f4").tobytes()).hexdigest()
