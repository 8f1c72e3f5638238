"""`keep_memory_steady`: so that a process that runs for months does not grow by unused holes."""

import ctypes
import sys

LARGE_BYTES = 4 * 1024 * 1024
"""A larger block goes back to the system as soon as it is freed.

A 1280×720 picture is smaller: it comes 30 times a second, and fresh pages cost milliseconds.
"""

_MOST_ARENAS = 2
# Names of glibc's malloc.h.
_M_MMAP_THRESHOLD = -3
_M_ARENA_MAX = -8


def keep_memory_steady() -> bool:
    """Have the C library of Linux give large blocks back, and share its pools among threads.

    By itself it keeps pictures that come and go in up to eight pools per processor, whose holes
    grow while frames and explanations change places in them (see `faceqa bench soak`). Call it
    before threads are started.

    Returns:
        Whether it could be done; other systems' libraries need no such word.
    """
    if not sys.platform.startswith("linux"):
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return False
    return bool(mallopt(_M_MMAP_THRESHOLD, LARGE_BYTES) and mallopt(_M_ARENA_MAX, _MOST_ARENAS))
