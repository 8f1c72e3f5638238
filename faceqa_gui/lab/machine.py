"""What a benchmark ran on, so that its figures can be read later."""

import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from faceqa_gui import __version__

_CPU_INFO = Path("/proc/cpuinfo")


@dataclass(frozen=True, slots=True)
class Machine:
    """Kind of computer, day and software of a run.

    Attributes:
        cpu: name of the processor as the system gives it.
        cores: processor cores this process may use.
        system: operating system and its release.
        date: day of the run, UTC, ISO 8601.
        versions: version of FaceQA, Python and the libraries that matter.
    """

    cpu: str
    cores: int
    system: str
    date: str
    versions: dict[str, str]

    def as_json(self) -> dict[str, Any]:
        """The description as plain values for a JSON file."""
        return asdict(self)

    def text(self) -> str:
        """The description as two lines."""
        versions = ", ".join(f"{name} {found}" for name, found in self.versions.items())
        return f"{self.cpu}, {self.cores} cores, {self.system}, {self.date}\n{versions}"


def this_machine(libraries: Sequence[str]) -> Machine:
    """Describe this computer and the installed `libraries` (names of distributions)."""
    # The affinity mask, where the system has one, is what a container or taskset leaves us.
    usable = getattr(os, "sched_getaffinity", None)
    return Machine(
        cpu=_cpu_name(),
        cores=len(usable(0)) if usable else os.cpu_count() or 1,
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        date=datetime.now(UTC).date().isoformat(),
        versions={
            "faceqa": __version__,
            "python": platform.python_version(),
            **{name: version(name) for name in libraries},
        },
    )


def _cpu_name() -> str:
    if _CPU_INFO.exists():
        for line in _CPU_INFO.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
