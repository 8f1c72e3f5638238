"""A comparison of two models as text for a terminal."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from faceqa_gui.lab.class_names import readable, readable_inside
from faceqa_gui.lab.comparison import Answer, ClassDifference, Comparison, Difference
from faceqa_gui.lab.evaluation_text import rate_text
from faceqa_gui.lab.measures import short_title
from faceqa_gui.lab.tables import Table
from faceqa_gui.wording import said

_SHOWN_ANSWERS = 10
_SHORT = 12
_LEAST_P = 0.001

_OF_CLASS: Mapping[str, Callable[[ClassDifference], Difference]] = {
    said("Recall"): lambda one: one.recall,
    said("Precision"): lambda one: one.precision,
    said("F1 score"): lambda one: one.f1,
}


def comparison_text(comparison: Comparison) -> str:
    """Everything a reader of the terminal needs, as lines of text."""
    where = f"split {comparison.split}" if comparison.split else "all pictures"
    parts = [
        (
            f"A {comparison.first[:_SHORT]} and B {comparison.second[:_SHORT]} on "
            f"{len(comparison.answers)} pictures ({where}, data {comparison.data_sha256[:_SHORT]})"
        ),
        overall_text(comparison),
        *(table.text().rstrip() for table in comparison_tables(comparison)),
        _listed("Only A is right", comparison.only_first),
        _listed("Only B is right", comparison.only_second),
    ]
    if comparison.left_out:
        parts.append(
            f"Left out for both: {len(comparison.left_out)} pictures that a model could not read"
        )
    return "\n\n".join(parts)


def comparison_tables(comparison: Comparison) -> list[Table]:
    """Differences per class, and per group where there are groups."""
    tables = [
        Table(
            said("By class (difference: B minus A, 95 % interval)"),
            (said("class"), said("images"), said("recall"), said("precision"), said("F1")),
            [
                (
                    one.label,
                    str(one.recall.images),
                    *(difference_text(part) for part in (one.recall, one.precision, one.f1)),
                )
                for one in comparison.classes
            ],
            (),
        )
    ]
    overall = _overall(comparison)
    for columns in dict.fromkeys(group.columns for group in comparison.groups):
        rows = [
            (
                " × ".join(group.names),
                f"{group.images}{'' if group.enough else '*'}",
                *(difference_text(group.measures[name]) for name in overall),
            )
            for group in comparison.groups
            if group.columns == columns
        ]
        head = (
            " × ".join(columns),
            said("images"),
            *(short_title(comparison.titles[name]) for name in overall),
        )
        notes = (said("* too few pictures to draw a conclusion from."),)
        tables.append(
            Table(said("By {columns} (difference: B minus A)", columns=head[0]), head, rows, notes)
        )
    return tables


def difference_text(difference: Difference) -> str:
    """Both figures, their difference and its interval; a dash where one is not defined."""
    one, two = map(_figure, (difference.first, difference.second))
    if difference.value is None or difference.ci95 is None:
        return f"{one} {two}"
    low, high = difference.ci95.low, difference.ci95.high
    return f"{one} {two} {difference.value:+.3f} [{low:+.3f} {high:+.3f}]"


def comparison_highlights(comparison: Comparison) -> list[tuple[str, str, str]]:
    """The figures that are read first: a name, a value, and what it means."""
    agreement, right = comparison.agreement, comparison.right
    kappa = said("kappa not defined")
    if comparison.kappa is not None:
        value, interval = comparison.kappa
        kappa = said(
            "kappa {value:.2f} [{low:.2f} to {high:.2f}]",
            value=value,
            low=interval.low,
            high=interval.high,
        )
    found: list[tuple[str, str, str]] = [
        (
            said("Same answer"),
            f"{agreement.value or 0.0:.1%}",
            said("{count} of {of}, {kappa}", count=agreement.count, of=agreement.of, kappa=kappa),
        ),
        (
            said("McNemar, exact p"),
            f"{p:.3f}" if (p := comparison.test.exact_p) >= _LEAST_P else f"< {_LEAST_P}",
            said(
                "only A right {first}, only B right {second}",
                first=right.only_first,
                second=right.only_second,
            ),
        ),
    ]
    for name, one in (
        (said("Accuracy, B minus A"), comparison.accuracy),
        (said("Macro F1, B minus A"), comparison.macro_f1),
    ):
        shift = "–" if one.value is None else f"{one.value:+.3f}"
        found.append((name, shift, _both_and_interval(one)))
    return found


def _both_and_interval(difference: Difference) -> str:
    one, two = map(_figure, (difference.first, difference.second))
    if difference.ci95 is None:
        return f"A {one}, B {two}"
    low, high = difference.ci95.low, difference.ci95.high
    return said(
        "A {one}, B {two} [{low:+.3f} to {high:+.3f}]", one=one, two=two, low=low, high=high
    )


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One class or group: its name, its number of pictures, and one figure of both models.

    `enough` is false where there are too few pictures to draw a conclusion from.
    """

    name: str
    difference: Difference
    enough: bool = True


@dataclass(frozen=True, slots=True)
class DifferenceBlock:
    """One figure over all classes or groups: what it is, what its rows are, and the rows."""

    measure: str
    kind: str
    rows: Sequence[DifferenceRow]


def difference_blocks(comparison: Comparison) -> list[DifferenceBlock]:
    """Every difference, figure by figure: those of the classes first, then those of groups."""
    blocks = [
        DifferenceBlock(
            measure,
            said("class"),
            [DifferenceRow(readable(one.label), of(one)) for one in comparison.classes],
        )
        for measure, of in _OF_CLASS.items()
    ]
    for columns in dict.fromkeys(group.columns for group in comparison.groups):
        groups = [group for group in comparison.groups if group.columns == columns]
        blocks += [
            DifferenceBlock(
                short_title(comparison.titles[name]),
                " × ".join(columns),
                [
                    DifferenceRow(" × ".join(one.names), one.measures[name], one.enough)
                    for one in groups
                ],
            )
            for name in _overall(comparison)
        ]
    return blocks


def _overall(comparison: Comparison) -> list[str]:
    """The recall of each class has rows of its own; groups keep to the few overall rates."""
    return [name for name in comparison.titles if ":" not in name]


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def answer_lines(answer: Answer) -> tuple[str, ...]:
    """Name of a picture, its class, and what both models say of it, a line each."""
    return (
        answer.image.name,
        said("is {label}", label=readable_inside(answer.image.label)),
        said(
            "A {label} {probability:.2f}",
            label=readable_inside(answer.first),
            probability=answer.first_probability,
        ),
        said(
            "B {label} {probability:.2f}",
            label=readable_inside(answer.second),
            probability=answer.second_probability,
        ),
    )


def overall_text(comparison: Comparison) -> str:
    """Agreement, McNemar's test and the overall differences, as lines of text."""
    right, test = comparison.right, comparison.test
    agreement = rate_text(comparison.agreement.count, comparison.agreement.of)
    lines = [f"Same answer: {agreement}"]
    if comparison.kappa is None:
        lines.append("Cohen's kappa: not defined; both always give one and the same class")
    else:
        value, interval = comparison.kappa
        lines.append(f"Cohen's kappa: {value:.3f} [{interval.low:.3f} to {interval.high:.3f}]")
    lines += [
        (
            f"Right: both {right.both}, only A {right.only_first}, only B {right.only_second}, "
            f"neither {right.neither}"
        ),
        f"McNemar: exact p = {test.exact_p:.4g}"
        + (
            ", no picture that only one has right"
            if test.corrected_chi2 is None
            else f"; χ² with correction = {test.corrected_chi2:.3f}, p = {test.corrected_p:.4g}"
        ),
        f"Accuracy (A, B, B minus A): {difference_text(comparison.accuracy)}",
        f"Macro F1 (A, B, B minus A): {difference_text(comparison.macro_f1)}",
        (
            f"Intervals: rates by {comparison.accuracy.method}; F1, precision and kappa by "
            f"{comparison.macro_f1.method}"
        ),
    ]
    return "\n".join(lines)


def _listed(title: str, answers: Sequence[Answer]) -> str:
    lines = [f"{title}: {len(answers)} pictures"]
    lines += [
        f"  {one.image.path.name}: is {one.image.label}, A {one.first} "
        f"{one.first_probability:.2f}, B {one.second} {one.second_probability:.2f}"
        for one in answers[:_SHOWN_ANSWERS]
    ]
    if len(answers) > _SHOWN_ANSWERS:
        lines.append(f"  … and {len(answers) - _SHOWN_ANSWERS} more (all of them with --json)")
    return "\n".join(lines)
