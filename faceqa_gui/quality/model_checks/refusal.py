"""`ModelRefusedError`: why a model from elsewhere was not taken in."""

from enum import StrEnum

from faceqa_gui.errors import ModelError


class Reason(StrEnum):
    """Kinds of refusal, in the order in which they are looked for; the audit trail keeps them."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too large"
    EMPTY = "empty"
    TEXT = "text"
    HDF5 = "hdf5"
    PICKLE = "pickle"
    SAVED_MODEL = "saved model"
    BARE_NETWORK = "network without manifest"
    OTHER_KIND = "another kind of file"
    ARCHIVE = "zip structure"
    MANIFEST = "manifest"
    CHECKSUM = "checksum"
    FOREIGN_LAYER = "foreign layer"
    KERAS = "keras file"
    ONNX = "onnx file"
    EARLY_LAYERS = "early layers"
    CRASHED = "crashed"
    TOO_SLOW = "too slow"
    OUT_OF_MEMORY = "out of memory"
    ANSWERS = "answers"


class UnsoundError(Exception):
    """What one check found: `text` is the rest of a sentence that begins with the file's name."""

    def __init__(self, reason: Reason, text: str) -> None:
        super().__init__(text)
        self.reason = reason
        self.text = text


class ModelRefusedError(ModelError):
    """A model that is not taken in; its text says what, where and what to do.

    Attributes:
        reason: the kind of refusal.
        sha256: of the refused file, or of the manifest of a folder; "" where nothing was read.
    """

    def __init__(self, reason: Reason, sentence: str, sha256: str = "") -> None:
        super().__init__(sentence)
        self.reason = reason
        self.sha256 = sha256
