"""`Gate`: turns a stream of assessments into a light. Closed beats open whenever in doubt."""

from collections import deque

from faceqa_gui.assessment.assessment import Assessment, Light
from faceqa_gui.assessment.face_track import FaceTrack
from faceqa_gui.eyes.eye_state import EyeState
from faceqa_gui.settings import GateSettings

OPEN_FRAMES_NEEDED = 3


class Gate:
    """N of M green frames and a dwell to go green; one other frame, or silence, to drop.

    Green additionally needs that the same, continuously seen face was seen with both eyes open
    within the last `open_seen_seconds`: a detector that never saw this person's open eyes may not
    claim that they are closed, and a photograph of closed eyes never turns green.

    Not thread-safe: the station serialises every call.
    """

    def __init__(self, settings: GateSettings) -> None:
        self._settings = settings
        self._track = FaceTrack(settings.break_seconds)
        self._recent: deque[bool] = deque(maxlen=settings.window_frames)
        self._light = Light.RED
        self._sequence = -1
        self._captured_at = float("-inf")
        self._enough_since: float | None = None
        self._good_since: float | None = None
        self._open_frames = 0
        self._open_seen_at = float("-inf")
        self._latched = ""

    @property
    def face_number(self) -> int:
        """Number of the continuously seen face (see `FaceTrack`)."""
        return self._track.number

    @property
    def latched(self) -> str:
        """Why the gate is latched closed; "" when it is not."""
        return self._latched

    def update(self, assessment: Assessment, now: float) -> Light:
        """Take one assessment and return the light at `now` (monotonic seconds).

        An assessment that is out of order or from the future closes the gate and ends the face's
        continuity; one that comes too late turns the light red and is not looked at otherwise.
        """
        self._expire(now)
        in_order = (
            assessment.frame_sequence > self._sequence
            and self._captured_at <= assessment.captured_at <= now
        )
        if not in_order:
            self.close()
            return self.light(now)
        if now - assessment.captured_at > self._settings.stale_seconds:
            self.drop()
            return self.light(now)
        self._sequence = assessment.frame_sequence
        self._captured_at = assessment.captured_at
        face_before = self._track.number
        if self._track.see(assessment.face, assessment.captured_at) != face_before:
            self._forget_face()
        frame_light = assessment.light
        self._note_open_eyes(assessment, frame_light)
        if frame_light is Light.RED:
            self.drop()
        else:
            self._note_good(assessment.captured_at, green=frame_light is Light.GREEN)
        return self.light(now)

    def light(self, now: float) -> Light:
        """The light at `now`: red when latched or when the newest assessment is too old."""
        self._expire(now)
        if self._latched:
            return Light.RED
        if self._light is Light.GREEN and not self.open_eyes_seen(now):
            return Light.AMBER
        return self._light

    def open_eyes_seen(self, now: float) -> bool:
        """Whether the current face was seen with open eyes recently enough."""
        return 0.0 <= now - self._open_seen_at <= self._settings.open_seen_seconds

    def good_for(self, now: float) -> float:
        """Seconds for which a good face has been held without a break; 0.0 when it is not."""
        self._expire(now)
        return 0.0 if self._good_since is None else max(0.0, now - self._good_since)

    def drop(self) -> None:
        """The light goes red; the same face may earn green again without being seen open anew."""
        self._light = Light.RED
        self._recent.clear()
        self._enough_since = None
        self._good_since = None

    def close(self) -> None:
        """Close now; frames may open the gate again."""
        self.drop()
        self._forget_face()
        self._track.break_off()

    def restart(self) -> None:
        """Close and expect a new source, whose frames are numbered from the start."""
        self.close()
        self._sequence = -1
        self._captured_at = float("-inf")

    def latch(self, reason: str) -> None:
        """Close and stay closed until `acknowledge`: an internal error was found."""
        self.close()
        self._latched = self._latched or reason

    def acknowledge(self) -> None:
        """An operator has read why the gate was latched."""
        self._latched = ""

    def _expire(self, now: float) -> None:
        silent = not 0.0 <= now - self._captured_at <= self._settings.stale_seconds
        if silent and (self._light is not Light.RED or self._good_since is not None):
            self.drop()

    def _forget_face(self) -> None:
        self._open_frames = 0
        self._open_seen_at = float("-inf")
        self._recent.clear()
        self._enough_since = None
        self._light = Light.RED

    def _note_open_eyes(self, assessment: Assessment, frame_light: Light) -> None:
        seen_open = (
            frame_light is Light.AMBER
            and assessment.face is not None
            and assessment.eyes.image_left.state is EyeState.OPEN
            and assessment.eyes.image_right.state is EyeState.OPEN
        )
        self._open_frames = self._open_frames + 1 if seen_open else 0
        if self._open_frames >= OPEN_FRAMES_NEEDED:
            self._open_seen_at = assessment.captured_at

    def _note_good(self, at: float, *, green: bool) -> None:
        if self._good_since is None:
            self._good_since = at
        if not green and self._light is Light.GREEN:
            self._recent.clear()
        self._recent.append(green)
        enough = green and sum(self._recent) >= self._settings.needed_frames
        if not (enough and self.open_eyes_seen(at)):
            self._enough_since = None
            self._light = Light.AMBER
            return
        if self._enough_since is None:
            self._enough_since = at
        held = at - self._enough_since >= self._settings.dwell_seconds
        self._light = Light.GREEN if held else Light.AMBER
