"""`FaceTrack`: whether the face of this frame is the one of the frame before."""

from faceqa_gui.frames.frame import Box

_LARGEST_STEP = 0.5  # centre movement between two sightings, in face widths
_LARGEST_GROWTH = 1.5  # ratio of widths between two sightings


class FaceTrack:
    """Numbers continuously seen faces by position and size.

    It does not recognise people: it only notices that the continuity is broken, and then starts a
    new number. Two people who swap places within `break_seconds` at the same spot and size are
    not told apart.
    """

    def __init__(self, break_seconds: float) -> None:
        self._break_seconds = break_seconds
        self._box: Box | None = None
        self._seen_at = float("-inf")
        self.number = 0

    def see(self, box: Box | None, at: float) -> int:
        """Follow one frame's face.

        Args:
            box: the one face in frame pixels, or None where none was found.
            at: monotonic seconds of the frame.

        Returns:
            The number of the current face; it rises with every break.
        """
        if self._box is not None and at - self._seen_at > self._break_seconds:
            self.break_off()
        if box is None:
            return self.number
        if self._box is not None and not _continues(self._box, box):
            self.break_off()
        self._box, self._seen_at = box, at
        return self.number

    def break_off(self) -> None:
        """Whoever comes next is somebody else."""
        self._box = None
        self.number += 1


def _continues(before: Box, now: Box) -> bool:
    growth = now.width / before.width
    step_x = (now.left + now.width / 2) - (before.left + before.width / 2)
    step_y = (now.top + now.height / 2) - (before.top + before.height / 2)
    near = max(abs(step_x), abs(step_y)) <= _LARGEST_STEP * before.width
    return near and 1 / _LARGEST_GROWTH <= growth <= _LARGEST_GROWTH
