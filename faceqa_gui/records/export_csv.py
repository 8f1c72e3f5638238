"""`export_csv`: one row per capture, for a spreadsheet program.

UTF-8 with a mark, which Excel needs, commas, and every cell with text quoted and harmless (see
`csv_text`). A cell is empty where nothing is known; numbers have a point and the unit of their
column's name. `COLUMNS` says what each column means; `faceqa records export --columns` prints that.
"""

import csv
import hashlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from faceqa_gui.errors import StoreError
from faceqa_gui.records.csv_text import harmless
from faceqa_gui.records.export_report import (
    ExportKind,
    ExportReport,
    LeftOut,
    Progress,
    go_on,
    refuse_nothing,
)
from faceqa_gui.records.layout import RECORD_NAME
from faceqa_gui.records.record import CaptureRecord, ExposureRecord, UvFrameRecord
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.records.whole_file import whole_file
from faceqa_gui.wording import said

Cell = str | float | int | bool | None

CLASSES = ("blur", "eyeglasses", "good", "covered_face", "wrong_object")
"""The classes of every quality model, in the paper's order."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: in the first row, with the unit of its numbers.
        meaning: in a few words.
        of: its value for a record.
    """

    name: str
    meaning: str
    of: Callable[[CaptureRecord], Cell]


def _exposure(value: Callable[[ExposureRecord], Cell]) -> Callable[[CaptureRecord], Cell]:
    return lambda record: None if record.exposure is None else value(record.exposure)


def _uv(value: Callable[[UvFrameRecord], Cell]) -> Callable[[CaptureRecord], Cell]:
    def of(record: CaptureRecord) -> Cell:
        taken = record.uv_picture.taken if record.uv_picture is not None else None
        return None if taken is None else value(taken)

    return of


def _class_column(label: str) -> Column:
    return Column(
        f"probability_{label}",
        f"calibrated probability of the class {label}, 0-1",
        lambda record: record.probabilities.get(label),
    )


def _threshold(record: CaptureRecord) -> Cell:
    threshold = record.thresholds.get("good_threshold")
    return None if threshold is None else threshold.value


COLUMNS = (
    Column("capture", "identifier of the capture", lambda r: r.identifier),
    Column("session", "identifier of the station's run", lambda r: r.session),
    Column(
        "captured_at", "time of the visible frame, ISO 8601", lambda r: r.captured_at.isoformat()
    ),
    Column("subject", "as it was typed", lambda r: r.subject),
    Column("operator", "who captured", lambda r: r.operator),
    Column("operator_role", "in which role", lambda r: r.operator_role),
    Column("source", "where frames came from", lambda r: r.frame.source),
    Column("source_kind", "its kind", lambda r: r.frame.source_kind),
    Column("frame_width_px", "width of the visible frame, pixels", lambda r: r.frame.width),
    Column("frame_height_px", "height of the visible frame, pixels", lambda r: r.frame.height),
    Column("light", "light of the gate at the press", lambda r: r.light),
    Column("eyes", "state of both eyes", lambda r: r.eyes.state),
    Column(
        "image_left_eye_closed_probability",
        "probability that the eye on the picture's left is closed, 0-1",
        lambda r: r.eyes.image_left.closed_probability,
    ),
    Column(
        "image_right_eye_closed_probability",
        "probability that the eye on the picture's right is closed, 0-1",
        lambda r: r.eyes.image_right.closed_probability,
    ),
    *map(_class_column, CLASSES),
    Column("good_threshold", "probability of good that was asked for, 0-1", _threshold),
    Column(
        "checks_not_passed",
        "names of checks that failed or could not be assessed",
        lambda r: " ".join(check.name for check in r.checks if check.outcome != "pass"),
    ),
    Column(
        "overruled",
        "names of checks that an operator overruled",
        lambda r: " ".join(r.override.checks) if r.override else "",
    ),
    Column("model", "name of the model", lambda r: r.model.name),
    Column("model_sha256", "checksum of the model", lambda r: r.model.sha256),
    Column("runtime", "what ran the model", lambda r: r.model.runtime),
    Column("settings_sha256", "checksum of the settings in force", lambda r: r.settings_sha256),
    Column("explanation_target", "class that was explained", lambda r: r.explanation.target),
    Column("explanation_samples", "samples of LIME", lambda r: r.explanation.sample_count),
    Column("explanation_seed", "seed of LIME", lambda r: r.explanation.seed),
    Column(
        "explanation_r_squared", "fit of the surrogate, up to 1", lambda r: r.explanation.r_squared
    ),
    Column(
        "explanation_stability", "agreement of two halves, 0-1", lambda r: r.explanation.stability
    ),
    Column(
        "explanation_doubts",
        "what speaks against trusting it",
        lambda r: " ".join(r.explanation.doubts),
    ),
    Column("device", "name of the UV device", lambda r: r.device.name),
    Column("simulated", "yes if no UV light was emitted", lambda r: r.device.simulated),
    Column(
        "planned_dose_j_per_m2",
        "radiant exposure of a completed exposure, J/m²",
        lambda r: r.planned_dose_joules_per_square_metre,
    ),
    Column("exposure_seconds", "measured, s", _exposure(lambda e: e.duration_seconds)),
    Column("exposure_completed", "yes if it came to its end", _exposure(lambda e: e.completed)),
    Column("exposure_ended_because", "how it ended", _exposure(lambda e: e.reason)),
    Column(
        "dose_j_per_m2",
        "radiant exposure, J/m²",
        _exposure(lambda e: e.dose_joules_per_square_metre),
    ),
    Column(
        "uv_camera",
        "source of UV pictures",
        lambda r: r.uv_picture.source if r.uv_picture else None,
    ),
    Column("uv_width_px", "width of the UV picture, pixels", _uv(lambda t: t.width)),
    Column("uv_height_px", "height of the UV picture, pixels", _uv(lambda t: t.height)),
    Column(
        "uv_offset_seconds",
        "time of the UV picture minus that of the nearest visible frame, s",
        _uv(lambda t: t.offset_seconds),
    ),
    Column(
        "uv_problem",
        "what the operator was told of the UV picture",
        lambda r: r.uv_picture.problem if r.uv_picture else "",
    ),
    Column("files", "how many files belong to the capture", lambda r: len(r.files)),
    Column("software_version", "of FaceQA", lambda r: r.software_version),
)


def export_csv(
    store: CaptureStore,
    identifiers: Sequence[str],
    target: Path,
    *,
    overwrite: bool,
    progress: Progress | None,
) -> ExportReport:
    """Write one row per capture, or nothing.

    Raises:
        StoreError: the file exists, no record can be read, or it cannot be written.
    """
    left_out: list[LeftOut] = []
    exported: list[str] = []
    with whole_file(target, said("The table cannot be written"), overwrite=overwrite) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        rows = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
        rows.writerow([column.name for column in COLUMNS])
        for number, identifier in enumerate(identifiers):
            go_on(progress, number, len(identifiers))
            try:
                record = store.load(identifier)
            except StoreError as error:
                left_out.append(LeftOut(identifier, RECORD_NAME, str(error)))
            else:
                rows.writerow([_cell(column.of(record)) for column in COLUMNS])
                exported.append(identifier)
        refuse_nothing(exported, left_out)
        text.detach()
        stream.seek(0)
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    return ExportReport(
        target=target,
        kind=ExportKind.CSV,
        captures=tuple(exported),
        files=len(exported),
        left_out=tuple(left_out),
        sha256=sha256,
    )


def _cell(value: Cell) -> str | float | int:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return ""
    return harmless(value) if isinstance(value, str) else value
