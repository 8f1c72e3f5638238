"""Memory that is free goes back to the system."""

import subprocess
import sys

import pytest

from faceqa_gui.freed_memory import give_back_memory

# Many blocks below the size that is given back at once, freed all but the last of them.
SCRIPT = """
import numpy as np
from faceqa_gui.freed_memory import give_back_memory
from faceqa_gui.lab.memory import resident_bytes
blocks = [np.ones(12_000, np.float64) for _ in range(2000)]
last = blocks[-1]
del blocks
before = resident_bytes()
give_back_memory()
print(before - resident_bytes())
"""


@pytest.mark.skipif(not give_back_memory(), reason="this system's C library has no malloc_trim")
def test_freed_blocks_below_a_used_one_are_given_back() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) > 100_000_000
