"""Stored pictures as DICOM objects: what they say, that they repeat, that a validator agrees."""

import io
import re
import shutil
import warnings
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset
from support.capture_records import EXPOSURE, make_record
from support.dicom_captures import UV_NAMES, VISIBLE_NAMES, picture, uv_record, validator_says

from faceqa_gui.records.dicom import CODING_SCHEME, KINDS, dicom_bytes, dicom_image, dicom_uid
from faceqa_gui.records.dicom_patient import Patient
from faceqa_gui.records.record import CaptureRecord, OverrideRecord

PATIENT = Patient("Ärztin Nr. 7", "Müller^Anna", "A-17")
ALL_NAMES = VISIBLE_NAMES + UV_NAMES
needs_dciodvfy = pytest.mark.skipif(
    shutil.which("dciodvfy") is None, reason="dciodvfy (Debian package dicom3tools) is missing"
)


def read(record: CaptureRecord, name: str, patient: Patient = PATIENT) -> Dataset:
    """The object as another program reads it; nothing in it may need a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        data = dicom_bytes(dicom_image(record, name, picture(1), patient))
        dataset = pydicom.dcmread(io.BytesIO(data))
        dataset.walk(lambda _, element: element.value)
    return dataset


def context(dataset: Dataset) -> dict[str, str | float]:
    return {
        item.ConceptNameCodeSequence[0].CodeValue: (
            float(item.NumericValue)
            if item.ValueType == "NUMERIC"
            else item.TextValue
            if item.ValueType == "TEXT"
            else item.ConceptCodeSequence[0].CodeMeaning
        )
        for item in dataset.AcquisitionContextSequence
    }


@needs_dciodvfy
@pytest.mark.parametrize("lit", [True, False], ids=["real light", "simulated"])
@pytest.mark.parametrize("name", ALL_NAMES)
def test_an_independent_validator_finds_no_error(name: str, lit: bool, tmp_path: Path) -> None:  # noqa: FBT001
    record = make_record()
    record = uv_record(record) if lit else record
    path = tmp_path / "image.dcm"
    path.write_bytes(dicom_bytes(dicom_image(record, name, picture(1), PATIENT)))
    errors, warned = validator_says(path)
    assert errors == []
    # The standard reserves schemes that begin with 99 for private use; the validator lists none.
    assert [
        line for line in warned if f"Unrecognized defined term = <{CODING_SCHEME}>" not in line
    ] == []


@needs_dciodvfy
def test_the_validator_finds_no_error_where_next_to_nothing_is_known(tmp_path: Path) -> None:
    record = make_record(subject="", operator="", exposure=None)
    image = dicom_image(record, "frame.png", picture(1), Patient())
    path = tmp_path / "image.dcm"
    path.write_bytes(dicom_bytes(image))
    assert validator_says(path)[0] == []


def test_pixels_come_back_bit_for_bit() -> None:
    for height, width in ((12, 17), (3, 3), (2, 2)):
        pixels = picture(5, height, width)
        data = dicom_bytes(dicom_image(make_record(), "frame.png", pixels, PATIENT))
        read_back = pydicom.dcmread(io.BytesIO(data))
        np.testing.assert_array_equal(read_back.pixel_array, pixels)
        assert len(read_back.PixelData) % 2 == 0


def test_an_object_names_patient_study_and_capture() -> None:
    record = make_record(operator="Dr. A^B=C\\D")
    dataset = read(record, "frame.png")
    assert dataset.SpecificCharacterSet == "ISO_IR 192"
    assert dataset.PatientID == "Ärztin Nr. 7"
    assert dataset.PatientName == "Müller^Anna"
    assert dataset.AccessionNumber == "A-17"
    assert record.identifier in dataset.StudyDescription
    assert dataset.OperatorsName == "Dr. A B C D^"
    assert (dataset.Modality, dataset.PhotometricInterpretation) == ("XC", "RGB")
    assert dataset.file_meta.TransferSyntaxUID == "1.2.840.10008.1.2.1"
    assert dataset.SoftwareVersions == record.software_version
    assert record.safety_statement in dataset.ImageComments


def test_a_second_export_gives_the_same_bytes_and_another_capture_other_uids() -> None:
    one, other = make_record(), make_record()
    for name in ALL_NAMES:
        first, again, second = (
            dicom_bytes(dicom_image(record, name, picture(1), PATIENT))
            for record in (one, one, other)
        )
        assert first == again
        assert first != second
    images = [read(record, name) for record in (one, other) for name in ALL_NAMES]
    assert len({image.SOPInstanceUID for image in images}) == 12
    assert len({image.StudyInstanceUID for image in images}) == 2
    assert len({image.SeriesInstanceUID for image in images}) == 6


def test_uids_are_uuids_as_the_standard_writes_them() -> None:
    uid = dicom_uid("0" * 32, "frame.png")
    assert re.fullmatch(r"2\.25\.[1-9]\d{0,38}", uid)
    assert uid.is_valid
    # Pinned: an archive that holds a capture must know it again after an update of this program.
    assert uid == "2.25.27459964141959597590509826544918557749"


def test_derived_pictures_say_so_and_name_their_source() -> None:
    record = uv_record(make_record())
    types = {name: list(read(record, name).ImageType) for name in ALL_NAMES}
    assert types == {
        "frame.png": ["ORIGINAL", "PRIMARY"],
        "uv.png": ["ORIGINAL", "PRIMARY"],
        "uv_visible.png": ["ORIGINAL", "PRIMARY"],
        "face.png": ["DERIVED", "PRIMARY"],
        "uv_registered.png": ["DERIVED", "PRIMARY"],
        "explanation.png": ["DERIVED", "SECONDARY"],
    }
    assert set(types) == set(KINDS)
    for name, source in (("face.png", "frame.png"), ("uv_registered.png", "uv.png")):
        dataset = read(record, name)
        assert dataset.SourceImageSequence[0].ReferencedSOPInstanceUID == dicom_uid(
            record.identifier, source
        )
        assert dataset.DerivationDescription
    assert "SourceImageSequence" not in read(record, "frame.png")


def test_an_explanation_of_an_earlier_frame_does_not_claim_the_stored_one_as_its_source() -> None:
    record = make_record()
    frame = dicom_uid(record.identifier, "frame.png")
    earlier = read(record, "explanation.png")
    assert "SourceImageSequence" not in earlier
    assert earlier.ReferencedImageSequence[0].ReferencedSOPInstanceUID == frame
    assert "frame 30 of the same face, earlier than the judged frame 41" in (
        earlier.DerivationDescription
    )
    explanation = record.explanation.model_copy(update={"frame_sequence": record.frame.sequence})
    same = read(record.model_copy(update={"explanation": explanation}), "explanation.png")
    assert same.SourceImageSequence[0].ReferencedSOPInstanceUID == frame
    assert "ReferencedImageSequence" not in same


def test_probabilities_eyes_model_and_dose_stand_where_programs_read_them() -> None:
    record = uv_record(make_record())
    assert context(read(record, "uv.png")) == {
        "LIGHT": "green",
        "EYES": "closed",
        "P_GOOD": 0.97,
        "P_BLUR": 0.03,
        "MODEL_SHA256": record.model.sha256,
        "UV_LAMP": "Lit for 1.000 s, completed.",
        "UV_SECONDS": 1.0,
        "UV_DOSE": 12.5,
        "112711": "Ultraviolet",
    }
    assert "112711" not in context(read(record, "frame.png"))
    equipment = {
        item.ManufacturerModelName: item
        for item in read(record, "frame.png").ContributingEquipmentSequence
    }
    assert set(equipment) == {"HD Cam", "UV camera", "Lamp 365", "MobileNet"}
    assert equipment["MobileNet"].SoftwareVersions == record.model.sha256


def test_nothing_is_said_of_an_exposure_that_is_not_known() -> None:
    facts = context(read(make_record(exposure=None), "frame.png"))
    assert facts["UV_LAMP"] == "The record was kept before the lamp was lit."
    assert "UV_SECONDS" not in facts


def test_simulated_light_and_painted_faces_are_marked_plainly() -> None:
    dataset = read(make_record(), "frame.png")
    assert "SIMULATED UV EXPOSURE: no UV light was emitted." in dataset.ImageComments
    assert "DEMONSTRATION" in dataset.ImageComments
    assert "no UV light was emitted" in str(context(dataset)["UV_LAMP"])
    real = uv_record(make_record())
    assert "SIMULATED" not in read(real, "uv.png").ImageComments
    assert "DEMONSTRATION" not in read(real, "uv.png").ImageComments
    assert "The picture is dark." in read(real, "uv.png").ImageComments
    simulated = real.model_copy(update={"device": make_record().device})
    assert read(simulated, "uv.png").SeriesDescription == "UV light (simulated)"
    assert read(real, "uv.png").SeriesDescription == "UV light"
    only_exposure = real.model_copy(update={"exposure": EXPOSURE})
    assert "112711" not in context(read(only_exposure, "uv.png"))
    assert "SIMULATED" in read(only_exposure, "uv.png").ImageComments


def test_an_early_end_and_an_overruled_check_are_told() -> None:
    real = uv_record(make_record())
    assert real.exposure is not None
    stopped = real.model_copy(
        update={
            "exposure": real.exposure.model_copy(update={"completed": False}),
            "override": OverrideRecord(
                checks=("size",), reason="she asked for it", operator="boss", began_at=1.0
            ),
        }
    )
    dataset = read(stopped, "frame.png")
    assert context(dataset)["UV_LAMP"] == "Lit for 1.000 s, not completed."
    assert "An operator overruled: size." in dataset.ImageComments
    assert "she asked for it" not in str(dataset)


@pytest.mark.parametrize(
    ("kind", "lossy", "burned_in"),
    [
        ("demonstration", "00", "NO"),
        ("camera", None, "NO"),
        ("stream", None, None),
        ("video", None, None),
    ],
)
def test_nothing_is_claimed_of_a_source_that_is_not_known(
    kind: str, lossy: str | None, burned_in: str | None
) -> None:
    record = make_record()
    frame = record.frame.model_copy(update={"source_kind": kind, "source": "Anna Müller.mp4"})
    dataset = read(record.model_copy(update={"frame": frame}), "frame.png")
    assert (dataset.LossyImageCompression or None) == lossy
    assert dataset.get("BurnedInAnnotation") == burned_in
    # The name of a file may say who is in it.
    named = {item.ManufacturerModelName for item in dataset.ContributingEquipmentSequence}
    assert ("Anna Müller.mp4" in named) == (kind in {"camera", "demonstration"})


def test_times_keep_their_offset_and_uv_pictures_their_own_time() -> None:
    east = timezone(timedelta(hours=5, minutes=30))
    at = datetime(2026, 3, 4, 23, 59, 59, 900000, tzinfo=east)
    record = uv_record(make_record(captured_at=at))
    frame, uv, visible = (read(record, name) for name in ("frame.png", "uv.png", "uv_visible.png"))
    assert frame.TimezoneOffsetFromUTC == "+0530"
    assert (frame.StudyDate, frame.ContentDate) == ("20260304", "20260304")
    assert frame.AcquisitionDateTime == "20260304235959.900000+0530"
    assert uv.AcquisitionDateTime == "20260305000000.300000+0530"
    assert visible.AcquisitionDateTime == "20260305000000.290000+0530"
    assert (uv.StudyDate, uv.ContentDate) == ("20260304", "20260305")


@pytest.mark.parametrize(
    "offset", [timedelta(minutes=53, seconds=28), timedelta(hours=-13), timedelta(hours=15)]
)
def test_an_offset_that_dicom_cannot_write_becomes_utc(offset: timedelta) -> None:
    at = datetime(2026, 3, 4, 12, tzinfo=timezone(offset))
    dataset = read(make_record(captured_at=at), "frame.png")
    assert dataset.TimezoneOffsetFromUTC == "+0000"
    assert dataset.StudyTime == f"{at.astimezone(UTC):%H%M%S.%f}"
