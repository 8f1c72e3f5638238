"""How a model is run over a data set, for every command that judges one."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from faceqa_gui.commands.arguments import add_video_step, positive
from faceqa_gui.commands.progress import ProgressLine

if TYPE_CHECKING:
    from faceqa_gui.lab.dataset import Dataset
    from faceqa_gui.lab.evaluation import Evaluation
    from faceqa_gui.lab.eye_report import EyeReport
    from faceqa_gui.lab.lab_model import LabModel
    from faceqa_gui.settings import GateSettings


def add_run_options(parser: argparse.ArgumentParser) -> None:
    """Add `--run`, `--processes`, `--scheduler`, `--video-step` and `--label-column`."""
    group = parser.add_argument_group("how it is run")
    group.add_argument(
        "--run",
        dest="run_folder",
        type=Path,
        metavar="DIR",
        help="keep finished parts in DIR; the same command goes on there after a crash or Ctrl+C",
    )
    group.add_argument(
        "--processes",
        type=positive,
        default=1,
        metavar="N",
        help="processes on this computer (default: 1)",
    )
    group.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="use the workers of your Dask scheduler, such as tcp://10.0.0.5:8786, instead",
    )
    add_video_step(group)
    group.add_argument(
        "--label-column",
        metavar="NAME",
        help="column of the label file that holds the label (default: as the task names it)",
    )


def judged(
    options: argparse.Namespace,
    model: "LabModel",
    data: Path,
    *,
    split: str | None = None,
    threshold: float | None = None,
) -> "Evaluation":
    """Read a data set and judge it in the way that the options ask for.

    Pictures of classes that this model lacks are listed as left out, and do not end the run.

    Args:
        options: with those of `add_run_options`.
        model: the model.
        data: folder or CSV file.
        split: only this split; None: all.
        threshold: probability from which a face passes as good; None: the model's own.

    Raises:
        FaceQAError: as for `read_dataset` and `judge`.
    """
    dataset = pictures_for(
        model,
        data,
        split,
        video_step=options.video_step,
        label_column=label_column(options, model),
    )
    return judged_pictures(options, model, dataset, split=split, threshold=threshold)


def label_column(options: argparse.Namespace, model: "LabModel") -> str:
    """The column that holds the label: the one asked for, else that of the model's task."""
    return options.label_column or model.task.column


def pictures_for(
    model: "LabModel",
    data: Path,
    split: str | None,
    *,
    columns: Sequence[str] = (),
    video_step: float = 1.0,
    label_column: str | None = None,
) -> "Dataset":
    """The pictures of a model's task, with every column that is asked for.

    Args:
        model: the model.
        data: folder or CSV file.
        split: only this split; None: all.
        columns: to group by; refused here, before minutes of work, if there is no such column.
        video_step: seconds between two pictures taken from a video.
        label_column: that holds the label; None: as the model's task names it.

    Raises:
        DatasetError: as for `read_dataset`, or there is no such column.
    """
    from faceqa_gui.lab.audit import check_columns
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.task import TASKS

    column = label_column or model.task.column
    dataset = read_dataset(
        data, TASKS[model.task.name].labels, split, label_column=column, video_step=video_step
    )
    check_columns(dataset.images, columns, column)
    return dataset


def judged_pictures(
    options: argparse.Namespace,
    model: "LabModel",
    dataset: "Dataset",
    *,
    split: str | None = None,
    threshold: float | None = None,
    run_folder: Path | None = None,
    explain: str | None = None,
) -> "Evaluation":
    """Judge pictures that were read; see `judged`.

    `run_folder` replaces that of the options; `explain` is a method that makes a map of each.
    """
    from faceqa_gui.lab.run import judge

    return judge(
        model,
        dataset,
        folder=run_folder or options.run_folder,
        workers=options.processes,
        scheduler=options.scheduler,
        progress=ProgressLine("pictures"),
        threshold=threshold,
        split=split,
        explain=explain,
    )


def judged_eyes(
    options: argparse.Namespace,
    model_folder: Path | None,
    data: Path,
    *,
    columns: Sequence[str] = (),
    channels: Mapping[str, str] | None = None,
    gate: "GateSettings | None" = None,
) -> "EyeReport":
    """Show faces with open and closed eyes to the eye detectors, as the options ask for.

    Args:
        options: with those of `add_run_options`, and `split`.
        model_folder: of the eye model; None: the shipped one.
        data: folder or CSV file.
        columns: to group by; refused here, before minutes of work, if there is no such column.
        channels: which detectors answer; None: those of a station.
        gate: how many frames a station needs; None: as shipped.

    Raises:
        FaceQAError: as for `read_dataset`, `check_columns` and `judge_eyes`.
    """
    from faceqa_gui.lab.audit import check_columns
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.eye_faces import EYE_LABELS
    from faceqa_gui.lab.eye_run import STATION_CHANNELS, judge_eyes
    from faceqa_gui.lab.label_files import LABEL_COLUMN
    from faceqa_gui.lab.run_engine import RunWay

    dataset = read_dataset(
        data,
        EYE_LABELS,
        options.split,
        label_column=options.label_column or LABEL_COLUMN,
        video_step=options.video_step,
    )
    check_columns(dataset.images, columns, options.label_column or LABEL_COLUMN)
    return judge_eyes(
        dataset,
        channels=channels or STATION_CHANNELS,
        model_folder=model_folder,
        gate=gate,
        split=options.split,
        way=RunWay(
            options.run_folder, options.processes, options.scheduler, ProgressLine("pictures")
        ),
    )
