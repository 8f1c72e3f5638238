"""What a run asks of its pictures: a `Work`, which every worker opens as a `Judge` of shards."""

import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.picture_file import PictureNote
from faceqa_gui.lab.dataset import LabelledImage, file_sha256
from faceqa_gui.lab.perceptual_hash import grey_thumbnail, perceptual_hash
from faceqa_gui.lab.pictures import read_pictures
from faceqa_gui.lab.run_shard import Arrays, Shard, ShardAnswers


class Watch:
    """Adds up what parts of the work take."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._since = time.perf_counter()

    def spent(self, part: str) -> None:
        """All time since the last call went into `part`."""
        now = time.perf_counter()
        self.seconds[part] += now - self._since
        self._since = now


class Judge(Protocol):
    """Answers pictures. A worker of a cluster may use it in several threads at once."""

    @property
    def nothing(self) -> Arrays:
        """What is answered to no pictures: it gives the names, shapes and types of all answers."""

    @property
    def at_once(self) -> int:
        """How many pictures are answered together, within a shard."""

    def prepare(self, pixels: Pixels) -> Pixels:
        """What is wanted of a whole picture; uint8, H×W×3, RGB."""

    def answer(self, pictures: Sequence[Pixels], watch: Watch) -> Arrays:
        """Arrays like those of `nothing`, with one row for each prepared picture.

        Raises:
            ModelError, ExplanationError: an answer is not finite.
        """


class Work(Protocol):
    """What a run asks of its pictures, in a form that can be sent to a worker once."""

    @property
    def nothing(self) -> Arrays:
        """As its judge's."""

    @property
    def key(self) -> str:
        """SHA-256 in hex of what is sent."""

    def open(self, threads: int) -> Judge:
        """Open what answers, and try it.

        Args:
            threads: the most that it may compute with.

        Raises:
            ModelError: it cannot be run here, or its answers are not sound.
        """


def judge_shard(judge: Judge, shard: Shard) -> ShardAnswers:
    """Read the pictures of a shard and have them answered.

    Raises:
        ModelError, ExplanationError: an answer is not finite.
    """
    places = {image.place: place for place, image in enumerate(shard.images)}
    arrays: dict[str, list[NDArray[Any]]] = {name: [none] for name, none in judge.nothing.items()}
    kept: list[int] = []
    skipped: dict[int, str] = {}
    notes: list[tuple[PictureNote, ...]] = []
    digests: list[str] = []
    hashes: list[np.uint64] = []
    watch = Watch()
    for found in read_pictures(shard.images, judge.prepare, judge.at_once):
        watch.spent("decode")
        kept += [places[image.place] for image in found.images]
        skipped |= {places[one.path, one.frame or 0]: one.reason for one in found.skipped}
        notes += found.notes
        digests += [_digest(image) for image in found.images]
        hashes += [perceptual_hash(grey_thumbnail(pixels)) for pixels in found.pictures]
        watch.spent("checks")
        if found.images:
            for name, answers in judge.answer(found.pictures, watch).items():
                arrays[name].append(answers)
    return ShardAnswers(
        _joined(arrays),
        np.array(kept, np.intp),
        skipped,
        notes,
        digests,
        np.array(hashes, np.uint64),
        dict(watch.seconds),
    )


def _joined(arrays: Mapping[str, Sequence[NDArray[Any]]]) -> Arrays:
    return {name: np.concatenate(parts) for name, parts in arrays.items()}


def _digest(image: LabelledImage) -> str:
    """Of a picture file; pictures of one video are not equal because they share its file."""
    return "" if image.frame is not None else file_sha256(image.path) or ""
