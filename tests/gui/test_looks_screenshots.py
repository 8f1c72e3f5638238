"""The station window looks in its main states as it did when somebody last looked at it.

The references lie in `tests/gui/screenshots`, small and in steps of colour. Where the
window was meant to change, render them anew and look at each before you commit it:

    RENDER_SCREENSHOTS=1 .venv/bin/python -m pytest -n 0 tests/gui/test_looks_screenshots.py

Both pictures are averaged over cells of 8 x 8 pixels before they are compared: letters of another
font disappear in that, a part of another colour, shape or place does not.
"""

import io
import os
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from gui.every_window import settle
from gui.looks_states import MAIN, put_into, station
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.grabbed import pixels_of

from faceqa_gui.widgets.theme import Theme

# What Qt's offscreen platform says of any window that is raised.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

FOLDER = Path(__file__).parent / "screenshots"
RENDERS = os.environ.get("RENDER_SCREENSHOTS") == "1"
WINDOW = (1440, 900)
SMALL = (480, 300)
CELL = 8
STEP = 4  # of a colour in the references, for smaller files

LEAST_DIFFERENCE = 3.0
"""Mean difference of cells (0-255) above which two pictures are not the same window."""
LEAST_CHANGE = 22.0
"""Difference of the 20 most different cells (0-255) above which a part is another one."""
FEW = 20

THEMES: tuple[Theme, ...] = ("light", "dark")


def picture(app: QApplication, name: str, theme: Theme) -> Image.Image:
    """The window in a main state, small."""
    window = station(theme)
    try:
        window.resize(*WINDOW)
        put_into(window, name)
        window.show()
        settle(app)
        # A cursor that blinks would be in one picture and not in the other.
        if (focus := app.focusWidget()) is not None:
            focus.clearFocus()
        settle(app)
        grabbed = window.grab().toImage()
    finally:
        window.close()
        window.deleteLater()
        settle(app)
    smooth = Qt.TransformationMode.SmoothTransformation
    small = grabbed.scaled(*SMALL, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return Image.fromarray(pixels_of(small))


def reference_path(name: str, theme: Theme) -> Path:
    return FOLDER / f"{name}_{theme}.png"


def reference(name: str, theme: Theme) -> Image.Image:
    return Image.open(reference_path(name, theme)).convert("RGB")


def cells(image: Image.Image) -> NDArray[np.float64]:
    """The mean colour of each cell."""
    pixels = np.asarray(image, float)
    rows, columns = (length // CELL for length in pixels.shape[:2])
    whole = pixels[: rows * CELL, : columns * CELL]
    means: NDArray[np.float64] = whole.reshape(rows, CELL, columns, CELL, 3).mean(axis=(1, 3))
    return means


def difference(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """The mean difference of all cells, and that of the few that differ most."""
    apart = np.abs(cells(one) - cells(other)).max(axis=2)
    return float(apart.mean()), float(np.sort(apart, axis=None)[-FEW:].mean())


def are_alike(one: Image.Image, other: Image.Image) -> bool:
    mean, most = difference(one, other)
    return mean < LEAST_DIFFERENCE and most < LEAST_CHANGE


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", MAIN)
def test_the_window_looks_as_it_did(
    qapp: QApplication, tmp_path: Path, name: str, theme: Theme
) -> None:
    now = picture(qapp, name, theme)
    path = reference_path(name, theme)
    if RENDERS:
        coarse = np.asarray(now) // STEP * STEP + STEP // 2
        Image.fromarray(coarse).save(path, optimize=True)
    before = reference(name, theme)
    mean, most = difference(before, now)
    if not are_alike(before, now):
        beside = tmp_path / f"{name}_{theme}_difference.png"
        _three(before, now).save(beside)
        pytest.fail(
            f"{name}, {theme}, looks otherwise than in {path.name}: {mean:.1f} in the mean, "
            f"{most:.1f} where it differs most.\n{beside} shows reference, window and difference. "
            f"If that was meant, see the head of {Path(__file__).name}."
        )


def _three(before: Image.Image, now: Image.Image) -> Image.Image:
    apart = np.abs(np.asarray(before, int) - np.asarray(now, int)).astype(np.uint8)
    return Image.fromarray(np.hstack([np.asarray(before), np.asarray(now), apart]))


@pytest.mark.parametrize("theme", THEMES)
def test_no_two_states_pass_for_each_other(theme: Theme) -> None:
    """The tolerance would notice any of them in the place of another."""
    for one, other in combinations(MAIN, 2):
        first, second = reference(one, theme), reference(other, theme)
        assert not are_alike(first, second), f"{one} and {other}"


def test_a_moved_or_missing_part_is_noticed() -> None:
    before = reference("green", "light")
    pixels = np.asarray(before)
    for changed in (np.roll(pixels, 4, axis=0), _without_button(pixels)):
        assert not are_alike(before, Image.fromarray(changed))


def _without_button(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture with the card's colour where the UV button is."""
    blue = (pixels[..., 2] > 200) & (pixels[..., 0] < 60)
    rows, columns = np.nonzero(blue)
    assert rows.size > 500
    covered = pixels.copy()
    covered[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1] = 255
    return covered


def test_the_references_stay_small() -> None:
    paths = sorted(FOLDER.glob("*.png"))
    assert {path.stem for path in paths} == {f"{n}_{t}" for n in MAIN for t in THEMES}
    assert sum(path.stat().st_size for path in paths) < 1_000_000
    for path in paths:
        assert Image.open(io.BytesIO(path.read_bytes())).size == SMALL
