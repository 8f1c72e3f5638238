"""The one error family whose text is meant for the user's eyes."""


class FaceQAError(Exception):
    """Something the user can understand and act on.

    The message says what is wrong, where, and what to do, in one or two sentences.
    The command line prints it and exits with status 2; a window shows it as a notice.
    It never holds pixels, subject names or other patient text.
    """


class SourceError(FaceQAError):
    """A frame source cannot be opened or has stopped delivering."""


class ModelError(FaceQAError):
    """A model file or its manifest is missing, altered or not of the expected form."""


class DatasetError(FaceQAError):
    """A data set folder or manifest cannot be used."""


class StoreError(FaceQAError):
    """A capture could not be written whole, or a store could not be read."""


class OperatorError(FaceQAError):
    """Somebody may not do this, or cannot be signed in, or the operators cannot be read."""


class RunError(FaceQAError):
    """A run of the lab was cancelled, or its workers cannot be reached."""
