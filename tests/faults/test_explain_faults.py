"""Rows E1 to E7 of the fault list: what an explanation can meet, and what it can do to the gate.

Tolerances of E5: none, every bit is the same (all runtimes: tests/explanation/test_repeatable.py).
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot
from support.analytic import model_with
from support.faulty_runtime import HANG_SECONDS, FaultyRuntime
from support.scripted import ScriptedEyes, ScriptedRuntime
from support.scripted_app import ScriptedCamera
from support.station_bench import SETTINGS, StationBench

from faceqa_gui import stuck_work
from faceqa_gui.app import StationApp
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.cli import main
from faceqa_gui.explanation import combined
from faceqa_gui.explanation.pictures import combined_picture
from faceqa_gui.explanation.trust import Doubt
from faceqa_gui.eyes.eye_state import EyeDetector
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.lab.benchmark_explain import demo_pictures
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.runtime import Batch, Prediction
from faceqa_gui.records.picture_bytes import png_bytes
from faceqa_gui.settings import SETTINGS_FILE
from faceqa_gui.settings_file import save_settings
from faceqa_gui.station_state import WaitsFor

pytestmark = pytest.mark.usefixtures("qapp")


class MappedRuntime(ScriptedRuntime):
    """The scripted network with class maps of the test's choice; its logits stay."""

    def __init__(self, value: float) -> None:
        self._value = value

    def run(self, batch: Batch) -> Prediction:
        usual = super().run(batch)
        return Prediction(usual.logits, np.full_like(usual.class_maps, self._value))


@pytest.mark.parametrize("value", [0.0, -3.0, 1.0, 1e-9, float("nan"), float("-inf"), float("inf")])
def test_e1_a_map_without_evidence_is_said_and_painted_nowhere(
    tmp_path: Path, value: float
) -> None:
    bench = StationBench(tmp_path)
    bench.station.attach(model_with(MappedRuntime(value)), ScriptedEyes())
    with np.errstate(all="raise"):
        bench.make_ready()
    state = bench.station.state()
    assert state.explanation is not None
    assert not state.explanation.heat.any()
    assert state.doubts == (Doubt.NO_EVIDENCE,)
    assert WaitsFor.TRUSTED_EXPLANATION in state.waits_for
    assert not state.permitted
    shown = combined_picture(state.explanation, SETTINGS.explanation.overlay)
    reddened = shown[..., 0].astype(int) - state.explanation.picture[..., 0].astype(int)
    assert reddened.max() <= 0, "nothing may look hot"
    bench.station.close()


def bench_asking_for(tmp_path: Path, **parameters: float) -> StationBench:
    asked = SETTINGS.explanation.model_copy(update=parameters)
    return StationBench(tmp_path, settings=SETTINGS.model_copy(update={"explanation": asked}))


def test_e2_one_superpixel_finishes_and_counts_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def uncut(picture: Pixels, **_parameters: float) -> NDArray[np.int64]:
        return np.zeros(picture.shape[:2], np.int64)

    monkeypatch.setattr(combined, "cut_superpixels", uncut)
    bench = StationBench(tmp_path)
    bench.send(Light.AMBER, 8)
    bench.explain()
    explanation = bench.station.state().explanation
    assert explanation is not None
    assert explanation.segments.max() == 0, "the picture is one superpixel"
    bench.send(Light.GREEN, 40)
    assert not bench.is_permitted(), "a whole picture is no evidence"
    bench.station.close()


def test_e2_ten_thousand_superpixels_finish(tmp_path: Path) -> None:
    bench = bench_asking_for(
        tmp_path, quickshift_kernel_size=0.5, quickshift_max_distance=0.5, sample_count=20
    )
    bench.send(Light.AMBER, 8)
    bench.explain()
    explanation = bench.station.state().explanation
    assert explanation is not None
    assert explanation.segments.max() > 10_000
    assert np.isfinite(explanation.weights).all()
    bench.station.close()


def app_with(tmp_path: Path, runtime: FaultyRuntime) -> StationApp:
    class App(StationApp):
        def _load(self) -> tuple[QualityModel, EyeDetector]:
            return model_with(runtime), ScriptedEyes()

    return App(SETTINGS, ScriptedCamera(), folder=tmp_path)


@pytest.fixture
def explaining(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[StationApp, FaultyRuntime]]:
    """The program in front of a good face; its network fails in explanations when told to."""
    runtime = FaultyRuntime(only_batches=True)
    app = app_with(tmp_path, runtime)
    qtbot.addWidget(app.window)
    yield app, runtime
    runtime.release.set()
    app.stop()


@pytest.mark.parametrize(
    ("fault", "said", "latched"),
    [
        ("nan", "not a number", False),
        ("inf", "not a number", False),
        ("raise", "failed inside the program", True),
        ("memory", "failed inside the program", True),
    ],
)
def test_e2_an_explanation_that_fails_midway_says_why_and_the_next_one_runs(
    qtbot: QtBot,
    explaining: tuple[StationApp, FaultyRuntime],
    fault: str,
    said: str,
    latched: bool,  # noqa: FBT001  (a parameter of the test)
) -> None:
    app, runtime = explaining
    runtime.fault = fault
    app.start()
    qtbot.waitUntil(lambda: said in app.station.state().notice, timeout=20_000)
    state = app.station.state()
    assert state.must_acknowledge == latched
    assert not state.permitted
    assert state.explanation is None
    runtime.fault = ""
    app.station.acknowledge()
    qtbot.waitUntil(lambda: app.station.state().light is Light.AMBER, timeout=20_000)
    app.station.request_explanation(None)
    qtbot.waitUntil(lambda: app.station.state().explanation is not None, timeout=20_000)


@pytest.mark.parametrize("fault", ["zero", "constant"])
def test_e2_a_constant_classifier_supports_nothing(tmp_path: Path, fault: str) -> None:
    runtime = FaultyRuntime(fault, only_batches=True)
    bench = StationBench(tmp_path)
    bench.station.attach(model_with(runtime), ScriptedEyes())
    bench.make_ready()
    assert bench.station.state().explanation is not None
    assert not bench.is_permitted()
    bench.station.close()


def test_e3_cancelling_at_every_step_leaves_nothing_that_counts(tmp_path: Path) -> None:
    bench = StationBench(tmp_path)
    steps = 0
    while steps < 10_000:
        bench.send(Light.AMBER, 8, shift=steps % 2)
        bench.station.request_explanation(None)
        taken = bench.station.next_explanation()
        assert taken is not None
        request, job = taken
        try:
            for _ in range(steps + 1):
                bench.station.report_progress(request, next(job))
        except StopIteration:
            break
        bench.station.cancel_explanation()
        assert not bench.station.explanation_is_wanted(request)
        job.close()
        state = bench.station.state()
        assert (state.explanation, state.progress, state.permitted) == (None, None, False)
        # Every step at first, then ever more apart: the last stage takes hundreds of them.
        steps += 1 + steps // 4
    assert steps > 20
    bench.station.close()


def test_e3_a_second_click_replaces_the_first_job_whose_result_is_dropped(tmp_path: Path) -> None:
    bench = StationBench(tmp_path)
    bench.send(Light.AMBER)
    bench.station.request_explanation(None)
    first = bench.station.next_explanation()
    assert first is not None
    bench.send(Light.AMBER)
    bench.station.request_explanation(None)
    bench.station.request_explanation(None)
    second = bench.station.next_explanation()
    assert second is not None
    assert bench.station.next_explanation() is None, "two clicks are one job"
    results = []
    for request, job in (first, second):
        try:
            while True:
                next(job)
        except StopIteration as finished:
            results.append(finished.value)
            bench.station.finish_explanation(request, finished.value)
    assert bench.station.state().explanation is results[1]
    bench.station.finish_explanation(first[0], results[0])
    assert bench.station.state().explanation is results[1]
    bench.station.close()


# Closing the program in the midst of an explanation: tests/flow/test_station_app.py.


def test_e4_a_hanging_explanation_is_said_and_leaves_the_gate_alone(
    qtbot: QtBot,
    explaining: tuple[StationApp, FaultyRuntime],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stuck_work, "LONGEST_SILENCE_SECONDS", 1.0)
    app, runtime = explaining
    runtime.fault = "hang"
    app.start()
    qtbot.waitUntil(runtime.hangs.is_set, timeout=20_000)
    qtbot.waitUntil(lambda: app.station.state().light is Light.AMBER, timeout=20_000)
    lights = []

    def is_given_up() -> bool:
        state = app.station.state()
        lights.append(state.light)
        return "did not answer" in state.notice

    qtbot.waitUntil(is_given_up, timeout=20_000)
    state = app.station.state()
    assert not state.must_acknowledge
    assert state.progress is None
    # A busy machine may miss the gate's 0.3 s now and then, whatever the explanation does.
    assert lights.count(Light.AMBER) > 0.5 * len(lights)
    runtime.fault = ""
    app.station.request_explanation(None)
    qtbot.waitUntil(lambda: app.station.state().explanation is not None, timeout=20_000)


@pytest.mark.skipif(os.name != "posix", reason="runs where the test's program does")
def test_e4_the_program_ends_although_its_explanation_hangs(tmp_path: Path) -> None:
    tests = Path(__file__).resolve().parents[1]
    save_settings(SETTINGS, tmp_path / SETTINGS_FILE)
    process = subprocess.Popen(
        [sys.executable, str(tests / "faults" / "hanging_process.py")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ
        | {"PYTHONPATH": f"{tests}{os.pathsep}{tests.parent}", "FACEQA_HOME": str(tmp_path)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "closing\n"
    closed = time.monotonic()
    _, said = process.communicate(timeout=HANG_SECONDS)
    assert (process.returncode, said) == (0, "")
    # Three seconds, and what a busy machine adds; the hanging answer itself lasts thirty.
    assert time.monotonic() - closed < HANG_SECONDS / 3


COMMAND = """
import os, sys
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])
sys.stderr = None
from faceqa_gui.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_e5_and_e6_the_same_map_in_another_process_on_one_core_and_without_stderr(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path))
    (shown,) = demo_pictures(1).values()
    picture = tmp_path / "face.png"
    picture.write_bytes(png_bytes(shown))

    def arguments(out: str) -> list[str]:
        given = ["explain", str(picture), "--out", str(tmp_path / out)]
        return [*given, "--samples", "30", "--seed", "5"]

    assert main(arguments("here")) == 0
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *arguments("there")],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    here, there = (
        {path.name: read_picture(path).tobytes() for path in (tmp_path / out).rglob("*.png")}
        for out in ("here", "there")
    )
    assert here
    assert here == there


def test_e7_the_class_map_is_dense_kernel_by_area_times_features() -> None:
    # By gradients, for all three networks: tests/explanation/test_grad_cam_gradients.py.
    import keras

    from faceqa_gui.quality.keras_runtime import load_network
    from faceqa_gui.quality.model_file import default_model_folder, read_model
    from faceqa_gui.quality.network import FEATURES, LOGITS
    from faceqa_gui.quality.runtimes import open_named

    model = read_model(default_model_folder())
    network = load_network(model.keras_bytes)
    (picture,) = demo_pictures(1).values()
    batch = picture[None].astype(np.float32)
    features = keras.Model(network.input, network.get_layer(FEATURES).output)(batch)
    kernel, bias = (np.asarray(part) for part in network.get_layer(LOGITS).weights)
    maps = np.asarray(features) @ kernel / 49.0
    found = open_named("openvino", model).run(batch)
    assert np.abs(found.class_maps - maps).max() < 1e-5 * max(1.0, np.abs(maps).max())
    logits = found.class_maps.sum(axis=(1, 2)) + bias
    assert found.logits.shape == (1, len(QUALITY_LABELS))
    assert np.abs(found.logits - logits).max() < 1e-4
