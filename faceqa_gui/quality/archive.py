"""`refuse_bomb`: model archives are looked at before anything in them is unpacked."""

import io
from zipfile import BadZipFile, ZipFile

from faceqa_gui.errors import ModelError
from faceqa_gui.wording import said

LARGEST_UNPACKED_BYTES = 1_000_000_000


def refuse_bomb(content: bytes) -> None:
    """Refuse a zip archive that says it unpacks to more than any model of FaceQA.

    What is no archive at all is left to whoever reads it, with a sentence of its own.

    Raises:
        ModelError: it is too large.
    """
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
    except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        return  # no archive; who reads it next says so
    if unpacked > LARGEST_UNPACKED_BYTES:
        raise ModelError(
            said(
                "A file of the model unpacks to {unpacked:.0f} GB, which no model of FaceQA "
                "does. Take another model.",
                unpacked=unpacked / 1e9,
            )
        )
