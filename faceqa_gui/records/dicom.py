"""`dicom_image`: a stored picture of a capture as a DICOM VL Photographic Image.

One capture is one study (PS3.3 A.32.4, edition 2022b): a series of visible pictures, one of the UV
camera's and one with the explanation. Every UID follows from the capture's identifier, and nothing
depends on when or where it is exported, so a second export gives the same objects, byte by byte.

Facts of a capture stand where the standard has a place: cameras, lamp and model as contributing
equipment (C.12.1), light, eyes, probabilities and exposure in the acquisition context (C.7.6.14),
in the private coding scheme 99FACEQA where no public code exists. There are no private elements,
and no ICC profile, because the cameras are not calibrated.
"""

import io
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian, VLPhotographicImageStorage
from pydicom.valuerep import format_number_as_ds

from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.source import SourceKind
from faceqa_gui.records.dicom_patient import Patient
from faceqa_gui.records.picture_names import (
    EXPLANATION_FILE,
    FACE_FILE,
    FRAME_FILE,
    REGISTERED_FILE,
    UV_FILE,
    VISIBLE_FILE,
)
from faceqa_gui.records.record import CaptureRecord

CODING_SCHEME = "99FACEQA"

_NAMESPACE = uuid.UUID("6f1c1a3e-64c5-5a53-9a5c-0d7c6b8f7f10")
_SHORT_LENGTH = 16
_LINE_LENGTH = 64
_TEXT_LENGTH = 1024
_MINUTE = timedelta(minutes=1)
_WEST, _EAST = timedelta(hours=-12), timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What one kind of stored picture is in DICOM's words.

    Attributes:
        series: number of its series.
        number: of the instance in its series.
        title: for people.
        image_type: original or derived, primary or secondary (C.8.12.1.1.1).
        source: the stored picture that it was derived from.
        uv: whether UV light was to be seen in it.
    """

    series: int
    number: int
    title: str
    image_type: tuple[str, str]
    source: str | None = None
    uv: bool = False


_ORIGINAL = ("ORIGINAL", "PRIMARY")
_DERIVED = ("DERIVED", "PRIMARY")

KINDS = {
    FRAME_FILE: _Kind(1, 1, "Judged frame", _ORIGINAL),
    FACE_FILE: _Kind(1, 2, "Standardised face", _DERIVED, FRAME_FILE),
    VISIBLE_FILE: _Kind(1, 3, "Frame nearest in time to the UV picture", _ORIGINAL),
    UV_FILE: _Kind(2, 1, "UV camera, as it came", _ORIGINAL, uv=True),
    REGISTERED_FILE: _Kind(2, 2, "UV camera, registered", _DERIVED, UV_FILE, uv=True),
    EXPLANATION_FILE: _Kind(3, 1, "Explanation", ("DERIVED", "SECONDARY"), FRAME_FILE),
}
"""The stored pictures that become DICOM objects."""

_SERIES = {1: "Visible light", 2: "UV light", 3: "Explanation of the decision"}


def dicom_uid(*names: str) -> UID:
    """A UID that always follows from the same names (PS3.5 B.2: 2.25 and a UUID as a number)."""
    return UID(f"2.25.{uuid.uuid5(_NAMESPACE, '/'.join(names)).int}")


_IMPLEMENTATION = dicom_uid("implementation")


def dicom_bytes(image: Dataset) -> bytes:
    """The object as a DICOM file: explicit VR, little endian."""
    stream = io.BytesIO()
    image.save_as(stream, enforce_file_format=True)
    return stream.getvalue()


def dicom_image(record: CaptureRecord, name: str, pixels: Pixels, patient: Patient) -> FileDataset:
    """One stored picture as a VL Photographic Image.

    Args:
        record: of the capture.
        name: of the stored picture, one of `KINDS`.
        pixels: the picture; uint8, H×W×3, RGB.
        patient: whom the object names.
    """
    kind = KINDS[name]
    taken_at = _taken_at(record, name)
    instance = dicom_uid(record.identifier, name)
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = VLPhotographicImageStorage
    meta.MediaStorageSOPInstanceUID = instance
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.ImplementationClassUID = _IMPLEMENTATION
    meta.ImplementationVersionName = "FACEQA"
    image = FileDataset(
        "", {}, preamble=b"\0" * 128, file_meta=meta, is_implicit_VR=False, is_little_endian=True
    )
    image.SpecificCharacterSet = "ISO_IR 192"
    image.SOPClassUID = VLPhotographicImageStorage
    image.SOPInstanceUID = instance
    image.InstanceNumber = kind.number
    image.CodingSchemeIdentificationSequence = [_coding_scheme()]
    _add_patient(image, patient)
    _add_study(image, record, patient)
    _add_series(image, record, kind)
    _add_equipment(image, record)
    _add_image(image, record, kind, taken_at)
    _add_references(image, record, name)
    image.AcquisitionContextSequence = list(_context(record, kind))
    _add_pixels(image, pixels)
    return image


# Modules of the IOD


def _add_patient(image: Dataset, patient: Patient) -> None:
    image.PatientName = patient.name
    image.PatientID = patient.identifier
    image.PatientBirthDate = ""
    image.PatientSex = ""


def _add_study(image: Dataset, record: CaptureRecord, patient: Patient) -> None:
    at = _with_offset(record.captured_at)
    image.StudyInstanceUID = dicom_uid(record.identifier)
    image.StudyDate, image.StudyTime = _date(at), _time(at)
    image.TimezoneOffsetFromUTC = f"{at:%z}"
    image.ReferringPhysicianName = ""
    image.StudyID = record.identifier[:_SHORT_LENGTH]
    image.AccessionNumber = patient.accession
    image.StudyDescription = f"FaceQA capture {record.identifier}"


def _add_series(image: Dataset, record: CaptureRecord, kind: _Kind) -> None:
    at = _with_offset(record.captured_at)
    image.Modality = "XC"
    image.SeriesInstanceUID = dicom_uid(record.identifier, f"series {kind.series}")
    image.SeriesNumber = kind.series
    image.SeriesDate, image.SeriesTime = _date(at), _time(at)
    image.SeriesDescription = _SERIES[kind.series] + (
        " (simulated)" if kind.uv and _is_simulated(record) else ""
    )
    # What was typed is one name, not yet parted as DICOM wants it.
    operator = _line(record.operator.translate(_PERSON_NAME_MARKS))
    image.OperatorsName = f"{operator[: _LINE_LENGTH - 1]}^" if operator else ""
    image.BodyPartExamined = "FACE"


def _add_equipment(image: Dataset, record: CaptureRecord) -> None:
    image.Manufacturer = "FaceQA"
    image.ManufacturerModelName = "FaceQA station"
    image.SoftwareVersions = _line(record.software_version)
    image.ContributingEquipmentSequence = list(_contributors(record))


def _add_image(image: Dataset, record: CaptureRecord, kind: _Kind, taken_at: datetime) -> None:
    image.ImageType = list(kind.image_type)
    image.ContentDate, image.ContentTime = _date(taken_at), _time(taken_at)
    image.AcquisitionDate, image.AcquisitionTime = _date(taken_at), _time(taken_at)
    image.AcquisitionDateTime = f"{_date(taken_at)}{_time(taken_at)}{taken_at:%z}"
    image.PatientOrientation = ""
    image.AnatomicRegionSequence = [_code("89545001", "SCT", "Face")]
    image.LossyImageCompression = _lossy(record, kind)
    if _nothing_burned_in(record, kind):
        image.BurnedInAnnotation = "NO"
    image.RecognizableVisualFeatures = "YES"
    image.ImageComments = _comments(record, kind)


def _add_references(image: Dataset, record: CaptureRecord, name: str) -> None:
    kind = KINDS[name]
    if kind.source is None:
        return
    image.DerivationDescription = _derivation(record, name)[:_TEXT_LENGTH]
    source = Dataset()
    source.ReferencedSOPClassUID = VLPhotographicImageStorage
    source.ReferencedSOPInstanceUID = dicom_uid(record.identifier, kind.source)
    if name == EXPLANATION_FILE and not _explains_stored_frame(record):
        # It was computed from an earlier frame of the same face, which is not kept.
        source.PurposeOfReferenceCodeSequence = [_code("121349", "DCM", "Temporal Successor")]
        image.ReferencedImageSequence = [source]
        return
    source.PurposeOfReferenceCodeSequence = [
        _code("121322", "DCM", "Source image for image processing operation")
    ]
    image.SourceImageSequence = [source]
    if name != EXPLANATION_FILE:
        image.DerivationCodeSequence = [_code("113085", "DCM", "Spatial resampling")]


def _add_pixels(image: Dataset, pixels: Pixels) -> None:
    height, width, channels = pixels.shape
    image.SamplesPerPixel = channels
    image.PhotometricInterpretation = "RGB"
    image.PlanarConfiguration = 0
    image.Rows, image.Columns = height, width
    image.BitsAllocated = image.BitsStored = 8
    image.HighBit = 7
    image.PixelRepresentation = 0
    data = pixels.tobytes()
    image.PixelData = data + b"\0" * (len(data) % 2)
    image["PixelData"].VR = "OB"


# Facts of the capture


def _contributors(record: CaptureRecord) -> Iterator[Dataset]:
    yield _contributor(
        "109101",
        "Acquisition Equipment",
        _source_name(record.frame.source, record.frame.source_kind),
        f"Camera for visible light ({record.frame.source_kind}).",
    )
    if record.uv_picture is not None:
        source, kind = record.uv_picture.source, record.uv_picture.source_kind
        yield _contributor(
            "109101", "Acquisition Equipment", _source_name(source, kind), f"UV camera ({kind})."
        )
    yield _contributor(
        "109101", "Acquisition Equipment", record.device.name, f"UV lamp. {_exposure(record)}"
    )
    model = _contributor(
        "109102",
        "Processing Equipment",
        record.model.name,
        "Neural network that judged the frame, run by "
        f"{record.model.runtime}; its software version here is the sha256 of the model.",
    )
    model.Manufacturer = "FaceQA"
    model.SoftwareVersions = record.model.sha256
    yield model


def _contributor(code: str, meaning: str, model_name: str, description: str) -> Dataset:
    item = Dataset()
    item.PurposeOfReferenceCodeSequence = [_code(code, "DCM", meaning)]
    item.Manufacturer = "unknown"
    item.ManufacturerModelName = _line(model_name)
    item.ContributionDescription = _plain(description)[:_TEXT_LENGTH]
    return item


def _source_name(name: str, kind: str) -> str:
    """A camera's name; the name of a file may say who is in it."""
    named = (SourceKind.CAMERA, SourceKind.VIRTUAL, SourceKind.DEMONSTRATION)
    return name if kind in named else ""


def _context(record: CaptureRecord, kind: _Kind) -> Iterator[Dataset]:
    yield _text_item("LIGHT", "Light of the gate", record.light)
    yield _text_item("EYES", "State of both eyes", record.eyes.state)
    for label, probability in record.probabilities.items():
        yield _number_item(
            f"P_{label.upper()}"[:_SHORT_LENGTH],
            f"Probability of the class {label}",
            probability,
            ("1", "no units"),
        )
    yield _text_item("MODEL_SHA256", "Checksum of the model", record.model.sha256)
    yield _text_item("UV_LAMP", "UV light source", _exposure(record))
    exposure = record.exposure
    if exposure is None:
        return
    yield _number_item(
        "UV_SECONDS",
        "Measured duration of the exposure",
        exposure.duration_seconds,
        ("s", "second"),
    )
    if exposure.dose_joules_per_square_metre is not None:
        yield _number_item(
            "UV_DOSE",
            "Radiant exposure",
            exposure.dose_joules_per_square_metre,
            ("J/m2", "joule per square metre"),
        )
    if kind.uv and not exposure.simulated:
        band = Dataset()
        band.ValueType = "CODE"
        band.ConceptNameCodeSequence = [_code("112711", "DCM", "Illumination spectral band")]
        band.ConceptCodeSequence = [_code("415770004", "SCT", "Ultraviolet")]
        yield band


def _exposure(record: CaptureRecord) -> str:
    exposure = record.exposure
    if exposure is None:
        return "The record was kept before the lamp was lit."
    if _is_simulated(record):
        return f"Simulated: no UV light was emitted in {exposure.duration_seconds:.3f} s."
    ended = "completed" if exposure.completed else "not completed"
    return f"Lit for {exposure.duration_seconds:.3f} s, {ended}."


def _comments(record: CaptureRecord, kind: _Kind) -> str:
    said = [f"{kind.title}."]
    if record.frame.source_kind == SourceKind.DEMONSTRATION:
        said.append("DEMONSTRATION: a painted face, not a person.")
    if _is_simulated(record):
        said.append("SIMULATED UV EXPOSURE: no UV light was emitted.")
    if kind.uv and record.uv_picture is not None and record.uv_picture.problem:
        said.append(f"What was found wrong with it: {record.uv_picture.problem}")
    if record.override is not None:
        said.append(f"An operator overruled: {', '.join(record.override.checks)}.")
    said.append(record.safety_statement)
    return _plain(" ".join(said))


def _derivation(record: CaptureRecord, name: str) -> str:
    if name == FACE_FILE:
        return "The face with a margin of a quarter, resampled to a uniform size."
    if name == REGISTERED_FILE:
        return (
            "Cropped to the aspect of the visible frame and resampled to its size. The parallax "
            "of the two lenses is not corrected."
        )
    explanation = record.explanation
    which = (
        "the judged frame"
        if _explains_stored_frame(record)
        else f"frame {explanation.frame_sequence} of the same face, earlier than the judged "
        f"frame {record.frame.sequence}"
    )
    return _plain(
        f"Why the network said “{explanation.target}” of {which}: Grad-CAM heat, kept where LIME "
        f"found the {len(explanation.top)} most important superpixels ({explanation.sample_count} "
        f"samples, seed {explanation.seed}, R² {explanation.r_squared:.3f}). "
        f"{record.safety_statement}"
    )


def _is_simulated(record: CaptureRecord) -> bool:
    return record.device.simulated or (record.exposure is not None and record.exposure.simulated)


def _explains_stored_frame(record: CaptureRecord) -> bool:
    return record.explanation.frame_sequence == record.frame.sequence


def _source_kind(record: CaptureRecord, kind: _Kind) -> str:
    if kind.uv and record.uv_picture is not None:
        return record.uv_picture.source_kind
    return record.frame.source_kind


def _lossy(record: CaptureRecord, kind: _Kind) -> str:
    """Whether pictures lost something before they came; a camera or a file does not tell."""
    return "00" if _source_kind(record, kind) == SourceKind.DEMONSTRATION else ""


def _nothing_burned_in(record: CaptureRecord, kind: _Kind) -> bool:
    """Streams, files and virtual cameras may carry a line of text that nobody here put there."""
    return _source_kind(record, kind) in {SourceKind.CAMERA, SourceKind.DEMONSTRATION}


# Times


def _taken_at(record: CaptureRecord, name: str) -> datetime:
    at = _with_offset(record.captured_at)
    taken = record.uv_picture.taken if record.uv_picture is not None else None
    if taken is None:
        return at
    moments = {
        UV_FILE: taken.captured_monotonic,
        REGISTERED_FILE: taken.captured_monotonic,
        VISIBLE_FILE: taken.captured_monotonic - taken.offset_seconds,
    }
    later = moments.get(name, record.captured_monotonic) - record.captured_monotonic
    return at + timedelta(seconds=later)


def _with_offset(at: datetime) -> datetime:
    """The same moment with an offset from UTC that DICOM can write (C.12.1): whole minutes."""
    offset = at.utcoffset()
    can_write = offset is not None and _WEST <= offset <= _EAST and not offset % _MINUTE
    return at if can_write else at.astimezone(UTC)


def _date(at: datetime) -> str:
    return f"{at:%Y%m%d}"


def _time(at: datetime) -> str:
    return f"{at:%H%M%S.%f}"


# Values

_PERSON_NAME_MARKS = str.maketrans("^=", "  ")


def _plain(text: str) -> str:
    """`text` without the characters that DICOM gives a meaning of their own."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _line(text: str) -> str:
    """`text` of a device or an operator as one value (LO, PN)."""
    return _plain(text).replace("\\", " ").strip()[:_LINE_LENGTH]


def _code(value: str, scheme: str, meaning: str) -> Dataset:
    item = Dataset()
    item.CodeValue = value
    item.CodingSchemeDesignator = scheme
    item.CodeMeaning = meaning
    return item


def _coding_scheme() -> Dataset:
    item = Dataset()
    item.CodingSchemeDesignator = CODING_SCHEME
    item.CodingSchemeName = "Facts of a FaceQA capture"
    item.CodingSchemeResponsibleOrganization = "FaceQA"
    return item


def _text_item(code: str, meaning: str, text: str) -> Dataset:
    item = Dataset()
    item.ValueType = "TEXT"
    item.ConceptNameCodeSequence = [_code(code, CODING_SCHEME, meaning)]
    item.TextValue = _plain(text)
    return item


def _number_item(code: str, meaning: str, value: float, unit: tuple[str, str]) -> Dataset:
    item = Dataset()
    item.ValueType = "NUMERIC"
    item.ConceptNameCodeSequence = [_code(code, CODING_SCHEME, meaning[:_LINE_LENGTH])]
    item.NumericValue = format_number_as_ds(value)
    item.MeasurementUnitsCodeSequence = [_code(unit[0], "UCUM", unit[1])]
    return item
