"""`give_back_memory`: hands memory that is free inside the process back to the system."""

import ctypes
import sys


def give_back_memory() -> bool:
    """Hand free pages back, which takes a few milliseconds.

    The C library of Linux keeps what large arrays of several threads leave behind, so that a
    process grows over hours by holes that nobody uses.

    Returns:
        Whether this system's C library can do it; others do it by themselves.
    """
    if not sys.platform.startswith("linux"):
        return False
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is None:
        return False
    trim(0)
    return True
