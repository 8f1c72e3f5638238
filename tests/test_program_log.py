"""What is logged, and that a failure anywhere is told."""

import logging
import stat
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from support.station_bench import StationBench

from faceqa_gui.errors import StoreError
from faceqa_gui.program_log import LOG_FILE, kept_log, watched_failures
from faceqa_gui.station_state import WaitsFor

MARKER = "Ada Lovelace 1815"


def fail() -> None:
    raise ValueError(f"the subject {MARKER} is not a number")


def test_the_log_says_kind_and_place_and_quotes_nobody(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with kept_log(tmp_path):
        try:
            fail()
        except ValueError:
            logging.getLogger("faceqa_gui").exception("a frame could not be judged")
    logging.getLogger("faceqa_gui").debug("after the end")
    text = (tmp_path / LOG_FILE).read_text(encoding="utf-8")
    assert "a frame could not be judged" in text
    assert "ValueError" in text
    assert "in fail" in text
    assert MARKER not in text
    assert stat.S_IMODE((tmp_path / LOG_FILE).stat().st_mode) == 0o600
    assert capfd.readouterr().err == ""


def test_the_log_does_not_grow_without_end(tmp_path: Path) -> None:
    with kept_log(tmp_path):
        for _ in range(4000):
            logging.getLogger("faceqa_gui").error("x" * 1000)
    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    assert len(sizes) == 3
    assert max(sizes) <= 1_000_000


def test_a_log_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / LOG_FILE).mkdir()
    with pytest.raises(StoreError, match="FACEQA_HOME"), kept_log(tmp_path):
        pass


@pytest.mark.qt_no_exception_capture
@pytest.mark.parametrize("place", ["slot", "thread"])
def test_a_failure_anywhere_latches_the_gate(qtbot: QtBot, tmp_path: Path, place: str) -> None:
    bench = StationBench(tmp_path)
    bench.make_ready()
    assert bench.is_permitted()
    with watched_failures(bench.station.fail):
        if place == "slot":
            QTimer.singleShot(0, fail)
            qtbot.waitUntil(lambda: bool(bench.station.state().notice))
        else:
            thread = threading.Thread(target=fail)
            thread.start()
            thread.join()
    assert bench.waits == (WaitsFor.ACKNOWLEDGEMENT,)
    assert not bench.station.press()
    assert MARKER not in bench.station.state().notice
    bench.station.acknowledge()
    bench.make_ready()
    assert bench.is_permitted()
    bench.station.close()
