"""`fact_sections`: what a record says, in words, section by section."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from faceqa_gui.assessment.assessment import Outcome
from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.quality.labels import Quality
from faceqa_gui.records.record import CaptureRecord, CheckRecord, EyeRecord
from faceqa_gui.widgets.language import date_time_text
from faceqa_gui.widgets.record_words import (
    check_word,
    doubt_word,
    eye_reason_word,
    light_word,
    recorded_role,
    source_word,
    stored_text,
)
from faceqa_gui.widgets.setting_words import (
    default_of,
    section_word,
    sections,
    setting_title,
    value_text,
)
from faceqa_gui.widgets.words import QUALITY_ORDER, eye_word, findings_text, quality_word

translate = QCoreApplication.translate

_SHORT = 12


class Tone(StrEnum):
    """How a fact is coloured; its text says the same without the colour."""

    PLAIN = ""
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: a label, what it says, and its tone."""

    label: str
    text: str
    tone: Tone = Tone.PLAIN


@dataclass(slots=True)
class Section:
    """Facts under a title."""

    title: str
    facts: list[Fact] = field(default_factory=list)

    def add(self, label: str, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Append a fact."""
        self.facts.append(Fact(label, text, tone))


def fact_sections(record: CaptureRecord) -> list[Section]:
    """Every section that a record has something to say in."""
    made = [
        _capture(record),
        _exposure(record),
        _grounds(record),
        _checks(record),
        _eyes(record),
        _explanation(record),
        _override(record),
        _uv_picture(record),
        _model(record),
        _settings(record),
        _files(record),
    ]
    return [section for section in made if section.facts]


def _capture(record: CaptureRecord) -> Section:
    section = Section(translate("facts", "Capture"))
    section.add(translate("facts", "Subject"), record.subject or translate("facts", "not named"))
    role = f" ({recorded_role(record.operator_role)})" if record.operator_role else ""
    section.add(translate("facts", "Operator"), f"{record.operator}{role}")
    section.add(
        translate("facts", "Captured"),
        f"{date_time_text(record.captured_at)} ({record.captured_at.astimezone():%z})",
    )
    frame = record.frame
    section.add(
        translate("facts", "Source"),
        f"{frame.source} ({source_word(frame.source_kind)}), {frame.width}×{frame.height}, "
        + translate("facts", "frame {}").format(frame.sequence),
    )
    section.add(translate("facts", "Identifier"), record.identifier)
    section.add(translate("facts", "Session"), record.session)
    return section


def _exposure(record: CaptureRecord) -> Section:
    section = Section(translate("facts", "UV light"))
    section.add(translate("facts", "Lamp"), stored_text(record.device.name))
    exposure = record.exposure
    if exposure is None:
        section.add(
            translate("facts", "Exposure"),
            translate("facts", "▲ not known: stored before it ended"),
            Tone.WARNING,
        )
    else:
        done = (
            translate("facts", "✓ completed")
            if exposure.completed
            else translate("facts", "◐ not completed")
        )
        tone = Tone.GOOD if exposure.completed else Tone.WARNING
        section.add(translate("facts", "Exposure"), f"{done}: {stored_text(exposure.reason)}", tone)
        section.add(
            translate("facts", "Lit for"),
            translate("facts", "{:.3f} s").format(exposure.duration_seconds),
        )
        dose = exposure.dose_joules_per_square_metre
        if dose is not None:
            emitted = "" if not exposure.simulated else translate("facts", " (no light emitted)")
            section.add(translate("facts", "Dose"), f"{dose:.2f} J/m²{emitted}")
    planned = record.planned_dose_joules_per_square_metre
    if planned is not None:
        section.add(translate("facts", "Planned dose"), f"{planned:.2f} J/m²")
    return section


def _grounds(record: CaptureRecord) -> Section:
    section = Section(translate("facts", "Why it was allowed"))
    section.add(translate("facts", "Light"), light_word(record.light))
    for quality in QUALITY_ORDER:
        share = record.probabilities.get(quality)
        if share is not None:
            section.add(quality_word(quality), f"{100 * share:.1f} %")
    sources = {
        "model": translate("facts", "named by the model"),
        "settings": translate("facts", "named in the settings"),
    }
    for name, threshold in record.thresholds.items():
        section.add(setting_title(name), f"{threshold.value:g}, {sources[threshold.source]}")
    if not record.thresholds:
        section.add(
            setting_title("good_threshold"), translate("facts", "not kept in a record of version 1")
        )
    permission = record.permission
    waited = permission.consumed_at - permission.issued_at
    section.add(
        translate("facts", "Permission"),
        translate("facts", "{}…, used {:.0f} ms after it was given").format(
            permission.identifier[:_SHORT], 1000 * waited
        ),
    )
    return section


def _checks(record: CaptureRecord) -> Section:
    section = Section(translate("facts", "Checks"))
    overruled = record.override.checks if record.override else ()
    for check in record.checks:
        text, tone = _outcome(check)
        if check.name in overruled:
            overruling = translate("facts", "overruled")
            text += f"   {overruling}"
        section.add(check_word(check.name), text, tone)
    return section


def _outcome(check: CheckRecord) -> tuple[str, Tone]:
    words: dict[str, tuple[str, Tone]] = {
        Outcome.PASS: (translate("facts", "✓ passed"), Tone.GOOD),
        Outcome.FAIL: (translate("facts", "✕ failed"), Tone.WARNING),
        Outcome.NOT_ASSESSED: (translate("facts", "– not assessed"), Tone.PLAIN),
    }
    word, tone = words.get(check.outcome, (check.outcome, Tone.PLAIN))
    return word if check.score is None else f"{word}   {check.score:.3f}", tone


def _eyes(record: CaptureRecord) -> Section:
    section = Section(translate("facts", "Eyes"))
    eyes = record.eyes
    closed = eyes.state == EyeState.CLOSED
    reason = f" ({eye_reason_word(eyes.reason)})" if eyes.reason else ""
    section.add(
        translate("facts", "Both"),
        f"{_eye(eyes.state)}{reason}",
        Tone.GOOD if closed else Tone.WARNING,
    )
    section.add(translate("facts", "Left in the picture"), _one_eye(eyes.image_left))
    section.add(translate("facts", "Right in the picture"), _one_eye(eyes.image_right))
    return section


def _one_eye(eye: EyeRecord) -> str:
    if eye.closed_probability is None:
        return _eye(eye.state)
    return translate("facts", "{}, closed with {:.1f} %").format(
        _eye(eye.state), 100 * eye.closed_probability
    )


def _eye(state: str) -> str:
    return eye_word(EyeState(state)) if state in set(EyeState) else state


def _explanation(record: CaptureRecord) -> Section:
    section = Section(translate("facts", "Explanation"))
    told = record.explanation
    target = quality_word(Quality(told.target)) if told.target in set(Quality) else told.target
    section.add(
        translate("facts", "Of the class"),
        f"{target}, " + translate("facts", "frame {}").format(told.frame_sequence),
    )
    exact = (
        ""
        if told.exact_count is None
        else translate("facts", ", {} exact").format(told.exact_count)
    )
    section.add(translate("facts", "Samples"), f"{told.sample_count}{exact}")
    section.add(translate("facts", "Fit (R²)"), f"{told.r_squared:.2f}")
    for label, share in {
        translate("facts", "Evidence inside the face"): told.evidence_inside_face,
        translate("facts", "Grad-CAM and LIME agree"): told.agreement,
        translate("facts", "Stable under resampling"): told.stability,
    }.items():
        section.add(
            label, translate("facts", "not known") if share is None else f"{100 * share:.0f} %"
        )
    doubts = ", ".join(map(doubt_word, told.doubts))
    section.add(
        translate("facts", "Doubts"),
        f"▲ {doubts}" if doubts else translate("facts", "none"),
        _warning(bool(told.doubts)),
    )
    return section


def _warning(given: bool) -> Tone:  # noqa: FBT001  (a plain choice of tone)
    return Tone.WARNING if given else Tone.PLAIN


def _override(record: CaptureRecord) -> Section:
    section = Section(translate("facts", "Overruling"))
    override = record.override
    if override is None:
        section.add(translate("facts", "Overruled"), translate("facts", "nothing"))
        return section
    found = findings_text(override.checks) or ", ".join(override.checks)
    section.add(translate("facts", "Overruled"), f"▲ {found}", Tone.WARNING)
    section.add(translate("facts", "By"), override.operator)
    section.add(translate("facts", "Reason"), override.reason)
    return section


def _uv_picture(record: CaptureRecord) -> Section:
    section = Section(translate("facts", "UV camera"))
    picture = record.uv_picture
    if picture is None:
        return section
    section.add(
        translate("facts", "Source"), f"{picture.source} ({source_word(picture.source_kind)})"
    )
    if picture.problem:
        section.add(
            translate("facts", "Problem"), f"▲ {stored_text(picture.problem)}", Tone.WARNING
        )
    taken = picture.taken
    if taken is not None:
        section.add(
            translate("facts", "Beside the frame"), f"{1000 * taken.offset_seconds:+.0f} ms"
        )
        for check in taken.checks:
            section.add(check_word(check.name), *_outcome(check))
    return section


def _model(record: CaptureRecord) -> Section:
    section = Section(translate("facts", "Model"))
    section.add(translate("facts", "Name"), record.model.name)
    section.add(translate("facts", "Runtime"), record.model.runtime)
    section.add(translate("facts", "sha256"), record.model.sha256)
    section.add(
        translate("facts", "Manifest"),
        record.model.manifest_sha256 or translate("facts", "not known"),
    )
    section.add(translate("facts", "FaceQA"), record.software_version)
    return section


def _settings(record: CaptureRecord) -> Section:
    section = Section(translate("facts", "Settings that were not at their default"))
    for place, text in _unlike_default(record):
        section.add(place, text)
    section.add(translate("facts", "sha256"), record.settings_sha256)
    return section


def _unlike_default(record: CaptureRecord) -> Iterator[tuple[str, str]]:
    for owner, schemas in sections().items():
        stored = record.settings.get(owner) if owner else record.settings
        values = stored if isinstance(stored, dict) else {}
        for name, schema in schemas.items():
            if name in values and values[name] != default_of(owner, name):
                place = f"{section_word(owner)} · {setting_title(name)}"
                yield place, value_text(values[name], schema)


def _files(record: CaptureRecord) -> Section:
    section = Section(translate("facts", "Files"))
    for name, file in record.files.items():
        section.add(name, f"{file.size / 1000:.0f} kB, sha256 {file.sha256[:_SHORT]}…")
    return section
