"""The package is removed whole, never under a running station, and every record is kept."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.build_deb import PLACE
from installer.tests.desk import FLOW_SECONDS, faceqa, files

FOLDER = Path("/") / PLACE

pytestmark = pytest.mark.usefixtures("installed")


def dpkg(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["dpkg", *words], capture_output=True, text=True, check=False)


@pytest.fixture
def station(environment: dict[str, str], tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    running = subprocess.Popen(
        ["faceqa", "station", "demo", "--out", str(tmp_path / "flow")],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield running
    running.send_signal(signal.SIGKILL)
    running.wait()


def test_a_running_station_is_not_removed(station: subprocess.Popen[bytes]) -> None:
    time.sleep(1.0)
    assert station.poll() is None
    done = dpkg("--remove", "faceqa")
    assert done.returncode != 0
    assert "FaceQA is running" in done.stderr
    assert (FOLDER / "faceqa").is_file()


def test_removal_keeps_every_record_and_leaves_nothing_else(
    environment: dict[str, str], tmp_path: Path
) -> None:
    records = Path(environment["HOME"]) / ".local" / "share" / "faceqa"
    words = ("station", "demo", "--out", str(records))
    done = faceqa(*words, environment=environment, cwd=tmp_path, seconds=FLOW_SECONDS)
    assert done.returncode == 0, done.stdout + done.stderr
    before = files(records)
    assert any("captures/" in name for name in before)

    for action in ("--remove", "--purge"):
        removed = dpkg(action, "faceqa")
        assert removed.returncode == 0, removed.stderr
        assert "are kept" in removed.stdout
        assert files(records) == before
    left = [FOLDER, Path("/usr/bin/faceqa"), Path("/usr/share/applications/faceqa.desktop")]
    assert [str(path) for path in left if os.path.lexists(path)] == []
