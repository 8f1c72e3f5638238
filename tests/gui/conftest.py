"""Every test of a window ends with all its widgets deleted."""

from collections.abc import Iterator

import pytest
from gui.deletions import flush_deletions
from PySide6.QtWidgets import QApplication

from faceqa_gui.widgets.language import use_language


@pytest.fixture(autouse=True)
def in_english(qapp: QApplication) -> None:
    use_language(qapp, "en")


@pytest.fixture(autouse=True)
def no_leaked_widgets(qapp: QApplication) -> Iterator[None]:
    flush_deletions()
    before = set(qapp.topLevelWidgets())
    yield
    flush_deletions()
    leaked = set(qapp.topLevelWidgets()) - before
    assert not leaked, f"leaked: {leaked}"
