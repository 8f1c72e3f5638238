"""A start is measured from the start of its process, by the command that anybody can run."""

import dataclasses
import json
import os
import subprocess
from pathlib import Path

import pytest

from faceqa_gui.commands.bench_start import StartTimings, measure
from faceqa_gui.errors import FaceQAError
from faceqa_gui.lab.machine import Machine
from faceqa_gui.own_process import own_words

pytestmark = pytest.mark.slow

TIMINGS = StartTimings(
    program="this program",
    very_first=6.0,
    first_paint=(0.7, 0.9, 2.0),
    first_verdict=(2.5, 3.0, 9.0),
    machine=Machine("a processor", 2, "a system", "2026-11-21", {"faceqa": "0"}),
)


def test_a_real_start_is_measured(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    file = tmp_path / "figures.json"
    done = subprocess.run(
        own_words("bench", "start", "--times", "1", "--json", str(file)),
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "first verdict" in done.stdout
    found = json.loads(file.read_text(encoding="utf-8"))
    assert 0.0 < found["first_paint"][0] < found["first_verdict"][0]
    assert found["very_first"] > found["first_paint"][0]


def test_the_goal_is_one_of_medians() -> None:
    assert TIMINGS.reaches_goal
    assert "first paint      median 0.90 s, 0.70 to 2.00 s" in TIMINGS.text()
    assert TIMINGS.text().endswith(": reached")
    slow = dataclasses.replace(TIMINGS, first_paint=(0.7, 1.1, 2.0))
    assert slow.text().endswith(": not reached")
    assert not dataclasses.replace(TIMINGS, first_verdict=(4.1,)).reaches_goal
    assert json.dumps(slow.as_json())


@pytest.mark.parametrize("program", ["/nowhere/faceqa", "/bin/true", "/bin/false"])
def test_a_program_that_does_not_start_is_a_sentence(program: str) -> None:
    with pytest.raises(FaceQAError, match=program):
        measure(Path(program), "demo", 1)
