"""An audit by group as tables for a terminal, and as CSV for a spreadsheet."""

import csv
import io
from collections.abc import Sequence

from faceqa_gui.lab.audit import Group, GroupAudit, Grouping
from faceqa_gui.lab.measures import short_title
from faceqa_gui.lab.proportions import Rate
from faceqa_gui.lab.tables import Table
from faceqa_gui.records.csv_text import harmless
from faceqa_gui.wording import Said, as_said, said

_CSV_HEAD = (
    "grouping",
    "group",
    "measure",
    "value",
    "count",
    "of",
    "low95",
    "high95",
    "group_images",
    "ranked",
)
HOW_TO_READ = said(
    "In brackets: 95 % interval (Wilson) of the pictures behind “/”. * too few pictures: shown, "
    "never ranked. – no picture that it could be measured on. Groups are those of the manifest; "
    "FaceQA never guesses a person's group."
)
"""What stands below the tables of an audit."""

_WIDEST = 5
_MOST_ROWS = 40


def audit_text(audit: GroupAudit) -> str:
    """Everything a reader of the terminal needs, as lines of text."""
    where = f"split {audit.split}" if audit.split else "all pictures"
    left_out = f", {audit.skipped} left out" if audit.skipped else ""
    title = (
        f"Audit of {audit.subject} on {audit.images} pictures ({where}{left_out}, data "
        f"{audit.data_sha256[:12]})"
    )
    parts = [title]
    for grouping in audit.groupings:
        parts += [table.text().rstrip() for table in audit_tables(audit, grouping)]
        parts.append(_gaps_text(audit, grouping))
    parts.append(
        "In brackets: 95 % interval (Wilson) of the pictures behind “/”. * fewer than "
        f"{audit.least_images} pictures: shown, never ranked. – no picture that it could be "
        "measured on.\nGroups are those of the manifest; FaceQA never guesses a person's group."
    )
    return "\n\n".join(parts)


def audit_tables(audit: GroupAudit, grouping: Grouping, widest: int = _WIDEST) -> list[Table]:
    """The groups as rows and the measures as columns, at most `widest` to each table.

    Of very many groups the largest ones are shown.
    """
    names = grouping.measures
    by_size = sorted(grouping.groups, key=lambda group: -group.images)
    large = {group.names for group in by_size[:_MOST_ROWS]}
    groups = [group for group in grouping.groups if group.names in large]
    more = len(grouping.groups) - len(groups)
    note = said("… and {count} smaller groups (all of them with --json or --csv).", count=more)
    notes = (note,) if more else ()
    tables = []
    for start in range(0, len(names), widest):
        shown = names[start : start + widest]
        rows = [_row(audit, group, shown) for group in groups]
        rows.append(
            [said("all"), str(audit.images), *(_cell(audit, audit.overall[name]) for name in shown)]
        )
        head = [
            grouping.name,
            said("images"),
            *(short_title(audit.titles[name]) for name in shown),
        ]
        tables.append(Table(said("By {column}", column=grouping.name), head, rows, notes))
    return tables


def gaps_table(audit: GroupAudit, grouping: Grouping) -> Table | None:
    """The largest gap of every measure between two groups; None where none can be ranked."""
    if not grouping.gaps:
        return None
    rows = [
        [
            audit.titles[gap.measure],
            said(
                "{value:.3f} [{low:.3f} to {high:.3f}]",
                value=gap.value,
                low=gap.ci95.low,
                high=gap.ci95.high,
            ),
            _named(gap.lowest),
            _named(gap.highest),
        ]
        for gap in grouping.gaps
    ]
    head = (said("Measure"), said("Gap"), said("Lowest"), said("Highest"))
    note = said("The interval of a gap holds for all pairs of groups at once.")
    return Table(said("Largest gaps by {column}", column=grouping.name), head, rows, (note,))


def no_gaps(grouping: Grouping) -> str:
    """What is said where no two groups can be ranked."""
    return said(
        "Largest gaps by {column}: none; too few groups can be ranked.", column=grouping.name
    )


def audit_csv(audit: GroupAudit) -> str:
    """One line per group and measure, RFC 4180; no cell is taken for a formula.

    A figure that is not defined is an empty cell, never 0.
    """
    rows = [
        _csv_row(audit, ("all", "all", name), rate, audit.images)
        for name, rate in audit.overall.items()
    ]
    rows += [
        _csv_row(audit, (grouping.name, group.name, name), rate, group.images)
        for grouping in audit.groupings
        for group in grouping.groups
        for name, rate in group.rates.items()
    ]
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows((_CSV_HEAD, *rows))
    return stream.getvalue()


def _csv_row(
    audit: GroupAudit, names: Sequence[str], rate: Rate, images: int
) -> tuple[str | int, ...]:
    interval = rate.interval()
    ends = ("", "") if interval is None else (f"{interval.low:.6f}", f"{interval.high:.6f}")
    value = "" if rate.value is None else f"{rate.value:.6f}"
    ranked = "yes" if audit.ranked(rate) else "no"
    return (*map(harmless, names), value, rate.count, rate.of, *ends, images, ranked)


def _row(audit: GroupAudit, group: Group, shown: Sequence[str]) -> list[str]:
    few = "*" if group.images < audit.least_images else ""
    cells = (_cell(audit, group.rates[name]) for name in shown)
    return [_named(group), f"{group.images}{few}", *cells]


def _named(group: Group) -> str:
    """The values of a group, each to be translated by itself."""
    names = {f"name{place}": as_said(name) for place, name in enumerate(group.names)}
    return Said(" × ".join(f"{{{place}}}" for place in names), names)


def _cell(audit: GroupAudit, rate: Rate) -> str:
    interval = rate.interval()
    if rate.value is None or interval is None:
        return "–"
    few = "" if audit.ranked(rate) else "*"
    return f"{rate.value:.3f}{few} [{interval.low:.3f}-{interval.high:.3f}] /{rate.of}"


def _gaps_text(audit: GroupAudit, grouping: Grouping) -> str:
    if not grouping.gaps:
        return (
            f"Largest gaps by {grouping.name}: none; fewer than two groups have "
            f"{audit.least_images} pictures."
        )
    lines = [f"Largest gaps by {grouping.name}, with an interval that holds for all pairs at once"]
    for gap in grouping.gaps:
        low, high = gap.lowest.rates[gap.measure], gap.highest.rates[gap.measure]
        lines.append(
            f"  {audit.titles[gap.measure]}: {gap.value:.3f} "
            f"[{gap.ci95.low:.3f} to {gap.ci95.high:.3f}], "
            f"{gap.lowest.name} {low.value:.3f} against {gap.highest.name} {high.value:.3f}"
        )
    found = {gap.measure for gap in grouping.gaps}
    missing = [audit.titles[name] for name in grouping.measures if name not in found]
    if missing:
        lines.append(f"  Too few pictures to rank: {'; '.join(missing)}")
    return "\n".join(lines)
