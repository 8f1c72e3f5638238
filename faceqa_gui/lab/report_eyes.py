"""What a report says of the eye detectors: each one's confusion, figures and mistakes."""

from collections.abc import Sequence

from faceqa_gui.lab.class_names import readable
from faceqa_gui.lab.evaluation_text import rate_text
from faceqa_gui.lab.eye_evaluation import EyeAnswer, eye_confusion
from faceqa_gui.lab.eye_faces import EYE_LABELS
from faceqa_gui.lab.eye_report import CHANNEL_TITLES, DECISION, EYE_ANSWERS, EyeReport
from faceqa_gui.lab.metrics import score_confusion
from faceqa_gui.lab.report_content import SHOWN_MISTAKES, data_section, run_section, thumbnail
from faceqa_gui.lab.report_parts import Gallery, Matrix, Pairs, Part, Report, Section, Shown, Text
from faceqa_gui.lab.report_tables import scores_table
from faceqa_gui.lab.run_facts import RunFacts

_UNKNOWN = (
    "An unknown face counts as not found in the recall of its class. It is no mistake: UV light "
    "stays off."
)


def eye_report_of(
    report: EyeReport, facts: RunFacts, *, pictures: bool = True, more: Sequence[Section] = ()
) -> Report:
    """Everything that the eye detectors showed.

    Args:
        report: what they said.
        facts: of the run.
        pictures: false leaves every picture of a person out.
        more: further sections, such as an audit, put before the left-out pictures.
    """
    where = f"split {report.split}" if report.split else "all pictures"
    return Report(
        title=f"FaceQA report: {facts.model}",
        subtitle=f"{len(report.answers)} pictures ({where}), {facts.date}",
        highlights=_highlights(report),
        sections=[
            run_section(report, facts),
            *eye_sections(report, pictures=pictures),
            *more,
            data_section(report),
        ],
    )


def eye_sections(report: EyeReport, *, pictures: bool = True) -> list[Section]:
    """A section “Eyes” for each detector, the decision first; arguments as for `eye_report_of`."""
    first = sorted(report.channels, key=lambda name: name != DECISION)
    return [_channel_section(report, name, pictures=pictures) for name in first]


def _channel_section(report: EyeReport, channel: str, *, pictures: bool) -> Section:
    confusion = eye_confusion(report.answers, channel)
    rows, columns = ([readable(name) for name in names] for names in (EYE_LABELS, EYE_ANSWERS))
    parts: list[Part] = [
        Matrix(rows, columns, confusion),
        Text("Rows: the true state. Columns: the state that was given. Shade: share of a row."),
        scores_table(EYE_LABELS, score_confusion(confusion), (_UNKNOWN,)),
    ]
    reasons = report.reasons(channel).most_common()
    if reasons:
        counted = ", ".join(f"{reason.replace('_', ' ')} {count}" for reason, count in reasons)
        parts.append(Text(f"Unknown because: {counted}."))
    if channel == DECISION:
        parts += _window(report)
    parts += _mistakes(report, channel, pictures=pictures)
    title = CHANNEL_TITLES.get(channel, channel)
    return Section(f"eyes-{channel}", f"Eyes: {title}", parts)


def _window(report: EyeReport) -> list[Part]:
    said = (
        f"If frames were independent, {report.needed_frames} of {report.window_frames} of them "
        "would give these rates. They are not: the true ones lie between these and those above."
    )
    rows = [(name, f"{rate:.2%}") for name, rate in report.window_rates().items()]
    return [Text(said), Pairs(rows)] if rows else []


def _mistakes(report: EyeReport, channel: str, *, pictures: bool) -> list[Part]:
    """Open eyes called closed first: they are what UV light must never meet."""
    wrong = [
        answer
        for label, given in (("open", "closed"), ("closed", "open"))
        for answer in report.answers
        if (answer.image.label, answer.states[channel].value) == (label, given)
    ]
    if not wrong:
        return [Text("No open eyes were called closed, and no closed ones open.")]
    head = f"Mistakes: {len(wrong)} of {len(report.answers)} pictures, open eyes first."
    if len(wrong) > SHOWN_MISTAKES:
        head += f" The first {SHOWN_MISTAKES} are shown."
    if not pictures:
        head += " Pictures are left out of this report."
    shown = [_shown(answer, channel, pictures=pictures) for answer in wrong[:SHOWN_MISTAKES]]
    return [Text(head), Gallery(shown)]


def _shown(answer: EyeAnswer, channel: str, *, pictures: bool) -> Shown:
    image = answer.image
    lines = (
        image.path.name if image.frame is None else f"{image.path.name}#{image.frame}",
        f"are {image.label}",
        f"called {answer.states[channel].value}",
    )
    return Shown(thumbnail(image) if pictures else None, lines)


def _highlights(report: EyeReport) -> list[tuple[str, str, str]]:
    """Of the decision: a name, a value, and of how many."""
    confusion = eye_confusion(report.answers, DECISION)
    opened, closed = confusion.tolist()
    unknown = EYE_ANSWERS.index("unknown")
    counted = (
        ("Open called closed", opened[EYE_ANSWERS.index("closed")], sum(opened)),
        ("Closed recognised", closed[EYE_ANSWERS.index("closed")], sum(closed)),
        ("Unknown", opened[unknown] + closed[unknown], len(report.answers)),
    )
    return [
        (name, f"{count / total:.1%}" if total else "–", rate_text(count, total))
        for name, count, total in counted
    ]
