"""The program keeps the visible source and the UV camera apart, whichever is chosen last."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.clinic_accounts import choose_local_operator
from support.uv_rig import uv_settings

from faceqa_gui.app import StationApp, run_station
from faceqa_gui.errors import SourceError
from faceqa_gui.frames.demo_subject import DemoSubject
from faceqa_gui.settings import SETTINGS_FILE
from faceqa_gui.settings_file import load_settings, save_settings


def test_neither_a_source_nor_a_setting_makes_one_camera_of_two(
    qtbot: QtBot, tmp_path: Path
) -> None:
    app = StationApp(uv_settings("1"), DemoSubject(), folder=tmp_path)
    qtbot.addWidget(app.window)
    reader = app.reader
    app.choose_source("01")
    assert "one and the same" in app.station.state().notice
    assert app.reader is reader
    app.choose_source(str(tmp_path))
    assert app.reader is not reader
    app.station.notify("")
    app.change_settings(uv_settings(str(tmp_path)))
    assert "one and the same" in app.station.state().notice
    assert app.station.settings.uv.camera == "1"
    app.change_settings(uv_settings("2"))
    assert app.station.settings.uv.camera == "2"
    assert load_settings(tmp_path / SETTINGS_FILE)[0].uv.camera == "2"
    app.stop()


def test_a_start_with_the_uv_camera_as_source_is_refused(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qtbot is not None
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path))
    choose_local_operator(tmp_path)
    save_settings(uv_settings("1"), tmp_path / SETTINGS_FILE)
    with pytest.raises(SourceError, match="one and the same"):
        run_station("01", "")
