"""`RoomCheck`: light and distance at a station, by the checks that its captures will be asked."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from faceqa_gui.assessment.assessment import Check, Outcome
from faceqa_gui.assessment.picture_checks import PICTURE_CHECKS, check_geometry, check_pixels
from faceqa_gui.eyes.face_finder import FaceFinder, to_grey
from faceqa_gui.frames.frame import Box, Frame, Region
from faceqa_gui.settings import ChecksSettings

LOOKS = 7
"""So many newest looks are asked together, so that a line does not flicker."""


@dataclass(frozen=True, slots=True)
class RoomLook:
    """What one picture, or several together, say of the room.

    Attributes:
        region: the judged square, in pixels of the frame.
        faces: how many faces were found in it.
        face: the one face, in pixels of the frame; None unless there is exactly one.
        checks: one for each line of `PICTURE_CHECKS`, whatever is switched on; a light from behind
            is advice where the settings do not ask about it.
    """

    region: Region
    faces: int
    face: Box | None
    checks: tuple[Check, ...]

    @property
    def is_good(self) -> bool:
        """Whether everything was answered, and well."""
        return all(check.outcome is Outcome.PASS for check in self.checks)


class RoomCheck:
    """Looks at pictures one after the other, on one thread."""

    def __init__(self, settings: ChecksSettings) -> None:
        """Look with the thresholds of `settings`.

        Raises:
            ModelError: the cascade that finds faces is missing or altered.
        """
        self._settings = settings
        self._finder = FaceFinder()
        self._looks: deque[RoomLook] = deque(maxlen=LOOKS)

    def look(self, frame: Frame) -> RoomLook:
        """What `frame` and the looks before it say; a line changes when most of them agree."""
        region = Region.centred(frame)
        pixels = region.cut(frame)
        faces = self._finder.find(to_grey(pixels))
        face = faces[0] if len(faces) == 1 else None
        checks = (
            *check_geometry(region.side, face, self._settings),
            *check_pixels(pixels, face, self._settings),
        )
        moved = None if face is None else face.moved(region.left, region.top)
        self._looks.append(RoomLook(region, len(faces), moved, checks))
        return RoomLook(region, len(faces), moved, steady(tuple(self._looks)))


def steady(looks: Sequence[RoomLook]) -> tuple[Check, ...]:
    """For each line of the newest look, the newest check with the outcome that most looks have.

    Args:
        looks: oldest first, at least one; each with the same lines.
    """
    found = []
    for line in range(len(PICTURE_CHECKS)):
        checks = [look.checks[line] for look in looks]
        outcomes = [check.outcome for check in checks]
        # Of two that are as frequent, the newer one counts.
        usual = max(reversed(outcomes), key=outcomes.count)
        found.append(next(check for check in reversed(checks) if check.outcome is usual))
    return tuple(found)
