"""The installed PySide6 keeps Python alive.

PySide6 6.12.0 on Python 3.11 gives one reference to None away with every call that returns
nothing; after some thousand calls the interpreter aborts (“none_dealloc”).
"""

import sys

from PySide6.QtCore import QRectF

CALLS = 2000


def test_a_call_that_returns_nothing_keeps_the_references_to_none() -> None:
    rect = QRectF(0.0, 0.0, 1.0, 1.0)
    before = sys.getrefcount(None)
    for width in range(CALLS):
        rect.setWidth(width)
    assert sys.getrefcount(None) > before - CALLS / 2
