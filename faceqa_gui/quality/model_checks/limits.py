"""`Limits`: what a process that tries a model from elsewhere may use."""

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one trial may use.

    Measured on two cores without a graphics card: TensorFlow with the shipped model takes 2.5 GiB
    of address space and 6 s of computing time, with a ResNet50 3.0 GiB and 11 s.

    Attributes:
        memory_bytes: of address space, where the system limits it.
        cpu_seconds: of processor time, where the system limits it.
        wall_seconds: of time; the parent ends the child then, on every system.
    """

    memory_bytes: int = 6 * 1024**3
    cpu_seconds: int = 120
    wall_seconds: float = 180.0


def limit_this_process(limits: Limits) -> None:
    """Put the limits in force for good, and let a crash leave no memory behind.

    Raises:
        OSError: the system refuses.
    """
    # Windows has none of these: there only the parent's clock ends a trial.
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
        # A second to end by the signal of the first limit, then there is no mercy.
        resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
