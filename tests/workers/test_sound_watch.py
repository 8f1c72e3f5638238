"""A start is sound some time after its first verdict, and not before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.analytic import model_with
from support.scripted import ScriptedEyes, ScriptedRuntime, scripted_frame

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import Settings
from faceqa_gui.start_record import SOUND_SECONDS, StartRecord
from faceqa_gui.station import Station
from faceqa_gui.uv.simulated import SimulatedUv
from faceqa_gui.workers.sound_watch import SoundWatch


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def station(tmp_path: Path, clock: Clock) -> Iterator[Station]:
    store = CaptureStore(tmp_path / "captures", minimum_free_bytes=0)
    made = Station(Settings(), device=SimulatedUv(), store=store, clock=clock)
    yield made
    made.close()


def crashed_last_time(folder: Path) -> bool:
    return StartRecord(folder)._crashed > 0


def test_only_time_after_a_verdict_makes_a_start_sound(
    qtbot: QtBot, tmp_path: Path, station: Station, clock: Clock
) -> None:
    assert qtbot is not None
    starts = StartRecord(tmp_path)
    starts.begin()
    watch = SoundWatch(station, starts)
    clock.now += 10 * SOUND_SECONDS
    watch.look()
    assert crashed_last_time(tmp_path), "without a verdict nothing has been shown to work"
    station.attach(model_with(ScriptedRuntime()), ScriptedEyes())
    station.open_source(SourceInfo("script", SourceKind.CAMERA, 64, 64, 30.0))
    station.judge(scripted_frame(Light.AMBER, 0, clock.now))
    watch.look()
    clock.now += SOUND_SECONDS - 1
    watch.look()
    assert crashed_last_time(tmp_path)
    clock.now += 1
    watch.look()
    assert not crashed_last_time(tmp_path)
