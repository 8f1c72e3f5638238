"""The colours can be read: WCAG 2.1 contrast of every text and every mark."""

import math

import pytest
from PySide6.QtGui import QColor

from faceqa_gui.widgets.theme import DARK, LIGHT, Colours


def luminance(colour: str) -> float:
    exact = QColor(colour)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4)
        for part in (exact.redF(), exact.greenF(), exact.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXTS = [
    (text, fill)
    for text in ("ink", "quiet", "link", "good", "warning", "bad")
    for fill in ("card", "ground", "field", "track")
] + [
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_green", "green_fill"),
    ("on_amber", "amber_fill"),
    ("on_red", "red_fill"),
    ("on_off", "off"),
    ("red", "ground"),
]


def test_the_formula_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "fill"), TEXTS)
def test_small_text_has_contrast(colours: Colours, text: str, fill: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, fill)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("mark", ["green", "red", "bar", "accent"])
def test_marks_stand_out_from_the_card(colours: Colours, mark: str) -> None:
    assert contrast(getattr(colours, mark), colours.card) >= 3.0
