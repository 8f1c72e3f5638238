"""`pack`: one zip file of a model folder, the same bytes for the same model; `unpack_model`."""

from pathlib import Path

from faceqa_gui.quality.model_checks.strict_zip import read_zip, write_zip
from faceqa_gui.quality.model_file import (
    EARLY_FILE,
    KERAS_FILE,
    LARGEST_FILE_BYTES,
    LARGEST_MANIFEST_BYTES,
    MANIFEST_FILE,
    ONNX_FILE,
    ROUNDED_FILE,
    read_file,
    read_manifest_bytes,
    verified_model,
)

MEMBERS: dict[str, int] = {
    MANIFEST_FILE: LARGEST_MANIFEST_BYTES,
    KERAS_FILE: LARGEST_FILE_BYTES,
    ONNX_FILE: LARGEST_FILE_BYTES,
    EARLY_FILE: 20_000_000,
    ROUNDED_FILE: 100_000_000,
}
"""What a packed model may hold, in this order, and how many bytes of each."""

LARGEST_PACKAGE_BYTES = 400_000_000


def read_folder(folder: Path) -> dict[str, bytes]:
    """The files of a model folder as `MEMBERS` orders them, each read once and verified.

    Raises:
        ModelError: something is missing, altered or of another form.
    """
    contents = {MANIFEST_FILE: read_manifest_bytes(folder)}

    def read(name: str) -> bytes:
        contents[name] = read_file(folder, name)
        return contents[name]

    verified_model(folder, contents[MANIFEST_FILE], read)
    return {name: contents[name] for name in MEMBERS if name in contents}


def pack(folder: Path) -> bytes:
    """A verified model folder as one zip archive, uncompressed: weights do not become smaller.

    Raises:
        ModelError: something is missing, altered or of another form.
    """
    return write_zip(read_folder(folder))


def unpack_model(content: bytes) -> dict[str, bytes]:
    """The files of a packed model.

    Raises:
        ArchiveError: it is no archive of a model's files.
    """
    return read_zip(
        content, MEMBERS.get, most_members=len(MEMBERS), most_bytes=LARGEST_PACKAGE_BYTES
    )
