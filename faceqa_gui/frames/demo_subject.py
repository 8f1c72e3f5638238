"""`DemoSubject`: a generated clip that leads through every state, without a camera or a person."""

import threading
import time
from functools import cache

from faceqa_gui.frames import demo_scenes
from faceqa_gui.frames.demo_motion import Motion
from faceqa_gui.frames.frame import Frame, Pixels
from faceqa_gui.frames.pace import Pace
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.wording import said

NAME = said("Demo subject (generated, not a person present)")

SCENE_SECONDS = {
    "nobody there": 3.0,
    "out of focus": 3.0,
    "glasses": 3.0,
    "mask": 3.0,
    "eyes open": 5.0,
    "eyes closed": 14.0,
}
"""The scenes in their order, and how long each lasts in seconds."""


class DemoSubject:
    """Plays the demo clip; keeps the `FrameSource` protocol.

    The same sequence number always gives the same pixels. As with a real camera no two frames
    are alike: the picture sways by a pixel or two and carries sensor noise.
    """

    def __init__(
        self,
        frames_per_second: float = 30.0,
        *,
        paced: bool = True,
        loop: bool = True,
        width: int = 1280,
        height: int = 720,
    ) -> None:
        """Play the clip.

        Args:
            frames_per_second: rate in Hz, > 0.
            paced: False delivers frames as fast as they are read.
            loop: start over after the last scene.
            width: of the pictures, in pixels, >= 2.
            height: of the pictures, in pixels, >= 2.
        """
        self._rate = frames_per_second
        self._paced = paced
        self._loop = loop
        self._size = (width, height)
        self._scene_ends = _scene_ends(frames_per_second)
        self._painted: _Painted | None = None
        self._pace = Pace(frames_per_second)
        self._sequence = 0
        self._closed = threading.Event()
        self._closed.set()

    @property
    def frames_per_second(self) -> float:
        """The rate in Hz at which it plays."""
        return self._rate

    def scene_at(self, sequence: int) -> str:
        """The name of the scene that frame number `sequence` shows."""
        position = sequence % self._length
        return next(name for name, end in self._scene_ends.items() if position < end)

    def open(self) -> SourceInfo:
        """Paint the scenes; the clip starts at its beginning."""
        if self._painted is None:
            self._painted = _painted(*self._size)
        self._pace = Pace(self._rate)
        self._sequence = 0
        self._closed.clear()
        return SourceInfo(NAME, SourceKind.DEMONSTRATION, *self._size, self._rate)

    def read(self) -> Frame | None:
        """The next frame; None at the end or after `close`."""
        painted = self._painted
        if painted is None or self._closed.is_set():
            return None
        if not self._loop and self._sequence >= self._length:
            return None
        if self._paced and not self._pace.wait(self._closed):
            return None
        pixels = self._generate(painted, self._sequence)
        frame = Frame(pixels, self._sequence, time.monotonic(), NAME)
        self._sequence += 1
        return frame

    def close(self) -> None:
        """Stop; a waiting `read` returns None at once."""
        self._closed.set()

    @property
    def _length(self) -> int:
        return max(self._scene_ends.values())

    def _generate(self, painted: "_Painted", sequence: int) -> Pixels:
        picture = painted.scenes[self.scene_at(sequence)]
        return painted.motion.moved(picture, sequence, sequence / self._rate)


def _scene_ends(frames_per_second: float) -> dict[str, int]:
    """For each scene the frame number at which it is over."""
    ends = {}
    seconds = 0.0
    for name, duration in SCENE_SECONDS.items():
        seconds += duration
        ends[name] = max(1, round(seconds * frames_per_second))
    return ends


class _Painted:
    """All that is made once: the still scenes and what moves them."""

    def __init__(self, width: int, height: int) -> None:
        self.scenes = {
            scene.value: demo_scenes.cover(demo_scenes.painted(scene), width, height)
            for scene in demo_scenes.Scene
        }
        self.motion = Motion(width, height)


@cache
def _painted(width: int, height: int) -> _Painted:
    """Painted once for all demo subjects of this size: it takes a busy computer seconds."""
    return _Painted(width, height)
