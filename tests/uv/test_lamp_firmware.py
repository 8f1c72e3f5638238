"""The lamp's firmware, built for this computer, obeys and goes dark as the emulator does."""

import os
import pty
import shutil
import subprocess
import time
import tty
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from support.lamp_emulator import Lamp

from faceqa_gui.uv.device import UvError
from faceqa_gui.uv.lamp_protocol import (
    HEARTBEAT_SECONDS,
    SEQUENCE_COUNT,
    Answer,
    Command,
    LampState,
    Order,
    read_answer,
)
from faceqa_gui.uv.serial_lamp import SerialLamp

ROOT = Path(__file__).resolve().parents[2]
SKETCH = ROOT / "resources" / "firmware" / "uv_lamp" / "uv_lamp.ino"
BOARD = ROOT / "tests" / "support" / "arduino"
SECONDS = 0.2


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    compiler = shutil.which("g++") or shutil.which("c++")
    if compiler is None:
        pytest.skip("the firmware needs a C++ compiler (g++) to be built for this computer")
    built = tmp_path_factory.mktemp("firmware") / "lamp"
    words = ["-std=c++17", "-Wall", "-Wextra", "-Werror", f"-I{BOARD}", f'-DSKETCH="{SKETCH}"']
    subprocess.run([compiler, *words, str(BOARD / "main.cpp"), "-o", str(built)], check=True)
    return built


class Board:
    """The running firmware behind a pseudo-terminal."""

    def __init__(self, program: Path, pin_log: Path, *, frozen_clock: bool = False) -> None:
        master, self._slave = pty.openpty()
        tty.setraw(self._slave)
        self.port = os.ttyname(self._slave)
        self._pin_log = pin_log
        clock = {"FROZEN_CLOCK": "1"} if frozen_clock else {}
        with pin_log.open("w") as log:
            self._process = subprocess.Popen(
                [program], stdin=master, stdout=master, stderr=log, env=clock
            )
        os.close(master)
        self._read = b""

    def ask(self, line: bytes) -> Answer | None:
        """Write a line and read the answer; None if none comes."""
        os.write(self._slave, line)
        deadline = time.monotonic() + 1.0
        os.set_blocking(self._slave, False)
        while b"\n" not in self._read and time.monotonic() < deadline:
            try:
                self._read += os.read(self._slave, 256)
            except BlockingIOError:
                time.sleep(0.001)
        answer, _, self._read = self._read.partition(b"\n")
        return read_answer(answer + b"\n")

    def lit(self) -> list[float]:
        """How long the pin was high, each time, in seconds."""
        changes = [line.split() for line in self._pin_log.read_text("ascii").splitlines()]
        times = [(level == "1", int(at) / 1000) for level, at in changes]
        starts = [at for high, at in times if high]
        ends = [at for high, at in times[1:] if not high]
        return [end - start for start, end in zip(starts, ends, strict=False)]

    def is_dark(self) -> bool:
        lines = self._pin_log.read_text("ascii").splitlines()
        return not lines or lines[-1].startswith("0")

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._slave)


@pytest.fixture
def board(program: Path, tmp_path: Path) -> Iterator[Board]:
    board = Board(program, tmp_path / "pin.log")
    yield board
    board.stop()


def test_the_station_lights_the_real_firmware(board: Board) -> None:
    lamp = SerialLamp.open(board.port)
    for _ in range(2):
        assert any(completed(lamp) for _ in range(3))
    lamp.close()
    assert board.is_dark()
    assert max(board.lit()) <= SECONDS + HEARTBEAT_SECONDS


def completed(lamp: SerialLamp) -> bool:
    """Whether an exposure was completed; a computer under load may miss a heartbeat."""
    try:
        lamp.arm()
        return lamp.expose(SECONDS).completed
    except UvError:
        return False


def test_a_silent_station_leaves_the_firmware_dark(board: Board) -> None:
    board.ask(Order(1, Command.HELLO).line())
    for attempt in range(3):  # a computer under load may be too slow for the heartbeat
        board.ask(Order(2 + 2 * attempt, Command.ARM).line())
        answer = board.ask(Order(3 + 2 * attempt, Command.EXPOSE, 5000).line())
        if answer is not None and answer.state is LampState.LIT:
            break
    time.sleep(4 * HEARTBEAT_SECONDS)
    assert board.is_dark()
    (lit,) = board.lit()
    assert lit < 2.5, "half of what was asked is far more than a missed heartbeat"
    later = board.ask(Order(99, Command.STATUS).line())
    assert later is not None
    assert later.state is LampState.SILENT


def test_garbled_lines_are_not_answered(board: Board) -> None:
    good = Order(1, Command.HELLO).line()
    os.write(board._slave, good.replace(b"HELLO", b"HELLP") + b"@" + b"x" * 200 + b"\n\n")
    answer = board.ask(good)
    assert answer is not None
    assert answer.sequence == 1


@pytest.mark.parametrize("seed", range(6))
def test_firmware_and_emulator_answer_alike(program: Path, tmp_path: Path, seed: int) -> None:
    board = Board(program, tmp_path / "pin.log", frozen_clock=True)
    generator = np.random.default_rng(seed)
    lamp = Lamp()
    sequence = int(generator.integers(SEQUENCE_COUNT))
    commands = [Command.HELLO, *generator.choice(list(Command), 40)]
    for number, name in enumerate(commands):
        command = Command(name)
        # Mostly the next number; now and then the same again, or an old one.
        step = 1 if number == 0 else int(generator.choice([1, 1, 1, 1, 0, -5]))
        sequence = (sequence + step) % SEQUENCE_COUNT
        milliseconds = None
        if command is Command.EXPOSE:
            milliseconds = int(generator.choice([0, 1000, 4000, 5000, 6000]))
        order = Order(sequence, command, milliseconds)
        assert board.ask(order.line()) == lamp.hear(order, 0.0), (number, order)
    board.stop()
