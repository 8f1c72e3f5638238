"""`LampLine`: orders to a serial lamp and the answers to them, from any thread."""

import threading
import time
from dataclasses import dataclass
from typing import Protocol

from faceqa_gui.uv.lamp_protocol import (
    LONGEST_LINE,
    SEQUENCE_COUNT,
    Answer,
    Command,
    Order,
    is_newer,
    read_answer,
)

ANSWER_SECONDS = 0.08
"""An order is answered in this time or counts as lost."""


class Port(Protocol):
    """What is needed of a serial port; a read returns after a short time with what there is."""

    def write(self, data: bytes, /) -> int | None:
        """Write all.

        Raises:
            OSError: the port is gone or blocked.
        """

    def read_until(self, expected: bytes = b"\n", size: int | None = None) -> bytes:
        """Read to a line feed, or what there is when time is up.

        Raises:
            OSError: the port is gone.
        """

    def close(self) -> None:
        """Give the port back."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The answer to the newest order that was answered, and when it came in monotonic seconds."""

    answer: Answer
    at: float


class LampLine:
    """Writes at once, whoever waits for an answer: an abort never queues behind a question."""

    def __init__(self, port: Port) -> None:
        """Listen on an open port."""
        self._port = port
        self._writing = threading.Lock()
        self._changed = threading.Condition()
        # Not from 0 after every start: the lamp may remember the last number of an earlier one.
        self._sequence = time.time_ns() // 1_000_000 % SEQUENCE_COUNT
        self._answers: dict[int, Answer] = {}
        self._waiting: set[int] = set()
        self._newest: Heard | None = None
        self._open = True
        self._heard_other = False
        self._listener = threading.Thread(target=self._listen, name="lamp line", daemon=True)
        self._listener.start()

    def ask(self, command: Command, milliseconds: int | None = None) -> Answer | None:
        """Give an order once and wait for its answer; None if none came in time."""
        sequence = self._give(command, milliseconds, awaited=True)
        with self._changed:
            self._changed.wait_for(
                lambda: sequence in self._answers or not self._open, ANSWER_SECONDS
            )
            self._waiting.discard(sequence)
            return self._answers.pop(sequence, None)

    def tell(self, command: Command, milliseconds: int | None = None) -> int:
        """Give an order once, without waiting for its answer; its sequence number."""
        return self._give(command, milliseconds, awaited=False)

    def heard_since(self, sequence: int, timeout_seconds: float) -> Heard | None:
        """The newest answer once one has come to the order `sequence` or a later one; else None."""

        def has_come() -> bool:
            newest = self._newest
            return newest is not None and not is_newer(sequence, newest.answer.sequence)

        with self._changed:
            self._changed.wait_for(lambda: has_come() or not self._open, timeout_seconds)
            return self._newest if has_come() else None

    def _give(self, command: Command, milliseconds: int | None, *, awaited: bool) -> int:
        with self._writing:
            self._sequence = (self._sequence + 1) % SEQUENCE_COUNT
            order = Order(self._sequence, command, milliseconds)
            if awaited:
                with self._changed:
                    self._waiting.add(order.sequence)
            if self._open:
                try:
                    self._port.write(order.line())
                except OSError:
                    self._lose()
        return order.sequence

    @property
    def is_open(self) -> bool:
        """Whether the port still works."""
        return self._open

    @property
    def heard_other(self) -> bool:
        """Whether anything came that is no answer of this protocol."""
        return self._heard_other

    def close(self) -> None:
        """Stop listening and give the port back; may be called more than once."""
        self._lose()
        if threading.current_thread() is not self._listener:
            self._listener.join()
        self._port.close()

    def _listen(self) -> None:
        while self._open:
            try:
                line = self._port.read_until(b"\n", LONGEST_LINE)
            except OSError:
                self._lose()
                return
            answer = read_answer(line)
            self._heard_other = self._heard_other or (bool(line) and answer is None)
            if answer is not None:
                with self._changed:
                    self._note(answer)

    def _note(self, answer: Answer) -> None:
        # A late or doubled answer, which nobody waits for any more, is dropped here.
        if answer.sequence in self._waiting:
            self._answers[answer.sequence] = answer
        last = self._newest.answer.sequence if self._newest else None
        later = last is None or is_newer(answer.sequence, last)
        if later and not is_newer(answer.sequence, self._sequence):
            self._newest = Heard(answer, time.monotonic())
        self._changed.notify_all()

    def _lose(self) -> None:
        with self._changed:
            self._open = False
            self._changed.notify_all()
