"""`measure`: whether the station holds its memory over a long time with a slow window.

The real window runs on the demo subject behind the road of a real camera. The window paints slowly,
the camera is lost now and then, held faces are explained and captured whenever that is permitted.
"""

import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from faceqa_gui.app import StationApp, has_screen, qt_application, run_until_quit
from faceqa_gui.errors import FaceQAError
from faceqa_gui.frames.demo_camera import DemoCamera
from faceqa_gui.lab.machine import Machine, this_machine
from faceqa_gui.lab.memory import resident_bytes
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.model_list import ModelList
from faceqa_gui.settings import UNATTENDED, Settings, home

LARGEST_DEVIATION = 0.05
MOST_WAITING = 1
_WARM_UP_SHARE = 0.1
_WARM_UP_SECONDS = 60.0
_WINDOW_SECONDS = 60.0
_FEWEST_WINDOWS = 3
_LONGEST_WARM_UP_SHARE = 0.5
_LOOK_MS = 200
_SAMPLE_SECONDS = 1.0
_LOSS_SECONDS = 47.0
_EXPLAIN_SECONDS = 20.0
_START_LIMIT_SECONDS = 120.0
_END_LIMIT_SECONDS = 5.0
_LIBRARIES = ("pyside6", "numpy", "openvino", "onnxruntime", "opencv-python")
_MEGABYTE = 1e6


@dataclass(frozen=True, slots=True)
class MemoryOverTime:
    """Resident memory after the warm-up.

    An explanation holds a hundred megabytes while it runs, so the lowest value of each window of
    time is judged: a leak raises it, and work that comes and goes does not.

    Attributes:
        warm_up_seconds: what was left out at the beginning.
        window_seconds: length of a window.
        floors_mb: the lowest value of each window, in 10⁶ bytes.
        median_mb: median of the floors.
        deviation: largest distance of a floor from their median, as a share of it.
        slope_mb_per_hour: of the straight line that fits the floors best.
        most_mb: the highest value at any time after the warm-up.
        course_mb: the memory over the whole run, at about 120 even steps of time.
    """

    warm_up_seconds: float
    window_seconds: float
    floors_mb: tuple[float, ...]
    median_mb: float
    deviation: float
    slope_mb_per_hour: float
    most_mb: float
    course_mb: tuple[float, ...]

    @classmethod
    def of(
        cls, samples: Sequence[tuple[float, int]], warm_up_seconds: float, window_seconds: float
    ) -> "MemoryOverTime":
        """Judge samples (seconds since the beginning, bytes), rising in time.

        Raises:
            FaceQAError: there are fewer than two windows after the warm-up.
        """
        windows: dict[int, list[float]] = {}
        for at, size in samples:
            if at >= warm_up_seconds:
                window = int((at - warm_up_seconds) / window_seconds)
                windows.setdefault(window, []).append(size / _MEGABYTE)
        if len(windows) < 2:
            raise FaceQAError("The time is too short to judge memory. Give more --minutes.")
        floors = [min(sizes) for sizes in windows.values()]
        median = float(np.median(floors))
        hours = [window * window_seconds / 3600.0 for window in windows]
        return cls(
            warm_up_seconds=warm_up_seconds,
            window_seconds=window_seconds,
            floors_mb=tuple(round(floor, 1) for floor in floors),
            median_mb=median,
            deviation=max(abs(floor - median) for floor in floors) / median,
            slope_mb_per_hour=float(np.polyfit(hours, floors, 1)[0]),
            most_mb=max(max(sizes) for sizes in windows.values()),
            course_mb=tuple(
                round(size / _MEGABYTE, 1) for _, size in samples[:: max(1, len(samples) // 120)]
            ),
        )


@dataclass(frozen=True, slots=True)
class Soak:
    """What was measured.

    Attributes:
        seconds: length of the run.
        source_rate: nominal rate of the camera in Hz.
        slow_window_ms: for how long each painting of the live view held the window up.
        memory: resident memory.
        most_waiting: largest number of frames that waited at once, by the place they waited in.
        most_pictures_held: largest number of camera pictures held anywhere in the program.
        delivered_rate, judged_rate, painted_rate: frames per second.
        losses: how often the camera was lost.
        explanations, captures: how many were finished.
        threads_left: names of threads that were still alive after the end and not before.
        offscreen: painted into memory instead of onto a screen.
        machine: what it ran on.
    """

    seconds: float
    source_rate: float
    slow_window_ms: float
    memory: MemoryOverTime
    most_waiting: dict[str, int]
    most_pictures_held: int
    delivered_rate: float
    judged_rate: float
    painted_rate: float
    losses: int
    explanations: int
    captures: int
    threads_left: tuple[str, ...]
    offscreen: bool
    machine: Machine

    @property
    def reaches_goal(self) -> bool:
        """Memory flat, at most one frame waiting anywhere, and every thread gone in the end."""
        flat = self.memory.deviation <= LARGEST_DEVIATION
        queues = max(self.most_waiting.values()) > MOST_WAITING
        return flat and not queues and not self.threads_left

    def text(self) -> str:
        """The figures as lines."""
        memory = self.memory
        waiting = ", ".join(f"{place} {most}" for place, most in self.most_waiting.items())
        rates = (self.delivered_rate, self.judged_rate, self.painted_rate)
        delivered, judged, painted = (f"{rate:.1f}" for rate in rates)
        place = "offscreen" if self.offscreen else "on the screen"
        goal = f"memory within {LARGEST_DEVIATION:.0%}, at most {MOST_WAITING} frame"
        trend = f"deviation {memory.deviation:.1%}, slope {memory.slope_mb_per_hour:+.1f} MB/h"
        windows = f"{len(memory.floors_mb)} windows of {memory.window_seconds:.0f} s"
        warm_up = f"after {memory.warm_up_seconds:.0f} s of warm-up"
        camera = f"demo camera at {self.source_rate:.0f} frames/s, {self.seconds / 60:.1f} min"
        window = f"{place}, each painting held up by {self.slow_window_ms:.0f} ms"
        did = f"{self.explanations} explanations, {self.captures} captures"
        verdict = "reached" if self.reaches_goal else "not reached"
        lines = [
            self.machine.text(),
            f"{camera}, {window}",
            f"memory             lowest of each of {windows} {warm_up}:",
            f"                   median {memory.median_mb:.0f} MB",
            f"                   {trend}; highest at any time {memory.most_mb:.0f} MB",
            f"waiting at once    {waiting}; {self.most_pictures_held} pictures held anywhere",
            f"frames per second  {delivered} delivered, {judged} judged, {painted} painted",
            f"meanwhile          {self.losses} losses of the camera, {did}",
            f"threads left       {', '.join(self.threads_left) or 'none'}",
            f"goal ({goal} waiting, no thread left): {verdict}",
        ]
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return asdict(self) | {"reaches_goal": self.reaches_goal}


@dataclass(slots=True)
class _Counts:
    """What is collected between start and end."""

    memory: list[tuple[float, int]] = field(default_factory=list)
    judged: int = 0
    painted: int = 0
    explanations: int = 0
    captures: int = 0


class _Observer(QObject):
    """Makes the window slow, uses the station as an operator would, and counts."""

    def __init__(self, station_app: StationApp, seconds: float, slow_seconds: float) -> None:
        super().__init__()
        self._app = station_app
        self._wanted_seconds = seconds
        self._slow_seconds = slow_seconds
        self._opened_at = time.monotonic()
        self._began: float | None = None
        self._explained_at = 0.0
        self._judged_at = 0.0
        self._last_explanation = ""
        self._last_painted: int | None = None
        self.seconds = 0.0
        self.counts = _Counts()
        self.problem = ""
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._observe)
        self._look.start()
        station_app.window.live_view.installEventFilter(self)
        station_app.loader.refused.connect(self._end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Hold each painting of the live view up, and count its frames."""
        if event.type() is QEvent.Type.Paint:
            number = self._app.window.live_view.shown_sequence
            if self._began is not None and number is not None and number != self._last_painted:
                self._last_painted = number
                self.counts.painted += 1
            time.sleep(self._slow_seconds)
        return super().eventFilter(watched, event)

    @Slot(str)
    def _end(self, problem: str) -> None:
        self.problem = problem
        self._look.stop()
        qt_application(offscreen=False).exit(0)

    @Slot()
    def _observe(self) -> None:
        now = time.monotonic()
        state = self._app.station.state()
        if self._began is None:
            if state.probabilities:
                self._began = self._explained_at = self._judged_at = now
            elif now - self._opened_at > _START_LIMIT_SECONDS:
                self._end(state.notice or "No frame was judged. Check the model.")
            return
        self.seconds = now - self._began
        counts = self.counts
        fresh = [point.at for point in state.history if point.at > self._judged_at]
        counts.judged += len(fresh)
        self._judged_at = max(fresh, default=self._judged_at)
        if state.explanation is not None and state.explanation.identifier != self._last_explanation:
            self._last_explanation = state.explanation.identifier
            counts.explanations += 1
        counts.captures = len(state.captures)
        if not counts.memory or self.seconds - counts.memory[-1][0] >= _SAMPLE_SECONDS:
            counts.memory.append((self.seconds, resident_bytes()))
        if state.permitted:
            self._app.window.fire_requested.emit()
        elif now - self._explained_at >= _EXPLAIN_SECONDS and state.probabilities:
            self._explained_at = now
            if state.progress is None and not state.explanation_valid:
                self._app.station.request_explanation(None)
        if self.seconds >= self._wanted_seconds:
            self._end("")


def measure(minutes: float, *, frames_per_second: float, slow_window_ms: float, model: str) -> Soak:
    """Run the real station window for `minutes` and watch its memory and its frames.

    Args:
        minutes: length of the run, from the first judged frame on.
        frames_per_second: rate of the camera in Hz.
        slow_window_ms: for how long each painting of the live view holds the window up.
        model: the model to judge with, of this computer's list; "" for the shipped one.

    Raises:
        FaceQAError: the model cannot be used, no frame was judged, or memory cannot be measured.
    """
    resident_bytes()
    # A model that cannot be used is refused at once, and threads that libraries start for
    # themselves when they are loaded are not taken for the station's.
    QualityModel.of(ModelList(home()).read(model))
    threads_before = set(threading.enumerate())
    camera = DemoCamera(frames_per_second, loss_seconds=_LOSS_SECONDS)
    offscreen = not has_screen()
    application = qt_application(offscreen=offscreen)
    seconds = 60.0 * minutes
    with tempfile.TemporaryDirectory(prefix="faceqa-soak-") as folder:
        station_app = StationApp(
            Settings(operators=UNATTENDED),
            camera,
            folder=Path(folder),
            model=model,
            models=ModelList(home()),
        )
        reader = station_app.reader
        observer = _Observer(station_app, seconds, slow_window_ms / 1000.0)
        run_until_quit(station_app, application)
    if observer.problem:
        raise FaceQAError(observer.problem)
    counts = observer.counts
    running = [type(one).__name__ for one in station_app.threads() if not one.isFinished()]
    warm_up = max(_WARM_UP_SHARE * seconds, min(_WARM_UP_SECONDS, _LONGEST_WARM_UP_SHARE * seconds))
    window = min(_WINDOW_SECONDS, (seconds - warm_up) / _FEWEST_WINDOWS)
    return Soak(
        seconds=observer.seconds,
        source_rate=frames_per_second,
        slow_window_ms=slow_window_ms,
        memory=MemoryOverTime.of(counts.memory, warm_up, window),
        most_waiting={"camera": camera.most_waiting, **reader.most_waiting},
        most_pictures_held=camera.most_alive,
        delivered_rate=camera.delivered / observer.seconds,
        judged_rate=counts.judged / observer.seconds,
        painted_rate=counts.painted / observer.seconds,
        losses=camera.losses,
        explanations=counts.explanations,
        captures=counts.captures,
        threads_left=(*_threads_left(threads_before), *running),
        offscreen=offscreen,
        machine=this_machine(_LIBRARIES),
    )


def _threads_left(before: set[threading.Thread]) -> list[str]:
    """Names of threads that have not ended; the last step of a cancelled explanation may take."""
    deadline = time.monotonic() + _END_LIMIT_SECONDS
    while True:
        # Qt's threads leave a dummy behind; whether they have finished is asked of themselves.
        left = [
            thread.name
            for thread in threading.enumerate()
            if thread not in before and not thread.name.startswith("Dummy-")
        ]
        if not left or time.monotonic() > deadline:
            return sorted(left)
        time.sleep(0.05)
