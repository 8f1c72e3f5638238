"""What is reported of the checks that need no network, on real pictures and the shipped models."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from faceqa_gui.cli import main
from faceqa_gui.frames import demo_scenes
from faceqa_gui.lab.altered_copies import ALTERED_COPIES
from faceqa_gui.lab.check_report import CHECKS
from faceqa_gui.quality.labels import QUALITY_LABELS


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("data")
    face = demo_scenes.open_eyes()
    pictures = {
        "good": [face, demo_scenes.closed_eyes(face)],
        "covered_face": [demo_scenes.mask(face)],
    }
    for label in QUALITY_LABELS:
        (root / label).mkdir()
        for number, pixels in enumerate(pictures.get(label, [])):
            Image.fromarray(np.asarray(pixels)).save(root / label / f"{number}.png")
    (root / "blur" / "cut.png").write_bytes(b"no picture")
    return root


def test_every_copy_has_a_side_and_stays_a_picture() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (101, 101, 3), dtype=np.uint8)
    for copy in ALTERED_COPIES:
        altered = copy.make(pixels)
        assert altered.dtype == np.uint8, copy.name
        assert altered.shape[0] == altered.shape[1], copy.name
        assert altered.shape != pixels.shape or not np.array_equal(altered, pixels), copy.name
        assert copy.target in ("", *CHECKS)


def test_a_clear_face_costs_nothing_and_its_spoilt_copies_are_caught(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "checks.json"
    assert main(["evaluate", str(data), "--checks", "--json", str(out)]) == 0
    found = json.loads(out.read_text(encoding="utf-8"))
    assert (found["good"]["shown"], found["good"]["accepted"]) == (2, 2)
    assert (found["wrong"]["shown"], found["wrong"]["accepted"]) == (1, 0)
    assert len(found["skipped"]) == 1
    asked = [name for name, is_asked in found["asked"].items() if is_asked]
    assert all(found["good"]["refused"][name]["count"] == 0 for name in asked)
    copies = {group["name"]: group for group in found["copies"]}
    assert set(copies) == {copy.name for copy in ALTERED_COPIES}
    coarse = copies["picture of 96×96 pixels"]
    assert coarse["refused"]["resolution"]["count"] == coarse["accepted"] - coarse["faceless"] > 0
    for group in copies.values():
        assert group["shown"] == 2
        assert all(0 <= one["count"] <= group["accepted"] for one in group["refused"].values())
    text = capsys.readouterr().out
    assert "| in_focus" in text
    assert "brightness ×0.25" in text


def test_checks_are_measured_alone(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(data), "--checks", "--figures", "somewhere"]) == 2
    assert "--figures" in capsys.readouterr().err
    with pytest.raises(SystemExit) as refused:
        main(["evaluate", str(data), "--checks", "--eyes"])
    assert refused.value.code == 2
