"""The settings dialog offers every setting, keeps what was not touched and refuses nonsense."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QDoubleSpinBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from faceqa_gui.settings import GateSettings, QualitySettings, Settings, UvSettings
from faceqa_gui.widgets.setting_words import sections
from faceqa_gui.windows.looser_settings_dialog import LooserSettingsDialog
from faceqa_gui.windows.settings_dialog import SettingsDialog

# What Qt's offscreen platform says of any dialog.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def open_dialog(
    qtbot: QtBot, settings: Settings, model_threshold: float | None = None
) -> tuple[SettingsDialog, list[Settings]]:
    dialog = SettingsDialog(settings, model_threshold=model_threshold)
    qtbot.addWidget(dialog)
    saved: list[Settings] = []
    dialog.settings_changed.connect(saved.append)
    dialog.show()
    return dialog, saved


def press(dialog: SettingsDialog, which: QDialogButtonBox.StandardButton) -> None:
    dialog.buttons.button(which).click()


def change(dialog: SettingsDialog, section: str, name: str, value: object) -> None:
    dialog.rows[section, name].editor.write(value)


def question_of(dialog: SettingsDialog) -> LooserSettingsDialog:
    question = dialog.findChild(LooserSettingsDialog)
    assert isinstance(question, LooserSettingsDialog)
    return question


def shown_texts(parent: LooserSettingsDialog) -> list[str]:
    return [label.text() for label in parent.findChildren(QLabel)]


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


def test_every_setting_is_offered_with_its_value_default_and_meaning(qtbot: QtBot) -> None:
    dialog, _ = open_dialog(qtbot, Settings())
    wanted = leaves(Settings())
    assert {key: row.editor.read() for key, row in dialog.rows.items()} == wanted
    for (_, name), row in dialog.rows.items():
        assert row.editor.title
        assert row.editor.widget.accessibleName(), name
        assert row.editor.widget.accessibleDescription() == row.about.text()
        assert "Default: " in row.about.text()
        assert not row.restore_button.isEnabled()


def test_values_are_told_with_their_units(qtbot: QtBot) -> None:
    dialog, _ = open_dialog(qtbot, Settings())
    about = {place: row.about.text() for place, row in dialog.rows.items()}
    assert about["gate", "dwell_seconds"].endswith("Default: 0.4 s.")
    assert about["gate", "window_in_front"].endswith("Default: on.")
    assert about["quality", "good_threshold"].endswith("Default: the model's own.")
    assert about["uv", "daily_limit_joules_per_square_metre"].endswith("Default: 1000 J/m².")
    assert about["uv", "serial_port"].endswith("Default: empty.")
    assert about["uv", "device"].endswith("Default: Simulated.")
    assert about["", "source"].endswith("Default: “demo”.")


def test_saving_untouched_settings_changes_nothing(qtbot: QtBot) -> None:
    exact = Settings(gate=GateSettings(dwell_seconds=0.12345), quality=QualitySettings())
    dialog, saved = open_dialog(qtbot, exact)
    assert dialog.summary.text() == "Nothing changed"
    press(dialog, SAVE)
    assert saved == [exact]
    assert not dialog.isVisible()


def test_a_change_is_saved(qtbot: QtBot) -> None:
    dialog, saved = open_dialog(qtbot, Settings(), model_threshold=0.7)
    change(dialog, "gate", "dwell_seconds", 1.5)
    change(dialog, "", "operator", "front desk 2")
    change(dialog, "", "theme", "dark")
    change(dialog, "quality", "good_threshold", 0.8)
    assert dialog.summary.text() == "4 changed"
    press(dialog, SAVE)
    assert saved[0].gate.dwell_seconds == 1.5
    assert saved[0].operator == "front desk 2"
    assert saved[0].theme == "dark"
    assert saved[0].quality.good_threshold == 0.8


def test_what_becomes_less_strict_is_listed_and_asked_about(qtbot: QtBot) -> None:
    dialog, saved = open_dialog(qtbot, Settings())
    change(dialog, "gate", "dwell_seconds", 0.1)
    change(dialog, "uv", "exposure_seconds", 0.5)
    assert dialog.summary.text() == "2 changed, 1 of them less strict than before"
    press(dialog, SAVE)
    assert saved == []
    question = question_of(dialog)
    texts = shown_texts(question)
    assert texts.index("▲ less strict") < texts.index("Gate · Dwell") < texts.index("● changed")
    assert "0.4 s → 0.1 s" in texts
    assert "1 s → 0.5 s" in texts
    assert question.back_button.isDefault()
    question.back_button.click()
    assert (saved, dialog.isVisible()) == ([], True)
    press(dialog, SAVE)
    dialog.findChildren(LooserSettingsDialog)[-1].save_button.click()
    assert saved == [
        Settings(gate=GateSettings(dwell_seconds=0.1), uv=UvSettings(exposure_seconds=0.5))
    ]
    assert not dialog.isVisible()


def test_a_threshold_below_the_models_own_is_asked_about(qtbot: QtBot) -> None:
    dialog, saved = open_dialog(qtbot, Settings(), model_threshold=0.9)
    change(dialog, "quality", "good_threshold", 0.8)
    press(dialog, SAVE)
    assert saved == []
    assert "the model's own → 0.8" in shown_texts(question_of(dialog))


def test_changed_values_are_marked_in_words_and_shapes(qtbot: QtBot) -> None:
    dialog, _ = open_dialog(qtbot, Settings(gate=GateSettings(needed_frames=7, dwell_seconds=0.2)))
    marks = {name: dialog.rows["gate", name].mark for name in GateSettings.model_fields}
    assert marks["needed_frames"].text() == "○ Not the default   ▼ stricter than the default"
    assert marks["dwell_seconds"].text() == "○ Not the default   ▲ less strict than the default"
    assert marks["stale_seconds"].isHidden()
    change(dialog, "gate", "stale_seconds", 0.8)
    assert marks["stale_seconds"].text() == "● Changed, was 0.3 s   ▲ less strict than before"
    assert dialog.rows["gate", "stale_seconds"].title.property("weight") == "bold"
    change(dialog, "gate", "dwell_seconds", 0.3)
    assert marks["dwell_seconds"].text().endswith("▲ less strict than the default")


def test_a_single_default_is_restored(qtbot: QtBot) -> None:
    dialog, saved = open_dialog(qtbot, Settings(operator="x", gate=GateSettings(dwell_seconds=2.0)))
    row = dialog.rows["", "operator"]
    row.restore_button.click()
    assert not row.restore_button.isEnabled()
    press(dialog, SAVE)
    assert saved == [Settings(gate=GateSettings(dwell_seconds=2.0))]


def test_settings_are_found_by_name_and_meaning(qtbot: QtBot) -> None:
    dialog, _ = open_dialog(qtbot, Settings())
    dialog.find_field.setText("Dose  LIMIT")
    visible = [place for place, row in dialog.rows.items() if not row.isHidden()]
    assert visible == [
        ("uv", "exposure_limit_joules_per_square_metre"),
        ("uv", "daily_limit_joules_per_square_metre"),
    ]
    assert dialog.tabs.tabText(dialog.tabs.currentIndex()) == "UV light (2)"
    assert not dialog.tabs.isTabEnabled(0)
    dialog.find_field.setText("no such thing")
    assert not any(row.isVisible() for row in dialog.rows.values())
    dialog.find_field.clear()
    assert not any(row.isHidden() for row in dialog.rows.values())
    assert dialog.tabs.isTabEnabled(0)
    assert dialog.tabs.tabText(0) == "General"


def test_only_what_is_off_its_default_can_be_shown(qtbot: QtBot) -> None:
    dialog, _ = open_dialog(qtbot, Settings(gate=GateSettings(dwell_seconds=2.0)))
    dialog.changed_box.setChecked(True)
    visible = [place for place, row in dialog.rows.items() if not row.isHidden()]
    assert visible == [("gate", "dwell_seconds")]


def test_the_wheel_scrolls_and_turns_no_value_without_focus(qtbot: QtBot) -> None:
    dialog, _ = open_dialog(qtbot, Settings())
    dialog.tabs.setCurrentIndex(list(sections()).index("gate"))
    box = dialog.rows["gate", "dwell_seconds"].editor.widget
    where = QPointF(box.rect().center())

    def turn() -> None:
        event = QWheelEvent(
            where,
            where,
            QPoint(0, 0),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003  (Qt's own argument)
        )
        QApplication.sendEvent(box, event)

    turn()
    assert not dialog.rows["gate", "dwell_seconds"].is_changed
    dialog.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    turn()
    assert dialog.rows["gate", "dwell_seconds"].is_changed


def test_everything_is_reached_with_the_keyboard(qtbot: QtBot) -> None:
    dialog, _ = open_dialog(qtbot, Settings(gate=GateSettings(dwell_seconds=2.0)))
    dialog.tabs.setCurrentIndex(list(sections()).index("gate"))
    dialog.activateWindow()
    dialog.find_field.setFocus()
    qtbot.waitUntil(dialog.find_field.hasFocus)
    reached = set()
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    for name in GateSettings.model_fields:
        assert dialog.rows["gate", name].editor.widget in reached, name
    assert dialog.rows["gate", "dwell_seconds"].restore_button in reached
    assert dialog.buttons.button(SAVE) in reached


@pytest.mark.parametrize("size", [(860, 420), (1200, 660)])
def test_every_page_fits_a_low_screen_by_scrolling(qtbot: QtBot, size: tuple[int, int]) -> None:
    dialog, _ = open_dialog(qtbot, Settings())
    dialog.resize(*size)
    assert (dialog.width(), dialog.height()) == size
    assert dialog.minimumSizeHint().height() <= 420


def test_giving_up_the_models_threshold_starts_strict(qtbot: QtBot) -> None:
    dialog, _ = open_dialog(qtbot, Settings())
    row = dialog.rows["quality", "good_threshold"]
    assert row.editor.read() is None
    box = row.editor.widget.findChild(QDoubleSpinBox)
    assert isinstance(box, QDoubleSpinBox)
    assert box.value() == 1.0
    assert not box.isEnabled()
    row.editor.write(0.9)
    box.setValue(0.8)
    assert row.value == 0.8


def test_limits_are_those_of_the_settings(qtbot: QtBot) -> None:
    dialog, _ = open_dialog(qtbot, Settings())
    frames = dialog.rows["gate", "window_frames"].editor.widget
    life = dialog.rows["gate", "permission_seconds"].editor.widget
    assert isinstance(frames, QSpinBox)
    assert isinstance(life, QDoubleSpinBox)
    assert (frames.minimum(), frames.maximum()) == (1, 120)
    assert life.maximum() == 1.0
    assert life.minimum() > 0.0
    assert life.suffix() == " s"
    assert life.text() == "1 s"


def test_more_needed_than_looked_at_is_refused_until_it_is_changed(qtbot: QtBot) -> None:
    dialog, saved = open_dialog(qtbot, Settings())
    change(dialog, "gate", "needed_frames", 20)
    press(dialog, SAVE)
    assert saved == []
    assert dialog.isVisible()
    assert "needed frames" in dialog.problem.text()
    assert dialog.tabs.tabText(dialog.tabs.currentIndex()) == "Gate"
    change(dialog, "gate", "needed_frames", 8)
    assert dialog.problem.isHidden()


def test_a_name_too_long_is_refused_by_its_title(qtbot: QtBot) -> None:
    dialog, saved = open_dialog(qtbot, Settings())
    change(dialog, "", "operator", "x" * 81)
    press(dialog, SAVE)
    assert saved == []
    assert dialog.problem.text().startswith("Operator: ")


def test_all_defaults_can_be_restored(qtbot: QtBot) -> None:
    dialog, saved = open_dialog(qtbot, Settings(operator="x", gate=GateSettings(needed_frames=5)))
    press(dialog, DEFAULTS)
    press(dialog, SAVE)
    assert saved == [Settings()]
