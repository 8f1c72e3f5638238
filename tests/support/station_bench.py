"""A real station with a clock that the test turns and, if wanted, a window that beats."""

from datetime import UTC, datetime
from pathlib import Path

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import ExplanationSettings, GateSettings, Settings, UvSettings
from faceqa_gui.station import Station
from faceqa_gui.station_state import WaitsFor
from faceqa_gui.uv.device import UvDevice
from faceqa_gui.uv.simulated import SimulatedUv
from support.analytic import model_with
from support.scripted import CHECKS_OFF, ScriptedEyes, ScriptedRuntime, scripted_frame

SETTINGS = Settings(
    gate=GateSettings(quality_override=True),
    explanation=ExplanationSettings(
        sample_count=10,
        hold_seconds=0.1,
        quickshift_kernel_size=2.0,  # superpixels in half the time
        least_evidence_inside=0.0,
        least_agreement=0.0,
        least_fit=0.0,
        least_stability=0.0,
    ),
    uv=UvSettings(exposure_seconds=0.2),
    checks=CHECKS_OFF,
)
INFO = SourceInfo("script", SourceKind.CAMERA, 64, 64, 30.0)
STEP = 1 / 30


class StationBench:
    """A station, its lamp and its store. `wall` is the calendar, `now` the monotonic clock."""

    def __init__(
        self,
        root: Path,
        *,
        kind: SourceKind = SourceKind.CAMERA,
        lamp: UvDevice | None = None,
        settings: Settings = SETTINGS,
        runtime: ScriptedRuntime | None = None,
        beats: bool = False,
    ) -> None:
        self.now = 1000.0
        self.wall = datetime.now(UTC)
        self.sequence = -1
        self.beats = beats
        self.lamp = lamp or SimulatedUv()
        self.store = CaptureStore(root / "captures", minimum_free_bytes=0)
        self.station = Station(
            settings,
            device=self.lamp,
            store=self.store,
            clock=lambda: self.now,
            wall=lambda: self.wall,
        )
        self.station.attach(model_with(runtime or ScriptedRuntime()), ScriptedEyes())
        self.station.open_source(SourceInfo("script", kind, 64, 64, 30.0))

    def send(
        self, light: Light, times: int = 1, *, shift: int = 0, code: int | None = None
    ) -> None:
        for _ in range(times):
            self.sequence += 1
            self.now += STEP
            if self.beats:
                self.station.window_beat()
            self.station.judge(
                scripted_frame(light, self.sequence, self.now, shift=shift, code=code)
            )

    def explain(self) -> None:
        """Run what is wanted, as the explainer thread does."""
        taken = self.station.next_explanation()
        assert taken is not None, "no explanation is wanted"
        request, job = taken
        try:
            while True:
                self.station.report_progress(request, next(job))
        except StopIteration as finished:
            self.station.finish_explanation(request, finished.value)

    def make_ready(self) -> None:
        self.send(Light.AMBER, 8)
        self.explain()
        self.send(Light.GREEN, 40)

    def is_permitted(self) -> bool:
        return self.station.state().permitted

    @property
    def waits(self) -> tuple[WaitsFor, ...]:
        return self.station.state().waits_for
