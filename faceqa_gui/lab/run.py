"""`judge`: a model's answers to a data set, from one process, several, or a Dask cluster."""

from dataclasses import replace
from pathlib import Path

from faceqa_gui.errors import DatasetError
from faceqa_gui.lab.dataset import Dataset
from faceqa_gui.lab.evaluation import Evaluation, evaluation_of
from faceqa_gui.lab.lab_model import LabModel
from faceqa_gui.lab.pictures import Report, Skipped, missing_pictures
from faceqa_gui.lab.run_control import Control
from faceqa_gui.lab.run_engine import RunAnswers, RunWay, run_work
from faceqa_gui.lab.run_folder import RunPlan
from faceqa_gui.lab.run_network import LOGITS, MAPS, NetworkJudge
from faceqa_gui.lab.run_runtime import WorkerModel
from faceqa_gui.lab.run_shard import SHARD_PICTURES
from faceqa_gui.wording import said


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
            said(
                "No picture in {path} can be read; the first: {why}",
                path=dataset.root,
                why=skipped[0].reason,
            )
        )
    found = evaluation_of(
        model,
        known,
        answers.images,
        answers.arrays[LOGITS],
        skipped,
        threshold=threshold,
        split=split,
    )
    return replace(found, notes=answers.notes, maps=answers.arrays[MAPS] if explain else None)


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
    """The network's logits and maps of every picture of `dataset`, as `no_answers` says.

    Arguments and errors are those of `judge`.

    `shard_pictures` and `explain` (a method of `class_maps.METHODS` that makes a map of every
    picture) belong to the plan: a folder of another one is refused.
    """

    def plan(data_sha256: str) -> RunPlan:
        return RunPlan(
            task=model.task.name,
            labels=model.labels,
            model_sha256=model.sha256,
            runtime=model.runtime.name,
            data_sha256=data_sha256,
            pictures=len(dataset.images),
            shard_pictures=shard_pictures,
            explain=explain,
        )

    return run_work(
        WorkerModel.of(model, explain),
        lambda: NetworkJudge(model, explain),
        dataset,
        shard_pictures=shard_pictures,
        plan=plan,
        way=RunWay(folder, workers, scheduler, progress, control),
    )


def _with_known_labels(
    dataset: Dataset, labels: tuple[str, ...]
) -> tuple[Dataset, tuple[Skipped, ...]]:
    """The pictures that the model can be right about, and the others."""
    known = frozenset(labels)
    strangers = tuple(
        Skipped(
            image.path,
            said(
                "{path} is labelled “{label}”, which is not a class of the model.",
                path=image.path,
                label=image.label,
            ),
            image.frame,
        )
        for image in dataset.images
        if image.label not in known
    )
    images = tuple(image for image in dataset.images if image.label in known)
    return replace(dataset, labels=labels, images=images), strangers
