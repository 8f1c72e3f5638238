"""What a self-test does to the gate, to the records, and to the program that runs it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.scripted_app import ScriptedApp, ScriptedCamera
from support.station_bench import SETTINGS, StationBench

from faceqa_gui.app import hold_single_instance
from faceqa_gui.assessment.actions import Action
from faceqa_gui.cli import main
from faceqa_gui.records.audit import PROGRAM, AuditEvent
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.self_test import Bench, Finding, Part, Result, SelfTest
from faceqa_gui.station_state import WaitsFor
from faceqa_gui.uv.device import UvInfo
from faceqa_gui.uv.simulated import SimulatedUv


def outcome(**findings: Finding) -> SelfTest:
    """A self-test in which every other part passed."""
    found = tuple(
        Result(part, findings.get(part, Finding.PASS), f"About the {part}.") for part in Part
    )
    return SelfTest(found, datetime.now(UTC), 1.0)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[StationBench]:
    made = StationBench(tmp_path)
    yield made
    made.station.close()


def test_nothing_is_released_before_the_first_self_test(bench: StationBench) -> None:
    bench.station.expect_self_test()
    bench.make_ready()
    assert bench.waits == (WaitsFor.SELF_TEST,)
    assert bench.station.state().action is Action.WAIT_FOR_OPERATOR
    assert not bench.station.press()
    bench.station.take_self_test(outcome())
    assert bench.is_permitted()


@pytest.mark.parametrize("part", ["model", "eye_cascades", "eye_models", "clock", "lamp"])
def test_a_failed_part_of_safety_keeps_the_gate_closed_until_it_passes(
    bench: StationBench, part: str
) -> None:
    bench.make_ready()
    assert bench.is_permitted()
    bench.station.take_self_test(outcome(**{part: Finding.FAIL}))
    state = bench.station.state()
    assert not state.permitted
    assert state.waits_for[0] is WaitsFor.SELF_TEST
    assert state.notice == (f"The self-test failed, so UV light stays off. About the {part}.")
    assert not bench.station.press()
    # Whoever has read it changes nothing by that, nor does another source or other settings.
    bench.station.acknowledge()
    bench.station.change_settings(SETTINGS.model_copy(update={"operator": "somebody else"}))
    bench.make_ready()
    assert bench.waits == (WaitsFor.SELF_TEST,)
    bench.station.take_self_test(outcome(**{part: Finding.WARN}))
    assert bench.is_permitted()


@pytest.mark.parametrize("part", ["camera", "disk"])
def test_what_the_gate_watches_by_itself_closes_nothing_here(
    bench: StationBench, part: str
) -> None:
    bench.make_ready()
    bench.station.take_self_test(outcome(**{part: Finding.FAIL}))
    assert bench.is_permitted()
    assert not bench.station.state().notice


def test_a_sentence_of_a_test_goes_when_the_next_one_passes(bench: StationBench) -> None:
    bench.station.take_self_test(outcome(lamp=Finding.FAIL))
    bench.station.take_self_test(outcome())
    assert not bench.station.state().notice
    bench.station.take_self_test(outcome(lamp=Finding.FAIL))
    bench.station.notify("Something else.")
    bench.station.take_self_test(outcome())
    assert bench.station.state().notice == "Something else."


def test_a_latched_gate_keeps_its_own_sentence(bench: StationBench) -> None:
    bench.station.fail("An error inside.")
    bench.station.take_self_test(outcome(clock=Finding.FAIL))
    assert bench.station.state().notice == "An error inside."


def test_a_failed_self_test_ends_a_capture(bench: StationBench) -> None:
    bench.make_ready()
    assert bench.station.press()
    bench.station.take_self_test(outcome(model=Finding.FAIL))
    bench.station.run_capture()
    (stored,) = bench.store.captures()
    exposure = bench.store.load(stored.identifier).exposure
    assert exposure is None or not exposure.completed


def test_it_is_written_to_the_trail_without_its_sentences(bench: StationBench) -> None:
    bench.station.take_self_test(outcome(disk=Finding.WARN))
    bench.station.take_self_test(outcome(model=Finding.FAIL), "Ana")
    bench.station.audit.writer.flush()
    first, second = [e for e in bench.store.audit() if e.event is AuditEvent.SELF_TESTED]
    assert (first.who, second.who) == (PROGRAM, "Ana")
    assert first.facts["result"] == "warn"
    assert second.facts == {
        "result": "fail",
        "parts": {str(part): "fail" if part is Part.MODEL else "pass" for part in Part},
    }
    assert "About" not in str(bench.store.audit())


# The program


class LateLamp(SimulatedUv):
    """A lamp that is connected when the test says so."""

    problem = "The lamp is not connected. Plug it in."

    @property
    def info(self) -> UvInfo:
        return UvInfo("Late lamp", simulated=True, problem=self.problem)


def test_the_program_tests_itself_and_again_when_a_lamp_is_found(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("faceqa_gui.app.Bench", partial(Bench, patience_seconds=0.5))
    lamp = LateLamp()
    app = ScriptedApp(SETTINGS, ScriptedCamera(), folder=tmp_path, device=lamp)
    qtbot.addWidget(app.window)
    assert app.station.state().self_test is None
    app.start()

    def finding(part: Part) -> Finding | None:
        test = app.station.state().self_test
        return None if test is None else test.of(part).finding

    qtbot.waitUntil(lambda: finding(Part.LAMP) is Finding.FAIL, timeout=30_000)
    assert finding(Part.MODEL) is Finding.PASS
    lamp.problem = ""
    qtbot.waitUntil(lambda: finding(Part.LAMP) is Finding.PASS, timeout=30_000)
    qtbot.waitUntil(lambda: finding(Part.CAMERA) is Finding.PASS, timeout=30_000)
    app.stop()
    assert all(thread.isFinished() for thread in app.threads())
    events = [entry.event for entry in app.store.audit()]
    assert events.count(AuditEvent.SELF_TESTED) >= 2


# The command


def test_the_command_prints_writes_and_tells_by_its_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path / "home"))
    figures = tmp_path / "figures.json"
    assert main(["self-test", "demo", "--json", str(figures)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines[: len(Part)]].count("model") == 1
    assert lines[-1].startswith("WARN")
    written = json.loads(figures.read_text())
    assert written["result"] == "warn"
    assert set(written["parts"]) == set(Part)
    assert main(["self-test", str(tmp_path / "none.mp4")]) == 1
    assert "FAIL  camera" in capsys.readouterr().out
    store = CaptureStore(tmp_path / "home" / "captures")
    found = [e.facts["result"] for e in store.audit() if e.event is AuditEvent.SELF_TESTED]
    assert found == ["warn", "fail"]


def test_the_command_does_not_disturb_a_running_station(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path))
    lock = hold_single_instance(tmp_path)
    assert main(["self-test"]) == 2
    assert "already running" in capsys.readouterr().err
    lock.unlock()
