"""`play_day`: thirty subjects at the real window, with everything that goes wrong in a day."""

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from faceqa_gui.app import StationApp, has_screen, qt_application
from faceqa_gui.errors import FaceQAError
from faceqa_gui.frames.demo_scenes import Scene
from faceqa_gui.frames.demo_visitors import Visitor
from faceqa_gui.frames.directed_camera import DirectedCamera
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.lab.machine import this_machine
from faceqa_gui.lab.memory import resident_bytes
from faceqa_gui.operators.accounts import Accounts
from faceqa_gui.quality.model_list import ModelList
from faceqa_gui.settings import UNATTENDED, Settings, home
from faceqa_gui.station_day.desk import NAME, PIN, Desk
from faceqa_gui.station_day.figures import Day, Served
from faceqa_gui.station_day.person import Person
from faceqa_gui.station_day.plan import Mishap, Visit, visits
from faceqa_gui.station_day.sheet import Sheet
from faceqa_gui.station_day.witness import Witness
from faceqa_gui.station_state import StationState, Step, StepState, WaitsFor
from faceqa_gui.uv.failing import FailingUv
from faceqa_gui.windows.actions import StationAction
from faceqa_gui.workers.event_wait import let_pass

WINDOW_SIZE = (1440, 900)
LONGEST_VISIT_SECONDS = 120.0
_START_LIMIT_SECONDS = 120.0
_LOOK_MS = 20
_MISHAP_SECONDS = 1.5
_EMPTY_CHAIR_SECONDS = 0.6
_PRESS_SECONDS = 0.5
_MEGABYTE = 1e6
_LIBRARIES = ("pyside6", "numpy", "openvino", "onnxruntime", "opencv-python")

_Seen = Callable[[StationState], bool]


class _Shift:
    """One operator's day at one window."""

    def __init__(self, station_app: StationApp, camera: DirectedCamera, lamp: FailingUv) -> None:
        self._app = station_app
        self._camera = camera
        self._lamp = lamp
        self._korean = False
        self.sheet = Sheet()
        self.desk = Desk(station_app, self.sheet)
        self.witness = Witness(camera)
        self.person: Person | None = None

    def begin(self) -> None:
        """Sign in, and wait until frames are judged.

        Raises:
            FaceQAError: no frame was judged in time.
        """
        self.desk.unlock()
        if not self.wait(lambda state: bool(state.probabilities), _START_LIMIT_SECONDS):
            notice = self._app.station.state().notice
            raise FaceQAError(notice or "No frame was judged. Check the model.")
        self.desk.keep_picture("the day begins")

    def serve(self, visit: Visit) -> Served:
        """Have one subject sit down, follow what is said, be captured, and leave."""
        desk = self.desk
        clicks, keys = desk.clicks, desk.keys
        sat_down = time.monotonic()
        limit = sat_down + LONGEST_VISIT_SECONDS
        self.person = Person(visit, self._camera)
        desk.name_subject(f"S-{visit.number:04d}")
        mishap = visit.mishap
        captured = False
        while not captured and time.monotonic() < limit:
            mishap = self._go_wrong(visit, mishap)
            captured = self._capture_once(mishap, limit)
            if mishap in {Mishap.LAMP_FAULT, Mishap.EYES_OPENED}:
                mishap = Mishap.NOTHING
        seconds = time.monotonic() - sat_down if captured else None
        desk.keep_picture(f"{visit.number}: {'captured' if captured else 'NOT CAPTURED'}")
        self.person.leave()
        self.wait(lambda _state: False, _EMPTY_CHAIR_SECONDS)
        self.person = None
        return Served(
            visit.number,
            tuple(scene.value for scene in visit.obstacles),
            bool(visit.instead),
            visit.mishap,
            seconds,
            desk.clicks - clicks,
            desk.keys - keys,
        )

    def wait(self, is_so: _Seen, seconds: float) -> bool:
        """Let time pass until something is seen; False where it was not seen in time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            let_pass(_LOOK_MS)
            state = self._app.station.state()
            self.witness.look(state)
            if self.person is not None:
                self.person.follow(state.action, time.monotonic())
            if is_so(state):
                return True
        return False

    def _go_wrong(self, visit: Visit, mishap: Mishap) -> Mishap:
        """Have a mishap of the time before the press; returns what is still to come."""
        if mishap is Mishap.OTHER_LANGUAGE:
            self._korean = not self._korean
            korean, english = StationAction.LANGUAGE_KOREAN, StationAction.LANGUAGE_ENGLISH
            self.desk.choose(korean if self._korean else english)
        elif mishap is Mishap.CANCELLED_EXPLANATION:
            if self.wait(lambda state: state.progress is not None, LONGEST_VISIT_SECONDS):
                self.desk.click(self._app.window.explanation.cancel_button)
                self.wait(lambda state: state.progress is None, LONGEST_VISIT_SECONDS)
                self.desk.keep_picture(f"{visit.number}: {mishap}")
                self.desk.click(self._app.window.explanation.explain_button)
        elif mishap is Mishap.CAMERA_UNPLUGGED:
            self.wait(lambda state: state.steps[Step.CLEAR_FACE] is StepState.DONE, _MISHAP_SECONDS)
            self._camera.unplug()
            self.wait(lambda state: WaitsFor.CAMERA in state.waits_for, LONGEST_VISIT_SECONDS)
            self.wait(lambda _state: False, _MISHAP_SECONDS)
            self.desk.keep_picture(f"{visit.number}: {mishap}")
            self._camera.plug()
        elif mishap is Mishap.LOCKED:
            self.desk.choose(StationAction.LOCK)
            self.wait(lambda _state: False, _MISHAP_SECONDS)
            self.desk.keep_picture(f"{visit.number}: locked")
            self.desk.unlock()
            self.wait(lambda state: not state.signed_out, LONGEST_VISIT_SECONDS)
            if not self._app.window.top_bar.subject_field.text():
                self.desk.name_subject(f"S-{visit.number:04d}")
        else:
            return mishap
        return Mishap.NOTHING

    def _capture_once(self, mishap: Mishap, limit: float) -> bool:
        """Press as soon as it may be; whether that led to a completed capture."""
        before = len(self._app.station.state().captures)
        if not self.wait(self._ready_or_told, limit - time.monotonic()):
            return False
        window, state = self._app.window, self._app.station.state()
        if not state.permitted:
            # A notice stands in the way: read it.
            self.desk.click(window.notice_bar.button)
            return False
        # A hand needs a moment, too.
        if not self.wait(lambda state: not state.permitted, _PRESS_SECONDS):
            self.desk.click(window.uv_button)
        if mishap in {Mishap.LAMP_FAULT, Mishap.EYES_OPENED}:
            self._spoil(mishap)
        self.wait(lambda state: not self._is_exposing(state), limit - time.monotonic())
        captures = self._app.station.state().captures
        return len(captures) > before and captures[-1].completed

    def _spoil(self, mishap: Mishap) -> None:
        self.wait(self._is_exposing, _PRESS_SECONDS)
        if mishap is Mishap.LAMP_FAULT:
            self._lamp.fail()
        elif self.person is not None:
            self.person.open_eyes()
        self.wait(lambda state: not self._is_exposing(state), _MISHAP_SECONDS)
        self.desk.keep_picture(str(mishap))
        self._lamp.mend()

    @staticmethod
    def _ready_or_told(state: StationState) -> bool:
        return state.permitted or state.must_acknowledge

    @staticmethod
    def _is_exposing(state: StationState) -> bool:
        return WaitsFor.CAPTURE_RUNNING in state.waits_for


def play_day(
    count: int, real: Mapping[Scene, Sequence[Pixels]], *, seed: int, model: str, out: Path
) -> Day:
    """Serve `count` subjects one after the other, in real time.

    Args:
        count: subjects, >= 1.
        real: pictures of real people by scene, which are shown in place of the painted ones.
        seed: of the choice among them.
        model: the model to judge with, of this computer's list; "" for the shipped one.
        out: an empty folder for records and contact sheets.

    Raises:
        FaceQAError: the model or the folder cannot be used, or no frame was judged.
    """
    offscreen = not has_screen()
    qt_application(offscreen=offscreen)
    camera = DirectedCamera(Visitor(0).picture(Scene.NOBODY), Scene.NOBODY)
    lamp = FailingUv()
    accounts = Accounts(out)
    accounts.choose_accounts(NAME, PIN)
    station_app = StationApp(
        Settings(operators=UNATTENDED),
        camera,
        folder=out,
        model=model,
        models=ModelList(home()),
        accounts=accounts,
        device=lamp,
    )
    station_app.window.resize(*WINDOW_SIZE)
    shift = _Shift(station_app, camera, lamp)
    served: list[Served] = []
    memory = 0
    try:
        station_app.start()
        shift.begin()
        began = time.monotonic()
        for visit in visits(count, real, seed):
            served.append(shift.serve(visit))
            print(_line(served[-1]), flush=True)
            memory = memory or resident_bytes()
        minutes = (time.monotonic() - began) / 60.0
        memory_end = resident_bytes()
        captures = station_app.station.state().captures
    finally:
        station_app.stop()
        station_app.window.close()
    completed = sum(capture.completed for capture in captures)
    return Day(
        served=tuple(served),
        wrong_greens=tuple(shift.witness.wrong),
        judged=shift.witness.judged,
        greens=shift.witness.greens,
        captures_completed=completed,
        captures_cut_short=len(captures) - completed,
        memory_start_mb=memory / _MEGABYTE,
        memory_end_mb=memory_end / _MEGABYTE,
        minutes=minutes,
        pages=tuple(shift.sheet.save(out)),
        verified=not station_app.store.verify_all(),
        offscreen=offscreen,
        machine=this_machine(_LIBRARIES),
    )


def _line(served: Served) -> str:
    took = "not captured" if served.seconds is None else f"captured after {served.seconds:.1f} s"
    met = ", ".join(served.obstacles) or "nothing in the way"
    return f"{served.number:3d}  {met}; {served.mishap}: {took}, {served.clicks} clicks"
