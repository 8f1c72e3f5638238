"""A UV lamp behind a pseudo-terminal that keeps the protocol, on lines that may be bad."""

import os
import select
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Self
from unittest import mock

import numpy as np

from faceqa_gui.uv import serial_lamp
from faceqa_gui.uv.lamp_protocol import (
    HEARTBEAT_SECONDS,
    Answer,
    Command,
    LampState,
    Order,
    is_newer,
    read_order,
)

MOST_MILLISECONDS = 5000
PATIENT_SECONDS = 5.0
Fault = Callable[[bytes], list[tuple[float, bytes]]]


def clean(line: bytes) -> list[tuple[float, bytes]]:
    """Every line arrives once, at once, as it was."""
    return [(0.0, line)]


def bad_line(kind: str, share: float, seed: int) -> Fault:
    """So large a share of lines is dropped, garbled, late (150 ms) or doubled."""
    generator = np.random.default_rng(seed)

    def fault(line: bytes) -> list[tuple[float, bytes]]:
        if generator.random() >= share:
            return clean(line)
        if kind == "dropped":
            return []
        if kind == "late":
            return [(0.15, line)]
        if kind == "doubled":
            return [(0.0, line), (0.02, line)]
        place = int(generator.integers(len(line) - 1))
        return [(0.0, line[:place] + bytes([line[place] ^ 0x15]) + line[place + 1 :])]

    return fault


@dataclass
class Lamp:
    """The lamp's own rules, without a line; its times are those that it is given."""

    most_milliseconds: int = MOST_MILLISECONDS
    silence_seconds: float = HEARTBEAT_SECONDS
    state: LampState = LampState.OFF
    last_sequence: int = 0
    last_answer: Answer | None = None
    heard_at: float = 0.0
    off_at: float = 0.0
    lit: list[tuple[float, float]] = field(default_factory=list)

    def hear(self, order: Order, now: float) -> Answer:
        """Obey or refuse an order."""
        self.tick(now)
        self.heard_at = now
        if self.last_answer is not None and order.sequence == self.last_sequence:
            return self.last_answer  # a doubled line does nothing a second time
        fresh = is_newer(order.sequence, self.last_sequence)
        accepted, most = False, None
        off = self.state not in (LampState.ARMED, LampState.LIT)
        if order.command is Command.OFF:
            accepted = True
            self._go(LampState.OFF if off else LampState.ABORTED, now)
        elif order.command is Command.HELLO and off:
            accepted, fresh, most = True, True, self.most_milliseconds
        elif order.command in (Command.STATUS, Command.BEAT):
            accepted = True
        elif order.command is Command.ARM and fresh and off:
            accepted = True
            self._go(LampState.ARMED, now)
        elif (
            order.command is Command.EXPOSE
            and fresh
            and self.state is LampState.ARMED
            and order.milliseconds is not None
            and 0 < order.milliseconds <= self.most_milliseconds
        ):
            accepted = True
            self._go(LampState.LIT, now)
            self.off_at = now + order.milliseconds / 1000
        answer = Answer(order.sequence, accepted, self.state, most)
        if fresh:
            self.last_sequence, self.last_answer = order.sequence, answer
        return answer

    def tick(self, now: float) -> None:
        """What the lamp does by itself."""
        if self.state is LampState.LIT and now >= self.off_at:
            self._go(LampState.DONE, now)
        alive = now - self.heard_at <= self.silence_seconds
        if self.state in (LampState.ARMED, LampState.LIT) and not alive:
            self._go(LampState.SILENT, now)

    def _go(self, state: LampState, now: float) -> None:
        if state is LampState.LIT:
            self.lit.append((now, now))
        elif self.state is LampState.LIT:
            self.lit[-1] = (self.lit[-1][0], now)
        self.state = state


class LampEmulator:
    """Runs a `Lamp` behind a pseudo-terminal until it is closed."""

    def __init__(self, to_lamp: Fault = clean, to_station: Fault = clean) -> None:
        self.lamp = Lamp()
        self.to_lamp, self.to_station = to_lamp, to_station
        self.orders: list[tuple[float, Order]] = []
        self.deaf_until = 0.0
        self._master, slave = os.openpty()
        self.port = os.ttyname(slave)
        self._slave = slave
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="lamp emulator")
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.unplug()

    def unplug(self) -> None:
        """Take the cable out; the lamp hears no more, and goes dark by itself."""
        self._stop.set()
        self._thread.join()
        self.lamp.tick(max(time.monotonic(), self.lamp.heard_at + 1.01 * self.lamp.silence_seconds))
        for end in (self._master, self._slave):
            if end >= 0:
                os.close(end)
        self._master = self._slave = -1

    def _run(self) -> None:
        buffer = b""
        due: list[tuple[float, bool, bytes]] = []
        while not self._stop.is_set():
            if select.select([self._master], [], [], 0.002)[0]:
                buffer += os.read(self._master, 4096)
            now = time.monotonic()
            if now < self.deaf_until:
                buffer = b""  # a board that is starting loses what comes
            while b"\n" in buffer:
                line, _, buffer = buffer.partition(b"\n")
                due += [(now + delay, True, copy) for delay, copy in self.to_lamp(line + b"\n")]
            ready = sorted(item for item in due if item[0] <= now)
            due = [item for item in due if item[0] > now]
            self.lamp.tick(now)
            for _, for_lamp, line in ready:
                if not for_lamp:
                    os.write(self._master, line)
                elif (order := read_order(line)) is not None:
                    self.orders.append((now, order))
                    answer = self.lamp.hear(order, now).line()
                    due += [(now + delay, False, copy) for delay, copy in self.to_station(answer)]


@contextmanager
def patient_lamp() -> Iterator[LampEmulator]:
    """A lamp that waits long for the station, which waits long for it.

    For tests that ask nothing of the line: on a busy computer it may rest for longer than it may.
    """
    with (
        mock.patch.object(serial_lamp, "HEARING_SECONDS", PATIENT_SECONDS),
        LampEmulator() as emulator,
    ):
        emulator.lamp.silence_seconds = PATIENT_SECONDS
        yield emulator
