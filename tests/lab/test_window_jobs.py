"""What the lab window has done elsewhere."""

from pathlib import Path

from support.labelled_pictures import write_folders

from faceqa_gui.lab.child_work import ChildWork
from faceqa_gui.lab.eye_report import EyeReport
from faceqa_gui.lab.window_jobs import RunWish, judge_eyes


def test_eyes_are_looked_at_as_the_station_does(tmp_path: Path) -> None:
    data = write_folders(tmp_path / "eyes", ("open", "closed"), 1)
    told: list[int] = []
    report = ChildWork(judge_eyes, RunWish(None, data, "label")).run(
        lambda done, _total: told.append(done)
    )
    assert told == [0, 2]
    assert isinstance(report, EyeReport)
    # Plain colours hold no face.
    states = [state.value for one in report.answers for state in one.states.values()]
    assert set(states) == {"unknown"}
