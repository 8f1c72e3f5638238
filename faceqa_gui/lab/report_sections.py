"""Sections of a report beyond the evaluation: groups, a second model, maps."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image

from faceqa_gui.frames.frame import resize
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.lab.audit import GroupAudit, Grouping
from faceqa_gui.lab.audit_text import audit_tables
from faceqa_gui.lab.comparison import Comparison
from faceqa_gui.lab.comparison_maps import choose_answers
from faceqa_gui.lab.comparison_text import answer_lines, comparison_tables, overall_text
from faceqa_gui.lab.report_content import SHOWN_MISTAKES, thumbnail
from faceqa_gui.lab.report_parts import Gallery, Part, Section, Sheet, Shown, Text
from faceqa_gui.lab.tables import Table

_LONGEST_SIDE = 1600

_HOW_TO_READ = (
    "In brackets: 95 % interval (Wilson) of the pictures behind “/”. * too few pictures: shown, "
    "never ranked. – no picture that it could be measured on. Groups are those of the manifest; "
    "FaceQA never guesses a person's group."
)


def audit_section(audit: GroupAudit) -> Section:
    """The figures of every group, and the largest gaps between two of them."""
    parts: list[Part] = []
    for grouping in audit.groupings:
        parts += audit_tables(audit, grouping)
        parts.append(_gaps(audit, grouping))
    return Section("groups", "By group", (*parts, Text(_HOW_TO_READ)))


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


def _gaps(audit: GroupAudit, grouping: Grouping) -> Part:
    if not grouping.gaps:
        return Text(f"Largest gaps by {grouping.name}: none; too few groups can be ranked.")
    rows = [
        [
            audit.titles[gap.measure],
            f"{gap.value:.3f} [{gap.ci95.low:.3f} to {gap.ci95.high:.3f}]",
            gap.lowest.name,
            gap.highest.name,
        ]
        for gap in grouping.gaps
    ]
    head = ("Measure", "Gap", "Lowest", "Highest")
    note = "The interval of a gap holds for all pairs of groups at once."
    return Table(f"Largest gaps by {grouping.name}", head, rows, (note,))
