"""Rows P1 and P2 of the fault list: where a person's name and picture may lie.

P3, the locked screen, is in test_gate_faults.py.
"""

import hashlib
import logging
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from support.station_bench import SETTINGS, StationBench

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.cli import main
from faceqa_gui.errors import FaceQAError
from faceqa_gui.program_log import LOG_FILE
from faceqa_gui.records.layout import is_of_index
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.settings import SETTINGS_FILE
from faceqa_gui.settings_file import save_settings
from faceqa_gui.start_record import StartRecord

NAME = "Zebulon-Quibbleworth-7301"
FORMS = {
    "plain": NAME.encode(),
    "backwards": NAME[::-1].encode(),
    "wide": NAME.encode("utf-16-le"),
    "lower": NAME.lower().encode(),
}


def places_of_the_name(root: Path) -> list[str]:
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file()
        and any(form in path.read_bytes() + path.name.encode() for form in FORMS.values())
    )


@pytest.mark.skipif(os.name != "posix", reason="dies of a signal")
def test_p1_only_the_record_knows_the_name_after_captures_errors_and_a_crash(
    tmp_path: Path,
) -> None:
    home, temporary, cwd = (tmp_path / name for name in ("home", "tmp", "cwd"))
    for folder in (temporary, cwd):
        folder.mkdir()
    save_settings(SETTINGS, home / SETTINGS_FILE)
    tests = Path(__file__).resolve().parents[1]
    done = subprocess.run(
        [sys.executable, str(tests / "faults" / "private_process.py"), NAME],
        capture_output=True,
        check=False,
        timeout=120,
        cwd=cwd,
        env=os.environ
        | {
            "PYTHONPATH": f"{tests}{os.pathsep}{tests.parent}",
            "FACEQA_HOME": str(home),
            "TMPDIR": str(temporary),
            "XDG_CACHE_HOME": str(cwd / "cache"),
            "XDG_DATA_HOME": str(cwd / "data"),
        },
    )
    steps = done.stdout.decode().split()
    assert done.returncode == -signal.SIGABRT, done.stderr.decode()
    assert steps == ["name", "capture", "spoil_disk", "errors", "fail_network"]
    stored = CaptureStore(home / "captures").captures()
    records = [(one.folder / "record.json").relative_to(tmp_path).as_posix() for one in stored]
    assert records
    places = places_of_the_name(tmp_path)
    assert [place for place in places if not is_of_index(Path(place))] == sorted(records)
    assert {Path(place).parent for place in places if is_of_index(Path(place))} == {
        Path("home/captures")
    }
    for form in FORMS.values():
        assert form not in done.stdout + done.stderr
    log = (home / LOG_FILE).read_text("utf-8")
    assert "a frame could not be judged" in log, "the failures were logged"
    assert log.count("nobody caught this") == 2
    assert "array(" not in log
    assert not list(cwd.glob("core*")), "a crash wrote its memory"
    assert StartRecord(home)._crashed == 1


def test_p1_log_records_hold_no_pixels_and_no_name(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = StationBench(tmp_path)
    bench.station.change_subject(NAME)
    bench.make_ready()

    def fail(*_given: object, **_named: object) -> None:
        raise ValueError(NAME)

    with caplog.at_level(logging.DEBUG):
        assert bench.station.press()
        bench.station.run_capture()
        monkeypatch.setattr("faceqa_gui.assessment.assessor.check_quality", fail)
        bench.send(Light.GREEN)
    bench.station.close()
    assert caplog.records
    for record in caplog.records:
        held = [record.msg, record.args, *vars(record).values()]
        assert not any(isinstance(value, np.ndarray) for value in held)
        assert NAME not in record.getMessage()


def test_p1_no_error_that_a_user_reads_quotes_the_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bench = StationBench(tmp_path)
    bench.station.change_subject(NAME)
    bench.make_ready()
    assert bench.station.press()
    bench.station.run_capture()
    (stored,) = bench.store.captures()
    path = stored.folder / "record.json"
    path.write_text(path.read_text("utf-8").replace('"light"', '"dark"'), "utf-8")
    with pytest.raises(FaceQAError) as raised:
        bench.store.load(stored.identifier)
    assert NAME not in str(raised.value)
    assert main(["records", "verify", "--store", str(bench.store.root)]) == 1
    shown = capsys.readouterr()
    assert NAME not in shown.out + shown.err
    bench.station.close()


def test_p2_nothing_knows_the_name_after_a_purge_and_the_trail_keeps_the_checksum(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path))
    bench = StationBench(tmp_path)
    bench.station.change_subject(NAME)
    assert not bench.station.press(), "a refused press is about somebody too"
    bench.station.overrule(frozenset({"uncovered"}), f"{NAME} wears a patch")
    bench.make_ready()
    assert bench.station.press()
    bench.station.run_capture()
    (stored,) = bench.store.captures()
    record = hashlib.sha256((stored.folder / "record.json").read_bytes()).hexdigest()
    bench.station.audit.writer.flush()
    assert places_of_the_name(tmp_path)
    assert main(["records", "purge", "--subject", NAME, "--yes"]) == 0
    assert "1 captures and 4 notes" in capsys.readouterr().out
    assert places_of_the_name(tmp_path) == []
    purged = bench.store.audit()[-1].facts["captures"]
    assert purged == {stored.identifier: record}
    assert bench.store.verify_all() == []
    bench.station.close()
    assert places_of_the_name(tmp_path) == [], "the station wrote it again"
