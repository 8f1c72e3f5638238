"""Whom DICOM objects name: what fits is kept to the letter, what does not is refused."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.capture_records import make_record
from support.dicom_captures import picture

from faceqa_gui.errors import StoreError
from faceqa_gui.records.dicom import dicom_image
from faceqa_gui.records.dicom_patient import Patient


@given(st.text(max_size=80))
def test_an_identifier_is_kept_or_refused_and_never_changed(text: str) -> None:
    bad = (
        len(text) > 64
        or "\\" in text
        or any(unicodedata.category(letter) == "Cc" for letter in text)
    )
    if bad:
        with pytest.raises(StoreError) as refused:
            Patient(text)
        assert len(text) < 4 or text not in str(refused.value)
    else:
        image = dicom_image(make_record(), "frame.png", picture(1, 2, 2), Patient(text))
        assert image.PatientID == text or not text


@pytest.mark.parametrize("name", ["a^b^c^d^e^f", "a=b", "a\\b", "a\nb", "a" * 65])
def test_a_name_that_dicom_does_not_know_is_refused(name: str) -> None:
    with pytest.raises(StoreError, match="patient's name"):
        Patient(name=name)


@pytest.mark.parametrize("number", ["1" * 17, "1\\2", "\x1b1"])
def test_an_accession_number_that_does_not_fit_is_refused(number: str) -> None:
    with pytest.raises(StoreError, match="accession number"):
        Patient(accession=number)


def test_what_fits_exactly_is_kept() -> None:
    patient = Patient("i" * 64, "a^b^c^d^e", "1" * 16)
    image = dicom_image(make_record(), "frame.png", picture(1, 2, 2), patient)
    assert (image.PatientID, image.PatientName) == ("i" * 64, "a^b^c^d^e")
    assert image.AccessionNumber == "1" * 16
