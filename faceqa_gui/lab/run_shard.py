"""One shard of a run: which pictures, what was answered, and how that is kept in a file.

Shards are cut in the order of the data set and never depend on who computes them, and batches are
cut inside a shard, so that the answers are the same bit for bit however many workers there are.
"""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.frames.picture_file import PictureNote
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.kept_texts import text_from_json, text_json
from faceqa_gui.lab.perceptual_hash import Hashes

SHARD_PICTURES = 64
"""Pictures of a shard; the last one may hold fewer."""

Arrays = Mapping[str, NDArray[Any]]
"""Answers by name; every array has one row for each picture."""


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
        arrays: what was answered to the N pictures that could be read.
        kept: their places in the shard, intp, N, ascending.
        skipped: why each other picture was left out, by its place in the shard.
        notes: what was done to the N pictures on reading.
        digests: sha256 of their files in hex; "" for pictures of videos.
        hashes: their perceptual hashes, uint64, N.
        seconds: that were spent, by part of the work.
    """

    arrays: Arrays
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


def answers_bytes(answers: ShardAnswers) -> bytes:
    """A shard's answers as the bytes of an `.npz` file without pickled objects."""
    facts = {
        "skipped": {str(place): text_json(why) for place, why in answers.skipped.items()},
        "notes": [[note.name for note in said] for said in answers.notes],
        "digests": list(answers.digests),
        "seconds": dict(answers.seconds),
    }
    content = io.BytesIO()
    arrays: dict[str, Any] = {
        **answers.arrays,
        "kept": answers.kept.astype(np.int64),
        "hashes": answers.hashes,
        "facts": np.frombuffer(json.dumps(facts).encode(), np.uint8),
    }
    np.savez(content, **arrays)
    return content.getvalue()


def read_answers(content: bytes, pictures: int, nothing: Arrays) -> ShardAnswers | None:
    """What `answers_bytes` made of a shard; None if it is damaged or of another shard.

    Args:
        content: of the file.
        pictures: number of the shard's pictures.
        nothing: what is answered to no pictures.
    """
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as kept_arrays:
            arrays = {name: kept_arrays[name] for name in nothing}
            kept = kept_arrays["kept"].astype(np.intp)
            hashes = kept_arrays["hashes"].astype(np.uint64)
            facts = json.loads(kept_arrays["facts"].tobytes())
        skipped = {int(place): text_from_json(why) for place, why in facts["skipped"].items()}
        notes = [[PictureNote[name] for name in said] for said in facts["notes"]]
        digests = [str(digest) for digest in facts["digests"]]
        seconds = {str(part): float(value) for part, value in facts["seconds"].items()}
    except (OSError, ValueError, KeyError, AttributeError, EOFError, zipfile.BadZipFile):
        return None
    whole = sorted([*kept.tolist(), *skipped]) == list(range(pictures))
    alike = all(
        (array.shape, array.dtype) == ((len(kept), *nothing[name].shape[1:]), nothing[name].dtype)
        for name, array in arrays.items()
    )
    if not (whole and alike and len(kept) == len(notes) == len(digests) == len(hashes)):
        return None
    return ShardAnswers(arrays, kept, skipped, notes, digests, hashes, seconds)
