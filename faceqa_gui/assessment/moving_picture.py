"""`MovingPicture`: a real camera's picture never repeats; one that does is frozen."""

import numpy as np

from faceqa_gui.frames.frame import Frame


class MovingPicture:
    """Measures for how long the picture has not changed at all."""

    def __init__(self) -> None:
        self._last: Frame | None = None
        self._changed_at = 0.0

    def unchanged_for(self, frame: Frame) -> float:
        """Seconds since the picture last differed in any pixel; 0.0 for a new picture."""
        last, self._last = self._last, frame
        if last is None or not np.array_equal(last.pixels, frame.pixels):
            self._changed_at = frame.captured_at
        return frame.captured_at - self._changed_at
