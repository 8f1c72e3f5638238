"""`SafetyWitness`: what must hold before UV light, told from events alone.

It shares no code with gate, desk or station: it is written from the rules, and a test compares the
two after every event. Where the program is stricter than the rules, that is no contradiction.
"""

from collections import deque
from dataclasses import dataclass, field

STALE_SECONDS = 0.3
NEEDED_FRAMES, OF_FRAMES = 6, 8
DWELL_SECONDS = 0.4
OPEN_FRAMES = 3
OPEN_SEEN_SECONDS = 30.0
BREAK_SECONDS = 1.0
LARGEST_SHIFT = 2
EXPLAINED_SECONDS = 30.0
WINDOW_SECONDS = 0.5
OVERRULED_SECONDS = 120.0
_ROUNDING = 1e-6


@dataclass
class SafetyWitness:
    """Keeps what was seen and done. Colours: `red`, `amber`, `green` (see `saw`)."""

    model: bool = True
    source_live: bool | None = True  # None: no source is open
    latched: bool = False
    storage: bool = True
    tested: bool = True  # False: the newest self-test failed in a part that safety hangs on
    interruptions: set[str] = field(default_factory=set)
    signed_in: bool = True
    subject: str = ""
    doses: dict[str, float] = field(default_factory=dict)

    epoch: int = 0
    explained_epoch: int | None = None
    explained_at: float = float("-inf")
    overruled_at: float | None = None
    overruled_epoch: int | None = None

    _recent: deque[bool] = field(default_factory=lambda: deque(maxlen=OF_FRAMES))
    _green_since: float | None = None
    _newest_green: bool = False
    _captured_at: float = float("-inf")
    _sequence: int = -1
    _opens: int = 0
    _open_at: float = float("-inf")
    _face: int | None = None
    _face_at: float = float("-inf")
    _beat_at: float | None = None
    _steady_at: float = float("-inf")

    # Events

    def forget_face(self) -> None:
        """Whoever comes next has not been seen, and nothing was explained or overruled for them."""
        self.epoch += 1
        self.drop()
        self._opens, self._open_at, self._face = 0, float("-inf"), None
        self.explained_epoch = self.overruled_at = self.overruled_epoch = None

    def restart(self) -> None:
        """Another source, model or settings: frames are numbered from the start."""
        self.forget_face()
        self._sequence, self._captured_at, self._newest_green = -1, float("-inf"), False

    def drop(self) -> None:
        """The light went out: green has to be earned again."""
        self._recent.clear()
        self._green_since = None

    def leave(self) -> None:
        """The operator has locked the station or signed out."""
        self.signed_in = False
        self.drop()

    def come(self, *, another: bool) -> None:
        """Somebody has signed in; another operator begins with nobody and knows nothing."""
        if another:
            self.forget_face()
            self.subject = ""
        self.signed_in = True

    def saw(self, colour: str, sequence: int, captured_at: float, now: float, place: int) -> None:
        """A frame was judged.

        Args:
            colour: `red` is no usable face, `amber` a good one with open eyes, `green` closed.
            sequence, captured_at: of the frame.
            now: when it was judged.
            place: where the face stands, in tens of pixels.
        """
        if not (sequence > self._sequence and self._captured_at <= captured_at <= now):
            self.break_off()
            return
        if now - captured_at > STALE_SECONDS + _ROUNDING:
            self.drop()
            return
        if captured_at - self._captured_at > STALE_SECONDS + _ROUNDING:
            self.drop()
        self._sequence, self._captured_at = sequence, captured_at
        self._newest_green = colour == "green"
        if self._face is not None and captured_at - self._face_at > BREAK_SECONDS + _ROUNDING:
            self._new_face()
        if colour == "red":
            self.drop()
            self._opens = 0
            return
        if self._face is not None and abs(place - self._face) > LARGEST_SHIFT:
            self._new_face()
        self._face, self._face_at = place, captured_at
        self._opens = self._opens + 1 if colour == "amber" else 0
        if self._opens >= OPEN_FRAMES:
            self._open_at = captured_at
        self._recent.append(colour == "green")
        if colour != "green":
            self._green_since = None
        elif self._green_since is None:
            self._green_since = captured_at

    def break_off(self) -> None:
        """Frames came out of order: the face's continuity is lost."""
        self._new_face()
        self._face = None
        self._newest_green = False

    def _new_face(self) -> None:
        self.epoch += 1
        self.drop()
        self._opens, self._open_at, self._face = 0, float("-inf"), None

    def window_beat(self, now: float) -> None:
        """The window was painted."""
        if self._beat_at is not None and now - self._beat_at > WINDOW_SECONDS + _ROUNDING:
            self._steady_at = now + WINDOW_SECONDS
        self._beat_at = now

    # Rules

    def overruled(self, now: float) -> bool:
        """Whether an operator's overruling can still count."""
        began = self.overruled_at
        return began is not None and now - began < OVERRULED_SECONDS

    def safe_to_expose(self, now: float) -> bool:
        """Whether light that is on may stay on."""
        if self.latched or not self.model or not self.source_live or not self.tested:
            return False
        if self.interruptions or not self.signed_in:
            return False
        window = self._beat_at is None or now - self._beat_at <= WINDOW_SECONDS + _ROUNDING
        fresh = self._newest_green and now - self._captured_at <= STALE_SECONDS + _ROUNDING
        seen_open = now - self._open_at <= OPEN_SEEN_SECONDS + _ROUNDING
        return window and now >= self._steady_at - _ROUNDING and fresh and seen_open

    def allows(self, now: float, planned_dose: float, daily_limit: float) -> bool:
        """Whether a permission may be held."""
        held = (
            self._green_since is not None
            and self._captured_at - self._green_since >= DWELL_SECONDS - _ROUNDING
            and sum(self._recent) >= NEEDED_FRAMES
        )
        explained = (
            self.explained_epoch == self.epoch
            and now - self.explained_at <= EXPLAINED_SECONDS + _ROUNDING
        )
        dose = self.doses.get(self.subject, 0.0) + planned_dose <= daily_limit + _ROUNDING
        return self.safe_to_expose(now) and held and explained and self.storage and dose
