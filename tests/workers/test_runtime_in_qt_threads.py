"""Regression: runtime state that died with a Qt thread corrupted the heap."""

import subprocess
import sys

CODE = """
import numpy as np
from PySide6.QtCore import QCoreApplication, QThread
from faceqa_gui.quality.model import QualityModel

application = QCoreApplication([])
model = QualityModel.load()

class Judge(QThread):
    def run(self):
        for _ in range(3):
            model.predict(np.zeros((2, 224, 224, 3), np.float32))

for _ in range(4):
    judges = [Judge(), Judge()]
    for judge in judges:
        judge.start()
    for judge in judges:
        judge.wait()
print("done")
"""


def test_threads_may_come_and_go() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", CODE],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout == "done\n"
