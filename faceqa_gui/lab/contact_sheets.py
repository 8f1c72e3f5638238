"""Contact sheets: wrong answers as small pictures with captions, to be looked at.

They show people. They are for the screen of whoever owns the pictures, and belong in no repository.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.frames.frame import Pixels, resize
from faceqa_gui.frames.picture_writer import write_picture
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.evaluation import Evaluation, accepted_as_good
from faceqa_gui.lab.labelled_picture import picture_of
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.preprocessing import centre_square

COLUMNS, ROWS = 6, 5
"""Thumbnails across and down one sheet."""

_SIDE = 176
_GAP = 10
_LINE = 16
_TITLE = 34
_INK, _QUIET = "#16202C", "#5B6B7C"
_HIDING = frozenset({Quality.EYEGLASSES, Quality.COVERED_FACE})

_Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """One picture of a sheet, and the lines of text under it."""

    image: LabelledImage
    caption: tuple[str, ...]


Groups = Mapping[str, Sequence[Thumbnail]]
"""Thumbnails by name of their group, which becomes the file name."""


def quality_groups(evaluation: Evaluation) -> dict[str, list[Thumbnail]]:
    """Wrong answers by true and given class; hidden faces that pass; good faces that are refused.

    Each group begins with the answer that the model is surest of. A task without a good class
    has groups of wrong answers only.
    """
    labels = evaluation.labels
    threshold = evaluation.threshold
    accepted = None if threshold is None else accepted_as_good(evaluation.probabilities, threshold)
    groups: dict[str, list[Thumbnail]] = {}
    surest = (-evaluation.probabilities.max(axis=1)).argsort(kind="stable")
    for number in surest.tolist():
        image, row = evaluation.images[number], evaluation.probabilities[number]
        given = int(row.argmax())
        caption = [
            image.path.name,
            f"is {image.label}",
            f"given {labels[given]} {row[given]:.2f}",
        ]
        names = []
        if labels[given] != image.label:
            names.append(f"wrong-{image.label}-called-{labels[given]}")
        if accepted is not None:
            caption.append(f"good {row[labels.index(Quality.GOOD)]:.2f}")
            if accepted[number] and image.label in _HIDING:
                names.append("hidden-passes-as-good")
            if not accepted[number] and image.label == Quality.GOOD:
                names.append("good-refused")
        for name in names:
            groups.setdefault(name, []).append(Thumbnail(image, tuple(caption)))
    return groups


def eye_groups(
    images: Sequence[LabelledImage],
    states: Mapping[str, Sequence[EyeState]],
    reasons: Mapping[str, Sequence[str]],
) -> dict[str, list[Thumbnail]]:
    """Per channel: open eyes called closed, and closed eyes that are not recognised, by reason.

    Args:
        images: N faces with the labels open and closed.
        states: N answers of each channel.
        reasons: N reasons for UNKNOWN of each channel, "" where there is none.
    """
    groups: dict[str, list[Thumbnail]] = {}
    for channel, answers in states.items():
        ordered = sorted(
            zip(images, answers, reasons[channel], strict=True), key=lambda one: one[2]
        )
        for image, state, reason in ordered:
            if image.label == "open" and state is EyeState.CLOSED:
                name = f"{channel}-open-called-closed"
            elif image.label == "closed" and state is not EyeState.CLOSED:
                name = f"{channel}-closed-not-recognised"
            else:
                continue
            caption = (image.path.name, f"is {image.label}", f"given {state.value}", reason)
            groups.setdefault(name, []).append(Thumbnail(image, caption))
    return groups


def write_sheets(folder: Path, groups: Groups) -> tuple[Path, ...]:
    """Write every group as PNG files of 30 thumbnails each; groups without pictures write none.

    Args:
        folder: is made if need be.
        groups: what to show; the pictures can be read.

    Returns:
        The files.

    Raises:
        SourceError: a picture cannot be read any more.
        StoreError: the folder cannot be written.
    """
    written: list[Path] = []
    each = COLUMNS * ROWS
    for name, thumbnails in sorted(groups.items()):
        pages = -(-len(thumbnails) // each)
        for page in range(pages):
            shown = thumbnails[page * each : (page + 1) * each]
            title = f"{name}: {len(thumbnails)} pictures, sheet {page + 1} of {pages}"
            path = folder / f"{name}-{page + 1}.png"
            write_picture(_drawn(title, shown), path)
            written.append(path)
    return tuple(written)


def _drawn(title: str, thumbnails: Sequence[Thumbnail]) -> Pixels:
    lines = max(len(thumbnail.caption) for thumbnail in thumbnails)
    cell_width, cell_height = _SIDE + _GAP, _SIDE + _GAP + lines * _LINE
    across, down = min(COLUMNS, len(thumbnails)), -(-len(thumbnails) // COLUMNS)
    font = ImageFont.load_default(size=12)
    heading = ImageFont.load_default(size=16)
    width = max(across * cell_width, round(heading.getlength(title)) + _GAP) + _GAP
    sheet = Image.new("RGB", (width, _TITLE + down * cell_height + _GAP), "white")
    draw = ImageDraw.Draw(sheet)
    draw.text((_GAP, _GAP), title, _INK, heading)
    for number, thumbnail in enumerate(thumbnails):
        left = _GAP + number % COLUMNS * cell_width
        top = _TITLE + number // COLUMNS * cell_height
        square = centre_square(picture_of(thumbnail.image))
        sheet.paste(Image.fromarray(resize(square, _SIDE, _SIDE)), (left, top))
        for line, text in enumerate(thumbnail.caption):
            place = (left, top + _SIDE + 2 + line * _LINE)
            draw.text(place, _fitting(text, font), _INK if line else _QUIET, font)
    return np.asarray(sheet)


def _fitting(text: str, font: _Font) -> str:
    """The end of a text that is too wide for its thumbnail: file names differ at their end."""
    if font.getlength(text) <= _SIDE:
        return text
    while text and font.getlength(f"…{text}") > _SIDE:
        text = text[1:]
    return f"…{text}"
