"""`RunFacts`: what was run, so that somebody else can run it again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from faceqa_gui.lab.machine import this_machine


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What was run, so that somebody else can run it again.

    Attributes:
        model: name of the model.
        data: where the pictures lie, as the user named it.
        command: the command line that gives the same figures.
        date: day of the run, ISO 8601.
        machine: kind of computer and versions, one line each.
        seconds: how long the run took; None where it is not known.
    """

    model: str
    data: str
    command: str
    date: str
    machine: Sequence[str]
    seconds: float | None = None


class _Named(Protocol):
    @property
    def name(self) -> str: ...


def facts_of(model: _Named, *, data: str, command: str, seconds: float | None) -> RunFacts:
    """Facts of a run of a model (or of the eyes) on this computer that has just ended."""
    machine = this_machine(("openvino", "tensorflow"))
    return RunFacts(
        model.name, data, command, machine.date, tuple(machine.text().splitlines()), seconds
    )
