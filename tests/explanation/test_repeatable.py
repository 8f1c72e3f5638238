"""The runtime that ships gives the same map on one core and on all, twice, in another process."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from faceqa_gui.explanation.combined import explain
from faceqa_gui.lab.benchmark_explain import demo_pictures
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.settings import ExplanationSettings

SETTINGS = ExplanationSettings(sample_count=30)
CHILD = """
import os, sys
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])
sys.path[:0] = ["tests", "tests/explanation"]
from test_repeatable import SETTINGS, digest
from faceqa_gui.quality.model import QualityModel
print(digest(QualityModel.load(), SETTINGS))
"""


def digest(model: QualityModel, settings: ExplanationSettings) -> str:
    (picture,) = demo_pictures(1).values()
    job = explain(
        picture,
        model=model,
        target=Quality.GOOD,
        frame_sequence=0,
        captured_at=0.0,
        face=None,
        settings=settings,
    )
    try:
        while True:
            next(job)
    except StopIteration as finished:
        found = finished.value
    content = found.weights.tobytes() + found.heat.tobytes() + found.segments.tobytes()
    return hashlib.sha256(content).hexdigest()


@pytest.mark.slow
def test_the_same_map_twice_and_on_one_core_of_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path))
    model = QualityModel.load()
    here = {digest(model, SETTINGS), digest(model, SETTINGS)}
    done = subprocess.run(
        [sys.executable, "-c", CHILD],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
    )
    assert {done.stdout.strip()} == here
