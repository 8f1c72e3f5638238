"""Every test of a window ends with all its widgets deleted."""

from collections.abc import Iterator

import pytest
from gui.deletions import flush_deletions
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def no_leaked_widgets(qapp: QApplication) -> Iterator[None]:
    flush_deletions()
    before = set(qapp.topLevelWidgets())
    yield
    flush_deletions()
    leaked = set(qapp.topLevelWidgets()) - before
    assert not leaked, f"leaked: {leaked}"
