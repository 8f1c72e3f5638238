"""A process that kills itself before a system call, as a power cut would."""

import os
import signal
import sys
from types import FrameType

SYSTEM_CALLS = {
    *("mkdir", "open", "write", "flush", "fsync", "close", "rename", "unlink", "rmdir"),
    *("connect", "execute", "executemany"),  # of SQLite, which makes its own calls inside
}


def die_before_call(number: int) -> None:
    """From now on, this process dies by SIGKILL before its n-th system call."""
    calls = 0

    def watch(_frame: FrameType, event: str, called: object) -> None:
        nonlocal calls
        if event == "c_call" and getattr(called, "__name__", "") in SYSTEM_CALLS:
            calls += 1
            if calls == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(watch)
