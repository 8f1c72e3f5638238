"""How much memory this process holds."""

import os
import subprocess
import sys
from pathlib import Path

from faceqa_gui.errors import FaceQAError

_STATM = Path("/proc/self/statm")


def resident_bytes() -> int:
    """Memory of this process that is in the computer's RAM now, in bytes.

    Raises:
        FaceQAError: this system does not tell.
    """
    try:
        if _STATM.exists():
            return int(_STATM.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
        told = subprocess.run(  # noqa: S603  (a fixed program, asked about this process)
            ["/bin/ps", "-o", "rss=", "-p", str(os.getpid())],
            capture_output=True,
            text=True,
            timeout=10.0,
            check=True,
        )
        return int(told.stdout) * 1024
    except (OSError, ValueError, IndexError, subprocess.SubprocessError) as error:
        raise FaceQAError(
            f"The memory of a program cannot be measured on this system ({sys.platform}). "
            "Run this on Linux or macOS."
        ) from error
