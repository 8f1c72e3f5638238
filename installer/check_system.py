"""Say in one line what the machine lacks to run FaceQA, and which command brings it.

Runs with the machine's own Python before anything is installed: standard library only.
"""

import ctypes
import importlib.util
import os
import sys

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# Qt names only libxcb-cursor0 when one of these is missing; offscreen it needs none of them.
SCREEN_LIBRARIES = {
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
}


def missing() -> list[tuple[str, str]]:
    """What is missing: (what, Debian package)."""
    lacks = []
    if importlib.util.find_spec("ensurepip") is None:
        lacks.append(("the Python module venv", "python3-venv"))
    if sys.platform == "linux":
        wanted = LIBRARIES | SCREEN_LIBRARIES if os.environ.get("DISPLAY") else LIBRARIES
        for library, package in wanted.items():
            try:
                ctypes.CDLL(library)
            except OSError:
                lacks.append((library, package))
    return lacks


def main() -> int:
    """Exit status 0 when everything is there, else 2 after one line."""
    if sys.version_info < (3, 11):
        print(
            f"FaceQA needs Python 3.11 or newer; this is {sys.version.split()[0]}. "
            "Name another one: make PYTHON=python3.11",
            file=sys.stderr,
        )
        return 2
    lacks = missing()
    if lacks:
        names = ", ".join(what for what, _ in lacks)
        packages = " ".join(package for _, package in lacks)
        print(f"Missing: {names}. Run: sudo apt-get install {packages}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
