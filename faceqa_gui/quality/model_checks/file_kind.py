"""`refuse_other_kinds`: tells what a file is by its first bytes and its name."""

from pathlib import Path

from faceqa_gui.quality.model_checks.refusal import ModelRefusedError, Reason
from faceqa_gui.quality.model_checks.strict_zip import ZIP_MAGIC
from faceqa_gui.wording import said

HEAD_BYTES = 512

_PACK = said("Pack the model folder with “faceqa model pack” and import the packed file.")
_HDF5_MAGIC = b"\x89HDF\r\n\x1a\n"
_PICKLE_PROTOCOLS = tuple(bytes((0x80, protocol)) for protocol in range(2, 6))
_TFLITE_PLACE, _TFLITE_MAGIC = slice(4, 8), b"TFL3"
_HDF5_NAMES = {".h5", ".hdf5", ".he5"}
_PICKLE_NAMES = {".pkl", ".pickle", ".joblib", ".pt", ".pth", ".ckpt", ".npy"}
_NETWORK_NAMES = {".keras": "Keras", ".onnx": "ONNX", ".tflite": "LiteRT"}


def refuse_other_kinds(head: bytes, path: Path) -> None:
    """Refuse whatever is not a zip archive that could be a packed model.

    Args:
        head: the first `HEAD_BYTES` bytes of the file.
        path: its name.

    Raises:
        ModelRefusedError: with a sentence for each kind.
    """
    ending = path.suffix.lower()
    if not head:
        raise ModelRefusedError(
            Reason.EMPTY, said("{path} is empty. Copy it again from where it came.", path=path)
        )
    if head.startswith(_HDF5_MAGIC) or ending in _HDF5_NAMES:
        raise ModelRefusedError(
            Reason.HDF5,
            said(
                "{path} is an HDF5 file (.h5): such files can carry code that runs when they "
                "are opened. {hint}",
                path=path,
                hint=_PACK,
            ),
        )
    if head.startswith(_PICKLE_PROTOCOLS) or ending in _PICKLE_NAMES:
        raise ModelRefusedError(
            Reason.PICKLE,
            said(
                "{path} is a pickle, joblib or PyTorch file: opening one runs whatever code "
                "is in it. {hint}",
                path=path,
                hint=_PACK,
            ),
        )
    if ending == ".pb":
        raise ModelRefusedError(
            Reason.SAVED_MODEL,
            said(
                "{path} belongs to a TensorFlow SavedModel, which can carry code. {hint}",
                path=path,
                hint=_PACK,
            ),
        )
    if ending in _NETWORK_NAMES or head[_TFLITE_PLACE] == _TFLITE_MAGIC:
        kind = _NETWORK_NAMES.get(ending, "LiteRT")
        raise ModelRefusedError(
            Reason.BARE_NETWORK,
            said(
                "{path} is a network alone ({kind}); without its manifest nobody can tell "
                "its classes or its checksums. {hint}",
                path=path,
                kind=kind,
                hint=_PACK,
            ),
        )
    if head.startswith(ZIP_MAGIC):
        return
    if _is_text(head):
        raise ModelRefusedError(
            Reason.TEXT,
            said("{path} is a text file, not a packed model. {hint}", path=path, hint=_PACK),
        )
    raise ModelRefusedError(
        Reason.OTHER_KIND, said("{path} is not a packed model. {hint}", path=path, hint=_PACK)
    )


def refuse_other_folders(folder: Path) -> None:
    """Refuse a folder that is a SavedModel.

    Raises:
        ModelRefusedError: it is one.
    """
    if (folder / "saved_model.pb").exists() or (folder / "keras_metadata.pb").exists():
        raise ModelRefusedError(
            Reason.SAVED_MODEL,
            said(
                "{folder} is a TensorFlow SavedModel, which can carry code. Name a model "
                "folder that “faceqa train” wrote.",
                folder=folder,
            ),
        )


def _is_text(head: bytes) -> bool:
    # The last letter may be cut in two.
    text = head.decode("utf-8", errors="replace").removesuffix("\ufffd")
    return all(
        (letter.isprintable() and letter != "\ufffd") or letter in "\r\n\t\f" for letter in text
    )
