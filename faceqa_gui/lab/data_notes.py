"""What a run noticed about its pictures: odd ones that were judged all the same, and duplicates."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.picture_file import PictureNote
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.labelled_picture import picture_of
from faceqa_gui.lab.perceptual_hash import (
    LEAST_LIKENESS,
    MOST_BITS,
    Hashes,
    grey_thumbnail,
    likeness,
    near_pairs,
)
from faceqa_gui.quality.preprocessing import network_input
from faceqa_gui.wording import all_of, as_said, said

MOST_NAMED = 20
"""So many pictures are named for each remark; all are counted."""

_MOST_COMPARED = 2000


OddPictures = Mapping[PictureNote, tuple[LabelledImage, ...]]
"""Pictures that are not plain 8-bit RGB, by what was done to them."""


@dataclass(frozen=True, slots=True)
class Twins:
    """Two pictures that are the same.

    Attributes:
        first, second: in the order of the data set.
        exact: whether the files are equal; else they show the same photograph.
    """

    first: LabelledImage
    second: LabelledImage
    exact: bool

    @property
    def leaks(self) -> bool:
        """Whether they lie in different splits, so that what is learned is measured again."""
        return self.first.split != self.second.split

    @property
    def contradicts(self) -> bool:
        """Whether they have different labels."""
        return self.first.label != self.second.label


@dataclass(frozen=True, slots=True)
class DataNotes:
    """What a run noticed about pictures that it judged.

    Attributes:
        odd: pictures that are not plain 8-bit RGB, by what was done to them.
        twins: equal files, and the same photograph in two splits.
    """

    odd: OddPictures
    twins: tuple[Twins, ...]

    def as_json(self) -> dict[str, Any]:
        """The notes as plain values for a JSON file."""
        return {
            "odd": odd_json(self.odd),
            "twins": [
                {
                    "files": [str(pair.first.path), str(pair.second.path)],
                    "splits": [pair.first.split, pair.second.split],
                    "labels": [pair.first.label, pair.second.label],
                    "exact": pair.exact,
                }
                for pair in self.twins
            ],
        }

    def lines(self) -> list[str]:
        """The notes as sentences, warnings first; none where nothing was noticed."""
        leaks = [pair for pair in self.twins if pair.leaks]
        contradictions = [pair for pair in self.twins if pair.contradicts]
        repeated = [pair for pair in self.twins if not (pair.leaks or pair.contradicts)]
        found = []
        if leaks:
            found.append(
                said(
                    "WARNING: leak: {pairs} of the same photograph lie in two splits; the first: "
                    "{first}",
                    pairs=_pairs(leaks),
                    first=_first(leaks),
                )
            )
        if contradictions:
            found.append(
                said(
                    "WARNING: {pairs} of the same photograph have two labels; the first: {first}",
                    pairs=_pairs(contradictions),
                    first=_first(contradictions),
                )
            )
        if repeated:
            found.append(
                said(
                    "{pairs} of files are equal; the first: {first}",
                    pairs=_pairs(repeated),
                    first=_first(repeated),
                )
            )
        return [*found, *odd_lines(self.odd)]


NOTHING_NOTED = DataNotes({}, ())


def note_data(
    images: Sequence[LabelledImage],
    notes: Sequence[Sequence[PictureNote]],
    digests: Sequence[str],
    hashes: Hashes,
) -> DataNotes:
    """Collect the notes of N judged pictures.

    Args:
        images: the pictures.
        notes: what was done to each on reading.
        digests: sha256 of each file in hex; "" for a picture of a video.
        hashes: perceptual hash of each network input.
    """
    exact = _equal_files(images, digests)
    same = {(pair.first.place, pair.second.place) for pair in exact}
    near = [
        pair
        for pair in _same_photographs(images, hashes)
        if (pair.first.place, pair.second.place) not in same
    ]
    return DataNotes(odd_pictures(images, notes), (*exact, *near))


def odd_pictures(
    images: Sequence[LabelledImage], notes: Sequence[Sequence[PictureNote]]
) -> OddPictures:
    """The pictures of which something was noted, by what it was; `notes` holds one for each."""
    odd: defaultdict[PictureNote, list[LabelledImage]] = defaultdict(list)
    for image, about in zip(images, notes, strict=True):
        for note in about:
            odd[note].append(image)
    return {note: tuple(odd[note]) for note in PictureNote if note in odd}


def odd_json(odd: OddPictures) -> dict[str, Any]:
    """Odd pictures as plain values for a JSON file; the first few are named."""
    return {
        note: {
            "pictures": len(images),
            "files": [str(image.path) for image in images[:MOST_NAMED]],
        }
        for note, images in odd.items()
    }


def odd_lines(odd: OddPictures) -> list[str]:
    """A sentence for each peculiarity, with the number and the first picture."""
    return [
        said(
            "{pictures} {note}; the first: {path}",
            pictures=_pictures(len(images)),
            note=as_said(note.value),
            path=images[0].path,
        )
        for note, images in odd.items()
    ]


def _equal_files(images: Sequence[LabelledImage], digests: Sequence[str]) -> list[Twins]:
    first: dict[str, LabelledImage] = {}
    found: list[Twins] = []
    for image, digest in zip(images, digests, strict=True):
        if digest and first.setdefault(digest, image) is not image:
            found.append(Twins(first[digest], image, exact=True))
    return found


def _same_photographs(images: Sequence[LabelledImage], hashes: Hashes) -> list[Twins]:
    """The same photograph in two splits, as `data_check` finds it."""
    if len({image.split for image in images}) < 2:
        return []
    splits = np.array([image.split for image in images])
    pairs = near_pairs(hashes, MOST_BITS)
    across = pairs[splits[pairs[:, 0]] != splits[pairs[:, 1]]]
    return [
        Twins(images[one], images[other], exact=False)
        for one, other in across[:_MOST_COMPARED].tolist()
        if _look_alike(images[one], images[other])
    ]


def _look_alike(one: LabelledImage, other: LabelledImage) -> bool:
    try:
        thumbnails = [grey_thumbnail(network_input(picture_of(image))) for image in (one, other)]
    except SourceError:
        # It was readable when it was judged; it is gone, and so is the doubt about it.
        return False
    return likeness(*thumbnails) >= LEAST_LIKENESS


def _pictures(count: int) -> str:
    return said("1 picture is") if count == 1 else said("{count} pictures are", count=count)


def _pairs(pairs: Sequence[Twins]) -> str:
    return said("{count} pairs", count=len(pairs)) if len(pairs) > 1 else said("1 pair")


def _first(pairs: Sequence[Twins]) -> str:
    first = pairs[0]
    files = all_of((str(first.first.path), str(first.second.path)))
    if not first.leaks:
        return files
    splits = all_of((str(first.first.split), str(first.second.split)))
    return said("{files} ({splits})", files=files, splits=splits)
