"""The lines that the station and a serial UV lamp exchange (see `resources/firmware/uv_lamp`).

A line is ASCII: a sign, a sequence number, words, `*`, four hex digits of CRC-16/CCITT over all
before the star, and a line feed. The station's lines begin with `@`, the lamp's with `=`. An
answer carries the number of the line that it answers.
"""

import binascii
from dataclasses import dataclass
from enum import StrEnum

LAMP_VERSION = 1
HEARTBEAT_SECONDS = 0.1
"""Armed or lit, a lamp that hears no valid line for so long switches off."""

SEQUENCE_COUNT = 65536
LONGEST_LINE = 64

_CRC_START = 0xFFFF
_CRC_DIGITS = 4


class Command(StrEnum):
    """What the station says."""

    HELLO = "HELLO"
    STATUS = "STATUS"
    ARM = "ARM"
    EXPOSE = "EXPOSE"
    BEAT = "BEAT"
    OFF = "OFF"


class LampState(StrEnum):
    """What every answer of the lamp ends with.

    DONE is off after the whole time; ABORTED is off after OFF; SILENT is off because no valid
    line came in time.
    """

    OFF = "OFF"
    ARMED = "ARMED"
    LIT = "LIT"
    DONE = "DONE"
    ABORTED = "ABORTED"
    SILENT = "SILENT"


@dataclass(frozen=True, slots=True)
class Order:
    """A line of the station: a command and, for EXPOSE, milliseconds."""

    sequence: int
    command: Command
    milliseconds: int | None = None

    def line(self) -> bytes:
        """The line to write."""
        words = [str(self.sequence), self.command.value]
        if self.milliseconds is not None:
            words.append(str(self.milliseconds))
        return _line("@", words)


@dataclass(frozen=True, slots=True)
class Answer:
    """A line of the lamp.

    Attributes:
        sequence: of the order that it answers.
        accepted: whether the lamp did what it was told.
        state: of the lamp behind it.
        most_milliseconds: longest time that the lamp stays lit; in the answer to HELLO alone.
    """

    sequence: int
    accepted: bool
    state: LampState
    most_milliseconds: int | None = None

    def line(self) -> bytes:
        """The line to write."""
        words = [str(self.sequence), "OK" if self.accepted else "NO", self.state.value]
        if self.most_milliseconds is not None:
            words += [str(LAMP_VERSION), str(self.most_milliseconds)]
        return _line("=", words)


def read_order(line: bytes) -> Order | None:
    """The order in a line; None if it is garbled or something else."""
    words = _words("@", line)
    if words is None:
        return None
    try:
        match words:
            case [sequence, Command.EXPOSE, milliseconds]:
                return Order(_number(sequence), Command.EXPOSE, _number(milliseconds))
            case [sequence, command] if command != Command.EXPOSE:
                return Order(_number(sequence), Command(command))
    except ValueError:
        return None
    return None


def read_answer(line: bytes) -> Answer | None:
    """The answer in a line; None if it is garbled, of another version or something else."""
    words = _words("=", line)
    if words is None:
        return None
    try:
        match words:
            case [sequence, ("OK" | "NO") as verdict, state]:
                return Answer(_number(sequence), verdict == "OK", LampState(state))
            case [sequence, "OK", state, version, most] if _number(version) == LAMP_VERSION:
                longest = _number(most)
                return Answer(
                    _number(sequence),
                    accepted=True,
                    state=LampState(state),
                    most_milliseconds=longest,
                )
    except ValueError:
        return None
    return None


def is_newer(sequence: int, last: int) -> bool:
    """Whether a sequence number comes after another one; they count round."""
    return 0 < (sequence - last) % SEQUENCE_COUNT < SEQUENCE_COUNT // 2


def _line(sign: str, words: list[str]) -> bytes:
    body = (sign + " ".join(words)).encode("ascii")
    return body + f"*{binascii.crc_hqx(body, _CRC_START):0{_CRC_DIGITS}X}\n".encode("ascii")


def _words(sign: str, line: bytes) -> list[str] | None:
    body, star, check = line.rstrip(b"\r\n").rpartition(b"*")
    if not star or len(line) > LONGEST_LINE:
        return None
    if check != f"{binascii.crc_hqx(body, _CRC_START):0{_CRC_DIGITS}X}".encode("ascii"):
        return None
    try:
        text = body.decode("ascii")
    except UnicodeDecodeError:
        return None
    return text[1:].split(" ") if text.startswith(sign) else None


def _number(word: str) -> int:
    """A whole number from 0 to 65535; leading signs and spaces are errors."""
    if not (word.isascii() and word.isdigit()):
        raise ValueError(word)
    value = int(word)
    if value >= SEQUENCE_COUNT:
        raise ValueError(word)
    return value
