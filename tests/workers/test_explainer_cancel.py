"""Cancelling ends the running explanation within one batch, in the real thread."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.analytic import model_with
from support.scripted import ScriptedEyes, ScriptedRuntime, scripted_frame

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.runtime import Batch, Prediction
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import ExplanationSettings, Settings
from faceqa_gui.station import Station
from faceqa_gui.uv.simulated import SimulatedUv
from faceqa_gui.workers.explainer_thread import ExplainerThread

SETTINGS = Settings(explanation=ExplanationSettings(sample_count=20_000, batch_size=10))


class WatchedRuntime:
    """Counts batches, and tells when a few have run."""

    name = "watched"

    def __init__(self) -> None:
        self._inner = ScriptedRuntime()
        self.batches = 0
        self.some = threading.Event()

    def run(self, batch: Batch) -> Prediction:
        self.batches += 1
        if self.batches > 5:
            self.some.set()
        return self._inner.run(batch)


@pytest.mark.usefixtures("qapp")
def test_at_most_one_batch_runs_after_a_cancel(qtbot: QtBot, tmp_path: Path) -> None:
    runtime = WatchedRuntime()
    station = Station(
        SETTINGS, device=SimulatedUv(), store=CaptureStore(tmp_path, minimum_free_bytes=0)
    )
    station.attach(model_with(runtime), ScriptedEyes())
    station.open_source(SourceInfo("script", SourceKind.CAMERA, 64, 64, 30.0))
    thread = ExplainerThread(station)
    thread.start()
    try:
        station.judge(scripted_frame(Light.AMBER, 0, 0.0))
        for _ in range(5):
            runtime.some.clear()
            station.request_explanation(Quality.GOOD)
            assert runtime.some.wait(30.0)
            station.cancel_explanation()
            at_cancel = runtime.batches
            assert station.state().progress is None
            # The next one starts only when the thread is free again.
            runtime.some.clear()
            qtbot.wait(100)
            assert runtime.batches - at_cancel <= 1
    finally:
        thread.stop()
        assert thread.wait(10_000)
        station.close()
