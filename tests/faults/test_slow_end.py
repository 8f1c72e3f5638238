"""A thread that is slow to end ends with the process, and never makes it abort."""

import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
SLOW_CAMERA = """
import sys
import threading
import time
from pathlib import Path
from unittest import mock

from support.scripted_app import ScriptedApp, ScriptedCamera
from support.station_bench import SETTINGS

from faceqa_gui import app

opening, leaving = threading.Event(), threading.Event()

class SlowCamera(ScriptedCamera):
    def open(self):
        opening.set()
        assert leaving.wait(60.0)
        time.sleep(0.5)
        print("opened", flush=True)
        return super().open()

application = app.qt_application(offscreen=True)
program = ScriptedApp(SETTINGS, SlowCamera(), folder=Path(sys.argv[1]))
program.start()
assert opening.wait(60.0)
with mock.patch.object(app, "_STOP_MS", 100):
    program.stop()
assert program.left_running
del program
print("leaving", flush=True)
leaving.set()
"""


def test_the_program_waits_for_a_slow_camera_before_its_process_ends(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SLOW_CAMERA, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
        env=os.environ | {"PYTHONPATH": f"{TESTS}{os.pathsep}{TESTS.parent}"},
    )
    assert (done.returncode, "Destroyed while" in done.stderr) == (0, False), done.stderr
    assert done.stdout.split() == ["leaving", "opened"]
