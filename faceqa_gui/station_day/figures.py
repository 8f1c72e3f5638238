"""`Day`: what a played day cost, and whether the light was ever wrong."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from faceqa_gui.lab.machine import Machine
from faceqa_gui.station_day.plan import Mishap


@dataclass(frozen=True, slots=True)
class Served:
    """One visit, as it went.

    Attributes:
        number: of the visit, from 1.
        obstacles: what had to be put away first.
        real: whether some of it was shown by pictures of real people.
        mishap: what went wrong on purpose.
        seconds: from sitting down to a completed capture; None where there was none in time.
        clicks, keys: what the operator did for it.
    """

    number: int
    obstacles: tuple[str, ...]
    real: bool
    mishap: Mishap
    seconds: float | None
    clicks: int
    keys: int


@dataclass(frozen=True, slots=True)
class Day:
    """A whole day.

    Attributes:
        served: every visit.
        wrong_greens: each green light over anything but closed eyes, in words.
        judged, greens: frames judged, and those of them with a green light.
        captures_completed, captures_cut_short: exposures of the day.
        memory_start_mb, memory_end_mb: resident memory after the first and after the last visit,
            in 10⁶ bytes.
        minutes: length of the day as it was played.
        pages: contact sheets of what the operator saw.
        verified: whether every capture and the audit trail were found whole in the end.
        offscreen: painted into memory instead of onto a screen.
        machine: what it ran on.
    """

    served: tuple[Served, ...]
    wrong_greens: tuple[str, ...]
    judged: int
    greens: int
    captures_completed: int
    captures_cut_short: int
    memory_start_mb: float
    memory_end_mb: float
    minutes: float
    pages: tuple[Path, ...]
    verified: bool
    offscreen: bool
    machine: Machine

    @property
    def reaches_goal(self) -> bool:
        """No wrong green, everybody captured, and everything stored whole."""
        everybody = all(one.seconds is not None for one in self.served)
        return not self.wrong_greens and everybody and self.verified

    def text(self) -> str:
        """The figures as lines."""
        place = "offscreen" if self.offscreen else "on the screen"
        captured = [one.seconds for one in self.served if one.seconds is not None]
        missed = [str(one.number) for one in self.served if one.seconds is None]
        real = sum(one.real for one in self.served)
        smooth = [one for one in self.served if one.mishap is Mishap.NOTHING]
        smooth_seconds = [one.seconds for one in smooth if one.seconds is not None]
        clicks = [one.clicks for one in self.served]
        change = self.memory_end_mb - self.memory_start_mb
        late = f"; not in time: visit {', '.join(missed)}" if missed else ""
        keys = median(one.keys for one in self.served)
        judged = f"{self.judged} judged frames, {self.greens} of them green"
        cut_short = f"{self.captures_cut_short} cut short on purpose or in doubt"
        memory = f"{self.memory_start_mb:.0f} MB after the first visit"
        pictures = f"{real} with pictures of real people"
        goal = "no wrong green, everybody captured, records whole"
        lines = [
            self.machine.text(),
            f"{len(self.served)} visits in {self.minutes:.1f} min, {place}; {pictures}",
            f"captured           {len(captured)} of {len(self.served)}{late}",
            f"seconds to capture {_spread(captured)}; without mishap {_spread(smooth_seconds)}",
            f"clicks per subject median {median(clicks):.0f}, most {max(clicks)}; keys {keys:.0f}",
            f"wrong greens       {len(self.wrong_greens)} of {judged}",
            *(f"                   {sentence}" for sentence in self.wrong_greens),
            f"exposures          {self.captures_completed} completed, {cut_short}",
            f"memory             {memory}, {self.memory_end_mb:.0f} after the last ({change:+.0f})",
            f"records            {'all whole' if self.verified else 'PROBLEMS were found'}",
            *(f"what was seen      {page}" for page in self.pages),
            f"goal ({goal}): {'reached' if self.reaches_goal else 'not reached'}",
        ]
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        plain = asdict(self) | {"reaches_goal": self.reaches_goal}
        return plain | {"pages": [str(page) for page in self.pages]}


def _spread(seconds: Sequence[float]) -> str:
    if not seconds:
        return "none"
    return f"median {median(seconds):.1f} (least {min(seconds):.1f}, most {max(seconds):.1f})"
