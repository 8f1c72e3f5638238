"""Every pair of colours of the style sheet can be read, and the lights by the colour-blind too."""

import re
from dataclasses import asdict
from itertools import combinations

import numpy as np
import pytest
from gui import gui_states
from gui.test_widget_theme import contrast
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from support.grabbed import grabbed, luminance

from faceqa_gui.instruction import Instruction
from faceqa_gui.station_state import StationState
from faceqa_gui.widgets.light_banner import LightBanner
from faceqa_gui.widgets.theme import DARK, LIGHT, RESOURCES, Colours
from faceqa_gui.windows.actions import ACTIONS

SHEET = (RESOURCES / "style" / "station.qss").read_text(encoding="utf-8")
THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
SURFACES = ("card", "ground", "field", "track")
LIGHTS = {
    "red": gui_states.red(),
    "amber": gui_states.AMBER,
    "green": gui_states.GREEN,
}
ICONS = {spec.icon for spec in ACTIONS if spec.icon}
MARK = QRect(22, 16, 40, 40)

# Severity 1.0 of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation
# of Color Vision Deficiency", IEEE TVCG 15(6), 2009, table of matrices; for linear RGB.
DEFICIENCIES = {
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
}


def rules() -> list[tuple[str, dict[str, str]]]:
    """Each rule of the sheet: its selector, and the tokens of its text and its fill."""
    plain = re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL)
    found = []
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", plain):
        tokens = dict(re.findall(r"(?<![\w-])([a-z-]+):\s*\$(\w+)", body))
        found.append((" ".join(selector.split()), tokens))
    return found


@THEMES
def test_every_text_of_the_sheet_can_be_read_on_what_lies_under_it(colours: Colours) -> None:
    values = asdict(colours)
    checked = 0
    for selector, tokens in rules():
        for text, fill in (
            ("color", "background"),
            ("selection-color", "selection-background-color"),
        ):
            # What has no fill of its own may stand on any surface; a fill without text has ink.
            fills = [tokens[fill]] if fill in tokens else SURFACES
            if text not in tokens and not (text == "color" and _holds_text(selector, tokens)):
                continue
            ink = tokens.get(text, "ink")
            for under in fills:
                ratio = contrast(values[ink], values[under])
                assert ratio >= 4.5, f"{selector}: {ink} on {under} is {ratio:.2f}"
                checked += 1
    assert checked > 50


def _holds_text(selector: str, tokens: dict[str, str]) -> bool:
    parts = ("::groove", "::handle", "::chunk", "::indicator", "::separator")
    # Under the mouse a filled button keeps the letters of the filled one.
    filled = selector.startswith("QPushButton:default")
    return "background" in tokens and not filled and not any(part in selector for part in parts)


@THEMES
@pytest.mark.parametrize("mark", ["green", "amber", "red", "bar", "link", "field_line"])
def test_marks_and_edges_of_controls_stand_out(colours: Colours, mark: str) -> None:
    """WCAG 2.1, 1.4.11: what must be seen to use a control has a contrast of 3."""
    values = asdict(colours)
    for under in ("card", "ground", "field"):
        assert contrast(values[mark], values[under]) >= 3.0, under


@THEMES
@pytest.mark.parametrize("kind", ["chevron-up", "chevron-down", "mute-on", *sorted(ICONS)])
def test_strokes_of_icons_stand_out(colours: Colours, kind: str) -> None:
    drawing = (RESOURCES / "icons" / f"{kind}.svg").read_text(encoding="utf-8")
    strokes = set(re.findall(r'(?:stroke|fill)="(#\w{6})"', drawing))
    assert strokes
    # The line of a menu that is chosen lies on the track.
    for under in ("card", "track") if kind in ICONS else ("card", "field"):
        for stroke in strokes:
            assert contrast(stroke, asdict(colours)[under]) >= 3.0, f"{stroke} on {under}"


def seen_by(pixels: NDArray[np.uint8], matrix: NDArray[np.float64]) -> NDArray[np.uint8]:
    """sRGB pixels as somebody sees them who lacks a kind of cone."""
    parts = pixels / 255.0
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    changed = np.clip(linear @ matrix.T, 0.0, 1.0)
    shown = np.where(changed <= 0.0031308, 12.92 * changed, 1.055 * changed ** (1 / 2.4) - 0.055)
    return np.round(255.0 * shown).astype(np.uint8)


def banner_of(state: StationState, colours: Colours) -> LightBanner:
    banner = LightBanner()
    banner.resize(700, 72)
    banner.use_colours(colours)
    banner.show_instruction(Instruction(state.action, state.light))
    return banner


@THEMES
@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_the_lights_stay_apart_for_the_colour_blind(
    qapp: QApplication, colours: Colours, deficiency: str
) -> None:
    del qapp
    banners = {name: banner_of(state, colours) for name, state in LIGHTS.items()}
    seen = {
        name: seen_by(grabbed(banner), DEFICIENCIES[deficiency]) for name, banner in banners.items()
    }
    for one, other in combinations(LIGHTS, 2):
        fills = [seen[name][36, 10].astype(float) for name in (one, other)]
        assert np.abs(fills[0] - fills[1]).max() >= 30.0, f"{one} and {other} look alike"
        shapes = [_shape(seen[name]) for name in (one, other)]
        # A 40 px mark: more than a stroke's worth of pixels differ between any two.
        assert np.count_nonzero(shapes[0] != shapes[1]) > 60, f"{one} and {other} have one shape"
        words = [banners[name].accessibleName().split(":")[0] for name in (one, other)]
        assert words[0] != words[1]
        assert banners[one].headline != banners[other].headline


def _shape(pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where the mark is inked rather than filled like the banner, whatever the colours."""
    rows, columns = slice(MARK.top(), MARK.bottom() + 1), slice(MARK.left(), MARK.right() + 1)
    mark = luminance(pixels[rows, columns])
    fill = luminance(pixels[36:37, 10:11])[0, 0]
    ink = mark.max() if mark.max() - fill > fill - mark.min() else mark.min()
    shape: NDArray[np.bool_] = np.abs(mark - ink) < np.abs(mark - fill)
    return shape


def test_somebody_without_green_cones_is_simulated() -> None:
    """Neutral grey stays as it is; red and green come nearer to each other."""
    grey = np.full((1, 1, 3), 128, np.uint8)
    red = np.array([[[0xC4, 0x37, 0x2C]]], np.uint8)
    green = np.array([[[0x14, 0x80, 0x4A]]], np.uint8)
    for matrix in DEFICIENCIES.values():
        assert np.abs(seen_by(grey, matrix).astype(int) - 128).max() <= 1
        apart = np.abs(seen_by(red, matrix).astype(int) - seen_by(green, matrix))
        assert apart[..., :2].max() < np.abs(red.astype(int) - green)[..., :2].max()
