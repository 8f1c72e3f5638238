"""Sections of a report beyond the evaluation itself: groups and a second model."""

from collections.abc import Sequence

from faceqa_gui.lab.audit import GroupAudit, Grouping
from faceqa_gui.lab.audit_text import audit_tables
from faceqa_gui.lab.report_parts import Part, Section, Text
from faceqa_gui.lab.tables import Table

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


def tables_section(name: str, title: str, tables: Sequence[Table]) -> Section:
    """Tables that were made elsewhere, such as those of a comparison, as a section."""
    return Section(name, title, tuple(tables))


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
