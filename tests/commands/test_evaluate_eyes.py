"""`faceqa evaluate --eyes` reports what the shipped detectors say of each picture."""

import json
from pathlib import Path

import numpy as np
import pytest
from support.eye_faces import write_faces
from support.labelled_pictures import write_manifest

from faceqa_gui.cli import main
from faceqa_gui.eyes.cascades import HaarEyes
from faceqa_gui.eyes.decision import default_eye_detector
from faceqa_gui.eyes.eye_model import EyeModel
from faceqa_gui.eyes.eye_state import EyeDetector
from faceqa_gui.eyes.learned import LearnedEyes
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.lab.eye_faces import EYE_LABELS
from faceqa_gui.lab.eye_report import EYE_ANSWERS
from faceqa_gui.settings import SETTINGS_FILE, EyesSettings, Settings
from faceqa_gui.settings_file import save_settings


@pytest.fixture(scope="module")
def faces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_faces(tmp_path_factory.mktemp("faces"))


def _confusion(detector: EyeDetector, root: Path) -> list[list[int]]:
    counts = np.zeros((2, 3), dtype=int)
    for path in root.glob("*/*.png"):
        said = detector.look(read_picture(path)).state
        counts[EYE_LABELS.index(path.parent.name), EYE_ANSWERS.index(said.value)] += 1
    return counts.tolist()


def test_every_channel_is_counted_on_the_same_pictures(
    faces: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "eyes.json"
    figures = tmp_path / "figures"
    options = ["--split", "test", "--json", str(path), "--figures", str(figures)]
    assert main(["evaluate", "--eyes", str(faces), *options]) == 0
    assert sorted(figure.name for figure in figures.iterdir()) == [
        "eyes-decision.png",
        "eyes-haar.png",
        "eyes-network.png",
    ]
    values = json.loads(path.read_text(encoding="utf-8"))
    expected = {
        "haar": _confusion(HaarEyes(), faces),
        "network": _confusion(LearnedEyes(EyeModel()), faces),
        "decision": _confusion(default_eye_detector(), faces),
    }
    assert {name: found["confusion"] for name, found in values["channels"].items()} == expected
    assert values["confusion"] == expected["decision"]
    assert [Path(one["file"]).name for one in values["skipped"]] == ["gone.png"]
    printed = capsys.readouterr().out
    for words in ("Haar", "Network", "Decision", "Open called closed", "if they were independent"):
        assert words in printed


def test_pictures_that_cannot_be_read_are_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for label in EYE_LABELS:
        (tmp_path / label).mkdir()
        (tmp_path / label / "a.png").write_bytes(b"")
    assert main(["evaluate", "--eyes", str(tmp_path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "can be read; the first: " in printed.err.splitlines()[-1]


def test_a_few_readable_pictures_beside_as_many_missing_ones_are_judged(
    faces: Path, tmp_path: Path
) -> None:
    row = {"label": "open", "split": "test"}
    write_manifest(tmp_path, [{"file": "a.png", **row}, {"file": "gone.png", **row}])
    picture = next((faces / "open").glob("*.png"))
    (tmp_path / "a.png").write_bytes(picture.read_bytes())
    path = tmp_path / "eyes.json"
    assert main(["evaluate", "--eyes", str(tmp_path), "--json", str(path)]) == 0
    assert np.sum(json.loads(path.read_text(encoding="utf-8"))["confusion"]) == 1


def test_the_papers_mode_decides_in_the_lab_only(
    faces: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path))
    save_settings(Settings(eyes=EyesSettings(mode="paper")), tmp_path / SETTINGS_FILE)
    path = tmp_path / "eyes.json"
    assert main(["evaluate", "--eyes", str(faces), "--json", str(path)]) == 0
    found = json.loads(path.read_text(encoding="utf-8"))["channels"]
    assert found["decision"]["confusion"] == found["haar"]["confusion"]
    assert "for the lab" in capsys.readouterr().out


def test_cheeks_tell_nothing_about_the_eyes(faces: Path, tmp_path: Path) -> None:
    path = tmp_path / "control.json"
    assert main(["evaluate", "--eye-control", str(faces), "--json", str(path)]) == 0
    plain, matched, cheeks = json.loads(path.read_text(encoding="utf-8"))["rows"]
    assert (plain["open_called_closed"], plain["auc"]) == (0, 1.0)
    assert plain["closed_called_closed"] == plain["closed_faces"] > 0
    assert matched["open_called_closed"] == 0
    assert cheeks["closed_called_closed"] < plain["closed_called_closed"]


def test_the_control_needs_both_labels(
    faces: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = next((faces / "open").glob("*.png"))
    (tmp_path / "a.png").write_bytes(picture.read_bytes())
    write_manifest(tmp_path, [{"file": "a.png", "label": "open", "split": "test"}])
    assert main(["evaluate", "--eye-control", str(tmp_path)]) == 2
    assert "open and with closed eyes" in capsys.readouterr().err
