"""The settings dialog offers every setting, keeps what was not touched and refuses nonsense."""

from typing import Any

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QDoubleSpinBox, QSpinBox
from pytestqt.qtbot import QtBot

from faceqa_gui.settings import GateSettings, QualitySettings, Settings
from faceqa_gui.windows.settings_dialog import SettingsDialog

# What Qt's offscreen platform says of any dialog.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def open_dialog(qtbot: QtBot, settings: Settings) -> tuple[SettingsDialog, list[Settings]]:
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    saved: list[Settings] = []
    dialog.settings_changed.connect(saved.append)
    dialog.show()
    return dialog, saved


def press(dialog: SettingsDialog, which: QDialogButtonBox.StandardButton) -> None:
    dialog.buttons.button(which).click()


SAVE = QDialogButtonBox.StandardButton.Save
DEFAULTS = QDialogButtonBox.StandardButton.RestoreDefaults


def leaves(settings: Settings) -> dict[tuple[str, str], Any]:
    found: dict[tuple[str, str], Any] = {}
    for name, value in settings.model_dump().items():
        if isinstance(value, dict):
            found |= {(name, inner): one for inner, one in value.items()}
        elif name != "version":
            found["", name] = value
    return found


def test_every_setting_is_offered_with_its_value_and_default(qtbot: QtBot) -> None:
    dialog, _ = open_dialog(qtbot, Settings())
    wanted = leaves(Settings())
    assert {key: editor.read() for key, editor in dialog.editors.items()} == wanted
    for (_, name), editor in dialog.editors.items():
        assert editor.title
        assert editor.widget.accessibleName(), name


def test_saving_untouched_settings_changes_nothing(qtbot: QtBot) -> None:
    exact = Settings(gate=GateSettings(dwell_seconds=0.12345), quality=QualitySettings())
    dialog, saved = open_dialog(qtbot, exact)
    press(dialog, SAVE)
    assert saved == [exact]
    assert not dialog.isVisible()


def test_a_change_is_saved(qtbot: QtBot) -> None:
    dialog, saved = open_dialog(qtbot, Settings())
    dialog.editors["gate", "dwell_seconds"].write(1.5)
    dialog.editors["", "operator"].write("front desk 2")
    dialog.editors["", "theme"].write("dark")
    dialog.editors["quality", "good_threshold"].write(0.8)
    press(dialog, SAVE)
    assert saved[0].gate.dwell_seconds == 1.5
    assert saved[0].operator == "front desk 2"
    assert saved[0].theme == "dark"
    assert saved[0].quality.good_threshold == 0.8


def test_giving_up_the_models_threshold_starts_strict(qtbot: QtBot) -> None:
    dialog, _ = open_dialog(qtbot, Settings())
    editor = dialog.editors["quality", "good_threshold"]
    assert editor.read() is None
    box = editor.widget.findChild(QDoubleSpinBox)
    assert isinstance(box, QDoubleSpinBox)
    assert box.value() == 1.0
    assert not box.isEnabled()


def test_limits_are_those_of_the_settings(qtbot: QtBot) -> None:
    dialog, _ = open_dialog(qtbot, Settings())
    frames = dialog.editors["gate", "window_frames"].widget
    life = dialog.editors["gate", "permission_seconds"].widget
    assert isinstance(frames, QSpinBox)
    assert isinstance(life, QDoubleSpinBox)
    assert (frames.minimum(), frames.maximum()) == (1, 120)
    assert life.maximum() == 1.0
    assert life.minimum() > 0.0
    assert life.suffix() == " s"
    assert life.text() == "1 s"


def test_more_needed_than_looked_at_is_refused(qtbot: QtBot) -> None:
    dialog, saved = open_dialog(qtbot, Settings())
    dialog.editors["gate", "needed_frames"].write(20)
    press(dialog, SAVE)
    assert saved == []
    assert dialog.isVisible()
    assert "needed frames" in dialog.problem.text()


def test_defaults_can_be_restored(qtbot: QtBot) -> None:
    dialog, saved = open_dialog(qtbot, Settings(operator="x", gate=GateSettings(window_frames=30)))
    press(dialog, DEFAULTS)
    press(dialog, SAVE)
    assert saved == [Settings()]
