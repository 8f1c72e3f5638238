"""What a capture leaves behind when its lamp fails or refuses."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.lamp_emulator import LampEmulator
from support.station_bench import SETTINGS, StationBench

from faceqa_gui.uv.device import UvError
from faceqa_gui.uv.lamp_protocol import LampState
from faceqa_gui.uv.serial_lamp import SerialLamp


@pytest.fixture
def emulator() -> Iterator[LampEmulator]:
    with LampEmulator() as emulator:
        yield emulator


def test_a_lamp_that_fails_while_lit_leaves_a_record_and_its_dose(
    emulator: LampEmulator, tmp_path: Path
) -> None:
    bench = StationBench(tmp_path, lamp=SerialLamp.open(emulator.port))
    bench.make_ready()
    assert bench.station.press()

    def cut_once_lit() -> None:
        deadline = time.monotonic() + 10.0
        while emulator.lamp.state is not LampState.LIT and time.monotonic() < deadline:
            time.sleep(0.002)
        emulator.to_lamp = lambda _line: []

    cutter = threading.Thread(target=cut_once_lit)
    cutter.start()
    bench.station.run_capture()
    cutter.join()
    (stored,) = bench.store.captures()
    assert bench.store.incomplete() == []
    exposure = bench.store.load(stored.identifier).exposure
    assert exposure is not None
    assert not exposure.completed
    lit = sum(end - start for start, end in emulator.lamp.lit)
    assert lit <= exposure.duration_seconds <= SETTINGS.uv.exposure_seconds
    irradiance = SETTINGS.uv.irradiance_watts_per_square_metre
    assert exposure.dose_joules_per_square_metre == irradiance * exposure.duration_seconds
    state = bench.station.state()
    assert "goes dark by itself" in state.notice
    assert "recorded as not completed" in state.notice
    assert len(state.captures) == 1
    bench.station.close()


def test_a_lamp_that_refuses_leaves_nothing(emulator: LampEmulator, tmp_path: Path) -> None:
    emulator.lamp.most_milliseconds = 50
    bench = StationBench(tmp_path, lamp=SerialLamp.open(emulator.port))
    bench.make_ready()
    assert bench.station.press()
    with pytest.raises(UvError, match="Set a shorter time"):
        bench.station.run_capture()
    assert bench.store.captures() == []
    assert bench.store.incomplete() == []
    dose = bench.station.state().dose
    assert dose is not None
    assert dose.last_day_joules_per_square_metre == 0.0
    assert emulator.lamp.lit == []
    bench.station.close()
