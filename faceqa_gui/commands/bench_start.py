"""`faceqa bench start`: how long a start takes, to the first paint and to the first verdict."""

import argparse
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import positive
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.errors import FaceQAError
from faceqa_gui.lab.machine import Machine, this_machine
from faceqa_gui.own_process import own_words

MOST_SECONDS_TO_PAINT = 1.0
MOST_SECONDS_TO_VERDICT = 4.0

_LIMIT_SECONDS = 180.0
_LIBRARIES = ("pyside6", "numpy", "openvino", "onnxruntime")


@dataclass(frozen=True, slots=True)
class StartTimings:
    """Seconds from the start of a process, one value for each start.

    Attributes:
        program: what was started.
        very_first: to the first verdict in a new folder, in which nothing is remembered yet.
        first_paint, first_verdict: of the starts after it, in order.
        machine: what it ran on.
    """

    program: str
    very_first: float
    first_paint: tuple[float, ...]
    first_verdict: tuple[float, ...]
    machine: Machine

    @property
    def reaches_goal(self) -> bool:
        """Whether both medians are as short as they are to be."""
        paint, verdict = median(self.first_paint), median(self.first_verdict)
        return paint <= MOST_SECONDS_TO_PAINT and verdict <= MOST_SECONDS_TO_VERDICT

    def text(self) -> str:
        """The figures as lines."""
        goal = (
            f"medians of at most {MOST_SECONDS_TO_PAINT:.0f} s and {MOST_SECONDS_TO_VERDICT:.0f} s"
        )
        return "\n".join(
            [
                self.machine.text(),
                f"{self.program}, {len(self.first_paint)} starts",
                _line("first paint", self.first_paint),
                _line("first verdict", self.first_verdict),
                f"very first start: a verdict after {self.very_first:.2f} s",
                f"goal ({goal}): {'reached' if self.reaches_goal else 'not reached'}",
            ]
        )

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return asdict(self) | {"reaches_goal": self.reaches_goal}


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa bench start`."""
    parser = subparsers.add_parser(
        "start",
        help="a start, to the first paint and to the first verdict",
        description="Start the station window again and again, each time in a process of its "
        "own, and measure from the start of the process how long the window takes to be painted "
        "and to show a verdict. Runtimes are probed once in a start before those that count. "
        "Without a screen it paints into memory.",
    )
    parser.add_argument(
        "source", nargs="?", default="demo", help="as for faceqa station (default: demo)"
    )
    parser.add_argument(
        "--times", type=positive, default=10, metavar="N", help="how many starts (default: 10)"
    )
    parser.add_argument(
        "--program", type=Path, metavar="PATH", help="an installed faceqa (default: this one)"
    )
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the figures."""
    check_json_place(options.json)
    timings = measure(options.program, options.source, options.times)
    print(timings.text())
    write_json(options.json, timings.as_json())
    return 0


def measure(program: Path | None, source: str, times: int) -> StartTimings:
    """Start the station `times` times after one start that does not count.

    Args:
        program: the installed program to start; None for the one that runs.
        source: where frames come from; see `frames.open_source.source_from`.
        times: at least 1.

    Raises:
        FaceQAError: the program cannot be started, or no frame was judged.
    """
    words = ("station", source, "--timed")
    started = [str(program), *words] if program else own_words(*words)
    with tempfile.TemporaryDirectory(prefix="faceqa-bench-") as folder:
        very_first = _start(started, folder)[1]
        found = [_start(started, folder) for _ in range(times)]
    return StartTimings(
        program=str(program or "this program"),
        very_first=very_first,
        first_paint=tuple(paint for paint, _ in found),
        first_verdict=tuple(verdict for _, verdict in found),
        machine=this_machine(_LIBRARIES),
    )


def _start(words: Sequence[str], folder: str) -> tuple[float, float]:
    """Seconds to the first paint and to the first verdict of one start."""
    began = time.monotonic()
    try:
        done = subprocess.run(  # noqa: S603  (our own program, or one that the caller names)
            words,
            env=os.environ | {"FACEQA_HOME": folder},
            capture_output=True,
            text=True,
            timeout=_LIMIT_SECONDS,
            check=False,
        )
        told = json.loads(done.stdout) if done.returncode == 0 else None
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise FaceQAError(f"{words[0]} could not be started, or did not answer.") from error
    if told is None:
        said = done.stderr.strip().rpartition("\n")[2]
        raise FaceQAError(f"{words[0]} did not start: {said}")
    return float(told["first_paint"]) - began, float(told["first_verdict"]) - began


def _line(name: str, seconds: Sequence[float]) -> str:
    return f"{name:<16} median {median(seconds):.2f} s, {min(seconds):.2f} to {max(seconds):.2f} s"
