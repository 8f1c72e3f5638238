"""`Station`: the engine. Source → assessor → gate → explainer → UV → store; it knows no Qt."""

import hashlib
import logging
import threading
import time
import uuid
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from faceqa_gui.assessment.assessment import Assessment, Light, Outcome
from faceqa_gui.assessment.assessor import Assessor
from faceqa_gui.assessment.gate import Gate
from faceqa_gui.assessment.override import OverrideDesk, QualityOverride, overridable
from faceqa_gui.assessment.permission import Grounds, PermissionDesk
from faceqa_gui.assessment.thresholds import good_threshold
from faceqa_gui.audit_desk import AuditDesk
from faceqa_gui.capture import Capture
from faceqa_gui.dose_desk import DoseDesk
from faceqa_gui.errors import FaceQAError
from faceqa_gui.explanation.combined import explain
from faceqa_gui.explanation.explanation import Explanation, ExplanationJob, Progress
from faceqa_gui.explanation_desk import ExplanationDesk, ExplanationRequest
from faceqa_gui.eyes.eye_state import NOT_LOOKED, EyeDetector
from faceqa_gui.frames.frame import Box, Frame
from faceqa_gui.frames.source import LIVE_KINDS, FrameSource, SourceInfo
from faceqa_gui.guidance import Facts, action_for, steps_for, waits_for
from faceqa_gui.operators.operator import Operator, Role
from faceqa_gui.presence import Interruption, Presence, SleepWatch
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.preprocessing import network_input
from faceqa_gui.quality.runtime import EnclosedRuntime
from faceqa_gui.records.audit import PROGRAM
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.self_test import SelfTest
from faceqa_gui.settings import GATE_STAYS, Settings
from faceqa_gui.station_state import (
    KEPT_THUMBNAILS,
    CaptureSummary,
    HistoryPoint,
    StationState,
)
from faceqa_gui.stuck_work import StuckWork, Worker
from faceqa_gui.turns import Turns
from faceqa_gui.uv.device import Exposure, UvDevice, UvStatus
from faceqa_gui.uv_camera_desk import UvCameraDesk
from faceqa_gui.wording import joined, said

HISTORY_SECONDS = 10.0
WATCHDOG_SECONDS = 0.05
LATE_SHARE = 0.5
"""An assessment that is older than this share of the gate's silence is late when it is made."""

FIRST_PICTURE_SECONDS = 1.0
"""For so long the first picture of a source or a model may keep the operator waiting."""

LATE_SECONDS = 2.0
"""For so long after one, missing pictures are put down to the computer and not to the camera."""

_log = logging.getLogger(__name__)


class Station:
    """Everything between a frame and the lamp. Every public method is thread-safe.

    One thread calls `judge`, one runs explanations, one captures; a watchdog of the station's own
    closes the gate when they fall silent. What a window shows is read as one `StationState`.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        device: UvDevice,
        store: CaptureStore,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
        uv_source: Callable[[str], FrameSource] | None = None,
        operator: Operator | None = None,
    ) -> None:
        """Start closed, without a model and without a source.

        Args:
            settings: in force from the start.
            device: the lamp; the station closes it in the end.
            store: where captures go.
            clock: monotonic seconds.
            wall: the calendar's time, for doses per day.
            uv_source: makes the second source that the settings name; None for `source_from`.
            operator: who answers from the start; None for the local operator of the settings.
        """
        self._lock = threading.RLock()
        self._turns = Turns()
        self._clock = clock
        self._device = device
        self._store = store
        self._session = uuid.uuid4().hex
        self._operator = operator
        self._subject = ""
        self._model: QualityModel | None = None
        self._eyes: EyeDetector | None = None
        self._source: SourceInfo | None = None
        self._assessor: Assessor | None = None
        self._stuck = StuckWork()
        self._frame: Frame | None = None
        self._assessment: Assessment | None = None
        self._judged_late_at = self._restarted_at = float("-inf")
        self._history: deque[HistoryPoint] = deque()
        self._capture: Capture | None = None
        self._captured_face: int | None = None
        self._captures: tuple[CaptureSummary, ...] = ()
        self._notice = ""
        self._storage_problem = ""
        self._read_problem = ""
        self._granted_for: Grounds | None = None
        self._uv_cameras = UvCameraDesk(uv_source, live_only=not device.info.simulated)
        self._presence = Presence()
        self._self_test: SelfTest | None = None
        self._self_test_is_due = False
        self._self_test_notice = ""
        self._overrides = OverrideDesk()
        self._doses = DoseDesk(wall)
        self.audit = AuditDesk(store)
        """Who did what in this session."""
        self._adopt(settings)
        self.audit.started(self.operator.name, self._settings_sha256, device.info)
        self._check_storage()
        self._stopped = threading.Event()
        self._watchdog = threading.Thread(target=self._watch, name="gate watchdog", daemon=True)
        self._watchdog.start()

    # What windows and workers tell the station

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def change_settings(self, settings: Settings, by: str = "") -> None:
        """Take new settings; all but `GATE_STAYS` close the gate and end what was explained.

        Args:
            settings: in force from now on.
            by: the name of who answers for it; "" for the operator.
        """
        with self._lock:
            by = by or self.operator.name
            old = self._settings
            kept = {name: getattr(old, name) for name in GATE_STAYS}
            if settings.model_copy(update=kept) == old:
                self._keep(settings)
                self.audit.settings_changed(by, old, settings, self._settings_sha256)
                return
            latched = self._gate.latched
            self._doubt()
            self._adopt(settings)
            self.audit.settings_changed(by, old, settings, self._settings_sha256)
            if latched:
                self._gate.latch(latched)
            self._restart()

    def take_stuck(self) -> frozenset[Worker]:
        """Workers that must be replaced, each once: the old one is left to itself."""
        with self._lock:
            stuck = self._stuck.take()
            if Worker.JUDGING in stuck:
                self._model = self._eyes = None
                self._restart()
            return stuck

    def attach(self, model: QualityModel, eyes: EyeDetector) -> None:
        """The model is ready. `eyes` is used only from the thread that calls `judge`."""
        self._doses.read(self._store)
        with self._lock:
            self._model, self._eyes = model, eyes
            self.audit.model_loaded(self.operator.name, model)
            self._notice = self._notice or self._doses.problem or self.audit.finding
            self._restart()

    def open_source(self, info: SourceInfo) -> None:
        """Frames will come from here, numbered from the start."""
        with self._lock:
            self._source = info
            self._notice = self._gate.latched or self._storage_problem or self._doses.problem
            self._restart()

    def lose_source(self, notice: str) -> None:
        """Frames have ended or failed; `notice` tells the operator why ("" at a normal end)."""
        with self._lock:
            self._source, self._notice = None, self._gate.latched or notice
            self._restart()

    @property
    def operator(self) -> Operator:
        """Who answers for what is captured: who signed in, else the local one of the settings."""
        return self._operator or Operator(self._settings.operator, Role.SUPERVISOR)

    def begin_session(self, operator: Operator | None) -> None:
        """Another operator works here: what was seen and captured before is not theirs to see.

        Args:
            operator: who signed in; None for the local operator of the settings.
        """
        with self._lock:
            self._operator, self._session = operator, uuid.uuid4().hex
            self._subject, self._captures = "", ()
            self._history.clear()
            self._forget_face()
            self._explanations.clear()
            self._frame, self._assessment = None, None

    def change_operator(self, operator: Operator | None) -> None:
        """The one who signed in has another role from now on; the session goes on."""
        with self._lock:
            self._operator = operator

    def change_subject(self, subject: str) -> None:
        """Somebody else sits down: nothing that was seen before counts for them."""
        with self._lock:
            self._subject = subject
            self._forget_face()

    def window_beat(self) -> None:
        """The window was painted: a window that once beat and falls silent counts as frozen."""
        with self._lock:
            self._presence.beat(self._clock())

    def interrupt(self, interruption: Interruption) -> None:
        """Nobody can be relied on to stand at the window, until `resume`."""
        with self._lock:
            self._presence.begin(interruption)
            if interruption in self._interruptions(self._clock()):
                self._gate.drop()
                self._doubt()
            if interruption is Interruption.SLEEP:
                self._forget_face()

    def resume(self, interruption: Interruption) -> None:
        """This interruption is over; others may last."""
        with self._lock:
            self._presence.end(interruption)

    def overrule(self, checks: frozenset[str], reason: str, by: str = "") -> None:
        """Findings about this face are overruled, in the words of whoever does it.

        It counts for the first face that is seen under it, and not for long (see `override`).

        Args:
            checks: names of the checks.
            reason: why.
            by: the name of who answers for it; "" for the operator.

        Raises:
            FaceQAError: the settings do not allow it, the checks may not be overruled, or the
                reason is too short.
        """
        with self._lock:
            if not self._settings.gate.quality_override:
                raise FaceQAError(
                    said("Findings cannot be overruled here; the settings forbid it.")
                )
            who, now = by or self.operator.name, self._clock()
            try:
                override = QualityOverride(checks, reason.strip(), who, now)
            except ValueError as error:
                raise FaceQAError(said("Nothing was overruled: {error}.", error=error)) from error
            self._overrides.begin(override)
            self.audit.overruled(override, self._subject)

    def withdraw_override(self) -> None:
        """Nothing is overruled any more, and the face has to be seen again."""
        with self._lock:
            if self._overrides.end():
                self.audit.overruling_withdrawn(self.operator.name)
                self._forget_face()

    def expect_self_test(self) -> None:
        """Nothing is released before the first self-test has told that it may be."""
        with self._lock:
            self._self_test_is_due = True

    def take_self_test(self, test: SelfTest, by: str = "") -> None:
        """The newest self-test; what it says of safety holds until there is another one.

        Args:
            test: its results.
            by: the name of who asked for it; "" for the program itself.
        """
        with self._lock:
            if self._notice == self._self_test_notice:
                self._notice = ""
            self._self_test, self._self_test_notice = test, ""
            self.audit.self_tested(by or PROGRAM, test)
            if test.closing:
                self._self_test_notice = joined(
                    said("The self-test failed, so UV light stays off."),
                    *(result.sentence for result in test.closing),
                )
                self._notice = self._gate.latched or self._self_test_notice
                self._doubt()

    @property
    def lamp_answers(self) -> bool:
        """Whether the lamp could be armed now."""
        return self._device.status() is UvStatus.OFF and not self._device.info.problem

    def notify(self, notice: str) -> None:
        """Show the operator a sentence."""
        with self._lock:
            self._notice = notice

    def fail(self, notice: str) -> None:
        """An internal error: closed until the operator acknowledges it."""
        with self._lock:
            self._gate.latch(notice)
            self._notice = notice
            self._doubt()
            self.audit.failed(self.operator.name, notice)

    def acknowledge(self) -> None:
        """The operator has read the notice."""
        with self._lock:
            if self._gate.latched:
                self.audit.acknowledged(self.operator.name, self._gate.latched)
            self._gate.acknowledge()
            if not self._notice:
                self._read_problem = self._device.info.problem
            self._notice = ""
        self._check_storage()

    def close(self) -> None:
        """Switch the lamp off and end the watchdog."""
        self._stopped.set()
        self._watchdog.join()
        with self._lock:
            self._doubt()
        self._device.close()
        self.audit.stopped(self.operator.name)
        self.audit.writer.close()
        self._uv_cameras.close()

    # Frames

    def judge(self, frame: Frame) -> None:
        """Assess one frame and bring gate and permission up to date."""
        with self._lock:
            assessor = self._assessor
            overruled = self._overrides.checks(self._clock())
            if assessor is None:
                return
            self._stuck.begin_frame(assessor, self._clock())
        try:
            with self._turns.live():
                assessment = assessor.assess(frame, overruled)
        except Exception:  # noqa: BLE001  (closed beats open, whatever went wrong)
            _log.exception("a frame could not be judged")
            with self._lock:
                self._stuck.end_frame(assessor)
                if assessor is self._assessor:
                    self._give_model_up(said("A frame could not be judged"))
            return
        with self._lock:
            self._stuck.end_frame(assessor)
            # What was overruled meanwhile withdrawn no longer counts.
            still = assessment.overruled <= self._overrides.checks(self._clock())
            if assessor is self._assessor and still:
                self._take(frame, assessment)

    def _take(self, frame: Frame, assessment: Assessment) -> None:
        now = self._clock()
        if now - assessment.captured_at > LATE_SHARE * self._settings.gate.stale_seconds:
            self._judged_late_at = now
        light = self._gate.update(assessment, now)
        self._frame, self._assessment = frame, assessment
        if self._capture is not None:
            self._capture.see(frame)
        self._history.append(
            HistoryPoint(
                assessment.captured_at,
                light,
                assessment.probabilities.get(Quality.GOOD),
                assessment.eyes.state,
            )
        )
        unsound = (Outcome.FAIL, "model_sound")
        if any((check.outcome, check.name) == unsound for check in assessment.checks):
            self.fail(
                said("The model's answer is not valid. Choose another model in the settings.")
            )
        face_number = None if assessment.face is None else self._gate.face_number
        if self._overrides.see(face_number, now):
            self._forget_face()
        self._explain_held_face(frame, assessment, now)
        self._settle(now)

    def _give_model_up(self, what: str) -> None:
        """The model failed: closed until acknowledged, and loaded anew the first time."""
        if self._stuck.may_replace(Worker.JUDGING):
            self._stuck.replace(Worker.JUDGING)
            # Until it is replaced, frames arrive that would fail again by the same fault.
            self._assessor = None
            self.fail(
                said("{what}. The model is loaded again; acknowledge this to go on.", what=what)
            )
        else:
            self.fail(said("{what}, again. Close FaceQA and start it once more.", what=what))

    def _give_stuck_work_up(self, now: float) -> None:
        """A judgement or an explanation that does not come back is not waited for."""
        if self._stuck.frame_hangs(now):
            self._give_model_up(said("The model did not answer"))
        if self._stuck.explanation_hangs(now):
            self._explanations.cancel()
            self._notice = said("The explanation did not answer and was given up.")
            if self._stuck.may_replace(Worker.EXPLAINING):
                self._stuck.replace(Worker.EXPLAINING)
            else:
                self._notice = joined(self._notice, said("Close FaceQA and start it again."))

    def _explain_held_face(self, frame: Frame, assessment: Assessment, now: float) -> None:
        held = self._gate.good_for(now) >= self._settings.explanation.hold_seconds
        if held and assessment.face is not None and self._capture is None:
            # An overruled face is explained as what it was taken for: that is what was overruled.
            target = assessment.quality or Quality.GOOD
            self._explanations.want_for_face(self._request(frame, assessment, target), now)

    def _request(self, frame: Frame, assessment: Assessment, target: Quality) -> ExplanationRequest:
        return ExplanationRequest(frame, assessment, target, self._gate.face_number)

    def _settle(self, now: float) -> None:
        """Bring history, lamp and permission in line with the facts at `now`."""
        while self._history and now - self._history[0].at > HISTORY_SECONDS:
            self._history.popleft()
        safe = self._gate.light(now) is Light.GREEN and not self._interruptions(now)
        if self._capture is not None and not (safe and self._capture.sees):
            self._capture.doubt()
        attended = self._gate.light(now) is not Light.RED and not self._interruptions(now)
        wanted = attended or self._capture is not None
        self._notice = self._uv_cameras.settle(self._notice, wanted=wanted)
        grounds = self._grounds(now)
        if grounds is None:
            self._desk.revoke()
        elif grounds != self._granted_for:
            self._desk.grant(grounds, now)
        self._granted_for = grounds

    def _facts(self, now: float) -> Facts:
        newest = self._assessment
        age = float("inf") if newest is None else now - newest.captured_at
        face = self._gate.face_number
        return Facts(
            light=self._gate.light(now),
            assessment=newest if 0.0 <= age <= self._settings.gate.stale_seconds else None,
            judged_late=now - self._judged_late_at <= LATE_SECONDS,
            latched=bool(self._gate.latched),
            model_ready=self._model is not None,
            device_ready=self._device.status() is UvStatus.OFF,
            uv_camera_ready=self._uv_cameras.ready,
            dose_allows=self._doses.allows(
                self._subject, self._settings.uv, simulated=self._device.info.simulated
            ),
            interruptions=self._interruptions(now),
            source_fits=self._source_fits(),
            storage_ready=not self._storage_problem,
            open_eyes_seen=self._gate.open_eyes_seen(now),
            explained=self._explanations.supporting(face, now) is not None,
            explanation_refused=self._explanations.refused(face),
            capturing=self._capture is not None,
            captured=self._captured_face == face,
            self_tested=self._is_self_tested,
            just_started=newest is None
            and self._source is not None
            and now - self._restarted_at <= FIRST_PICTURE_SECONDS,
        )

    @property
    def _is_self_tested(self) -> bool:
        test = self._self_test
        return not self._self_test_is_due if test is None else not test.closing

    def _source_fits(self) -> bool:
        """Real light is released on living people alone: not on recordings or the demo subject."""
        live = self._source is not None and self._source.kind in LIVE_KINDS
        return live or self._device.info.simulated

    def _interruptions(self, now: float) -> frozenset[Interruption]:
        found = self._presence.interruptions(now)
        if not self._settings.gate.window_in_front:
            found -= {Interruption.WINDOW_INACTIVE}
        return found

    def _overridable(self, newest: Assessment | None) -> frozenset[str]:
        if newest is None or not self._settings.gate.quality_override:
            return frozenset()
        return overridable(newest)

    def _grounds(self, now: float) -> Grounds | None:
        """What a permission would be bound to at `now`; None while anything is missing."""
        explanation = self._explanations.supporting(self._gate.face_number, now)
        if explanation is None or self._assessment is None or waits_for(self._facts(now)):
            return None
        return Grounds(
            session=self._session,
            explanation=explanation.identifier,
            model_sha256=explanation.model_sha256,
            face_number=self._gate.face_number,
            settings_sha256=self._settings_sha256,
            frame_sequence=self._assessment.frame_sequence,
        )

    def _doubt(self) -> None:
        """Whatever was permitted no longer is, and a lit lamp goes off."""
        self._desk.revoke()
        self._granted_for = None
        if self._capture is not None:
            self._capture.doubt()

    def _forget_face(self) -> None:
        """Nothing that was seen before counts for whoever is seen next."""
        self._gate.close()
        self._doubt()
        self._explanations.forget()
        self._overrides.end()

    def _watch(self) -> None:
        sleep = SleepWatch()
        while not self._stopped.wait(WATCHDOG_SECONDS):
            with self._lock:
                if sleep.slept():
                    self._forget_face()
                now = self._clock()
                self._give_stuck_work_up(now)
                self._settle(now)

    # Explanations: one worker takes, reports, and finishes or declines

    def request_explanation(self, target: Quality | None) -> None:
        """Explain the newest frame for `target`, or for its most probable class."""
        with self._lock:
            frame, assessment = self._frame, self._assessment
            if frame is None or assessment is None or assessment.quality is None:
                self._notice = said("There is no judged frame to explain yet.")
                return
            wanted = target or assessment.quality
            self._explanations.want(self._request(frame, assessment, wanted))

    def next_explanation(self) -> tuple[ExplanationRequest, ExplanationJob] | None:
        """The explanation to run now, if one is wanted."""
        with self._lock:
            model = self._model
            request = self._explanations.take() if model is not None else None
            settings = self._settings.explanation
            if model is None or request is None:
                return None
            self._stuck.begin_explanation(request, self._clock())
        picture = network_input(request.assessment.region.cut(request.frame))
        job = explain(
            picture,
            model=QualityModel(model.file, EnclosedRuntime(model.runtime, self._turns.background)),
            target=request.target,
            frame_sequence=request.frame.sequence,
            captured_at=request.frame.captured_at,
            face=_in_picture(request.assessment, picture.shape[0]),
            settings=settings,
        )
        return request, job

    def explanation_is_wanted(self, request: ExplanationRequest) -> bool:
        """Whether a running explanation still has a purpose."""
        with self._lock:
            wanted = self._explanations.is_running(request)
            if not wanted:
                self._stuck.end_explanation(request)
            return wanted

    def report_progress(self, request: ExplanationRequest, progress: Progress) -> None:
        """A running explanation has come further."""
        with self._lock:
            self._stuck.hear_explanation(request, (progress.stage, progress.done), self._clock())
            self._explanations.report(request, progress)

    def finish_explanation(self, request: ExplanationRequest, explanation: Explanation) -> None:
        """An explanation is done; it counts only for the face and question it was run for."""
        with self._lock:
            self._stuck.end_explanation(request)
            self._explanations.finish(request, explanation)

    def decline_explanation(self, request: ExplanationRequest, notice: str) -> None:
        """An explanation failed; `notice` tells the operator why."""
        with self._lock:
            self._stuck.end_explanation(request)
            self._explanations.decline(request)
            self._notice = notice

    def cancel_explanation(self) -> None:
        """The operator cancels the running explanation."""
        with self._lock:
            self._explanations.cancel()

    # Capture

    def press(self) -> bool:
        """The UV button fired: check everything again and consume the permission in one step.

        Returns:
            Whether `run_capture` may be called now, once.
        """
        with self._lock:
            now = self._clock()
            grounds = self._grounds(now)
            if grounds is None:
                self.audit.press_refused(
                    self.operator.name, self._subject, waits_for(self._facts(now))
                )
                self._doubt()
                return False
            permission = self._desk.take(grounds, now)
            self._granted_for = None
            explanation = self._explanations.supporting(grounds.face_number, now)
            if not (permission and self._frame and self._assessment and explanation):
                return False
            if self._model is None or self._eyes is None or self._source is None:
                return False
            self._capture = Capture(
                dose=self._doses.plan(
                    self._subject, self._settings.uv, simulated=self._device.info.simulated
                ),
                operator=self.operator,
                override=self._overrides.held(now),
                permission=permission,
                consumed_at=now,
                subject=self._subject,
                frame=self._frame,
                assessment=self._assessment,
                explanation=explanation,
                model=self._model,
                eyes=self._eyes.basis,
                source=self._source,
                settings=self._settings,
                device=self._device,
                uv_camera=self._uv_cameras.camera,
                store=self._store,
                audit=self.audit.writer,
                clock=self._clock,
            )
            return True

    @property
    def is_capturing(self) -> bool:
        """Whether a press was accepted whose capture is not over."""
        return self._capture is not None

    def run_capture(self) -> None:
        """Expose and record what `press` has begun; blocks for as long as the lamp is lit.

        Raises:
            FaceQAError: the lamp or the store failed; the lamp is off.
        """
        with self._lock:
            capture = self._capture
        if capture is None:
            return
        try:
            summary, exposure = capture.run()
            with self._lock:
                self._note_outcome(capture, summary, exposure)
        finally:
            with self._lock:
                self._capture = None
                if self._overrides.end():
                    self._forget_face()
            self._check_storage()

    def _note_outcome(self, capture: Capture, summary: CaptureSummary, exposure: Exposure) -> None:
        if capture.permission.grounds.session == self._session:
            older = self._captures[: 1 - KEPT_THUMBNAILS]
            small = tuple(replace(one, thumbnail=b"") if one.thumbnail else one for one in older)
            self._captures = (*small, *self._captures[len(older) :], summary)
        if exposure.completed:
            self._captured_face = capture.permission.grounds.face_number
        else:
            why = exposure.failure or (
                said(
                    "UV light was switched off early: the face was no longer clear with both eyes "
                    "closed."
                )
            )
            self._notice = joined(why, said("The capture is recorded as not completed."))
        if capture.uv_problem:
            self._notice = capture.uv_problem

    def _check_storage(self) -> None:
        """Look whether a capture could be stored; without the lock, because disks may hang."""
        try:
            self._store.check_ready()
        except FaceQAError as error:
            problem = str(error)
        else:
            problem = ""
        with self._lock:
            self._storage_problem = problem
            self._notice = self._notice or problem

    # The state

    def state(self) -> StationState:
        """A snapshot of everything the window shows."""
        with self._lock:
            now = self._clock()
            self._settle(now)
            facts = self._facts(now)
            newest = facts.assessment
            supporting = self._explanations.supporting(self._gate.face_number, now)
            locked = Interruption.SCREEN_LOCKED in facts.interruptions
            signed_out = Interruption.SIGNED_OUT in facts.interruptions
            hidden = locked or signed_out
            seen = None if hidden else newest
            return StationState(
                now=now,
                light=facts.light,
                action=action_for(facts),
                steps=steps_for(facts),
                region=seen.region if seen else None,
                eyes=seen.eyes if seen else NOT_LOOKED,
                face=seen.face if seen else None,
                probabilities=seen.probabilities if seen else {},
                history=() if hidden else tuple(self._history),
                waits_for=waits_for(facts),
                permitted=self._desk.holds(now),
                explanation=None if hidden else self._explanations.newest,
                explanation_valid=not hidden and supporting is not None,
                doubts=() if hidden else self._explanations.newest_doubts,
                progress=None if hidden else self._explanations.progress,
                notice=self._notice or self._device_notice(),
                must_acknowledge=facts.latched,
                captures=() if hidden else self._captures,
                assessment_ms=1000.0 * sum(newest.stage_seconds.values()) if newest else None,
                screen_locked=locked,
                signed_out=signed_out,
                overridable=self._overridable(seen),
                override=None if hidden else self._overrides.held(now),
                dose=None
                if hidden or self._device.info.simulated
                else self._doses.state(self._subject, self._settings.uv),
                self_test=self._self_test,
            )

    def _device_notice(self) -> str:
        problem = self._device.info.problem
        return "" if problem == self._read_problem else problem

    # Beginnings

    def _keep(self, settings: Settings) -> None:
        self._settings = settings
        self._settings_sha256 = hashlib.sha256(settings.model_dump_json().encode()).hexdigest()

    def _adopt(self, settings: Settings) -> None:
        self._keep(settings)
        self._gate = Gate(settings.gate)
        self._desk = PermissionDesk(settings.gate.permission_seconds)
        self._granted_for = None
        self._explanations = ExplanationDesk(settings.explanation)
        self._uv_cameras.choose(settings.uv.camera)

    def _restart(self) -> None:
        self._gate.restart()
        self._doubt()
        self._explanations.forget()
        self._overrides.end()
        self._captured_face = None
        self._frame, self._assessment = None, None
        self._restarted_at = self._clock()
        self._assessor = self._new_assessor()

    def _new_assessor(self) -> Assessor | None:
        if self._model is None or self._eyes is None or self._source is None:
            return None
        return Assessor(
            self._model,
            self._eyes,
            kind=self._source.kind,
            good_threshold=good_threshold(self._model, self._settings.quality).value,
            frozen_seconds=self._settings.gate.frozen_seconds,
            checks=self._settings.checks,
        )


def _in_picture(assessment: Assessment, side: int) -> Box | None:
    """The face's box in pixels of the network's input, which is `side` pixels wide."""
    face, region = assessment.face, assessment.region
    if face is None:
        return None
    scale = side / region.side
    return Box(
        round((face.left - region.left) * scale),
        round((face.top - region.top) * scale),
        round(face.width * scale),
        round(face.height * scale),
    )
