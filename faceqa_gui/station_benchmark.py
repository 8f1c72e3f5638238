"""`measure`: how smooth the station window stays while an explanation runs."""

import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot

from faceqa_gui.app import StationApp, has_screen, qt_application, run_until_quit
from faceqa_gui.errors import FaceQAError
from faceqa_gui.frames.open_source import source_from
from faceqa_gui.frames.source import SourceInfo
from faceqa_gui.lab.machine import Machine, this_machine
from faceqa_gui.quality.model_list import ModelList
from faceqa_gui.settings import UNATTENDED, Settings, home

LARGEST_P99_MS = 50.0
LEAST_RATE_SHARE = 0.95
_TICK_MS = 1
_LOOK_MS = 50
_START_LIMIT_SECONDS = 120.0
_LIBRARIES = ("pyside6", "numpy", "openvino", "onnxruntime")


@dataclass(frozen=True, slots=True)
class StationTimings:
    """What was measured while explanations ran one after the other.

    Attributes:
        seconds: length of the measurement.
        source: name of the source, and `source_rate` its own frame rate in Hz.
        delay_p50_ms, delay_p99_ms, delay_max_ms: how late a 1 ms timer of the GUI thread fired.
        painted_rate: different frames painted in the live view per second.
        assessed_rate: frames judged per second.
        explaining_share: share in 0-1 of the time that an explanation ran.
        explanations: how many were finished.
        offscreen: painted into memory instead of onto a screen.
        machine: what it ran on.
    """

    seconds: float
    source: str
    source_rate: float
    delay_p50_ms: float
    delay_p99_ms: float
    delay_max_ms: float
    painted_rate: float
    assessed_rate: float
    explaining_share: float
    explanations: int
    offscreen: bool
    machine: Machine

    @property
    def reaches_goal(self) -> bool:
        """Whether the window stayed smooth and the preview kept the source's rate."""
        keeps_up = self.painted_rate >= LEAST_RATE_SHARE * self.source_rate
        return self.delay_p99_ms <= LARGEST_P99_MS and keeps_up

    def text(self) -> str:
        """The figures as lines."""
        place = "offscreen" if self.offscreen else "on the screen"
        share = f"{self.explaining_share:.0%}"
        delays = (self.delay_p50_ms, self.delay_p99_ms, self.delay_max_ms)
        p50, p99, largest = (f"{delay:.1f} ms" for delay in delays)
        painted, rate = f"{self.painted_rate:.1f}", f"{self.source_rate:.1f}"
        goal = f"p99 at most {LARGEST_P99_MS:.0f} ms, preview at the source's rate"
        lines = [
            self.machine.text(),
            f"{self.source}, {self.seconds:.1f} s, {place}",
            f"explanations       ran {share} of the time, {self.explanations} finished",
            f"event-loop delay   p50 {p50}, p99 {p99}, largest {largest}",
            f"preview            {painted} frames/s painted, the source gives {rate}",
            f"assessor           {self.assessed_rate:.1f} frames/s judged",
            f"goal ({goal}): {'reached' if self.reaches_goal else 'not reached'}",
        ]
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return asdict(self) | {"reaches_goal": self.reaches_goal}


@dataclass(slots=True)
class _Counts:
    """What is collected between start and end."""

    delays_ms: list[float] = field(default_factory=list)
    painted: set[int] = field(default_factory=set)
    judged_at: set[float] = field(default_factory=set)
    explanations: set[str] = field(default_factory=set)
    looks: int = 0
    explaining_looks: int = 0


class _Observer(QObject):
    """Keeps an explanation running and counts what the window does meanwhile."""

    def __init__(self, station_app: StationApp, seconds: float) -> None:
        super().__init__()
        self._app = station_app
        self._wanted_seconds = seconds
        self._opened_at = time.monotonic()
        self._began: float | None = None
        self._ticked_at = 0.0
        self.seconds = 0.0
        self.counts = _Counts()
        self.info: SourceInfo | None = None
        self.problem = ""
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._measure_delay)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._observe)
        self._look.start()
        station_app.window.live_view.installEventFilter(self)
        station_app.reader.opened.connect(self._keep_info)
        station_app.loader.refused.connect(self._end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Count each frame that is painted, once."""
        if event.type() is QEvent.Type.Paint and self._began is not None:
            number = self._app.window.live_view.shown_sequence
            if number is not None:
                self.counts.painted.add(number)
        return super().eventFilter(watched, event)

    @Slot(object)
    def _keep_info(self, info: SourceInfo) -> None:
        self.info = info

    @Slot()
    def _measure_delay(self) -> None:
        now = time.monotonic()
        self.counts.delays_ms.append(max(1000.0 * (now - self._ticked_at) - _TICK_MS, 0.0))
        self._ticked_at = now

    @Slot(str)
    def _end(self, problem: str) -> None:
        self.problem = problem
        self._tick.stop()
        self._look.stop()
        qt_application(offscreen=False).exit(0)

    @Slot()
    def _observe(self) -> None:
        now = time.monotonic()
        state = self._app.station.state()
        running = state.progress is not None
        if not running and state.probabilities:
            self._app.station.request_explanation(None)
        if self._began is None:
            if running:
                self._began = self._ticked_at = now
                self._tick.start()
            elif now - self._opened_at > _START_LIMIT_SECONDS:
                self._end(state.notice or "No frame was judged. Check source and model.")
            return
        counts = self.counts
        counts.looks += 1
        counts.explaining_looks += running
        counts.judged_at |= {point.at for point in state.history if point.at >= self._began}
        if state.explanation is not None and state.explanation.captured_at >= self._began:
            counts.explanations.add(state.explanation.identifier)
        self.seconds = now - self._began
        if self.seconds >= self._wanted_seconds:
            self._end("")


def measure(source_text: str, model: str, seconds: float) -> StationTimings:
    """Run the real station window and measure it while explanations run.

    Args:
        source_text: where frames come from; see `source_from`.
        model: the model to judge with, of this computer's list; "" for the shipped one.
        seconds: length of the measurement, from the first explanation on.

    Raises:
        FaceQAError: source or model cannot be used, or no frame was judged.
    """
    source = source_from(source_text, loop=True)
    offscreen = not has_screen()
    application = qt_application(offscreen=offscreen)
    with tempfile.TemporaryDirectory(prefix="faceqa-bench-") as folder:
        station_app = StationApp(
            Settings(operators=UNATTENDED),
            source,
            folder=Path(folder),
            model=model,
            models=ModelList(home()),
        )
        observer = _Observer(station_app, seconds)
        run_until_quit(station_app, application)
    counts = observer.counts
    if observer.problem or observer.info is None:
        raise FaceQAError(observer.problem or "The source could not be opened.")
    p50, p99 = np.percentile(counts.delays_ms, (50, 99))
    return StationTimings(
        seconds=observer.seconds,
        source=observer.info.name,
        source_rate=observer.info.frames_per_second,
        delay_p50_ms=float(p50),
        delay_p99_ms=float(p99),
        delay_max_ms=max(counts.delays_ms),
        painted_rate=len(counts.painted) / observer.seconds,
        assessed_rate=len(counts.judged_at) / observer.seconds,
        explaining_share=counts.explaining_looks / counts.looks,
        explanations=len(counts.explanations),
        offscreen=offscreen,
        machine=this_machine(_LIBRARIES),
    )
