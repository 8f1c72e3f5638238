"""`NoSource`: stands where a source will be, until the operator chooses one."""

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.frame import Frame
from faceqa_gui.frames.source import SourceInfo
from faceqa_gui.wording import said


class NoSource:
    """Never delivers anything; keeps the `FrameSource` protocol."""

    def open(self) -> SourceInfo:
        """Raises `SourceError`: there is nothing to open."""
        raise SourceError(said("No source is chosen. Choose one at the top of the window."))

    def read(self) -> Frame | None:
        """None: there are no frames."""
        return None

    def close(self) -> None:
        """There is nothing to release."""
