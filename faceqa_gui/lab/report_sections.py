"""Sections of a report beyond the evaluation: groups, a second model, maps."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image

from faceqa_gui.frames.frame import resize
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.lab.audit import GroupAudit
from faceqa_gui.lab.audit_text import HOW_TO_READ, audit_tables, gaps_table, no_gaps
from faceqa_gui.lab.comparison import Comparison
from faceqa_gui.lab.comparison_maps import choose_answers
from faceqa_gui.lab.comparison_text import answer_lines, comparison_tables, overall_text
from faceqa_gui.lab.report_content import SHOWN_MISTAKES, thumbnail
from faceqa_gui.lab.report_parts import Gallery, Part, Section, Sheet, Shown, Text

_LONGEST_SIDE = 1600


def audit_section(audit: GroupAudit) -> Section:
    """The figures of every group, and the largest gaps between two of them."""
    parts: list[Part] = []
    for grouping in audit.groupings:
        parts += audit_tables(audit, grouping)
        gaps = gaps_table(audit, grouping)
        parts.append(Text(no_gaps(grouping)) if gaps is None else gaps)
    return Section("groups", "By group", (*parts, Text(HOW_TO_READ)))


def comparison_section(comparison: Comparison, second: str, *, pictures: bool = True) -> Section:
    """Where another model differs: agreement, McNemar's test, per class, per group and picture.

    Args:
        comparison: of the model of the report (A) and the other (B).
        second: name of the other.
        pictures: false leaves every picture of a person out.
    """
    named = f"A is the model of this report. B is {second}, {comparison.second}."
    lines = [Text(line) for line in overall_text(comparison).split("\n")]
    return Section(
        "comparison",
        "Against another model",
        (
            Text(named),
            *lines,
            *comparison_tables(comparison),
            *_differing(comparison, pictures=pictures),
        ),
    )


def _differing(comparison: Comparison, *, pictures: bool) -> list[Part]:
    """The pictures that the models give different classes, class by class in turn."""
    count = len(comparison.differing)
    if not count:
        return [Text("Both models give every picture the same class.")]
    head = f"{count} of {len(comparison.answers)} pictures are given different classes."
    if count > SHOWN_MISTAKES:
        head += f" {SHOWN_MISTAKES} of them are shown."
    if not pictures:
        head += " Pictures are left out of this report."
    shown = [
        Shown(thumbnail(one.image) if pictures else None, answer_lines(one))
        for one in choose_answers(comparison, min(count, SHOWN_MISTAKES))
    ]
    return [Text(head), Gallery(shown)]


def sheets_section(files: Sequence[Path]) -> Section:
    """Pictures that were drawn elsewhere, such as average maps, each under its name.

    Raises:
        SourceError: a file is not a picture that can be read.
    """
    return Section("maps", "What the models look at", [_sheet(path) for path in files])


def _sheet(path: Path) -> Sheet:
    pixels = read_picture(path)
    height, width = pixels.shape[:2]
    shrink = min(1.0, _LONGEST_SIDE / max(height, width))
    stream = BytesIO()
    small = resize(pixels, max(1, round(width * shrink)), max(1, round(height * shrink)))
    Image.fromarray(small).save(stream, format="JPEG", quality=86)
    return Sheet(stream.getvalue(), path.stem.replace("-", " ").replace("_", " "))
