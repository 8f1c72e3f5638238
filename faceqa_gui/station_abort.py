"""`measure`: how soon after a doubtful frame the lamp is told to go off."""

import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Slot

from faceqa_gui.app import StationApp, has_screen, qt_application, run_until_quit
from faceqa_gui.errors import FaceQAError
from faceqa_gui.frames.demo_subject import DemoSubject
from faceqa_gui.frames.frame import Frame
from faceqa_gui.lab.machine import Machine, this_machine
from faceqa_gui.quality.model_list import ModelList
from faceqa_gui.settings import (
    UNATTENDED,
    ExplanationSettings,
    GateSettings,
    Settings,
    UvSettings,
    home,
)
from faceqa_gui.station import WATCHDOG_SECONDS
from faceqa_gui.station_state import StationState, WaitsFor
from faceqa_gui.uv.device import LONGEST_EXPOSURE_SECONDS, UvInfo
from faceqa_gui.uv.lamp_protocol import Answer, Command, LampState, Order, read_order
from faceqa_gui.uv.serial_lamp import SerialLamp

FRAMES_PER_SECOND = 30.0
LARGEST_P99_MS = 100.0
_LOOK_MS = 5
_READ_SECONDS = 0.05
_TRIAL_LIMIT_SECONDS = 120.0
_GREEN_LIMIT_SECONDS = 10.0
_LIT_SECONDS = (0.2, 0.8)
_PERCENTILES = (50, 95, 99, 100)
_VERDICT = {True: "reached", False: "not reached"}
_LIBRARIES = ("pyside6", "numpy", "openvino", "onnxruntime")
_CLOSED, _OPEN = "eyes closed", "eyes open"


class Doubt(StrEnum):
    """What turns up while the lamp is lit."""

    OPEN_EYES = "open eyes"
    FACE_GONE = "face gone"
    FACE_COVERED = "face covered"
    CAMERA_STALLED = "camera stalled"


_SCENES = {
    Doubt.OPEN_EYES: _OPEN,
    Doubt.FACE_GONE: "nobody there",
    Doubt.FACE_COVERED: "mask",
}


@dataclass(frozen=True, slots=True)
class AbortTimings:
    """What was measured.

    Attributes:
        delays_ms: by doubt, from the doubtful frame's capture (a stalled camera: the last frame's)
            to the writing of OFF to the lamp's port, in milliseconds, in the order of the trials.
        missed: trials in which the lamp was lit to the end of its time.
        ended_before: exposures that ended before the doubt came; they are not counted as trials.
        stall_limit_ms: what a stalled camera may take: silence, then one look of the watchdog.
        judged_rate: frames judged per second.
        offscreen: painted into memory instead of onto a screen.
        machine: what it ran on.
    """

    delays_ms: dict[Doubt, list[float]]
    missed: int
    ended_before: int
    stall_limit_ms: float
    judged_rate: float
    offscreen: bool
    machine: Machine

    @property
    def seen_ms(self) -> list[float]:
        """All delays after a doubtful frame."""
        return [delay for doubt in _SCENES for delay in self.delays_ms[doubt]]

    @property
    def reaches_goal(self) -> bool:
        """Whether no light was missed and the 99th percentile is small enough."""
        return self.missed == 0 and _percentiles(self.seen_ms)[2] <= LARGEST_P99_MS

    @property
    def reaches_stall_limit(self) -> bool:
        """Whether a stalled camera is noticed in its own limit."""
        stalled = self.delays_ms[Doubt.CAMERA_STALLED]
        return self.missed == 0 and _percentiles(stalled)[2] <= self.stall_limit_ms

    def text(self) -> str:
        """The figures as lines."""
        stalled = self.delays_ms[Doubt.CAMERA_STALLED]
        rows = {doubt.value: self.delays_ms[doubt] for doubt in _SCENES}
        rows |= {"every doubtful frame": self.seen_ms, Doubt.CAMERA_STALLED.value: stalled}
        head = f"{'':20}  {'trials':>6}  {'p50':>8}  {'p95':>8}  {'p99':>8}  {'largest':>8}"
        place = "offscreen" if self.offscreen else "on the screen"
        rates = f"{FRAMES_PER_SECOND:.0f} frames/s, {self.judged_rate:.1f} judged"
        lines = [
            self.machine.text(),
            f"Demo subject, {rates}, {place}",
            "doubtful frame captured → OFF written to the lamp's port, ms",
            head,
        ]
        for name, delays in rows.items():
            figures = "  ".join(f"{value:8.1f}" for value in _percentiles(delays))
            lines.append(f"{name:20}  {len(delays):6}  {figures}")
        lines.append(
            f"lit to the end of the time: {self.missed}; ended before: {self.ended_before}"
        )
        lines.append(
            f"goal (p99 at most {LARGEST_P99_MS:.0f} ms after a doubtful frame): "
            f"{_VERDICT[self.reaches_goal]}"
        )
        lines.append(
            f"limit (p99 at most {self.stall_limit_ms:.0f} ms after the last frame of a stalled "
            "camera): "
            f"{_VERDICT[self.reaches_stall_limit]}"
        )
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file; percentiles 50, 95, 99 and 100 beside the delays."""
        return asdict(self) | {
            "percentiles_ms": {
                doubt.value: _percentiles(delays) for doubt, delays in self.delays_ms.items()
            }
            | {"every doubtful frame": _percentiles(self.seen_ms)},
            "reaches_goal": self.reaches_goal,
            "reaches_stall_limit": self.reaches_stall_limit,
        }


def _percentiles(delays: list[float]) -> list[float]:
    return [float(value) for value in np.percentile(delays, _PERCENTILES)]


class _AnsweringPort:
    """A port behind which a lamp without light keeps the protocol, and notes when OFF is written.

    It is in this process, so the time is taken where bytes are handed to a real port's driver.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._answers: list[bytes] = []
        self._state = LampState.OFF
        self._dark_at = 0.0
        self.lit = False
        self.off_at: float | None = None

    def write(self, data: bytes, /) -> int:
        """Obey an order; the answer can be read at once."""
        now = time.monotonic()
        order = read_order(data)
        if order is not None:
            with self._changed:
                self._answers.append(self._obey(order, now).line())
                self._changed.notify_all()
        return len(data)

    def read_until(self, expected: bytes = b"\n", size: int | None = None) -> bytes:  # noqa: ARG002  (the port's own form)
        """The oldest answer, or nothing after a short time."""
        with self._changed:
            self._changed.wait_for(lambda: self._answers, _READ_SECONDS)
            return self._answers.pop(0) if self._answers else b""

    def close(self) -> None:
        """There is nothing to give back."""

    def _obey(self, order: Order, now: float) -> Answer:
        if self.lit and now >= self._dark_at:
            self._state, self.lit = LampState.DONE, False
        accepted, most = True, None
        match order.command:
            case Command.HELLO:
                most = round(1000 * LONGEST_EXPOSURE_SECONDS)
            case Command.ARM:
                self._state = LampState.ARMED
            case Command.EXPOSE:
                accepted = self._state is LampState.ARMED and order.milliseconds is not None
                if accepted:
                    self._state, self.lit, self.off_at = LampState.LIT, True, None
                    self._dark_at = now + (order.milliseconds or 0) / 1000
            case Command.OFF:
                if self.lit:
                    self.off_at = now
                active = self._state in (LampState.ARMED, LampState.LIT)
                self._state, self.lit = (LampState.ABORTED if active else LampState.OFF), False
        return Answer(order.sequence, accepted, self._state, most)


class _LampWithoutLight(SerialLamp):
    """The real serial lamp's road to a port, but no light: so the demo subject may ask for it."""

    @property
    def info(self) -> UvInfo:
        """Says that it emits no light."""
        return UvInfo("Benchmark lamp (emits no light)", simulated=True)


class _Actor(DemoSubject):
    """Shows the scene that is wanted, or stalls, and notes when that began to be seen."""

    def __init__(self) -> None:
        super().__init__(FRAMES_PER_SECOND)
        self.scene = _OPEN
        self.flows = threading.Event()
        self.flows.set()
        self.shown_since = 0.0
        self.last_at = 0.0
        self._painting = ""
        self._shown = ""

    @property
    def shown(self) -> str:
        """The scene of the newest frame."""
        return self._shown

    def scene_at(self, sequence: int) -> str:  # noqa: ARG002  (the clip's own form)
        """The wanted scene."""
        self._painting = self.scene
        return self._painting

    def read(self) -> Frame | None:
        """The next frame of the wanted scene; none comes while the camera is stalled."""
        self.flows.wait()
        frame = super().read()
        if frame is not None:
            self.last_at = frame.captured_at
            if self._painting != self._shown:
                self.shown_since, self._shown = frame.captured_at, self._painting
        return frame

    def close(self) -> None:
        """Stop, even while stalled."""
        super().close()
        self.flows.set()


class _Trials(QObject):
    """Leads the person through one trial after the other, and presses the window's button."""

    def __init__(
        self,
        station_app: StationApp,
        actor: _Actor,
        port: _AnsweringPort,
        trials: int,
        report: Callable[[int], None],
    ) -> None:
        super().__init__()
        self._app, self._actor, self._port, self._report = station_app, actor, port, report
        self._plan = [doubt for _ in range(trials) for doubt in Doubt]
        self._random = np.random.default_rng(0)
        self._step: Callable[[StationState, float], None] = self._open_eyes
        self._trial_since = self._step_since = self._began = time.monotonic()
        self._doubt_at = 0.0
        self._done = 0
        self.delays_ms: dict[Doubt, list[float]] = {doubt: [] for doubt in Doubt}
        self.missed = self.ended_before = 0
        self.judged: set[float] = set()
        self.seconds = 0.0
        self.problem = ""
        self._look = QTimer(self)
        self._look.setTimerType(Qt.TimerType.PreciseTimer)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._observe)
        self._look.start()
        station_app.loader.refused.connect(self._end)

    @Slot()
    def _observe(self) -> None:
        state = self._app.station.state()
        now = time.monotonic()
        self.judged |= {point.at for point in state.history}
        if now - self._trial_since > _TRIAL_LIMIT_SECONDS:
            self._end(
                "The demo subject was not released for UV light for two minutes. Let nothing else "
                "run on this computer, and check the model."
            )
            return
        self._step(state, now)

    def _go(self, step: Callable[[StationState, float], None], now: float) -> None:
        self._step, self._step_since = step, now

    def _open_eyes(self, state: StationState, now: float) -> None:
        self._actor.scene = _OPEN
        waits = set(state.waits_for)
        unseen = {WaitsFor.OPEN_EYES_SEEN, WaitsFor.CLEAR_FACE, WaitsFor.CAMERA, WaitsFor.MODEL}
        if self._actor.shown == _OPEN and not waits & (unseen | {WaitsFor.CAPTURE_RUNNING}):
            self._actor.scene = _CLOSED
            self._go(self._close_eyes, now)

    def _close_eyes(self, state: StationState, now: float) -> None:
        if state.permitted:
            self._app.window.uv_button.click()
            if self._port.lit:
                return
        if self._port.lit:
            self._doubt_at = now + float(self._random.uniform(*_LIT_SECONDS))
            self._go(self._stay, now)
        elif now - self._step_since > _GREEN_LIMIT_SECONDS and state.progress is None:
            self._go(self._open_eyes, now)

    def _stay(self, state: StationState, now: float) -> None:  # noqa: ARG002  (one form of steps)
        if not self._port.lit:
            self.ended_before += 1
            self._go(self._open_eyes, now)
        elif now >= self._doubt_at:
            doubt = self._plan[self._done]
            if doubt is Doubt.CAMERA_STALLED:
                self._actor.flows.clear()
            else:
                self._actor.scene = _SCENES[doubt]
            self._go(self._await_off, now)

    def _await_off(self, state: StationState, now: float) -> None:  # noqa: ARG002  (as above)
        off_at = self._port.off_at
        if off_at is None and now - self._step_since < LONGEST_EXPOSURE_SECONDS:
            return
        doubt = self._plan[self._done]
        stalled = doubt is Doubt.CAMERA_STALLED
        seen = stalled or self._actor.shown == _SCENES[doubt]
        since = self._actor.last_at if stalled else self._actor.shown_since
        if off_at is None:
            self.missed += 1
        elif not seen or off_at < since:
            self.ended_before += 1
        else:
            self.delays_ms[doubt].append(1000.0 * (off_at - since))
        if off_at is None or (seen and off_at >= since):
            self._done += 1
            self._trial_since = now
            self._report(self._done)
        self._actor.flows.set()
        self._actor.scene = _OPEN
        self.seconds = now - self._began
        if self._done == len(self._plan):
            self._end("")
        else:
            self._go(self._open_eyes, now)

    @Slot(str)
    def _end(self, problem: str) -> None:
        self.problem = problem
        self._look.stop()
        qt_application(offscreen=False).exit(0)


def measure(trials: int, *, model: str, report: Callable[[int], None]) -> AbortTimings:
    """Run the real station, and let a doubt come up while its lamp is lit, again and again.

    Args:
        trials: of each kind of doubt.
        model: the model to judge with, of this computer's list; "" for the shipped one.
        report: is told how many trials are done.

    Raises:
        FaceQAError: the model cannot be used, or the demo subject was never permitted.
    """
    settings = Settings(
        # Whether another window is in front is not measured here.
        gate=GateSettings(window_in_front=False),
        explanation=ExplanationSettings(sample_count=100, valid_seconds=3600.0, low_trust="warn"),
        uv=UvSettings(exposure_seconds=LONGEST_EXPOSURE_SECONDS),
        operators=UNATTENDED,
    )
    offscreen = not has_screen()
    application = qt_application(offscreen=offscreen)
    port, actor = _AnsweringPort(), _Actor()
    lamp = _LampWithoutLight(port, "benchmark")
    with tempfile.TemporaryDirectory(prefix="faceqa-bench-") as folder:
        station_app = StationApp(
            settings,
            actor,
            folder=Path(folder),
            model=model,
            models=ModelList(home()),
            device=lamp,
        )
        run = _Trials(station_app, actor, port, trials, report)
        run_until_quit(station_app, application)
    if run.problem:
        raise FaceQAError(run.problem)
    if not all(run.delays_ms.values()):
        raise FaceQAError("The lamp was never told to go off. UV light must not be released here.")
    return AbortTimings(
        delays_ms=run.delays_ms,
        missed=run.missed,
        ended_before=run.ended_before,
        stall_limit_ms=1000.0 * (settings.gate.stale_seconds + WATCHDOG_SECONDS),
        judged_rate=len(run.judged) / run.seconds,
        offscreen=offscreen,
        machine=this_machine(_LIBRARIES),
    )
