"""`faceqa evaluate --run`: killed, gone on with, and refused where it does not belong."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.labelled_pictures import write_folders

from faceqa_gui.cli import main
from faceqa_gui.quality.labels import QUALITY_LABELS


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    # Four shards: the run is killed when the first of them is on the disk.
    return write_folders(tmp_path_factory.mktemp("data"), QUALITY_LABELS, 40)


def _alive(process_id: int) -> bool:
    try:
        state = Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8").rsplit(")")[-1]
    except FileNotFoundError:
        return False
    return state.split()[0] != "Z"


def _children(process_id: int) -> list[int]:
    listed = Path(f"/proc/{process_id}/task/{process_id}/children").read_text(encoding="utf-8")
    return [int(child) for child in listed.split()]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc and SIGKILL")
def test_a_killed_run_goes_on_and_its_workers_do_not_outlive_it(data: Path, tmp_path: Path) -> None:
    folder, figures = tmp_path / "run", tmp_path / "figures.json"
    arguments = ["evaluate", str(data), "--run", str(folder)]
    run = subprocess.Popen(
        [sys.executable, "-m", "faceqa_gui", *arguments, "--processes", "2"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 60
    while not list(folder.glob("shard-*.npz")) and time.monotonic() < until:
        time.sleep(0.01)
    workers = _children(run.pid)
    run.send_signal(signal.SIGKILL)
    run.wait()
    finished = {path.name: path.stat().st_mtime_ns for path in folder.glob("shard-*.npz")}
    assert 0 < len(finished) < 4
    assert main([*arguments, "--json", str(figures)]) == 0
    assert finished == {name: (folder / name).stat().st_mtime_ns for name in finished}
    until = time.monotonic() + 20
    while any(map(_alive, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(_alive, workers))
    values: dict[str, Any] = json.loads(figures.read_text(encoding="utf-8"))
    assert sum(map(sum, values["confusion"])) == 200


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["{data}", "--run", "{data}"], "holds other files. Give an empty or new folder"),
        (["{data}", "--eyes", "--processes", "2"], "belong to the model itself"),
        (["{data}", "--checks", "--run", "x"], "Leave out --checks"),
        (["{data}", "--explain", "grad-cam"], "Give both, or neither"),
        (["{data}", "--maps", "{data}/x.npz"], "Give both, or neither"),
        (["{data}", "--views", "--scheduler", "tcp://127.0.0.1:9"], "Leave out --views"),
    ],
)
def test_a_run_that_does_not_fit_is_one_sentence(
    data: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert main(["evaluate", *(one.format(data=data) for one in arguments)]) == 2
    printed = capsys.readouterr()
    assert sentence in printed.err
    assert len(printed.err.splitlines()) == 1


def test_the_maps_of_every_picture_are_written(tmp_path: Path) -> None:
    data, place = write_folders(tmp_path / "data", QUALITY_LABELS, 1), tmp_path / "maps.npz"
    assert main(["evaluate", str(data), "--explain", "grad-cam", "--maps", str(place)]) == 0
    with np.load(place, allow_pickle=False) as written:
        assert list(written["files"]) == [f"{label}/0.png" for label in sorted(QUALITY_LABELS)]
        assert list(written["labels"]) == sorted(QUALITY_LABELS)
        assert set(written["given"]) <= set(QUALITY_LABELS)
        assert (written["maps"].shape, written["maps"].dtype) == ((5, 56, 56), np.float16)
        assert written["maps"].any()


def test_a_step_of_no_time_is_refused(data: Path) -> None:
    with pytest.raises(SystemExit):
        main(["evaluate", str(data), "--video-step", "0"])


def test_without_dask_a_scheduler_is_one_sentence(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "faceqa_gui.lab.run_dask", raising=False)
    assert main(["evaluate", str(data), "--scheduler", "tcp://127.0.0.1:9"]) == 2
    assert "Install FaceQA with its extra “cluster”" in capsys.readouterr().err
