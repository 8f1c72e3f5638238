"""A sheet of pictures in rows and columns, with a head and lines of text under each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from faceqa_gui.frames.frame import Pixels

_GAP = 10
_LINE = 16
_TITLE = 34
_HEAD = 22
_INK, _QUIET = "#16202C", "#5B6B7C"

_Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One picture of a sheet.

    Attributes:
        pixels: uint8, H×W×3, RGB; all of a sheet are of one size. None leaves the place empty.
        caption: lines of text under it.
    """

    pixels: Pixels | None
    caption: tuple[str, ...] = ()


def draw_sheet(
    title: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    notes: Sequence[str] = (),
) -> Pixels:
    """Draw a sheet: uint8, RGB.

    Args:
        title: one line above everything.
        heads: one for each column.
        rows: as many cells each as there are columns; at least one holds a picture.
        notes: lines below everything.
    """
    cells = [cell for row in rows for cell in row]
    height, width = next(cell.pixels.shape[:2] for cell in cells if cell.pixels is not None)
    lines = max(len(cell.caption) for cell in cells)
    font, heading = ImageFont.load_default(size=12), ImageFont.load_default(size=16)
    across, down = width + _GAP, height + _GAP + lines * _LINE
    texts = [heading.getlength(title), *(font.getlength(note) for note in notes)]
    full = max(len(heads) * across, round(max(texts)) + _GAP) + _GAP
    bottom = _TITLE + _HEAD + len(rows) * down
    sheet = Image.new("RGB", (full, bottom + len(notes) * _LINE + _GAP), "white")
    draw = ImageDraw.Draw(sheet)
    draw.text((_GAP, _GAP), title, _INK, heading)
    for column, head in enumerate(heads):
        draw.text((_GAP + column * across, _TITLE), _fitting(head, font, width), _INK, font)
    for number, row in enumerate(rows):
        top = _TITLE + _HEAD + number * down
        for column, cell in enumerate(row):
            left = _GAP + column * across
            if cell.pixels is not None:
                sheet.paste(Image.fromarray(cell.pixels), (left, top))
            for line, text in enumerate(cell.caption):
                place = (left, top + height + 2 + line * _LINE)
                draw.text(place, _fitting(text, font, width), _QUIET if line else _INK, font)
    for line, note in enumerate(notes):
        draw.text((_GAP, bottom + line * _LINE), note, _QUIET, font)
    return np.asarray(sheet)


def _fitting(text: str, font: _Font, width: int) -> str:
    """The end of a text that is too wide for its picture: file names differ at their end."""
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"…{text}") > width:
        text = text[1:]
    return f"…{text}"
