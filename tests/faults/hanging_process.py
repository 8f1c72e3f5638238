"""The station's program with an explanation that never answers; it closes its own window then.

Prints `closing` right before.
"""

import sys
from unittest import mock

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from support.analytic import model_with
from support.clinic_accounts import choose_local_operator
from support.faulty_runtime import FaultyRuntime
from support.scripted import ScriptedEyes
from support.scripted_app import ScriptedCamera

from faceqa_gui import app
from faceqa_gui.eyes.eye_state import EyeDetector
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.settings import home

runtime = FaultyRuntime("hang", only_batches=True)


def load(_app: app.StationApp) -> tuple[QualityModel, EyeDetector]:
    return model_with(runtime), ScriptedEyes()


def close_once_it_hangs() -> None:
    if runtime.hangs.is_set():
        timer.stop()
        print("closing", flush=True)
        QApplication.closeAllWindows()


choose_local_operator(home())
application = app.qt_application(offscreen=True)
timer = QTimer()
timer.timeout.connect(close_once_it_hangs)
timer.start(50)
with (
    mock.patch.object(app.StationApp, "_load", load),
    mock.patch.object(app, "source_from", return_value=ScriptedCamera()),
):
    sys.exit(app.run_station("scripted", ""))
