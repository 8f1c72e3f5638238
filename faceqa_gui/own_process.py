"""How FaceQA starts itself again: the one place that knows whether it is frozen."""

import sys


def own_words(*arguments: str) -> list[str]:
    """The command line of another process of this program.

    A frozen program (PyInstaller) has no interpreter for `-m` or `-c`: it is the command itself.

    Args:
        arguments: what follows `faceqa`.
    """
    program = [] if getattr(sys, "frozen", False) else ["-m", "faceqa_gui"]
    return [sys.executable, *program, *arguments]
