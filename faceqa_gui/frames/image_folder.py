"""`ImageFolderSource`: one picture, or every picture of a folder, each held for a while."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.frame import Frame, Pixels
from faceqa_gui.frames.pace import Pace
from faceqa_gui.frames.picture_suffixes import PICTURE_SUFFIXES
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.wording import said


class ImageFolderSource:
    """Shows pictures one after the other; keeps the `FrameSource` protocol.

    Attributes:
        skipped: (path, reason) of every picture that could not be read since `open`.
    """

    def __init__(
        self,
        path: Path,
        hold_seconds: float = 1.5,
        frames_per_second: float = 10.0,
        *,
        paced: bool = True,
        loop: bool = False,
    ) -> None:
        """Show pictures.

        Args:
            path: an image file, or a folder that is searched with all its sub-folders.
            hold_seconds: how long each picture stays, in seconds.
            frames_per_second: how often a held picture is delivered, in Hz.
            paced: False delivers the same frames without waiting.
            loop: start over after the last picture.
        """
        self.skipped: list[tuple[Path, str]] = []
        self._path = path
        self._name = said("Pictures: {name}", name=_name_of(path))
        self._repeats = max(1, round(hold_seconds * frames_per_second))
        self._rate = frames_per_second
        self._paced = paced
        self._loop = loop
        self._closed = threading.Event()
        self._frames: Iterator[Frame] = iter(())

    def open(self) -> SourceInfo:
        """Find the pictures and read the first one.

        Raises:
            SourceError: the path is missing, or holds no readable picture.
        """
        self.skipped.clear()
        files = self._files()
        if not files:
            endings = ", ".join(sorted(PICTURE_SUFFIXES))
            raise SourceError(
                said(
                    "{path} holds no pictures ({endings}). Choose another folder.",
                    path=self._path,
                    endings=endings,
                )
            )
        readable = self._readable(files)
        first = next(readable, None)
        if first is None:
            raise SourceError(
                said(
                    "None of the {count} pictures in {path} can be read. The first one: {why}",
                    count=len(files),
                    path=self._path,
                    why=self.skipped[0][1],
                )
            )
        self._closed.clear()
        self._frames = self._deliver(first, readable, files)
        height, width = first.shape[:2]
        return SourceInfo(self._name, SourceKind.STILLS, width, height, self._rate)

    def read(self) -> Frame | None:
        """The next frame; None after the last one or after `close`."""
        return None if self._closed.is_set() else next(self._frames, None)

    def close(self) -> None:
        """Stop; a waiting `read` returns None at once."""
        self._closed.set()

    def _files(self) -> list[Path]:
        if self._path.is_file():
            return [self._path]
        if not self._path.is_dir():
            raise SourceError(said("{path} does not exist. Check the name.", path=self._path))
        found = [
            Path(folder, name)
            for folder, _, names in os.walk(self._path)
            for name in names
            if Path(name).suffix.lower() in PICTURE_SUFFIXES
        ]
        return sorted(found)

    def _readable(self, files: list[Path]) -> Iterator[Pixels]:
        # A station with a camera starts without waiting for this library.
        from faceqa_gui.frames.picture_file import read_picture

        for path in files:
            try:
                yield read_picture(path)
            except SourceError as error:
                self.skipped.append((path, str(error)))

    def _deliver(
        self, first: Pixels, others: Iterator[Pixels], files: list[Path]
    ) -> Iterator[Frame]:
        pace = Pace(self._rate)
        sequence = 0
        picture: Pixels | None = first
        while picture is not None:
            for _ in range(self._repeats):
                if self._closed.is_set() or (self._paced and not pace.wait(self._closed)):
                    return
                yield Frame(picture, sequence, time.monotonic(), self._name)
                sequence += 1
            picture = next(others, None)
            if picture is None and self._loop:
                self.skipped.clear()
                others = self._readable(files)
                picture = next(others, None)


def _name_of(path: Path) -> str:
    try:
        return path.resolve().name
    except (OSError, RuntimeError):  # a link that leads to itself; `open` says so
        return path.name
