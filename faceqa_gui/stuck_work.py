"""`StuckWork`: which of the station's workers hang, and which were replaced."""

from enum import StrEnum

LONGEST_FRAME_SECONDS = 3.0
"""A frame that is judged for this long hangs; the gate has been closed for most of that time."""

LONGEST_SILENCE_SECONDS = 10.0
"""An explanation that comes no further for this long hangs.

Between two steps lies one batch, or the superpixels: about a second even where Keras must do.
"""


class Worker(StrEnum):
    """Who may be replaced, once in the life of a program."""

    JUDGING = "judging"
    EXPLAINING = "explaining"


class StuckWork:
    """Not thread-safe: the station serialises every call. Times are monotonic seconds."""

    def __init__(self) -> None:
        self._frame: tuple[object, float] | None = None
        self._explanation: tuple[object, float] | None = None
        self._place: object = None
        self._replaced: set[Worker] = set()
        self._to_replace: set[Worker] = set()

    # Frames

    def begin_frame(self, judge: object, now: float) -> None:
        """`judge` begins to judge a frame."""
        self._frame = judge, now

    def end_frame(self, judge: object) -> None:
        """`judge` is done with its frame, or nobody waits for it any more."""
        if self._frame is not None and self._frame[0] is judge:
            self._frame = None

    def frame_hangs(self, now: float) -> bool:
        """Whether a frame has been judged for too long; it is said once."""
        hangs = self._frame is not None and now - self._frame[1] > LONGEST_FRAME_SECONDS
        if hangs:
            self._frame = None
        return hangs

    # Explanations

    def begin_explanation(self, request: object, now: float) -> None:
        """A worker begins with `request`."""
        self._explanation, self._place = (request, now), None

    def hear_explanation(self, request: object, place: object, now: float) -> None:
        """The worker on `request` is at `place`; only another place is a step further."""
        mine = self._explanation is not None and self._explanation[0] is request
        if mine and place != self._place:
            self._explanation, self._place = (request, now), place

    def end_explanation(self, request: object) -> None:
        """The worker on `request` is done with it."""
        if self._explanation is not None and self._explanation[0] is request:
            self._explanation = None

    def explanation_hangs(self, now: float) -> bool:
        """Whether a worker has been silent for too long; it is said once."""
        hangs = self._explanation is not None and (
            now - self._explanation[1] > LONGEST_SILENCE_SECONDS
        )
        if hangs:
            self._explanation = None
        return hangs

    # Replacements

    def may_replace(self, worker: Worker) -> bool:
        """Whether this worker was not replaced before."""
        return worker not in self._replaced

    def replace(self, worker: Worker) -> None:
        """Have this worker replaced."""
        self._replaced.add(worker)
        self._to_replace.add(worker)

    def take(self) -> frozenset[Worker]:
        """Workers to replace now; each is named once."""
        wanted, self._to_replace = frozenset(self._to_replace), set()
        return wanted
