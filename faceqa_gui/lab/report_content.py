"""What a report says of an evaluation, section by section."""

from collections.abc import Sequence
from io import BytesIO
from typing import Protocol

from PIL import Image

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.frame import resize
from faceqa_gui.lab.class_names import readable
from faceqa_gui.lab.curves import (
    mistakes,
    passing_class,
    pr_curve,
    roc_curve,
    truth_of,
)
from faceqa_gui.lab.data_notes import DataNotes
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.evaluation import Evaluation
from faceqa_gui.lab.figures import reliability_figure
from faceqa_gui.lab.labelled_picture import picture_of
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
from faceqa_gui.lab.report_tables import (
    accepted_table,
    class_table,
    highlights,
    skipped_table,
    threshold_table,
)
from faceqa_gui.lab.run_facts import RunFacts
from faceqa_gui.quality.preprocessing import centre_square

SHOWN_MISTAKES = 60

_THUMBNAIL_SIDE = 144
_NOT_EYE_PROTECTION = (
    "FaceQA's permission is not eye protection. Goggles or a shutter stay the primary control."
)


class Judged(Protocol):
    """What every result says of the run that it comes from."""

    @property
    def images(self) -> Sequence[LabelledImage]:
        """The pictures that were judged."""

    @property
    def skipped(self) -> Sequence[Skipped]:
        """Those that were left out."""

    @property
    def notes(self) -> DataNotes:
        """What was noticed about the judged ones."""

    @property
    def model_sha256(self) -> str:
        """Of the model, in hex."""

    @property
    def data_sha256(self) -> str:
        """Digest of the pictures and labels, in hex."""

    @property
    def split(self) -> str | None:
        """Name of the judged split; None for the whole data set."""


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
        run_section(evaluation, facts),
        _class_section(evaluation),
        _confusion_section(evaluation),
        _curve_section(evaluation),
        *_threshold_sections(evaluation),
        _reliability_section(evaluation),
        _mistake_section(evaluation, pictures=pictures),
        *more,
        data_section(evaluation),
    ]
    return Report(
        title=f"FaceQA report: {facts.model}",
        subtitle=f"{images} pictures ({where}), {facts.date}",
        highlights=highlights(evaluation),
        sections=sections,
    )


def run_section(judged: Judged, facts: RunFacts) -> Section:
    """What was run, on what, and where."""
    rows = [
        ("Model", facts.model),
        ("Model sha256", judged.model_sha256),
        ("Data", facts.data),
        ("Split", judged.split or "all pictures"),
        ("Data digest", judged.data_sha256),
        ("Pictures judged", str(len(judged.images))),
        ("Pictures left out", str(len(judged.skipped))),
        ("Command", facts.command),
        ("Date", facts.date),
    ]
    rows += [("Machine" if not place else "", line) for place, line in enumerate(facts.machine)]
    if facts.seconds is not None:
        rate = len(judged.images) / max(facts.seconds, 1e-9)
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
        image.name,
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


def data_section(judged: Judged) -> Section:
    """What was left out and why, and what is odd about the pictures that were judged."""
    skipped = judged.skipped
    parts: list[Part] = [Text(line) for line in judged.notes.lines()]
    if skipped:
        parts += [Text(f"{len(skipped)} pictures were left out."), skipped_table(skipped)]
    else:
        parts.append(Text("Every picture was judged."))
    return Section("data", "About the pictures", parts)
