"""One shard of a run: which pictures, what the network answered, and how that is kept in a file.

Shards are cut in the order of the data set and never depend on who computes them, and batches are
cut inside a shard, so that the answers are the same bit for bit however many workers there are.
"""

import io
import json
import time
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.picture_file import PictureNote
from faceqa_gui.lab.class_maps import MapMaker
from faceqa_gui.lab.dataset import Dataset, LabelledImage, file_sha256
from faceqa_gui.lab.lab_model import LabModel
from faceqa_gui.lab.perceptual_hash import Hashes, grey_thumbnail, perceptual_hash
from faceqa_gui.lab.pictures import read_batches, run_checked
from faceqa_gui.quality.runtime import Logits

SHARD_PICTURES = 64
"""Pictures of a shard; the last one may hold fewer."""

MAP_SIDE = 56
"""Maps are kept as the means of squares of 4×4 pixels."""

SmallMaps = NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Shard:
    """Some pictures of a data set that are judged together.

    Attributes:
        number: its place among the shards, from 0.
        images: its pictures, in the order of the data set.
    """

    number: int
    images: tuple[LabelledImage, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ShardAnswers:
    """What is known of a shard that was judged.

    Attributes:
        logits: float32, N×C, of the N pictures that could be read.
        kept: their places in the shard, intp, N, ascending.
        skipped: why each other picture was left out, by its place in the shard.
        notes: what was done to the N pictures on reading.
        digests: sha256 of their files in hex; "" for pictures of videos.
        hashes: their perceptual hashes, uint64, N.
        maps: float16, N×56×56, of the class that each picture was given; N×0×0 where no
            explanation was asked for.
        seconds: that were spent, by part of the work.
    """

    logits: Logits
    kept: NDArray[np.intp]
    skipped: Mapping[int, str]
    notes: Sequence[Sequence[PictureNote]]
    digests: Sequence[str]
    hashes: Hashes
    maps: SmallMaps
    seconds: Mapping[str, float]


def cut_shards(
    images: Sequence[LabelledImage], pictures: int = SHARD_PICTURES
) -> tuple[Shard, ...]:
    """The shards of a data set, of `pictures` each."""
    return tuple(
        Shard(number, tuple(images[start : start + pictures]))
        for number, start in enumerate(range(0, len(images), pictures))
    )


class ShardJudge:
    """Judges shards with one model, and explains every picture if it was asked to."""

    def __init__(self, model: LabModel, explain: str | None) -> None:
        """Prepare.

        Args:
            model: the model.
            explain: a method of `class_maps.METHODS`; None: nothing is explained.
        """
        self._model = model
        self._maker = None if explain is None else MapMaker(model, (explain,))
        self.classes = len(model.labels)

    def judge(self, shard: Shard) -> ShardAnswers:
        """Read the pictures of a shard and run the network on them.

        Raises:
            ModelError, ExplanationError: an answer of the network is not finite.
        """
        places = {image.place: place for place, image in enumerate(shard.images)}
        logits = [np.empty((0, self.classes), np.float32)]
        side = 0 if self._maker is None else MAP_SIDE
        maps = [np.empty((0, side, side), np.float16)]
        kept: list[int] = []
        skipped: dict[int, str] = {}
        notes: list[tuple[PictureNote, ...]] = []
        digests: list[str] = []
        hashes: list[np.uint64] = []
        watch = _Watch("decode", "checks", "inference", "explanation")
        for batch in read_batches(Dataset(Path(), (), shard.images), _nobody):
            watch.spent("decode")
            kept += [places[image.place] for image in batch.images]
            skipped |= {places[one.path, one.frame or 0]: one.reason for one in batch.skipped}
            notes += batch.notes
            digests += [_digest(image) for image in batch.images]
            hashes += [perceptual_hash(grey_thumbnail(pixels)) for pixels in batch.inputs]
            watch.spent("checks")
            if batch.images:
                logits.append(run_checked(self._model.runtime, batch.inputs).logits)
            watch.spent("inference")
            maps.append(self._maps(batch.inputs))
            watch.spent("explanation")
        return ShardAnswers(
            np.concatenate(logits),
            np.array(kept, np.intp),
            skipped,
            notes,
            digests,
            np.array(hashes, np.uint64),
            np.concatenate(maps),
            watch.seconds,
        )

    def _maps(self, inputs: Pixels) -> SmallMaps:
        """The maps of network inputs, small."""
        maker = self._maker
        if maker is None:
            return np.empty((len(inputs), 0, 0), np.float16)
        small = np.empty((len(inputs), MAP_SIDE, MAP_SIDE), np.float16)
        for number, picture in enumerate(inputs):
            (values,) = maker.maps(picture).values.values()
            step = len(values) // MAP_SIDE
            small[number] = values.reshape(MAP_SIDE, step, MAP_SIDE, step).mean(axis=(1, 3))
        return small


class _Watch:
    """Adds up what parts of the work take."""

    def __init__(self, *parts: str) -> None:
        self.seconds = dict.fromkeys(parts, 0.0)
        self._since = time.perf_counter()

    def spent(self, part: str) -> None:
        """All time since the last call went into `part`."""
        now = time.perf_counter()
        self.seconds[part] += now - self._since
        self._since = now


def _digest(image: LabelledImage) -> str:
    """Of a picture file; pictures of one video are not equal because they share its file."""
    return "" if image.frame is not None else file_sha256(image.path) or ""


def answers_bytes(answers: ShardAnswers) -> bytes:
    """A shard's answers as the bytes of an `.npz` file without pickled objects."""
    facts = {
        "skipped": {str(place): reason for place, reason in answers.skipped.items()},
        "notes": [[note.name for note in said] for said in answers.notes],
        "digests": list(answers.digests),
        "seconds": dict(answers.seconds),
    }
    content = io.BytesIO()
    np.savez(
        content,
        logits=answers.logits,
        kept=answers.kept.astype(np.int64),
        hashes=answers.hashes,
        maps=answers.maps,
        facts=np.frombuffer(json.dumps(facts).encode(), np.uint8),
    )
    return content.getvalue()


def read_answers(content: bytes, pictures: int, classes: int) -> ShardAnswers | None:
    """What `answers_bytes` made of a shard; None if it is damaged or of another shard.

    Args:
        content: of the file.
        pictures: number of the shard's pictures.
        classes: number of the network's classes.
    """
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            logits, kept = arrays["logits"], arrays["kept"].astype(np.intp)
            hashes, maps = arrays["hashes"].astype(np.uint64), arrays["maps"]
            facts = json.loads(arrays["facts"].tobytes())
        skipped = {int(place): str(reason) for place, reason in facts["skipped"].items()}
        notes = [[PictureNote[name] for name in said] for said in facts["notes"]]
        digests = [str(digest) for digest in facts["digests"]]
        seconds = {str(part): float(value) for part, value in facts["seconds"].items()}
    except (OSError, ValueError, KeyError, AttributeError, EOFError, zipfile.BadZipFile):
        return None
    whole = sorted([*kept.tolist(), *skipped]) == list(range(pictures))
    if not whole or logits.shape != (len(kept), classes) or logits.dtype != np.float32:
        return None
    if not len(kept) == len(notes) == len(digests) == len(hashes) == len(maps):
        return None
    return ShardAnswers(logits, kept, skipped, notes, digests, hashes, maps, seconds)


def _nobody(_done: int, _total: int) -> None:
    """Shards report nothing by themselves."""
