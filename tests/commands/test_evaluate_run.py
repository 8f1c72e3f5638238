"""`faceqa evaluate --run`: told again, with maps, and refused where it does not belong."""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.labelled_pictures import write_folders

from faceqa_gui.cli import main
from faceqa_gui.quality.labels import QUALITY_LABELS


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folders(tmp_path_factory.mktemp("data"), QUALITY_LABELS, 2)


def test_a_finished_run_is_told_again_without_judging(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, figures = tmp_path / "run", tmp_path / "figures.json"
    assert main(["evaluate", str(data), "--run", str(folder)]) == 0
    first = capsys.readouterr().out
    (shard,) = folder.glob("shard-*.npz")
    written = shard.stat().st_mtime_ns
    assert main(["evaluate", str(data), "--run", str(folder), "--json", str(figures)]) == 0
    assert capsys.readouterr().out == first
    assert shard.stat().st_mtime_ns == written
    values: dict[str, Any] = json.loads(figures.read_text(encoding="utf-8"))
    assert sum(map(sum, values["confusion"])) == 10


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["{data}", "--run", "{data}"], "holds other files. Give an empty or new folder"),
        (["{data}", "--checks", "--processes", "2"], "belong to the model itself and to --eyes"),
        (["{data}", "--eyes", "--explain", "grad-cam", "--maps", "x"], "--explain explains the"),
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
