"""An evaluation as text: the paper's Table 1 form, the confusion matrix and the accepted share."""

from collections.abc import Sequence

from faceqa_gui.lab.evaluation import Evaluation
from faceqa_gui.lab.metrics import Counts, Estimate, rule_of_three, wilson_interval
from faceqa_gui.lab.pictures import Skipped, skipped_groups
from faceqa_gui.wording import said

_SHOWN_REASONS = 10


def evaluation_text(evaluation: Evaluation) -> str:
    """Everything a reader of the terminal needs, as lines of text."""
    where = f"split {evaluation.split}" if evaluation.split else "all pictures"
    images = int(evaluation.confusion.sum())
    title = (
        f"Model {evaluation.model_sha256[:12]} on {images} pictures ({where}, "
        f"data {evaluation.data_sha256[:12]})"
    )
    parts = [
        title,
        _class_table(evaluation),
        "Confusion (rows true, columns predicted)\n"
        + confusion_text(evaluation.labels, evaluation.labels, evaluation.confusion),
        *_accepted_text(evaluation),
        f"Expected calibration error: {evaluation.ece:.3f}",
    ]
    if evaluation.skipped:
        parts.append(skipped_text(evaluation.skipped))
    noted = evaluation.notes.lines()
    if noted:
        parts.append("\n".join(("About the pictures that were judged:", *noted)))
    return "\n\n".join(parts)


def confusion_text(rows: Sequence[str], columns: Sequence[str], confusion: Counts) -> str:
    """A confusion matrix as aligned text."""
    width = max(map(len, (*rows, *columns))) + 2
    head = " " * width + "".join(f"{name:>{width}}" for name in columns)
    lines = [
        f"{name:<{width}}" + "".join(f"{count:>{width}}" for count in counts)
        for name, counts in zip(rows, confusion.tolist(), strict=True)
    ]
    return "\n".join((head, *lines))


def rate_text(count: int, total: int) -> str:
    """A count as a rate with its 95 % interval; the rule of three where nothing was counted."""
    if total == 0:
        return said("no pictures")
    if count == 0:
        return said(
            "0 of {total} (95 %: at most {most:.1%})", total=total, most=rule_of_three(total)
        )
    found = wilson_interval(count, total)
    return said(
        "{count} of {total} = {rate:.1%} (95 %: {low:.1%}-{high:.1%})",
        count=count,
        total=total,
        rate=count / total,
        low=found.low,
        high=found.high,
    )


def skipped_text(skipped: Sequence[Skipped]) -> str:
    """The pictures that were left out: each reason once, with the number and the first picture."""
    lines = [f"Left out: {len(skipped)} pictures"]
    groups = skipped_groups(skipped)
    lines += [
        f"  {group[0].reason}"
        if len(group) == 1
        else f"  {len(group)} pictures for one reason; the first: {group[0].reason}"
        for group in groups[:_SHOWN_REASONS]
    ]
    if len(groups) > _SHOWN_REASONS:
        lines.append(f"  … and {len(groups) - _SHOWN_REASONS} more reasons (all with --json)")
    return "\n".join(lines)


def _class_table(evaluation: Evaluation) -> str:
    names = [label.replace("_", " ").capitalize() for label in evaluation.labels]
    width = max(map(len, (*names, "Weighted average"))) + 2
    head = f"{'Class':<{width}}{'Precision':>20}{'Recall':>20}{'F1 score':>20}{'Images':>9}"
    lines = [
        f"{name:<{width}}{_cell(found.precision)}{_cell(found.recall)}{_cell(found.f1)}"
        f"{found.support:>9}"
        for name, found in zip(names, evaluation.scores.per_class, strict=True)
    ]
    totals = (
        ("Macro average", evaluation.scores.macro_f1),
        ("Weighted average", evaluation.scores.weighted_f1),
        ("Accuracy", evaluation.scores.accuracy),
    )
    images = int(evaluation.confusion.sum())
    lines += [f"{name:<{width}}{'':>40}{_cell(found)}{images:>9}" for name, found in totals]
    lines.append(
        "In brackets: 95 % bootstrap interval over the pictures. It is a single point where"
    )
    lines.append("no error was seen; the true rate of errors may still be up to 3 / Images.")
    return "\n".join((head, *lines))


def _cell(estimate: Estimate | None) -> str:
    if estimate is None:
        return f"{'–':>20}"
    interval = f"[{estimate.ci95.low:.3f}-{estimate.ci95.high:.3f}]"
    return f"{estimate.value:.3f} {interval}".rjust(20)


def _accepted_text(evaluation: Evaluation) -> list[str]:
    if evaluation.accepted is None:
        return []
    width = max(map(len, evaluation.labels)) + 2
    lines = [f"Accepted as good at the threshold {evaluation.threshold:.3f}"]
    lines += [
        f"  {label:<{width}}{rate_text(*counts)}" for label, counts in evaluation.accepted.items()
    ]
    return ["\n".join(lines)]
