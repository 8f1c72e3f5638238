"""Pictures that come and go leave no holes in the process's memory."""

import subprocess
import sys

import pytest

from faceqa_gui.steady_memory import LARGE_BYTES, keep_memory_steady

SCRIPT = f"""
import sys
import numpy as np
from faceqa_gui.lab.memory import resident_bytes
from faceqa_gui.steady_memory import keep_memory_steady
if sys.argv[1] == "steady":
    assert keep_memory_steady()
before = resident_bytes()
# By itself the library keeps blocks of this size after it has seen a larger one freed.
del (larger := [np.ones({LARGE_BYTES // 2})])[:]
pictures = [np.ones({LARGE_BYTES} + 4096, np.uint8) for _ in range(40)]
rest = [picture for number, picture in enumerate(pictures) if number % 8 == 7]
del pictures
print(resident_bytes() - before)
"""


def held_after_pictures_went(how: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, how], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


@pytest.mark.skipif(not keep_memory_steady(), reason="this system's C library has no mallopt")
def test_freed_pictures_go_back_to_the_system() -> None:
    five_pictures = 5 * (LARGE_BYTES + 4096)
    assert held_after_pictures_went("steady") < 1.5 * five_pictures
    assert held_after_pictures_went("as it is") > 4 * five_pictures
