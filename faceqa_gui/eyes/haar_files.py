"""The shipped Haar cascades, checked before they are loaded."""

import hashlib
from pathlib import Path

from faceqa_gui.errors import ModelError
from faceqa_gui.frames.opencv import cv2
from faceqa_gui.wording import reason, said

CASCADE_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "haar"
_CHECKSUMS = "checksums.sha256"


def cascade_names(folder: Path = CASCADE_FOLDER) -> tuple[str, ...]:
    """Names of the cascades that were shipped, such as `eye`.

    Raises:
        ModelError: the list of their checksums cannot be read.
    """
    names = [Path(line.split()[-1]).stem for line in _checksum_lines(folder) if line.strip()]
    return tuple(name.removeprefix("haarcascade_") for name in names)


def load_cascade(name: str, folder: Path = CASCADE_FOLDER) -> cv2.CascadeClassifier:
    """Load one cascade, such as `eye`; it may be used by one thread at a time.

    Raises:
        ModelError: the file is missing or is not the one that was shipped.
    """
    path = folder / f"haarcascade_{name}.xml"
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(error) from error
    lines = _checksum_lines(folder)
    if f"{hashlib.sha256(content).hexdigest()}  {path.name}" not in lines:
        raise ModelError(
            said(
                "The eye detector's file {path} is not the one that was shipped. Install "
                "FaceQA again.",
                path=path,
            )
        )
    storage = cv2.FileStorage(content.decode(), cv2.FILE_STORAGE_READ | cv2.FILE_STORAGE_MEMORY)
    cascade = cv2.CascadeClassifier()
    if not cascade.read(storage.getFirstTopLevelNode()):
        raise ModelError(
            said("{path} holds no cascade that OpenCV can read. Install FaceQA again.", path=path)
        )
    return cascade


def _checksum_lines(folder: Path) -> list[str]:
    try:
        return (folder / _CHECKSUMS).read_text(encoding="ascii").splitlines()
    except OSError as error:
        raise _unreadable(error) from error


def _unreadable(error: OSError) -> ModelError:
    return ModelError(
        said(
            "The eye detector's file {path} cannot be read: {why}. Install FaceQA again.",
            path=error.filename,
            why=reason(error),
        )
    )
