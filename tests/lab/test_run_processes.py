"""Real worker processes give the answers of one process, also when they are killed."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support.lab_runs import SHARD, assert_same_answers, few_pictures, shipped_lab_model

from faceqa_gui.errors import ModelError
from faceqa_gui.lab.class_maps import GRAD_CAM
from faceqa_gui.lab.dataset import Dataset
from faceqa_gui.lab.run import run_shards
from faceqa_gui.lab.run_local import MOST_DEATHS, LocalProcesses, usable_cores
from faceqa_gui.lab.run_network import MAP_SIDE
from faceqa_gui.lab.run_runtime import WorkerModel
from faceqa_gui.lab.run_shard import cut_shards


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return few_pictures(tmp_path_factory.mktemp("run"))


_RUN = """
import sys, time
from pathlib import Path
from faceqa_gui.lab.dataset import read_dataset
from faceqa_gui.lab.lab_model import LabModel
from faceqa_gui.lab.run import run_shards

def stop_after_the_first(done, total):
    if done:
        time.sleep(600)

model = LabModel.load()
dataset = read_dataset(Path(sys.argv[1]), model.labels)
run_shards(model, dataset, folder=Path(sys.argv[2]), workers=2,
           progress=stop_after_the_first, shard_pictures=4)
"""


def _alive(process_id: int) -> bool:
    try:
        state = Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8").rsplit(")")[-1]
    except FileNotFoundError:
        return False
    return state.split()[0] != "Z"


def _children(process_id: int) -> list[int]:
    listed = Path(f"/proc/{process_id}/task/{process_id}/children").read_text(encoding="utf-8")
    return [int(child) for child in listed.split()]


def _until(true: Callable[[], bool]) -> None:
    until = time.monotonic() + 200
    while not true() and time.monotonic() < until:
        time.sleep(0.02)
    assert true()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc and SIGKILL")
def test_a_killed_run_goes_on_and_its_workers_do_not_outlive_it(
    dataset: Dataset, tmp_path: Path
) -> None:
    folder = tmp_path / "run"
    run = subprocess.Popen([sys.executable, "-c", _RUN, str(dataset.root), str(folder)])
    try:
        _until(lambda: any(folder.glob("shard-*.npz")))
        workers = _children(run.pid)
    finally:
        run.kill()
        run.wait()
    assert len(workers) >= 2
    _until(lambda: not any(map(_alive, workers)))
    (finished,) = folder.glob("shard-*.npz")
    written = finished.stat().st_mtime_ns
    model = shipped_lab_model()
    rest = run_shards(model, dataset, folder=folder, shard_pictures=SHARD)
    assert rest.judged == len(dataset.images) - SHARD
    assert finished.stat().st_mtime_ns == written
    assert_same_answers(rest, run_shards(model, dataset, shard_pictures=SHARD))


def _kill(process_id: int | None) -> None:
    assert process_id
    os.kill(process_id, signal.SIGKILL)


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_killed_workers_cost_their_share_and_change_no_bit(
    dataset: Dataset, tmp_path: Path
) -> None:
    model, killed = shipped_lab_model(), list[int | None]()

    def kill_all_after_the_first(done: int, _total: int) -> None:
        if done == SHARD and not killed:
            # One is busy with the next shard, one has nothing to do.
            workers = multiprocessing.active_children()
            killed.extend(worker.pid for worker in workers)
            for worker in workers:
                _kill(worker.pid)

    found = run_shards(
        model,
        dataset,
        workers=2,
        folder=tmp_path / "run",
        progress=kill_all_after_the_first,
        shard_pictures=SHARD,
        explain=GRAD_CAM,
    )
    assert len(killed) == 2
    assert found.judged == len(dataset.images)
    expected = run_shards(model, dataset, shard_pictures=SHARD, explain=GRAD_CAM)
    assert_same_answers(found, expected)
    assert found.arrays["maps"].shape == (14, MAP_SIDE, MAP_SIDE)
    assert found.arrays["maps"].any()
    assert all(found.seconds[part] > 0.0 for part in ("decode", "inference", "explanation"))
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_shard_that_kills_every_worker_is_given_up(dataset: Dataset) -> None:
    model = shipped_lab_model()
    (shard, *_) = cut_shards(dataset.images, SHARD)
    crew = LocalProcesses(WorkerModel.of(model), 1)
    try:
        crew.give(shard)
        for _ in range(MOST_DEATHS):
            assert not crew.wants_more()
            _kill(crew.process_ids[0])
            found = crew.collect(10)
        assert [(done.shard, done.answers) for done in found] == [(shard, None)]
        assert crew.wants_more()
    finally:
        crew.close()
    assert crew.process_ids == ()


def test_a_model_that_cannot_be_run_is_one_sentence_and_no_process_stays(
    dataset: Dataset,
) -> None:
    model = shipped_lab_model()
    worker = WorkerModel.of(model)
    altered = worker.file.manifest.model_copy(update={"probe_logits": (9.0,) * 10})
    object.__setattr__(worker.file, "manifest", altered)
    crew = LocalProcesses(worker, 1)
    try:
        crew.give(cut_shards(dataset.images, SHARD)[0])
        with pytest.raises(ModelError, match="is not valid"):
            crew.collect(30)
    finally:
        crew.close()
    assert multiprocessing.active_children() == []


def test_workers_get_only_what_they_run() -> None:
    model = shipped_lab_model()
    worker = WorkerModel.of(model)
    assert worker.runtime == "openvino"
    assert (worker.file.keras_bytes, worker.file.early_bytes) == (b"", None)
    assert worker.file.onnx_bytes == model.file.onnx_bytes
    assert worker.key == model.manifest.files["model.onnx"]
    assert 1 <= usable_cores() <= (os.cpu_count() or 1)
