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
from faceqa_gui.lab.comparison_text import comparison_tables, overall_text
from faceqa_gui.lab.report_parts import Part, Section, Sheet, Text
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


def comparison_section(comparison: Comparison, second: str) -> Section:
    """Where another model differs: agreement, McNemar's test, per class and per group.

    Args:
        comparison: of the model of the report (A) and the other (B).
        second: name of the other.
    """
    named = f"A is the model of this report. B is {second}, {comparison.second}."
    lines = [Text(line) for line in overall_text(comparison).split("\n")]
    return Section(
        "comparison",
        "Against another model",
        (Text(named), *lines, *comparison_tables(comparison)),
    )


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
