"""The whole program, offscreen: it starts, runs through its states, and stops."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from faceqa_gui.app import StationApp, hold_single_instance
from faceqa_gui.assessment.actions import Action
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.errors import StoreError
from faceqa_gui.frames.demo_subject import DemoSubject
from faceqa_gui.frames.video_file import VideoFileSource
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import Settings
from faceqa_gui.walkthrough import MOMENTS

LONGEST_MS = 200_000
"""However busy the computer is, the model is loaded within this time."""


def test_closing_in_the_middle_of_an_explanation_ends_every_thread(
    qtbot: QtBot, tmp_path: Path
) -> None:
    settings = Settings()
    longer = settings.model_copy(
        update={"explanation": settings.explanation.model_copy(update={"sample_count": 20_000})}
    )
    app = StationApp(longer, DemoSubject(loop=True), folder=tmp_path)
    qtbot.addWidget(app.window)
    app.start()
    qtbot.waitUntil(lambda: bool(app.station.state().probabilities), timeout=LONGEST_MS)
    app.station.request_explanation(None)
    qtbot.waitUntil(lambda: app.station.state().progress is not None, timeout=LONGEST_MS)
    app.window.close()
    assert all(thread.isFinished() for thread in app.threads())


def test_the_first_paint_needs_no_model(qtbot: QtBot, tmp_path: Path) -> None:
    app = StationApp(Settings(), DemoSubject(loop=True), folder=tmp_path)
    qtbot.addWidget(app.window)
    app.window.show()
    app.refresh()
    state = app.station.state()
    assert state.action is Action.WAIT_FOR_MODEL
    assert not app.window.grab().isNull()
    app.stop()


def test_a_missing_model_is_a_notice_and_stays_red(qtbot: QtBot, tmp_path: Path) -> None:
    app = StationApp(Settings(), DemoSubject(loop=True), folder=tmp_path, model="nowhere")
    qtbot.addWidget(app.window)
    app.start()
    qtbot.waitUntil(lambda: "nowhere" in app.station.state().notice, timeout=LONGEST_MS)
    assert app.station.state().light is Light.RED
    app.stop()


def test_a_source_that_ends_leaves_the_station_red(qtbot: QtBot, tmp_path: Path) -> None:
    missing = tmp_path / "gone.mp4"
    app = StationApp(Settings(), VideoFileSource(missing), folder=tmp_path)
    qtbot.addWidget(app.window)
    app.start()
    qtbot.waitUntil(lambda: "gone.mp4" in app.station.state().notice, timeout=LONGEST_MS)
    app.choose_source("no such thing")
    assert "no such thing" in app.station.state().notice
    app.choose_source("demo")
    qtbot.waitUntil(lambda: bool(app.station.state().probabilities), timeout=LONGEST_MS)
    app.stop()


def test_one_folder_takes_one_station(tmp_path: Path) -> None:
    first = hold_single_instance(tmp_path)
    with pytest.raises(StoreError, match="already running"):
        hold_single_instance(tmp_path)
    first.unlock()
    hold_single_instance(tmp_path).unlock()


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="FACEQA_HOME"):
        hold_single_instance(tmp_path / "file" / "home")


def run_station(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
        env=environment | {"FACEQA_HOME": str(home)},
    )


@pytest.mark.timeout(420)
def test_without_a_screen_the_demo_reaches_every_state(tmp_path: Path) -> None:
    out = tmp_path / "demo"
    done = run_station("demo", "--out", str(out), home=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    assert "There is no screen" in done.stdout
    names = sorted(path.name[3:-4] for path in out.glob("[0-9][0-9]-*.png"))
    assert names == sorted(moment.name for moment in MOMENTS)
    store = CaptureStore(out / "captures")
    assert store.verify_all() == []
    records = [store.load(stored.identifier) for stored in store.captures()]
    (record,) = (one for one in records if one.exposure and one.exposure.completed)
    assert record.device.simulated
    assert record.eyes.state == "closed"
    assert record.frame.source_kind == "demonstration"


def test_a_folder_of_pictures_is_followed_to_its_end(tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    demo = DemoSubject(paced=False, loop=False)
    demo.open()
    wanted = {"nobody there", "eyes open"}
    while wanted and (frame := demo.read()) is not None:
        scene = demo.scene_at(frame.sequence)
        if scene in wanted:
            wanted.discard(scene)
            Image.fromarray(np.asarray(frame.pixels)).save(pictures / f"{scene}.png")
    out = tmp_path / "out"
    done = run_station(str(pictures), "--out", str(out), home=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert any("amber" in path.name for path in out.glob("*.png"))
    assert any("red-show-face" in path.name for path in out.glob("*.png"))
    assert not (out / "captures").exists() or CaptureStore(out / "captures").captures() == []
