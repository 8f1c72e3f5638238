"""How fast a data set is judged by one process, several, and Dask workers on loopback."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from faceqa_gui.errors import ModelError, RunError
from faceqa_gui.lab.dataset import Dataset
from faceqa_gui.lab.lab_model import LabModel
from faceqa_gui.lab.machine import Machine, this_machine
from faceqa_gui.lab.pictures import Report
from faceqa_gui.lab.run import run_shards
from faceqa_gui.lab.run_engine import RunAnswers
from faceqa_gui.lab.tables import Table

if TYPE_CHECKING:
    import distributed

_LIBRARIES = ("openvino", "onnxruntime", "dask", "distributed")
_WARM_UP = 64
_WARM_SHARD = 4
_PARTS = ("decode", "checks", "inference", "explanation")


@dataclass(frozen=True, slots=True)
class RunTimes:
    """What one way of running took.

    Attributes:
        way: of running, in words.
        pictures: that were judged.
        wall_seconds: that went by; workers were started in them unless they were there before.
        seconds: of all workers together, by part of the work.
    """

    way: str
    pictures: int
    wall_seconds: float
    seconds: Mapping[str, float]

    @property
    def pictures_a_second(self) -> float:
        """Of all workers together."""
        return self.pictures / self.wall_seconds


@dataclass(frozen=True, slots=True)
class RunBenchmark:
    """Times of every way, on the same pictures and with equal answers.

    Attributes:
        machine: where it ran.
        explain: how every picture was explained; None: not at all.
        times: of each way.
    """

    machine: Machine
    explain: str | None
    times: Sequence[RunTimes]

    def table(self) -> Table:
        """Pictures a second, and milliseconds of each part for a picture."""
        head = ("way", "pictures/s", "wall s", *(f"{part} ms" for part in _PARTS))
        rows = [
            (
                one.way,
                f"{one.pictures_a_second:.1f}",
                f"{one.wall_seconds:.1f}",
                *(f"{1000 * one.seconds.get(part, 0.0) / one.pictures:.1f}" for part in _PARTS),
            )
            for one in self.times
        ]
        explained = f", explained by {self.explain}" if self.explain else ""
        notes = (
            "ms: of one worker for one picture; workers share the cores.",
            "Wall time holds the start of local processes; a cluster is there before.",
            "All ways gave the same answers, bit for bit.",
            self.machine.text(),
        )
        return Table(f"Judging {self.times[0].pictures} pictures{explained}", head, rows, notes)

    def as_json(self) -> dict[str, Any]:
        """The figures as plain values for a JSON file."""
        return {
            "machine": self.machine.as_json(),
            "explain": self.explain,
            "times": [
                asdict(one) | {"pictures_a_second": one.pictures_a_second} for one in self.times
            ],
        }


def benchmark_run(
    model: LabModel,
    dataset: Dataset,
    workers: int,
    explain: str | None,
    report: Callable[[], Report],
) -> RunBenchmark:
    """Judge the same pictures in each way; nothing is kept.

    Args:
        model: the model.
        dataset: the pictures.
        workers: processes, and Dask workers.
        explain: a method of `class_maps.METHODS`; None: nothing is explained.
        report: makes what is called with the pictures done and in all, for each way.

    Raises:
        DatasetError, ModelError, RunError: as for `run_shards`.
        ModelError: two ways gave different answers.
    """
    cluster_of = _local_clusters()
    # The first pictures pay for what is loaded once.
    few = Dataset(dataset.root, dataset.labels, dataset.images[:_WARM_UP])
    run_shards(model, few, explain=explain)
    one = run_shards(model, dataset, progress=report(), explain=explain)
    several = run_shards(model, dataset, workers=workers, progress=report(), explain=explain)
    found = {"1 process": one, f"{workers} processes": several}
    with cluster_of(workers) as cluster:
        address = cluster.scheduler_address
        # Small shards, so that every worker gets some and opens its runtime.
        run_shards(model, few, scheduler=address, explain=explain, shard_pictures=_WARM_SHARD)
        found[f"{workers} Dask workers on loopback"] = run_shards(
            model, dataset, scheduler=address, progress=report(), explain=explain
        )
    for way, answers in found.items():
        _refuse_other_answers(way, one, answers)
    times = [
        RunTimes(way, answers.judged, answers.wall_seconds, answers.seconds)
        for way, answers in found.items()
    ]
    return RunBenchmark(this_machine(_LIBRARIES), explain, times)


def _refuse_other_answers(way: str, one: RunAnswers, other: RunAnswers) -> None:
    same = all(np.array_equal(one.arrays[name], other.arrays[name]) for name in one.arrays)
    if one.images != other.images or not same:
        raise ModelError(
            f"Judging with {way} gave other answers than with 1 process on this computer. "
            "Use one process, and report this."
        )


def _local_clusters() -> "Callable[[int], distributed.LocalCluster]":
    """What starts a cluster of some workers here."""
    try:
        import distributed
    except ImportError as error:
        raise RunError(
            "Dask is not installed here, which this benchmark needs. Install FaceQA with its "
            "extra “cluster”."
        ) from error
    return lambda workers: distributed.LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=logging.CRITICAL,
    )
