"""`images_of`: the DICOM objects of one stored capture, one picture in memory at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pydicom.dataset import FileDataset

from faceqa_gui.errors import StoreError
from faceqa_gui.records.dicom import KINDS, dicom_image
from faceqa_gui.records.dicom_patient import Patient
from faceqa_gui.records.export_report import LeftOut
from faceqa_gui.records.layout import RECORD_NAME
from faceqa_gui.records.picture_bytes import png_pixels
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.wording import said


def images_of(
    store: CaptureStore, identifier: str, given: Patient | None, left_out: list[LeftOut]
) -> Iterator[tuple[str, FileDataset]]:
    """Every picture of a capture as its stored name and a VL Photographic Image.

    Args:
        store: holds the capture.
        identifier: of the capture.
        given: whom the objects name; where it names nobody, the record's subject.
        left_out: what cannot be exported is added here, and the rest goes on.
    """
    try:
        record = store.load(identifier)
        patient = given or Patient()
        if not patient.identifier:
            patient = replace(patient, identifier=record.subject.strip())
    except StoreError as error:
        left_out.append(LeftOut(identifier, RECORD_NAME, str(error)))
        return
    for name in KINDS:
        if name not in record.files:
            continue
        try:
            pixels = png_pixels(store.read_file(identifier, name))
        except StoreError as error:
            left_out.append(LeftOut(identifier, name, str(error)))
        else:
            yield name, dicom_image(record, name, pixels, patient)


def check_one_person(
    store: CaptureStore, identifiers: Sequence[str], given: Patient | None
) -> None:
    """Refuse to give what belongs to one person to the captures of several.

    Raises:
        StoreError: the captures are of several subjects, or the store cannot be read.
    """
    if given in {None, Patient()}:
        return
    wanted = set(identifiers)
    subjects = {row.subject for row in store.summaries() if row.identifier in wanted}
    if len(subjects) > 1:
        raise StoreError(
            said(
                "The captures are of several subjects, so a patient's name, identifier or "
                "accession number cannot hold for all of them. Export one subject at a time."
            )
        )
