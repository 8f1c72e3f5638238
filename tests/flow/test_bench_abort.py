"""How soon a doubt switches the lamp off, measured by the command that anybody can run."""

import dataclasses
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from faceqa_gui.lab.machine import Machine
from faceqa_gui.station_abort import AbortTimings, Doubt

TIMINGS = AbortTimings(
    delays_ms={
        Doubt.OPEN_EYES: [40.0, 60.0],
        Doubt.FACE_GONE: [30.0, 50.0],
        Doubt.FACE_COVERED: [45.0, 99.0],
        Doubt.CAMERA_STALLED: [320.0, 349.0],
    },
    missed=0,
    ended_before=1,
    stall_limit_ms=350.0,
    judged_rate=25.0,
    offscreen=True,
    machine=Machine("a processor", 2, "a system", "2026-11-21", {"faceqa": "0"}),
)


def bench(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return subprocess.run(
        [sys.executable, "-m", "faceqa_gui", "bench", "abort", *arguments],
        capture_output=True,
        text=True,
        timeout=250,
        check=False,
        env=environment | {"FACEQA_HOME": str(home)},
    )


def test_every_doubt_switches_the_lamp_off_and_is_timed(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    done = bench("--trials", "1", "--json", str(file), home=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "goal (p99 at most 100 ms" in done.stdout
    found = json.loads(file.read_text())
    assert set(found["delays_ms"]) == {doubt.value for doubt in Doubt}
    assert found["missed"] + sum(map(len, found["delays_ms"].values())) == len(Doubt)
    for delays in found["delays_ms"].values():
        assert all(0.0 < delay < 5000.0 for delay in delays)
    for figures in found["percentiles_ms"].values():
        assert figures == sorted(figures)
    assert 0.0 < found["judged_rate"] < 35.0


@pytest.mark.parametrize("arguments", [("--trials", "0"), ("--model", "nowhere")])
def test_what_cannot_be_measured_is_a_sentence(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = bench(*arguments, home=tmp_path)
    assert done.returncode == 2
    assert arguments[0].strip("-") in done.stderr or arguments[1] in done.stderr
    assert "Traceback" not in done.stderr


def test_goal_and_limit_are_asked_apart() -> None:
    assert TIMINGS.reaches_goal
    assert TIMINGS.reaches_stall_limit
    assert TIMINGS.text().count(": reached") == 2
    assert "largest" in TIMINGS.text()
    slow = dataclasses.replace(
        TIMINGS, delays_ms=TIMINGS.delays_ms | {Doubt.OPEN_EYES: [40.0, 160.0]}
    )
    assert not slow.reaches_goal
    assert slow.reaches_stall_limit
    late = dataclasses.replace(
        TIMINGS, delays_ms=TIMINGS.delays_ms | {Doubt.CAMERA_STALLED: [500.0]}
    )
    assert late.reaches_goal
    assert not late.reaches_stall_limit
    missed = dataclasses.replace(TIMINGS, missed=1)
    assert not missed.reaches_goal
    assert missed.as_json()["reaches_goal"] is False
