"""Tables of an evaluation, for reports and for the lab window; draws nothing."""

import re
import string
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from faceqa_gui.lab.class_names import readable, readable_inside
from faceqa_gui.lab.curves import PassingClass, passing_class
from faceqa_gui.lab.evaluation import Evaluation
from faceqa_gui.lab.evaluation_text import rate_text
from faceqa_gui.lab.metrics import Estimate, Scores
from faceqa_gui.lab.pictures import Skipped
from faceqa_gui.lab.tables import Table
from faceqa_gui.wording import Said, as_said, said

SHOWN_NAMES = 5
"""Files that are named for each reason."""

_THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
_A_FILE = said("The file")
_INTERVALS = said(
    "In brackets: 95 % bootstrap interval over the pictures. It is a single point where no error "
    "was seen; the true rate of errors may still be up to 3 / Pictures."
)
_HOW_TO_CHOOSE = said(
    "A picture passes where its class reaches the threshold and is the most probable. Choose a "
    "threshold on a validation split, and read a test split once."
)


def highlights(evaluation: Evaluation) -> list[tuple[str, str, str]]:
    """The figures that are read first: a name, a value, and what it means."""
    scores = evaluation.scores
    found: list[tuple[str, str, str]] = [
        (said("Macro F1"), f"{scores.macro_f1.value:.3f}", _interval(scores.macro_f1)),
        (said("Accuracy"), f"{scores.accuracy.value:.3f}", _interval(scores.accuracy)),
    ]
    passing = passing_class(evaluation)
    if passing is not None:
        errors = passing.acceptance.at(passing.threshold)
        for name, count, total in (
            (said("False accepts"), errors.false_accepts, errors.others),
            (said("False rejects"), errors.false_rejects, errors.of_class),
        ):
            rate = f"{count / total:.1%}" if total else "–"
            found.append(
                (
                    name,
                    rate,
                    said(
                        "{count} of {total} at {threshold:.3f}",
                        count=count,
                        total=total,
                        threshold=passing.threshold,
                    ),
                )
            )
    else:
        found.append(
            (said("Calibration error"), f"{evaluation.ece:.3f}", said("expected, 15 bins"))
        )
    return found


def class_table(evaluation: Evaluation) -> Table:
    """Precision, recall, F1 and support per class: the form of the paper's Table 1."""
    return scores_table(evaluation.labels, evaluation.scores)


def scores_table(labels: Sequence[str], scores: Scores, notes: Sequence[str] = ()) -> Table:
    """The form of the paper's Table 1, for figures of any confusion matrix.

    Args:
        labels: the classes.
        scores: of each, in the same order.
        notes: further sentences under the table.
    """
    rows = [
        [
            readable(label),
            _figure(found.precision),
            _figure(found.recall),
            _figure(found.f1),
            str(found.support),
        ]
        for label, found in zip(labels, scores.per_class, strict=True)
    ]
    defined = [
        [getattr(found, name) for found in scores.per_class] for name in ("precision", "recall")
    ]
    supports = [found.support for found in scores.per_class]
    images = str(sum(supports))
    for name, f1, weights in (
        (said("Macro average"), scores.macro_f1, None),
        (said("Weighted average"), scores.weighted_f1, supports),
    ):
        means = [_mean(estimates, weights) for estimates in defined]
        rows.append([name, *means, _figure(f1), images])
    rows.append([said("Accuracy"), "", "", _figure(scores.accuracy), images])
    return Table(
        said("Precision, recall and F1 score"),
        (
            said("Class"),
            said("Precision"),
            said("Recall"),
            said("F1 score"),
            said("Pictures"),
        ),
        rows,
        (*notes, _INTERVALS),
    )


def threshold_table(passing: PassingClass) -> Table:
    """False accepts and false rejects at several thresholds, the one in use among them."""
    rows = []
    for threshold in sorted({*_THRESHOLDS, passing.threshold}):
        errors = passing.acceptance.at(threshold)
        value = f"{threshold:.3f}"
        used = threshold == passing.threshold
        rows.append(
            [
                said("{value} (in use)", value=value) if used else value,
                rate_text(errors.false_accepts, errors.others),
                rate_text(errors.false_rejects, errors.of_class),
            ]
        )
    return Table(
        said("Thresholds"),
        (said("Threshold"), said("False accepts"), said("False rejects")),
        rows,
        (_HOW_TO_CHOOSE,),
    )


def accepted_table(labels: Sequence[str], passing: PassingClass) -> Table:
    """Per true class: how many pictures pass at the threshold in use."""
    counted = passing.acceptance.by_class(passing.threshold)
    return Table(
        said("Accepted as {label}", label=readable_inside(passing.label)),
        (said("True class"), said("Accepted")),
        [
            [readable(label), rate_text(*counts)]
            for label, counts in zip(labels, counted, strict=True)
        ],
        (),
    )


def grouped_reasons(skipped: Sequence[Skipped]) -> list[tuple[str, list[str]]]:
    """Reasons without the names of the files, with the files of each, most frequent first."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for one in skipped:
        groups[_same_for_all(one.reason, str(one.path))].append(str(one.path))
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))


def _same_for_all(reason: str, path: str) -> str:
    """A reason without the picture's name and without numbers, which differ from one to another."""
    if not isinstance(reason, Said) or not reason.values:
        return as_said(re.sub(r"\b\d[\d,.]*\b", "…", reason.replace(path, _A_FILE)))
    plain = {name for _, name, form, _ in string.Formatter().parse(reason.sentence) if not form}
    values: dict[str, object] = {}
    for name, value in reason.values.items():
        if isinstance(value, str):
            values[name] = _A_FILE if value == path else _same_for_all(value, path)
        else:
            values[name] = "…" if name in plain else value
    return Said(reason.sentence, values)


def skipped_table(skipped: Sequence[Skipped]) -> Table:
    """Reasons with the number of pictures and the first few files of each."""
    rows = []
    for reason, files in grouped_reasons(skipped):
        names = ", ".join(files[:SHOWN_NAMES])
        more = len(files) - SHOWN_NAMES
        if more > 0:
            names = said("{names} and {count} more", names=names, count=more)
        rows.append([reason, str(len(files)), names])
    head = (said("Reason"), said("Pictures"), said("Files"))
    return Table(said("Reasons"), head, rows, ())


def _figure(estimate: Estimate | None) -> str:
    return "–" if estimate is None else f"{estimate.value:.3f} {_interval(estimate)}"


def _interval(estimate: Estimate) -> str:
    return f"[{estimate.ci95.low:.3f}-{estimate.ci95.high:.3f}]"


def _mean(estimates: Sequence[Estimate | None], weights: Sequence[int] | None) -> str:
    """Mean of the defined figures, as the paper's last rows have it; “–” where none is defined."""
    values = np.array([np.nan if one is None else one.value for one in estimates])
    weight = np.ones(len(values)) if weights is None else np.asarray(weights, np.float64)
    weight = np.where(np.isnan(values), 0.0, weight)
    if weight.sum() == 0.0:
        return "–"
    return f"{float(np.nansum(values * weight) / weight.sum()):.3f}"
