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

from shiboken6 import delete
from support.scripted_app import ScriptedApp, ScriptedCamera
from support.station_bench import SETTINGS

from faceqa_gui import app

opening, leaving = threading.Semaphore(0), threading.Event()

class SlowCamera(ScriptedCamera):
    def open(self):
        opening.release()
        assert leaving.wait(60.0)
        time.sleep(0.5)
        print("opened", flush=True)
        return super().open()

application = app.qt_application(offscreen=True)
folders = (Path(sys.argv[1], name) for name in ("shown", "gone"))
programs = [ScriptedApp(SETTINGS, SlowCamera(), folder=folder) for folder in folders]
for program in programs:
    program.start()
    assert opening.acquire(timeout=60.0)
    with mock.patch.object(app, "_STOP_MS", 100):
        program.stop()
    assert program.left_running
delete(programs[1].window)
del program, programs
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
    assert done.returncode == 0, done.stderr
    assert not any(said in done.stderr for said in ("Destroyed while", "Traceback")), done.stderr
    assert done.stdout.split() == ["leaving", "opened", "opened"]
