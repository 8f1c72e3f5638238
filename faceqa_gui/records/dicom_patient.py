"""`Patient`: whom DICOM objects name, checked against what the standard lets them hold."""

import unicodedata
from dataclasses import dataclass

from faceqa_gui.errors import StoreError
from faceqa_gui.wording import said

_ID_LENGTH = 64
_ACCESSION_LENGTH = 16
_NAME_LENGTH = 64
_NAME_PARTS = 5


@dataclass(frozen=True, slots=True)
class Patient:
    """Whom and which order the objects belong to. Nothing here is invented; "" stands for unknown.

    Attributes:
        identifier: PatientID (LO); the subject as it was typed, unless somebody says better.
        name: PatientName (PN), such as `Müller^Anna`.
        accession: AccessionNumber (SH) of the order.
    """

    identifier: str = ""
    name: str = ""
    accession: str = ""

    def __post_init__(self) -> None:
        """Refuse what DICOM cannot hold, so that two people never become one by shortening.

        Raises:
            StoreError: a text is too long or holds a forbidden character; it is not quoted.
        """
        _check(self.identifier, said("The patient's identifier"), _ID_LENGTH)
        _check(self.accession, said("The accession number"), _ACCESSION_LENGTH)
        _check(self.name, said("The patient's name"), _NAME_LENGTH)
        if self.name.count("^") >= _NAME_PARTS or "=" in self.name:
            raise StoreError(
                said("The patient's name has no form that DICOM knows. Write it as Family^Given.")
            )


def _check(text: str, what: str, length: int) -> None:
    forbidden = "\\" in text or any(unicodedata.category(letter) == "Cc" for letter in text)
    if len(text) > length or forbidden:
        raise StoreError(
            said(
                "{what} cannot stand in a DICOM object: it may have {length} characters, and "
                "no backslash or control character. Give another one with the export.",
                what=what,
                length=length,
            )
        )
