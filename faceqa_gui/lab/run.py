"""`judge`: a model's answers to a data set, from one process, several, or a Dask cluster.

The data set is cut into shards that do not depend on who works (`run_shard`), finished shards are
on the disk (`run_folder`), and whoever judges them (`run_crew`, `run_local`, `run_dask`) runs the
same code, so that every way gives the same answers bit for bit and a run goes on after a crash.
"""

import time
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from faceqa_gui.errors import DatasetError, RunError
from faceqa_gui.lab.data_notes import DataNotes, note_data
from faceqa_gui.lab.dataset import Dataset, LabelledImage
from faceqa_gui.lab.evaluation import Evaluation, evaluation_of
from faceqa_gui.lab.lab_model import LabModel
from faceqa_gui.lab.pictures import Report, Skipped, missing_pictures
from faceqa_gui.lab.run_control import Control
from faceqa_gui.lab.run_crew import Crew, Done, OneProcess
from faceqa_gui.lab.run_folder import RunFolder, RunPlan
from faceqa_gui.lab.run_local import LocalProcesses
from faceqa_gui.lab.run_runtime import WorkerModel
from faceqa_gui.lab.run_shard import (
    SHARD_PICTURES,
    Shard,
    ShardAnswers,
    ShardJudge,
    SmallMaps,
    cut_shards,
)
from faceqa_gui.quality.runtime import Logits

_LOOK_SECONDS = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class RunAnswers:
    """What the network says of a data set, and what that took.

    Attributes:
        images: the N pictures that were judged, in the order of the data set.
        logits: float32, N×C.
        maps: of the class that each picture was given, float16, N×56×56; N×0×0 where no
            explanation was asked for.
        skipped: the pictures that were left out.
        notes: what was noticed about the pictures that were judged.
        judged: how many pictures were looked at now, and not in an earlier run.
        wall_seconds: that went by.
        seconds: spent by all workers together on what was judged now, by part of the work.
    """

    images: tuple[LabelledImage, ...]
    logits: Logits
    maps: SmallMaps
    skipped: tuple[Skipped, ...]
    notes: DataNotes
    judged: int
    wall_seconds: float
    seconds: Mapping[str, float]


def judge(
    model: LabModel,
    dataset: Dataset,
    *,
    folder: Path | None = None,
    workers: int = 1,
    scheduler: str | None = None,
    progress: Report | None = None,
    control: Control | None = None,
    threshold: float | None = None,
    split: str | None = None,
    explain: str | None = None,
) -> Evaluation:
    """Judge every picture of `dataset` exactly as a station judges a frame.

    Args:
        model: the model, of any task.
        dataset: the pictures. Those with a label that is none of the model's are left out.
        folder: keeps finished shards; a run that was begun there goes on. None keeps nothing.
        workers: processes on this computer; 1 is this process itself.
        scheduler: address of a Dask scheduler, such as `tcp://10.0.0.5:8786`; its workers are
            used in place of local processes.
        progress: called with the pictures done and in all, first with those of an earlier run.
        control: pauses, resumes or cancels the run from another thread, between shards.
        threshold: probability in 0-1 needed to pass as good; None: the model's own.
        split: name of the split that `dataset` holds, for the record.
        explain: a method of `class_maps.METHODS` that makes a map of every picture; None: no maps.

    Raises:
        DatasetError: no picture can be read, or `folder` belongs to another run.
        ModelError: the model cannot be run or its answers are not finite.
        RunError: the run was cancelled, another one holds `folder`, or the cluster cannot be used.
        StoreError: the folder cannot be written or read.
    """
    known, strangers = _with_known_labels(dataset, model.labels)
    answers = run_shards(
        model,
        known,
        folder=folder,
        workers=workers,
        scheduler=scheduler,
        progress=progress,
        control=control,
        explain=explain,
    )
    skipped = (*missing_pictures(known), *strangers, *answers.skipped)
    if not answers.images:
        raise DatasetError(
            f"No picture in {dataset.root} can be read; the first: {skipped[0].reason}"
        )
    found = evaluation_of(
        model, known, answers.images, answers.logits, skipped, threshold=threshold, split=split
    )
    return replace(found, notes=answers.notes, maps=answers.maps if explain else None)


def run_shards(
    model: LabModel,
    dataset: Dataset,
    *,
    folder: Path | None = None,
    workers: int = 1,
    scheduler: str | None = None,
    progress: Report | None = None,
    control: Control | None = None,
    shard_pictures: int = SHARD_PICTURES,
    explain: str | None = None,
) -> RunAnswers:
    """The network's answers to every picture of `dataset`; arguments and errors as for `judge`.

    `shard_pictures` and `explain` (a method of `class_maps.METHODS` that makes a map of every
    picture) belong to the plan: a folder of another one is refused.
    """
    began = time.perf_counter()
    shards = cut_shards(dataset.images, shard_pictures)
    total = len(dataset.images)
    judged = 0
    seconds: Counter[str] = Counter()
    report = progress or _nobody
    with ExitStack() as opened:
        kept = None
        if folder is not None:
            plan = _plan(model, dataset, shard_pictures, explain)
            kept = opened.enter_context(closing(RunFolder(folder, plan)))
        found = {} if kept is None else _earlier(kept, shards)
        waiting = deque(shard for shard in shards if shard.number not in found)
        earlier = total - sum(len(shard.images) for shard in waiting)
        report(earlier, total)
        if waiting:
            crew = _crew(model, dataset, min(workers, len(waiting)), scheduler, explain)
            opened.enter_context(closing(crew))
            for one in _judged(crew, waiting, control or Control()):
                found[one.shard.number] = one.answers
                judged += len(one.shard.images)
                if one.answers is not None:
                    seconds.update(one.answers.seconds)
                    if kept is not None:
                        kept.keep(one.shard, one.answers)
                report(earlier + judged, total)
    if len(found) < len(shards):
        raise _cancelled(earlier + judged, total, folder)
    images, logits, maps, skipped = _joined(shards, found, len(model.labels))
    notes = _noted(images, shards, found)
    wall = time.perf_counter() - began
    return RunAnswers(images, logits, maps, skipped, notes, judged, wall, dict(seconds))


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
    shards: Sequence[Shard], found: Mapping[int, ShardAnswers | None], classes: int
) -> tuple[tuple[LabelledImage, ...], Logits, SmallMaps, tuple[Skipped, ...]]:
    """The answers of all shards in the order of the data set."""
    images: list[LabelledImage] = []
    logits = [np.empty((0, classes), np.float32)]
    maps: list[SmallMaps] = []
    skipped: list[Skipped] = []
    for shard in shards:
        answers = found[shard.number]
        if answers is None:
            skipped += [Skipped(one.path, _lost(one), one.frame) for one in shard.images]
            continue
        images += [shard.images[place] for place in answers.kept.tolist()]
        logits.append(answers.logits)
        maps.append(answers.maps)
        left_out = ((shard.images[place], why) for place, why in sorted(answers.skipped.items()))
        skipped += [Skipped(one.path, why, one.frame) for one, why in left_out]
    small = np.concatenate(maps) if maps else np.empty((0, 0, 0), np.float16)
    return tuple(images), np.concatenate(logits), small, tuple(skipped)


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
    model: LabModel, dataset: Dataset, workers: int, scheduler: str | None, explain: str | None
) -> Crew:
    if scheduler is not None:
        return _cluster(scheduler, WorkerModel.of(model, explain), dataset)
    if workers < 2:
        return OneProcess(ShardJudge(model, explain))
    return LocalProcesses(WorkerModel.of(model, explain), workers)


def _cluster(scheduler: str, model: WorkerModel, dataset: Dataset) -> Crew:
    try:
        from faceqa_gui.lab.run_dask import DaskCluster
    except ImportError as error:
        raise RunError(
            "Dask is not installed here, which --scheduler needs. Install FaceQA with its extra "
            "“cluster”, or leave out --scheduler."
        ) from error
    return DaskCluster(scheduler, model, dataset)


def _plan(model: LabModel, dataset: Dataset, shard_pictures: int, explain: str | None) -> RunPlan:
    return RunPlan(
        task=model.task.name,
        labels=model.labels,
        model_sha256=model.sha256,
        runtime=model.runtime.name,
        data_sha256=dataset.digest(),
        pictures=len(dataset.images),
        shard_pictures=shard_pictures,
        explain=explain,
    )


def _with_known_labels(
    dataset: Dataset, labels: tuple[str, ...]
) -> tuple[Dataset, tuple[Skipped, ...]]:
    """The pictures that the model can be right about, and the others."""
    known = frozenset(labels)
    strangers = tuple(
        Skipped(
            image.path,
            f"{image.path} is labelled “{image.label}”, which is not a class of the model.",
            image.frame,
        )
        for image in dataset.images
        if image.label not in known
    )
    images = tuple(image for image in dataset.images if image.label in known)
    return replace(dataset, labels=labels, images=images), strangers


def _cancelled(done: int, total: int, folder: Path | None) -> RunError:
    go_on = "" if folder is None else f" Run it again with the folder {folder} to go on."
    return RunError(f"The run was cancelled after {done} of {total} pictures.{go_on}")


def _lost(image: LabelledImage) -> str:
    return (
        f"{image.path} was left out: the processes that judged it and its neighbours ended "
        "several times. Run again with the same folder to try once more."
    )


def _nobody(_done: int, _total: int) -> None:
    """Nobody wants to know."""
