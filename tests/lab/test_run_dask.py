"""A real Dask cluster on loopback gives the answers of one process, bit for bit."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from support.eye_faces import write_faces
from support.lab_runs import SHARD, assert_same_answers, few_pictures, shipped_lab_model

from faceqa_gui.cli import main
from faceqa_gui.errors import RunError
from faceqa_gui.lab.class_maps import GRAD_CAM
from faceqa_gui.lab.run import run_shards

distributed = pytest.importorskip("distributed", reason="the extra “cluster” is not installed")
run_dask = pytest.importorskip("faceqa_gui.lab.run_dask", reason="it needs distributed")

if TYPE_CHECKING:
    from distributed import LocalCluster


@pytest.fixture(scope="module")
def cluster() -> "Iterator[LocalCluster]":
    """Two workers, shared by this module's tests."""
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=50,
    ) as started:
        yield started


def test_explained_pictures_and_an_audit_are_the_same_from_a_cluster(
    cluster: "LocalCluster", tmp_path: Path
) -> None:
    few_pictures(tmp_path / "data")
    data, there = str(tmp_path / "data"), ["--scheduler", cluster.scheduler_address]
    evaluate = ["evaluate", data, "--explain", "grad-cam"]
    audit = ["audit", data, "--group", "label"]
    for name, where in (("here", []), ("there", there)):
        files = [tmp_path / f"{name}{ending}" for ending in (".npz", ".json", "-audit.json")]
        written = ["--maps", str(files[0]), "--json", str(files[1])]
        assert main([*evaluate, *where, *written]) == 0
        assert main([*audit, *where, "--json", str(files[2])]) == 0
    for ending in (".json", "-audit.json"):
        here, cluster_wide = (tmp_path / f"{name}{ending}" for name in ("here", "there"))
        assert here.read_bytes() == cluster_wide.read_bytes()
    with np.load(tmp_path / "here.npz") as here, np.load(tmp_path / "there.npz") as found:
        assert set(here) == set(found)
        assert here["maps"].any()
        for name in here:
            np.testing.assert_array_equal(here[name], found[name])


def test_eyes_are_read_on_a_cluster_as_here(cluster: "LocalCluster", tmp_path: Path) -> None:
    data = str(write_faces(tmp_path / "faces"))
    words = ["audit", data, "--eyes", "--group", "scene", "label"]
    for name, where in (("here", []), ("there", ["--scheduler", cluster.scheduler_address])):
        assert main([*words, *where, "--json", str(tmp_path / name)]) == 0
    found = (tmp_path / "there").read_bytes()
    assert found == (tmp_path / "here").read_bytes()
    assert b'"closed_recall"' in found


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_cluster_explains_as_one_process_also_when_a_worker_is_killed(
    cluster: "LocalCluster", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, dataset = shipped_lab_model(), few_pictures(tmp_path / "data")
    expected = run_shards(model, dataset, shard_pictures=SHARD, explain=GRAD_CAM)
    # As if the workers had no drive in common with us: pictures go along with shards.
    monkeypatch.setattr(run_dask, "_samples", lambda _dataset: {Path("nowhere"): "0"})
    victim = cluster.workers[0].pid
    told: list[int] = []

    def kill_after_the_first(done: int, _total: int) -> None:
        told.append(done)
        if done == SHARD:
            os.kill(victim, signal.SIGKILL)

    found = run_shards(
        model,
        dataset,
        scheduler=cluster.scheduler_address,
        folder=tmp_path / "run",
        progress=kill_after_the_first,
        shard_pictures=SHARD,
        explain=GRAD_CAM,
    )
    assert_same_answers(found, expected)
    assert found.arrays["maps"].any()
    assert (found.judged, told[-1]) == (len(dataset.images), len(dataset.images))
    until = time.monotonic() + 10
    while cluster.workers[0].pid == victim and time.monotonic() < until:
        time.sleep(0.05)
    assert cluster.workers[0].pid != victim
    # What was finished there is not asked for again.
    again = run_shards(
        model, dataset, folder=tmp_path / "run", shard_pictures=SHARD, explain=GRAD_CAM
    )
    assert again.judged == 0
    assert_same_answers(again, expected)


def test_a_scheduler_that_does_not_answer_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_dask, "_ANSWER_SECONDS", 0.5)
    dataset = few_pictures(tmp_path)
    with pytest.raises(RunError, match=r"No Dask scheduler answers at tcp://127.0.0.1:9"):
        run_shards(shipped_lab_model(), dataset, scheduler="tcp://127.0.0.1:9")
    with pytest.raises(RunError, match="No Dask scheduler answers at nonsense"):
        run_shards(shipped_lab_model(), dataset, scheduler="nonsense://x")
