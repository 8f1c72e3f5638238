"""`run_work`: a data set answered by one process, several, or a Dask cluster.

The data set is cut into shards that do not depend on who works (`run_shard`), finished shards are
on the disk (`run_folder`), and whoever judges them (`run_crew`, `run_local`, `run_dask`) runs the
same code, so that every way gives the same answers bit for bit and a run goes on after a crash.
"""

import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from faceqa_gui.errors import RunError
from faceqa_gui.lab.data_notes import DataNotes, note_data
from faceqa_gui.lab.dataset import Dataset, LabelledImage
from faceqa_gui.lab.pictures import Report, Skipped
from faceqa_gui.lab.run_control import Control
from faceqa_gui.lab.run_crew import Crew, Done, OneProcess
from faceqa_gui.lab.run_folder import RunFolder, RunPlan
from faceqa_gui.lab.run_local import LocalProcesses
from faceqa_gui.lab.run_shard import Arrays, Shard, ShardAnswers, cut_shards
from faceqa_gui.lab.run_work import Judge, Work
from faceqa_gui.wording import joined, said

_LOOK_SECONDS = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class RunAnswers:
    """What was answered to a data set, and what that took.

    Attributes:
        images: the N pictures that were judged, in the order of the data set.
        arrays: what was answered, with N rows each (see `Work.nothing`).
        skipped: the pictures that were left out.
        notes: what was noticed about the pictures that were judged.
        judged: how many pictures were looked at now, and not in an earlier run.
        wall_seconds: that went by.
        seconds: spent by all workers together on what was judged now, by part of the work.
    """

    images: tuple[LabelledImage, ...]
    arrays: Arrays
    skipped: tuple[Skipped, ...]
    notes: DataNotes
    judged: int
    wall_seconds: float
    seconds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class RunWay:
    """How a run is done; none of this changes an answer.

    Attributes:
        folder: keeps finished shards; a run that was begun there goes on. None keeps nothing.
        workers: processes on this computer; 1 is this process itself.
        scheduler: address of a Dask scheduler, such as `tcp://10.0.0.5:8786`; its workers are
            used in place of local processes.
        progress: called with the pictures done and in all, first with those of an earlier run.
        control: pauses, resumes or cancels the run from another thread, between shards.
    """

    folder: Path | None = None
    workers: int = 1
    scheduler: str | None = None
    progress: Report | None = None
    control: Control | None = None


def run_work(
    work: Work,
    here: Callable[[], Judge],
    dataset: Dataset,
    *,
    shard_pictures: int,
    plan: Callable[[str], RunPlan],
    way: RunWay,
) -> RunAnswers:
    """What `work` answers to every picture of `dataset`.

    Args:
        work: what is asked.
        here: opens its judge in this process, if it is this one that works.
        dataset: the pictures.
        shard_pictures: how many belong to a shard.
        plan: of a run in a folder, from the digest of the data set.
        way: how it is done.

    Raises:
        DatasetError: `way.folder` belongs to another run.
        ModelError: the work cannot be done, or its answers are not finite.
        RunError: the run was cancelled, another one holds the folder, or the cluster cannot be
            used.
        StoreError: the folder cannot be written or read.
    """
    began = time.perf_counter()
    shards = cut_shards(dataset.images, shard_pictures)
    total = len(dataset.images)
    judged = 0
    seconds: Counter[str] = Counter()
    report = way.progress or _nobody
    with ExitStack() as opened:
        kept = None
        if way.folder is not None:
            folder = RunFolder(way.folder, plan(dataset.digest()), work.nothing)
            kept = opened.enter_context(closing(folder))
        found = {} if kept is None else _earlier(kept, shards)
        waiting = deque(shard for shard in shards if shard.number not in found)
        earlier = total - sum(len(shard.images) for shard in waiting)
        report(earlier, total)
        if waiting:
            crew = _crew(work, here, dataset, len(waiting), way)
            opened.enter_context(closing(crew))
            for one in _judged(crew, waiting, way.control or Control()):
                found[one.shard.number] = one.answers
                judged += len(one.shard.images)
                if one.answers is not None:
                    seconds.update(one.answers.seconds)
                    if kept is not None:
                        kept.keep(one.shard, one.answers)
                report(earlier + judged, total)
    if len(found) < len(shards):
        raise _cancelled(earlier + judged, total, way.folder)
    images, arrays, skipped = _joined(shards, found, work.nothing)
    notes = _noted(images, shards, found)
    wall = time.perf_counter() - began
    return RunAnswers(images, arrays, skipped, notes, judged, wall, dict(seconds))


def _earlier(kept: RunFolder, shards: Sequence[Shard]) -> dict[int, ShardAnswers | None]:
    """What an earlier run finished, by number of the shard."""
    found = ((shard.number, kept.kept(shard)) for shard in shards)
    return {number: answers for number, answers in found if answers is not None}


def _judged(crew: Crew, waiting: deque[Shard], control: Control) -> Iterator[Done]:
    """What a crew makes of the waiting shards, as it comes; ends early if it is cancelled."""
    under_way = 0
    while waiting or under_way:
        if not under_way:
            control.wait()
            if control.cancelled:
                return
        while waiting and not (control.paused or control.cancelled) and crew.wants_more():
            crew.give(waiting.popleft())
            under_way += 1
        for one in crew.collect(_LOOK_SECONDS):
            under_way -= 1
            yield one


def _joined(
    shards: Sequence[Shard], found: Mapping[int, ShardAnswers | None], nothing: Arrays
) -> tuple[tuple[LabelledImage, ...], Arrays, tuple[Skipped, ...]]:
    """The answers of all shards in the order of the data set."""
    images: list[LabelledImage] = []
    parts: list[Arrays] = [nothing]
    skipped: list[Skipped] = []
    for shard in shards:
        answers = found[shard.number]
        if answers is None:
            skipped += [Skipped(one.path, _lost(one), one.frame) for one in shard.images]
            continue
        images += [shard.images[place] for place in answers.kept.tolist()]
        parts.append(answers.arrays)
        left_out = ((shard.images[place], why) for place, why in sorted(answers.skipped.items()))
        skipped += [Skipped(one.path, why, one.frame) for one, why in left_out]
    arrays = {name: np.concatenate([part[name] for part in parts]) for name in nothing}
    return tuple(images), arrays, tuple(skipped)


def _noted(
    images: tuple[LabelledImage, ...],
    shards: Sequence[Shard],
    found: Mapping[int, ShardAnswers | None],
) -> DataNotes:
    """What was noticed about the judged `images` of all shards."""
    answers = [one for one in (found[shard.number] for shard in shards) if one is not None]
    return note_data(
        images,
        [said for one in answers for said in one.notes],
        [digest for one in answers for digest in one.digests],
        np.concatenate([np.empty(0, np.uint64), *(one.hashes for one in answers)]),
    )


def _crew(
    work: Work, here: Callable[[], Judge], dataset: Dataset, shards: int, way: RunWay
) -> Crew:
    """Whoever judges `shards` waiting shards."""
    if way.scheduler is not None:
        return _cluster(way.scheduler, work, dataset)
    workers = min(way.workers, shards)
    return OneProcess(here()) if workers < 2 else LocalProcesses(work, workers)


def _cluster(scheduler: str, work: Work, dataset: Dataset) -> Crew:
    try:
        from faceqa_gui.lab.run_dask import DaskCluster
    except ImportError as error:
        raise RunError(
            said(
                "Dask is not installed here, which --scheduler needs. Install FaceQA with its "
                "extra “cluster”, or leave out --scheduler."
            )
        ) from error
    return DaskCluster(scheduler, work, dataset)


def _cancelled(done: int, total: int, folder: Path | None) -> RunError:
    go_on = (
        ""
        if folder is None
        else said("Run it again with the folder {folder} to go on.", folder=folder)
    )
    ended = said("The run was cancelled after {done} of {total} pictures.", done=done, total=total)
    return RunError(joined(ended, go_on))


def _lost(image: LabelledImage) -> str:
    return said(
        "{path} was left out: the processes that judged it and its neighbours ended "
        "several times. Run again with the same folder to try once more.",
        path=image.path,
    )


def _nobody(_done: int, _total: int) -> None:
    """Nobody wants to know."""
