"""What the lab window has done elsewhere."""

import multiprocessing
from pathlib import Path

import numpy as np
from support.labelled_pictures import write_folders, write_picture

from faceqa_gui.lab.child_work import ChildWork, Talk
from faceqa_gui.lab.comparison import Answer
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.window_jobs import (
    ExportForm,
    ExportWish,
    EyeResult,
    RunWish,
    explain_both,
    export_result,
    judge_eyes,
)
from faceqa_gui.quality.model_file import default_model_folder


def test_eyes_are_looked_at_as_the_station_does(tmp_path: Path) -> None:
    data = write_folders(tmp_path / "eyes", ("open", "closed"), 1)
    told: list[int] = []
    wish = RunWish(None, data, "label", runs=tmp_path / "runs", command="faceqa report")
    result = ChildWork(judge_eyes, wish).run(lambda done, _total: told.append(done))
    assert told == [0, 2]
    assert isinstance(result, EyeResult)
    # Plain colours hold no face.
    states = [state.value for one in result.report.answers for state in one.states.values()]
    assert set(states) == {"unknown"}
    assert result.facts.command == "faceqa report"
    assert not list((tmp_path / "runs").iterdir())
    here, there = multiprocessing.Pipe()
    for form in ExportForm:
        export_result(Talk(here), result, ExportWish(tmp_path / f"eyes.{form}", form))
    there.close()
    assert "closed" in (tmp_path / "eyes.csv").read_text("utf-8")
    assert "Eye model" in (tmp_path / "eyes.html").read_text("utf-8")
    assert (tmp_path / "eyes.pdf").read_bytes().startswith(b"%PDF-")


def test_both_models_look_at_the_same_picture(tmp_path: Path) -> None:
    path = write_picture(tmp_path / "one.png", "good", 1)
    answer = Answer(LabelledImage(path, "good", ""), "good", "blur", 0.6, 0.5)
    here, there = multiprocessing.Pipe()
    found = explain_both(Talk(here), None, default_model_folder(), answer, ("grad-cam",))
    there.close()
    (row,) = found.rows
    assert row.title == "Grad-CAM"
    assert row.first.shape == row.second.shape == found.picture.shape == (224, 224, 3)
    np.testing.assert_array_equal(row.first, row.second)  # both are the shipped model
