"""A real Dask cluster on loopback gives the answers of one process, bit for bit."""

import os
import signal
import time
from pathlib import Path

import pytest
from support.lab_runs import SHARD, assert_same_answers, few_pictures, shipped_lab_model

from faceqa_gui.errors import RunError
from faceqa_gui.lab.run import run_shards

distributed = pytest.importorskip("distributed", reason="the extra “cluster” is not installed")
run_dask = pytest.importorskip("faceqa_gui.lab.run_dask", reason="it needs distributed")


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_cluster_answers_as_one_process_also_when_a_worker_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, dataset = shipped_lab_model(), few_pictures(tmp_path / "data")
    expected = run_shards(model, dataset, shard_pictures=SHARD)
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=50,
    ) as cluster:
        address = cluster.scheduler_address
        first = run_shards(model, dataset, scheduler=address, shard_pictures=SHARD)
        assert_same_answers(first, expected)
        # Now as if the workers had no drive in common with us: pictures go along with shards.
        monkeypatch.setattr(run_dask, "_samples", lambda _dataset: {Path("nowhere"): "0"})
        victim = cluster.workers[0].pid

        def kill_after_the_first(done: int, _total: int) -> None:
            if done == SHARD:
                os.kill(victim, signal.SIGKILL)

        second = run_shards(
            model,
            dataset,
            scheduler=address,
            folder=tmp_path / "run",
            progress=kill_after_the_first,
            shard_pictures=SHARD,
        )
        assert_same_answers(second, expected)
        assert second.judged == len(dataset.images)
        until = time.monotonic() + 10
        while cluster.workers[0].pid == victim and time.monotonic() < until:
            time.sleep(0.05)
        assert cluster.workers[0].pid != victim


def test_a_scheduler_that_does_not_answer_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_dask, "_ANSWER_SECONDS", 0.5)
    dataset = few_pictures(tmp_path)
    with pytest.raises(RunError, match=r"No Dask scheduler answers at tcp://127.0.0.1:9"):
        run_shards(shipped_lab_model(), dataset, scheduler="tcp://127.0.0.1:9")
    with pytest.raises(RunError, match="No Dask scheduler answers at nonsense"):
        run_shards(shipped_lab_model(), dataset, scheduler="nonsense://x")
