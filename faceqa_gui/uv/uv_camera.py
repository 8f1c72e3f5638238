"""`UvCamera`: a second frame source that looks at the face while the lamp is lit.

Opening a camera takes seconds and a permission lives for one at most. So the camera is opened by a
thread of its own as soon as somebody wants it, and closed when nobody has wanted it for a while.
No method waits for the camera: one that hangs holds nothing up but its own thread.
"""

import logging
import statistics
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.frame import Frame
from faceqa_gui.frames.open_source import source_from
from faceqa_gui.frames.source import LIVE_KINDS, FrameSource, SourceInfo
from faceqa_gui.uv.device import UvError
from faceqa_gui.uv.uv_picture import LitTime, Sight, UvPicture, choose
from faceqa_gui.wording import said

KEEP_OPEN_SECONDS = 5.0
"""Stays open for so long after it was last wanted: a face that blinks away costs no new opening."""

FRESH_SECONDS = 1.0
"""A camera that is silent for longer is lost: it would miss the usual exposure altogether."""

FROZEN_SECONDS = 1.0
"""A picture that shows something and does not change for so long is frozen; sensors have noise."""

ANSWER_SECONDS = 15.0
"""The operator is told of an opening that takes longer; cameras give up by themselves earlier."""

KEPT_SIGHTS = 16
"""Half a second at 30 Hz; a lamp confirms within a quarter of a second that it is off."""

_READY_SIGHTS = 3
_GAPS = 9
_FIRST_PAUSE_SECONDS = 0.5
_LONGEST_PAUSE_SECONDS = 5.0

_log = logging.getLogger(__name__)


class UvCameraError(UvError):
    """The UV camera cannot serve, so no UV light is released."""


class _Opening:
    """One opening of the source: what its thread has seen so far."""

    def __init__(self, began_at: float) -> None:
        self.began_at = began_at
        self.source: FrameSource | None = None
        self.info: SourceInfo | None = None
        self.newest: Sight | None = None
        self.count = 0
        self.has_changed = False
        self.gaps: deque[float] = deque(maxlen=_GAPS)
        self.thread: threading.Thread | None = None


class UvWatch:
    """What the UV camera sees during one exposure; memory is bounded by `KEPT_SIGHTS`."""

    def __init__(
        self, info: SourceInfo, before: Sight, period_seconds: float, lost: Callable[[], str]
    ) -> None:
        """Begin with the newest sight.

        Args:
            info: the opened camera.
            before: its newest sight, from before the lamp is armed.
            period_seconds: between two frames.
            lost: says why the camera can no longer serve, or "".
        """
        self.info = info
        self.before = before
        self._period = period_seconds
        self._lost = lost
        self._lock = threading.Lock()
        self._newest: deque[Sight] = deque(maxlen=KEPT_SIGHTS)
        self._older: Sight | None = None
        self._ended = False

    @property
    def lost(self) -> str:
        """Why the camera no longer looks, in a sentence; "" while it does."""
        return self._lost()

    def add(self, sight: Sight) -> None:
        """Keep a sight; of those that are too many, the newest sound one stays."""
        with self._lock:
            if self._ended:
                return
            if len(self._newest) == KEPT_SIGHTS:
                oldest = self._newest[0]
                if self._older is None or self._is_sound(oldest) or not self._is_sound(self._older):
                    self._older = oldest
            self._newest.append(sight)

    def _is_sound(self, sight: Sight) -> bool:
        moves = sight.first_shown_at > self.before.frame.captured_at
        return moves and not sight.light.is_black and not sight.light.is_saturated

    def moments(self) -> list[float]:
        """When the kept sights were captured, in monotonic seconds."""
        return [sight.frame.captured_at for sight in self._kept()]

    def end(self) -> None:
        """The lamp is off: nothing more is kept."""
        with self._lock:
            self._ended = True

    def picture(self, lit_at: float, dark_at: float, rise_seconds: float) -> UvPicture | None:
        """The best picture of the exposure; None where no frame was captured in its light.

        A frame counts from one frame period after the lamp's rise on, because the camera gathered
        its light over the period before it was captured.

        Args:
            lit_at: when the lamp was switched on, in monotonic seconds.
            dark_at: when it was switched off.
            rise_seconds: how long the lamp takes to its full light.
        """
        lit = LitTime(lit_at + rise_seconds + self._period, dark_at)
        return choose(self._kept(), lit, self.before)

    def _kept(self) -> Sequence[Sight]:
        with self._lock:
            older = () if self._older is None else (self._older,)
            return (*older, *self._newest)


class UvCamera:
    """The UV camera. Every method is thread-safe and returns at once."""

    def __init__(self, make_source: Callable[[], FrameSource], *, live_only: bool) -> None:
        """Nothing is opened before `want`.

        Args:
            make_source: makes the source anew for every opening; may take its time and raise
                `SourceError`.
            live_only: refuse recordings, because the lamp emits real light.
        """
        self._make_source = make_source
        self._live_only = live_only
        self._lock = threading.Lock()
        self._wanted_until = float("-inf")
        self._not_before = float("-inf")
        self._pause = _FIRST_PAUSE_SECONDS
        self._closed = False
        self._problem = ""
        self._opening: _Opening | None = None
        self._watch: UvWatch | None = None

    def want(self) -> None:
        """Be open for the next `KEEP_OPEN_SECONDS`; call it again and again."""
        now = time.monotonic()
        with self._lock:
            if self._closed:
                return
            self._wanted_until = now + KEEP_OPEN_SECONDS
            if self._opening is None and now >= self._not_before:
                opening = self._opening = _Opening(now)
                opening.thread = threading.Thread(
                    target=self._look, args=(opening,), name="UV camera", daemon=True
                )
                opening.thread.start()

    @property
    def ready(self) -> bool:
        """Whether it is open and sends fresh, changing pictures now."""
        with self._lock:
            return self._state(self._opening)[0]

    @property
    def problem(self) -> str:
        """What keeps it from serving and what to do; "" where it serves, opens or rests."""
        with self._lock:
            return self._state(self._opening)[1]

    def watch(self, exposure_seconds: float, rise_seconds: float) -> UvWatch:
        """Begin to keep what it sees; call it before the lamp is armed.

        Args:
            exposure_seconds: how long the lamp will be lit.
            rise_seconds: how long it takes to its full light.

        Raises:
            UvCameraError: it does not send fresh pictures now, or too few for the exposure.
        """
        with self._lock:
            opening = self._opening
            is_ready, problem = self._state(opening)
            if not is_ready or opening is None or opening.newest is None or opening.info is None:
                raise UvCameraError(
                    problem
                    or said("The UV camera is not ready, so no UV light was released. Try again.")
                )
            period = statistics.median(opening.gaps)
            # One period may lie half in the dark; a second one brings a picture for certain.
            if rise_seconds + 2 * period > exposure_seconds:
                raise UvCameraError(
                    said(
                        "The UV camera sends a picture every {period:.2g} s, too seldom for "
                        "an exposure of {exposure_seconds:g} s, so no UV light was released. "
                        "Set a longer exposure, or choose a faster camera.",
                        period=period,
                        exposure_seconds=exposure_seconds,
                    )
                )
            self._watch = UvWatch(
                opening.info, opening.newest, period, lambda: self._why_lost(opening)
            )
            return self._watch

    def close(self, wait_seconds: float = 0.0) -> None:
        """Close for good; wait at most `wait_seconds` until the source is released."""
        with self._lock:
            self._closed = True
            opening = self._opening
            source = opening.source if opening is not None else None
        if opening is None or opening.thread is None:
            return
        if source is not None:
            # A source that hangs may hang in its `close` too.
            threading.Thread(target=source.close, name="UV camera closer", daemon=True).start()
        if opening.thread is not threading.current_thread():
            opening.thread.join(wait_seconds)

    # The thread of one opening

    def _look(self, opening: _Opening) -> None:
        try:
            problem = self._read_while_wanted(opening)
        except SourceError as error:
            problem = said("UV camera: {error}", error=error)
        except Exception:  # noqa: BLE001  (closed beats open: a camera that failed is not ready)
            _log.exception("the UV camera failed")
            problem = said("The UV camera failed inside the program. Restart the program.")
        with self._lock:
            self._opening = None
            self._problem = problem
            if problem:
                self._not_before = time.monotonic() + self._pause
                self._pause = min(2 * self._pause, _LONGEST_PAUSE_SECONDS)

    def _read_while_wanted(self, opening: _Opening) -> str:
        source = self._make_source()
        with self._lock:
            opening.source = source
        try:
            info = source.open()
            if self._live_only and info.kind not in LIVE_KINDS:
                raise SourceError(
                    said(
                        "{name} shows no live picture. Choose a camera or a network stream: "
                        "real UV light is released for a picture of the present moment alone.",
                        name=info.name,
                    )
                )
            with self._lock:
                opening.info = info
            while self._is_wanted():
                frame = source.read()
                if frame is None:
                    return "" if not self._is_wanted() else _SILENT
                self._take(opening, frame)
            return ""
        finally:
            source.close()

    def _is_wanted(self) -> bool:
        with self._lock:
            return not self._closed and time.monotonic() < self._wanted_until

    def _take(self, opening: _Opening, frame: Frame) -> None:
        earlier = opening.newest
        sight = Sight.after(earlier, frame)
        with self._lock:
            if earlier is not None:
                opening.gaps.append(frame.captured_at - earlier.frame.captured_at)
                opening.has_changed |= sight.first_shown_at != earlier.first_shown_at
            opening.newest = sight
            opening.count += 1
            self._problem = ""
            self._pause = _FIRST_PAUSE_SECONDS
            watch = self._watch
        if watch is not None:
            watch.add(sight)

    # What is known, with the lock held

    def _state(self, opening: _Opening | None) -> tuple[bool, str]:
        """Whether the camera can serve, and what is wrong."""
        if opening is None:
            return False, self._problem
        now = time.monotonic()
        newest = opening.newest
        if newest is None:
            slow = now - opening.began_at > ANSWER_SECONDS
            return False, _HANGING if slow else self._problem
        if not 0.0 <= now - newest.frame.captured_at <= FRESH_SECONDS:
            return False, _SILENT
        frozen = now - newest.first_shown_at > FROZEN_SECONDS
        # Behind a UV filter all is black before the light: blackness cannot show that it changes.
        if frozen and not newest.light.is_black:
            return False, _FROZEN
        moves = opening.has_changed or newest.light.is_black
        return moves and opening.count >= _READY_SIGHTS, ""

    def _why_lost(self, opening: _Opening) -> str:
        with self._lock:
            if opening is not self._opening:
                return self._problem or _SILENT
            return self._state(opening)[1]


_SILENT = said("The UV camera stopped sending pictures. Check its cable.")
_FROZEN = said(
    "The UV camera sends the same picture again and again. Unplug it and plug it in again, or "
    "choose a camera that shows the present moment."
)
_HANGING = said("The UV camera does not answer. Unplug it, plug it in again and restart FaceQA.")


def uv_camera_for(
    name: str, *, live_only: bool, open_source: Callable[[str], FrameSource] | None = None
) -> UvCamera | None:
    """The chosen UV camera, not yet opened; None where none was chosen.

    Args:
        name: as in the settings; see `source_from`.
        live_only: refuse recordings.
        open_source: makes the source that a name stands for; None for `source_from`.
    """
    make = open_source or (lambda text: source_from(text, loop=True))
    return UvCamera(lambda: make(name), live_only=live_only) if name.strip() else None
