"""What a report says of an evaluation, section by section."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.frame import resize
from faceqa_gui.lab.curves import (
    PassingClass,
    mistakes,
    passing_class,
    pr_curve,
    roc_curve,
    truth_of,
)
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.evaluation import Evaluation
from faceqa_gui.lab.evaluation_text import rate_text
from faceqa_gui.lab.figures import reliability_figure
from faceqa_gui.lab.lab_model import LabModel
from faceqa_gui.lab.labelled_picture import picture_of
from faceqa_gui.lab.machine import this_machine
from faceqa_gui.lab.metrics import Estimate
from faceqa_gui.lab.pictures import Skipped
from faceqa_gui.lab.report_charts import pr_chart, roc_chart, threshold_chart
from faceqa_gui.lab.report_parts import (
    Chart,
    Gallery,
    Matrix,
    Pairs,
    Part,
    Report,
    Section,
    Shown,
    Text,
)
from faceqa_gui.lab.tables import Table
from faceqa_gui.quality.preprocessing import centre_square

SHOWN_MISTAKES = 60

_SHOWN_NAMES = 5
_THUMBNAIL_SIDE = 144
_THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
_INTERVALS = (
    "In brackets: 95 % bootstrap interval over the pictures. It is a single point where no error "
    "was seen; the true rate of errors may still be up to 3 / Pictures."
)
_HOW_TO_CHOOSE = (
    "A picture passes where its class reaches the threshold and is the most probable. Choose a "
    "threshold on a validation split, and read a test split once."
)
_NOT_EYE_PROTECTION = (
    "FaceQA's permission is not eye protection. Goggles or a shutter stay the primary control."
)


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What was run, so that somebody else can run it again.

    Attributes:
        model: name of the model.
        data: where the pictures lie, as the user named it.
        command: the command line that gives the same figures.
        date: day of the run, ISO 8601.
        machine: kind of computer and versions, one line each.
        seconds: how long the run took; None where it is not known.
    """

    model: str
    data: str
    command: str
    date: str
    machine: Sequence[str]
    seconds: float | None = None


def facts_of(model: LabModel, *, data: str, command: str, seconds: float | None) -> RunFacts:
    """Facts of a run of `model` on this computer that has just ended."""
    machine = this_machine(("openvino", "tensorflow"))
    return RunFacts(
        model.name, data, command, machine.date, tuple(machine.text().splitlines()), seconds
    )


def report_of(
    evaluation: Evaluation,
    facts: RunFacts,
    *,
    pictures: bool = True,
    more: Sequence[Section] = (),
) -> Report:
    """Everything an evaluation shows.

    Args:
        evaluation: what was judged.
        facts: of the run.
        pictures: false leaves every picture of a person out.
        more: sections of a comparison, an audit or average maps, put before the left-out pictures.
    """
    images = len(evaluation.images)
    where = f"split {evaluation.split}" if evaluation.split else "all pictures"
    sections = [
        _run_section(evaluation, facts),
        _class_section(evaluation),
        _confusion_section(evaluation),
        _curve_section(evaluation),
        *_threshold_sections(evaluation),
        _reliability_section(evaluation),
        _mistake_section(evaluation, pictures=pictures),
        *more,
        _skipped_section(evaluation.skipped),
    ]
    return Report(
        title=f"FaceQA report: {facts.model}",
        subtitle=f"{images} pictures ({where}), {facts.date}",
        highlights=_highlights(evaluation),
        sections=sections,
    )


def readable(label: str) -> str:
    """A class name for people."""
    return label.replace("_", " ").capitalize()


def class_table(evaluation: Evaluation) -> Table:
    """Precision, recall, F1 and support per class: the form of the paper's Table 1."""
    rows = [
        [
            readable(label),
            _figure(found.precision),
            _figure(found.recall),
            _figure(found.f1),
            str(found.support),
        ]
        for label, found in zip(evaluation.labels, evaluation.scores.per_class, strict=True)
    ]
    images = str(len(evaluation.images))
    defined = [
        [getattr(found, name) for found in evaluation.scores.per_class]
        for name in ("precision", "recall")
    ]
    supports = [found.support for found in evaluation.scores.per_class]
    for name, f1, weights in (
        ("Macro average", evaluation.scores.macro_f1, None),
        ("Weighted average", evaluation.scores.weighted_f1, supports),
    ):
        means = [_mean(estimates, weights) for estimates in defined]
        rows.append([name, *means, _figure(f1), images])
    rows.append(["Accuracy", "", "", _figure(evaluation.scores.accuracy), images])
    return Table(
        "Precision, recall and F1 score",
        ("Class", "Precision", "Recall", "F1 score", "Pictures"),
        rows,
        (_INTERVALS,),
    )


def threshold_table(passing: PassingClass) -> Table:
    """False accepts and false rejects at several thresholds, the one in use among them."""
    rows = []
    for threshold in sorted({*_THRESHOLDS, passing.threshold}):
        errors = passing.acceptance.at(threshold)
        used = " (in use)" if threshold == passing.threshold else ""
        rows.append(
            [
                f"{threshold:.3f}{used}",
                rate_text(errors.false_accepts, errors.others),
                rate_text(errors.false_rejects, errors.of_class),
            ]
        )
    return Table(
        "Thresholds",
        ("Threshold", "False accepts", "False rejects"),
        rows,
        (_HOW_TO_CHOOSE,),
    )


def accepted_table(labels: Sequence[str], passing: PassingClass) -> Table:
    """Per true class: how many pictures pass at the threshold in use."""
    counted = passing.acceptance.by_class(passing.threshold)
    return Table(
        f"Accepted as {readable(passing.label).lower()}",
        ("True class", "Accepted"),
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
        reason = one.reason.replace(str(one.path), "The file")
        groups[re.sub(r"\b\d[\d,.]*\b", "…", reason)].append(str(one.path))
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))


def _highlights(evaluation: Evaluation) -> list[tuple[str, str, str]]:
    scores = evaluation.scores
    found = [
        ("Macro F1", f"{scores.macro_f1.value:.3f}", _interval(scores.macro_f1)),
        ("Accuracy", f"{scores.accuracy.value:.3f}", _interval(scores.accuracy)),
    ]
    passing = passing_class(evaluation)
    if passing is not None:
        errors = passing.acceptance.at(passing.threshold)
        for name, count, total in (
            ("False accepts", errors.false_accepts, errors.others),
            ("False rejects", errors.false_rejects, errors.of_class),
        ):
            rate = f"{count / total:.1%}" if total else "–"
            found.append((name, rate, f"{count} of {total} at {passing.threshold:.3f}"))
    else:
        found.append(("Calibration error", f"{evaluation.ece:.3f}", "expected, 15 bins"))
    return found


def _run_section(evaluation: Evaluation, facts: RunFacts) -> Section:
    rows = [
        ("Model", facts.model),
        ("Model sha256", evaluation.model_sha256),
        ("Data", facts.data),
        ("Split", evaluation.split or "all pictures"),
        ("Data digest", evaluation.data_sha256),
        ("Pictures judged", str(len(evaluation.images))),
        ("Pictures left out", str(len(evaluation.skipped))),
        ("Command", facts.command),
        ("Date", facts.date),
    ]
    rows += [("Machine" if not place else "", line) for place, line in enumerate(facts.machine)]
    if facts.seconds is not None:
        rate = len(evaluation.images) / max(facts.seconds, 1e-9)
        rows.append(("Duration", f"{facts.seconds:.1f} s, {rate:.0f} pictures a second"))
    return Section("run", "What was run", (Pairs(rows), Text(_NOT_EYE_PROTECTION)))


def _class_section(evaluation: Evaluation) -> Section:
    return Section("classes", "Per class", (class_table(evaluation),))


def _confusion_section(evaluation: Evaluation) -> Section:
    names = [readable(label) for label in evaluation.labels]
    return Section(
        "confusion",
        "Confusion matrix",
        (
            Matrix(names, names, evaluation.confusion),
            Text("Rows: the true class. Columns: the class that was given. Shade: share of a row."),
        ),
    )


def _curve_section(evaluation: Evaluation) -> Section:
    truth = truth_of(evaluation)
    rocs, prs = {}, {}
    for place, label in enumerate(evaluation.labels):
        scores = evaluation.probabilities[:, place]
        if (roc := roc_curve(scores, truth == place)) is not None:
            rocs[readable(label)] = roc
        if (pr := pr_curve(scores, truth == place)) is not None:
            prs[readable(label)] = pr
    parts: list[Part] = []
    if rocs:
        said = ", ".join(f"{name} {curve.area:.3f}" for name, curve in rocs.items())
        parts.append(Chart("roc", roc_chart(rocs), f"ROC curves. Area by class: {said}."))
    said = ", ".join(f"{name} {curve.area:.3f}" for name, curve in prs.items())
    parts.append(
        Chart("pr", pr_chart(prs), f"Precision and recall. Average precision by class: {said}.")
    )
    return Section("curves", "ROC and precision-recall", parts)


def _threshold_sections(evaluation: Evaluation) -> list[Section]:
    passing = passing_class(evaluation)
    if passing is None:
        return []
    chart = threshold_chart(passing.acceptance, passing.threshold)
    said = "False accepts fall and false rejects rise with the threshold."
    return [
        Section(
            "threshold",
            "The threshold",
            (
                accepted_table(evaluation.labels, passing),
                Chart("threshold", chart, said),
                threshold_table(passing),
            ),
        )
    ]


def _reliability_section(evaluation: Evaluation) -> Section:
    said = (
        f"Confidence against accuracy. Expected calibration error {evaluation.ece:.3f}; a "
        "calibrated model lies on the diagonal."
    )
    figure = reliability_figure(evaluation.reliability)
    return Section("reliability", "Reliability", (Chart("reliability", figure, said),))


def _mistake_section(evaluation: Evaluation, *, pictures: bool) -> Section:
    wrong = mistakes(evaluation)
    if not wrong:
        return Section("mistakes", "Mistakes", (Text("No picture was given a wrong class."),))
    head = f"{len(wrong)} of {len(evaluation.images)} pictures, surest answers first."
    if len(wrong) > SHOWN_MISTAKES:
        head += f" The first {SHOWN_MISTAKES} are shown."
    if not pictures:
        head += " Pictures are left out of this report."
    shown = [_shown(evaluation, number, pictures=pictures) for number in wrong[:SHOWN_MISTAKES]]
    return Section("mistakes", "Mistakes", (Text(head), Gallery(shown)))


def _shown(evaluation: Evaluation, number: int, *, pictures: bool) -> Shown:
    image, row = evaluation.images[number], evaluation.probabilities[number]
    given = int(row.argmax())
    lines = (
        image.path.name if image.frame is None else f"{image.path.name}#{image.frame}",
        f"is {readable(image.label).lower()}",
        f"given {readable(evaluation.labels[given]).lower()} {row[given]:.2f}",
    )
    return Shown(thumbnail(image) if pictures else None, lines)


def thumbnail(image: LabelledImage) -> bytes | None:
    """The centre of a picture as a small JPEG without any metadata; None if it is not readable."""
    try:
        square = centre_square(picture_of(image))
    except SourceError:
        return None
    stream = BytesIO()
    small = resize(square, _THUMBNAIL_SIDE, _THUMBNAIL_SIDE)
    Image.fromarray(small).save(stream, format="JPEG", quality=82)
    return stream.getvalue()


def _skipped_section(skipped: Sequence[Skipped]) -> Section:
    if not skipped:
        return Section("skipped", "Left out", (Text("Every picture was judged."),))
    rows = []
    for reason, files in grouped_reasons(skipped):
        names = ", ".join(files[:_SHOWN_NAMES])
        more = f" and {len(files) - _SHOWN_NAMES} more" if len(files) > _SHOWN_NAMES else ""
        rows.append([reason, str(len(files)), f"{names}{more}"])
    table = Table("Reasons", ("Reason", "Pictures", "Files"), rows, ())
    return Section("skipped", "Left out", (Text(f"{len(skipped)} pictures."), table))


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
