"""The inference library must not report its use to anybody."""

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
from faceqa_gui.quality.model_file import default_model_folder, read_model
from faceqa_gui.quality.runtimes import open_named
open_named("openvino", read_model(default_model_folder()))
assert "openvino" in sys.modules
loaded = sorted(n for n in sys.modules if n.startswith("openvino_telemetry.") and sys.modules[n])
print(loaded, sys.modules.get("openvino_telemetry"))
"""


def test_nothing_is_sent_or_kept_about_the_use_of_openvino(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"HOME": str(tmp_path), "FACEQA_HOME": str(tmp_path / "faceqa")},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "[] None\n"
    assert not (tmp_path / "intel").exists()
