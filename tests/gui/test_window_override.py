"""Overruling, dose, lock and front, as the operator meets them in the window."""

import dataclasses

import pytest
from gui import gui_states
from gui.gui_states import AMBER, GREEN, red
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QMainWindow
from pytestqt.qtbot import QtBot

from faceqa_gui.assessment.actions import Action
from faceqa_gui.assessment.override import OVERRIDABLE, QualityOverride
from faceqa_gui.settings import Settings
from faceqa_gui.station_state import DoseState, WaitsFor
from faceqa_gui.widgets.words import findings_text
from faceqa_gui.windows.override_dialog import OverrideDialog
from faceqa_gui.windows.station_window import StationWindow

COVERED = dataclasses.replace(red(Action.UNCOVER_FACE), overridable=frozenset({"uncovered"}))
OVERRULED = dataclasses.replace(
    AMBER,
    override=QualityOverride(
        frozenset({"uncovered"}), "bandage on the cheek", "front desk 2", 999.0
    ),
)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
REASON = "a bandage on the cheek"


@pytest.fixture
def window(qtbot: QtBot) -> StationWindow:
    made = StationWindow(Settings(theme="light", operator="front desk 2"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def dialog_of(window: StationWindow) -> OverrideDialog:
    (dialog,) = window.findChildren(OverrideDialog)
    return dialog


def test_nothing_is_offered_unless_the_engine_offers_it(window: StationWindow) -> None:
    for state in (gui_states.LOADING, red(), AMBER, GREEN):
        window.show_state(state)
        assert not window.uv_foot.button.isVisible()


def test_a_finding_is_overruled_with_a_written_reason(window: StationWindow, qtbot: QtBot) -> None:
    window.show_state(COVERED)
    assert "the face is covered" in window.uv_foot.finding_label.whole_text
    QTest.mouseClick(window.uv_foot.button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(window)
    accept = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not accept.isEnabled()
    dialog.reason.setPlainText("   too short   ")
    assert not accept.isEnabled()
    dialog.reason.setPlainText(f"  {REASON}  ")
    with qtbot.waitSignal(window.overruled) as told:
        QTest.mouseClick(accept, Qt.MouseButton.LeftButton)
    assert told.args == [frozenset({"uncovered"}), REASON]


def test_a_dialog_that_is_left_overrules_nothing(window: StationWindow, qtbot: QtBot) -> None:
    window.show_state(COVERED)
    QTest.mouseClick(window.uv_foot.button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(window)
    dialog.reason.setPlainText(REASON)
    with qtbot.assertNotEmitted(window.overruled):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_what_is_overruled_is_said_and_can_be_withdrawn(
    window: StationWindow, qtbot: QtBot
) -> None:
    window.show_state(OVERRULED)
    assert window.uv_foot.finding_label.whole_text == "Overruled: the face is covered"
    with qtbot.waitSignal(window.override_withdrawn):
        QTest.mouseClick(window.uv_foot.button, Qt.MouseButton.LeftButton)
    window.show_state(AMBER)
    assert not window.uv_foot.button.isVisible()


def test_every_finding_that_may_be_overruled_has_its_words() -> None:
    words = {findings_text({name}) for name in OVERRIDABLE}
    assert "" not in words
    assert len(words) == len(OVERRIDABLE)
    assert findings_text(set()) == ""


def test_the_dose_of_a_real_lamp_is_shown(window: StationWindow) -> None:
    window.show_state(AMBER)
    assert window.uv_foot.dose_label.isHidden()
    window.show_state(dataclasses.replace(AMBER, dose=DoseState(12.5, 40.4, 1000.0)))
    assert window.uv_foot.dose_label.isVisible()
    said = window.uv_foot.dose_label.whole_text
    assert said.startswith("12.5 J/m² per capture · 40 of 1\N{NARROW NO-BREAK SPACE}000 J/m²")


def test_a_locked_screen_shows_no_picture_until_it_is_unlocked(window: StationWindow) -> None:
    shown = []
    for number, locked in enumerate((False, True, False)):
        window.show_state(dataclasses.replace(GREEN, screen_locked=locked))
        window.show_frame(gui_states.frame(number))
        shown.append(window.live_view.shown_sequence)
        assert ("locked" in window.live_view.idle_text) is locked
    assert shown == [0, None, 2]


def test_it_is_told_when_another_window_comes_to_the_front(
    window: StationWindow, qtbot: QtBot
) -> None:
    told: list[bool] = []
    window.in_front_changed.connect(told.append)
    other = QMainWindow()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: told == [False])
    window.activateWindow()
    qtbot.waitUntil(lambda: told == [False, True])


@pytest.mark.parametrize(
    "reason",
    [
        WaitsFor.AWAKE,
        WaitsFor.SCREEN_UNLOCKED,
        WaitsFor.WINDOW_IN_FRONT,
        WaitsFor.WINDOW_ANSWERING,
        WaitsFor.DOSE,
        WaitsFor.UV_CAMERA,
    ],
)
def test_the_button_has_words_for_each_reason(window: StationWindow, reason: WaitsFor) -> None:
    window.show_state(dataclasses.replace(GREEN, permitted=False, waits_for=(reason,)))
    assert window.uv_button.reason.removeprefix("waiting: ")
    assert not window.uv_button.isEnabled()
