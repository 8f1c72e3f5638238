"""The findings of a data check as text."""

from faceqa_gui.lab.data_check import DataCheck
from faceqa_gui.lab.data_notes import odd_lines
from faceqa_gui.lab.evaluation_text import skipped_text

_SHOWN = 20


def data_check_text(check: DataCheck) -> str:
    """The findings, the first few of each kind by name."""
    counts = ", ".join(f"{label} {count}" for label, count in check.dataset.counts().items())
    parts = [f"{len(check.dataset.images)} pictures: {counts}"]
    parts.append(skipped_text(check.unreadable) if check.unreadable else "Every picture is read.")
    if check.odd:
        parts.append("\n  ".join(("Read, but not plain 8-bit RGB:", *odd_lines(check.odd))))
    groups = [
        "  "
        + " = ".join(
            f"{check.name(image.path)} ({image.split or 'no split'}, {image.label})"
            for image in group
        )
        for group in check.exact_duplicates
    ]
    parts.append(_section("Same file more than once", groups))
    pairs = [
        f"  {check.name(pair.first.path)} ({pair.first.split}, {pair.first.label}) ~ "
        f"{check.name(pair.second.path)} ({pair.second.split}, {pair.second.label}), "
        f"likeness {pair.likeness:.2f}"
        for pair in check.near_duplicates
    ]
    parts.append(_section("Same photograph in two splits", pairs))
    if check.suspected_labels is not None:
        doubts = [
            f"  {check.name(one.image.path)}: {one.image.label} ({one.own_probability:.2f})? "
            f"more like {one.suggested} ({one.suggested_probability:.2f})"
            for one in check.suspected_labels
        ]
        parts.append(_section("Doubtful labels", doubts))
    parts.append(check.labels_note)
    return "\n\n".join(parts)


def _section(title: str, lines: list[str]) -> str:
    shown = lines[:_SHOWN]
    if len(lines) > _SHOWN:
        shown.append(f"  … and {len(lines) - _SHOWN} more (all of them with --json)")
    return "\n".join((f"{title}: {len(lines) or 'none'}", *shown))
