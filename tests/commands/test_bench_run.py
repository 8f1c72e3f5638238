"""`faceqa bench run` judges the same pictures in every way and says where the time goes."""

import json
from pathlib import Path

import pytest
from support.labelled_pictures import write_folders

from faceqa_gui.cli import main
from faceqa_gui.quality.labels import QUALITY_LABELS

pytest.importorskip("distributed", reason="the extra “cluster” is not installed")


@pytest.mark.slow
def test_every_way_is_measured_on_the_same_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, figures = write_folders(tmp_path / "data", QUALITY_LABELS, 2), tmp_path / "figures.json"
    arguments = ["--pictures", "5", "--processes", "2", "--explain", "grad-cam"]
    assert main(["bench", "run", str(data), *arguments, "--json", str(figures)]) == 0
    assert "pictures/s" in capsys.readouterr().out
    values = json.loads(figures.read_text(encoding="utf-8"))
    ways = [one["way"] for one in values["times"]]
    assert ways == ["1 process", "2 processes", "2 Dask workers on loopback"]
    for one in values["times"]:
        assert one["pictures"] == 5
        assert all(one["seconds"][part] > 0.0 for part in ("decode", "inference", "explanation"))
