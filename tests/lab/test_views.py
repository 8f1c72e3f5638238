"""Views are compared at thresholds of their own, and two views never let more pass than each."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.labelled_pictures import write_folders, write_manifest

from faceqa_gui.cli import main
from faceqa_gui.frames import alter
from faceqa_gui.frames.demo_subject import DemoSubject
from faceqa_gui.frames.frame import Box, Frame, Pixels, Region
from faceqa_gui.lab.evaluation import accepted_as_good
from faceqa_gui.lab.views import MARGINS, crops, face_crop, more_doubtful, views
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.preprocessing import network_input

PROBABILITIES = st.lists(st.integers(0, 20), min_size=5, max_size=5).filter(any)


def _row(shares: list[int]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array([shares], np.float64) / sum(shares)


@given(PROBABILITIES, PROBABILITIES, st.integers(50, 100))
@settings(deadline=None)
def test_a_face_passes_two_views_exactly_when_it_passes_both(
    first: list[int], second: list[int], percent: int
) -> None:
    threshold = percent / 100
    one, other = _row(first), _row(second)
    both = accepted_as_good(one, threshold) & accepted_as_good(other, threshold)
    agreed = more_doubtful(one, other)
    assert accepted_as_good(agreed, threshold) == both
    assert accepted_as_good(more_doubtful(other, one), threshold) == both


@given(st.integers(-30, 90), st.integers(-30, 90), st.integers(10, 120), st.floats(0.0, 2.0))
@settings(deadline=None)
def test_a_crop_is_a_square_inside_the_guide_that_shows_the_face(
    left: int, top: int, width: int, margin: float
) -> None:
    rows, columns = np.mgrid[0:100, 0:100].astype(np.uint8)
    square = np.stack([rows, columns, rows], axis=-1)
    crop = face_crop(square, Box(left, top, width, width), margin)
    side = min(100, round(width * (1.0 + 2.0 * margin)))
    assert crop.shape == (side, side, 3)
    first_row, first_column = crop[0, 0, :2].tolist()
    # Wherever the face lies inside the guide, the crop holds it, up to half a pixel of rounding.
    if left >= 0 and top >= 0 and left + width <= 100 and top + width <= 100:
        assert first_column <= left + 1
        assert first_row <= top + 1
        assert first_column + side >= left + width - 1
        assert first_row + side >= top + width - 1


def test_without_a_face_the_guide_stands_for_it() -> None:
    square = np.random.default_rng(0).integers(0, 256, (90, 90, 3), np.uint8)
    guide, mirrored, *around = crops(square, None)
    assert np.array_equal(guide, network_input(square))
    assert np.array_equal(mirrored, alter.mirror(guide))
    assert len(around) == len(MARGINS)
    assert all(np.array_equal(one, guide) for one in around)


def test_a_view_with_its_mirror_says_the_same_of_the_mirrored_picture() -> None:
    generator = np.random.default_rng(0)
    found = generator.dirichlet(np.ones(5), (50, 2 + len(MARGINS)))
    mirrored = found[:, [1, 0, *range(2, found.shape[1])]]
    symmetric = [view for view in views() if "mirror" in view.name]
    assert len(symmetric) == 2
    for view in symmetric:
        assert np.array_equal(view.judge(found), view.judge(mirrored))


def _demo_face() -> Pixels:
    clip = DemoSubject(1.0, paced=False, loop=False)
    clip.open()
    frame: Frame | None = clip.read()
    while frame is not None and clip.scene_at(frame.sequence) != "eyes open":
        frame = clip.read()
    assert frame is not None
    return Region.centred(frame).cut(frame)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from PIL import Image

    root = write_folders(tmp_path_factory.mktemp("data"), QUALITY_LABELS, 2)
    Image.fromarray(_demo_face()).save(root / "good" / "0.png")
    rows = [
        {"file": f"{label}/{number}.png", "label": label, "split": split}
        for label in QUALITY_LABELS
        for number, split in enumerate(("val", "test"))
    ]
    write_manifest(root, rows)
    return root


@pytest.mark.slow
def test_the_command_compares_every_view(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports = {}
    for split in ("val", "test", "test,val"):
        figures, table = tmp_path / "views.json", tmp_path / "views.md"
        options = ["--views", "--split", split, "--json", str(figures), "--markdown", str(table)]
        assert main(["evaluate", str(data), *options]) == 0
        reports[split] = json.loads(figures.read_text(encoding="utf-8"))["views"]
        printed, written = capsys.readouterr().out, table.read_text(encoding="utf-8")
        for view in views():
            assert view.name in printed
            assert f"\n| {view.name} | " in written
    for on_val, on_test in zip(reports["val"], reports["test"], strict=True):
        assert on_val["threshold"] == on_test["threshold"]
        assert list(on_val["scores"]) == ["val", "val changed", "val far"]
        assert list(on_test["scores"]) == ["test"]
        assert on_test["scores"]["test"]["good_passes"][1] == 1
    for apart, together in zip(reports["test"], reports["test,val"], strict=True):
        assert set(together["scores"]) == {"val", "val changed", "val far", "test"}
        assert together["scores"]["test"] == apart["scores"]["test"]
    guide = reports["val"][0]["scores"]["val"]
    assert (guide["good_gained"], guide["good_lost"]) == (0, 0)
    assert guide["good_passes"] == [1, 1]


def test_a_split_that_is_not_there_is_one_sentence(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", str(data), "--views", "--split", "field"]) == 2
    assert "Choose one of: test, val." in capsys.readouterr().err
