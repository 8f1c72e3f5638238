"""`MovingPicture`: a real camera's picture never repeats; one that does is frozen."""

from collections import deque

from faceqa_gui.frames.alter import crop_middle
from faceqa_gui.frames.frame import Frame, Region

REMEMBERED_PICTURES = 16
MIDDLE_SHARE = 0.6
_ROW_STEP = 4


class MovingPicture:
    """Measures for how long no new picture has come.

    Every living picture differs from all before it by its sensor noise alone. A picture counts as
    new if the middle of the judged square, where the face is, was not seen among the last 16: so a
    clock that runs in a corner of a frozen picture does not help it, and neither does a driver
    that hands out the same few buffers in turn.
    """

    def __init__(self) -> None:
        self._seen: deque[int] = deque(maxlen=REMEMBERED_PICTURES)
        self._new_at = 0.0

    def unchanged_for(self, frame: Frame) -> float:
        """Seconds since a picture came that was not seen before; 0.0 for a new picture."""
        middle = crop_middle(Region.centred(frame).cut(frame), MIDDLE_SHARE)
        # Every fourth row holds noise enough, at a quarter of the time.
        content = hash((middle.shape, middle[::_ROW_STEP].tobytes()))
        if content not in self._seen:
            self._seen.append(content)
            self._new_at = frame.captured_at
        return frame.captured_at - self._new_at
