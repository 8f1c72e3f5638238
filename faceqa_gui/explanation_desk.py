"""`ExplanationDesk`: which frame is to be explained, which is running, and for whom it counts."""

from dataclasses import dataclass

from faceqa_gui.assessment.assessment import Assessment, Light
from faceqa_gui.explanation.explanation import Explanation, Progress
from faceqa_gui.explanation.trust import Doubt, doubts
from faceqa_gui.frames.frame import Frame
from faceqa_gui.quality.labels import Quality
from faceqa_gui.settings import ExplanationSettings


@dataclass(frozen=True, slots=True, eq=False)
class ExplanationRequest:
    """A frozen candidate frame to be explained.

    Attributes:
        frame: the candidate.
        assessment: what was said of it.
        target: the class to explain.
        face_number: the continuously seen face that it shows.
    """

    frame: Frame
    assessment: Assessment
    target: Quality
    face_number: int

    @property
    def may_count(self) -> bool:
        """Whether its result may support a UV permission: why does this usable face look like that?

        A usable face is a good one, unless an operator has overruled what it was taken for.
        """
        usable = self.assessment.light is not Light.RED
        return usable and self.target is self.assessment.quality


class ExplanationDesk:
    """One explanation at a time; its result counts for the face it was made for, for a while.

    A weak result does not count where the settings say so, and is not tried again by itself:
    asking until a face happens to pass would be no check. Not thread-safe: the station serialises
    every call.
    """

    def __init__(self, settings: ExplanationSettings) -> None:
        self._settings = settings
        self._wanted: ExplanationRequest | None = None
        self._running: ExplanationRequest | None = None
        self._supporting: Explanation | None = None
        self._supported_face: int | None = None
        self._refused_face: int | None = None
        self._declined_for: int | None = None
        self.progress: Progress | None = None
        self.newest: Explanation | None = None
        self.newest_doubts: tuple[Doubt, ...] = ()

    def want(self, request: ExplanationRequest) -> None:
        """Explain this next; a running explanation of another question is given up."""
        self._wanted = request
        self._running, self.progress = None, None

    def want_for_face(self, request: ExplanationRequest, now: float) -> None:
        """Explain a held good face unless that is done, under way or was declined before."""
        if self._running is not None and self._running.face_number != request.face_number:
            self.give_up()
        busy = self._running is not None or self._wanted is not None
        declined = self._declined_for == request.face_number
        if not (busy or declined or self.supporting(request.face_number, now)):
            self._wanted = request

    def take(self) -> ExplanationRequest | None:
        """Start what is wanted; None when nothing is."""
        request, self._wanted = self._wanted, None
        if request is not None:
            self._running, self.progress = request, None
        return request

    def is_running(self, request: ExplanationRequest) -> bool:
        """Whether this request is still to be worked on."""
        return self._running is request

    def report(self, request: ExplanationRequest, progress: Progress) -> None:
        """The running explanation has come further."""
        if self._running is request:
            self.progress = progress

    def finish(self, request: ExplanationRequest, explanation: Explanation) -> None:
        """Keep a result; the result of a job that was given up is discarded."""
        if self._running is not request:
            return
        self._running, self.progress = None, None
        self.newest, self.newest_doubts = explanation, doubts(explanation, self._settings)
        if not request.may_count:
            return
        # Whatever was found before, the newest answer is the one that counts.
        if self._suffices():
            self._supporting, self._supported_face = explanation, request.face_number
            self._refused_face = self._declined_for = None
        else:
            self._supporting = self._supported_face = None
            self._refused_face = self._declined_for = request.face_number

    def _suffices(self) -> bool:
        """Whether the newest explanation may support a permission."""
        if Doubt.NO_EVIDENCE in self.newest_doubts:
            return False
        return not self.newest_doubts or self._settings.low_trust == "warn"

    def decline(self, request: ExplanationRequest) -> None:
        """It failed or was cancelled: this face is explained again only when somebody asks."""
        if self._running is request:
            self._declined_for = request.face_number
            self._running, self.progress = None, None

    def cancel(self) -> None:
        """The operator cancels what is running."""
        if self._running is not None:
            self.decline(self._running)

    def give_up(self) -> None:
        """Nothing that is wanted or running has a purpose any more."""
        self._wanted, self._running, self.progress = None, None, None

    def forget(self) -> None:
        """What was explained no longer supports anything, and anybody may be explained again."""
        self.give_up()
        self._supporting = self._supported_face = None
        self._refused_face = self._declined_for = None

    def clear(self) -> None:
        """Nothing that was explained may be seen any more, either."""
        self.forget()
        self.newest, self.newest_doubts = None, ()

    def supporting(self, face_number: int, now: float) -> Explanation | None:
        """The explanation that supports a permission for this face at `now`, if there is one."""
        explanation = self._supporting
        if explanation is None or self._supported_face != face_number:
            return None
        young = 0.0 <= now - explanation.captured_at <= self._settings.valid_seconds
        return explanation if young else None

    def refused(self, face_number: int) -> bool:
        """Whether this face's explanation was too weak to count and no other is under way."""
        busy = self._running is not None or self._wanted is not None
        return self._refused_face == face_number and not busy
