"""Real processes killed with SIGKILL while they save: every capture is whole or absent."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import numpy as np
import pytest
from support.capture_records import FILES, PATIENT, make_record

from faceqa_gui.records.store import CaptureStore

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")

KILLS = int(os.environ.get("FACEQA_KILLS", "200"))
KILLS_BETWEEN_LOOKS = 25
TESTS = Path(__file__).resolve().parents[1]


class Savers:
    """Starts savers one after the other and reads what they say."""

    def __init__(self, root: Path) -> None:
        self.begun: set[str] = set()
        self.saved: set[str] = set()
        self.process = subprocess.Popen(
            [sys.executable, str(TESTS / "records" / "saver_process.py"), str(root)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": f"{TESTS}{os.pathsep}{TESTS.parent}"},
        )

    def _pipe(self, pipe: IO[str] | None) -> IO[str]:
        assert pipe is not None
        return pipe

    def _hear(self, wanted: str) -> str:
        while True:
            word, value = self._pipe(self.process.stdout).readline().split()
            {"begun": self.begun, "saved": self.saved}.get(word, set()).add(value)
            if word == wanted:
                return value

    def start(self, order: str) -> int:
        stdin = self._pipe(self.process.stdin)
        stdin.write(f"{order}\n")
        stdin.flush()
        return int(self._hear("saver"))

    def end(self) -> int:
        return int(self._hear("ended"))

    def seconds_to_save(self) -> float:
        """Until a saver says it has stored its first capture; it is killed then."""
        saver = self.start("run")
        begun = time.monotonic()
        self._hear("saved")
        seconds = time.monotonic() - begun
        os.kill(saver, signal.SIGKILL)
        assert self.end() == -signal.SIGKILL
        return seconds

    def close(self) -> None:
        self._pipe(self.process.stdin).close()
        self.process.wait(30)
        self._pipe(self.process.stdout).close()


@pytest.fixture
def savers(tmp_path: Path) -> Iterator[Savers]:
    running = Savers(tmp_path / "captures")
    yield running
    running.close()


def check_after_crash(root: Path, savers: Savers) -> None:
    """What a restart finds: nothing half-written, nothing lost that was said to be stored."""
    store = CaptureStore(root)
    store.recover()
    whole = {capture.identifier for capture in store.captures()}
    incomplete = {open_.identifier for open_ in store.incomplete()}
    assert savers.saved <= whole, "a capture that was stored is lost"
    assert savers.begun <= whole | incomplete, "a capture that was begun left no trace"
    assert not whole & incomplete
    problems = store.verify_all()
    assert {problem.fault for problem in problems} <= {"incomplete"}
    assert len(problems) == len(incomplete)
    assert all(open_.record is not None for open_ in store.incomplete())


def test_savers_killed_at_random_moments_leave_whole_captures(
    tmp_path: Path, savers: Savers
) -> None:
    moments = np.random.default_rng(20240820)
    waited_for = 0
    for number in range(KILLS):
        if number % KILLS_BETWEEN_LOOKS == 0:
            # A busy computer or a slow disk saves slowly: the moments follow it.
            longest_life = 2.0 * savers.seconds_to_save()
            waited_for += 1
        saver = savers.start("run")
        time.sleep(moments.uniform(0.0, longest_life))
        os.kill(saver, signal.SIGKILL)
        assert savers.end() == -signal.SIGKILL
    check_after_crash(tmp_path / "captures", savers)
    assert len(savers.saved) > waited_for, "no saver lived long enough to store anything"
    # Printed with `pytest -rP`.
    print(f"{KILLS} kills: {len(savers.begun)} begun, {len(savers.saved)} said to be stored")


def test_a_saver_killed_before_each_of_its_system_calls_leaves_whole_captures(
    tmp_path: Path, savers: Savers
) -> None:
    kills = 0
    while True:
        savers.start(f"step {kills + 1}")
        if savers.end() == 0:
            break
        kills += 1
        check_after_crash(tmp_path / "captures", savers)
    check_after_crash(tmp_path / "captures", savers)
    assert kills > 60
    print(f"{kills} kills, one before each call")


def test_a_purge_killed_before_each_of_its_system_calls_removes_all_or_nothing(
    tmp_path: Path, savers: Savers
) -> None:
    store = CaptureStore(tmp_path / "captures", minimum_free_bytes=0)
    store.save(make_record(subject="somebody else"), FILES)
    outcomes: set[int] = set()
    kills, died = 0, True
    while died:
        if not any(row.subject == PATIENT for row in store.summaries()):
            store.save(make_record(subject=PATIENT), FILES)
        savers.start(f"purge {kills + 1}")
        died = savers.end() != 0
        kills += died
        store.recover()
        left = sum(row.subject == PATIENT for row in store.summaries())
        outcomes.add(left)
        assert store.verify_all() == []
        if not left:
            found = [
                path
                for path in store.root.rglob("*")
                if path.is_file() and PATIENT.encode() in path.read_bytes()
            ]
            assert found == []
    assert outcomes == {0, 1}
    assert kills > 30
    print(f"{kills} kills, one before each call of a purge")
