"""The station's program, with a subject whose name must stay in the record: captures, then fails.

    python private_process.py NAME

Types the name, captures, lets a slot, a thread, the network and a broken disk fail with the name
in their messages, and dies of an abort. Prints what it has come to.
"""

import os
import sys
import threading
from unittest import mock

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from support.analytic import model_with
from support.clinic_accounts import choose_local_operator
from support.scripted import ScriptedEyes, ScriptedRuntime
from support.scripted_app import ScriptedCamera

from faceqa_gui import app
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.eyes.eye_state import EyeDetector
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.runtime import Batch, Prediction
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import home
from faceqa_gui.station_state import WaitsFor

NAME = sys.argv[1]


class QuotingRuntime(ScriptedRuntime):
    """Fails with the name and the picture in its message, once told to."""

    fails = False

    def run(self, batch: Batch) -> Prediction:
        if self.fails:
            np.set_printoptions(threshold=sys.maxsize)
            raise ValueError(f"{NAME}: {batch[0, :2, :2]!r}")
        return super().run(batch)


def fail() -> None:
    subject = NAME
    raise ValueError(f"{subject} is not a number")


class Play:
    """What happens, one step after the other."""

    def __init__(self) -> None:
        self.runtime = QuotingRuntime()
        self.camera = ScriptedCamera()
        self.station: app.StationApp | None = None
        self.steps = [self.name, self.capture, self.spoil_disk, self.errors]
        self.steps += [self.fail_network, self.die]

    def go_on(self) -> None:
        if self.station is None:
            return
        missing = {WaitsFor.OPEN_EYES_SEEN, WaitsFor.EXPLANATION}
        eyes_open = missing & set(self.station.station.state().waits_for)
        self.camera.light = Light.AMBER if eyes_open else Light.GREEN
        if self.steps[0](self.station):
            print(self.steps.pop(0).__name__, flush=True)

    def name(self, station: app.StationApp) -> bool:
        station.window.top_bar.subject_field.setText(NAME)
        station.window.top_bar.commit_subject()
        return True

    def capture(self, station: app.StationApp) -> bool:
        station.window.uv_button.click()
        return bool(station.station.state().captures)

    def spoil_disk(self, station: app.StationApp) -> bool:
        broken = mock.patch.object(CaptureStore, "begin", side_effect=OSError(5, NAME, NAME))
        broken.start()
        station.window.uv_button.click()
        return station.station.state().must_acknowledge

    def errors(self, _station: app.StationApp) -> bool:
        QTimer.singleShot(0, fail)
        thread = threading.Thread(target=fail, name=NAME)
        thread.start()
        thread.join()
        return True

    def fail_network(self, station: app.StationApp) -> bool:
        if not self.runtime.fails:
            station.station.acknowledge()
            self.runtime.fails = True
        return "could not be judged" in station.station.state().notice

    def die(self, station: app.StationApp) -> bool:
        QApplication.clipboard().text()
        station.window.grab()
        os.abort()


play = Play()


def load(made: app.StationApp) -> tuple[QualityModel, EyeDetector]:
    play.station = made
    return model_with(play.runtime), ScriptedEyes()


choose_local_operator(home())
application = app.qt_application(offscreen=True)
timer = QTimer()
timer.timeout.connect(play.go_on)
timer.start(100)
with (
    mock.patch.object(app.StationApp, "_load", load),
    mock.patch.object(app, "source_from", return_value=play.camera),
):
    sys.exit(app.run_station("scripted", ""))
