"""Every action of the station window: its words, its keys, its menu, and that it does what it says.

One test walks the whole table in the real program, so that a new line without a walk fails.
"""

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from gui import gui_states
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot
from support.clinic_accounts import OPERATOR, OPERATOR_PIN
from support.scripted_app import ScriptedApp, ScriptedCamera
from support.signed_app import signed_app

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.assessment.override import QualityOverride
from faceqa_gui.operators.accounts import Accounts
from faceqa_gui.operators.operator import Right
from faceqa_gui.settings import GuidanceSettings, Settings
from faceqa_gui.windows.about_dialog import AboutDialog
from faceqa_gui.windows.actions import (
    ACTIONS,
    MENU_KEYS,
    SPECS,
    Menu,
    StationAction,
    menu_word,
)
from faceqa_gui.windows.model_import_dialog import ModelImportDialog
from faceqa_gui.windows.operators_dialog import OperatorsDialog
from faceqa_gui.windows.override_dialog import OverrideDialog
from faceqa_gui.windows.own_pin_dialog import OwnPinDialog
from faceqa_gui.windows.self_test_dialog import SelfTestDialog
from faceqa_gui.windows.settings_dialog import SettingsDialog
from faceqa_gui.windows.shortcut_sheet import ShortcutSheet
from faceqa_gui.windows.start_assistant import StartAssistant
from faceqa_gui.windows.station_window import StationWindow
from faceqa_gui.windows.supervisor_dialog import SupervisorDialog

# What Qt's offscreen platform says of any window or menu that is raised.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
WAIT_MS = 20_000


@pytest.fixture
def window(qtbot: QtBot) -> StationWindow:
    made = StationWindow(Settings(theme="light"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


# The table


def test_every_action_stands_in_the_table_once() -> None:
    assert Counter(spec.which for spec in ACTIONS) == Counter(StationAction)


def test_every_action_has_words_and_keys(window: StationWindow) -> None:
    for spec in ACTIONS:
        action = window.action_table[spec.which]
        assert action.text() == spec.text
        assert spec.tip in action.toolTip()
        assert spec.tip.endswith(".")
        assert action.statusTip() == spec.tip
        assert spec.keys
        for key in spec.keys:
            assert QKeySequence(key).toString() == key
            native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            assert native in action.toolTip()
        assert not action.autoRepeat()


def test_no_key_is_given_twice() -> None:
    keys = Counter(key for spec in ACTIONS for key in spec.keys) + Counter(MENU_KEYS.values())
    assert {key for key, count in keys.items() if count > 1} == set()


def test_texts_and_tips_differ() -> None:
    assert len({spec.text for spec in ACTIONS}) == len(ACTIONS)
    assert len({spec.tip for spec in ACTIONS}) == len(ACTIONS)


def test_every_action_stands_in_its_menu_and_no_other(window: StationWindow) -> None:
    table = window.action_table
    for spec in ACTIONS:
        where = [menu for menu in Menu if table[spec.which] in table.menus[menu].actions()]
        assert where == [spec.menu]


def test_every_menu_opens_from_the_keyboard(qtbot: QtBot, window: StationWindow) -> None:
    buttons = (
        window.top_bar.station_button,
        window.top_bar.operator_button,
        window.top_bar.view_button,
        window.top_bar.help_button,
    )
    window.action_table.on(StationAction.LOCK, lambda: None)
    for menu, button in zip(Menu, buttons, strict=True):
        bring_to_front(qtbot, window)
        opened = window.action_table.menus[menu]
        assert button.menu() is opened
        assert button.accessibleName()
        QTest.keySequence(window, QKeySequence(MENU_KEYS[menu]))
        assert QApplication.activePopupWidget() is opened
        assert opened.activeAction().isEnabled()
        assert opened.activeAction().text()
        opened.close()


def test_the_sheet_lists_all_of_it(window: StationWindow) -> None:
    sheet = ShortcutSheet(window.action_table, window)
    sheet.show()
    listed = {line[1]: line for line in sheet.lines}
    for spec in ACTIONS:
        keys, _, menu, tip = listed[spec.text]
        assert menu == menu_word(spec.menu)
        assert tip == spec.tip
        assert keys == ", ".join(window.action_table.keys(spec.which))
    for row, line in enumerate(sheet.lines):
        shown = [sheet.list.item(row, column) for column in range(4)]
        assert tuple(item.text() for item in shown if item is not None) == line
    sheet.find_field.setText("subject ctrl+n")
    left = [row for row in range(len(sheet.lines)) if not sheet.list.isRowHidden(row)]
    assert [sheet.lines[row][1] for row in left] == [SPECS[StationAction.SUBJECT].text]
    sheet.close()


def test_top_bar_buttons_are_those_of_the_table(window: StationWindow) -> None:
    wanted = [str(spec.which) for spec in ACTIONS if spec.in_top_bar]
    assert list(window.top_bar.buttons) == wanted
    for which, button in window.top_bar.buttons.items():
        assert button.defaultAction() is window.action_table[StationAction(which)]


# What they do


def bring_to_front(qtbot: QtBot, window: QWidget) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[ScriptedApp, ScriptedCamera]]:
    made, camera = signed_app(tmp_path, accounts=Accounts(tmp_path, local_unless_chosen=True))
    qtbot.addWidget(made.window)
    made.start()
    yield made, camera
    made.window.close()


@pytest.fixture
def signed(qtbot: QtBot, tmp_path: Path) -> Iterator[ScriptedApp]:
    made, _ = signed_app(tmp_path)
    qtbot.addWidget(made.window)
    made.window.show()
    made.session.sign_in(OPERATOR.name, OPERATOR_PIN)
    made.operators.follow()
    yield made
    made.stop()


def opened(app: ScriptedApp, kind: type[QDialog]) -> bool:
    """Whether a dialog of `kind` is open; it is closed again."""
    dialogs = [one for one in app.window.findChildren(kind) if one.isVisible()]
    for dialog in dialogs:
        dialog.reject()
    return len(dialogs) == 1


def press(app: ScriptedApp, which: StationAction) -> None:
    """Press the keys of an action, as an operator would."""
    QTest.keySequence(app.window, QKeySequence(SPECS[which].keys[0]))


class Walk:
    """What each action does in the real program; the name of a method is that of its action."""

    def __init__(self, qtbot: QtBot, app: ScriptedApp) -> None:
        self.qtbot, self.app = qtbot, app
        self.window = app.window

    def do(self, which: StationAction) -> None:
        """Check what a press of the keys does."""
        bring_to_front(self.qtbot, self.window)
        getattr(self, which)(which)

    def _until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=WAIT_MS)

    def _opens(self, which: StationAction, kind: type[QDialog]) -> None:
        press(self.app, which)
        assert opened(self.app, kind), which

    def uv_capture(self, which: StationAction) -> None:
        self._until(self.window.action_table[which].isEnabled)
        press(self.app, which)
        self._until(lambda: self.app.station.state().captures)

    def explain_now(self, which: StationAction) -> None:
        before = self.app.station.state().explanation
        self._until(self.window.action_table[which].isEnabled)
        press(self.app, which)
        self._until(lambda: self.app.station.state().explanation is not before)

    def cancel_explanation(self, which: StationAction) -> None:
        progress = gui_states.EXPLAINING.progress
        self.window.show_state(dataclasses.replace(gui_states.AMBER, progress=progress))
        with self.qtbot.waitSignal(self.window.cancel_explanation_requested):
            press(self.app, which)

    def overrule(self, which: StationAction) -> None:
        finding = dataclasses.replace(gui_states.AMBER, overridable=frozenset({"uncovered"}))
        self.window.show_state(finding)
        self._opens(which, OverrideDialog)

    def withdraw(self, which: StationAction) -> None:
        override = QualityOverride(
            frozenset({"uncovered"}), "a bandage on the cheek", "desk", 999.0
        )
        self.window.show_state(dataclasses.replace(gui_states.GREEN, override=override))
        with self.qtbot.waitSignal(self.window.override_withdrawn):
            press(self.app, which)

    def acknowledge(self, which: StationAction) -> None:
        self.app.station.fail("Something broke. Look at it.")
        self.app.refresh()
        press(self.app, which)
        assert not self.app.station.state().must_acknowledge

    def subject(self, which: StationAction) -> None:
        self.window.uv_button.setFocus()
        press(self.app, which)
        assert self.window.focusWidget() is self.window.top_bar.subject_field

    def source(self, which: StationAction) -> None:
        press(self.app, which)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert menu.parent() is self.window.top_bar.source_button
        menu.close()

    def captures(self, which: StationAction) -> None:
        press(self.app, which)
        assert self.app.captures.isVisible()
        self.app.captures.close()

    def lab(self, which: StationAction) -> None:
        press(self.app, which)
        self.qtbot.waitUntil(lambda: self.app.lab.lab is not None, timeout=60_000)

    def settings(self, which: StationAction) -> None:
        self._opens(which, SettingsDialog)

    def lock(self, which: StationAction) -> None:
        press(self.app, which)
        assert self.window.cover.isVisible()
        self.window.cover.enter_requested.emit()
        assert not self.window.cover.isVisible()

    def operators(self, which: StationAction) -> None:
        self._opens(which, OperatorsDialog)

    def import_model(self, which: StationAction) -> None:
        self._opens(which, ModelImportDialog)

    def _chooses(self, which: StationAction, name: str, value: str) -> None:
        press(self.app, which)
        assert getattr(self.app.station.settings, name) == value
        assert self.window.action_table[which].isChecked()

    def theme_system(self, which: StationAction) -> None:
        self._chooses(which, "theme", "system")

    def theme_light(self, which: StationAction) -> None:
        self._chooses(which, "theme", "light")

    def theme_dark(self, which: StationAction) -> None:
        self._chooses(which, "theme", "dark")

    def language_korean(self, which: StationAction) -> None:
        self._chooses(which, "language", "ko")

    def language_english(self, which: StationAction) -> None:
        self._chooses(which, "language", "en")

    def language_system(self, which: StationAction) -> None:
        self._chooses(which, "language", "system")

    def mark_face(self, which: StationAction) -> None:
        press(self.app, which)
        assert self.window.live_view._face_is_marked
        press(self.app, which)
        assert not self.window.live_view._face_is_marked

    def ghost(self, which: StationAction) -> None:
        before = self._guidance.ghost
        press(self.app, which)
        assert self._guidance.ghost is not before

    def subject_window(self, which: StationAction) -> None:
        press(self.app, which)
        assert self.window.subject_window.isVisible()
        assert self.window.isActiveWindow()
        press(self.app, which)
        assert not self.window.subject_window.isVisible()

    def mute(self, which: StationAction) -> None:
        for muted in (True, False):
            press(self.app, which)
            assert self._guidance.muted is muted
            assert self.window.action_table[which].isChecked() is muted

    def louder(self, which: StationAction) -> None:
        before = self._guidance.volume
        press(self.app, which)
        assert self._guidance.volume == pytest.approx(before + 0.1)

    def quieter(self, which: StationAction) -> None:
        before = self._guidance.volume
        press(self.app, which)
        assert self._guidance.volume == pytest.approx(before - 0.1)

    @property
    def _guidance(self) -> GuidanceSettings:
        return self.app.station.settings.guidance

    def set_up(self, which: StationAction) -> None:
        self._opens(which, StartAssistant)

    def self_test(self, which: StationAction) -> None:
        self._opens(which, SelfTestDialog)

    def help_page(self, which: StationAction) -> None:
        press(self.app, which)
        page = self.app.help.key.window
        assert page is not None
        assert page.isVisible()
        page.close()

    def about(self, which: StationAction) -> None:
        self._opens(which, AboutDialog)

    def shortcuts(self, which: StationAction) -> None:
        self._opens(which, ShortcutSheet)

    def quit(self, which: StationAction) -> None:
        press(self.app, which)
        assert not self.window.isVisible()
        assert not any(thread.isRunning() for thread in self.app.threads())


def test_every_action_does_what_it_says(
    qtbot: QtBot, program: tuple[ScriptedApp, ScriptedCamera]
) -> None:
    app, camera = program
    walk = Walk(qtbot, app)
    assert app.window.action_table.without_handler == frozenset()
    signing_in = {StationAction.SIGN_OUT, StationAction.OWN_PIN}
    qtbot.waitUntil(lambda: app.station.state().explanation_valid, timeout=WAIT_MS)
    camera.light = Light.GREEN
    walk.do(StationAction.UV_CAPTURE)
    walk.do(StationAction.EXPLAIN_NOW)
    # From here on the test shows states of its own, over which the real ones must not come.
    app._refresh.stop()
    # The lab comes to the front at some time, and nothing can be pressed after the end.
    last = (StationAction.LAB, StationAction.QUIT)
    done = {StationAction.UV_CAPTURE, StationAction.EXPLAIN_NOW, *signing_in, *last}
    for which in (*(one for one in StationAction if one not in done), *last):
        walk.do(which)


def test_those_who_sign_in_sign_out_and_change_their_pin(qtbot: QtBot, signed: ScriptedApp) -> None:
    bring_to_front(qtbot, signed.window)
    press(signed, StationAction.OWN_PIN)
    assert opened(signed, OwnPinDialog)
    bring_to_front(qtbot, signed.window)
    press(signed, StationAction.SIGN_OUT)
    assert signed.window.cover.isVisible()
    assert signed.session.view().operator is None


def test_an_operator_without_a_right_is_asked_for_a_supervisor(
    qtbot: QtBot, signed: ScriptedApp
) -> None:
    finding = dataclasses.replace(gui_states.AMBER, overridable=frozenset({"uncovered"}))
    signed.window.show_state(finding)
    asking = [spec for spec in ACTIONS if spec.right]
    assert {spec.right for spec in asking} == set(Right) - {Right.PURGE}
    for spec in asking:
        bring_to_front(qtbot, signed.window)
        press(signed, spec.which)
        assert opened(signed, SupervisorDialog), spec.which


def test_nothing_lies_open_under_the_cover(qtbot: QtBot, signed: ScriptedApp) -> None:
    signed.window.show_state(dataclasses.replace(gui_states.GREEN))
    signed.operators.lock()
    bring_to_front(qtbot, signed.window)
    for spec in ACTIONS:
        if not spec.while_covered:
            assert not signed.window.action_table[spec.which].isEnabled(), spec.which
            press(signed, spec.which)
    for key in MENU_KEYS.values():
        QTest.keySequence(signed.window, QKeySequence(key))
    assert QApplication.activePopupWidget() is None
    assert not [one for one in signed.window.findChildren(QDialog) if one.isVisible()]
    assert signed.window.cover.isVisible()
    press(signed, StationAction.SHORTCUTS)
    assert opened(signed, ShortcutSheet)


def test_an_action_without_a_handler_is_grey(window: StationWindow) -> None:
    without = window.action_table.without_handler
    assert StationAction.LOCK in without
    assert not any(window.action_table[which].isEnabled() for which in without)


def test_a_right_is_asked_only_where_the_table_says_so(window: StationWindow) -> None:
    with pytest.raises(ValueError, match="needs no right"):
        window.action_table.on_right(StationAction.LOCK, lambda: lambda _by: None)


# The pedal


def test_the_pedal_takes_a_key_and_f9_stays(qtbot: QtBot, window: StationWindow) -> None:
    bring_to_front(qtbot, window)
    window.action_table.put_pedal("F13", StationAction.UV_CAPTURE)
    assert window.action_table.keys(StationAction.UV_CAPTURE) == ("F9", "F13")
    assert "F13" in window.action_table[StationAction.UV_CAPTURE].toolTip()
    window.show_state(gui_states.GREEN)
    with qtbot.waitSignal(window.fire_requested):
        QTest.keySequence(window, QKeySequence("F13"))
    window.action_table.put_pedal("F13", StationAction.EXPLAIN_NOW)
    assert window.action_table.keys(StationAction.UV_CAPTURE) == ("F9",)
    with qtbot.waitSignal(window.explain_requested):
        QTest.keySequence(window, QKeySequence("F13"))


def test_a_pedal_does_only_what_the_table_lets_it(window: StationWindow) -> None:
    with pytest.raises(ValueError, match="no pedal may"):
        window.action_table.put_pedal("F13", StationAction.QUIT)
