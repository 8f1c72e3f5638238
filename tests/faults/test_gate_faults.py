"""Rows G1 to G6 of the fault list and P3 by the lock of the screen; G7 is `test_gate_machine.py`.

P3 by idleness is in `test_operator_faults.py`.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.lamp_emulator import LampEmulator
from support.recording_lamp import RecordingLamp
from support.scripted_app import ScriptedApp, ScriptedCamera
from support.station_bench import SETTINGS, STEP, StationBench

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.errors import FaceQAError
from faceqa_gui.presence import Interruption
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import Settings
from faceqa_gui.station import Station
from faceqa_gui.station_state import WaitsFor
from faceqa_gui.uv.device import UvStatus
from faceqa_gui.uv.lamp_protocol import LampState
from faceqa_gui.uv.simulated import SimulatedUv

TESTS = Path(__file__).resolve().parents[1]
WAIT_MS = 20_000


class Program:
    """The real window with a scripted camera; `ready` when the button may be pressed."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self.camera = ScriptedCamera()
        self.app = ScriptedApp(SETTINGS, self.camera, folder=folder)
        qtbot.addWidget(self.app.window)
        self.app.start()

    @property
    def station(self) -> Station:
        return self.app.station

    def make_ready(self) -> None:
        self.camera.light = Light.AMBER
        self._qtbot.waitUntil(lambda: self.station.state().explanation_valid, timeout=WAIT_MS)
        self.camera.light = Light.GREEN
        self._qtbot.waitUntil(self.app.window.uv_button.isEnabled, timeout=WAIT_MS)

    def begun(self) -> int:
        """How many captures were ever begun, stored or not."""
        store = self.app.store
        return len(store.captures()) + len(store.incomplete())


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    made = Program(qtbot, tmp_path)
    yield made
    made.app.window.close()


def presses(program: Program) -> dict[str, Callable[[], object]]:
    button, window = program.app.window.uv_button, program.app.window
    return {
        "a programmed click": button.click,
        "a queued click": lambda: QMetaObject.invokeMethod(
            button, "click", Qt.ConnectionType.QueuedConnection
        ),
        "a mouse click": lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton),
        "a double click": lambda: QTest.mouseDClick(button, Qt.MouseButton.LeftButton),
        "the space bar": lambda: QTest.keyClick(button, Qt.Key.Key_Space),
        "the foot pedal": lambda: QTest.keyClick(window, Qt.Key.Key_F9),
        "the window's own signal": window.fire_requested.emit,
    }


def test_g1_no_way_of_pressing_fires_once_the_permission_is_gone(
    program: Program, qtbot: QtBot
) -> None:
    program.make_ready()
    program.station.interrupt(Interruption.SCREEN_LOCKED)
    for name, press in presses(program).items():
        # As if the window had not been painted since, or something had enabled the button.
        program.app.window.uv_button.setEnabled(True)
        press()
        qtbot.wait(20)
        assert program.begun() == 0, name
    program.station.resume(Interruption.SCREEN_LOCKED)
    program.make_ready()

    def captured() -> bool:
        # On a busy computer a permission may be gone again when the pedal comes.
        state = program.station.state()
        if state.permitted:
            presses(program)["the foot pedal"]()
        return bool(state.captures)

    qtbot.waitUntil(captured, timeout=WAIT_MS)
    assert program.begun() == 1


def presses_beside_a_doubt(station: Station, delay_seconds: float) -> list[bool]:
    """What three presses at once are told while a fourth thread doubts."""
    together = threading.Barrier(4)
    pressed: list[bool] = []

    def press() -> None:
        together.wait()
        pressed.append(station.press())

    def doubt() -> None:
        together.wait()
        time.sleep(delay_seconds)
        station.fail("a doubt of the test")

    threads = [threading.Thread(target=work) for work in (press, press, press, doubt)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return pressed


def test_g2_of_many_presses_at_once_with_a_doubt_among_them_at_most_one_counts(
    tmp_path: Path,
) -> None:
    accepted = 0
    for number in range(12):
        lamp = RecordingLamp()
        bench = StationBench(tmp_path / str(number), lamp=lamp)
        bench.make_ready()
        pressed = presses_beside_a_doubt(bench.station, 0.0002 * (number % 4))
        assert sum(pressed) <= 1
        accepted += sum(pressed)
        bench.station.run_capture()
        assert not any(exposure.completed for exposure in lamp.exposures)
        assert not bench.station.press()
        bench.station.close()
    assert accepted > 0


@pytest.mark.parametrize("thread", ["reader", "_assessor", "_explainer", "_capturer"])
def test_g3_a_failure_in_any_worker_closes_the_gate(
    program: Program, qtbot: QtBot, thread: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.make_ready()

    def fail(*_: object) -> None:
        raise RuntimeError("a worker of the test failed")

    broken = {
        "reader": (program.camera, "read"),
        "_assessor": (program.station, "judge"),
        "_explainer": (program.station, "next_explanation"),
        "_capturer": (program.station, "run_capture"),
    }
    monkeypatch.setattr(*broken[thread], fail)
    if thread == "_capturer":
        program.app.window.uv_button.click()
    qtbot.waitUntil(lambda: program.station.state().must_acknowledge, timeout=WAIT_MS)
    assert program.station.state().waits_for == (WaitsFor.ACKNOWLEDGEMENT,)
    assert not program.station.press()


def test_g3_a_window_that_is_frozen_for_two_seconds_has_no_permission_and_none_just_after(
    program: Program,
) -> None:
    program.make_ready()
    seen: list[tuple[WaitsFor, ...]] = []
    watcher = threading.Timer(1.0, lambda: seen.append(program.station.state().waits_for))
    watcher.start()
    time.sleep(2.0)  # the GUI thread
    watcher.join()
    assert seen == [(WaitsFor.WINDOW_ANSWERING,)]
    program.app.refresh()
    program.app.window.uv_button.setEnabled(True)
    program.app.window.uv_button.click()  # a press that queued up meanwhile
    assert program.begun() == 0


def test_g4_an_explanation_of_somebody_who_has_moved_on_permits_nothing(tmp_path: Path) -> None:
    bench = StationBench(tmp_path)
    bench.send(Light.AMBER, 8)
    taken = bench.station.next_explanation()
    assert taken is not None
    request, job = taken
    bench.send(Light.AMBER, 8, shift=4)
    bench.send(Light.GREEN, 40, shift=4)
    try:
        while True:
            next(job)
    except StopIteration as done:
        bench.station.finish_explanation(request, done.value)
    bench.send(Light.GREEN, shift=4)
    assert WaitsFor.EXPLANATION in bench.waits
    assert not bench.station.press()
    bench.explain()
    bench.send(Light.GREEN, shift=4)
    assert bench.is_permitted()
    for _ in range(round(31 / STEP)):
        bench.send(Light.GREEN, shift=4)
    assert not bench.is_permitted()  # and an explanation does not last
    bench.station.close()


def test_g5_an_operator_cannot_overrule_eyes(tmp_path: Path) -> None:
    bench = StationBench(tmp_path)
    bench.send(Light.AMBER, 8)
    for checks in ({"both_eyes_closed"}, {"both_eyes_closed", "uncovered"}, {"no_eyeglasses"}):
        with pytest.raises(FaceQAError, match="cannot be overruled"):
            bench.station.overrule(frozenset(checks), "the operator says so")
    bench.station.overrule(frozenset({"uncovered"}), "a bandage on the cheek")
    bench.make_ready()
    assert bench.is_permitted()
    bench.send(Light.AMBER)
    assert not bench.station.press()
    bench.station.close()


def killed_while_lit(folder: Path, *port: str) -> None:
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("gate_process.py")), str(folder), *port],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": f"{TESTS}{os.pathsep}{TESTS.parent}"},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "lit\n"
        time.sleep(0.5)
        process.kill()


def test_g6_killed_while_the_lamp_is_lit_it_goes_dark_and_the_next_start_says_so(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with LampEmulator() as emulator:
        killed_while_lit(tmp_path, emulator.port)
        qtbot.waitUntil(lambda: emulator.lamp.state is LampState.SILENT, timeout=2000)
        ((on, off),) = emulator.lamp.lit
        assert off - on < 2.0
    store = CaptureStore(tmp_path / "captures")
    (incomplete,) = store.incomplete()
    assert store.captures() == []
    app = ScriptedApp(Settings(), ScriptedCamera(), folder=tmp_path)
    qtbot.addWidget(app.window)
    app.report_incomplete()
    assert incomplete.identifier in app.station.state().notice
    app.stop()
    assert SimulatedUv().status() is UvStatus.OFF


def test_p3_a_locked_screen_blanks_the_preview_and_revokes(program: Program, qtbot: QtBot) -> None:
    program.make_ready()
    view = program.app.window.live_view
    program.station.interrupt(Interruption.SCREEN_LOCKED)
    assert not program.station.press()
    qtbot.waitUntil(lambda: view.shown_sequence is None)
    qtbot.wait(200)  # frames keep coming
    assert view.shown_sequence is None
    assert "locked" in view.idle_text
    program.station.resume(Interruption.SCREEN_LOCKED)
    qtbot.waitUntil(lambda: view.shown_sequence is not None)
