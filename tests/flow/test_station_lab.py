"""The lab opens beside a running station, and ends with it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.scripted_app import ScriptedApp, ScriptedCamera

from faceqa_gui.settings import Settings
from faceqa_gui.windows.actions import StationAction

# What Qt's offscreen platform says of any window that is raised.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_the_lab_opens_from_the_menu_and_ends_with_the_station(
    qtbot: QtBot, tmp_path: Path
) -> None:
    app = ScriptedApp(Settings(), ScriptedCamera(), folder=tmp_path)
    qtbot.addWidget(app.window)
    app.start()
    try:
        action = app.window.action_table[StationAction.LAB]
        action.trigger()
        qtbot.waitUntil(lambda: app.lab.lab is not None, timeout=60_000)
        lab = app.lab.lab
        assert lab is not None
        assert lab.isVisible()
        lab.setup.choose_data(str(tmp_path / "nothing"))
        qtbot.waitUntil(lambda: "does not exist" in lab.setup.found.text(), timeout=20_000)
        assert app.lab.is_working
        lab.close()
        action.trigger()
        assert app.lab.lab is lab
        assert lab.isVisible()
    finally:
        app.stop()
    assert not app.left_running
    assert not lab.isVisible()
