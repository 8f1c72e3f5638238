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

from faceqa_gui.frames.picture_file import PictureNote
from faceqa_gui.lab.dataset import Dataset, LabelledImage, file_sha256
from faceqa_gui.lab.perceptual_hash import Hashes, grey_thumbnail, perceptual_hash
from faceqa_gui.lab.pictures import read_batches, run_checked
from faceqa_gui.quality.runtime import Logits, Runtime

SHARD_PICTURES = 64
"""Pictures of a shard; the last one may hold fewer."""


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
        seconds: that were spent, by part of the work.
    """

    logits: Logits
    kept: NDArray[np.intp]
    skipped: Mapping[int, str]
    notes: Sequence[Sequence[PictureNote]]
    digests: Sequence[str]
    hashes: Hashes
    seconds: Mapping[str, float]


def cut_shards(
    images: Sequence[LabelledImage], pictures: int = SHARD_PICTURES
) -> tuple[Shard, ...]:
    """The shards of a data set, of `pictures` each."""
    return tuple(
        Shard(number, tuple(images[start : start + pictures]))
        for number, start in enumerate(range(0, len(images), pictures))
    )


def judge_shard(shard: Shard, runtime: Runtime, classes: int) -> ShardAnswers:
    """Read the pictures of a shard and run the network on them.

    Args:
        shard: the pictures.
        runtime: runs the network.
        classes: number of its classes.

    Raises:
        ModelError: the network's answer is not finite.
    """
    places = {image.place: place for place, image in enumerate(shard.images)}
    logits = [np.empty((0, classes), np.float32)]
    kept: list[int] = []
    skipped: dict[int, str] = {}
    notes: list[tuple[PictureNote, ...]] = []
    digests: list[str] = []
    hashes: list[np.uint64] = []
    seconds = {"decode": 0.0, "checks": 0.0, "inference": 0.0}
    began = time.perf_counter()
    for batch in read_batches(Dataset(Path(), (), shard.images), _nobody):
        seconds["decode"] += time.perf_counter() - began
        kept += [places[image.place] for image in batch.images]
        skipped |= {places[one.path, one.frame or 0]: one.reason for one in batch.skipped}
        began = time.perf_counter()
        notes += batch.notes
        digests += [_digest(image) for image in batch.images]
        hashes += [perceptual_hash(grey_thumbnail(pixels)) for pixels in batch.inputs]
        seconds["checks"] += time.perf_counter() - began
        began = time.perf_counter()
        if batch.images:
            logits.append(run_checked(runtime, batch.inputs).logits)
        seconds["inference"] += time.perf_counter() - began
        began = time.perf_counter()
    return ShardAnswers(
        np.concatenate(logits),
        np.array(kept, np.intp),
        skipped,
        notes,
        digests,
        np.array(hashes, np.uint64),
        seconds,
    )


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
            hashes = arrays["hashes"].astype(np.uint64)
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
    if not len(kept) == len(notes) == len(digests) == len(hashes):
        return None
    return ShardAnswers(logits, kept, skipped, notes, digests, hashes, seconds)


def _nobody(_done: int, _total: int) -> None:
    """Shards report nothing by themselves."""
